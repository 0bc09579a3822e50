import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Declaration } from "../domain/cooperation/declaration.ts";
import { loggedRecord } from "../domain/cooperation/record.ts";
import { likelySame } from "../domain/cooperation/record-duplicate.ts";
import { likelyTwin } from "../domain/cooperation/record-twin.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { isUnitWithin } from "../store/people.ts";
import { loadOwners } from "../store/record-owners.ts";
import type { FoundRecord, RecordAsking, RecordTransaction } from "../store/record-rows.ts";
import { insertRecords, loadRecord, loadRegister, updateRecords } from "../store/records.ts";
import {
  changedWords,
  draftRecord,
  type GivenRecord,
  type RecordDraft,
  titleOf,
  writtenRecord,
} from "./record-draft.ts";
import { askingOf, focalName, type RecordWorld, registerFor } from "./records.ts";
import { writeHistory } from "./register.ts";

/** A new record. `owner`: for which unit it is entered, null the focal body; `sure`: it is not the one that is much like it. */
export interface NewRecord extends GivenRecord {
  readonly register: string;
  readonly owner: string | null;
  readonly sure: boolean;
}

/**
 * Enters a record; gives its id. Fails with `record.register-unknown`, `record.owner-needed`, `record.not-owner`,
 * `record.likely-same` ({ title, id }) unless the person is sure, and as `draftRecord` does.
 */
export async function addRecord(
  actor: Actor,
  request: NewRecord,
  world: RecordWorld,
): Promise<Result<string>> {
  const found = registerFor(actor, "edit-records", request.register);
  if (!found.ok) return found;
  const declaration = found.value;
  const asking = askingOf(actor);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const owner = await ownerFor(transaction, asking, declaration, request.owner);
    if (!owner.ok) return owner;
    const sight = { personal: true, restricted: true };
    const draft = await draftRecord(transaction, asking, declaration, {
      given: request,
      standing: null,
      sight,
    });
    if (!draft.ok) return draft;
    if (!request.sure) {
      const same = await findSame(transaction, asking, declaration, draft.value);
      if (same) return fail("record.likely-same", { title: same.record.title, id: same.record.id });
    }
    const id = world.newId();
    const written = writtenRecord(declaration, draft.value, { id, owner: owner.value, sourceKey: null });
    await insertRecords(transaction, actor.province, [written], world.clock());
    const after = loggedRecord(declaration, {
      title: written.title,
      written: changedWords(declaration, null, draft.value).after,
    });
    await writeHistory(transaction, actor, world, [
      { what: "add-record", subject: `record:${id}`, before: null, after },
    ]);
    return succeed(id);
  });
}

/**
 * For whom a new record is entered: the owner of the register, or the unit asked for where each enters its own. Fails
 * with `record.not-owner` and `record.owner-needed`.
 */
export async function ownerFor(
  transaction: RecordTransaction,
  asking: RecordAsking,
  { key, owned }: Declaration,
  asked: string | null,
): Promise<Result<string | null>> {
  const named = owned === "one" ? (await loadOwners(transaction, asking.province)).get(key)?.unit : undefined;
  const owner = owned === "one" ? (named?.id ?? null) : asked;
  const { focal, units } = asking.entering;
  const enters = owner === null ? focal : await isUnitWithin(transaction, units, owner);
  if (enters) return succeed(owner);
  return owned === "one"
    ? fail("record.not-owner", { owner: named?.name ?? focalName })
    : fail("record.owner-needed");
}

async function findSame(
  transaction: RecordTransaction,
  asking: RecordAsking,
  declaration: Declaration,
  draft: RecordDraft,
): Promise<FoundRecord | undefined> {
  const known = await loadRegister(transaction, asking, declaration.key);
  const one = { title: titleOf(declaration, draft.values), values: draft.values };
  const [same] = likelySame(
    declaration,
    one,
    known.map((found) => ({ title: found.record.title, values: found.record.values, found })),
    1,
  );
  if (same) return same.found;
  const told = { ...one, links: idsOf(draft) };
  return (
    likelyTwin(
      declaration,
      told,
      known.map((found) => ({ ...comparable(found), found })),
    )?.found ?? undefined
  );
}

function comparable({ record }: FoundRecord) {
  const { id, title, values, owner } = record;
  return { id, title, values, owner: owner?.id ?? null, links: idsOf(record) };
}

/** What a record links to, by the keys of fields. */
function idsOf({ links }: Pick<RecordDraft, "links">): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(links).map(([key, held]) => [key, held.map(({ id }) => id)]));
}

/**
 * Changes a record in the version that the person saw; what is not given stays. Gives its id; nothing is written when
 * nothing differs. Fails with `record.register-unknown`, `record.unknown`, `record.not-owner`, `record.changed` and as
 * `draftRecord` does.
 */
export async function changeRecord(
  actor: Actor,
  request: GivenRecord & { readonly register: string; readonly id: string; readonly version: number },
  world: RecordWorld,
): Promise<Result<string>> {
  const taken = registerFor(actor, "edit-records", request.register);
  if (!taken.ok) return taken;
  const declaration = taken.value;
  const asking = askingOf(actor);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const found = await takeRecord(transaction, asking, request);
    if (!found.ok) return found;
    const { record, sight } = found.value;
    const drafted = await draftRecord(transaction, asking, declaration, {
      given: request,
      standing: record,
      sight,
    });
    if (!drafted.ok) return drafted;
    await writeChange(
      transaction,
      actor,
      { declaration, record, draft: drafted.value, what: "change-record" },
      world,
    );
    return succeed(record.id);
  });
}

/** Writes a draft over a record, with its history; nothing when nothing differs. Gives whether something was written. */
export async function writeChange(
  transaction: RecordTransaction,
  actor: Actor,
  change: {
    readonly declaration: Declaration;
    readonly record: FoundRecord["record"];
    readonly draft: RecordDraft;
    readonly what: string;
  },
  world: RecordWorld,
): Promise<boolean> {
  const { declaration, record, draft, what } = change;
  const words = changedWords(declaration, record, draft);
  if (Object.keys(words.after).length === 0) return false;
  const { id, owner, sourceKey } = record;
  const written = writtenRecord(declaration, draft, { id, owner: owner?.id ?? null, sourceKey });
  await updateRecords(transaction, actor.province, [written], world.clock());
  const logged = (title: string, texts: Readonly<Record<string, string>>) =>
    loggedRecord(declaration, { title, written: texts });
  await writeHistory(transaction, actor, world, [
    {
      ...{ what, subject: `record:${id}` },
      before: logged(record.title, words.before),
      after: logged(written.title, words.after),
    },
  ]);
  return true;
}

/**
 * A record in the version that a person saw, his to change, as it is until the transaction ends; `removed`: one that was
 * taken out. Fails with `record.unknown`, `record.not-owner` and `record.changed`.
 */
export async function takeRecord(
  transaction: RecordTransaction,
  asking: RecordAsking,
  seen: { readonly register: string; readonly id: string; readonly version: number },
  { removed = false }: { readonly removed?: boolean } = {},
): Promise<Result<FoundRecord>> {
  const found = await loadRecord(transaction, asking, seen, { locked: true, removed });
  if (!found) return fail("record.unknown");
  const { record, mayEdit } = found;
  if (!mayEdit) return fail("record.not-owner", { owner: record.owner?.name ?? focalName });
  return record.version === seen.version
    ? succeed(found)
    : fail("record.changed", { now: record.version, yours: seen.version });
}
