import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { LimitCases, TimeLimit } from "../domain/cooperation/time-limit/time-limit.ts";
import type { ComputedSql } from "./record-rows.ts";

type Condition = RawBuilder<unknown>;

/** What the province sets, asked once for a statement: row-level security shows the row of one province. */
const setting = sql`(select s.settings from time_limit_setting s)`;
const startDay = sql`(select s.start_day from province_setting s)`;

/**
 * The columns of lists that say how a time limit stands, by their registers: the twin of `limitState`. Only days of the
 * calendar are counted here. A test compares the two.
 */
export function limitColumns(limits: readonly TimeLimit[], today: CalendarDate): ComputedSql {
  const columns: Record<string, Record<string, Condition>> = {};
  const shown = limits.filter(({ column }) => column !== null);
  for (const [register, some] of Map.groupBy(shown, (limit) => limit.register)) {
    const byColumn = Map.groupBy(some, ({ column }) => column ?? "");
    columns[register] = Object.fromEntries(
      [...byColumn].map(([column, rules]) => [column, columnOf(rules, today)]),
    );
  }
  return columns;
}

/**
 * Days are taken out of the record once, and what is counted from them once: `offset 0` keeps the planner from writing
 * them out again wherever they are named.
 */
function columnOf(rules: readonly TimeLimit[], today: CalendarDate): Condition {
  const days = rules.map((limit, at) => ({
    limit,
    start: sql.ref(`day.start_${at}`),
    done: sql.ref(`day.done_${at}`),
    due: sql.ref(`last.due_${at}`),
  }));
  const taken = rules.flatMap((limit, at) => [
    sql`${startOf(limit)} as ${sql.ref(`start_${at}`)}`,
    sql`${doneOf(limit)} as ${sql.ref(`done_${at}`)}`,
  ]);
  const counted = days.map(({ limit, start }, at) => sql`${dueOf(limit, start)} as ${sql.ref(`due_${at}`)}`);
  const whens = days.map(
    (one) => sql`when ${isFor(one.limit, one.start, today)} then ${stateOf(one, today)}`,
  );
  return sql`(select case ${sql.join(whens, sql` `)} end
    from (select ${sql.join(taken)} offset 0) day cross join lateral (select ${sql.join(counted)} offset 0) last)`;
}

function isFor(limit: TimeLimit, counted: Condition, today: CalendarDate): Condition {
  const start = sql`coalesce(${counted}, ${today}::date)`;
  const until = limit.until === null ? sql`` : sql`and ${start} <= ${limit.until}::date`;
  const cases = limit.where === null ? sql`true` : casesOf(limit.where);
  return sql`(${cases} and ${start} >= ${limit.from}::date ${until})`;
}

function casesOf({ are, cases }: LimitCases): Condition {
  const each = cases.map(({ field, in: allowed }) =>
    allowed === null
      ? sql`coalesce(r.values -> ${field} <> '[]'::jsonb, false)`
      : sql`coalesce(r.values ->> ${field} = any (${allowed}::text[]), false)`,
  );
  if (are === "none") return sql`not (${sql.join(each, sql` or `)})`;
  return sql`(${sql.join(each, are === "all" ? sql` and ` : sql` or `)})`;
}

function doneOf({ done, counting, days, key }: TimeLimit): Condition {
  if (counting !== "days" || days === null || done === null)
    throw new Error(`${key} stands in no list: its days are not those of the calendar`);
  return dayOf(done);
}

/** The last day, counted from this one. */
function dueOf({ days, dueField, isSettable, key }: TimeLimit, start: Condition): Condition {
  const set = sql`coalesce((${setting} -> 'days' ->> ${key})::int, ${days}::int)`;
  const counted = sql`(${start} + ${isSettable ? set : sql`${days}::int`})`;
  return dueField === null
    ? counted
    : sql`case when ${start} is not null then coalesce(${dayOf(dueField)}, ${counted}) end`;
}

/** How a limit stands whose days are at hand: the one counted from, the one on which it was done, and the last. */
function stateOf(
  {
    limit,
    start,
    done,
    due,
  }: {
    readonly limit: TimeLimit;
    readonly start: Condition;
    readonly done: Condition;
    readonly due: Condition;
  },
  today: CalendarDate,
): Condition {
  const { opens, days, isLasting } = limit;
  const isOpen =
    opens !== null
      ? sql`${due} - ${opens}::int <= ${today}::date`
      : (days ?? 0) < 0
        ? sql`true`
        : sql`${start} < ${today}::date`;
  return sql`case
    when ${done} is not null then case when ${done} > ${due} then 'doneLate' else 'done' end
    when ${due} is null then null
    ${isLasting ? sql`` : sql`when ${due} < ${startDay} then 'beforeStart'`}
    when ${due} < ${today}::date then 'late' when ${isOpen} then 'due' else 'notYet' end`;
}

/** The latest of the days that something is counted from. */
function startOf({ start }: TimeLimit): Condition {
  if (start.kind === "periods") throw new Error("periods stand in no list");
  return sql`greatest(${sql.join(start.fields.map(dayOf))})`;
}

/** A day of the record under `r`; of a span its first or last day, an end that is open being the other one. */
function dayOf(path: string): Condition {
  const [key = "", end] = path.split(".");
  if (end === undefined) return sql`(r.values ->> ${key})::date`;
  const other = end === "from" ? "to" : "from";
  return sql`coalesce(r.values -> ${key} ->> ${end}, r.values -> ${key} ->> ${other})::date`;
}
