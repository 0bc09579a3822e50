import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import type { Period, Values } from "./declaration.ts";

/** A day among the values of a record; null when it is not given. */
export function dayOf(values: Values, key: string): CalendarDate | null {
  const value = values[key];
  return typeof value === "string" ? parseIsoDate(value) : null;
}

/** The first and the last day of a span among the values of a record; an end that is open is the other one. */
export function spanOf(
  values: Values,
  key: string,
): { readonly from: CalendarDate | null; readonly to: CalendarDate | null } {
  const value = values[key];
  // A field of the kind of spans holds nothing else.
  const { from = null, to = null } =
    typeof value === "object" && !Array.isArray(value) ? (value as Period) : {};
  const parsed = (text: string | null) => (text === null ? null : parseIsoDate(text));
  const [first, last] = [parsed(from), parsed(to)];
  return { from: first ?? last, to: last ?? first };
}

/** How far an item of aid is: each step is a day that is recorded. */
export const aidStages = ["proposed", "approved", "inUse", "closed"] as const;
export type AidStage = (typeof aidStages)[number];

/** The stage of an item of aid on a day. */
export function aidStage(values: Values, today: CalendarDate): AidStage {
  const happened = (key: string) => (dayOf(values, key) ?? "9999") <= today;
  if (happened("closedOn")) return "closed";
  if (happened("startedOn")) return "inUse";
  return happened("approvedOn") ? "approved" : "proposed";
}
