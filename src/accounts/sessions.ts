import type { AccountUser, Ground } from "./ground.ts";
import { isFresh, isIdle, sessionRules } from "./session-rules.ts";
import type { SignInWay } from "./tables.ts";

/** Whoever a request's session belongs to, and what that session may. */
export interface Visitor extends AccountUser {
  readonly session: string;
  /** Runs the program. */
  readonly administrator: boolean;
  readonly hasSecondFactor: boolean;
  readonly way: SignInWay;
  /** The person proved himself so lately that rights, keys and factors may be changed. */
  readonly fresh: boolean;
}

/** A session as its owner sees it in his list. */
export interface SessionEntry {
  readonly id: string;
  readonly openedAt: Date;
  readonly seenAt: Date;
  readonly address: string | null;
  readonly agent: string | null;
  readonly way: SignInWay;
}

/** The person whose session the request's cookie opens, or null; a session that was left alone too long is ended. */
export async function visitorOf(ground: Ground, headers: Headers): Promise<Visitor | null> {
  const { auth, database, clock } = ground;
  const found = await auth.api.getSession({ headers: new Headers(headers) });
  if (!found) return null;
  const { user, session } = found;
  const row = await database
    .selectFrom("accounts.sessions as session")
    .innerJoin("accounts.users as person", "person.id", "session.user_id")
    .select(["session.seen_at", "session.proved_at", "session.way", "person.administrator"])
    .select(["person.two_factor_enabled"])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("accounts.passkeys as key").select("key.id").whereRef("key.user_id", "=", "person.id"),
      ).as("hasPasskey"),
    )
    .where("session.id", "=", session.id)
    .executeTakeFirst();
  if (!row) return null;
  const now = clock();
  if (isIdle(row.seen_at, now)) {
    await database.deleteFrom("accounts.sessions").where("id", "=", session.id).execute();
    return null;
  }
  if (now.getTime() - row.seen_at.getTime() > sessionRules.seenEverySeconds * 1000)
    await database
      .updateTable("accounts.sessions")
      .set({ seen_at: now })
      .where("id", "=", session.id)
      .execute();
  return {
    ...{ id: user.id, name: user.name, email: user.email, session: session.id, way: row.way },
    administrator: row.administrator,
    hasSecondFactor: row.two_factor_enabled === true || Boolean(row.hasPasskey),
    fresh: isFresh(row.proved_at, now),
  };
}

/** The sessions of a person that still open, the one used last first. */
export async function sessionsOf(
  { database, clock }: Ground,
  person: string,
): Promise<readonly SessionEntry[]> {
  const now = clock();
  const rows = await database
    .selectFrom("accounts.sessions")
    .select(["id", "created_at", "seen_at", "ip_address", "user_agent", "way"])
    .where("user_id", "=", person)
    .where("expires_at", ">", now)
    .orderBy("seen_at", "desc")
    .execute();
  return rows
    .filter((row) => !isIdle(row.seen_at, now))
    .map((row) => ({
      ...{ id: row.id, openedAt: row.created_at, seenAt: row.seen_at },
      ...{ address: row.ip_address || null, agent: row.user_agent || null, way: row.way },
    }));
}

/** Ends one session of a person, or all but the one he sits at. Gives how many ended. */
export async function endSessions(
  ground: Ground,
  visitor: Pick<Visitor, "id" | "session">,
  which: { readonly id: string } | "others",
  address: string | null,
): Promise<number> {
  const query = ground.database.deleteFrom("accounts.sessions").where("user_id", "=", visitor.id);
  const ended = await (which === "others"
    ? query.where("id", "<>", visitor.session)
    : query.where("id", "=", which.id)
  ).executeTakeFirst();
  const count = Number(ended.numDeletedRows);
  if (count > 0)
    await ground.record({
      ...{ kind: "signIn", what: "end-sessions", person: visitor.id, address },
      detail: { sessions: count },
    });
  return count;
}

/** Writes down that the person of a session proved himself just now. */
export async function markProved({ database, clock }: Ground, session: string): Promise<void> {
  await database
    .updateTable("accounts.sessions")
    .set({ proved_at: clock() })
    .where("id", "=", session)
    .execute();
}
