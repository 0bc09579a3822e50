import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { apiPaths } from "../contract/paths.ts";
import {
  type ImportPreviewAnswer,
  importFields,
  importPreviewAnswer,
  importRequest,
  importUndoneAnswer,
  previewRows,
  recordFilters,
  recordParams,
  recordSaved,
  registerParams,
  takenListsAnswer,
} from "../contract/record.ts";
import { declarationOf } from "../domain/cooperation/declarations.ts";
import { exportRecords } from "../operations/export-records.ts";
import { type ImportPreview, previewList, sendList, takeList } from "../operations/import-records.ts";
import type { PlannedRow } from "../operations/plan-record-import.ts";
import { titleOf } from "../operations/record-draft.ts";
import { listTakenLists, undoRecordImport } from "../operations/undo-record-import.ts";
import { answerFailure, languageOf, presentFailure, refuse } from "./answer.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { answerFile, mediaTypes, sheetLimits } from "./task-files.ts";
import { filesBody, receiveForm } from "./upload.ts";

/** Registers of cooperation as files: out by export.xlsx and .csv, in by imports that are looked at before they are taken. */
export function addRecordFileRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  addExportRoute(app, deps, "xlsx");
  addExportRoute(app, deps, "csv");
  addSendRoute(app, deps);
  addListRoute(app, deps, "preview");
  addListRoute(app, deps, "take");
  addTakenRoutes(app, deps);
}

function addExportRoute(app: OpenAPIHono, deps: RegisterRouteDependencies, format: "xlsx" | "csv"): void {
  const route = createRoute({
    ...{
      method: "get",
      path: apiPaths.recordsExport.replace("{format}", format),
      summary: `Records of a register as .${format}`,
    },
    middleware: forActors(deps),
    request: { params: registerParams, query: recordFilters },
    responses: {
      200: {
        description: "The file",
        content: { [mediaTypes[format]]: { schema: { type: "string", format: "binary" } } },
      },
      default: answers("", recordSaved).default,
    },
  });
  app.openapi(route, async (c) => {
    const { register } = c.req.valid("param");
    const { q = null, owner = null, where = "", sort = null } = c.req.valid("query");
    const request = { register, words: q, owner, where, sort, format };
    const file = await exportRecords(c.var.actor, request, deps.register);
    if (!file.ok) return answerFailure(c, file.failure);
    return answerFile(c, file.value, `${register}-${deps.register.today()}.${format}`, mediaTypes[format]);
  });
}

function addSendRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "post", path: apiPaths.recordImports, summary: "Send a list; say what its rows come to" },
    middleware: forActors(deps),
    request: { params: registerParams, body: filesBody },
    responses: answers("What it would come to", importPreviewAnswer),
  });
  app.openapi(route, async (c) => {
    const sent = await receiveForm(c.req.raw, { ...sheetLimits, texts: 1 });
    if (!sent.ok) return answerFailure(c, sent.failure);
    const [file = { name: "", bytes: new Uint8Array() }] = sent.value.files;
    const fields = importFields.safeParse(sent.value.texts);
    if (!fields.success) return refuse(c, "server.bad-request", { part: "owner" });
    const request = { register: c.req.valid("param").register, owner: fields.data.owner || null, file };
    const list = await sendList(c.var.actor, request, deps.register);
    return list.ok
      ? c.json(presentPreview(c, list.value, request.register), 200)
      : answerFailure(c, list.failure);
  });
}

function addListRoute(app: OpenAPIHono, deps: RegisterRouteDependencies, step: "preview" | "take"): void {
  const takes = step === "take";
  const route = createRoute({
    ...{
      method: "post",
      path: takes ? apiPaths.recordImportTake : apiPaths.recordImportPreview,
      summary: takes ? "Take a list that was sent" : "Say what a list comes to under a mapping",
    },
    middleware: forActors(deps),
    request: { params: recordParams, body: jsonBody(importRequest) },
    responses: answers("What becomes of its rows", importPreviewAnswer),
  });
  app.openapi(route, async (c) => {
    const request = { ...c.req.valid("param"), ...c.req.valid("json") };
    const list = await (takes ? takeList : previewList)(c.var.actor, request, deps.register);
    return list.ok
      ? c.json(presentPreview(c, list.value, request.register), 200)
      : answerFailure(c, list.failure);
  });
}

/** Lists that were taken: which there are, and taking one back. */
function addTakenRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const lists = createRoute({
    ...{ method: "get", path: apiPaths.recordImports, summary: "One's own lists of the last day" },
    middleware: forActors(deps),
    request: { params: registerParams },
    responses: answers("The newest first", takenListsAnswer),
  });
  app.openapi(lists, async (c) => {
    const found = await listTakenLists(c.var.actor, c.req.valid("param").register, deps.register);
    if (!found.ok) return answerFailure(c, found.failure);
    return c.json({ lists: found.value.map((list) => ({ ...list, at: list.at.toISOString() })) }, 200);
  });
  const undo = createRoute({
    ...{ method: "post", path: apiPaths.recordImportUndo, summary: "Take a list back that was taken" },
    middleware: forActors(deps),
    request: { params: recordParams },
    responses: answers("What became of its records", importUndoneAnswer),
  });
  app.openapi(undo, async (c) => {
    const done = await undoRecordImport(c.var.actor, c.req.valid("param"), deps.register);
    if (!done.ok) return answerFailure(c, done.failure);
    const { written, kept } = done.value;
    const presented = kept.slice(0, previewRows).map(({ id, title, failure }) => ({
      ...{ id, title, error: presentFailure(failure, languageOf(c)).error },
    }));
    return c.json({ written, undone: written - kept.length, kept: presented }, 200);
  });
}

function presentPreview(c: Context, preview: ImportPreview, register: string): ImportPreviewAnswer {
  const declaration = declarationOf(register);
  if (!declaration) throw new Error(`a list was sent for ${register}, which is no register`);
  const { id, fileName, headings, samples, mapping, likely, rows, otherTables } = preview;
  const of = <Kind extends PlannedRow["kind"]>(kind: Kind) =>
    rows.filter((row): row is Extract<PlannedRow, { kind: Kind }> => row.kind === kind);
  const [added, changed, refused] = [of("added"), of("changed"), of("refused")];
  return {
    ...{ id, fileName, likely, rows: rows.length, otherTables },
    columns: headings.map((heading, at) => ({
      heading,
      sample: samples[at] ?? "",
      key: mapping[at] ?? null,
    })),
    counts: {
      ...{ added: added.length, changed: changed.length, refused: refused.length },
      unchanged: of("unchanged").length,
    },
    added: added
      .slice(0, previewRows)
      .map(({ line, draft }) => ({ line, title: titleOf(declaration, draft.values) })),
    changed: changed.slice(0, previewRows).map(({ line, found, changes }) => ({
      ...{ line, id: found.record.id, title: found.record.title },
      cells: changes.map(({ field, before, after }) => ({ field: field.key, before, after })),
    })),
    refused: refused.slice(0, previewRows).map(({ line, what, field, failure }) => ({
      ...{ line, what, field: field?.key ?? null, error: presentFailure(failure, languageOf(c)).error },
    })),
  };
}
