import { type Result, succeed } from "../domain/basics/result.ts";
import type { BorderMap, BorderMaps } from "../domain/cooperation/border-map.ts";
import { declarationOf } from "../domain/cooperation/declarations.ts";
import { type MaskedRecord, maskRecord } from "../domain/cooperation/record.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { Gazetteer } from "../domain/organisation/gazetteer.ts";
import { findBorderRecords, loadCommuneUnits } from "../store/border.ts";
import { withProvince } from "../store/database.ts";
import { askingOf, type RecordWorld } from "./records.ts";

/** A commune of the map with its name; `unit`: its page, null where the province has no such unit any more. */
export interface NamedCommune {
  readonly code: string;
  readonly name: string;
  readonly unit: string | null;
}

/** The land border of the province, and what of cooperation lies there. */
export interface Border {
  /** Null: the province has no land border. */
  readonly map: BorderMap | null;
  readonly communes: readonly NamedCommune[];
  /** Pairs of villages, gates, events of the other side, and partners that border the province, each by name. */
  readonly records: readonly MaskedRecord[];
}

export interface BorderWorld extends RecordWorld {
  readonly gazetteer: Gazetteer;
  readonly borderMaps: BorderMaps;
}

/** The border of the province as far as the person may know of it. Two statements. */
export async function showBorder(
  actor: Actor,
  { kysely, gazetteer, borderMaps }: Pick<BorderWorld, "kysely" | "gazetteer" | "borderMaps">,
): Promise<Result<Border>> {
  const allowed = permit(actor, "see-records");
  if (!allowed.ok) return allowed;
  const map = borderMaps.get(String(actor.province).padStart(2, "0")) ?? null;
  const codes = map?.communes.map(({ code }) => code) ?? [];
  return withProvince(kysely, actor.province, async (transaction) => {
    const asking = askingOf(actor);
    const units = await loadCommuneUnits(transaction, asking, codes);
    const found = await findBorderRecords(transaction, asking);
    const known = new Map(gazetteer.communes().all.map((commune) => [commune.code, commune]));
    const communes = codes.map((code): NamedCommune => {
      const [unit, commune] = [units.get(code), known.get(code)];
      const name = unit?.name ?? (commune ? `${commune.kind} ${commune.name}` : code);
      return { code, name, unit: unit?.id ?? null };
    });
    const masked = found.map(({ record, sight }) => {
      const declaration = declarationOf(record.register);
      return declaration && maskRecord(declaration, record, sight);
    });
    const records = masked.filter((record) => record !== null);
    return succeed({ map, communes, records });
  });
}
