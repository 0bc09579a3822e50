import { z } from "@hono/zod-openapi";
import { failureAnswer } from "./failure.ts";

const named = z.object({ id: z.string(), name: z.string() });

/** Who works on a task inside the units that hold it; version 0: nobody was named yet. */
export const assignmentsAnswer = z
  .object({
    assignments: z.array(
      z.object({
        unit: named,
        leader: named.nullable(),
        room: named.nullable(),
        officer: named.nullable(),
        version: z.number(),
        mayAssign: z.boolean(),
      }),
    ),
  })
  .openapi("Assignments");

const person = z.string().min(1).max(80).nullable().optional();

/** Null: nobody; left out: as it is. */
export const assignRequest = z
  .strictObject({
    unit: z.uuid(),
    tasks: z
      .array(z.strictObject({ id: z.uuid(), version: z.number().int().nullable() }))
      .min(1)
      .max(500),
    leader: person,
    room: z.uuid().nullable().optional(),
    officer: person,
  })
  .openapi("AssignRequest");

/** The tasks given, and those that were not, each with the reason: together as many as were asked. */
export const assignedAnswer = z
  .object({
    assigned: z.number(),
    refused: z.array(z.object({ task: z.string(), error: failureAnswer.shape.error })),
  })
  .openapi("Assigned");

/** The units in which the person gives work. */
export const assigningUnitsAnswer = z.object({ units: z.array(named) }).openapi("AssigningUnits");

export type AssignedAnswer = z.infer<typeof assignedAnswer>;
export type AssigningUnitsAnswer = z.infer<typeof assigningUnitsAnswer>;

export type AssignmentsAnswer = z.infer<typeof assignmentsAnswer>;
export type AssignRequest = z.infer<typeof assignRequest>;
