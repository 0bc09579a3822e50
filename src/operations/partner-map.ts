import { sql } from "kysely";
import { partsOf } from "../domain/basics/calendar-date.ts";
import { type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { countByCountry, type PartnerFigures } from "../store/partner-map.ts";
import { askingOf, type RecordWorld } from "./records.ts";

/** What there is with each country: partners, agreements in force, delegations of this year. */
export interface PartnerMap extends PartnerFigures {
  readonly year: number;
}

/** The partners of the province by country. One statement. */
export async function showPartnerMap(
  actor: Actor,
  { kysely, computed, today }: Pick<RecordWorld, "kysely" | "computed" | "today">,
): Promise<Result<PartnerMap>> {
  const allowed = permit(actor, "see-records");
  if (!allowed.ok) return allowed;
  const { year } = partsOf(today());
  const status = computed?.agreements?.status ?? sql`null`;
  const figures = await withProvince(kysely, actor.province, (transaction) =>
    countByCountry(transaction, askingOf(actor), { year, status }),
  );
  return succeed({ year, ...figures });
}
