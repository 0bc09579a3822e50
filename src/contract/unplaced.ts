import { z } from "@hono/zod-openapi";
import { type UnplacedCode, unplacedKinds, unplacedReasons } from "../domain/language/unplaced-reasons.ts";
import { documentLink } from "./document.ts";
import { place } from "./source.ts";

const kind = z.enum(unplacedKinds).openapi("UnplacedKind");
// The keys of the catalogue are its codes.
const codes = Object.keys(unplacedReasons) as [UnplacedCode, ...UnplacedCode[]];
const code = z.enum([...codes, "other"]).openapi("UnplacedCode", {
  description: "Why the reading left a part out; other: for words that the catalogue does not hold",
});
const mark = z.enum(["seen", "task"]);

/** A part of a document that its reading left out; `position` is its place in the books of the reading, from 0. */
export const unplacedPart = z
  .object({
    document: documentLink,
    position: z.number(),
    what: z.string(),
    /** The place and the reason as the books have them, in Vietnamese. */
    where: z.string(),
    why: z.string(),
    kind,
    code,
    /** What a person said of it: nothing to follow, or it became a finding. */
    marked: z
      .object({
        mark,
        reason: z.string().nullable(),
        at: z.string(),
        by: z.string(),
        findingId: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi("UnplacedPart");

export const unplacedQuery = z.object({
  document: z.uuid().optional(),
  kind: z
    .enum([...unplacedKinds, "look", "all"])
    .optional()
    .openapi({ description: "look (the default): what could not be read, and text without a task in it" }),
  code: code.optional(),
  mark: z.enum(["open", ...mark.options]).optional(),
  after: z
    .string()
    .regex(/^\d{1,9}\.[\da-f-]{36}\.\d{1,9}$/)
    .optional()
    .openapi({ description: "`next` of the page before" }),
  limit: z.coerce.number().int().min(1).max(500).optional().openapi({ description: "Default: 100" }),
});

/** One page; the counts tell what each kind, reason and document would give under the other filters. */
export const unplacedAnswer = z
  .object({
    parts: z.array(unplacedPart).readonly(),
    /** How many the filters give. */
    total: z.number(),
    next: z.string().nullable(),
    kinds: z.record(kind, z.number()),
    codes: z.array(z.object({ code, count: z.number() })).readonly(),
    documents: z.array(z.object({ document: documentLink, count: z.number() })).readonly(),
    marks: z.object({ open: z.number(), seen: z.number(), task: z.number() }),
  })
  .openapi("Unplaced");

/** One part with all its words and the places where they stand in the source. */
export const shownUnplaced = unplacedPart
  .extend({ content: z.string(), sources: z.array(place).readonly() })
  .openapi("ShownUnplaced");

export const unplacedKey = z.strictObject({
  document: z.uuid(),
  position: z.number().int().min(0).max(10_000_000),
});

const keys = z.array(unplacedKey).min(1).max(2000);

/** Looked at, and nothing to follow. */
export const skipRequest = z
  .strictObject({ parts: keys, reason: z.string().trim().min(1).max(1000) })
  .openapi("SkipUnplaced");

export const undoUnplacedRequest = z.strictObject({ parts: keys }).openapi("UndoUnplaced");

export const markedAnswer = z.object({ marked: z.number() }).openapi("MarkedUnplaced");

export type UnplacedPartAnswer = z.infer<typeof unplacedPart>;
export type UnplacedAnswer = z.infer<typeof unplacedAnswer>;
export type ShownUnplacedAnswer = z.infer<typeof shownUnplaced>;
export type UnplacedKeyRequest = z.infer<typeof unplacedKey>;
export type UnplacedCodeAnswer = z.infer<typeof code>;
