import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { logAnswer, logEntryAnswer, logFilters, logQuery } from "../contract/log.ts";
import { apiPaths } from "../contract/paths.ts";
import { type LogKind, logKinds } from "../domain/basics/log-chain.ts";
import { permit } from "../domain/duty/permission.ts";
import { logWords } from "../domain/language/web-log.ts";
import { exportLog, type LogFilter, logColumns } from "../operations/export-log.ts";
import { type ListedEntry, listLog, mostCounted, showEntry } from "../operations/list-log.ts";
import { answerFailure, languageOf } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import { answers, forActors, type RegisterRouteDependencies } from "./register-route.ts";
import { dayOf } from "./tasks.ts";

const usualLimit = 100;
const mediaTypes = { jsonl: "application/jsonl", csv: "text/csv; charset=utf-8" } as const;

type LogRouteDependencies = RegisterRouteDependencies & Pick<AppDependencies, "reportBug">;

/** The log of the province: /api/log, one entry, and as files. */
export function addLogRoutes(app: OpenAPIHono, deps: LogRouteDependencies): void {
  const listRoute = createRoute({
    ...{ method: "get", path: apiPaths.log, summary: "The log, the newest entries first, page by page" },
    middleware: forActors(deps),
    request: { query: logQuery },
    responses: answers("One page", logAnswer),
  });
  app.openapi(listRoute, async (c) => {
    const { q = "", after = null, limit = usualLimit, ...filters } = c.req.valid("query");
    const request = { filter: filterOf(filters), words: q || null, after, limit };
    const page = await listLog(c.var.actor, request, deps.register);
    if (!page.ok) return answerFailure(c, page.failure);
    const { entries, next, total, lookedTo } = page.value;
    const counted =
      total === null ? null : { count: Math.min(total, mostCounted), more: total > mostCounted };
    return c.json({ entries: entries.map(presentListed), next, total: counted, lookedTo }, 200);
  });
  // A path for each format: a blank inside a part of a path is no blank to every router.
  addExportRoute(app, deps, "jsonl");
  addExportRoute(app, deps, "csv");
  const entryRoute = createRoute({
    ...{ method: "get", path: apiPaths.logEntry, summary: "One entry with what it changed" },
    middleware: forActors(deps),
    request: { params: z.object({ id: z.uuid() }) },
    responses: answers("The entry", logEntryAnswer),
  });
  app.openapi(entryRoute, async (c) => {
    const shown = await showEntry(c.var.actor, c.req.valid("param").id, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const { before, after, hidden, seal } = shown.value;
    const sealed = seal && { position: seal.position, at: seal.at.toISOString() };
    return c.json({ ...presentListed(shown.value), before, after, hidden: [...hidden], seal: sealed }, 200);
  });
}

function addExportRoute(app: OpenAPIHono, deps: LogRouteDependencies, format: "jsonl" | "csv"): void {
  const route = createRoute({
    ...{
      method: "get",
      path: apiPaths.logExport.replace("{format}", format),
      summary: `The log as .${format}`,
    },
    middleware: forActors(deps),
    request: { query: logFilters },
    responses: {
      200: {
        description: "The file, as long as the log",
        content: { [mediaTypes[format]]: { schema: { type: "string", format: "binary" } } },
      },
      default: answers("", logAnswer).default,
    },
  });
  app.openapi(route, (c) => {
    const { actor } = c.var;
    // Asked before the first byte: after it nothing can be refused any more.
    const allowed = permit(actor, "export-log");
    if (!allowed.ok) return answerFailure(c, allowed.failure);
    const { q = "", ...filters } = c.req.valid("query");
    const { columns } = logWords[languageOf(c)];
    const request = {
      filter: filterOf(filters),
      words: q || null,
      format,
      host: "",
      headings: logColumns.map((column) => columns[column]),
    };
    c.header("Content-Type", mediaTypes[format]);
    c.header("Content-Disposition", `attachment; filename="nhat-ky-${deps.register.today()}.${format}"`);
    return c.body(
      streamOf((write) => exportLog(actor, { ...request, write }, deps.register), deps.reportBug),
    );
  });
}

/** What somebody writes, as a stream that waits for its reader; a reader who leaves is no bug. */
function streamOf(
  produce: (write: (text: string) => Promise<void>) => Promise<unknown>,
  reportBug: (error: unknown) => void,
): ReadableStream {
  const { readable, writable } = new TextEncoderStream();
  const writer = writable.getWriter();
  let left = false;
  writer.closed.catch(() => {
    left = true;
  });
  produce((text) => writer.write(text)).then(
    () => writer.close(),
    async (error: unknown) => {
      if (!left) reportBug(error);
      await writer.abort(error).catch(() => undefined);
    },
  );
  return readable;
}

type Filters = Omit<z.infer<typeof logFilters>, "q">;

function filterOf({ kind, who, what, subject, address, from, to }: Filters): LogFilter {
  return {
    kinds: kind === undefined ? [] : [kind],
    ...{ who: who || null, what: what || null, subject: subject || null, address: address || null },
    ...{ from: from ? dayOf(from) : null, to: to ? dayOf(to) : null },
  };
}

function presentListed({ who, whoName, kind, id, at, address, what, subject, thing }: ListedEntry) {
  return {
    ...{ id, at, kind: kindOf(kind), who: { id: who, name: whoName }, address, what, subject },
    thing: thing && { name: thing.name, of: thing.of },
  };
}

/** The database keeps kinds of the list alone. */
function kindOf(kind: string): LogKind {
  const found = logKinds.find((known) => known === kind);
  if (found === undefined) throw new Error(`${kind} is no kind of entry`);
  return found;
}
