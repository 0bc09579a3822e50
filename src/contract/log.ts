import { z } from "@hono/zod-openapi";
import { logKinds } from "../domain/basics/log-chain.ts";

const day = z.iso.date().optional();

/** Which entries of the log are meant. */
export const logFilters = z.object({
  kind: z.enum(logKinds).optional(),
  who: z.string().max(80).optional().openapi({ description: "Id of a person, or a part of the program" }),
  what: z.string().max(80).optional().openapi({ description: "The operation: import-document" }),
  subject: z.string().max(200).optional().openapi({ description: "The thing concerned: task:0199…" }),
  address: z.string().max(80).optional(),
  from: day.openapi({ description: "First day, in Vietnam" }),
  to: day.openapi({ description: "Last day, in Vietnam" }),
  q: z.string().trim().max(200).optional().openapi({ description: "Words, with or without accents" }),
});

export const logQuery = logFilters.extend({
  after: z.string().max(200).optional().openapi({ description: "`next` of the page before" }),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

const listedEntry = z
  .object({
    id: z.string(),
    /** UTC with microseconds. */
    at: z.string(),
    kind: z.enum(logKinds),
    who: z.object({ id: z.string(), name: z.string().nullable() }),
    address: z.string().nullable(),
    what: z.string(),
    subject: z.string(),
    /** What it concerns as it is called today; `of`: the document of a finding. Null: gone, or not for this reader. */
    thing: z.object({ name: z.string(), of: z.string().nullable() }).nullable(),
  })
  .openapi("ListedLogEntry");

export const logAnswer = z
  .object({
    entries: z.array(listedEntry),
    next: z.string().nullable(),
    /** On the first page without words; `more`: at least one more than counted. */
    total: z.object({ count: z.number(), more: z.boolean() }).nullable(),
    /** Words were looked for back to this instant; null: in the whole log. */
    lookedTo: z.string().nullable(),
  })
  .openapi("Log");

export const logEntryAnswer = listedEntry
  .extend({
    before: z.unknown(),
    after: z.unknown(),
    /** Fields that are not shown to this reader; "*": all of them. */
    hidden: z.array(z.string()),
    seal: z.object({ position: z.number(), at: z.string() }).nullable(),
  })
  .openapi("LogEntry");

export type LogAnswer = z.infer<typeof logAnswer>;
export type ListedLogEntryAnswer = z.infer<typeof listedEntry>;
export type LogEntryAnswer = z.infer<typeof logEntryAnswer>;
