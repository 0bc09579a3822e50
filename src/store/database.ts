import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import { type ProvinceNumber, provinceNumber } from "../domain/organisation/actor.ts";
import { applicationName, type Connection, sqlState } from "./connection.ts";
import type { Tables } from "./schema.ts";

/** The number of a province or city in the list of administrative units, 1…99. */
export type ProvinceId = ProvinceNumber;

/** The rows of an installation. */
export interface Rows {
  readonly kysely: Kysely<Tables>;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
}

/** Reads a province's number, as a number or as its code ("04", "52"); null for anything else. */
export const provinceId: (value: number | string) => ProvinceId | null = provinceNumber;

/** Opens a pool of connections of the program's login. `most` connections at the same time. */
export function openRows(connection: Connection, most = 10): Rows {
  const pool = new pg.Pool({
    ...connection,
    max: most,
    application_name: applicationName,
    connectionTimeoutMillis: 15_000,
    types: { getTypeParser: typeParser },
  });
  // A connection that breaks while idle is replaced; the next query shows whether the server is gone.
  pool.on("error", () => undefined);
  // One that breaks between two statements of a transaction fails the next of them, not the whole program.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    ...{ kysely, pool },
    close: async () => {
      await kysely.destroy();
      // A pool that only others asked was never Kysely's to end; its idle connections would hold the process up.
      if (!pool.ended) await pool.end();
    },
  };
}

/**
 * Works for one province: in a transaction that row-level security opens for that province and closes again. When
 * the server asks to try again (a lost race or a deadlock), all of the work is repeated, three times at most; so the
 * work may do nothing but read and write rows.
 */
export async function withProvince<T>(
  kysely: Kysely<Tables>,
  province: ProvinceId,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await kysely.transaction().execute(async (transaction) => {
        await sql`select set_config('app.province', ${String(province)}, true)`.execute(transaction);
        return work(transaction);
      });
    } catch (error) {
      if (attempt >= 3 || !isWorthRepeating(error)) throw error;
    }
  }
}

/** 40001: serialization failure. 40P01: deadlock. */
function isWorthRepeating(error: unknown): boolean {
  const state = sqlState(error);
  return state === "40001" || state === "40P01";
}

/** Days stay the text `YYYY-MM-DD`: as an instant they would shift with the zone of the machine. */
function typeParser(oid: number, format?: "text" | "binary") {
  if (oid === pg.types.builtins.DATE && format !== "binary") return (text: string) => text;
  return format === undefined ? pg.types.getTypeParser(oid) : pg.types.getTypeParser(oid, "text");
}
