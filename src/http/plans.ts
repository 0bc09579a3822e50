import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { apiPaths } from "../contract/paths.ts";
import { type TaskImportAnswer, taskImportAnswer } from "../contract/task-change.ts";
import { sayTarget } from "../domain/duty/target-words.ts";
import { exportPlans, importPlans, type PlanImport } from "../operations/plan-sheets.ts";
import { answerFailure, languageOf, presentFailure } from "./answer.ts";
import { answers, forActors, type RegisterRouteDependencies } from "./register-route.ts";
import { answerFile, mediaTypes, receiveSheet } from "./task-files.ts";
import { filesBody } from "./upload.ts";

/** Plans of targets as sheets: out by /api/plans/export.xlsx, back by /api/plans/import. */
export function addPlanRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const out = createRoute({
    ...{ method: "get", path: apiPaths.plansExport, summary: "The plans of a year as .xlsx" },
    middleware: forActors(deps),
    request: { query: z.object({ year: z.coerce.number().int().min(1900).max(2200).optional() }) },
    responses: {
      200: {
        description: "The file",
        content: { [mediaTypes.xlsx]: { schema: { type: "string", format: "binary" } } },
      },
      default: answers("", taskImportAnswer).default,
    },
  });
  app.openapi(out, async (c) => {
    const { year = null } = c.req.valid("query");
    const file = await exportPlans(c.var.actor, { year }, deps.register);
    if (!file.ok) return answerFailure(c, file.failure);
    const name = `ke-hoach-chi-tieu-${year ?? deps.register.today().slice(0, 4)}.xlsx`;
    return answerFile(c, file.value, name, mediaTypes.xlsx);
  });
  const back = createRoute({
    ...{ method: "post", path: apiPaths.plansImport, summary: "Take back a sheet of plans" },
    middleware: forActors(deps),
    request: {
      query: z.object({
        dry: z.enum(["1"]).optional().openapi({ description: "Only say what would change; write nothing" }),
      }),
      body: filesBody,
    },
    responses: answers("What became of the rows", taskImportAnswer),
  });
  app.openapi(back, async (c) => {
    const sent = await receiveSheet(c);
    if (!sent.ok) return answerFailure(c, sent.failure);
    const { file, lines } = sent.value;
    const how = { dry: c.req.valid("query").dry === "1", lines };
    const taken = await importPlans(c.var.actor, file, how, deps.register);
    return taken.ok ? c.json(presentPlanImport(c, taken.value), 200) : answerFailure(c, taken.failure);
  });
}

/** The column of a failure that names none. */
const columnOf: Readonly<Record<string, string>> = {
  "register.row-new": "Mã nhiệm vụ",
  "register.row-repeated": "Mã nhiệm vụ",
  "register.plan-row-unknown": "Mã chỉ tiêu",
  "register.plan-changed": "Phiên bản",
};

function presentPlanImport(c: Context, imported: PlanImport): TaskImportAnswer {
  const { dry, rows, unchanged, left, changed, refused } = imported;
  return {
    ...{ dry, id: "", rows, unchanged, left },
    changed: changed.map(({ line, row: { task, target, unit, period }, changes }) => ({
      ...{ line, id: task.id, ref: task.ref, timing: null },
      content: [sayTarget(target, languageOf(c)), unit?.name, period].filter((part) => part).join(", "),
      changes: changes.map(({ column, before, after }) => ({ column: column.heading, before, after })),
    })),
    refused: refused.map(({ line, what, failure }) => ({
      ...{ line, what, column: String(failure.detail.column ?? columnOf[failure.code] ?? "Kế hoạch") },
      ...{ error: presentFailure(failure, languageOf(c)).error },
    })),
  };
}
