import { parseIsoDate } from "../domain/basics/calendar-date.ts";
import { type Result, succeed } from "../domain/basics/result.ts";
import { dutyWords } from "../domain/language/web-duties.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { writeSpreadsheet } from "../print/spreadsheet.ts";
import type { OwnPlanRow } from "../store/own-plans.ts";
import { logApart } from "./log-apart.ts";
import { listOwnPlans } from "./own-plans.ts";
import type { RegisterWorld } from "./register.ts";

/** Which units a sheet of plans has: all that owe one, those without, or those with one. */
export type OwnPlanFilter = "all" | "none" | "has";

/** The rows of a list that a filter gives. */
export function ownPlanRows<R extends Pick<OwnPlanRow, "plans">>(rows: readonly R[], filter: OwnPlanFilter) {
  return rows.filter(({ plans }) => filter === "all" || (filter === "has") === plans.length > 0);
}

/** The plans of units for a document as a sheet (.xlsx); logged as an export. Fails as `listOwnPlans` does. */
export async function exportOwnPlans(
  actor: Actor,
  { document, filter }: { readonly document: string; readonly filter: OwnPlanFilter },
  world: RegisterWorld,
): Promise<Result<Uint8Array>> {
  const list = await listOwnPlans(actor, document, world, "export-register");
  if (!list.ok) return list;
  const rows = ownPlanRows(list.value.rows, filter);
  const bytes = await writeSpreadsheet([
    {
      name: "Kế hoạch của đơn vị",
      columns: [
        { heading: "Đơn vị", kind: "text", width: 40 },
        { heading: "Số kế hoạch", kind: "text", width: 24 },
        { heading: "Ngày ban hành", kind: "date", width: 14 },
        { heading: "Hạn", kind: "date", width: 14 },
        { heading: "Tình trạng", kind: "text", width: 26 },
        { heading: "Nhiệm vụ chủ trì", kind: "number", width: 12 },
        { heading: "Đã có trong kế hoạch", kind: "number", width: 12 },
        { heading: "Mục của kế hoạch", kind: "number", width: 12 },
      ],
      rows: rows.map(({ unit, plans, duty, led, covered, steps }) => [
        unit.name,
        plans.map(({ number }) => number ?? "").join("; ") || "chưa có",
        day(plans.at(-1)?.issuedOn ?? null),
        day(duty?.lastDay ?? null),
        duty && dutyWords.vi.states[duty.state],
        ...[led, covered, steps],
      ]),
    },
  ]);
  const after = { document, filter, count: rows.length };
  await logApart(
    actor,
    { kind: "export", what: "export-own-plans", subject: `document:${document}`, after },
    world,
  );
  return succeed(bytes);
}

function day(text: string | null) {
  return text === null ? null : parseIsoDate(text);
}
