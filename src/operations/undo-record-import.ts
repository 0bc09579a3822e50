import { bookStep } from "../domain/basics/ledger.ts";
import { type Failure, fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Declaration } from "../domain/cooperation/declaration.ts";
import { loggedRecord } from "../domain/cooperation/record.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import {
  keepTaken,
  loadTakenLists,
  loadWorkedOn,
  lockTaken,
  type TakenList,
  type TakenRecord,
} from "../store/record-imports.ts";
import { loadTies } from "../store/record-links.ts";
import type { FoundRecord, RecordAsking, RecordTransaction } from "../store/record-rows.ts";
import { findSources, lockRecords, markRemoved, updateRecords } from "../store/records.ts";
import { listKept } from "./import-records.ts";
import { changedWords, titleOf, writtenRecord } from "./record-draft.ts";
import { askingOf, focalName, type RecordWorld, registerFor } from "./records.ts";
import { writeHistory } from "./register.ts";

/** What became of a list that was taken back: of all records that it wrote, those that stay and why. */
export interface UndoneRecords {
  readonly written: number;
  readonly kept: readonly KeptRecord[];
}

interface KeptRecord {
  readonly id: string;
  readonly title: string;
  readonly failure: Failure;
}

/** A record as the list left it, with what it wrote there. */
interface Undoing {
  readonly taken: TakenRecord;
  readonly found: FoundRecord;
}

/** The lists of a register that the person took within the last day. */
export async function listTakenLists(
  actor: Actor,
  register: string,
  { kysely, clock }: Pick<RecordWorld, "kysely" | "clock">,
): Promise<Result<readonly TakenList[]>> {
  const found = registerFor(actor, "edit-records", register);
  if (!found.ok) return found;
  const since = new Date(clock().getTime() - listKept);
  return withProvince(kysely, actor.province, async (transaction) =>
    succeed(await loadTakenLists(transaction, actor.province, { register, who: actor.person, since })),
  );
}

/**
 * Takes back what the actor's own list wrote within the last day: records that it added leave the register, those that
 * it changed are as before, and the history keeps both. A record that was changed, or of which something was recorded
 * since, stays and is named with its reason; it can be asked for again. Fails with `record.import-unknown`.
 */
export async function undoRecordImport(
  actor: Actor,
  { register, id }: { readonly register: string; readonly id: string },
  world: RecordWorld,
): Promise<Result<UndoneRecords>> {
  const declared = registerFor(actor, "edit-records", register);
  if (!declared.ok) return declared;
  const declaration = declared.value;
  const asking = askingOf(actor);
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<UndoneRecords>> => {
    const list = await lockTaken(transaction, actor.province, { id, register, who: actor.person });
    if (!list || list.at.getTime() < world.clock().getTime() - listKept) return fail("record.import-unknown");
    const { undoing, kept } = await sortOut(transaction, asking, declaration, { id, ...list });
    bookStep(
      "undoneRecords",
      list.taken.length,
      undoing.length,
      kept.map(({ title, id: where, failure }) => ({ what: title, where, why: failure.code })),
    );
    await writeBack(transaction, actor, { declaration, undoing, id }, world);
    const left = list.taken.filter((one) => kept.some((record) => record.id === one.id));
    await keepTaken(transaction, actor.province, { id, taken: left }, world.clock());
    return succeed({ written: list.taken.length, kept });
  });
}

/** Which of the records that a list wrote can be taken back. */
async function sortOut(
  transaction: RecordTransaction,
  asking: RecordAsking,
  declaration: Declaration,
  list: { readonly id: string; readonly at: Date; readonly taken: readonly TakenRecord[] },
): Promise<{ readonly undoing: readonly Undoing[]; readonly kept: readonly KeptRecord[] }> {
  const ids = list.taken.map((one) => one.id);
  const known = await lockRecords(transaction, asking, declaration.key, ids);
  const since = { ids, since: list.at, list: list.id };
  const workedOn = await loadWorkedOn(transaction, asking.province, since);
  const kept: KeptRecord[] = [];
  const undoing = new Map<string, Undoing>();
  const keep = (id: string, title: string, code: Failure["code"], detail: Failure["detail"] = {}) => {
    undoing.delete(id);
    kept.push({ id, title, failure: { code, detail } });
  };
  for (const taken of list.taken) {
    const { id, version } = taken;
    const found = known.get(id);
    if (!found) keep(id, id, "record.unknown");
    else if (!found.mayEdit)
      keep(id, found.record.title, "record.not-owner", { owner: found.record.owner?.name ?? focalName });
    else if (found.record.version !== version || workedOn.has(id))
      keep(id, found.record.title, "record.worked-on");
    else undoing.set(id, { taken, found });
  }
  for (const { id, title, key, other } of await takenSources(transaction, asking, declaration, undoing))
    keep(id, title, "record.source-taken", { key, title: other });
  await keepTied(transaction, asking, undoing, keep);
  return { undoing: [...undoing.values()], kept };
}

