import { z } from "@hono/zod-openapi";

/** How a province keeps its register. */
export const settingsAnswer = z
  .object({
    /** What fell due before this day is "trước khi dùng hệ thống" and never late; null: nothing is. */
    startDay: z.string().nullable(),
    /** How many days before its last day a task is "sắp đến hạn". */
    soonDays: z.number(),
    /** How many months entries of the log are kept. */
    logMonths: z.number(),
    /** Occurrences that fell due before the start day and are not filled yet. */
    beforeStart: z.number(),
    version: z.number(),
  })
  .openapi("ProvinceSettings");

export const settingsRequest = z
  .object({
    version: z.number().int(),
    startDay: z.iso.date().nullable(),
    soonDays: z.number().int().min(0).max(365),
    /** Without a word the log is kept as long as before. */
    logMonths: z.number().int().min(12).max(600).optional(),
  })
  .openapi("SettingsRequest");

export type SettingsAnswer = z.infer<typeof settingsAnswer>;
export type SettingsRequest = z.infer<typeof settingsRequest>;
