import { z } from "@hono/zod-openapi";

/** What one review made of the list of projects calling for investment. */
export const callReviewAnswer = z
  .object({
    /** How many projects it added, updated, kept, took out … by outcome. */
    outcomes: z.array(z.object({ outcome: z.string(), count: z.number() })),
    /** The list as it stood after this review. */
    listed: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        outcome: z.string(),
        /** The review that said so last. */
        review: z.object({ id: z.string(), title: z.string(), on: z.string() }),
      }),
    ),
  })
  .openapi("CallReview");

export type CallReviewAnswer = z.infer<typeof callReviewAnswer>;
