import { z } from "@hono/zod-openapi";
import { targetStanding, wanted } from "./target.ts";
import { target } from "./task-parts.ts";

const year = z
  .string()
  .regex(/^[12]\d{3}$/)
  .openapi({
    description: "The year in which duties fell due; the running one when none is asked",
    example: "2026",
  });

export const factSheetQuery = z.object({ year: year.optional() });

const standing = z.object({ share: z.number().nullable(), middle: z.number().nullable() });

/** The year of a unit as facts, compared with units of its kind only; due = inTime + late + silent. */
export const factSheetAnswer = z
  .object({
    today: z.string(),
    year: z.number(),
    unit: z.object({ id: z.string(), name: z.string(), kind: z.string() }),
    figures: z.object({
      due: z.number(),
      inTime: z.number(),
      late: z.number(),
      silent: z.number(),
      done: z.number(),
      doneLate: z.number(),
      openLate: z.number(),
      claimed: z.number(),
      proven: z.number(),
      extended: z.number(),
      extensions: z.number(),
      urged: z.number(),
      times: z.number(),
    }),
    comparison: z.object({
      units: z.number(),
      shares: z.object({
        inTime: standing,
        late: standing,
        silent: standing,
        proven: standing,
        extended: standing,
        urged: standing,
      }),
      rank: z.number().nullable(),
    }),
    /** Targets in which the unit has a part; `shared`: of all together, whose standing is that of all. */
    targets: z.array(
      z.object({
        task: z.object({ id: z.string(), content: z.string() }),
        target,
        period: z.string(),
        shared: z.boolean(),
        wanted,
        claimed: z.number().nullable(),
        proven: z.number().nullable(),
        standing: targetStanding,
      }),
    ),
  })
  .openapi("FactSheet");

export const factSheetDraftRequest = z
  .object({ year, from: z.enum(["own", "office", "committee"]) })
  .openapi("FactSheetDraftRequest");

export type FactSheetAnswer = z.infer<typeof factSheetAnswer>;
