import { type Kysely, sql } from "kysely";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { attemptLimits, attemptWindowMinutes, familiarDays, secondsToWait } from "./attempts.ts";
import type { AccountsTables } from "./tables.ts";

/** An attempt to sign in: as whom, from where, when. */
export interface Attempt {
  readonly email: string;
  readonly address: string | null;
  readonly now: Date;
}

/**
 * Enters an attempt as failed, unless the person has to wait; what turns out well is marked so afterwards. Attempts as one
 * person and from one address go one after the other, so that many at once are counted like many in turn. Fails with
 * `account.too-many-attempts` and `account.slow-down`. Gives the attempt's number.
 */
export async function beginAttempt(
  database: Kysely<AccountsTables>,
  attempt: Attempt,
): Promise<Result<string>> {
  return database.transaction().execute(async (transaction): Promise<Result<string>> => {
    const { email, address, now } = attempt;
    // Always the person before the address, so that no two wait for each other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`person:${email}`}, 0))`.execute(transaction);
    await sql`select pg_advisory_xact_lock(hashtextextended(${`address:${address}`}, 0))`.execute(
      transaction,
    );
    const seconds = secondsToWait(await pastOf(transaction, attempt), address, now);
    if (seconds > 60) return fail("account.too-many-attempts", { minutes: Math.ceil(seconds / 60) });
    if (seconds > 0) return fail("account.slow-down", { seconds });
    const { id } = await transaction
      .insertInto("accounts.sign_in_attempts")
      .values({ at: now, email, address, succeeded: false })
      .returning("id")
      .executeTakeFirstOrThrow();
    return succeed(id);
  });
}

/**
 * Whether a refused wait is to be told to the log: once for each failure, so that the log grows no faster by waiting than by
 * failing. The failures of the person from anywhere and of anybody from the address are those that can make it.
 */
export async function claimWait(
  database: Kysely<AccountsTables>,
  { email, address, now }: Attempt,
): Promise<boolean> {
  const windowStart = new Date(now.getTime() - attemptWindowMinutes * 60_000);
  const newest = database
    .selectFrom("accounts.sign_in_attempts")
    .select("id")
    .where("at", ">", windowStart)
    .where("succeeded", "=", false)
    .where((where) =>
      where.or([where("email", "=", email), ...(address === null ? [] : [where("address", "=", address)])]),
    )
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(1);
  const claimed = await database
    .updateTable("accounts.sign_in_attempts")
    .set({ wait_told: true })
    .where("id", "=", newest)
    .where("wait_told", "=", false)
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n;
}

/** Marks an attempt as one that let the person in. */
export async function markSucceeded(database: Kysely<AccountsTables>, id: string): Promise<void> {
  await database
    .updateTable("accounts.sign_in_attempts")
    .set({ succeeded: true })
    .where("id", "=", id)
    .execute();
}

/** Takes an attempt back that neither failed nor let anybody in: the password was right and more is asked for. */
export async function takeBack(database: Kysely<AccountsTables>, id: string): Promise<void> {
  await database.deleteFrom("accounts.sign_in_attempts").where("id", "=", id).execute();
}

async function pastOf(database: Kysely<AccountsTables>, { email, address, now }: Attempt) {
  const windowStart = new Date(now.getTime() - attemptWindowMinutes * 60_000);
  const familiarStart = new Date(now.getTime() - familiarDays * 24 * 3_600_000);
  const recent = () =>
    database
      .selectFrom("accounts.sign_in_attempts")
      .where("at", ">", windowStart)
      .where("succeeded", "=", false)
      .orderBy("at", "desc");
  const here = address === null ? "is" : "=";
  const asPerson = await recent().select(["at", "address"]).where("email", "=", email).limit(200).execute();
  const fromAddress = await recent()
    .select("at")
    .where("address", here, address)
    .limit(attemptLimits.address.locked)
    .execute();
  const success = await database
    .selectFrom("accounts.sign_in_attempts")
    .select("at")
    .where("email", "=", email)
    .where("address", here, address)
    .where("succeeded", "=", true)
    .where("at", ">", familiarStart)
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return { asPerson, fromAddress, lastSuccessHere: success?.at ?? null };
}
