import type { CalendarDate } from "../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../basics/result.ts";
import type { Duty, DutyStep } from "./duty.ts";

/**
 * What can be said of a duty, with a day.
 * - reported: the unit tells how far it is; submitted: it says that the product is there
 * - recorded: the focal body has taken the report; sentBack: it asks for more; confirmed: the product is there
 * - reopened takes the latest submission, confirmation or withdrawal back
 * - asked, extended, refused: more time; moved: a later document gives another day
 * - stepped: where the product lies on its way to being issued
 */
export const dutyFactKinds = [
  ...(["reported", "submitted", "recorded", "sentBack", "confirmed", "reopened"] as const),
  ...(["withdrawn", "asked", "extended", "refused", "moved", "stepped"] as const),
] as const;
export type DutyFactKind = (typeof dutyFactKinds)[number];

/** How a duty stands for the question what may be said of it next. */
export type DutyStage = "open" | "submitted" | "confirmed" | "withdrawn";

/** One dated fact as it is given. `dueOn` and `lastDay`: the new day, of "asked", "extended" and "moved". */
export interface GivenDutyFact {
  readonly kind: DutyFactKind;
  readonly on: CalendarDate;
  readonly dueOn?: CalendarDate | null;
  readonly lastDay?: CalendarDate | null;
  readonly step?: DutyStep | null;
  readonly product?: string | null;
}

/** What facts of a duty alter. */
export type StandingDuty = Pick<
  Duty,
  | ("dueOn" | "lastDay" | "reportedOn" | "submittedOn" | "sentBackOn" | "recordedOn" | "confirmedOn")
  | ("withdrawnOn" | "askedOn" | "extensions" | "step" | "stepOn" | "product")
>;

/**
 * What may be said at each stage. What is confirmed or withdrawn is reopened before anything else is said of it, so
 * that the history tells it. A product may be confirmed that nobody submitted: its number came by another way.
 */
export const allowedDutyFacts: Readonly<Record<DutyStage, readonly DutyFactKind[]>> = {
  open: [
    ...(["reported", "submitted", "recorded", "sentBack", "confirmed"] as const),
    ...(["withdrawn", "asked", "extended", "refused", "moved"] as const),
  ],
  submitted: ["recorded", "sentBack", "confirmed", "reopened", "withdrawn", "moved", "stepped"],
  confirmed: ["reopened", "stepped"],
  withdrawn: ["reopened"],
};

export function dutyStage({ confirmedOn, withdrawnOn, submittedOn }: StandingDuty): DutyStage {
  if (confirmedOn !== null) return "confirmed";
  if (withdrawnOn !== null) return "withdrawn";
  return submittedOn === null ? "open" : "submitted";
}

/**
 * A duty after one more fact. Fails with `duty.fact-not-allowed` (see `allowedDutyFacts`; only what was reported is
 * recorded or sent back, only what was asked is refused), `duty.fact-in-future`, `duty.product-unknown` and
 * `duty.day-missing`.
 */
export function addDutyFact<D extends StandingDuty>(
  standing: D,
  fact: GivenDutyFact,
  today: CalendarDate,
): Result<D> {
  const stage = dutyStage(standing);
  const unsaid =
    ((fact.kind === "recorded" || fact.kind === "sentBack") && standing.reportedOn === null) ||
    (fact.kind === "refused" && standing.askedOn === null) ||
    (fact.kind === "asked" && standing.askedOn !== null);
  if (unsaid || !allowedDutyFacts[stage].includes(fact.kind))
    return fail("duty.fact-not-allowed", { kind: fact.kind, stage });
  if (fact.on > today) return fail("duty.fact-in-future", { on: fact.on, today });
  // Done means a product, or the unit's word that nothing happened.
  if (fact.kind === "confirmed" && standing.submittedOn === null && !fact.product)
    return fail("duty.product-unknown");
  const needsDay = fact.kind === "asked" || fact.kind === "extended" || fact.kind === "moved";
  if (needsDay && !fact.dueOn) return fail("duty.day-missing");
  return succeed({ ...standing, ...alteredBy(standing, fact, stage) });
}

/** What a fact alters, whatever the day: by it the columns of a duty are built from its facts. */
export function alteredBy(
  standing: StandingDuty,
  { kind, on, dueOn = null, lastDay = dueOn, step = null, product = null }: GivenDutyFact,
  stage: DutyStage = dutyStage(standing),
): Partial<StandingDuty> {
  switch (kind) {
    case "reported":
      return { reportedOn: on, sentBackOn: null };
    case "submitted":
      return {
        ...{ reportedOn: on, submittedOn: on, sentBackOn: null },
        product: product ?? standing.product,
      };
    case "recorded":
      return { recordedOn: on };
    case "sentBack":
      return { sentBackOn: on, submittedOn: null, recordedOn: null, step: null, stepOn: null };
    case "confirmed":
      return { confirmedOn: on, sentBackOn: null, askedOn: null, product: product ?? standing.product };
    case "withdrawn":
      return { withdrawnOn: on, askedOn: null };
    case "reopened":
      if (stage === "confirmed") return { confirmedOn: null };
      return stage === "withdrawn" ? { withdrawnOn: null } : { submittedOn: null, step: null, stepOn: null };
    case "asked":
      return { askedOn: on };
    case "extended":
      return { dueOn, lastDay, askedOn: null, extensions: standing.extensions + 1 };
    case "refused":
      return { askedOn: null };
    case "moved":
      return { dueOn, lastDay };
    default:
      return { step, stepOn: on, product: product ?? standing.product };
  }
}
