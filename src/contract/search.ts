import { z } from "@hono/zod-openapi";

/** Kinds of things that are found, and the form of their ids. */
const kinds = ["document", "unit", "record", "person", "task"] as const;
const kind = z.enum(kinds);

const reference = new RegExp(`^(${kinds.join("|")}):([\\w-]{1,80})$`);
const mostOpened = 12;

export const searchRequest = z.object({
  words: z
    .string()
    .max(500)
    .default("")
    .openapi({ description: "What is looked for; accents, capitals and signs of numbers are optional" }),
  opened: z
    .string()
    .max(1200)
    .refine((text) => text.split(",").every((one) => reference.test(one)))
    .optional()
    .openapi({ description: "In place of words: up to 12 things by kind and id, `task:…,person:…`" }),
});

/** Things by kind and id, as `opened` names them; the first twelve. */
export function readOpened(text: string): readonly { readonly kind: FoundKind; readonly id: string }[] {
  return text
    .split(",")
    .slice(0, mostOpened)
    .flatMap((one) => {
      const [, named, id] = reference.exec(one) ?? [];
      const known = kinds.find((name) => name === named);
      return known && id ? [{ kind: known, id }] : [];
    });
}

const found = z
  .object({
    kind,
    id: z.string(),
    /** Of a record, its register by key and name. */
    register: z.object({ key: z.string(), vi: z.string(), en: z.string() }).nullable(),
    title: z.string(),
    /** Number of a document, that of a task's document with its place there, symbol of a unit. */
    number: z.string().nullable(),
    /** Who issued, leads, owns; what it stands under; where somebody works. */
    detail: z.string().nullable(),
    on: z.string().nullable(),
  })
  .openapi("FoundThing");

export const searchAnswer = z
  .object({
    /** The kind with the best find first. `more`: there are more than these. */
    groups: z.array(z.object({ kind, things: z.array(found), more: z.boolean() })),
    /** Things asked for by their ids, in that order; those that may not be seen are left out. */
    opened: z.array(found),
    /** Folded words by which titles may be marked. */
    marks: z.array(z.string()),
    /** The words to go on with in the list of a kind: an abbreviation alone is written in full. */
    listWords: z.string(),
  })
  .openapi("FoundEverywhere");

export type FoundKind = (typeof kinds)[number];
export type FoundThingAnswer = z.infer<typeof found>;
export type SearchAnswer = z.infer<typeof searchAnswer>;
