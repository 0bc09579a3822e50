import { type Actor, type ProvinceNumber, programActor } from "../domain/organisation/actor.ts";
import type { FirstUnits } from "../domain/organisation/province-units.ts";
import { standardCollectives } from "../domain/organisation/standard-collectives.ts";
import { insertCollective, loadCollectives } from "../store/collectives.ts";
import { withProvince } from "../store/database.ts";
import { enterPerson, givePosts, hasPosts } from "../store/posts.ts";
import { loadSettings, saveSettings } from "../store/province-settings.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { hasUnits, insertChanges, insertUnits, loadUnits } from "../store/units.ts";
import { fillParties } from "./find-parties.ts";
import { prolongDuties } from "./make-duties.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** What the beginning of a province stands on: the units that it has on its first day, null for no such province. */
export interface BeginWorld extends RegisterWorld {
  readonly firstUnits: (province: ProvinceNumber) => FirstUnits | null;
}

/** Who opens the register of a province. */
export interface Founder {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Begins a province on the day on which somebody first works for it: its start day, its units with what is known of
 * their past, the usual collectives, and the founder as administrator and officer of the focal body. Each part that is there already stays;
 * all in one transaction, so that a beginning that was cut off is begun again whole.
 */
export async function beginProvince(
  founder: Founder,
  province: ProvinceNumber,
  world: BeginWorld,
): Promise<void> {
  const actor: Actor = { ...programActor(founder.id, province), name: founder.name };
  const hasNewUnits = await withProvince(world.kysely, province, async (transaction) => {
    await beginSettings(transaction, actor, world);
    const begun = await beginUnits(transaction, actor, world);
    await beginCollectives(transaction, actor, world);
    await beginPosts(transaction, actor, founder, world);
    return begun;
  });
  // Tasks may have been accepted before there were units; what is cut off here, upkeep does.
  if (!hasNewUnits) return;
  await fillParties(province, world);
  await prolongDuties(province, world);
}

/** What fell due before the first day is from before the system was used. */
async function beginSettings(
  transaction: ProvinceTransaction,
  actor: Actor,
  world: BeginWorld,
): Promise<void> {
  const before = await loadSettings(transaction, actor.province, { locked: true });
  if (before.version > 0) return;
  const after = { ...before, startDay: world.today(), version: 1 };
  await saveSettings(transaction, actor.province, after);
  await writeHistory(transaction, actor, world, [
    { what: "start-register", subject: `settings:${actor.province}`, before: null, after },
  ]);
}

/** Gives whether the province had no units and has some now. */
async function beginUnits(
  transaction: ProvinceTransaction,
  actor: Actor,
  world: BeginWorld,
): Promise<boolean> {
  const { province, person } = actor;
  if (await hasUnits(transaction, province)) return false;
  const first = world.firstUnits(province);
  if (first === null) return false;
  await insertUnits(transaction, province, first.units);
  const changes = first.changes.map((change) => ({ ...change, id: world.newId(), note: null }));
  await insertChanges(transaction, province, changes, { at: world.clock(), who: person });
  const after = { units: first.units.length, changes: changes.length };
  await writeHistory(transaction, actor, world, [
    { what: "begin-units", subject: `province:${province}`, before: null, after },
  ]);
  return true;
}

/** The collectives that documents of every province speak of. */
async function beginCollectives(
  transaction: ProvinceTransaction,
  actor: Actor,
  world: BeginWorld,
): Promise<void> {
  const { province } = actor;
  if ((await loadCollectives(transaction, province)).length > 0) return;
  const standard = standardCollectives(await loadUnits(transaction, province));
  for (const { name, rule } of standard)
    await insertCollective(transaction, province, { id: world.newId(), name, rule });
  await writeHistory(transaction, actor, world, [
    {
      ...{ what: "begin-collectives", subject: `province:${province}`, before: null },
      after: { names: standard.map(({ name }) => name) },
    },
  ]);
}

async function beginPosts(
  transaction: ProvinceTransaction,
  actor: Actor,
  founder: Founder,
  world: BeginWorld,
): Promise<void> {
  const { province } = actor;
  if (await hasPosts(transaction, province)) return;
  await enterPerson(transaction, province, { ...founder, phone: null });
  const roles = ["administrator", "focalOfficer"] as const;
  const none = { unit: null, title: null, to: null, actingFor: null, document: null };
  await givePosts(
    transaction,
    province,
    roles.map((role) => ({ ...none, id: world.newId(), person: founder.id, role, from: world.today() })),
  );
  await writeHistory(transaction, actor, world, [
    { what: "begin-posts", subject: `person:${founder.id}`, before: null, after: { roles } },
  ]);
}
