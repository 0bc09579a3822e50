import { z } from "@hono/zod-openapi";
import { parseYearlyCutOff } from "../domain/duty/due-day.ts";

/** "MM-DD", a day of each year. */
const yearlyCutOff = z
  .string()
  .refine((text) => parseYearlyCutOff(text) !== null, "MM-DD, a day of the year")
  .openapi({ description: "A day of each year, MM-DD", example: "11-15" });

/** How a province keeps its register. */
export const settingsAnswer = z
  .object({
    /** What fell due before this day is "trước khi dùng hệ thống" and never late; null: nothing is. */
    startDay: z.string().nullable(),
    /** How many days before its last day a task is "sắp đến hạn". */
    soonDays: z.number(),
    /** How many months entries of the log are kept. */
    logMonths: z.number(),
    /** Whether "trước ngày" is still in time on the day itself. */
    strictBeforeCounts: z.boolean(),
    /** By when yearly tasks that name no day are due; null: the end of the year. */
    yearlyCutOff: yearlyCutOff.nullable(),
    /** How often what has no deadline shall be proven, as ISO 8601 writes a length; null: with the yearly return. */
    heartbeat: z.string().nullable(),
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
    /** Without a word the log is kept as long as before, and due days are counted as before. */
    logMonths: z.number().int().min(12).max(600).optional(),
    strictBeforeCounts: z.boolean().optional(),
    yearlyCutOff: yearlyCutOff.nullable().optional(),
    heartbeat: z.enum(["P1M", "P3M", "P6M"]).nullable().optional(),
  })
  .openapi("SettingsRequest");

/** What a change of the settings would do to open occurrences. */
export const settingsPreviewAnswer = z
  .object({
    /** They get another day, nothing being recorded of them; others stay as they were counted. */
    moved: z.number(),
    kept: z.number(),
    /** Of the moved. */
    becomeLate: z.number(),
    nowInTime: z.number(),
  })
  .openapi("SettingsPreview");

/** How a province follows duties. */
export const dutySettingsAnswer = z
  .object({
    /** The document that delegates confirming to the focal body, and from when; both null: it is not delegated. */
    confirmingDocument: z.string().nullable(),
    confirmingFrom: z.string().nullable(),
    /** How often more time may be given for one duty; null: no limit. */
    extensionLimit: z.number().nullable(),
    /** "Không phát sinh" goes out without the head's approval. */
    nothingUnapproved: z.boolean(),
    version: z.number(),
  })
  .openapi("DutySettings");

export const dutySettingsRequest = z
  .object({
    confirmingDocument: z.string().trim().min(1).max(200).nullable(),
    confirmingFrom: z.iso.date().nullable(),
    extensionLimit: z.number().int().min(0).max(20).nullable(),
    nothingUnapproved: z.boolean(),
    version: z.number().int(),
  })
  .openapi("DutySettingsRequest");

const ownDay = z.object({ day: z.string(), off: z.boolean(), name: z.string() });

/** The days off of a year beside weekends, and the days of weekends that are worked. */
export const daysAnswer = z
  .object({
    year: z.number(),
    /** The Government has told them; else they are expected by the law. */
    decided: z.boolean(),
    national: z.array(
      z.object({
        day: z.string(),
        reason: z.enum(["weekend", "holiday", "inLieu", "swapped", "province"]),
        name: z.object({ vi: z.string(), en: z.string() }).nullable(),
      }),
    ),
    worked: z.array(z.string()),
    /** What the province adds. */
    own: z.array(ownDay),
  })
  .openapi("DaysOff");

export const dayRequest = z
  .object({ day: z.iso.date(), off: z.boolean(), name: z.string().trim().min(1).max(120) })
  .openapi("DayRequest");

export const dayRemoval = z.object({ day: z.iso.date() }).openapi("DayRemoval");

export type DutySettingsAnswer = z.infer<typeof dutySettingsAnswer>;
export type DutySettingsRequest = z.infer<typeof dutySettingsRequest>;
export type DaysAnswer = z.infer<typeof daysAnswer>;
export type SettingsAnswer = z.infer<typeof settingsAnswer>;
export type SettingsRequest = z.infer<typeof settingsRequest>;
export type SettingsPreviewAnswer = z.infer<typeof settingsPreviewAnswer>;
