import { type Failure, fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Schedule } from "../domain/calendar/schedule.ts";
import type { DueSettings } from "../domain/duty/due-day.ts";
import { addFact, type GivenFact } from "../domain/duty/occurrence-fact.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import { permit } from "../domain/duty/permission.ts";
import type { RegisteredTask, TaskRow } from "../domain/duty/registered-task.ts";
import { planTaskChange, type TaskChangePlan } from "../domain/duty/task-change.ts";
import {
  type CellChange,
  changedCells,
  type RowRequest,
  requestOf,
  taskSheetColumns,
} from "../domain/duty/task-sheet.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { FileReading } from "../intake/read-file.ts";
import { withProvince } from "../store/database.ts";
import { saveFact } from "../store/occurrences.ts";
import { loadDueSettings, loadRules } from "../store/province-settings.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import { loadTask } from "../store/task-record.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { findTasksById } from "../store/tasks.ts";
import { changeContext, writeTaskChange } from "./edit-task.ts";
import { followOccurrence } from "./follow-occurrence.ts";
import { type ReadingWorld, writeHistory } from "./register.ts";
import { type ReadSheet, readTaskSheet, type SheetRow } from "./task-sheet-file.ts";

/** What importing stands on; `reading` reads workbooks in a process of their own. */
export interface TaskImportWorld extends ReadingWorld {
  readonly reading: FileReading;
}

/** A row that changes its task. */
export interface ChangedRow {
  readonly line: number;
  readonly task: TaskRow;
  readonly changes: readonly CellChange[];
  /** The schedule that new words about time give, and how many occurrences come, move and go; null: times stay. */
  readonly timing: Timing | null;
}

export interface Timing {
  readonly schedule: Schedule | null;
  readonly added: number;
  readonly moved: number;
  readonly removed: number;
}

/** A row that was not taken, with the beginning of what stands in it and the reason. */
export interface RefusedRow {
  readonly line: number;
  readonly what: string;
  readonly failure: Failure;
}

/** The books of an import: every row is unchanged, changed, refused, or left because it was not chosen. */
export interface TaskImport {
  /** By which it can be taken back. */
  readonly id: string;
  readonly dry: boolean;
  readonly rows: number;
  readonly unchanged: number;
  readonly left: number;
  readonly changed: readonly ChangedRow[];
  readonly refused: readonly RefusedRow[];
}

/** How a sheet is taken: `dry` writes nothing; `lines` are those that are taken, null all of them. */
export interface TakingOrder {
  readonly dry: boolean;
  readonly lines: ReadonlySet<number> | null;
}

/**
 * Takes back a sheet of tasks that was exported and edited. `dry` writes nothing and says what would change. Rows that
 * cannot be taken are refused one by one; the others are written in one transaction. Fails as `readTaskSheet` does.
 */
export async function importTasks(
  actor: Actor,
  file: { readonly name: string; readonly bytes: Uint8Array },
  { dry, lines }: TakingOrder,
  world: TaskImportWorld,
): Promise<Result<TaskImport>> {
  const allowed = permit(actor, "edit-task");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  const sheet = await readTaskSheet(file, world.reading);
  if (!sheet.ok) return sheet;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const rules = await loadRules(transaction, actor.province, world.today());
    const due = await loadDueSettings(transaction, actor.province);
    return succeed(
      await takeSheet(
        { transaction, actor, sight, rules, due, dry, lines, world, id: world.newId() },
        sheet.value,
      ),
    );
  });
}

interface Taking extends TakingOrder {
  readonly id: string;
  readonly transaction: ProvinceTransaction;
  readonly actor: Actor;
  readonly sight: Sight;
  readonly rules: StateRules;
  readonly due: DueSettings;
  readonly world: TaskImportWorld;
}

async function takeSheet(taking: Taking, { rows, apart }: ReadSheet): Promise<TaskImport> {
  const { transaction, sight, dry, lines, id } = taking;
  const ids = rows.map(idIn).filter((id) => id !== null);
  const tasks = new Map((await findTasksById(transaction, sight, ids)).map((task) => [task.id, task]));
  const firstLine = new Map<string, number>();
  const changed: ChangedRow[] = [];
  let left = 0;
  const refused: RefusedRow[] = apart.map(({ line, text }) => ({
    ...{ line, what: text.slice(0, 200), failure: { code: "register.row-apart", detail: {} } },
  }));
  for (const row of rows) {
    if (lines !== null && !lines.has(row.line)) {
      left++;
      continue;
    }
    const taken = await takeRow(taking, row, { tasks, firstLine });
    if (!taken.ok) refused.push({ line: row.line, what: wordsOf(row), failure: taken.failure });
    else if (taken.value !== null) changed.push(taken.value);
  }
  const total = rows.length + apart.length;
  return {
    ...{ id, dry, rows: total, unchanged: total - left - changed.length - refused.length, left, changed },
    refused: refused.toSorted((a, b) => a.line - b.line),
  };
}

