import type { Generated } from "kysely";
import type { Instant } from "./schema.ts";

export interface HistorySealTable {
  readonly province_id: number;
  readonly position: number;
  readonly history_id: string;
  readonly digest: string;
  readonly sealed_at: Instant;
}

export interface HistoryUnsealedTable {
  readonly province_id: number;
  readonly history_id: string;
}

export interface HistoryHeadTable {
  readonly province_id: number;
  readonly position: number;
  readonly digest: string;
  readonly signed_at: Instant;
  readonly signature: string;
  readonly signed_by: string;
}

export interface HistoryStumpTable {
  readonly province_id: number;
  readonly position: number;
  readonly digest: string;
  readonly before_at: Instant;
  readonly dropped_at: Instant;
  readonly kept: Generated<number>;
  readonly kept_digest: Generated<string>;
  readonly signature: string;
  readonly signed_by: string;
}

declare module "./schema.ts" {
  interface Tables {
    history_seal: HistorySealTable;
    history_unsealed: HistoryUnsealedTable;
    history_head: HistoryHeadTable;
    history_stump: HistoryStumpTable;
  }
}
