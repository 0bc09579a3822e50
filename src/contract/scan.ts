import { z } from "@hono/zod-openapi";
import { importLine } from "./document.ts";
import { failureAnswer } from "./failure.ts";

const seconds = z
  .number()
  .nullable()
  .openapi({ description: "Until its end; null where it is not known yet" });

/** Where a scan is. */
export const scanStep = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("checking") }),
    z.object({
      kind: z.literal("undeclared"),
      until: z.string().openapi({ description: "ISO instant; it is removed then" }),
    }),
    z.object({
      kind: z.literal("waiting"),
      before: z.number().openapi({ description: "Scans that stand before it" }),
      pages: z.number(),
      secondsLeft: seconds,
    }),
    z.object({
      kind: z.literal("reading"),
      pages: z.number(),
      pagesRead: z.number(),
      pagesAMinute: z.number().nullable(),
      secondsLeft: seconds,
    }),
    z.object({ kind: z.literal("done"), lines: z.array(importLine).readonly() }),
    z.object({ kind: z.literal("failed"), error: failureAnswer.shape.error }),
    z.object({ kind: z.literal("cancelled") }),
  ])
  .openapi("ScanStep");

/** A scan on its way into the register, or at its end. */
export const scanLine = z
  .object({
    id: z.string(),
    files: z
      .array(z.string())
      .readonly()
      .openapi({ description: "Empty where nothing of the files was kept" }),
    sentAt: z.string().openapi({ description: "ISO instant" }),
    own: z.boolean().openapi({ description: "Sent by the person who asks" }),
    canRetry: z.boolean(),
    step: scanStep,
  })
  .openapi("ScanLine");

export const scansAnswer = z.object({ scans: z.array(scanLine).readonly() }).openapi("ScansAnswer");

export const scanRetry = z
  .object({ force: z.array(z.string().length(64)).max(20).readonly() })
  .openapi("ScanRetry");
export const scanRetried = z.object({ scan: z.string() }).openapi("ScanRetried");
export const scanDone = z.object({}).openapi("ScanDone");

export type ScanStepAnswer = z.infer<typeof scanStep>;
export type ScanLine = z.infer<typeof scanLine>;
export type ScansAnswer = z.infer<typeof scansAnswer>;
