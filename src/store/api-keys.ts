import { type Kysely, sql } from "kysely";
import type { Action } from "../domain/organisation/rights.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import type { Tables } from "./schema.ts";

/** A key of a program of others, without the key itself, of which only the hash is kept. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Action[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** To the minute. */
  readonly usedAt: Date | null;
}

/** Who holds a key, found before any province is known. */
export interface KeyHolder extends Pick<ApiKey, "id" | "name" | "scopes"> {
  readonly province: number;
}

/** The keys of a province, newest first. One statement. */
export async function loadApiKeys(rows: Kysely<Tables>, province: ProvinceId): Promise<readonly ApiKey[]> {
  const found = await sql<ApiKey>`
    select k.id, k.name, k.scopes, k.created_at as "createdAt", coalesce(u.name, k.created_by) as "createdBy",
           k.expires_at as "expiresAt", k.revoked_at as "revokedAt", k.used_at as "usedAt"
      from accounts.api_keys k left join accounts.users u on u.id = k.created_by
     where k.province_id = ${province} order by k.created_at desc, k.id`.execute(rows);
  return found.rows;
}

export async function insertApiKey(
  rows: Kysely<Tables>,
  province: ProvinceId,
  key: Pick<ApiKey, "id" | "name" | "scopes" | "createdAt" | "createdBy" | "expiresAt"> & {
    readonly hash: string;
  },
): Promise<void> {
  await sql`
    insert into accounts.api_keys (id, province_id, name, key_hash, scopes, created_at, created_by, expires_at)
    values (${key.id}, ${province}, ${plainText(key.name)}, ${key.hash}, ${jsonText(key.scopes)}, ${key.createdAt},
            ${key.createdBy}, ${key.expiresAt})`.execute(rows);
}

/** Revokes a key; null when the province has none with this id that still works. */
export async function revokeApiKey(
  rows: Kysely<Tables>,
  province: ProvinceId,
  { id, at }: { readonly id: string; readonly at: Date },
): Promise<{ readonly name: string } | null> {
  const found = await sql<{ name: string }>`
    update accounts.api_keys set revoked_at = ${at}
     where province_id = ${province} and id = ${id}::uuid and revoked_at is null returning name`.execute(
    rows,
  );
  return found.rows[0] ?? null;
}

/** Who holds the key of a hash at an instant; notes its use once a minute. Null: it never was, is revoked or over. */
export async function holderOfKey(rows: Kysely<Tables>, hash: string, at: Date): Promise<KeyHolder | null> {
  const found = await sql<KeyHolder & { readonly noted: boolean }>`
    select id, name, scopes, province_id as province,
           coalesce(used_at > ${at}::timestamptz - interval '1 minute', false) as noted
      from accounts.api_keys where key_hash = ${hash} and revoked_at is null and expires_at > ${at}`.execute(
    rows,
  );
  const [holder] = found.rows;
  if (!holder) return null;
  if (!holder.noted)
    await sql`update accounts.api_keys set used_at = ${at} where id = ${holder.id}`.execute(rows);
  const { id, name, scopes, province } = holder;
  return { id, name, scopes, province };
}
