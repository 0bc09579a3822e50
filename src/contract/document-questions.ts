import { z } from "@hono/zod-openapi";
import { failureAnswer } from "./failure.ts";
import { earlierTask, lineageProposal } from "./lineage.ts";

const question = z.enum(["replaced", "droppedOut"]);

/** Tasks about which a document raises a question, and the answers that were given. */
export const questionsAnswer = z
  .object({
    asked: z
      .array(
        z.object({
          question,
          task: earlierTask,
          /** What an order wants to be formed and nothing later names. */
          thing: z.string().nullable(),
          /** The task of the document in which it likely goes on; `sure`: it needs no look at each. */
          carry: z
            .object({
              into: z.string(),
              score: z.number(),
              reasons: lineageProposal.shape.reasons,
              sure: z.boolean(),
            })
            .nullable(),
        }),
      )
      .readonly(),
    /** Tasks of the document in which others may go on. */
    into: z.array(z.object({ id: z.string(), ref: z.string(), content: z.string() })).readonly(),
    answers: z
      .array(
        z.object({
          question,
          task: z.string(),
          ref: z.string(),
          content: z.string(),
          answer: z.enum(["kept", "carriedOver", "withdrawn"]),
          into: z.string().nullable(),
          intoRef: z.string().nullable(),
          reason: z.string().nullable(),
          at: z.string(),
          by: z.string(),
        }),
      )
      .readonly(),
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

const mostAtOnce = 500;

/** Half-done tasks of a replaced document, each with the task of the new one in which it goes on. */
export const carryOverRequest = z
  .strictObject({
    pairs: z
      .array(z.strictObject({ task: z.uuid(), into: z.uuid() }))
      .min(1)
      .max(mostAtOnce),
  })
  .openapi("CarryOver");

/** Answers that are taken back. */
export const answersTakenBack = z
  .strictObject({
    answers: z
      .array(z.strictObject({ task: z.uuid(), question }))
      .min(1)
      .max(mostAtOnce),
  })
  .openapi("TakeAnswersBack");

/** What became of several answers: asked for = done + refused, each with its reason. */
export const answersOutcome = z
  .object({
    done: z.array(z.string()).readonly(),
    refused: z.array(z.object({ task: z.string(), failure: failureAnswer.shape.error })).readonly(),
    left: questionsAnswer,
  })
  .openapi("AnswersOutcome");

export type QuestionsAnswer = z.infer<typeof questionsAnswer>;
export type QuestionAnswerRequest = z.infer<typeof questionAnswerRequest>;
export type CarryOverRequest = z.infer<typeof carryOverRequest>;
export type AnswersTakenBack = z.infer<typeof answersTakenBack>;
export type AnswersOutcome = z.infer<typeof answersOutcome>;
