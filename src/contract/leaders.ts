import { z } from "@hono/zod-openapi";
import { proposalKinds } from "../domain/duty/change-proposal.ts";
import { dutyState, dutyStep } from "./duty.ts";

const lateFigures = z.object({
  late: z.number(),
  /** The last day of the one that is late longest. */
  since: z.string().nullable(),
  /** Of these, how many were urged, and all times together. */
  urged: z.number(),
  times: z.number(),
});

/** What leaders see on one page; a unit's due = inTime + late + silent. */
export const leadersAnswer = z
  .object({
    today: z.string(),
    states: z.array(z.object({ state: dutyState, count: z.number() })),
    /** What waits for a decision, the longest waiting first; "none": submitted, and nobody said where it lies. */
    waiting: z.array(
      z.object({
        what: z.enum(["asked", "head", ...dutyStep.options, "none", ...proposalKinds]),
        count: z.number(),
        since: z.string(),
        /** The unit that waits longest. */
        oldest: z.string(),
      }),
    ),
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

/** Who issues the notice that is drafted. */
export const noticeRequest = z
  .object({ from: z.enum(["own", "office", "committee"]) })
  .openapi("NoticeRequest");

export type LeadersAnswer = z.infer<typeof leadersAnswer>;
