import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { DutyFacets, DutyFilter, DutyOrder, DutyRow } from "../domain/duty/duty-query.ts";
import type { ProvinceRules } from "../domain/duty/heartbeat.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { countDuties, countDutyFacets, type DutyCursor, findDuties } from "../store/duties.ts";
import { loadRules, rulesFor } from "../store/province-settings.ts";
import { sightOf } from "../store/sight.ts";
import type { RegisterWorld } from "./register.ts";

export interface DutyListRequest {
  readonly filter: DutyFilter;
  readonly order: DutyOrder;
  /** `next` of the page before; null: the first page. */
  readonly after: string | null;
  /** Rows of a page, 1…200. */
  readonly limit: number;
  readonly withFacets: boolean;
}

export interface DutyList {
  readonly rules: ProvinceRules;
  readonly duties: readonly DutyRow[];
  readonly total: number;
  readonly next: string | null;
  readonly facets: DutyFacets | null;
}

/** One page of the duties in sight, with the count of all that the filter gives. Fails with `duty.page-unknown`. */
export async function listDuties(
  actor: Actor,
  { filter, order, after, limit, withFacets }: DutyListRequest,
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<DutyList>> {
  const allowed = permit(actor, "see-duties");
  if (!allowed.ok) return allowed;
  const cursor = after === null ? null : readCursor(after);
  if (cursor === undefined) return fail("duty.page-unknown");
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const rules = rulesFor(sight, await loadRules(transaction, actor.province, world.today()));
    const page = await findDuties(transaction, sight, { filter, order, limit, after: cursor }, rules);
    const counted = withFacets
      ? await countDutyFacets(transaction, sight, filter, rules)
      : { total: await countDuties(transaction, sight, filter, rules), facets: null };
    const next = page.next && `${page.next.value}.${page.next.id}`;
    return succeed({ rules, duties: page.duties, next, ...counted });
  });
}

/** "1000123.uuid"; undefined for anything else. */
function readCursor(text: string): DutyCursor | undefined {
  const [, value, id] = /^(-?\d{1,15})\.([\da-f-]{36})$/.exec(text) ?? [];
  return value !== undefined && id !== undefined ? { value, id } : undefined;
}
