import { parseIsoDate } from "../basics/calendar-date.ts";
import { unreachable } from "../basics/exhaustive.ts";
import type { Schedule } from "../calendar/schedule.ts";

/** Rhythms that have occurrences: a whole number of days, weeks or years, or of months that divide the year. */
const everyForm = /^P(?:1D|[1-9][WY]|1[0-2][WY]|(?:[12346]|12)M)$/;

/** What is wrong with a schedule that a person gives, as the name of the part; null when nothing is. */
export function faultOfSchedule(schedule: Schedule, depth = 0): string | null {
  if (depth > 3) return "parts";
  switch (schedule.kind) {
    case "once":
      return (
        faultOfSpan(schedule.from ?? undefined, schedule.to) ??
        (schedule.then ? faultOfSchedule(schedule.then, depth + 1) : null)
      );
    case "recurring":
      if (!everyForm.test(schedule.every)) return "every";
      if (schedule.window !== undefined && !/^(?:Q[1-4]|H[12]|M(?:0[1-9]|1[0-2]))$/.test(schedule.window))
        return "window";
      if (schedule.due !== undefined && !isDueDay(schedule.due)) return "due";
      return faultOfSpan(schedule.from, schedule.to);
    case "continuous":
      return faultOfSpan(schedule.from, undefined);
    case "relative":
      if (schedule.after.trim() === "") return "after";
      return /^PT?\d{1,4}[DWMYH]$/.test(schedule.within) ? null : "within";
    case "onDemand":
      return schedule.when.trim() === "" ? "when" : null;
    case "several": {
      if (schedule.parts.length === 0 || schedule.parts.length > 20) return "parts";
      const faults = schedule.parts.map((part) => faultOfSchedule(part, depth + 1));
      return faults.find((fault) => fault !== null) ?? null;
    }
    default:
      return unreachable(schedule);
  }
}

function faultOfSpan(from: string | undefined, to: string | undefined): string | null {
  const [first, last] = [from, to].map((text) => (text === undefined ? undefined : parseIsoDate(text)));
  if (first === null) return "from";
  if (last === null) return "to";
  return first !== undefined && last !== undefined && first > last ? "to" : null;
}

/** "--11-15" each year (29 February too), "---20" each month. */
function isDueDay(due: string): boolean {
  const [, month, day] = /^--(\d{2}|-)-?(\d{2})$/.exec(due) ?? [];
  if (month === undefined || day === undefined) return false;
  if (month === "-") return /^---\d{2}$/.test(due) && Number(day) >= 1 && Number(day) <= 31;
  return /^--\d{2}-\d{2}$/.test(due) && parseIsoDate(`2024-${month}-${day}`) !== null;
}
