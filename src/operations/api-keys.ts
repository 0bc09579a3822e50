import { createHash, randomBytes } from "node:crypto";
import { type CalendarDate, partsOf } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import { type Actor, provinceNumber } from "../domain/organisation/actor.ts";
import { type Action, keyScopes } from "../domain/organisation/rights.ts";
import { type ApiKey, holderOfKey, insertApiKey, loadApiKeys, revokeApiKey } from "../store/api-keys.ts";
import { withProvince } from "../store/database.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

export type { ApiKey } from "../store/api-keys.ts";

/** By which a key is known when it turns up where it should not. */
const keyPrefix = "sauro_";

/** The keys of the province. */
export async function listApiKeys(
  actor: Actor,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<readonly ApiKey[]>> {
  const allowed = permit(actor, "manage-keys");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) =>
    succeed(await loadApiKeys(transaction, actor.province)),
  );
}

/**
 * Makes a key of 256 random bits, which is given this once and kept as its SHA-256 (a key that cannot be guessed needs
 * no slow hash). It works to the end of its last day. Fails with `people.key-scopes` and `people.key-days`.
 */
export async function makeApiKey(
  actor: Actor,
  wish: { readonly name: string; readonly scopes: readonly Action[]; readonly lastDay: CalendarDate },
  world: RegisterWorld,
): Promise<Result<{ readonly id: string; readonly key: string }>> {
  const allowed = permit(actor, "manage-keys");
  if (!allowed.ok) return allowed;
  const { name, scopes, lastDay } = wish;
  if (scopes.length === 0 || scopes.some((scope) => !keyScopes.includes(scope)))
    return fail("people.key-scopes");
  const today = world.today();
  if (lastDay < today || partsOf(lastDay).year > partsOf(today).year + 2) return fail("people.key-days");
  const [id, key] = [world.newId(), `${keyPrefix}${randomBytes(32).toString("base64url")}`];
  // The day ends in Vietnam, seven hours ahead of UTC.
  const expiresAt = new Date(Date.parse(`${lastDay}T17:00:00Z`));
  await withProvince(world.kysely, actor.province, async (transaction) => {
    const made = { id, name, scopes, expiresAt, createdAt: world.clock(), createdBy: actor.person };
    await insertApiKey(transaction, actor.province, { ...made, hash: hashOf(key) });
    await writeHistory(transaction, actor, world, [
      { what: "make-key", subject: `key:${id}`, before: null, after: { name, scopes, lastDay } },
    ]);
  });
  return succeed({ id, key });
}

/** Revokes a key at once. Fails with `people.key-unknown`. */
export async function endApiKey(actor: Actor, id: string, world: RegisterWorld): Promise<Result<null>> {
  const allowed = permit(actor, "manage-keys");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<null>> => {
    const revoked = await revokeApiKey(transaction, actor.province, { id, at: world.clock() });
    if (!revoked) return fail("people.key-unknown");
    await writeHistory(transaction, actor, world, [
      { what: "revoke-key", subject: `key:${id}`, before: { name: revoked.name }, after: null },
    ]);
    return succeed(null);
  });
}

/** The program behind a key, as an actor that may do what the key is for; null: the key does not work. */
export async function actorOfKey(
  key: string,
  { kysely, clock }: Pick<RegisterWorld, "kysely" | "clock">,
): Promise<Actor | null> {
  if (!key.startsWith(keyPrefix)) return null;
  const holder = await holderOfKey(kysely, hashOf(key), clock());
  const province = holder && provinceNumber(holder.province);
  if (!holder || province === null) return null;
  const { id, name, scopes } = holder;
  return {
    person: `key:${id}`,
    name,
    province,
    held: [{ role: "integration", unit: null, actingFor: null, scopes }],
    address: null,
  };
}

function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
