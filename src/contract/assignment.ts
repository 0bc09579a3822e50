import { z } from "@hono/zod-openapi";

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

export const assignedAnswer = z.object({ assigned: z.number() }).openapi("Assigned");

export type AssignmentsAnswer = z.infer<typeof assignmentsAnswer>;
export type AssignRequest = z.infer<typeof assignRequest>;
