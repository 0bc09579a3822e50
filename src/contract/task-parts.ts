import { z } from "@hono/zod-openapi";
import type { Schedule } from "../domain/calendar/schedule.ts";
import type { Target } from "../domain/reading/findings.ts";

/** Which of the six clears ("6 rõ") is meant. */
export const clear = z.enum(["who", "what", "when", "responsible", "empowered", "product"]).openapi("Clear");

/** A fault of the text: one of the six is missing or vague. */
export const unclear = z.object({ clear, reason: z.string(), words: z.string().nullable() });

/** What an addressee has to do with a task. */
export const addresseeRole = z
  .enum(["lead", "standing", "directs", "supervises", "approves", "with"])
  .openapi("AddresseeRole");

export const scheduleKind = z
  .enum(["once", "recurring", "continuous", "relative", "onDemand", "several"])
  .openapi("ScheduleKind");

const text = z.string().max(1000);

/**
 * A schedule, read or given: its form. Whether its days and rhythms exist is the register's to say, which names the part
 * (`faultOfSchedule`).
 */
export const schedule: z.ZodType<Schedule> = z
  .lazy(() =>
    z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("once"),
        from: text.nullable(),
        to: text,
        strictlyBefore: z.literal(true).exactOptional(),
        then: schedule.exactOptional(),
      }),
      z.strictObject({
        kind: z.literal("recurring"),
        every: text,
        window: text.exactOptional(),
        due: text.exactOptional(),
        from: text.exactOptional(),
        to: text.exactOptional(),
      }),
      z.strictObject({ kind: z.literal("continuous"), from: text.exactOptional() }),
      z.strictObject({ kind: z.literal("relative"), after: text, within: text }),
      z.strictObject({ kind: z.literal("onDemand"), when: text }),
      z.strictObject({ kind: z.literal("several"), parts: z.array(schedule).max(20) }),
    ]),
  )
  .openapi("Schedule", {
    type: "object",
    description: "When the task is to be done: once, recurring, continuous, relative, onDemand or several",
    properties: { kind: { enum: scheduleKind.options } },
    required: ["kind"],
  });

/** A measurable result, read or given. */
export const target: z.ZodType<Target> = z
  .strictObject({
    scope: z.enum(["each", "joint", "share"]).exactOptional(),
    op: z.enum(["=", ">=", "<=", "~", "~range", "~avg", "external"]),
    value: z.union([z.number(), z.tuple([z.number(), z.number()]).readonly()]).nullable(),
    measure: text,
    per: text.exactOptional(),
    each: text.exactOptional(),
    by: text.exactOptional(),
  })
  .openapi("Target");
