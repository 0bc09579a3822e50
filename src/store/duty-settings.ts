import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { ProvinceId } from "./database.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** How a province follows duties. */
export interface DutySettings {
  /** The document by which the assigning authority delegates confirming to the focal body, and from when; null: it has not. */
  readonly confirmingDocument: string | null;
  readonly confirmingFrom: CalendarDate | null;
  /** How often more time may be given for one duty; null: no limit. */
  readonly extensionLimit: number | null;
  /** "Không phát sinh" goes out without the head's approval. */
  readonly nothingUnapproved: boolean;
}

/** The settings of duties. One statement. */
export async function loadDutySettings(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<DutySettings> {
  const { rows } = await sql<DutySettings>`
    select confirming_document as "confirmingDocument", confirming_from as "confirmingFrom",
           extension_limit as "extensionLimit", nothing_unapproved as "nothingUnapproved"
      from province_setting where province_id = ${province}`.execute(transaction);
  return (
    rows[0] ?? {
      confirmingDocument: null,
      confirmingFrom: null,
      extensionLimit: null,
      nothingUnapproved: true,
    }
  );
}
