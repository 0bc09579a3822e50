import { z } from "@hono/zod-openapi";
import { dutyState } from "./duty.ts";

const lateFigures = z.object({
  late: z.number(),
  /** The last day of the one that is late longest. */
  since: z.string().nullable(),
});

/** What leaders see on one page; a unit's due = inTime + late + silent. */
export const leadersAnswer = z
  .object({
    today: z.string(),
    states: z.array(z.object({ state: dutyState, count: z.number() })),
    asked: z.number(),
    months: z.array(z.string()),
    units: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.string(),
        now: lateFigures,
        due: z.number(),
        inTime: z.number(),
        late: z.number(),
        silent: z.number(),
        /** By month, "2026-11"; months without any are left out. */
        months: z.record(z.string(), z.number()),
      }),
    ),
    groups: z.array(lateFigures.extend({ title: z.string() })),
  })
  .openapi("Leaders");

export type LeadersAnswer = z.infer<typeof leadersAnswer>;
