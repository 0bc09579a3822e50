import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { readLimits } from "../contract/limits.ts";
import { apiPaths } from "../contract/paths.ts";
import { type TaskImportAnswer, taskFilters, taskImportAnswer, taskOrder } from "../contract/task.ts";
import { shownCell } from "../domain/duty/task-sheet.ts";
import { exportTasks } from "../operations/export-tasks.ts";
import { importTasks, type TaskImport } from "../operations/import-tasks.ts";
import { answerFailure, languageOf, presentFailure } from "./answer.ts";
import { filterOf, orderOf } from "./present-task.ts";
import { answers, forActors, type RegisterRouteDependencies } from "./register-route.ts";
import { filesBody, receiveFiles } from "./upload.ts";

/** One sheet at a time; a list of 10,000 tasks has 3 MB. */
const sheetLimits = { files: 1, fileBytes: readLimits.fileBytes / 4, totalBytes: readLimits.totalBytes / 4 };

const mediaTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

/** Lists of tasks as files: out by /api/tasks/export.xlsx and .csv, back by /api/tasks/import. */
export function addTaskFileRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  // A path for each format: a blank inside a part of a path is no blank to every router.
  addExportRoute(app, deps, "xlsx");
  addExportRoute(app, deps, "csv");
  addImportRoute(app, deps);
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
    const request = { filter: filterOf(query), order: orderOf(query.sort), format };
    const file = await exportTasks(c.var.actor, request, deps.register);
    if (!file.ok) return answerFailure(c, file.failure);
    return answerFile(c, file.value.bytes, `nhiem-vu-${deps.register.today()}.${format}`, mediaTypes[format]);
  });
}

function answerFile(c: Context, bytes: Uint8Array, name: string, type: string): Response {
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
    const files = await receiveFiles(c.req.raw, sheetLimits);
    if (!files.ok) return answerFailure(c, files.failure);
    const [file = { name: "", bytes: new Uint8Array() }] = files.value;
    const how = { dry: c.req.valid("query").dry === "1" };
    const taken = await importTasks(c.var.actor, file, how, deps.register);
    return taken.ok ? c.json(presentImport(c, taken.value), 200) : answerFailure(c, taken.failure);
  });
}

function presentImport(c: Context, { dry, rows, unchanged, changed, refused }: TaskImport): TaskImportAnswer {
  return {
    ...{ dry, rows, unchanged },
    changed: changed.map(({ line, task, changes }) => ({
      ...{ line, id: task.id, ref: task.ref, content: task.content },
      changes: changes.map(({ column, before, after }) => ({
        column: column.heading,
        before: shownCell(column, before),
        after: shownCell(column, after),
      })),
    })),
    refused: refused.map(({ line, what, failure }) => ({
      ...{ line, what, error: presentFailure(failure, languageOf(c)).error },
    })),
  };
}
