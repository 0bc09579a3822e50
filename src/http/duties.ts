import { Readable } from "node:stream";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  approvalRequest,
  dutyAnswer,
  dutyFactAnswer,
  dutyFactRequest,
  dutyListAnswer,
  dutyListQuery,
  letterRequest,
  nothingAnswer,
  nothingRequest,
  proofFilesAnswer,
  reportRequest,
} from "../contract/duty.ts";
import { readLimits } from "../contract/limits.ts";
import { apiPaths } from "../contract/paths.ts";
import type { Failure, Result } from "../domain/basics/result.ts";
import { draftLetter } from "../operations/draft-letter.ts";
import type { ImportWorld } from "../operations/import-document.ts";
import { keepProofs } from "../operations/keep-proof.ts";
import { listDuties } from "../operations/list-duties.ts";
import { recordDutyFact } from "../operations/record-duty-fact.ts";
import type { Sending } from "../operations/report-duty.ts";
import { approveDutyReport, reportNothing, writeReport } from "../operations/report-duty.ts";
import { openProofFile, type ShownDuty, showDuty } from "../operations/show-duty.ts";
import { answerFailure, languageOf, presentFailure } from "./answer.ts";
import { dutyFilterOf, presentDuty, presentDutyList } from "./present-duty.ts";
import {
  answers,
  fileAnswer,
  fileHeaders,
  forActors,
  jsonBody,
  type RegisterRouteDependencies,
} from "./register-route.ts";
import { dayOf } from "./tasks.ts";
import { filesBody, receiveFiles } from "./upload.ts";

interface Dependencies extends RegisterRouteDependencies {
  readonly register: RegisterRouteDependencies["register"] & ImportWorld;
}

const byId = z.object({ id: z.uuid() });

/** Rows of a page when none are asked for. */
const usualLimit = 60;

/** /api/duties: lists, one duty, its reports and facts; /api/proofs: files that prove them. */
export function addDutyRoutes(app: OpenAPIHono, deps: Dependencies): void {
  addListRoutes(app, deps);
  addReportRoutes(app, deps);
  addFactRoute(app, deps);
  addLetterRoute(app, deps);
  addProofRoutes(app, deps);
}

function addListRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const list = createRoute({
    ...{ method: "get", path: apiPaths.duties, summary: "Duties in sight, page by page" },
    middleware: forActors(deps),
    request: { query: dutyListQuery },
    responses: answers("One page", dutyListAnswer),
  });
  app.openapi(list, async (c) => {
    const query = c.req.valid("query");
    const request = {
      ...{ filter: dutyFilterOf(query, c.var.actor.person), order: query.sort ?? "attention" },
      ...{ after: query.after ?? null, limit: query.limit ?? usualLimit },
      withFacets: query.facets === "1",
    } as const;
    const found = await listDuties(c.var.actor, request, deps.register);
    return found.ok ? c.json(presentDutyList(found.value), 200) : answerFailure(c, found.failure);
  });
  const one = createRoute({
    ...{ method: "get", path: apiPaths.duty, summary: "One duty with its reports and facts" },
    middleware: forActors(deps),
    request: { params: byId },
    responses: answers("The duty", dutyAnswer),
  });
  app.openapi(one, async (c) =>
    answerDuty(c, await showDuty(c.var.actor, c.req.valid("param").id, deps.register), deps),
  );
}

function answerDuty(c: Context, shown: Result<ShownDuty>, { register }: Dependencies) {
  return shown.ok ? c.json(presentDuty(shown.value, register.today()), 200) : answerFailure(c, shown.failure);
}

/** What a body says of sending, as the operation takes it. */
function sendingOf<S extends string>(send: S | { number: string; on: string }): S | Exclude<Sending, string> {
  return typeof send === "object" ? { number: send.number, on: dayOf(send.on) } : send;
}

function addReportRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const report = createRoute({
    ...{ method: "post", path: apiPaths.dutyReports, summary: "Write a report of a duty" },
    middleware: forActors(deps),
    request: { params: byId, body: jsonBody(reportRequest) },
    responses: answers("The duty as it is now", dutyAnswer),
  });
  app.openapi(report, async (c) => {
    const { version, send, proofs, ...given } = c.req.valid("json");
    const dated = proofs.map((proof) => ({
      ...proof,
      issuedOn: proof.issuedOn === null ? null : dayOf(proof.issuedOn),
    }));
    const seen = { id: c.req.valid("param").id, version };
    const request = { report: { ...given, proofs: dated }, sending: sendingOf(send) };
    return answerDuty(c, await writeReport(c.var.actor, seen, request, deps.register), deps);
  });
  const approval = createRoute({
    ...{ method: "post", path: apiPaths.dutyApproval, summary: "Approve the report that waits" },
    middleware: forActors(deps),
    request: { params: byId, body: jsonBody(approvalRequest) },
    responses: answers("The duty as it is now", dutyAnswer),
  });
  app.openapi(approval, async (c) => {
    const { version, send } = c.req.valid("json");
    const seen = { id: c.req.valid("param").id, version };
    return answerDuty(c, await approveDutyReport(c.var.actor, seen, sendingOf(send), deps.register), deps);
  });
  const nothing = createRoute({
    ...{
      method: "post",
      path: apiPaths.dutiesNothing,
      summary: "Nothing to report, for some duties at once",
    },
    middleware: forActors(deps),
    request: { body: jsonBody(nothingRequest) },
    responses: answers("How many", nothingAnswer),
  });
  app.openapi(nothing, async (c) => {
    const reported = await reportNothing(c.var.actor, c.req.valid("json").duties, deps.register);
    return reported.ok ? c.json({ reported: reported.value }, 200) : answerFailure(c, reported.failure);
  });
}

function addFactRoute(app: OpenAPIHono, deps: Dependencies): void {
  const route = createRoute({
    ...{ method: "post", path: apiPaths.dutiesFacts, summary: "Record a dated fact of some duties" },
    middleware: forActors(deps),
    request: { body: jsonBody(dutyFactRequest) },
    responses: answers("Which took it, and which not and why", dutyFactAnswer),
  });
  app.openapi(route, async (c) => {
    const { duties, on, dueOn = null, ...said } = c.req.valid("json");
    const request = {
      ...{
        kind: said.kind,
        on: dayOf(on),
        dueOn: dueOn === null ? null : dayOf(dueOn),
        step: said.step ?? null,
      },
      ...{ document: said.document || null, product: said.product || null, note: said.note || null },
    };
    const done = await recordDutyFact(c.var.actor, duties, request, deps.register);
    if (!done.ok) return answerFailure(c, done.failure);
    const refused = done.value.refused.map(({ id, failure }) => ({ id, failure: worded(c, failure) }));
    return c.json({ recorded: [...done.value.recorded], refused }, 200);
  });
}

function addLetterRoute(app: OpenAPIHono, deps: Dependencies): void {
  const route = createRoute({
    ...{
      method: "post",
      path: apiPaths.dutiesLetter,
      summary: "Draft the official letter that urges a unit",
    },
    middleware: forActors(deps),
    request: { body: jsonBody(letterRequest) },
    responses: fileAnswer,
  });
  app.openapi(route, async (c) => {
    const { duties, from, answerBy } = c.req.valid("json");
    const request = { duties, from, answerBy: dayOf(answerBy) };
    const drafted = await draftLetter(c.var.actor, request, deps.register);
    if (!drafted.ok) return answerFailure(c, drafted.failure);
    const name = `cong-van-don-doc-${deps.register.today()}.docx`;
    // A copy: the bytes may lie in a pool that Node shares.
    return c.body(new Uint8Array(drafted.value), 200, fileHeaders(name, drafted.value.length));
  });
}

function worded(c: Context, failure: Failure) {
  return presentFailure(failure, languageOf(c)).error;
}

function addProofRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const keep = createRoute({
    ...{ method: "post", path: apiPaths.proofFiles, summary: "Keep files that shall prove a report" },
    middleware: forActors(deps),
    request: {
      query: z.object({
        declared: z
          .literal("1")
          .optional()
          .openapi({ description: "The person declares that they hold no state secret" }),
      }),
      body: filesBody,
    },
    responses: answers("Which were kept, and which not and why", proofFilesAnswer),
  });
  app.openapi(keep, async (c) => {
    const files = await receiveFiles(c.req.raw, readLimits);
    if (!files.ok) return answerFailure(c, files.failure);
    const declaredOpen = c.req.valid("query").declared === "1";
    const done = await keepProofs(c.var.actor, { files: files.value, declaredOpen }, deps.register);
    if (!done.ok) return answerFailure(c, done.failure);
    const refused = done.value.refused.map(({ name, failure }) => ({ name, failure: worded(c, failure) }));
    return c.json({ kept: [...done.value.kept], refused }, 200);
  });
  const file = createRoute({
    ...{ method: "get", path: apiPaths.proofFile, summary: "A file that proves a report, as it was sent" },
    middleware: forActors(deps),
    request: { params: byId },
    responses: fileAnswer,
  });
  app.openapi(file, async (c) => {
    const opened = await openProofFile(c.var.actor, c.req.valid("param").id, deps.register);
    if (!opened.ok) return answerFailure(c, opened.failure);
    const { name, size, content } = opened.value;
    return c.body(Readable.toWeb(content) as ReadableStream, 200, fileHeaders(name, size));
  });
}
