import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { CitationRelation } from "../domain/document/citation.ts";
import type { EditedFields } from "../domain/duty/finding-edit.ts";
import type { FindingDecision, FindingOrigin } from "../domain/duty/review.ts";
import type { Doubts, Signer, TaskFinding } from "../domain/reading/findings.ts";
import type { Instant } from "./schema.ts";

/** A `jsonb` column: given as a value, taken as its JSON text. */
type Json<T> = ColumnType<T, string, string>;
type OptionalJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>;
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface DocumentTable {
  readonly province_id: number;
  readonly id: string;
  readonly number: string | null;
  readonly kind: string | null;
  readonly kind_name: string | null;
  readonly issuer: string | null;
  readonly issuer_superior: string | null;
  readonly place: string | null;
  readonly issued_on: Optional<CalendarDate>;
  readonly meeting_on: Optional<CalendarDate>;
  readonly subject: string | null;
  readonly signer: OptionalJson<Signer>;
  readonly recipients: Json<readonly string[]>;
  readonly attached_to: string | null;
  readonly doubts: Json<Doubts>;
  readonly file_name: string;
  readonly sha256: string;
  readonly imported_at: Instant;
  readonly imported_by: string;
  readonly reviewed_at: OptionalInstant;
  readonly duplicate_of: Optional<string>;
  readonly version: Generated<number>;
  readonly folded: string;
  readonly search: GeneratedAlways<string>;
}

export interface DocumentFileTable {
  readonly province_id: number;
  readonly document_id: string;
  readonly position: number;
  readonly name: string;
  readonly format: string;
  readonly sha256: string;
  /** Bytes; PostgreSQL gives a `bigint` as text. */
  readonly size: ColumnType<string, number, number>;
}

export interface DocumentReadingTable {
  readonly province_id: number;
  readonly document_id: string;
  readonly output: Json<unknown>;
  readonly blocks: Json<unknown>;
  readonly notices: Json<unknown>;
  readonly task_count: number;
}

export interface CitationTable {
  readonly province_id: number;
  readonly document_id: string;
  readonly position: number;
  readonly number: string;
  readonly kind: string | null;
  readonly issuer: string | null;
  readonly cited_on: Optional<CalendarDate>;
  readonly relation: CitationRelation;
  readonly as_written: string;
  readonly place: Json<unknown>;
  readonly doubt: number;
}

export interface FindingTable {
  readonly province_id: number;
  readonly id: string;
  readonly document_id: string;
  readonly position: number;
  readonly ref: string;
  readonly origin: FindingOrigin;
  readonly read: Json<TaskFinding>;
  readonly edited: OptionalJson<EditedFields>;
  readonly decision: Optional<FindingDecision>;
  readonly reason: Optional<string>;
  readonly decided_at: OptionalInstant;
  readonly decided_by: Optional<string>;
  readonly task_id: Optional<string>;
  readonly parent_id: Optional<string>;
  readonly merged_into: Optional<string>;
  readonly doubt: number;
  readonly unclear_count: number;
  readonly version: Generated<number>;
}

declare module "./schema.ts" {
  interface Tables {
    document: DocumentTable;
    document_file: DocumentFileTable;
    document_reading: DocumentReadingTable;
    citation: CitationTable;
    finding: FindingTable;
  }
}
