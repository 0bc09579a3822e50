import { partsOf } from "../domain/basics/calendar-date.ts";
import { type Failure, fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import {
  askedPlan,
  changedPlanCells,
  type PlanCellChange,
  type PlanColumn,
  type PlanRow,
  planColumns,
  planKey,
  planRowKey,
  planRows,
} from "../domain/duty/plan-sheet.ts";
import { targetKey } from "../domain/duty/target-kind.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { writeSpreadsheet } from "../print/spreadsheet.ts";
import { withProvince } from "../store/database.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import { loadPlannedTasks } from "../store/targets.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import type { TaskImportWorld } from "./import-tasks.ts";
import { logApart } from "./log-apart.ts";
import type { RegisterWorld } from "./register.ts";
import { readSheet, type SheetFile, type SheetRow } from "./task-sheet-file.ts";
import { takePlans } from "./task-targets.ts";

/** The plans of a year as a workbook that may be filled in and brought back; logged as an export. Null: the running year. */
export async function exportPlans(
  actor: Actor,
  asked: { readonly year: number | null },
  world: RegisterWorld,
): Promise<Result<Uint8Array>> {
  const allowed = permit(actor, "export-register");
  if (!allowed.ok) return allowed;
  const year = asked.year ?? partsOf(world.today()).year;
  const sight = sightOf(actor, allowed.value);
  const rows = await withProvince(world.kysely, actor.province, async (transaction) =>
    planRows(await loadPlannedTasks(transaction, sight, null), year, world.today()),
  );
  const after = { format: "xlsx", year, count: rows.length };
  await logApart(actor, { kind: "export", what: "export-plans", subject: "tasks", after }, world);
  const columns = planColumns.map(({ heading, width }) => ({ heading, kind: "text" as const, width }));
  const sheet = {
    name: `Kế hoạch ${year}`,
    columns,
    rows: rows.map((row) => planColumns.map(({ of }) => of(row))),
  };
  return succeed(await writeSpreadsheet([sheet]));
}

/** A row of plans that changes something. */
export interface ChangedPlanRow {
  readonly line: number;
  readonly row: PlanRow;
  readonly changes: readonly PlanCellChange[];
}

/** The books of an import: every row is unchanged, changed, refused, or left because it was not chosen. */
export interface PlanImport {
  readonly dry: boolean;
  readonly rows: number;
  readonly unchanged: number;
  readonly left: number;
  readonly changed: readonly ChangedPlanRow[];
  readonly refused: readonly { readonly line: number; readonly what: string; readonly failure: Failure }[];
}

/**
 * Takes a sheet of plans back. `dry` writes nothing and says what would change; `lines` are those that are taken, null
 * all of them. Rows that cannot be taken are refused one by one; the others are written in one transaction. Fails as
 * `readSheet` does.
 */
export async function importPlans(
  actor: Actor,
  file: SheetFile,
  { dry, lines }: { readonly dry: boolean; readonly lines: ReadonlySet<number> | null },
  world: TaskImportWorld,
): Promise<Result<PlanImport>> {
  const allowed = permit(actor, "set-plans");
  if (!allowed.ok) return allowed;
  const sheet = await readSheet(file, planColumns, world.reading);
  if (!sheet.ok) return sheet;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const { rows, apart } = sheet.value;
    const taking: Taking = { transaction, actor, sight, dry, world, known: new Map(), firstLine: new Map() };
    await learnRows(taking, rows);
    const changed: ChangedPlanRow[] = [];
    const refused: PlanImport["refused"][number][] = apart.map(({ line, text }) => ({
      ...{ line, what: text.slice(0, 200), failure: { code: "register.row-apart", detail: {} } },
    }));
    let left = 0;
    for (const row of rows) {
      if (lines !== null && !lines.has(row.line)) {
        left++;
        continue;
      }
      const taken = await takeRow(taking, row);
      if (!taken.ok) refused.push({ line: row.line, what: wordsOf(row), failure: taken.failure });
      else if (taken.value) changed.push(taken.value);
    }
    const total = rows.length + apart.length;
    return succeed({
      ...{ dry, rows: total, left, changed, unchanged: total - left - changed.length - refused.length },
      refused: refused.toSorted((a, b) => a.line - b.line),
    });
  });
}

interface Taking {
  readonly transaction: ProvinceTransaction;
  readonly actor: Actor;
  readonly sight: Sight;
  readonly dry: boolean;
  readonly world: TaskImportWorld;
  /** What can be planned, by its key. */
  readonly known: Map<string, PlanRow>;
  /** The line on which each was met first. */
  readonly firstLine: Map<string, number>;
}

function cellOf({ cells }: SheetRow<PlanColumn>, key: string): string {
  for (const [column, text] of cells) if (column.key === key) return text.trim();
  return "";
}

function wordsOf(row: SheetRow<PlanColumn>): string {
  return [cellOf(row, "target"), cellOf(row, "unit")]
    .filter((text) => text !== "")
    .join(", ")
    .slice(0, 200);
}

const isId = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** Loads what the rows name: their tasks, in every year that they speak of. */
async function learnRows(
  { transaction, sight, world, known }: Taking,
  rows: readonly SheetRow<PlanColumn>[],
) {
  const ids = [...new Set(rows.map((row) => cellOf(row, "task").toLowerCase()).filter(isId))];
  const tasks = await loadPlannedTasks(transaction, sight, ids);
  const years = new Set(
    rows.map((row) => Number(cellOf(row, "period").slice(0, 4))).filter((year) => year > 1900),
  );
  for (const year of years)
    for (const row of planRows(tasks, year, world.today())) known.set(planRowKey(row), row);
}

/** One row: null when nothing differs, else what changed, written unless it is a trial. */
async function takeRow(taking: Taking, given: SheetRow<PlanColumn>): Promise<Result<ChangedPlanRow | null>> {
  const { transaction, actor, sight, dry, world, known, firstLine } = taking;
  const task = cellOf(given, "task");
  if (task === "") return fail("register.row-new");
  const named = {
    task,
    target: cellOf(given, "key"),
    unit: cellOf(given, "unitId"),
    period: cellOf(given, "period"),
  };
  const key = planKey(named);
  const row = known.get(key);
  if (!row) return fail("register.plan-row-unknown", { target: named.target, period: named.period });
  const first = firstLine.get(key);
  if (first !== undefined) return fail("register.row-repeated", { first });
  firstLine.set(key, given.line);
  const changes = changedPlanCells(row, given.cells);
  if (changes.length === 0) return succeed(null);
  const asked = askedPlan(row, changes);
  if (!asked.ok) return asked;
  const seen = cellOf(given, "version");
  const plan = {
    unit: row.unit?.id ?? null,
    typed: asked.value.typed,
    version: seen === "" ? null : Number(seen),
  };
  const request = {
    target: targetKey(row.target),
    period: row.period,
    document: asked.value.document,
    plans: [plan],
  };
  const taken = await takePlans(transaction, actor, { sight, task: row.task.id, asked: request, dry }, world);
  if (!taken.ok) return taken;
  return succeed(taken.value === 0 ? null : { line: given.line, row, changes });
}
