import type { ColumnType, Generated } from "kysely";
import type { Instant } from "./schema.ts";

type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface ScanTable {
  readonly province_id: number;
  readonly id: string;
  readonly sent_at: Instant;
  readonly sent_by: string;
  readonly sent_from: string | null;
  readonly together: boolean;
  readonly force: string[];
  readonly declared_open: boolean;
  readonly pages: number;
  readonly pages_read: Generated<number>;
  readonly claim: Generated<string | null>;
  readonly begun_at: OptionalInstant;
  readonly begun_pages: Generated<number>;
  readonly page_at: OptionalInstant;
  readonly tries: Generated<number>;
  readonly outcomes: Generated<unknown>;
  readonly ended_at: OptionalInstant;
  readonly failure: OptionalJson;
  readonly signed: OptionalJson;
  readonly cancelled_at: OptionalInstant;
}

export interface ScanFileTable {
  readonly province_id: number;
  readonly scan_id: string;
  readonly position: number;
  readonly name: string;
  readonly sha256: string;
  /** Bytes; PostgreSQL gives a `bigint` as text. */
  readonly size: ColumnType<string, number, number>;
}

declare module "./schema.ts" {
  interface Tables {
    scan: ScanTable;
    scan_file: ScanFileTable;
  }
}
