import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { ProvinceId } from "./database.ts";
import { plainText } from "./json-text.ts";
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

/** The settings of duties with the version of all settings of the province; 0: nobody has set anything yet. */
export interface KeptDutySettings extends DutySettings {
  readonly version: number;
}

const unset: KeptDutySettings = {
  ...{ confirmingDocument: null, confirmingFrom: null, extensionLimit: null, nothingUnapproved: true },
  version: 0,
};

/** The settings of duties. One statement. */
export function loadDutySettings(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<DutySettings> {
  return loadKeptDutySettings(transaction, province);
}

/** The same with their version, locked until the transaction ends when they are going to be changed. One statement. */
export async function loadKeptDutySettings(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<KeptDutySettings> {
  const { rows } = await sql<KeptDutySettings>`
    select confirming_document as "confirmingDocument", confirming_from as "confirmingFrom",
           extension_limit as "extensionLimit", nothing_unapproved as "nothingUnapproved", version
      from province_setting where province_id = ${province} ${locked ? sql`for update` : sql``}`.execute(
    transaction,
  );
  return rows[0] ?? unset;
}

/** Saves how the province follows duties. One statement. */
export async function saveDutySettings(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { confirmingDocument, confirmingFrom, extensionLimit, nothingUnapproved, version }: KeptDutySettings,
): Promise<void> {
  const document = confirmingDocument && plainText(confirmingDocument);
  await sql`
    insert into province_setting (province_id, confirming_document, confirming_from, extension_limit,
                                  nothing_unapproved, version)
    values (${province}, ${document}, ${confirmingFrom}::date, ${extensionLimit}, ${nothingUnapproved}, ${version})
    on conflict (province_id) do update
      set confirming_document = excluded.confirming_document, confirming_from = excluded.confirming_from,
          extension_limit = excluded.extension_limit, nothing_unapproved = excluded.nothing_unapproved,
          version = excluded.version`.execute(transaction);
}
