import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Values } from "../domain/cooperation/declaration.ts";
import { type LimitSettings, unsetLimits } from "../domain/cooperation/time-limit/limit-settings.ts";
import type { TimeLimit } from "../domain/cooperation/time-limit/time-limit.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import type { KeptDay } from "./province-days.ts";
import { isKnownTo, ownerJoin, type RecordAsking, type RecordTransaction } from "./record-rows.ts";

/** What a province sets about time limits; version 0: nothing yet. */
export interface KeptLimitSettings {
  readonly settings: LimitSettings;
  readonly version: number;
}

/** The settings of a province, locked when they are going to be changed. One statement. */
export async function loadLimitSettings(
  transaction: RecordTransaction,
  province: ProvinceId,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<KeptLimitSettings> {
  const { rows } = await sql<KeptLimitSettings>`
    select settings, version from time_limit_setting where province_id = ${province}
    ${locked ? sql`for update` : sql``}`.execute(transaction);
  return rows[0] ?? { settings: unsetLimits, version: 0 };
}

/** What a province sets about time limits, and what its days are counted by. */
export interface LimitGround extends KeptLimitSettings {
  readonly startDay: CalendarDate | null;
  /** The days off that the province adds. */
  readonly days: readonly KeptDay[];
}

/** All that decides the time limits of a province. One statement. */
export async function loadLimitGround(
  transaction: RecordTransaction,
  province: ProvinceId,
): Promise<LimitGround> {
  const { rows } = await sql<LimitGround>`
    select coalesce(s.settings, ${jsonText(unsetLimits)}::jsonb) as settings, coalesce(s.version, 0) as version,
           p.start_day as "startDay", d.days
      from (select) as always
      left join time_limit_setting s on s.province_id = ${province}
      left join province_setting p on p.province_id = ${province}
      cross join lateral (
        select coalesce(json_agg(json_build_object('day', o.day, 'off', o.is_off, 'name', o.name)), '[]') as days
          from province_day o where o.province_id = ${province}) d`.execute(transaction);
  return rows[0] ?? { settings: unsetLimits, version: 0, startDay: null, days: [] };
}

/** Keeps them. One statement. */
export async function saveLimitSettings(
  transaction: RecordTransaction,
  province: ProvinceId,
  { settings, version }: KeptLimitSettings,
): Promise<void> {
  await sql`
    insert into time_limit_setting (province_id, version, settings)
    values (${province}, ${version}, ${jsonText(settings)}::jsonb)
    on conflict (province_id) do update set version = excluded.version, settings = excluded.settings`.execute(
    transaction,
  );
}

/** What was done of a time limit, where no field of the record says so. */
export interface RecordProof {
  readonly limit: string;
  readonly occurrence: string;
  readonly on: CalendarDate;
  readonly documentNumber: string | null;
}

/** A record as far as its time limits ask. */
export interface LimitedRecord {
  readonly id: string;
  readonly register: string;
  readonly title: string;
  /** Only what its time limits stand on. */
  readonly values: Values;
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly proofs: readonly RecordProof[];
}

/** The fields that time limits stand on. */
function fieldsOf(limits: readonly TimeLimit[]): readonly string[] {
  const paths = limits.flatMap(({ start, done, dueField, where }) => [
    ...(start.kind === "fields" ? start.fields : [start.since, start.until]),
    ...(done === null ? [] : [done]),
    ...(dueField === null ? [] : [dueField]),
    ...(where?.cases ?? []).map(({ field }) => field),
  ]);
  return [...new Set(paths.map((path) => path.split(".")[0] ?? path))];
}

/** The records that time limits are for and that somebody may know of, with what was done; or one of them. One statement. */
export async function loadLimited(
  transaction: RecordTransaction,
  asking: RecordAsking,
  limits: readonly TimeLimit[],
  { id = null }: { readonly id?: string | null } = {},
): Promise<readonly LimitedRecord[]> {
  const registers = [...new Set(limits.map(({ register }) => register))];
  const parts = fieldsOf(limits).map((key) => sql`${key}::text, r.values -> ${key}`);
  if (parts.length === 0) return [];
  const { rows } = await sql<
    Omit<LimitedRecord, "owner"> & { owner_id: string | null; owner_name: string | null }
  >`
    select r.id, r.register, r.title, jsonb_strip_nulls(jsonb_build_object(${sql.join(parts)})) as "values",
           r.owner_id, u.name as owner_name, coalesce(p.proofs, '[]') as proofs
      from record r ${ownerJoin}
      left join (
        select p.record_id, json_agg(json_build_object('limit', p.limit_key, 'occurrence', p.occurrence,
                 'on', p.on_day, 'documentNumber', p.document_number)) as proofs
          from record_proof p where p.province_id = ${asking.province}
           and (${id}::uuid is null or p.record_id = ${id}::uuid) group by 1) p on p.record_id = r.id
     where r.province_id = ${asking.province} and r.register = any (${registers}::text[]) and r.removed_at is null
       and (${id}::uuid is null or r.id = ${id}::uuid) and ${isKnownTo(asking)}
     order by r.id`.execute(transaction);
  return rows.map(({ owner_id, owner_name, ...row }) => ({
    ...row,
    owner: owner_id === null ? null : { id: owner_id, name: owner_name ?? "" },
  }));
}

/** Records that something was done; what stood there gives way. One statement. */
export async function saveProof(
  transaction: RecordTransaction,
  province: ProvinceId,
  { record, limit, occurrence, on, documentNumber }: RecordProof & { readonly record: string },
  by: { readonly at: Date; readonly person: string },
): Promise<void> {
  await sql`
    insert into record_proof (province_id, record_id, limit_key, occurrence, on_day, document_number, recorded_at,
                              recorded_by)
    values (${province}, ${record}::uuid, ${limit}, ${occurrence}, ${on}::date,
            ${documentNumber && plainText(documentNumber)}, ${by.at}, ${by.person})
    on conflict (province_id, record_id, limit_key, occurrence) do update
       set on_day = excluded.on_day, document_number = excluded.document_number, recorded_at = excluded.recorded_at,
           recorded_by = excluded.recorded_by`.execute(transaction);
}

/** Takes away what was recorded. One statement. */
export async function dropProof(
  transaction: RecordTransaction,
  province: ProvinceId,
  { record, limit, occurrence }: { record: string; limit: string; occurrence: string },
): Promise<void> {
  await sql`
    delete from record_proof where province_id = ${province} and record_id = ${record}::uuid
       and limit_key = ${limit} and occurrence = ${occurrence}`.execute(transaction);
}
