import type { CalendarDate } from "../basics/calendar-date.ts";
import type { Actor } from "../organisation/actor.ts";
import { type Action, reachOf } from "../organisation/rights.ts";
import { allowedDutyFacts, type DutyFactKind, type DutyStage } from "./duty-fact.ts";

/** How an actor stands to a duty. */
export interface DutyStanding {
  readonly stage: DutyStage;
  /** The duty is of a unit that he works in, or of one below it. */
  readonly own: boolean;
  /** The assigning authority has delegated confirming to the focal body, and since when. */
  readonly delegatedFrom: CalendarDate | null;
  readonly today: CalendarDate;
}

/**
 * By which right each fact is recorded. Reports bring "reported" and "submitted", a later document "moved". What was
 * submitted is taken back by its unit; what was confirmed or withdrawn by who confirms.
 */
function rightFor(kind: DutyFactKind, stage: DutyStage): Action | null {
  switch (kind) {
    case "recorded":
    case "sentBack":
    case "stepped":
      return "record-report";
    case "asked":
      return "report-duty";
    case "reopened":
      return stage === "submitted" ? "approve-report" : "confirm-duty";
    case "confirmed":
    case "withdrawn":
    case "extended":
    case "refused":
      return "confirm-duty";
    default:
      return null;
  }
}

/**
 * Whether an actor may record a fact of a duty, the stage apart. Confirming is for the office of the authority that
 * assigned, or the focal body by a dated delegation, and never for the duties of one's own unit (theo quy chế của tỉnh).
 */
export function mayRecord(actor: Actor, kind: DutyFactKind, standing: DutyStanding): boolean {
  const right = rightFor(kind, standing.stage);
  if (right === null) return false;
  if (right === "report-duty" || right === "approve-report")
    return standing.own && reachOf(actor.held, right) !== null;
  if (right === "record-report") return reachOf(actor.held, right) !== null;
  const { delegatedFrom, today } = standing;
  const byDelegation =
    delegatedFrom !== null && delegatedFrom <= today && reachOf(actor.held, "confirm-delegated") !== null;
  return !standing.own && (reachOf(actor.held, right) !== null || byDelegation);
}

/** The facts that an actor may record of a duty now. */
export function recordable(actor: Actor, standing: DutyStanding): readonly DutyFactKind[] {
  return allowedDutyFacts[standing.stage].filter((kind) => mayRecord(actor, kind, standing));
}
