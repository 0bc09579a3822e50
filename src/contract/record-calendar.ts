import { z } from "@hono/zod-openapi";

const unit = z.object({ id: z.string(), name: z.string() });
const name = z.object({ vi: z.string(), en: z.string() });

export const recordCalendarQuery = z.object({
  month: z
    .string()
    .regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
    .optional()
    .openapi({ description: "2026-11; this month when nothing is said" }),
  register: z.string().max(40).optional().openapi({ description: "Only records of this register" }),
  owner: z
    .union([z.uuid(), z.literal("focal")])
    .optional()
    .openapi({ description: "Only what a unit enters; `focal`: the focal body" }),
});

export const recordCalendarAnswer = z
  .object({
    today: z.string(),
    month: z.string(),
    entries: z.array(
      z.object({
        id: z.string(),
        register: z.string(),
        mark: z.string(),
        title: z.string(),
        from: z.string(),
        to: z.string(),
        owner: unit.nullable(),
        expected: z.boolean(),
      }),
    ),
    registers: z.array(z.object({ key: z.string(), count: z.number() })),
    owners: z.array(z.object({ owner: unit.nullable(), count: z.number() })),
    daysOff: z.array(z.object({ day: z.string(), reason: z.string(), name: name.nullable() })),
    leftOut: z.number(),
  })
  .openapi("RecordCalendar");

export type RecordCalendarAnswer = z.infer<typeof recordCalendarAnswer>;