function cellOf(row: SheetRow, key: string): string {
  const column = taskSheetColumns.find((one) => one.key === key);
  return (column && row.cells.get(column)?.trim()) ?? "";
}

function idIn(row: SheetRow): string | null {
  const id = cellOf(row, "id").toLowerCase();
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) ? id : null;
}

function wordsOf(row: SheetRow): string {
  return (cellOf(row, "content") || [...row.cells.values()].join(" | ")).slice(0, 200);
}

/** One row: null when nothing differs, else what changed, written unless it is a trial. */
async function takeRow(
  taking: Taking,
  row: SheetRow,
  known: { readonly tasks: ReadonlyMap<string, TaskRow>; readonly firstLine: Map<string, number> },
): Promise<Result<ChangedRow | null>> {
  const id = idIn(row);
  const task = known.tasks.get(id ?? "");
  if (cellOf(row, "id") === "") return fail("register.row-new");
  if (id === null || !task) return fail("register.task-unknown", { id: cellOf(row, "id") });
  const first = known.firstLine.get(id);
  if (first !== undefined) return fail("register.row-repeated", { first });
  known.firstLine.set(id, row.line);
  const changes = changedCells(task, row.cells, taking.rules);
  if (changes.length === 0) return succeed(null);
  const yours = cellOf(row, "version");
  if (yours !== String(task.version))
    return fail("register.task-changed", { ref: task.ref, now: task.version, yours });
  const request = requestOf(task, changes);
  if (!request.ok) return request;
  const written = await writeRow(taking, id, request.value);
  // What the sheet says in other words than the register's, and means the same, changes nothing.
  if (!written.ok) return written;
  return succeed(written.value ? { line: row.line, task, changes, timing: timingOf(written.value) } : null);
}

function timingOf({ after, changed, occurrences }: TaskChangePlan): Timing | null {
  const { added, moved, removed } = occurrences;
  return changed.includes("schedule")
    ? { schedule: after.schedule, added: added.length, moved: moved.length, removed: removed.length }
    : null;
}

/** Works a row's request out and, unless it is a trial, writes it; null when it comes to nothing. */
async function writeRow(
  { transaction, actor, sight, due, dry, world, id: importId }: Taking,
  id: string,
  { change, done }: RowRequest,
): Promise<Result<TaskChangePlan | null>> {
  const task = await loadTask(transaction, sight, id, { locked: !dry });
  if (task === null) return fail("register.task-unknown", { id });
  const plan = planTaskChange(task, change, changeContext(actor, world, due));
  if (!plan.ok) return plan;
  const fact = done && { kind: "done" as const, on: done.on, product: done.product, note: null };
  const current = fact && task.occurrences.find((one) => one.id === task.current?.id);
  const standing = fact && current ? addFact(current, fact, world.today()) : null;
  if (standing?.ok === false) return standing;
  if (plan.value.changed.length === 0 && standing === null) return succeed(null);
  if (dry) return succeed(plan.value);
  if (fact && current && standing)
    await writeFact({ transaction, actor, world }, { task, fact, current, standing, importId });
  const mark = { import: importId, version: task.version + 1 };
  await writeTaskChange(transaction, actor, { task, plan: plan.value, what: "import-tasks", mark }, world);
  return succeed(plan.value);
}

async function writeFact(
  { transaction, actor, world }: Pick<Taking, "transaction" | "actor" | "world">,
  said: {
    readonly task: RegisteredTask;
    readonly fact: GivenFact;
    readonly current: RegisteredTask["occurrences"][number];
    readonly importId: string;
    readonly standing: Extract<ReturnType<typeof addFact>, { ok: true }>;
  },
): Promise<void> {
  const { task, fact, current, standing, importId } = said;
  const recording = { id: world.newId(), at: world.clock(), who: actor.person };
  await saveFact(transaction, actor.province, current.id, { fact, standing: standing.value, recording });
  await followOccurrence(transaction, actor, [{ ...fact, occurrence: current.id }], world);
  await writeHistory(transaction, actor, world, [
    {
      ...{ what: "import-tasks", subject: `task:${task.id}` },
      before: { occurrence: current.key, doneOn: null, product: null },
      after: { occurrence: current.key, doneOn: fact.on, product: fact.product, import: importId },
    },
  ]);
}
