import { z } from "@hono/zod-openapi";

const rung = z
  .object({
    kind: z.enum(["digest", "reminder", "letter", "upperLetter", "meeting"]),
    /** Days after the last day in time; negative: before it. */
    days: z.number().int().min(-90).max(365),
  })
  .openapi("Rung");

/** No step is there twice: done once, it is never done again. */
const ladder = z
  .array(rung)
  .min(1)
  .max(20)
  .refine((rungs) => new Set(rungs.map(({ kind, days }) => `${kind} ${days}`)).size === rungs.length, {
    message: "a step is there twice",
  });

/** How a province urges, and what did not reach its people. */
export const urgingAnswer = z
  .object({
    /** Null: the usual ladder. */
    ladder: z.array(rung).nullable(),
    /** The day from which units are urged; null: they are not. */
    from: z.string().nullable(),
    /** Messages go out from the first of these hours and before the second, in Asia/Ho_Chi_Minh. */
    fromHour: z.number(),
    toHour: z.number(),
    version: z.number(),
    /** Messages that no server took, the newest first, 200 at most. */
    untaken: z.array(
      z.object({
        id: z.string(),
        on: z.string(),
        person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
        /** `refused`: it is not tried again. */
        state: z.enum(["refused", "unsent"]),
        tries: z.number(),
        failure: z.object({
          code: z.string(),
          detail: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      }),
    ),
  })
  .openapi("Urging");

export const urgingRequest = z
  .object({
    /** Of the settings of the province. */
    version: z.number().int(),
    ladder: ladder.nullable(),
    from: z.iso.date().nullable(),
    fromHour: z.number().int().min(0).max(23),
    toHour: z.number().int().min(1).max(24),
  })
  .refine(({ fromHour, toHour }) => fromHour < toHour, { message: "the hours end before they begin" })
  .openapi("UrgingRequest");

export type UrgingAnswer = z.infer<typeof urgingAnswer>;
export type UrgingRequest = z.infer<typeof urgingRequest>;
