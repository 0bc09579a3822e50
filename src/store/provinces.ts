import type { Kysely } from "kysely";
import type pg from "pg";
import { type ProvinceId, provinceId } from "./database.ts";
import type { Tables } from "./schema.ts";

/** A row of `reference.province`. */
export interface ProvinceRow {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly nameEn: string;
}

/**
 * The provinces and cities of the list of administrative units (tab-separated: code, parent, kind, name, name_en; a
 * province has no parent). Throws on a line that is not of that form: the list is part of the program.
 */
export function readProvinces(administrativeUnits: string): readonly ProvinceRow[] {
  return administrativeUnits
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split("\t"))
    .filter(([code, parent]) => code !== undefined && code !== "" && parent === "")
    .map(([code = "", , kind = "", name = "", nameEn = ""]) => {
      const id = provinceId(code);
      if (id === null || name === "")
        throw new Error(`the list of administrative units has a wrong line: ${code}`);
      return { id, kind, name, nameEn };
    });
}

/** Writes the provinces into `reference.province`; a changed name or kind is taken over, none is ever removed. */
export async function saveProvinces(client: pg.ClientBase, provinces: readonly ProvinceRow[]): Promise<void> {
  await client.query(
    `insert into reference.province (id, kind, name, name_en)
     select * from unnest($1::int[], $2::text[], $3::text[], $4::text[])
     on conflict (id) do update set kind = excluded.kind, name = excluded.name, name_en = excluded.name_en
      where (province.kind, province.name, province.name_en)
            is distinct from (excluded.kind, excluded.name, excluded.name_en)`,
    [
      provinces.map((province) => province.id),
      provinces.map((province) => province.kind),
      provinces.map((province) => province.name),
      provinces.map((province) => province.nameEn),
    ],
  );
}

/** All provinces and cities, whether they have rows or not. */
export async function listProvinces(kysely: Kysely<Tables>): Promise<readonly ProvinceId[]> {
  const rows = await kysely.selectFrom("reference.province").select("id").orderBy("id").execute();
  return rows.flatMap(({ id }) => provinceId(id) ?? []);
}
