import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { callReviewDeclaration, listedOutcomes } from "../domain/cooperation/records/investment.ts";
import { dayOf } from "../domain/cooperation/standing.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { countOutcomes, loadReviewedCalls, type ReviewedCall } from "../store/call-reviews.ts";
import { withProvince } from "../store/database.ts";
import { loadRecord } from "../store/records.ts";
import { askingOf, type RecordWorld, registerFor } from "./records.ts";

/** What a review made of the list of projects calling for investment, and the list as it then stood. */
export interface ShownCallReview {
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[];
  /** By name. */
  readonly listed: readonly ReviewedCall[];
}

/** One review of the list of projects calling for investment. Fails with `record.unknown`. Three statements. */
export async function showCallReview(
  actor: Actor,
  id: string,
  { kysely }: Pick<RecordWorld, "kysely">,
): Promise<Result<ShownCallReview>> {
  const found = registerFor(actor, "see-records", callReviewDeclaration.key);
  if (!found.ok) return found;
  return withProvince(kysely, actor.province, async (transaction) => {
    const review = await loadRecord(transaction, askingOf(actor), { register: found.value.key, id });
    const on = review && dayOf(review.record.values, "on");
    if (!on) return fail("record.unknown");
    const calls = await loadReviewedCalls(transaction, actor.province, { id, on });
    return succeed({
      outcomes: await countOutcomes(transaction, actor.province, id),
      listed: calls
        .filter(({ outcome }) => listedOutcomes.includes(outcome))
        .toSorted((a, b) => a.title.localeCompare(b.title, "vi")),
    });
  });
}
