import { z } from "@hono/zod-openapi";
import { documentLink } from "./document.ts";
import { earlierTask, lineageProposal } from "./lineage.ts";
import { taskAnswer } from "./task.ts";

const version = z.number().int().min(1).openapi({ description: "The version that the person saw" });

/** Tasks that are likely the same as one, the likeliest first. */
export const joinCandidates = z
  .object({
    tasks: z
      .array(
        z.object({
          task: earlierTask,
          /** 0…100. */
          score: z.number(),
          reasons: lineageProposal.shape.reasons,
        }),
      )
      .readonly(),
  })
  .openapi("JoinCandidates");

/** `words`: the task whose wording would stand; that of the one kept when it is not said. */
export const joinPreviewQuery = z.object({ other: z.uuid().optional(), words: z.uuid().optional() });

/** Two tasks side by side and what joining would make of them: `kept` was given first and goes on. */
export const joinPreview = z
  .object({
    kept: taskAnswer,
    gone: taskAnswer,
    /** The words of the time that hold. */
    timeWords: z.string().nullable(),
    /** Bodies that come along. */
    addressees: z.array(z.string()).readonly(),
    /** Times that meet, with the days of each and the day that holds. */
    occurrences: z
      .array(
        z.object({
          key: z.string(),
          keptDue: z.string().nullable(),
          goneDue: z.string().nullable(),
          dueOn: z.string().nullable(),
          firstDueOn: z.string().nullable(),
          doneOn: z.string().nullable(),
        }),
      )
      .readonly(),
    /** Times of the one that goes which come along. */
    coming: z.array(z.object({ key: z.string(), dueOn: z.string().nullable() })).readonly(),
    /** Duties by the unit that holds them: of the one kept, of the one that goes, and how many of these are one. */
    units: z
      .array(z.object({ name: z.string(), kept: z.number(), gone: z.number(), met: z.number() }))
      .readonly(),
  })
  .openapi("JoinPreview");

export const joinRequest = z
  .strictObject({ version, other: z.uuid(), otherVersion: version, words: z.uuid() })
  .openapi("JoinTasks");

/** Tasks that went into a task, the latest first. */
export const joinsAnswer = z
  .object({
    joins: z
      .array(
        z.object({
          id: z.string(),
          task: z.string(),
          ref: z.string(),
          content: z.string(),
          document: documentLink,
          /** The document for which it was carried over; null: the two were one. */
          because: documentLink.nullable(),
          at: z.string(),
          by: z.string(),
        }),
      )
      .readonly(),
  })
  .openapi("TaskJoins");

export const partedAnswer = z.object({ task: z.string(), into: z.string() }).openapi("PartedTasks");

export type JoinCandidatesAnswer = z.infer<typeof joinCandidates>;
export type JoinPreviewAnswer = z.infer<typeof joinPreview>;
export type JoinRequestBody = z.infer<typeof joinRequest>;
export type JoinsAnswer = z.infer<typeof joinsAnswer>;
export type PartedAnswer = z.infer<typeof partedAnswer>;
