import type { CalendarDate } from "../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../basics/result.ts";
import type { Holidays } from "../calendar/holidays.ts";
import type { Schedule } from "../calendar/schedule.ts";
import { type Term, termDueDay, termOf } from "./due-day.ts";
import type { RegisteredTask } from "./registered-task.ts";
import type { TaskOccurrence } from "./task.ts";

/** A part of a schedule that waits for its event; `within` null: the text sets no term ("khi phát sinh"). */
export interface WaitingPart {
  readonly event: string;
  readonly within: string | null;
}

/** An event as an officer records it: its day, the document that shows it, and the term that runs from it. */
export interface GivenEvent {
  readonly on: CalendarDate;
  readonly document: string;
  readonly term: Term;
}

/** The longest term, in its own unit. */
const longestTerm = 1000;

/** The parts of a schedule that have no day until their event is known, in the order of the text. */
export function waitingParts(schedule: Schedule | null): readonly WaitingPart[] {
  switch (schedule?.kind) {
    case "relative":
      return [{ event: schedule.after, within: schedule.within }];
    case "onDemand":
      return [{ event: schedule.when, within: null }];
    case "once":
      return waitingParts(schedule.then ?? null);
    case "several":
      return schedule.parts.flatMap(waitingParts);
    default:
      return [];
  }
}

/**
 * The term that the text sets, to be confirmed by the officer. Reading keeps n working days as the longest run of days
 * they can need (n and two for each five begun); where the words speak of working days, they are counted as such again.
 */
export function suggestedTerm({ within }: WaitingPart, timeWords: string | null): Term | null {
  const term = within === null ? null : termOf(within);
  if (term?.unit !== "D" || !/ngày\s*\(?\s*làm việc/iu.test(timeWords ?? "")) return term;
  for (let days = 1; days <= term.length; days++)
    if (days + 2 * Math.ceil(days / 5) === term.length) return { length: days, unit: "workingDays" };
  return term;
}

/**
 * The occurrence that an event makes of a task, due by its term. Fails with `register.event-unawaited` (the schedule waits
 * for none), `register.fact-in-future`, `register.event-undocumented` and `register.term-wrong`.
 */
export function occurrenceOfEvent(
  task: Pick<RegisteredTask, "ref" | "schedule" | "occurrences">,
  { on, document, term }: GivenEvent,
  { today, holidays }: { readonly today: CalendarDate; readonly holidays: Holidays },
): Result<TaskOccurrence> {
  if (waitingParts(task.schedule).length === 0) return fail("register.event-unawaited", { ref: task.ref });
  if (on > today) return fail("register.fact-in-future", { on, today });
  if (document.trim() === "") return fail("register.event-undocumented");
  if (!Number.isInteger(term.length) || term.length < 0 || term.length > longestTerm)
    return fail("register.term-wrong", { most: longestTerm });
  const keys = new Set(task.occurrences.map(({ key }) => key));
  let key = `event-${on}`;
  for (let n = 2; keys.has(key); n++) key = `event-${on}#${n}`;
  return succeed({ key, startsOn: on, ...termDueDay(on, term, holidays) });
}
