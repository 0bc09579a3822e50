import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { readLimits } from "../contract/limits.ts";
import { apiPaths } from "../contract/paths.ts";
import { taskFilters, taskOrder } from "../contract/task.ts";
import {
  importUndoAnswer,
  type TaskImportAnswer,
  taskImportAnswer,
  taskImportFields,
} from "../contract/task-change.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { shownCell } from "../domain/duty/task-sheet.ts";
import { exportTasks } from "../operations/export-tasks.ts";
import { importTasks, type TaskImport } from "../operations/import-tasks.ts";
import type { SheetFile } from "../operations/task-sheet-file.ts";
import { undoImport } from "../operations/undo-import.ts";
import { answerFailure, languageOf, presentFailure } from "./answer.ts";
import { filterOf, orderOf } from "./present-task.ts";
import { answers, forActors, type RegisterRouteDependencies } from "./register-route.ts";
import { filesBody, receiveForm } from "./upload.ts";

/** One sheet at a time; a list of 10,000 tasks has 3 MB. */
export const sheetLimits = {
  files: 1,
  fileBytes: readLimits.fileBytes / 4,
  totalBytes: readLimits.totalBytes / 4,
};

/** What files of sheets are called on the wire. */
export const mediaTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

/** Lists of tasks as files: out by /api/tasks/export.xlsx and .csv, back by /api/tasks/import. */
export function addTaskFileRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  // A path for each format: a blank inside a part of a path is no blank to every router.
  addExportRoute(app, deps, "xlsx");
  addExportRoute(app, deps, "csv");
  addImportRoute(app, deps);
  addUndoRoute(app, deps);
}

function addExportRoute(app: OpenAPIHono, deps: RegisterRouteDependencies, format: "xlsx" | "csv"): void {
  const route = createRoute({
    ...{
      method: "get",
      path: apiPaths.tasksExport.replace("{format}", format),
      summary: `Tasks as .${format}`,
    },
    middleware: forActors(deps),
    request: { query: taskFilters.extend({ sort: taskOrder.optional() }) },
    responses: {
      200: {
        description: "The file",
        content: { [mediaTypes[format]]: { schema: { type: "string", format: "binary" } } },
      },
      default: answers("", taskImportAnswer).default,
    },
  });
  app.openapi(route, async (c) => {
    const query = c.req.valid("query");
    const filter = filterOf(query, languageOf(c), c.var.actor.person);
    if (!filter.ok) return answerFailure(c, filter.failure);
    const request = { filter: filter.value, order: orderOf(query.sort), format };
    const file = await exportTasks(c.var.actor, request, deps.register);
    if (!file.ok) return answerFailure(c, file.failure);
    return answerFile(c, file.value.bytes, `nhiem-vu-${deps.register.today()}.${format}`, mediaTypes[format]);
  });
}

/** Answers with a file that is saved under a name. */
export function answerFile(c: Context, bytes: Uint8Array, name: string, type: string): Response {
  c.header("Content-Type", type);
  c.header("Content-Disposition", `attachment; filename="${name}"`);
  c.header("Cache-Control", "no-store");
  // A copy: the bytes may lie in a pool that Node shares.
  return c.body(new Uint8Array(bytes));
}

function addImportRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{
      method: "post",
      path: apiPaths.tasksImport,
      summary: "Take back a list that was exported and edited",
    },
    middleware: forActors(deps),
    request: {
      query: z.object({
        dry: z.enum(["1"]).optional().openapi({ description: "Only say what would change; write nothing" }),
      }),
      body: filesBody,
    },
    responses: answers("What became of the rows", taskImportAnswer),
  });
  app.openapi(route, async (c) => {
    const sent = await receiveSheet(c);
    if (!sent.ok) return answerFailure(c, sent.failure);
    const { file, lines } = sent.value;
    const how = { dry: c.req.valid("query").dry === "1", lines };
    const taken = await importTasks(c.var.actor, file, how, deps.register);
    return taken.ok ? c.json(presentImport(c, taken.value), 200) : answerFailure(c, taken.failure);
  });
}

/** A sheet that comes back, and the lines of it that are taken; null: all. Fails with `server.bad-request`. */
export async function receiveSheet(
  c: Context,
): Promise<Result<{ readonly file: SheetFile; readonly lines: ReadonlySet<number> | null }>> {
  const sent = await receiveForm(c.req.raw, { ...sheetLimits, texts: 1 });
  if (!sent.ok) return sent;
  const [file = { name: "", bytes: new Uint8Array() }] = sent.value.files;
  const fields = taskImportFields.safeParse(sent.value.texts);
  if (!fields.success) return fail("server.bad-request", { part: "lines" });
  const { lines } = fields.data;
  return succeed({ file, lines: lines === undefined ? null : new Set(lines.split(",").map(Number)) });
}

function addUndoRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "post", path: apiPaths.tasksImportUndo, summary: "Take an import of a sheet back" },
    middleware: forActors(deps),
    request: { params: z.object({ id: z.uuid() }) },
    responses: answers("What became of its tasks", importUndoAnswer),
  });
  app.openapi(route, async (c) => {
    const done = await undoImport(c.var.actor, c.req.valid("param").id, deps.register);
    if (!done.ok) return answerFailure(c, done.failure);
    const kept = done.value.kept.map(({ id, ref, failure }) => ({
      ...{ id, ref, error: presentFailure(failure, languageOf(c)).error },
    }));
    return c.json({ undone: done.value.undone, kept }, 200);
  });
}

/** The column of a failure that names none. */
const columnOf: Readonly<Record<string, string>> = {
  "register.content-empty": "Nội dung",
  "register.time-unread": "Thời gian",
  "register.name-empty": "Chủ trì",
  "register.fact-in-future": "Ngày hoàn thành",
  "register.fact-before-start": "Ngày hoàn thành",
  "register.task-unknown": "Mã",
  "register.row-new": "Mã",
  "register.row-repeated": "Mã",
  "register.task-changed": "Phiên bản",
};

function presentImport(c: Context, imported: TaskImport): TaskImportAnswer {
  const { dry, id, rows, unchanged, left, changed, refused } = imported;
  return {
    ...{ dry, id, rows, unchanged, left },
    changed: changed.map(({ line, task, changes, timing }) => ({
      ...{ line, id: task.id, ref: task.ref, content: task.content, timing: timing && { ...timing } },
      changes: changes.map(({ column, before, after }) => ({
        column: column.heading,
        before: shownCell(column, before),
        after: shownCell(column, after),
      })),
    })),
    refused: refused.map(({ line, what, failure }) => ({
      ...{ line, what, column: String(failure.detail.column ?? columnOf[failure.code] ?? "") || null },
      ...{ error: presentFailure(failure, languageOf(c)).error },
    })),
  };
}
