import { z } from "@hono/zod-openapi";
import { documentLink } from "./document.ts";
import { dutyState } from "./duty.ts";

const unit = z.object({ id: z.string(), name: z.string(), shortName: z.string().nullable() });

/** Whose plan a document is, or may be. */
export const ownPlanAnswer = z
  .object({
    plan: z.object({ unit, parent: documentLink }).nullable(),
    proposed: z.object({ unit: z.string(), parent: z.string() }).nullable(),
    units: z.array(z.object({ id: z.string(), name: z.string() })),
    grounds: z.array(documentLink),
  })
  .openapi("OwnPlan");

export const ownPlanRequest = z
  .object({
    unit: z.uuid(),
    parent: z.uuid(),
    answers: z.boolean().openapi({ description: "The plan answers the unit's duty to make one" }),
  })
  .openapi("OwnPlanRequest");

/** Which units owe a plan for a document, and which have one. */
export const ownPlansAnswer = z
  .object({
    document: documentLink,
    today: z.string(),
    maySay: z.boolean(),
    orders: z.array(
      z.object({
        task: z.string(),
        ref: z.string(),
        content: z.string(),
        leads: z.array(z.string()),
        asks: z.boolean().nullable().openapi({ description: "Null: it may ask for plans, nobody has said" }),
      }),
    ),
    rows: z.array(
      z.object({
        unit,
        duty: z.object({ id: z.string(), state: dutyState, lastDay: z.string().nullable() }).nullable(),
        plans: z.array(
          z.object({ id: z.string(), number: z.string().nullable(), issuedOn: z.string().nullable() }),
        ),
        led: z.number().openapi({ description: "Tasks of the document that it leads" }),
        covered: z.number().openapi({ description: "Of these, those that rows of its plans are tied to" }),
        steps: z.number().openapi({ description: "Rows of its plans that are tied" }),
      }),
    ),
  })
  .openapi("OwnPlans");

export const ownPlanOrderRequest = z
  .object({ task: z.uuid(), asks: z.boolean().nullable() })
  .openapi("OwnPlanOrder");

export const ownPlansExportQuery = z.object({ only: z.enum(["all", "none", "has"]).optional() });

/** The steps that units set themselves for a task. */
export const ownStepsAnswer = z
  .object({
    steps: z.array(
      z.object({
        unit,
        document: z.object({
          id: z.string(),
          number: z.string().nullable(),
          issuedOn: z.string().nullable(),
        }),
        finding: z.string().nullable(),
        words: z.string(),
        dueOn: z.string().nullable(),
      }),
    ),
  })
  .openapi("OwnSteps");

export type OwnPlanAnswer = z.infer<typeof ownPlanAnswer>;
export type OwnPlansAnswer = z.infer<typeof ownPlansAnswer>;
export type OwnStepsAnswer = z.infer<typeof ownStepsAnswer>;
