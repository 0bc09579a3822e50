import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { DayOff, Holidays } from "../domain/calendar/holidays.ts";
import { firstDayOfMonth, monthOf, weeksOfMonth } from "../domain/calendar/month-weeks.ts";
import { dayOffOn } from "../domain/calendar/working-days.ts";
import {
  type CalendarEntry,
  calendarRegisters,
  entriesWithin,
  sayEntry,
} from "../domain/cooperation/record-calendar.ts";
import { focalOwner } from "../domain/cooperation/record-query.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Bilingual } from "../domain/language/language.ts";
import { recordCalendarFileWords } from "../domain/language/letters.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { calendarText } from "../exchange/calendar.ts";
import { withProvince } from "../store/database.ts";
import { loadHolidays } from "../store/province-days.ts";
import { findCalendarEntries } from "../store/record-calendar.ts";
import { logApart } from "./log-apart.ts";
import { askingOf, type RecordWorld } from "./records.ts";

/** A month ("2026-11"; null: this one), of one register (null: all) and of what one unit enters (null: of all). */
export interface RecordCalendarRequest {
  readonly month: string | null;
  readonly register: string | null;
  readonly owner: string | null;
}

/** A day on which nobody works. */
export interface ShownDayOff extends DayOff {
  readonly day: CalendarDate;
}

/** How many entries stand there by what may be filtered by, whatever is filtered. */
interface EntryCounts {
  readonly registers: readonly { readonly key: string; readonly count: number }[];
  /** Null: the focal body. */
  readonly owners: readonly { readonly owner: CalendarEntry["owner"]; readonly count: number }[];
}

/** The month with the days of the weeks at its edges. */
export interface RecordCalendar extends EntryCounts {
  readonly month: string;
  readonly entries: readonly CalendarEntry[];
  readonly daysOff: readonly ShownDayOff[];
  /** Entries that were not looked at, for there are more than a calendar can show. */
  readonly leftOut: number;
}

/** The most entries that are looked at. */
const mostEntries = 5000;

export interface CalendarFile {
  readonly month: string;
  readonly text: string;
}

/** What the calendar stands on. */
export type CalendarWorld = RecordWorld & { readonly holidays: Holidays };

/**
 * What of the registers of cooperation stands in the weeks of a month, as far as the person may know of it. Fails with
 * `record.register-unknown`. Two statements.
 */
export async function showRecordCalendar(
  actor: Actor,
  request: RecordCalendarRequest,
  world: Pick<CalendarWorld, "kysely" | "computed" | "holidays" | "today">,
): Promise<Result<RecordCalendar>> {
  const allowed = permit(actor, "see-records");
  return allowed.ok ? calendarOf(actor, request, world) : allowed;
}

async function calendarOf(
  actor: Actor,
  request: RecordCalendarRequest,
  world: Pick<CalendarWorld, "kysely" | "computed" | "holidays" | "today">,
): Promise<Result<RecordCalendar>> {
  const { register, owner } = request;
  const first = firstDayOfMonth(request.month ?? monthOf(world.today()));
  if (first === null) throw new Error(`${request.month} is no month`);
  if (register !== null && !calendarRegisters.some(({ key }) => key === register))
    return fail("record.register-unknown", { register });
  const days = weeksOfMonth(first).flat();
  const within = { from: days[0] ?? first, to: days.at(-1) ?? first };
  const how = { computed: world.computed, most: mostEntries };
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const found = await findCalendarEntries(transaction, askingOf(actor), within, how);
    const holidays = await loadHolidays(transaction, actor.province, world.holidays);
    const all = entriesWithin(found.entries, within);
    return succeed({
      month: monthOf(first),
      entries: all.filter(
        (entry) =>
          (register === null || entry.register === register) && (owner === null || ownerKey(entry) === owner),
      ),
      ...countsOf(all),
      daysOff: days.flatMap((day) => {
        const off = dayOffOn(day, holidays);
        return off ? [{ day, ...off }] : [];
      }),
      leftOut: found.total - found.entries.length,
    });
  });
}

function ownerKey({ owner }: Pick<CalendarEntry, "owner">): string {
  return owner?.id ?? focalOwner;
}

function countsOf(entries: readonly CalendarEntry[]): EntryCounts {
  const byRegister = Map.groupBy(entries, ({ register }) => register);
  return {
    registers: calendarRegisters.flatMap(({ key }) => {
      const count = byRegister.get(key)?.length ?? 0;
      return count > 0 ? [{ key, count }] : [];
    }),
    owners: [...Map.groupBy(entries, ownerKey).values()]
      .map((own) => ({ owner: own[0]?.owner ?? null, count: own.length }))
      .toSorted(
        (a, b) => b.count - a.count || (a.owner?.name ?? "").localeCompare(b.owner?.name ?? "", "vi"),
      ),
  };
}

/**
 * The same as a calendar file (.ics) for other programs, logged as an export. It goes onto machines and telephones that
 * the province does not look after, so what is restricted stays out of it. `origin` is where people open the program.
 */
export async function exportRecordCalendar(
  actor: Actor,
  request: RecordCalendarRequest,
  { origin, language }: { readonly origin: string; readonly language: keyof Bilingual },
  world: CalendarWorld,
): Promise<Result<CalendarFile>> {
  const allowed = permit(actor, "export-register");
  if (!allowed.ok) return allowed;
  const shown = await calendarOf(actor, request, world);
  if (!shown.ok) return shown;
  const open = new Set(calendarRegisters.filter(({ restricted }) => !restricted).map(({ key }) => key));
  const entries = shown.value.entries.filter(({ register }) => open.has(register));
  const words = recordCalendarFileWords[language];
  const { register, owner } = request;
  const after = { format: "ics", month: shown.value.month, register, owner, count: entries.length };
  await logApart(
    actor,
    { kind: "export", what: "export-records", subject: "register:calendar", after },
    world,
  );
  const events = entries.map((entry) => ({
    // Of what comes back each year, every year is an event of its own.
    uid: `record.${actor.province}.${entry.id}.${entry.mark}.${entry.from.slice(0, 4)}@sauro`,
    ...{ day: entry.from, lastDay: entry.to, summary: sayEntry(entry, language) },
    description: [
      calendarRegisters.find(({ key }) => key === entry.register)?.name[language] ?? "",
      entry.owner?.name ?? words.focal,
      ...(entry.expected ? [words.expected] : []),
    ].join("\n"),
    url: `${origin}/cooperation/${entry.register}/${entry.id}`,
  }));
  const text = calendarText(events, { name: words.name, stamp: world.clock(), hours: 24 });
  return succeed({ month: shown.value.month, text });
}
