import { sql, type Transaction } from "kysely";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
import type { Tables } from "./schema.ts";

/** What somebody did with an account, or was refused, as it stands in the log of a province. */
export interface AccountLogEntry {
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  readonly kind: "signIn" | "refusal" | "change";
  readonly what: string;
  /** The account that it concerns. */
  readonly person: string;
  readonly address: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

/** Adds one entry about an account to the log of a province. */
export async function addAccountLog(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  { id, at, who, kind, what, person, address, detail }: AccountLogEntry,
): Promise<void> {
  const after = detail === null ? null : jsonText(detail);
  await sql`
    insert into history (province_id, id, at, who, what, subject, after, kind, address)
    values (${province}, ${id}, ${at}, ${who}, ${what}, ${`person:${person}`}, ${after}, ${kind}, ${address})`.execute(
    transaction,
  );
}
