import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type Holidays, withProvinceDays } from "../domain/calendar/holidays.ts";
import { withLimitSettings } from "../domain/cooperation/time-limit/limit-settings.ts";
import { type LimitStanding, standingsOf } from "../domain/cooperation/time-limit/limit-standing.ts";
import type { LimitDay, LimitState, TimeLimit } from "../domain/cooperation/time-limit/time-limit.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import type { RecordTransaction } from "../store/record-rows.ts";
import {
  type KeptLimitSettings,
  type LimitedRecord,
  loadLimited,
  loadLimitGround,
} from "../store/time-limits.ts";
import { askingOf, type RecordWorld } from "./records.ts";

/** What the operations of time limits stand on. */
export interface LimitWorld extends RecordWorld {
  readonly holidays: Holidays;
  /** The rules of the law. */
  readonly timeLimits: readonly TimeLimit[];
}

/** The rules that hold in a province, and what decides days and states there today. One statement. */
export async function loadLimits(
  transaction: RecordTransaction,
  province: Actor["province"],
  world: Pick<LimitWorld, "holidays" | "timeLimits" | "today">,
): Promise<KeptLimitSettings & { readonly limits: readonly TimeLimit[]; readonly at: LimitDay }> {
  const { startDay, days, ...kept } = await loadLimitGround(transaction, province);
  const added = days.map(({ day, off, name }) => ({ day, off, vi: name, en: name }));
  const holidays = withProvinceDays(world.holidays, added);
  return {
    ...kept,
    limits: withLimitSettings(world.timeLimits, kept.settings),
    at: { today: world.today(), startDay, holidays },
  };
}

/** One line of the list: what a record owes, and how it stands. */
export interface LimitRow extends LimitStanding {
  readonly record: Pick<LimitedRecord, "id" | "register" | "title" | "owner">;
}

/** What the list is narrowed to; null: everything. */
export interface LimitFilter {
  readonly register: string | null;
  readonly limit: string | null;
  readonly states: readonly LimitState[];
  /** The year of the last day. */
  readonly year: number | null;
}

/** The list of what is due in registers of cooperation, page by page, with how many there are of each kind in all. */
export interface LimitList {
  readonly rows: readonly LimitRow[];
  /** Of what the filter gives. */
  readonly total: number;
  readonly next: number | null;
  /** Of everything with a last day. */
  readonly counts: readonly {
    readonly limit: string;
    readonly state: LimitState;
    readonly year: number;
    readonly count: number;
  }[];
  /** The rules that anything falls under, once each. */
  readonly limits: readonly TimeLimit[];
}

/** What was done stands at the end, the newest first; what is not, in the order of its last days. */
function inOrder(a: LimitRow, b: LimitRow): number {
  const [doneA, doneB] = [a.doneOn !== null, b.doneOn !== null];
  if (doneA !== doneB) return doneA ? 1 : -1;
  const [first, second] = doneA ? [b, a] : [a, b];
  const due = (row: LimitRow) => row.due ?? "";
  if (due(first) !== due(second)) return due(first) < due(second) ? -1 : 1;
  return a.record.id < b.record.id ? -1 : 1;
}

/** Everything with a last day in the registers of cooperation, as the person may know of it. Two statements. */
export async function listTimeLimits(
  actor: Actor,
  { filter, from, limit }: { readonly filter: LimitFilter; readonly from: number; readonly limit: number },
  world: LimitWorld,
): Promise<Result<LimitList>> {
  const allowed = permit(actor, "see-records");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const { limits, at } = await loadLimits(transaction, actor.province, world);
    const records = await loadLimited(transaction, askingOf(actor), limits);
    const all = records.flatMap((record) =>
      standingsOf(record, limits, at)
        .filter(({ due, state }) => due !== null && state !== null)
        .map((standing): LimitRow => ({ ...standing, record })),
    );
    const found = all.filter((row) => isWanted(row, filter)).toSorted(inOrder);
    const used = new Set(all.map((row) => row.limit.key));
    return succeed({
      rows: found.slice(from, from + limit),
      total: found.length,
      next: from + limit < found.length ? from + limit : null,
      counts: countsOf(all),
      limits: limits.filter(
        ({ key }, place) => used.has(key) && limits.findLastIndex((one) => one.key === key) === place,
      ),
    });
  });
}

function yearOf({ due }: LimitRow): number {
  return Number((due ?? "").slice(0, 4));
}

function isWanted(row: LimitRow, { register, limit, states, year }: LimitFilter): boolean {
  return (
    (register === null || row.record.register === register) &&
    (limit === null || row.limit.key === limit) &&
    (states.length === 0 || (row.state !== null && states.includes(row.state))) &&
    (year === null || yearOf(row) === year)
  );
}

function countsOf(rows: readonly LimitRow[]): LimitList["counts"] {
  const groups = Map.groupBy(rows, (row) => `${row.limit.key} ${row.state} ${yearOf(row)}`);
  return [...groups.values()].flatMap((some) => {
    const [first] = some;
    return first?.state
      ? [{ limit: first.limit.key, state: first.state, year: yearOf(first), count: some.length }]
      : [];
  });
}

/** A record of a register with time limits, with where each stands. Fails with `record.unknown`. Two statements. */
export async function loadStandings(
  transaction: RecordTransaction,
  actor: Actor,
  { register, id }: { readonly register: string; readonly id: string },
  world: LimitWorld,
): Promise<
  Result<KeptLimitSettings & { readonly record: LimitedRecord; readonly standings: readonly LimitStanding[] }>
> {
  const { limits, at, ...kept } = await loadLimits(transaction, actor.province, world);
  const [record] = await loadLimited(transaction, askingOf(actor), limits, { id });
  if (!record || record.register !== register) return fail("record.unknown");
  return succeed({ ...kept, record, standings: standingsOf(record, limits, at) });
}
