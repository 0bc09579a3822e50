import { type Result, succeed } from "../domain/basics/result.ts";
import type { Declaration } from "../domain/cooperation/declaration.ts";
import { type MaskedRecord, maskRecord } from "../domain/cooperation/record.ts";
import { type RecordFilter, readOrder, readWhere } from "../domain/cooperation/record-query.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { countFacets, type RecordFacet } from "../store/record-facets.ts";
import { countRecords, findRecords, type RecordTotals } from "../store/records.ts";
import { readPlace, writePlace } from "./record-place.ts";
import { askingOf, type RecordWorld, registerFor } from "./records.ts";

/** What a list is asked for; `where` and `sort` as addresses hold them. */
export interface RecordListRequest {
  readonly register: string;
  readonly words: string | null;
  readonly owner: string | null;
  readonly where: string;
  readonly sort: string | null;
  readonly after: string | null;
  /** Rows of a page, 1…200. */
  readonly limit: number;
  /** With the values by which the list may be narrowed. */
  readonly withFacets: boolean;
}

export interface RecordList extends RecordTotals {
  readonly records: readonly MaskedRecord[];
  readonly next: string | null;
  readonly facets: readonly RecordFacet[] | null;
}

/**
 * One page of a register as the person may see it. Fails with `record.register-unknown`, `record.field-unknown` and
 * `register.page-unknown`. Three statements.
 */
export async function listRecords(
  actor: Actor,
  request: RecordListRequest,
  world: Pick<RecordWorld, "kysely" | "computed">,
): Promise<Result<RecordList>> {
  const found = registerFor(actor, "see-records", request.register);
  if (!found.ok) return found;
  const declaration = found.value;
  const [fields, order] = [readWhere(declaration, request.where), readOrder(declaration, request.sort)];
  if (!fields.ok) return fields;
  if (!order.ok) return order;
  const after = request.after === null ? succeed(null) : readPlace(order.value, request.after);
  if (!after.ok) return after;
  const asking = askingOf(actor);
  const computed = world.computed?.[declaration.key];
  const filter: RecordFilter = { words: request.words, owner: request.owner, fields: fields.value };
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const page = { filter, order: order.value, after: after.value, limit: request.limit };
    const { records, next } = await findRecords(transaction, asking, declaration, page, computed);
    const totals = await countRecords(transaction, asking, declaration, filter, computed);
    const facets = request.withFacets ? await countFacets(transaction, asking, declaration, computed) : null;
    const masked = records.map(({ record, sight }) => maskRecord(declaration, record, sight));
    const rows = masked.filter((record) => record !== null).map((record) => listRow(declaration, record));
    return succeed({
      ...{ ...totals, records: rows, facets },
      next: next && writePlace(order.value, next),
    });
  });
}

/** Of a record, what lists show. */
function listRow(declaration: Declaration, record: MaskedRecord): MaskedRecord {
  const shown = new Set(
    declaration.fields.filter(({ inList }) => inList !== undefined).map(({ key }) => key),
  );
  const only = <Held>(held: Readonly<Record<string, Held>>) =>
    Object.fromEntries(Object.entries(held).filter(([key]) => shown.has(key)));
  return { ...record, values: only(record.values), links: only(record.links) };
}
