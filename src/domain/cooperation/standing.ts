import { addDays, addMonths, type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import {
  conferenceDays,
  type GuestRank,
  guestRanks,
  type ReservedTopic,
  reservedTopics,
} from "./conference/conference-days.ts";
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

/** Where a report stands that is due so many days after something ended. */
export const reportStandings = ["notYet", "due", "late", "received"] as const;
export type ReportStanding = (typeof reportStandings)[number];

/** Days after their return in which a delegation reports, where its permission gives none (theo quy chế của tỉnh). */
export const delegationReportDays = 15;

/** Where the report of a delegation stands on a day; null while the days of the journey are open. */
export function delegationReport(values: Values, today: CalendarDate): ReportStanding | null {
  if (dayOf(values, "reportedOn") !== null) return "received";
  const { to } = spanOf(values, "when");
  const due = dayOf(values, "reportDueOn") ?? (to && addDays(to, delegationReportDays));
  if (due === null || to === null) return null;
  return due < today ? "late" : to < today ? "due" : "notYet";
}

/** Where the dossier of a conference stands: sent in time, sent late, still to be sent, or its day has passed. */
export const dossierStandings = ["inTime", "sentLate", "awaited", "overdue"] as const;
export type DossierStanding = (typeof dossierStandings)[number];

/** What of a conference's values decides who permits it, and when. */
export function conferenceHead(values: Values) {
  const { from, to } = spanOf(values, "when");
  const { guestRank, topics } = values;
  const listed: readonly unknown[] = Array.isArray(topics) ? topics : [];
  return {
    ...{ startsOn: from, endsOn: to },
    guestRank: guestRanks.find((rank): rank is GuestRank => rank === guestRank) ?? null,
    topics: reservedTopics.filter((topic): topic is ReservedTopic => listed.includes(topic)),
  };
}

/** Where the dossier of a conference stands on a day; null while the day of the conference is open. */
export function conferenceDossier(values: Values, today: CalendarDate): DossierStanding | null {
  const { dossierBy } = conferenceDays(conferenceHead(values));
  if (dossierBy === null) return null;
  const sent = dayOf(values, "dossierOn");
  if (sent !== null) return sent <= dossierBy ? "inTime" : "sentLate";
  return today <= dossierBy ? "awaited" : "overdue";
}

/** Where the registration of a foreign non-governmental organisation stands. */
export const registrationStandings = ["valid", "ending", "expired"] as const;
export type RegistrationStanding = (typeof registrationStandings)[number];

/** How many months before its end a registration is announced to end. */
const endingMonths = 6;

/** Where a registration stands on a day; null when its last day is not known. */
export function registrationStanding(values: Values, today: CalendarDate): RegistrationStanding | null {
  const end = dayOf(values, "expiresOn");
  if (end === null) return null;
  if (end < today) return "expired";
  return end <= addMonths(today, endingMonths) ? "ending" : "valid";
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
