import type { Kysely } from "kysely";
import { keepRollup, markedProvinces } from "../store/country.ts";
import { withProvince } from "../store/database.ts";
import type { Tables } from "../store/schema.ts";

/** Brings the figures of the country in step with the duties that changed; gives how many provinces that concerned. */
export async function keepCountry(kysely: Kysely<Tables>): Promise<number> {
  const provinces = await markedProvinces(kysely);
  for (const province of provinces) await withProvince(kysely, province, keepRollup);
  return provinces.length;
}
