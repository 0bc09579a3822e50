import type { ColumnType, Generated } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { LogKind } from "../domain/basics/log-chain.ts";

/** A column that PostgreSQL gives as an instant and takes as one. */
export type Instant = ColumnType<Date, Date, Date>;

/** A column of type `date`; it never becomes an instant. */
export type Day = ColumnType<CalendarDate, CalendarDate, CalendarDate>;

export interface ProvinceTable {
  readonly id: number;
  readonly kind: "tỉnh" | "thành phố";
  readonly name: string;
  readonly name_en: string;
}

export interface MigrationTable {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly applied_at: Generated<Date>;
}

export interface HistoryTable {
  readonly province_id: number;
  readonly id: string;
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly kind: Generated<LogKind>;
  /** The network address from which it was done; null where there is no network. */
  readonly address: string | null;
}

/** The tables as Kysely knows them; a family of tables adds its own in its file by `declare module`. */
export interface Tables {
  "reference.province": ProvinceTable;
  "reference.migration": MigrationTable;
  history: HistoryTable;
}
