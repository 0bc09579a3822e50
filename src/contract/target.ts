import { z } from "@hono/zod-openapi";
import { target } from "./task-parts.ts";

/** How a target stands: see the words of each on screen. */
export const targetStanding = z
  .enum(["missingPlan", "notMet", "behind", "running", "met", "exceeded"])
  .openapi("TargetStanding");

/** A figure, or the ends of a range. */
export const wanted = z.union([z.number(), z.tuple([z.number(), z.number()]).readonly()]).nullable();

/** A plan as it was set. */
const plan = z
  .object({
    value: z.number(),
    /** The act that sets it, by its number. */
    document: z.string().nullable(),
    setAt: z.string(),
    setBy: z.string(),
    version: z.number(),
  })
  .openapi("TargetPlan");

/** The figures of one judgement. */
const figures = {
  /** For the whole period: a plan, else what the document says; null: another act has to set it. */
  wanted,
  /** What units reported, and the part of it that is proven; null: nothing was reported. */
  claimed: z.number().nullable(),
  proven: z.number().nullable(),
  /** False: an estimate or a bound is among what was reported. */
  exact: z.boolean(),
  standing: targetStanding,
  /** Of a figure for every month or quarter: in how many it is reached. */
  parts: z.object({ met: z.number(), of: z.number() }).nullable(),
};

/**
 * How a target stands over a period as a whole. Of one for each unit the figures are those of all units together, but for
 * what is wanted, which is of a unit without a plan of its own.
 */
const periodLine = z
  .object({
    /** "2026", or the years that it spans: "2026-2030". */
    key: z.string(),
    first: z.string(),
    last: z.string(),
    ...figures,
    /** The plan for all units together. */
    plan: plan.nullable(),
    /** Units or things that reach it, of how many are judged; null: all together are one judgement. */
    reached: z.object({ met: z.number(), of: z.number() }).nullable(),
    /** Units that owe it, and how many of them said something of it. */
    owing: z.number(),
    told: z.number(),
  })
  .openapi("TargetPeriod");

const bilingual = z.object({ vi: z.string(), en: z.string() });

/** The register from whose records a target is counted. */
const source = z
  .object({
    register: z.string(),
    name: bilingual,
    where: z.string(),
    day: z.string(),
    owner: z.string().nullable(),
    summed: z.string().nullable(),
    version: z.number(),
  })
  .openapi("TargetSource");

/** What a target is counted from, in the version that was seen; source null: from reports. */
export const sourceRequest = z
  .strictObject({
    target: z.string().max(600),
    source: z
      .strictObject({
        register: z.string().max(40),
        where: z.string().max(2000),
        day: z.string().max(60),
        owner: z.uuid().nullable(),
        summed: z.string().max(60).nullable(),
      })
      .nullable(),
    version: z.number().int().nullable(),
  })
  .openapi("TargetSourceRequest");

export const targetsAnswer = z
  .object({
    today: z.string(),
    mayPlan: z.boolean(),
    mayChangeKind: z.boolean(),
    targets: z.array(
      z.object({
        key: z.string(),
        target,
        /** Null: it is counted from reports. */
        source: source.nullable(),
        /** The period that runs. */
        running: z.string().nullable(),
        periods: z.array(periodLine),
      }),
    ),
  })
  .openapi("TaskTargets");

export const targetPeriodQuery = z.object({
  target: z.string().max(600).default(""),
  period: z.string().max(9).default(""),
});

const unit = z.object({ id: z.string(), name: z.string() });

/** What was told of a target, and whether it counts. */
const record = z
  .object({
    unit,
    /** In the words of the unit; null: it said that nothing happened, or that the product is there. */
    typed: z.string().nullable(),
    value: z.number().nullable(),
    proven: z.number().nullable(),
    reportedOn: z.string(),
    /** Where it stands: a report of a duty, or a record of the register that the target is counted from. */
    source: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("report"), duty: z.string(), report: z.string(), number: z.number() }),
      z.object({
        kind: z.literal("record"),
        register: z.string(),
        id: z.string(),
        owner: z.string().nullable(),
      }),
    ]),
    /** Null: it counts. */
    leftOut: z
      .enum(["duplicate", "outside", "foreign", "replaced", "unjudged", "unread", "joined", "sourced"])
      .nullable(),
  })
  .openapi("TargetRecord");

/** What stands behind the figures of a target in a period, as far as it is in sight. */
export const targetPeriodAnswer = z
  .object({
    today: z.string(),
    mayPlan: z.boolean(),
    key: z.string(),
    target,
    source: source.nullable(),
    line: periodLine,
    units: z.array(
      z.object({ unit, plan: plan.nullable(), ...figures, standing: targetStanding.nullable() }),
    ),
    records: z.array(record),
    /** Words told = counted + left out, over all units. */
    books: z.object({ told: z.number(), counted: z.number(), leftOut: z.number() }),
  })
  .openapi("TargetPeriodDetail");

/** Plans of one target in one period, in the versions that were seen; all are set, or none. */
export const plansRequest = z
  .object({
    target: z.string().max(600),
    period: z.string().max(9),
    /** The act that sets them, by its number. */
    document: z.string().trim().max(200).nullable(),
    plans: z
      .array(
        z.object({
          /** Null: all units together. */
          unit: z.uuid().nullable(),
          /** As people type numbers; null takes the plan away. */
          typed: z.string().max(100).nullable(),
          /** Null: there was none. */
          version: z.number().int().nullable(),
        }),
      )
      .min(1)
      .max(1000),
  })
  .openapi("PlansRequest");

/** What the targets of a task ask of one duty, and what its unit said of them so far. */
export const dutyTargetsAnswer = z
  .object({
    targets: z.array(
      z.object({
        key: z.string(),
        target,
        /** The unit says nothing of it where it is counted from a register. */
        source: source.nullable(),
        /** The period over which it is judged; null: there is none yet. */
        period: z.string().nullable(),
        /** What the unit has to reach, or all together where it is joint. */
        wanted,
        standing: targetStanding.nullable(),
        said: z.object({ typed: z.string().nullable(), value: z.number(), on: z.string() }).nullable(),
        /** Whether the unit only says if it fulfils. */
        yesOrNo: z.boolean(),
        /** Stretches of time of which a figure may be told, the usual one first; empty: that of the occurrence. */
        stretches: z.array(z.string()),
      }),
    ),
  })
  .openapi("DutyTargets");

export type TargetStandingAnswer = z.infer<typeof targetStanding>;
export type TaskTargetsAnswer = z.infer<typeof targetsAnswer>;
export type TaskTargetAnswer = TaskTargetsAnswer["targets"][number];
export type TargetPeriodLine = z.infer<typeof periodLine>;
export type TargetPeriodAnswer = z.infer<typeof targetPeriodAnswer>;
export type DutyTargetAnswer = z.infer<typeof dutyTargetsAnswer>["targets"][number];
export type DutyTargetsAnswer = z.infer<typeof dutyTargetsAnswer>;
export type TargetRecordAnswer = z.infer<typeof record>;
export type TargetSourceAnswer = z.infer<typeof source>;
export type SourceRequest = z.infer<typeof sourceRequest>;
export type PlansRequest = z.infer<typeof plansRequest>;
