import type { CalendarDate } from "../../basics/calendar-date.ts";
import { type AgreementTimes, expiryOn } from "./validity.ts";

/** What an agreement is on a day, in the order of its life. */
export const agreementStatuses = [
  "proposed",
  "consulting",
  "atPrimeMinister",
  "decided",
  "refused",
  "dropped",
  "signed",
  "inForce",
  "suspended",
  "expired",
  "ended",
  "withdrawn",
] as const;
export type AgreementStatus = (typeof agreementStatuses)[number];

/** The status of an agreement on a day, from the days on which things happened; never a stored word. */
export function agreementStatus(times: AgreementTimes, today: CalendarDate): AgreementStatus {
  const happened = (day: CalendarDate | null) => day !== null && day <= today;
  if (happened(times.signedOn)) return statusOfSigned(times, today);
  if (happened(times.refusedOn)) return "refused";
  if (happened(times.droppedOn)) return "dropped";
  if (happened(times.decidedOn)) return "decided";
  if (happened(times.primeMinisterAskedOn)) return "atPrimeMinister";
  return happened(times.askedOn) ? "consulting" : "proposed";
}

function statusOfSigned(times: AgreementTimes, today: CalendarDate): AgreementStatus {
  const { withdrawnOn, endedOn, suspendedOn, resumedOn, effectiveOn } = times;
  if (withdrawnOn !== null && withdrawnOn <= today) return "withdrawn";
  if (endedOn !== null && endedOn <= today) return "ended";
  const end = expiryOn(times, today);
  if (end !== null && end < today) return "expired";
  const resumed = resumedOn !== null && resumedOn <= today && resumedOn >= (suspendedOn ?? resumedOn);
  if (suspendedOn !== null && suspendedOn <= today && !resumed) return "suspended";
  return effectiveOn !== null && effectiveOn <= today ? "inForce" : "signed";
}
