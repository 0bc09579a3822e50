import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import { registerParams } from "../contract/record.ts";
import { recordSumsAnswer, recordSumsQuery } from "../contract/record-sums.ts";
import { exportSums, type SummedYear, sumRecords } from "../operations/sum-records.ts";
import { answerFailure } from "./answer.ts";
import { answers, fileAnswer, forActors, type RegisterRouteDependencies } from "./register-route.ts";
import { answerFile, mediaTypes } from "./task-files.ts";

/** /api/records/…/sums: a year of a register of cooperation summed up, as a table and as a workbook. */
export function addRecordSumRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const show = createRoute({
    ...{ method: "get", path: apiPaths.recordSums, summary: "A year of a register summed up" },
    middleware: forActors(deps),
    request: { params: registerParams, query: recordSumsQuery },
    responses: answers("The tables of the year", recordSumsAnswer),
  });
  app.openapi(show, async (c) => {
    const request = { ...c.req.valid("param"), year: c.req.valid("query").year ?? null };
    const found = await sumRecords(c.var.actor, request, deps.register);
    if (!found.ok) return answerFailure(c, found.failure);
    const { year, years, total, tables } = found.value;
    const presented = tables.map(({ by, rows }) => ({ by: [...by], rows: rows.map(presentRow) }));
    return c.json({ year, years: [...years], total: presentRow(total), tables: presented }, 200);
  });
  const file = createRoute({
    ...{ method: "get", path: apiPaths.recordSumsFile, summary: "The same as a workbook" },
    middleware: forActors(deps),
    request: { params: registerParams, query: recordSumsQuery },
    responses: fileAnswer,
  });
  app.openapi(file, async (c) => {
    const { register } = c.req.valid("param");
    const year = c.req.valid("query").year ?? null;
    const written = await exportSums(c.var.actor, { register, year }, deps.register);
    if (!written.ok) return answerFailure(c, written.failure);
    const name = `${register}-${year ?? deps.register.today()}.xlsx`;
    return answerFile(c, written.value, name, mediaTypes.xlsx);
  });
}

function presentRow({ of, count, sums }: SummedYear["total"]) {
  return { of: [...of], count, sums: { ...sums } };
}
