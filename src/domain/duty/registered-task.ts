import type { CalendarDate } from "../basics/calendar-date.ts";
import type { Schedule } from "../calendar/schedule.ts";
import type { Place } from "../document/place.ts";
import type { AddresseeRole } from "../organisation/addressee.ts";
import type { Clear, Target, UnclearFinding } from "../reading/findings.ts";
import type { Beating } from "./heartbeat.ts";
import type { FactKind, StandingFacts } from "./occurrence-fact.ts";
import { type OccurrenceState, occurrenceState, type StateRules } from "./occurrence-state.ts";
import type { TaskAddressee, TaskOccurrence } from "./task.ts";

/** The document that a task stands in, as far as a list names it. */
export interface RegisteredDocument {
  readonly id: string;
  readonly number: string | null;
  readonly kind: string | null;
  readonly issuer: string | null;
  readonly issuedOn: CalendarDate | null;
  readonly subject: string | null;
  readonly fileName: string;
}

/** The occurrence that stands for a task now; null in all but `key` where the schedule or a fact is missing. */
export interface TaskCurrent {
  readonly id: string;
  readonly key: string;
  readonly dueOn: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  readonly withdrawnOn: CalendarDate | null;
  readonly product: string | null;
}

/** A task as a row of the register. */
export interface TaskRow {
  readonly id: string;
  readonly ref: string;
  readonly label: string | null;
  readonly content: string;
  readonly group: string | null;
  readonly document: RegisteredDocument;
  readonly addressees: readonly TaskAddressee[];
  readonly timeWords: string | null;
  readonly schedule: Schedule | null;
  readonly result: string | null;
  readonly targets: readonly Target[];
  readonly unclear: readonly UnclearFinding[];
  readonly approver: string | null;
  readonly general: boolean;
  readonly withdrawnOn: CalendarDate | null;
  readonly current: TaskCurrent | null;
  /** Of what has no deadline, by the duty that answers for the whole, else by the latest proof of any; null: it has days. */
  readonly beating: Beating | null;
  readonly version: number;
}

/** A fact as it was recorded; `who` is the person's name, or the id of one that is no longer known. */
export interface RecordedFact {
  readonly id: string;
  readonly kind: FactKind;
  readonly on: CalendarDate;
  readonly product: string | null;
  readonly note: string | null;
  readonly at: Date;
  readonly who: string;
}

export interface RegisteredOccurrence extends StandingFacts, TaskOccurrence {
  readonly id: string;
  /** The document that shows the event from which its term runs; null: it runs from none. */
  readonly eventDocument: string | null;
  /** The day that was set first, where a later directive set another. */
  readonly firstDueOn: CalendarDate | null;
  readonly facts: readonly RecordedFact[];
  /** The latest day on which something was said of one of its duties. */
  readonly reportedOn: CalendarDate | null;
  readonly version: number;
}

/** A task with all that is known of it. */
export interface RegisteredTask extends TaskRow {
  readonly part: string | null;
  readonly leadText: string | null;
  readonly coordinatingText: string | null;
  readonly sources: readonly Place[];
  readonly assignedOn: CalendarDate;
  readonly acceptedAt: Date;
  readonly acceptedBy: string;
  readonly occurrences: readonly RegisteredOccurrence[];
}

/** One value of a filter and how many tasks it would give. */
export interface Facet {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** Tasks that have one thing in common: its value for the filter, its name where it has one of its own. */
export interface TaskGroup {
  readonly value: string;
  readonly label: string | null;
  readonly count: number;
}

export type FacetName =
  | "states"
  | "groups"
  | "leads"
  | "coordinators"
  | "schedules"
  | "years"
  | "documents"
  | "unclear";

export type TaskFacets = Readonly<Record<FacetName, readonly Facet[]>>;

/** Who leads a task: the body that answers for it and the standing body beside it. */
export const leadingRoles: readonly AddresseeRole[] = ["lead", "standing"];

/** The clears that a task leaves open, each once. */
export function openClears(task: Pick<TaskRow, "unclear">): readonly Clear[] {
  return [...new Set(task.unclear.map(({ clear }) => clear))];
}

/** The state of the occurrence that stands for a task; a withdrawn task withdraws what is open of it. */
export function stateOfTask({ current, withdrawnOn }: TaskRow, rules: StateRules): OccurrenceState {
  const facts = { doneOn: current?.doneOn ?? null, withdrawnOn: withdrawnOn ?? current?.withdrawnOn ?? null };
  return occurrenceState(current?.lastDay ?? null, facts, rules);
}
