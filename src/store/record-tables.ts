import type { ColumnType, Generated } from "kysely";
import type { Values } from "../domain/cooperation/declaration.ts";
import type { Instant } from "./schema.ts";

/** A `jsonb` column: given as a value, taken as its JSON text. */
type Json<T> = ColumnType<T, string, string>;

export interface RecordTable {
  readonly province_id: number;
  readonly id: string;
  readonly register: string;
  readonly title: string;
  readonly values: Json<Values>;
  readonly folded: string;
  readonly owner_id: string | null;
  readonly source_key: string | null;
  readonly version: Generated<number>;
  readonly created_at: Instant;
  readonly changed_at: Instant;
  readonly removed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface RecordLinkTable {
  readonly province_id: number;
  readonly record_id: string;
  readonly field: string;
  readonly position: number;
  readonly kind: "record" | "unit" | "document" | "task";
  readonly target_id: string;
}

export interface RecordOwnerTable {
  readonly province_id: number;
  readonly register: string;
  readonly unit_id: string | null;
  readonly source_system: string | null;
  readonly version: Generated<number>;
}

declare module "./schema.ts" {
  interface Tables {
    record: RecordTable;
    record_link: RecordLinkTable;
    record_owner: RecordOwnerTable;
  }
}
