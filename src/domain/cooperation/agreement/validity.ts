import { addMonths, type CalendarDate } from "../../basics/calendar-date.ts";
import { latest, type Proceeding } from "./proceeding.ts";

/** How long an agreement holds, as its paper says. */
export interface AgreementTerm {
  /** It takes effect when it is signed, on a day that it names, or when the parties have told one another. */
  readonly effect: "onSigning" | "onDay" | "onNotices";
  readonly effectiveOn: CalendarDate | null;
  /** The last day of validity; null: `months` counts from the day of effect. */
  readonly expiresOn: CalendarDate | null;
  /** 1…1,200 months; null with `expiresOn` null: without an end. */
  readonly months: number | null;
  /**
   * It renews by itself each time for so many months, unless a party gives notice so many months before; null: when
   * notice has to be given was not entered.
   */
  readonly renewal: { readonly months: number; readonly noticeMonths: number | null } | null;
}

/** The latest day of each kind in the proceedings of an agreement: what is kept of them for lists. */
export interface AgreementFacts {
  readonly proposedOn: CalendarDate | null;
  readonly askedOn: CalendarDate | null;
  readonly primeMinisterAskedOn: CalendarDate | null;
  readonly decidedOn: CalendarDate | null;
  readonly refusedOn: CalendarDate | null;
  readonly droppedOn: CalendarDate | null;
  readonly signedOn: CalendarDate | null;
  /** The parties had told one another, where the paper waits for that. */
  readonly notifiedOn: CalendarDate | null;
  /** The last day of validity that the latest signed amendment or extension gives anew. */
  readonly extendedTo: CalendarDate | null;
  /** Notice was given on this day that it will not renew. */
  readonly renewalDeclinedOn: CalendarDate | null;
  readonly suspendedOn: CalendarDate | null;
  readonly resumedOn: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
  readonly withdrawnOn: CalendarDate | null;
}

/** What the status of an agreement is made of: its facts, and what its term makes of them. */
export interface AgreementTimes extends AgreementFacts {
  readonly effectiveOn: CalendarDate | null;
  /** The last day of validity before anything renews; null: no end. */
  readonly expiresOn: CalendarDate | null;
  readonly renewalMonths: number | null;
}

/** The facts of an agreement from all its proceedings, in the order in which they were begun. */
export function agreementFacts(proceedings: readonly Proceeding[]): AgreementFacts {
  const concluding = proceedings.filter(({ purpose }) => purpose === "conclude");
  const dayOf = (among: readonly Proceeding[], kind: Parameters<typeof latest>[1]) =>
    latestDay(among.map((one) => latest(one, kind)?.on ?? null));
  const tookEffect = (purpose: Proceeding["purpose"]) =>
    dayOf(
      proceedings.filter((one) => one.purpose === purpose),
      "tookEffect",
    );
  return {
    ...{ proposedOn: dayOf(concluding, "proposed"), askedOn: dayOf(concluding, "opinionAsked") },
    primeMinisterAskedOn: dayOf(concluding, "primeMinisterAsked"),
    ...{ decidedOn: dayOf(concluding, "decided"), refusedOn: dayOf(concluding, "refused") },
    ...{ droppedOn: dayOf(concluding, "dropped"), signedOn: dayOf(concluding, "signed") },
    ...{ notifiedOn: tookEffect("conclude"), extendedTo: extendedTo(proceedings) },
    renewalDeclinedOn: dayOf(proceedings, "renewalDeclined"),
    ...{ suspendedOn: tookEffect("suspend"), resumedOn: tookEffect("resume") },
    ...{ endedOn: tookEffect("end"), withdrawnOn: tookEffect("withdraw") },
  };
}

/** The times of an agreement from its facts and its term. */
export function agreementTimes(facts: AgreementFacts, term: AgreementTerm): AgreementTimes {
  const effectiveOn = effectOf(term, facts);
  const expiresOn = facts.extendedTo ?? writtenExpiry(term, effectiveOn);
  return { ...facts, effectiveOn, expiresOn, renewalMonths: term.renewal?.months ?? null };
}

function effectOf(
  { effect, effectiveOn }: AgreementTerm,
  { signedOn, notifiedOn }: AgreementFacts,
): CalendarDate | null {
  if (signedOn === null) return null;
  return effect === "onSigning" ? signedOn : effect === "onDay" ? effectiveOn : notifiedOn;
}

/** The end that the paper itself gives: a day, or so many months after the day of effect. */
function writtenExpiry(
  { expiresOn, months }: AgreementTerm,
  effectiveOn: CalendarDate | null,
): CalendarDate | null {
  if (expiresOn !== null) return expiresOn;
  return months === null || effectiveOn === null ? null : addMonths(effectiveOn, months);
}

/** The end that the latest signed amendment or extension gives anew. */
function extendedTo(proceedings: readonly Proceeding[]): CalendarDate | null {
  const signed = proceedings
    .filter(({ purpose }) => purpose === "amend" || purpose === "extend")
    .flatMap((one) => latest(one, "signed") ?? [])
    .filter(({ validUntil }) => validUntil !== null)
    .sort((one, other) => (one.on < other.on ? -1 : 1));
  return signed.at(-1)?.validUntil ?? null;
}

function latestDay(days: readonly (CalendarDate | null)[]): CalendarDate | null {
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}

/**
 * The last day of validity as it stands on a day: what renews by itself has gone on, period after period, unless notice
 * was given before the period ended. Each period counts from the first end, so that 31 January never wanders. Null: no end.
 */
export function expiryOn(times: AgreementTimes, today: CalendarDate): CalendarDate | null {
  const { expiresOn, renewalMonths, renewalDeclinedOn } = times;
  if (expiresOn === null || renewalMonths === null) return expiresOn;
  const until = renewalDeclinedOn !== null && renewalDeclinedOn < today ? renewalDeclinedOn : today;
  let [periods, end] = [0, expiresOn];
  while (end < until) {
    periods += 1;
    end = addMonths(expiresOn, periods * renewalMonths);
  }
  return end;
}

/** What comes at the end of the period in force: it ends, or renews unless notice is given by a day. */
export interface ComingEnd {
  readonly kind: "expires" | "renews";
  readonly on: CalendarDate;
  /** The last day on which notice may be given; null where none is needed or none was entered. */
  readonly noticeBy: CalendarDate | null;
}

/** The end of the period in force on a day; null: it has none, or is over. */
export function nextEnd(
  times: AgreementTimes,
  { renewal }: Pick<AgreementTerm, "renewal">,
  today: CalendarDate,
): ComingEnd | null {
  const on = expiryOn(times, today);
  if (on === null || on < today) return null;
  if (renewal === null || times.renewalDeclinedOn !== null) return { kind: "expires", on, noticeBy: null };
  const { noticeMonths } = renewal;
  return { kind: "renews", on, noticeBy: noticeMonths === null ? null : addMonths(on, -noticeMonths) };
}

/** The end that comes within so many months of a day, 0…120; null when none does. */
export function comingEnd(
  times: AgreementTimes,
  term: Pick<AgreementTerm, "renewal">,
  today: CalendarDate,
  months: number,
): ComingEnd | null {
  const end = nextEnd(times, term, today);
  return end !== null && end.on <= addMonths(today, months) ? end : null;
}

/** The last day on which somebody can still decide what becomes of it: that of notice as long as it has not passed. */
export function actBy(
  { on, noticeBy }: Pick<ComingEnd, "on" | "noticeBy">,
  today: CalendarDate,
): CalendarDate {
  return noticeBy !== null && noticeBy >= today ? noticeBy : on;
}
