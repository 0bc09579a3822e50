import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Declaration } from "../domain/cooperation/declaration.ts";
import { fieldOf } from "../domain/cooperation/declaration.ts";
import { loggedRecord, type MaskedRecord, maskRecord, seesField } from "../domain/cooperation/record.ts";
import { proposeTwins, type TwinPair } from "../domain/cooperation/record-twin.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import type { FoundRecord, RecordAsking, RecordTransaction } from "../store/record-rows.ts";
import { dropTwins, loadDecidedPairs, loadTwinCandidates, saveTwins } from "../store/record-twins.ts";
import { loadRecord, loadSome, markRemoved } from "../store/records.ts";
import { askingOf, focalName, type RecordWorld, registerFor } from "./records.ts";
import { writeHistory } from "./register.ts";

/** Two records that likely tell of one thing, as the person may see them. */
export interface ShownTwins {
  readonly one: MaskedRecord;
  readonly other: MaskedRecord;
  /** Fields, as far as the person sees them in both. */
  readonly agrees: readonly string[];
  readonly differs: readonly string[];
}

export interface TwinList {
  readonly total: number;
  readonly pairs: readonly ShownTwins[];
}

/** So many pairs are shown at a time; the others follow when these are decided. */
const mostPairs = 50;

/**
 * The pairs of records of a register that likely tell of one thing, the likeliest first. None in a register that does not
 * compare. Fails with `record.register-unknown`. Three statements.
 */
export async function listTwins(
  actor: Actor,
  register: string,
  { kysely }: Pick<RecordWorld, "kysely">,
): Promise<Result<TwinList>> {
  const found = registerFor(actor, "join-records", register);
  if (!found.ok) return found;
  const declaration = found.value;
  if (!declaration.toldTwice) return succeed({ total: 0, pairs: [] });
  const asking = askingOf(actor);
  return withProvince(kysely, actor.province, async (transaction) => {
    const candidates = await loadTwinCandidates(transaction, asking, declaration);
    const decided = await loadDecidedPairs(transaction, actor.province);
    const pairs = proposeTwins(declaration, candidates, decided);
    const first = pairs.slice(0, mostPairs);
    const ids = [...new Set(first.flatMap(({ one, other }) => [one.id, other.id]))];
    const records = await loadSome(transaction, asking, register, ids);
    const byId = new Map(records.map((record) => [record.record.id, record]));
    return succeed({
      total: pairs.length,
      pairs: first.flatMap((pair) => shownTwins(declaration, pair, byId) ?? []),
    });
  });
}

function shownTwins(
  declaration: Declaration,
  { one, other, agrees, differs }: TwinPair,
  records: ReadonlyMap<string, FoundRecord>,
): ShownTwins | null {
  const found = [records.get(one.id), records.get(other.id)];
  const [left, right] = found.map((of) => of && maskRecord(declaration, of.record, of.sight));
  if (!left || !right) return null;
  const isSeen = (key: string) => {
    const field = fieldOf(declaration, key);
    return field !== null && found.every((of) => of && seesField(declaration, field, of.sight));
  };
  return { one: left, other: right, agrees: agrees.filter(isSeen), differs: differs.filter(isSeen) };
}

interface SeenTwin {
  readonly id: string;
  readonly version: number;
}

/** What a person says of two records: `kept` stands for both; null: they are two things. */
export interface TwinDecision {
  readonly register: string;
  readonly one: SeenTwin;
  readonly other: SeenTwin;
  readonly kept: string | null;
}

/**
 * Keeps what a person decides of two records of a register. Where they tell of one thing the one that is kept stands: the
 * other is out of its register, and whatever links to it leads to the one. Fails with `record.register-unknown`,
 * `record.unknown`, `record.changed` and `record.twins-decided`.
 */
export async function decideTwins(
  actor: Actor,
  { register, one, other, kept }: TwinDecision,
  world: RecordWorld,
): Promise<Result<null>> {
  const found = registerFor(actor, "join-records", register);
  if (!found.ok) return found;
  const declaration = found.value;
  const isPair = one.id !== other.id && (kept === null || kept === one.id || kept === other.id);
  if (!declaration.toldTwice || !isPair) return fail("record.unknown");
  const asking = askingOf(actor);
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<null>> => {
    const pair = await takePair(transaction, asking, register, [one, other]);
    if (!pair.ok) return pair;
    const at = world.clock();
    const decision = { one: one.id, other: other.id, kept };
    if (!(await saveTwins(transaction, actor.province, decision, { at, who: actor.person })))
      return fail("record.twins-decided");
    const gone = kept === one.id ? other.id : one.id;
    if (kept !== null) await markRemoved(transaction, actor.province, [gone], { removedAt: at, at });
    const what = kept === null ? "tell-records-apart" : "join-records";
    await writeHistory(transaction, actor, world, entriesOf(declaration, pair.value, what));
    return succeed(null);
  });
}

/** Both records, locked in one order whoever comes first. */
async function takePair(
  transaction: RecordTransaction,
  asking: RecordAsking,
  register: string,
  seen: readonly SeenTwin[],
): Promise<Result<readonly FoundRecord[]>> {
  const taken: FoundRecord[] = [];
  for (const { id, version } of seen.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const found = await loadRecord(transaction, asking, { register, id }, { locked: true });
    if (!found) return fail("record.unknown");
    if (found.record.version !== version)
      return fail("record.changed", { now: found.record.version, yours: version });
    taken.push(found);
  }
  return succeed(taken);
}

/** The history of each tells with which other one it was decided. */
function entriesOf(declaration: Declaration, pair: readonly FoundRecord[], what: string) {
  return pair.map(({ record }) => {
    const others = pair.filter((one) => one.record.id !== record.id);
    const [other] = others.map((one) => one.record);
    return {
      ...{ what, subject: `record:${record.id}`, before: null },
      after: {
        ...loggedRecord(declaration, { title: other?.title ?? "", written: {} }),
        owner: other?.owner?.name ?? focalName,
      },
    };
  });
}

/**
 * Takes a decision back: both records are as they were, each with what links to it, and are proposed again. Fails with
 * `record.register-unknown`, and `record.twins-undecided` also while the one that stands is out itself.
 */
export async function undoTwins(
  actor: Actor,
  { register, one, other }: { readonly register: string; readonly one: string; readonly other: string },
  world: RecordWorld,
): Promise<Result<null>> {
  const found = registerFor(actor, "join-records", register);
  if (!found.ok) return found;
  const asking = askingOf(actor);
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<null>> => {
    const dropped = await dropTwins(transaction, actor.province, { one, other });
    if (dropped === null) return fail("record.twins-undecided");
    const gone = dropped.kept === one ? other : one;
    const at = world.clock();
    if (dropped.kept !== null)
      await markRemoved(transaction, actor.province, [gone], { removedAt: null, at });
    const pair = await loadSome(transaction, asking, register, [one, other]);
    await writeHistory(transaction, actor, world, entriesOf(found.value, pair, "part-records"));
    return succeed(null);
  });
}
