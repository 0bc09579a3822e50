import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { ProvinceId } from "./database.ts";
import type { RecordTransaction } from "./record-rows.ts";

/** What a review said of a project calling for investment. */
export interface ReviewedCall {
  readonly id: string;
  readonly title: string;
  readonly outcome: string;
  readonly review: { readonly id: string; readonly title: string; readonly on: CalendarDate };
}

/**
 * What was said last of each project by the reviews up to and with one, in the order of their days; of the same day, in the
 * order in which they were entered. One statement.
 */
export async function loadReviewedCalls(
  transaction: RecordTransaction,
  province: ProvinceId,
  review: { readonly id: string; readonly on: CalendarDate },
): Promise<readonly ReviewedCall[]> {
  const { rows } = await sql<ReviewedCall>`
    select distinct on (c.id) c.id, c.title, i.values ->> 'outcome' as outcome,
           json_build_object('id', v.id, 'title', v.title, 'on', v.values ->> 'on') as review
      from record i
      join record_link m on m.province_id = i.province_id and m.record_id = i.id and m.field = 'review'
      join record v on v.province_id = m.province_id and v.id = m.target_id and v.removed_at is null
      join record_link l on l.province_id = i.province_id and l.record_id = i.id and l.field = 'call'
      join record c on c.province_id = l.province_id and c.id = l.target_id and c.removed_at is null
     where i.province_id = ${province} and i.register = 'call-review-items' and i.removed_at is null
       and (v.values ->> 'on', v.id) <= (${review.on}::text, ${review.id}::uuid)
     order by c.id, v.values ->> 'on' desc, v.id desc, i.id desc`.execute(transaction);
  return rows;
}

/** How many projects a review made what of. One statement. */
export async function countOutcomes(
  transaction: RecordTransaction,
  province: ProvinceId,
  review: string,
): Promise<readonly { readonly outcome: string; readonly count: number }[]> {
  const { rows } = await sql<{ outcome: string; count: number }>`
    select i.values ->> 'outcome' as outcome, count(*)::int as count from record_link m
      join record i on i.province_id = m.province_id and i.id = m.record_id and i.register = 'call-review-items'
       and i.removed_at is null
     where m.province_id = ${province} and m.target_id = ${review}::uuid and m.field = 'review'
     group by 1 order by 1`.execute(transaction);
  return rows;
}
