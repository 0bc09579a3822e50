import { z } from "@hono/zod-openapi";
import { documentLink } from "./document.ts";
import { failureAnswer } from "./failure.ts";

/** Whether the register is a sample, what stands in it, and how far its filling is. */
export const sampleAnswer = z
  .object({
    /** "stopped": filling was broken off and can be gone on with. */
    state: z.enum(["none", "filling", "stopped", "filled"]),
    /** True where the sample may be filled in: nothing is there, and it is of this province. */
    offered: z.boolean(),
    progress: z
      .object({ step: z.enum(["reading", "reviewing", "recording"]), done: z.number(), of: z.number() })
      .nullable(),
    /** Why the last filling stopped. */
    error: failureAnswer.shape.error.nullable(),
    documents: z.number(),
    tasks: z.number(),
    /** Documents that people imported themselves; clearing takes them too. */
    own: z.array(documentLink),
  })
  .openapi("Sample");

/** What the person saw that clearing takes away. */
export const clearSampleRequest = z
  .object({ documents: z.number().int(), tasks: z.number().int() })
  .openapi("ClearSampleRequest");

export const clearedSampleAnswer = z
  .object({ documents: z.number(), tasks: z.number(), files: z.number() })
  .openapi("ClearedSample");

export type SampleAnswer = z.infer<typeof sampleAnswer>;
export type ClearSampleRequest = z.infer<typeof clearSampleRequest>;
export type ClearedSampleAnswer = z.infer<typeof clearedSampleAnswer>;
