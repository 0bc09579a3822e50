import type { CalendarDate } from "../basics/calendar-date.ts";
import type { Target } from "../reading/findings.ts";
import type { Duty, DutyStep } from "./duty.ts";
import type { DutyFactKind } from "./duty-fact.ts";
import type { DutyState } from "./duty-state.ts";
import type { Beating } from "./heartbeat.ts";
import type { Month } from "./month.ts";
import type { Report } from "./report.ts";

/**
 * Of the duties that a unit owes and whose day has passed: all; those in time; those late or done late, without the silent
 * ones; and those with them.
 */
export type FallenDuties = "any" | "inTime" | "late" | "overdue";
export const fallenDuties: readonly FallenDuties[] = ["any", "inTime", "late", "overdue"];

/** What narrows a list of duties; null, or no state, narrows nothing. */
export interface DutyFilter {
  /** Words as typed. */
  readonly words: string | null;
  readonly states: readonly DutyState[];
  /** The unit that owes it today, with all below it. */
  readonly unit: string | null;
  /** The unit itself, without those below it. */
  readonly alone: boolean;
  /** The title of a group; "" is "no group". */
  readonly group: string | null;
  readonly document: string | null;
  readonly task: string | null;
  /** Its last day is in this year. */
  readonly year: number | null;
  /** Its last day is in this month, "2026-11". */
  readonly month: Month | null;
  readonly fallen: FallenDuties | null;
  /** A request for more time is open. */
  readonly asked: boolean | null;
  /** Its unit was urged over its last day: told, or by a letter or in the chair's meeting. */
  readonly urged: boolean | null;
  /** It is confirmed with a product; more time was given for it; false narrows nothing. */
  readonly proven: boolean;
  readonly extended: boolean;
  /** Where the product lies after the unit has submitted it; "none": nowhere that was recorded. */
  readonly step: DutyStep | "none" | null;
  /** A report waits for the head of its unit. */
  readonly unapproved: boolean | null;
  /** Who works on it inside its unit, as leader in charge or officer. */
  readonly assignedTo: string | null;
  /** Has no deadline, and was not proven within its period. */
  readonly quiet: boolean | null;
}

/** A filter that narrows nothing. */
export const allDuties: DutyFilter = {
  ...{
    words: null,
    states: [],
    unit: null,
    alone: false,
    group: null,
    document: null,
    task: null,
    year: null,
  },
  ...{
    month: null,
    fallen: null,
    asked: null,
    urged: null,
    proven: false,
    extended: false,
    step: null,
    unapproved: null,
    assignedTo: null,
  },
  quiet: null,
};

/** What needs somebody first, the longest overdue at the top; or by the last day, or by the unit. */
export type DutyOrder = "attention" | "due" | "unit";

/** A unit as a list names it. */
export interface DutyUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
}

/** A duty as a row of a list. */
export interface DutyRow extends Omit<Duty, "task" | "unit" | "holder" | "occurrence"> {
  readonly state: DutyState;
  readonly daysLate: number;
  /** Of what has no deadline, by the latest proof of the unit in the task; null: it has a day, or is over. */
  readonly beating: Beating | null;
  readonly task: {
    readonly id: string;
    readonly ref: string;
    readonly label: string | null;
    readonly content: string;
    readonly group: string | null;
    readonly result: string | null;
  };
  readonly document: {
    readonly id: string;
    readonly number: string | null;
    readonly issuedOn: CalendarDate | null;
  };
  readonly occurrence: { readonly id: string; readonly key: string };
  readonly unit: DutyUnit;
  readonly holder: DutyUnit;
}

/** A fact as it was recorded; `who` is the person's name, or what acted by itself. */
export interface RecordedDutyFact {
  readonly id: string;
  readonly kind: DutyFactKind;
  readonly on: CalendarDate;
  readonly dueOn: CalendarDate | null;
  readonly report: string | null;
  readonly document: string | null;
  readonly step: Duty["step"];
  readonly product: string | null;
  readonly note: string | null;
  readonly whole: boolean;
  readonly at: Date;
  readonly who: string;
}

/** A duty with all that was said of it, newest first. */
export interface DutyRecord extends DutyRow {
  /** What the task shall reach, as its document says. */
  readonly targets: readonly Target[];
  /** Several lead the task, and nobody has said which answers for the whole. */
  readonly unanswered: boolean;
  readonly facts: readonly RecordedDutyFact[];
  readonly reports: readonly Report[];
}

/** How many duties each value of a filter would give, under the other filters. */
export interface DutyFacets {
  readonly states: readonly { readonly value: DutyState; readonly count: number }[];
  readonly groups: readonly { readonly value: string; readonly count: number }[];
  readonly units: readonly { readonly value: string; readonly label: string; readonly count: number }[];
}
