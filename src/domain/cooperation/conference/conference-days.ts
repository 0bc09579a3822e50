import { addDays, type CalendarDate } from "../../basics/calendar-date.ts";

/** Matters for which the Prime Minister permits a conference (Quyết định 06/2020/QĐ-TTg Điều 3). */
export const reservedTopics = [
  "sovereignty",
  "security",
  "defence",
  "ethnicity",
  "religion",
  "humanRights",
  "borders",
  "stateSecrets",
] as const;
export type ReservedTopic = (typeof reservedTopics)[number];

/** The highest rank among foreign guests. */
export const guestRanks = ["headOfState", "minister", "other"] as const;
export type GuestRank = (typeof guestRanks)[number];

/** What of a conference with a foreign element decides who permits it, and when what is due. */
export interface ConferenceHead {
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly guestRank: GuestRank | null;
  readonly topics: readonly ReservedTopic[];
}

/** Days of the calendar; the last is not in the text at hand, so that each province may set it. */
export const conferenceTerms = { primeMinister: 40, others: 30, opinions: 15, report: 15 } as const;

/** Who permits a conference, and its days. */
export interface ConferenceDays {
  readonly permittedBy: "primeMinister" | "provinceChair";
  /** The last day on which the dossier is in time; null while the day of the conference is open. */
  readonly dossierBy: CalendarDate | null;
  readonly reportBy: CalendarDate | null;
}

/**
 * Who permits a conference and by when its dossier has to be there: the Prime Minister, 40 days before, where foreign
 * heads or ministers take part or its subject is reserved to him; else the Chairman of the province, 30 days before
 * (Quyết định 06/2020/QĐ-TTg Điều 3, 4). The report follows 15 days after its end.
 */
export function conferenceDays({ startsOn, endsOn, guestRank, topics }: ConferenceHead): ConferenceDays {
  const isReserved = guestRank === "headOfState" || guestRank === "minister" || topics.length > 0;
  const before = isReserved ? conferenceTerms.primeMinister : conferenceTerms.others;
  const last = endsOn ?? startsOn;
  return {
    permittedBy: isReserved ? "primeMinister" : "provinceChair",
    dossierBy: startsOn && addDays(startsOn, -before),
    reportBy: last && addDays(last, conferenceTerms.report),
  };
}

/** The last day in time for the answer of a body that was asked on a day. */
export function opinionBy(askedOn: CalendarDate): CalendarDate {
  return addDays(askedOn, conferenceTerms.opinions);
}
