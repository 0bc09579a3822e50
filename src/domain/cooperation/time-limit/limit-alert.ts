import { addDays, type CalendarDate } from "../../basics/calendar-date.ts";

/** Something open with a last day, and the days before (negative) and after it on which people are told. */
export interface AlertedLimit {
  readonly record: string;
  readonly limit: string;
  readonly occurrence: string;
  readonly due: CalendarDate;
  readonly tellOn: readonly number[];
}

/** A day of it that is reached: told, or needless, for a later one is told at the same time. */
export interface LimitAlert extends AlertedLimit {
  readonly days: number;
  readonly outcome: "told" | "overtaken";
}

/** What names something to be told of for good; with another last day it begins anew. */
export function alertKey({ record, limit, occurrence, due }: Omit<AlertedLimit, "tellOn">): string {
  return `${record} ${limit} ${occurrence} ${due}`;
}

/** Once the last day has passed, what was to be told more than so many days ago is not made up for: it stands in the list. */
export const alertMemory = 60;

/**
 * The days that are reached of what is open, each once. `taken`: the days that were taken, by `alertKey`. Only the latest
 * of several is told. Reached = told + overtaken.
 */
export function limitAlertsOn(
  open: readonly AlertedLimit[],
  { today, taken }: { readonly today: CalendarDate; readonly taken: ReadonlyMap<string, readonly number[]> },
): readonly LimitAlert[] {
  const first = addDays(today, -alertMemory);
  return open.flatMap((one) => {
    const done = taken.get(alertKey(one)) ?? [];
    const reached = one.tellOn
      .toSorted((a, b) => a - b)
      .filter((days) => {
        const day = addDays(one.due, days);
        return day <= today && (day >= first || one.due >= today) && !done.includes(days);
      });
    return reached.map(
      (days, at): LimitAlert => ({
        ...{ ...one, days },
        outcome: at === reached.length - 1 ? "told" : "overtaken",
      }),
    );
  });
}
