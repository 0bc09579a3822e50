import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Schedule } from "../domain/calendar/schedule.ts";
import type { Place } from "../domain/document/place.ts";
import type { DueBasis } from "../domain/duty/due-day.ts";
import type { AddresseeRole } from "../domain/organisation/addressee.ts";
import type { Target, UnclearFinding } from "../domain/reading/findings.ts";
import type { Day, Instant } from "./schema.ts";

/** A `jsonb` column: given as a value, taken as its JSON text. */
type Json<T> = ColumnType<T, string, string>;

/** A `date` column that may be empty. */
type OptionalDay = ColumnType<CalendarDate | null, CalendarDate | null | undefined, CalendarDate | null>;

export interface TaskTable {
  readonly province_id: number;
  readonly id: string;
  readonly document_id: string;
  readonly ref: string;
  readonly label: string | null;
  readonly part: string | null;
  readonly group_title: string | null;
  readonly content: string;
  readonly lead_text: string | null;
  readonly coordinating_text: string | null;
  readonly time_words: string | null;
  readonly schedule: ColumnType<Schedule | null, string | null, string | null>;
  readonly schedule_kind: Schedule["kind"] | null;
  /** How often it shall be proven; null: all of it has days. */
  readonly heartbeat: ColumnType<string | null, string | null | undefined, string | null>;
  readonly result: string | null;
  readonly targets: Json<readonly Target[]>;
  readonly approver: string | null;
  readonly unclear: Json<readonly UnclearFinding[]>;
  readonly unclear_count: number;
  readonly general: boolean;
  readonly sources: Json<readonly Place[]>;
  readonly assigned_on: Day;
  readonly accepted_at: Instant;
  readonly accepted_by: string;
  readonly withdrawn_on: OptionalDay;
  /** The task that this one was joined to. */
  readonly joined_to: ColumnType<string | null, string | null | undefined, string | null>;
  readonly version: Generated<number>;
  readonly folded: string;
  readonly search: GeneratedAlways<string>;
  /** Written by triggers: the occurrence that stands for the task now, with what its state is made of. */
  readonly current_occurrence: ColumnType<string | null, never, never>;
  readonly current_last_day: ColumnType<CalendarDate | null, never, never>;
  readonly current_done_on: ColumnType<CalendarDate | null, never, never>;
  readonly current_withdrawn_on: ColumnType<CalendarDate | null, never, never>;
}

export interface TaskAddresseeTable {
  readonly province_id: number;
  readonly task_id: string;
  readonly position: number;
  readonly role: AddresseeRole;
  readonly name: string;
  readonly collective: boolean;
  readonly written: string;
  readonly share: string | null;
  readonly name_key: string;
  readonly gazetteer_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** Since when it answers for the whole, and by which document. */
  readonly answers_on: OptionalDay;
  readonly answers_document: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface OccurrenceTable {
  readonly province_id: number;
  readonly id: string;
  readonly task_id: string;
  readonly key: string;
  readonly starts_on: OptionalDay;
  readonly due_on: OptionalDay;
  readonly strictly_before: Generated<boolean>;
  readonly first_due_on: OptionalDay;
  readonly last_day: OptionalDay;
  readonly due_basis: ColumnType<DueBasis, DueBasis | undefined, DueBasis>;
  readonly event_document: ColumnType<string | null, string | null | undefined, string | null>;
  readonly started_on: OptionalDay;
  readonly done_on: OptionalDay;
  readonly product: ColumnType<string | null, string | null | undefined, string | null>;
  readonly withdrawn_on: OptionalDay;
  readonly version: Generated<number>;
}

export interface OccurrenceFactTable {
  readonly province_id: number;
  readonly id: string;
  readonly occurrence_id: string;
  readonly kind: "started" | "done" | "withdrawn" | "reopened";
  readonly on_day: Day;
  readonly product: string | null;
  readonly note: string | null;
  readonly at: Instant;
  readonly who: string;
}

export interface ProvinceSettingTable {
  readonly province_id: number;
  readonly start_day: OptionalDay;
  readonly soon_days: Generated<number>;
  readonly log_months: Generated<number>;
  readonly strict_before_counts: Generated<boolean>;
  readonly yearly_cut_off: ColumnType<string | null, string | null | undefined, string | null>;
  /** How often what has no deadline shall be proven; null: with the yearly return. */
  readonly heartbeat: ColumnType<string | null, string | null | undefined, string | null>;
  readonly version: Generated<number>;
}

export interface SavedViewTable {
  readonly province_id: number;
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly place: string;
  readonly query: string;
  readonly position: Generated<number>;
}

export interface UnplacedMarkTable {
  readonly province_id: number;
  readonly document_id: string;
  readonly position: number;
  readonly mark: "seen" | "task";
  readonly reason: string | null;
  readonly finding_id: string | null;
  readonly at: Instant;
  readonly who: string;
}

declare module "./schema.ts" {
  interface Tables {
    task: TaskTable;
    task_addressee: TaskAddresseeTable;
    occurrence: OccurrenceTable;
    occurrence_fact: OccurrenceFactTable;
    province_setting: ProvinceSettingTable;
    saved_view: SavedViewTable;
    unplaced_mark: UnplacedMarkTable;
  }
}
