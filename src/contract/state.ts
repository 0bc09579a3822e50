import { z } from "@hono/zod-openapi";

/** The state of the program, for the person who runs it. Sizes are bytes; null = could not be found out. */
export const programStateAnswer = z
  .object({
    version: z.string(),
    /** ISO instant of the program's own clock. */
    now: z.string(),
    database: z.object({
      kind: z.enum(["embedded", "server"]),
      reachable: z.boolean(),
      version: z.string().nullable(),
      sizeBytes: z.number().nullable(),
    }),
    dataFolder: z.string(),
    freeBytes: z.number().nullable(),
    /** What reads letters off scans: Tesseract of the machine, the slower one that comes with the program, or nothing. */
    recogniser: z.enum(["machine", "own", "none"]),
    concerns: z.array(
      z.object({
        code: z.string(),
        detail: z.record(z.string(), z.union([z.string(), z.number()])),
        message: z.string(),
      }),
    ),
  })
  .openapi("ProgramState");

export type ProgramStateAnswer = z.infer<typeof programStateAnswer>;
