import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import {
  linkTargetsAnswer,
  linkTargetsQuery,
  newRecordRequest,
  ownerAnswer,
  ownerRequest,
  recordAnswer,
  recordChangeRequest,
  recordListAnswer,
  recordListQuery,
  recordParams,
  recordSaved,
  recordVersion,
  registerParams,
  registersAnswer,
} from "../contract/record.ts";
import { findLinkTargets } from "../operations/find-link-targets.ts";
import { listRecords } from "../operations/list-records.ts";
import { listRegisters, nameOwner } from "../operations/list-registers.ts";
import { removeRecord, restoreRecord } from "../operations/remove-record.ts";
import { addRecord, changeRecord } from "../operations/save-record.ts";
import { showRecord } from "../operations/show-record.ts";
import { answerFailure } from "./answer.ts";
import { presentRecord, presentShown } from "./present-record.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";

/** Rows of a page when none are asked for. */
const usualLimit = 60;

/** /api/records: registers of the database of cooperation, their lists, one record, and who owns them. */
export function addRecordRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  addRegisterRoutes(app, deps);
  addTargetRoute(app, deps);
  addListRoute(app, deps);
  addRecordRoute(app, deps);
  addWritingRoutes(app, deps);
  addRemovingRoutes(app, deps);
}

function addRegisterRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const list = createRoute({
    ...{ method: "get", path: apiPaths.registers, summary: "The registers of cooperation" },
    middleware: forActors(deps),
    responses: answers("The registers in order", registersAnswer),
  });
  app.openapi(list, async (c) => {
    const found = await listRegisters(c.var.actor, deps.register);
    if (!found.ok) return answerFailure(c, found.failure);
    const { registers, enters, mayName } = found.value;
    const presented = registers.map(({ declaration, count, owner, mayEnter }) => ({
      ...{ key: declaration.key, count, mayEnter },
      owner: owner && { unit: owner.unit, sourceSystem: owner.sourceSystem, version: owner.version },
    }));
    return c.json({ registers: presented, enters: { ...enters, units: [...enters.units] }, mayName }, 200);
  });
  const owner = createRoute({
    ...{ method: "put", path: apiPaths.registerOwner, summary: "Name who enters a register" },
    middleware: forActors(deps),
    request: { params: registerParams, body: jsonBody(ownerRequest) },
    responses: answers("How many records changed hands", ownerAnswer),
  });
  app.openapi(owner, async (c) => {
    const { register } = c.req.valid("param");
    const named = await nameOwner(c.var.actor, { register, ...c.req.valid("json") }, deps.register);
    return named.ok ? c.json({ moved: named.value }, 200) : answerFailure(c, named.failure);
  });
}

function addTargetRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.recordTargets, summary: "What a field of links may lead to" },
    middleware: forActors(deps),
    request: { params: registerParams, query: linkTargetsQuery },
    responses: answers("At most 20", linkTargetsAnswer),
  });
  app.openapi(route, async (c) => {
    const { field, q = "" } = c.req.valid("query");
    const request = { ...c.req.valid("param"), field, words: q };
    const found = await findLinkTargets(c.var.actor, request, deps.register);
    return found.ok ? c.json({ targets: [...found.value] }, 200) : answerFailure(c, found.failure);
  });
}

function addListRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.records, summary: "Records of a register, page by page" },
    middleware: forActors(deps),
    request: { params: registerParams, query: recordListQuery },
    responses: answers("One page", recordListAnswer),
  });
  app.openapi(route, async (c) => {
    const { q = null, owner = null, where = "", sort = null, after = null, ...query } = c.req.valid("query");
    const request = {
      ...{ ...c.req.valid("param"), words: q, owner, where, sort, after },
      ...{ limit: query.limit ?? usualLimit, withFacets: query.facets === "1" },
    };
    const found = await listRecords(c.var.actor, request, deps.register);
    if (!found.ok) return answerFailure(c, found.failure);
    const { records, next, facets, ...totals } = found.value;
    const list = {
      ...totals,
      sums: { ...totals.sums },
      records: records.map(presentRecord),
      next,
      facets: facets && [...facets],
    };
    return c.json(list, 200);
  });
}

function addRecordRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.record, summary: "One record with its life" },
    middleware: forActors(deps),
    request: { params: recordParams },
    responses: answers("The record", recordAnswer),
  });
  app.openapi(route, async (c) => {
    const shown = await showRecord(c.var.actor, c.req.valid("param"), deps.register);
    return shown.ok ? c.json(presentShown(shown.value), 200) : answerFailure(c, shown.failure);
  });
}

function addWritingRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const add = createRoute({
    ...{ method: "post", path: apiPaths.records, summary: "Enter a record" },
    middleware: forActors(deps),
    request: { params: registerParams, body: jsonBody(newRecordRequest) },
    responses: answers("Its id", recordSaved),
  });
  app.openapi(add, async (c) => {
    const { sure = false, ...given } = c.req.valid("json");
    const request = { ...c.req.valid("param"), ...given, sure };
    const added = await addRecord(c.var.actor, request, deps.register);
    return added.ok ? c.json({ id: added.value }, 200) : answerFailure(c, added.failure);
  });
  const change = createRoute({
    ...{ method: "patch", path: apiPaths.record, summary: "Change a record; what is not given stays" },
    middleware: forActors(deps),
    request: { params: recordParams, body: jsonBody(recordChangeRequest) },
    responses: answers("Its id", recordSaved),
  });
  app.openapi(change, async (c) => {
    const request = { ...c.req.valid("param"), ...c.req.valid("json") };
    const changed = await changeRecord(c.var.actor, request, deps.register);
    return changed.ok ? c.json({ id: changed.value }, 200) : answerFailure(c, changed.failure);
  });
}

function addRemovingRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const remove = createRoute({
    ...{ method: "delete", path: apiPaths.record, summary: "Take a record out of its register" },
    middleware: forActors(deps),
    request: { params: recordParams, body: jsonBody(recordVersion) },
    responses: answers("Its id", recordSaved),
  });
  app.openapi(remove, async (c) => {
    const seen = { ...c.req.valid("param"), ...c.req.valid("json") };
    const done = await removeRecord(c.var.actor, seen, deps.register);
    return done.ok ? c.json({ id: seen.id }, 200) : answerFailure(c, done.failure);
  });
  const restore = createRoute({
    ...{ method: "post", path: apiPaths.recordRestore, summary: "Put a record back that was taken out" },
    middleware: forActors(deps),
    request: { params: recordParams, body: jsonBody(recordVersion) },
    responses: answers("Its id", recordSaved),
  });
  app.openapi(restore, async (c) => {
    const seen = { ...c.req.valid("param"), ...c.req.valid("json") };
    const done = await restoreRecord(c.var.actor, seen, deps.register);
    return done.ok ? c.json({ id: seen.id }, 200) : answerFailure(c, done.failure);
  });
}
