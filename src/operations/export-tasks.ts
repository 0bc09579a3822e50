import { parseIsoDate } from "../domain/basics/calendar-date.ts";
import { type Result, succeed } from "../domain/basics/result.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import { permit } from "../domain/duty/permission.ts";
import type { TaskRow } from "../domain/duty/registered-task.ts";
import type { AskedTaskFilter, TaskOrder } from "../domain/duty/task-query.ts";
import { shownCell, taskSheetColumns } from "../domain/duty/task-sheet.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { writeCsv } from "../domain/text/csv.ts";
import { writeSpreadsheet } from "../print/spreadsheet.ts";
import { withProvince } from "../store/database.ts";
import { loadRules } from "../store/province-settings.ts";
import { sightOf } from "../store/sight.ts";
import { findTasks } from "../store/tasks.ts";
import { logApart } from "./log-apart.ts";
import type { RegisterWorld } from "./register.ts";
import { settleFilter } from "./settle-filter.ts";

/** More tasks than any register of a province holds. */
const allOfThem = 10_000_000;

/** A file with the tasks that a filter gives, and how many there are. */
export interface ExportedTasks {
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** The tasks that a filter gives as a sheet (.xlsx or .csv) that may be edited and brought back; logged as an export. */
export async function exportTasks(
  actor: Actor,
  request: { readonly filter: AskedTaskFilter; readonly order: TaskOrder; readonly format: "xlsx" | "csv" },
  world: RegisterWorld,
): Promise<Result<ExportedTasks>> {
  const allowed = permit(actor, "export-register");
  if (!allowed.ok) return allowed;
  const { kysely, today } = world;
  const { filter, order, format } = request;
  const sight = sightOf(actor, allowed.value);
  const { tasks, rules } = await withProvince(kysely, actor.province, async (transaction) => {
    const found = await loadRules(transaction, actor.province, today());
    const settled = await settleFilter(transaction, actor, sight, filter, world);
    const page = { filter: settled, order, after: null, limit: allOfThem };
    return { rules: found, ...(await findTasks(transaction, sight, page, found)) };
  });
  const bytes = format === "xlsx" ? await asWorkbook(tasks, rules) : asCsv(tasks, rules);
  const after = { format, filter, count: tasks.length };
  await logApart(actor, { kind: "export", what: "export-tasks", subject: "tasks", after }, world);
  return succeed({ bytes, count: tasks.length });
}

function asWorkbook(tasks: readonly TaskRow[], rules: StateRules): Promise<Uint8Array> {
  return writeSpreadsheet([
    {
      name: "Nhiệm vụ",
      columns: taskSheetColumns.map(({ heading, kind, width }) => ({ heading, kind, width })),
      rows: tasks.map((task) =>
        taskSheetColumns.map(({ of, kind }) => {
          const value = of(task, rules);
          return kind === "date" && value !== null ? (parseIsoDate(value) ?? value) : value;
        }),
      ),
    },
  ]);
}

function asCsv(tasks: readonly TaskRow[], rules: StateRules): Uint8Array {
  const rows = tasks.map((task) =>
    taskSheetColumns.map((column) => shownCell(column, column.of(task, rules))),
  );
  return new TextEncoder().encode(writeCsv([taskSheetColumns.map(({ heading }) => heading), ...rows]));
}
