import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { compareUnit, type FactSheet } from "../domain/duty/fact-sheet.ts";
import { factSheetNotice } from "../domain/duty/fact-sheet-notice.ts";
import { permit } from "../domain/duty/permission.ts";
import { targetsOfUnit } from "../domain/duty/target-of-unit.ts";
import type { LetterIssuer } from "../domain/duty/urging-letter.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { existsOn } from "../domain/organisation/gazetteer.ts";
import { printLeadersNotice } from "../print/leaders-notice.ts";
import { withProvince } from "../store/database.ts";
import { loadYears } from "../store/fact-sheets.ts";
import { loadRules } from "../store/province-settings.ts";
import { sightOf } from "../store/sight.ts";
import { heldBy, loadTargetTasks } from "../store/target-grounds.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { loadUnits } from "../store/units.ts";
import { issuersOf } from "./draft-letter.ts";
import { judgeTasks } from "./judge-tasks.ts";
import { logApart } from "./log-apart.ts";
import type { RegisterWorld } from "./register.ts";

/** A unit and the year that is asked of it. */
export interface FactSheetRequest {
  readonly unit: string;
  readonly year: number;
}

/** The fact sheet of a unit, compared with units of its kind only. Fails with `unit.unknown`. */
export async function showFactSheet(
  actor: Actor,
  request: FactSheetRequest,
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<FactSheet>> {
  return withProvince(world.kysely, actor.province, (transaction) =>
    loadSheet(transaction, actor, request, world),
  );
}

async function loadSheet(
  transaction: ProvinceTransaction,
  actor: Actor,
  request: FactSheetRequest,
  { today }: Pick<RegisterWorld, "today">,
): Promise<Result<FactSheet>> {
  const allowed = permit(actor, "compare-units");
  if (!allowed.ok) return allowed;
  const rules = await loadRules(transaction, actor.province, today());
  const years = await loadYears(transaction, sightOf(actor, allowed.value), request, rules);
  const own = years.find(({ id }) => id === request.unit);
  if (!own) return fail("unit.unknown");
  const { id, name, kind, ...figures } = own;
  const asked = { ...request, today: today() };
  const tasks = await loadTargetTasks(transaction, actor.province, heldBy(request.unit));
  const judged = await judgeTasks(transaction, actor, tasks, today());
  return succeed({
    targets: judged.flatMap(({ id: task, content, targets }) =>
      targetsOfUnit(targets, asked).map((target) => ({
        ...{ ...target, task: { id: task, content } },
      })),
    ),
    year: request.year,
    unit: { id, name, kind },
    figures,
    comparison: compareUnit(figures, years),
  });
}

/**
 * Drafts the fact sheet of a unit as .docx in the statutory layout; logged as an export. Fails with `unit.unknown` and
 * `duty.letter-no-issuer`.
 */
export async function draftFactSheet(
  actor: Actor,
  request: FactSheetRequest & { readonly from: LetterIssuer },
  world: RegisterWorld,
): Promise<Result<Uint8Array>> {
  const today = world.today();
  const drafted = await withProvince(world.kysely, actor.province, async (transaction) => {
    const sheet = await loadSheet(transaction, actor, request, world);
    if (!sheet.ok) return sheet;
    const units = (await loadUnits(transaction, actor.province)).filter((unit) => existsOn(unit, today));
    const issuers = issuersOf(actor, request.from, units);
    return issuers
      ? succeed(factSheetNotice(sheet.value, { ...issuers, today }))
      : fail("duty.letter-no-issuer");
  });
  if (!drafted.ok) return drafted;
  const bytes = await printLeadersNotice(drafted.value, today);
  const { unit, year, from } = request;
  await logApart(
    actor,
    { kind: "export", what: "draft-fact-sheet", subject: `unit:${unit}`, after: { year, from } },
    world,
  );
  return succeed(bytes);
}
