import type { ColumnType } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Place } from "../domain/document/place.ts";
import type { LineageNoteKind } from "../domain/duty/lineage-chain.ts";
import type { Instant } from "./schema.ts";

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface TaskDirectiveTable {
  readonly province_id: number;
  readonly id: string;
  readonly task_id: string;
  readonly kind: LineageNoteKind;
  readonly document_id: Optional<string>;
  readonly document_number: Optional<string>;
  readonly finding_id: Optional<string>;
  readonly given_on: Optional<CalendarDate>;
  readonly due_on: Optional<CalendarDate>;
  readonly strictly_before: boolean;
  readonly words: string;
  readonly places: ColumnType<readonly Place[], string, string>;
  readonly before: ColumnType<unknown, string | null, string | null>;
  readonly joined_from: Optional<string>;
  readonly confirmed_at: Instant;
  readonly confirmed_by: string;
}

export interface LineageRefusalTable {
  readonly province_id: number;
  readonly document_id: string;
  readonly subject_id: string;
  readonly task_id: string;
  readonly at: Instant;
  readonly who: string;
}

export interface TaskQuestionAnswerTable {
  readonly province_id: number;
  readonly document_id: string;
  readonly task_id: string;
  readonly question: "replaced" | "droppedOut";
  readonly answer: "kept" | "carriedOver" | "withdrawn";
  readonly into_task: Optional<string>;
  readonly reason: Optional<string>;
  readonly at: Instant;
  readonly who: string;
}

declare module "./schema.ts" {
  interface Tables {
    task_directive: TaskDirectiveTable;
    lineage_refusal: LineageRefusalTable;
    task_question_answer: TaskQuestionAnswerTable;
  }
}
