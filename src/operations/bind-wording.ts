import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { type CollectiveRule, isOpenEnded } from "../domain/organisation/collective-rule.ts";
import { existsOn } from "../domain/organisation/gazetteer.ts";
import { foldedKey } from "../domain/text/fold.ts";
import {
  bindWording,
  type Collective,
  insertCollective,
  loadCollectives,
  loadMetWordings,
  loadUnknownNames,
  loadWordingsOf,
  updateCollective,
} from "../store/collectives.ts";
import { withProvince } from "../store/database.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { lockTree } from "../store/unit-changes.ts";
import { loadUnitDetails, savePlainFields } from "../store/unit-record.ts";
import { loadUnits } from "../store/units.ts";
import { type FoundParties, findParties } from "./find-parties.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** A collective to bind words to: one that is there, a new one, or none. */
export type BoundTo =
  | { readonly collective: string }
  | { readonly name: string; readonly rule: CollectiveRule }
  | null;

/**
 * Binds words of documents to a collective once, for all tasks that use them and will; their addressees are looked up
 * at once. Fails with `unit.wording-unknown`, `unit.wording-open` and the failures of `saveCollective`.
 */
export async function bindWords(
  actor: Actor,
  key: string,
  to: BoundTo,
  world: RegisterWorld,
): Promise<Result<FoundParties>> {
  const allowed = permit(actor, "bind-collectives");
  if (!allowed.ok) return allowed;
  const { province, person } = actor;
  return withProvince(world.kysely, province, async (transaction): Promise<Result<FoundParties>> => {
    await lockTree(transaction, province);
    const met = (await loadMetWordings(transaction, province)).find((one) => one.key === key);
    if (!met) return fail("unit.wording-unknown");
    if (to !== null && isOpenEnded(met.words)) return fail("unit.wording-open", { wording: met.words });
    const collectives = await loadCollectives(transaction, province);
    const found =
      to === null ? succeed(null) : await boundCollective(transaction, actor, { to, collectives }, world);
    if (!found.ok) return found;
    const collective = found.value;
    await bindWording(
      transaction,
      province,
      met,
      collective === null ? null : { collective, at: world.clock(), who: person },
    );
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "bind-wording", subject: `wording:${key}` },
        before: { collective: met.collective },
        after: { collective, words: met.words },
      },
    ]);
    return succeed(await findParties(transaction, actor, { wordings: [key] }, world));
  });
}

async function boundCollective(
  transaction: ProvinceTransaction,
  actor: Actor,
  { to, collectives }: { readonly to: NonNullable<BoundTo>; readonly collectives: readonly Collective[] },
  world: RegisterWorld,
): Promise<Result<string>> {
  if ("collective" in to) {
    const known = collectives.some(({ id }) => id === to.collective);
    return known ? succeed(to.collective) : fail("unit.collective-unknown", { id: to.collective });
  }
  return enterCollective(transaction, actor, { ...to, collectives }, world);
}

async function enterCollective(
  transaction: ProvinceTransaction,
  actor: Actor,
  {
    name,
    rule,
    collectives,
  }: { readonly name: string; readonly rule: CollectiveRule; readonly collectives: readonly Collective[] },
  world: RegisterWorld,
): Promise<Result<string>> {
  const wrong = wrongName(name, null, collectives);
  if (wrong) return wrong;
  const id = world.newId();
  await insertCollective(transaction, actor.province, { id, name: name.trim(), rule });
  await writeHistory(transaction, actor, world, [
    { what: "save-collective", subject: `collective:${id}`, before: null, after: { name, rule } },
  ]);
  return succeed(id);
}

function wrongName(
  name: string,
  own: string | null,
  collectives: readonly Collective[],
): Result<never> | null {
  if (foldedKey(name) === "") return fail("unit.name-empty");
  const taken = collectives.some((other) => other.id !== own && foldedKey(other.name) === foldedKey(name));
  return taken ? fail("unit.collective-name-taken", { name }) : null;
}

/**
 * Makes a collective (`id` null), or changes it in the version that the person saw: all tasks whose words are bound to it are looked up anew. Fails with
 * `unit.collective-unknown`, `unit.changed-meanwhile`, `unit.name-empty` and `unit.collective-name-taken`.
 */
export async function saveCollective(
  actor: Actor,
  id: string | null,
  { name, rule, version }: Omit<Collective, "id">,
  world: RegisterWorld,
): Promise<Result<FoundParties>> {
  const allowed = permit(actor, "bind-collectives");
  if (!allowed.ok) return allowed;
  const { province } = actor;
  return withProvince(world.kysely, province, async (transaction): Promise<Result<FoundParties>> => {
    await lockTree(transaction, province);
    const collectives = await loadCollectives(transaction, province);
    if (id === null) {
      const entered = await enterCollective(transaction, actor, { name, rule, collectives }, world);
      return entered.ok ? succeed(await findParties(transaction, actor, { wordings: [] }, world)) : entered;
    }
    const before = collectives.find((one) => one.id === id);
    if (!before) return fail("unit.collective-unknown", { id });
    if (before.version !== version) return fail("unit.changed-meanwhile", { name: before.name });
    const wrong = wrongName(name, id, collectives);
    if (wrong) return wrong;
    await updateCollective(transaction, province, { id, name: name.trim(), rule, version });
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "save-collective", subject: `collective:${id}` },
        before: { name: before.name, rule: before.rule },
        after: { name, rule },
      },
    ]);
    const wordings = await loadWordingsOf(transaction, province, id);
    return succeed(await findParties(transaction, actor, { wordings }, world));
  });
}

/**
 * Ties a name that tasks use to the unit that it means, as another spelling of it, and looks all tasks with the name up.
 * Fails with `unit.wording-unknown`, `unit.unknown` and `unit.unit-closed` when the unit is not there on any of their
 * days.
 */
export async function tieName(
  actor: Actor,
  { key, unit: id }: { readonly key: string; readonly unit: string },
  world: RegisterWorld,
): Promise<Result<FoundParties>> {
  const allowed = permit(actor, "change-units");
  if (!allowed.ok) return allowed;
  const { province } = actor;
  return withProvince(world.kysely, province, async (transaction): Promise<Result<FoundParties>> => {
    await lockTree(transaction, province);
    const met = (await loadUnknownNames(transaction, province)).find((one) => one.key === key);
    if (!met) return fail("unit.wording-unknown");
    const unit = (await loadUnits(transaction, province)).find((one) => one.id === id);
    const details =
      unit && (await loadUnitDetails(transaction, province, id, { day: world.today(), locked: true }));
    if (!unit || !details) return fail("unit.unknown", { id });
    if (!existsOn(unit, met.firstDay) && !existsOn(unit, met.lastDay))
      return fail("unit.unit-closed", { name: unit.name });
    const aliases = [...unit.aliases, met.words];
    await savePlainFields(transaction, province, unit, { ...unit, aliases, contact: details.contact });
    await writeHistory(transaction, actor, world, [
      { what: "edit-unit", subject: `unit:${id}`, before: { aliases: unit.aliases }, after: { aliases } },
    ]);
    return succeed(await findParties(transaction, actor, { names: [key] }, world));
  });
}
