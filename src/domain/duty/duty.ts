import { type CalendarDate, calendarDate, partsOf } from "../basics/calendar-date.ts";
import type { LedgerStep } from "../basics/ledger.ts";
import type { UnitRelation } from "../organisation/unit.ts";
import type { DutyTimes } from "./duty-state.ts";

/** Where a product lies after the unit has handed it in, in the order in which it climbs. */
export type DutyStep = "office" | "meeting" | "committeeParty" | "provinceParty" | "issued";
export const dutySteps: readonly DutyStep[] = [
  "office",
  "meeting",
  "committeeParty",
  "provinceParty",
  "issued",
];

/** A duty with the latest fact of each kind: one lead unit's part of a task in one occurrence. */
export interface Duty extends DutyTimes {
  readonly id: string;
  readonly task: string;
  readonly occurrence: string;
  /** As the document gave it. */
  readonly unit: string;
  /** Who owes it today. */
  readonly holder: string;
  /** Where several lead, whether it answers for the whole; null: nobody has said. */
  readonly answers: boolean | null;
  readonly startsOn: CalendarDate | null;
  /** The day as it was first given; lateness against it stays visible. */
  readonly firstDueOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly recordedOn: CalendarDate | null;
  /** An open request for more time. */
  readonly askedOn: CalendarDate | null;
  readonly extensions: number;
  readonly step: DutyStep | null;
  readonly stepOn: CalendarDate | null;
  readonly product: string | null;
  readonly version: number;
}

/**
 * Whether a unit owes what it is given: the province orders those below it and can only ask others ("đề nghị" to the
 * Fatherland Front, the Party's press or central bodies). Null: a body outside, a name and no account.
 */
export function owedBy(relation: UnitRelation): boolean | null {
  return relation === "outside" ? null : relation === "subordinate";
}

/** Why a lead of a task has no duty: its words mean no unit yet, or it is a body outside, a name and no account. */
export type NoDutyReason = "unbound" | "nobody" | "unknown" | "outside";

/** What became of the leads of tasks when their duties were made. */
export interface DutyBalance {
  /** Lead units × occurrences that have begun or soon will: duties in, parts of bodies outside, which owe nothing, apart. */
  readonly books: LedgerStep;
  readonly made: number;
  /** Leads whose words are no unit yet. */
  readonly open: number;
}

/** Years after the running one for which duties are made; occurrences reach further. */
const yearsAhead = 1;

/** The last day on which occurrences may begin for duties to be made of them: the end of the next year. */
export function dutyHorizon(today: CalendarDate): CalendarDate {
  return calendarDate(partsOf(today).year + yearsAhead, 12, 31) ?? today;
}
