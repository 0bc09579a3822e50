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

function columnOf(rules: readonly TimeLimit[], today: CalendarDate): Condition {
  const whens = rules.map((limit) => sql`when ${isFor(limit, today)} then ${stateOf(limit, today)}`);
  return sql`case ${sql.join(whens, sql` `)} end`;
}

function isFor(limit: TimeLimit, today: CalendarDate): Condition {
  const start = sql`coalesce(${startOf(limit)}, ${today}::date)`;
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

function stateOf(limit: TimeLimit, today: CalendarDate): Condition {
  const { done, dueField, opens, isSettable, key } = limit;
  if (limit.counting !== "days" || limit.days === null || done === null)
    throw new Error(`${key} stands in no list: its days are not those of the calendar`);
  const set = sql`coalesce((${setting} -> 'days' ->> ${key})::int, ${limit.days}::int)`;
  const start = startOf(limit);
  const counted = sql`(${start} + ${isSettable ? set : sql`${limit.days}::int`})`;
  const due =
    dueField === null
      ? counted
      : sql`case when ${start} is not null then coalesce(${dayOf(dueField)}, ${counted}) end`;
  const doneOn = dayOf(done);
  const isOpen =
    opens !== null
      ? sql`${due} - ${opens}::int <= ${today}::date`
      : limit.days < 0
        ? sql`true`
        : sql`${start} < ${today}::date`;
  return sql`case
    when ${doneOn} is not null then case when ${doneOn} > ${due} then 'doneLate' else 'done' end
    when ${due} is null then null
    ${limit.isLasting ? sql`` : sql`when ${due} < ${startDay} then 'beforeStart'`}
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
