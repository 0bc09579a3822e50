import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { DaySpan } from "../domain/calendar/month-weeks.ts";
import { type CalendarMark, type Declaration, fieldOf } from "../domain/cooperation/declaration.ts";
import { type CalendarEntry, calendarRegisters } from "../domain/cooperation/record-calendar.ts";
import {
  type ComputedSql,
  isKnownTo,
  ownerJoin,
  type RecordAsking,
  type RecordTransaction,
} from "./record-rows.ts";

/** Days of the calendar, and how many records there are on them: those shown and those beyond the limit. */
export interface FoundEntries {
  readonly entries: readonly Omit<CalendarEntry, "expected">[];
  readonly total: number;
}

/**
 * The records in sight that stand in the calendar within some days, and those that come back each year, by their first
 * day; at most so many. One statement.
 */
export async function findCalendarEntries(
  transaction: RecordTransaction,
  asking: RecordAsking,
  within: DaySpan,
  { computed = {}, most }: { readonly computed?: ComputedSql | undefined; readonly most: number },
): Promise<FoundEntries> {
  const marked = calendarRegisters.flatMap((register) =>
    register.calendar.map((mark) => markedRecords(asking, register, mark, { within, computed })),
  );
  const { rows } = await sql<{
    readonly id: string;
    readonly register: string;
    readonly mark: string;
    readonly title: string;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly owner_id: string | null;
    readonly owner_name: string | null;
    readonly total: number;
  }>`
    select r.id, r.register, m.mark, r.title, m.from_day as "from", m.to_day as "to", r.owner_id,
           u.name as owner_name, (count(*) over ())::int as total
      from (${sql.join(marked, sql` union all `)}) as m (id, mark, from_day, to_day)
      join record r on r.province_id = ${asking.province} and r.id = m.id ${ownerJoin}
     order by m.from_day, r.title collate reference.natural_order, r.id limit ${most}`.execute(transaction);
  return {
    entries: rows.map(({ owner_id, owner_name, total: _, ...entry }) => ({
      ...entry,
      owner: owner_id === null ? null : { id: owner_id, name: owner_name ?? "" },
    })),
    total: rows[0]?.total ?? 0,
  };
}

/** The records of a register by one of its marks, with their days as texts, which compare as days do. */
function markedRecords(
  asking: RecordAsking,
  register: Declaration,
  { key, isYearly }: CalendarMark,
  { within, computed }: { readonly within: DaySpan; readonly computed: ComputedSql },
): RawBuilder<unknown> {
  // What comes back each year may have been in any year before.
  const isWithin = isYearly ? sql`true` : sql`d.to_day >= ${within.from}`;
  return sql`
    select r.id, ${key}::text, d.from_day, d.to_day from record r
     cross join lateral (${daysOf(register, key, computed)}) as d
     where r.province_id = ${asking.province} and r.register = ${register.key} and r.removed_at is null
       and ${isKnownTo(asking)} and d.from_day <= ${within.to} and ${isWithin}`;
}

/** The first and last day of a mark, each worked out once; an end that is open is the other one. */
function daysOf(register: Declaration, key: string, computed: ComputedSql): RawBuilder<unknown> {
  const field = fieldOf(register, key);
  if (field?.kind === "period") {
    const [from, to] = [sql`r.values -> ${key} ->> 'from'`, sql`r.values -> ${key} ->> 'to'`];
    return sql`select coalesce(${from}, ${to}) as from_day, coalesce(${to}, ${from}) as to_day offset 0`;
  }
  const day = field ? sql`r.values ->> ${key}` : (computed[register.key]?.[key] ?? sql`null`);
  return sql`select e.day as from_day, e.day as to_day from (select (${day})::text as day offset 0) as e`;
}
