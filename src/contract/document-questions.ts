import { z } from "@hono/zod-openapi";
import { earlierTask } from "./lineage.ts";

const question = z.enum(["replaced", "droppedOut"]);

/** Tasks about which a document raises a question, and how many were answered. */
export const questionsAnswer = z
  .object({
    asked: z
      .array(
        z.object({
          question,
          task: earlierTask,
          /** What an order wants to be formed and nothing later names. */
          thing: z.string().nullable(),
        }),
      )
      .readonly(),
    answered: z.number(),
  })
  .openapi("DocumentQuestions");

export const questionAnswerRequest = z
  .strictObject({
    task: z.uuid(),
    question,
    answer: z.enum(["kept", "withdrawn"]),
    reason: z.string().trim().min(1).max(1000),
  })
  .openapi("AnswerQuestion");

export type QuestionsAnswer = z.infer<typeof questionsAnswer>;
export type QuestionAnswerRequest = z.infer<typeof questionAnswerRequest>;
