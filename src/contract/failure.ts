import { z } from "@hono/zod-openapi";

/** How every route answers when something expected went wrong. */
export const failureAnswer = z
  .object({
    error: z.object({
      code: z.string().openapi({ example: "file.unreadable", description: "Stable name of the failure" }),
      detail: z.record(z.string(), z.union([z.string(), z.number()])),
      message: z.string().openapi({ description: "One sentence in the language of the request" }),
    }),
  })
  .openapi("Failure");

export type FailureAnswer = z.infer<typeof failureAnswer>;
