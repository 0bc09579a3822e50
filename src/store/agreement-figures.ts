import { sql } from "kysely";
import type { Verdict } from "../domain/cooperation/agreement/clause.ts";
import type { ProvinceId } from "./database.ts";
import type { RecordTransaction } from "./record-rows.ts";

/** The countries of the partners of each agreement, each once. One statement. */
export async function loadPartnerCountries(
  transaction: RecordTransaction,
  province: ProvinceId,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; countries: readonly string[] }>`
    select l.record_id as id, array_agg(distinct p.values ->> 'country') as countries
      from record r
      join record_link l on l.province_id = r.province_id and l.record_id = r.id and l.field = 'partners'
      join record p on p.province_id = l.province_id and p.id = l.target_id and p.removed_at is null
     where r.province_id = ${province} and r.register = 'agreements' and r.removed_at is null
       and p.values ? 'country'
     group by l.record_id`.execute(transaction);
  return new Map(rows.map(({ id, countries }) => [id, countries]));
}

/** An evaluation of a year. */
export interface EvaluationOfYear {
  readonly field: string;
  readonly verdict: Verdict;
}

/** The evaluations of a year by their agreements. One statement. */
export async function loadEvaluationsOf(
  transaction: RecordTransaction,
  province: ProvinceId,
  year: number,
): Promise<ReadonlyMap<string, readonly EvaluationOfYear[]>> {
  const { rows } = await sql<EvaluationOfYear & { readonly id: string }>`
    select record_id as id, field, verdict from agreement_evaluation
     where province_id = ${province} and year = ${year} order by field`.execute(transaction);
  return Map.groupBy(rows, ({ id }) => id);
}