/** Records whose id at the source, as it was before, is that of another record by now. */
async function takenSources(
  transaction: RecordTransaction,
  asking: RecordAsking,
  declaration: Declaration,
  undoing: ReadonlyMap<string, Undoing>,
) {
  const back = [...undoing.values()].flatMap(({ taken: { before }, found: { record } }) =>
    before?.sourceKey && before.sourceKey !== record.sourceKey
      ? [{ key: before.sourceKey, before, record }]
      : [],
  );
  if (back.length === 0) return [];
  const holders = await findSources(
    transaction,
    asking,
    declaration.key,
    back.map(({ key }) => key),
  );
  return back.flatMap(({ key, before, record: { id, title } }) => {
    const holder = holders.find((one) => one.key === key && one.owner === (before.owner?.id ?? null));
    return holder ? [{ id, title, key, other: holder.title }] : [];
  });
}

/** Keeps added records to which a record links that stays; with one of them what it links to stays too. */
async function keepTied(
  transaction: RecordTransaction,
  asking: RecordAsking,
  undoing: ReadonlyMap<string, Undoing>,
  keep: (id: string, title: string, code: Failure["code"], detail: Failure["detail"]) => void,
): Promise<void> {
  const added = [...undoing.values()].filter(({ taken }) => taken.before === null);
  const ties = Map.groupBy(
    await loadTies(
      transaction,
      asking,
      added.map(({ taken }) => taken.id),
    ),
    ({ to }) => to,
  );
  for (let settled = false; !settled; ) {
    settled = true;
    for (const { taken, found } of added) {
      const count = (ties.get(taken.id) ?? []).filter(({ from }) => !undoing.has(from)).length;
      if (count === 0 || !undoing.has(taken.id)) continue;
      keep(taken.id, found.record.title, "record.linked", { count });
      settled = false;
    }
  }
}

async function writeBack(
  transaction: RecordTransaction,
  actor: Actor,
  { declaration, undoing, id: list }: { declaration: Declaration; undoing: readonly Undoing[]; id: string },
  world: RecordWorld,
): Promise<void> {
  const at = world.clock();
  const added = undoing.filter(({ taken }) => taken.before === null).map(({ found }) => found.record);
  const changed = undoing.flatMap(({ taken: { before }, found: { record } }) =>
    before ? [{ before, record }] : [],
  );
  await markRemoved(
    transaction,
    actor.province,
    added.map(({ id }) => id),
    { removedAt: at, at },
  );
  await updateRecords(
    transaction,
    actor.province,
    changed.map(({ before, record: { id } }) =>
      writtenRecord(declaration, before, {
        id,
        owner: before.owner?.id ?? null,
        sourceKey: before.sourceKey,
      }),
    ),
    at,
  );
  const logged = (title: string, written: Readonly<Record<string, string>>) => ({
    ...loggedRecord(declaration, { title, written }),
    import: list,
  });
  await writeHistory(transaction, actor, world, [
    ...added.map(({ id, title }) => ({
      ...{ what: "undo-record-import", subject: `record:${id}`, before: logged(title, {}), after: null },
    })),
    ...changed.map(({ before, record }) => {
      const words = changedWords(declaration, record, before);
      return {
        ...{ what: "undo-record-import", subject: `record:${record.id}` },
        before: logged(record.title, words.before),
        after: logged(titleOf(declaration, before.values), words.after),
      };
    }),
  ]);
}
