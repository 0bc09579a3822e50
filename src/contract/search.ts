import { z } from "@hono/zod-openapi";

export const foundKinds = ["document", "unit", "record", "person", "task"] as const;
const kind = z.enum(foundKinds);

export const searchRequest = z.object({
  words: z
    .string()
    .max(500)
    .default("")
    .openapi({ description: "What is looked for; accents, capitals and signs of numbers are optional" }),
  opened: z
    .string()
    .max(1000)
    .regex(/^(?:(?:document|unit|record|person|task):[\w-]{1,80}(?:,|$)){0,12}$/)
    .optional()
    .openapi({ description: "In place of words: things by kind and id, `task:…,person:…`" }),
});

const found = z
  .object({
    kind,
    id: z.string(),
    /** Of a record, its register by key and name. */
    register: z.object({ key: z.string(), vi: z.string(), en: z.string() }).nullable(),
    title: z.string(),
    number: z.string().nullable(),
    detail: z.string().nullable(),
    on: z.string().nullable(),
  })
  .openapi("FoundThing");

export const searchAnswer = z
  .object({
    /** The kind with the best find first; of things opened before, one group for each run of a kind. */
    groups: z.array(z.object({ kind, things: z.array(found), more: z.boolean() })),
    /** Folded words by which titles may be marked. */
    marks: z.array(z.string()),
  })
  .openapi("FoundEverywhere");

export type FoundThingAnswer = z.infer<typeof found>;
export type SearchAnswer = z.infer<typeof searchAnswer>;
