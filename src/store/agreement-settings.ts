import { sql } from "kysely";
import { type AgreementSettings, usualAgreementSettings } from "../domain/cooperation/agreement/settings.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
import type { RecordTransaction } from "./record-rows.ts";

/** How a province handles agreements, with the version of all its settings; 0: nobody has set anything yet. */
export interface KeptAgreementSettings extends AgreementSettings {
  readonly version: number;
}

/** What of a province decides on agreements, with whether the unit that signs one is a commune on the border. */
export interface AgreementSetting {
  readonly settings: AgreementSettings;
  readonly isOnBorder: boolean;
}

type KeptRow = Partial<Omit<AgreementSettings, "asksParty">>;

function settingsOf(kept: KeptRow | null, asksParty: boolean | null): AgreementSettings {
  return { ...usualAgreementSettings, ...kept, asksParty: asksParty ?? false };
}

/** What decides on an agreement that a unit signs; null: no unit stands there. One statement. */
export async function loadAgreementSetting(
  transaction: RecordTransaction,
  province: ProvinceId,
  signatory: string | null,
): Promise<AgreementSetting> {
  const { rows } = await sql<{ asks: boolean | null; kept: KeptRow | null; border: boolean | null }>`
    select s.agreement_asks_party as asks, s.agreement_settings as kept,
           (select traits ? 'border' from unit where province_id = ${province} and id = ${signatory}::uuid) as border
      from (select) as always left join province_setting s on s.province_id = ${province}`.execute(
    transaction,
  );
  const { asks = null, kept = null, border = null } = rows[0] ?? {};
  return { settings: settingsOf(kept, asks), isOnBorder: border ?? false };
}

/** How a province handles agreements, locked until the transaction ends when it is going to be changed. One statement. */
export async function loadAgreementSettings(
  transaction: RecordTransaction,
  province: ProvinceId,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<KeptAgreementSettings> {
  const { rows } = await sql<{ asks: boolean; kept: KeptRow | null; version: number }>`
    select agreement_asks_party as asks, agreement_settings as kept, version
      from province_setting where province_id = ${province} ${locked ? sql`for update` : sql``}`.execute(
    transaction,
  );
  const { asks = null, kept = null, version = 0 } = rows[0] ?? {};
  return { ...settingsOf(kept, asks), version };
}

/** Saves how a province handles agreements. One statement. */
export async function saveAgreementSettings(
  transaction: RecordTransaction,
  province: ProvinceId,
  { asksParty, version, ...kept }: KeptAgreementSettings,
): Promise<void> {
  await sql`
    insert into province_setting (province_id, agreement_asks_party, agreement_settings, version)
    values (${province}, ${asksParty}, ${jsonText(kept)}::jsonb, ${version})
    on conflict (province_id) do update
      set agreement_asks_party = excluded.agreement_asks_party, agreement_settings = excluded.agreement_settings,
          version = excluded.version`.execute(transaction);
}
