import type { ColumnType, Generated } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Failure } from "../domain/basics/result.ts";
import type { CollectiveRule } from "../domain/organisation/collective-rule.ts";
import type { PostRole } from "../domain/organisation/rights.ts";
import type {
  CodeSystem,
  UnitContact,
  UnitKind,
  UnitRelation,
  UnitTrait,
} from "../domain/organisation/unit.ts";
import type { UnitChange } from "../domain/organisation/unit-change.ts";
import type { Day, Instant } from "./schema.ts";

/** A `jsonb` column: given as a value, taken as its JSON text. */
type Json<T> = ColumnType<T, string, string>;

/** A `date` column that may be empty. */
type OptionalDay = ColumnType<CalendarDate | null, CalendarDate | null | undefined, CalendarDate | null>;

export interface UnitTable {
  readonly province_id: number;
  readonly id: string;
  readonly parent_id: string | null;
  readonly kind: UnitKind;
  readonly relation: UnitRelation;
  readonly name: string;
  readonly short_name: string | null;
  readonly symbol: string | null;
  readonly aliases: Json<readonly string[]>;
  readonly traits: Json<readonly UnitTrait[]>;
  readonly contact: Json<UnitContact>;
  readonly gazetteer_id: string | null;
  readonly standing_id: string | null;
  readonly from_day: OptionalDay;
  readonly to_day: OptionalDay;
  readonly position: number;
  readonly version: Generated<number>;
  readonly name_key: string;
  readonly folded: string;
}

export interface UnitNameTable {
  readonly province_id: number;
  readonly unit_id: string;
  readonly to_day: Day;
  readonly name: string;
  readonly short_name: string | null;
  readonly symbol: string | null;
  readonly name_key: string;
}

export interface UnitCodeTable {
  readonly province_id: number;
  readonly unit_id: string;
  readonly system: CodeSystem;
  readonly code: string;
  readonly from_day: OptionalDay;
  readonly to_day: OptionalDay;
}

export interface UnitChangeTable {
  readonly province_id: number;
  readonly id: string;
  readonly kind: UnitChange["kind"];
  readonly on_day: Day;
  readonly document: string | null;
  readonly note: string | null;
  readonly at: Instant;
  readonly who: string;
  /** What stood before, by which the change is taken back. */
  readonly undo: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface UnitChangePartTable {
  readonly province_id: number;
  readonly change_id: string;
  readonly unit_id: string;
  readonly side: "before" | "after";
  readonly position: Generated<number>;
}

export interface CollectiveTable {
  readonly province_id: number;
  readonly id: string;
  readonly name: string;
  readonly rule: Json<CollectiveRule>;
  readonly version: Generated<number>;
}

export interface CollectiveWordingTable {
  readonly province_id: number;
  readonly wording_key: string;
  readonly wording: string;
  readonly collective_id: string;
  readonly bound_at: Instant;
  readonly bound_by: string;
}

export interface TaskPartyTable {
  readonly province_id: number;
  readonly task_id: string;
  readonly position: number;
  readonly unit_id: string;
  readonly holder_id: string;
  readonly to_choose: Generated<boolean>;
}

export interface UnitPlanTable {
  readonly province_id: number;
  readonly id: string;
  readonly on_day: Day;
  /** The change as it was asked for. */
  readonly wish: ColumnType<unknown, string, never>;
  readonly units: Json<readonly string[]>;
  readonly document: string | null;
  readonly note: string | null;
  readonly at: Instant;
  readonly who: string;
  /** Why it could not be made on its day. */
  readonly failure: ColumnType<Failure | null, string | null | undefined, string | null>;
}

export interface PersonTable {
  readonly province_id: number;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly left_on: OptionalDay;
  readonly version: Generated<number>;
  readonly folded: string;
}

export interface PostTable {
  readonly province_id: number;
  readonly id: string;
  readonly person_id: string;
  readonly unit_id: string | null;
  readonly role: PostRole;
  readonly title: string | null;
  readonly from_day: Day;
  readonly to_day: OptionalDay;
  readonly acting_for: string | null;
  readonly document: string | null;
  readonly version: Generated<number>;
}

export interface TaskAssignmentTable {
  readonly province_id: number;
  readonly task_id: string;
  readonly unit_id: string;
  readonly leader: string | null;
  readonly room_id: string | null;
  readonly officer: string | null;
  readonly version: Generated<number>;
}

declare module "./schema.ts" {
  interface Tables {
    unit: UnitTable;
    unit_name: UnitNameTable;
    unit_code: UnitCodeTable;
    unit_change: UnitChangeTable;
    unit_change_part: UnitChangePartTable;
    collective: CollectiveTable;
    collective_wording: CollectiveWordingTable;
    task_party: TaskPartyTable;
    unit_plan: UnitPlanTable;
    person: PersonTable;
    post: PostTable;
    task_assignment: TaskAssignmentTable;
  }
}
