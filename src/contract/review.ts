import { z } from "@hono/zod-openapi";
import { documentLink, reviewBalance } from "./document.ts";
import { task } from "./read.ts";
import { addresseeRole, schedule, target } from "./task-parts.ts";

const text = (most: number) => z.string().trim().max(most);
const version = z.number().int().min(1).openapi({ description: "The version that the person saw" });

/** An addressee as a person gives it; without `text` the name stands for the words. */
const givenAddressee = z
  .union([
    z.strictObject({
      unit: text(300).min(1),
      text: text(1000).optional(),
      role: addresseeRole,
      share: text(500).nullable().optional(),
    }),
    z.strictObject({
      collective: text(1000).min(1),
      text: text(1000).optional(),
      role: addresseeRole,
      share: text(500).nullable().optional(),
    }),
  ])
  .openapi("GivenAddressee");

/**
 * What a person may change of a finding; what is absent stays. `leadText`, `coordinatingText` and `time` are read by the
 * program as if they stood in the document, unless `leads`, `coordinators` or `schedule` come with them. `null` empties.
 */
export const findingEdit = z
  .strictObject({
    content: text(20_000).min(1),
    label: text(40).nullable(),
    group: text(1000).nullable(),
    leadText: text(5000).nullable(),
    leads: z.array(givenAddressee).max(100),
    coordinatingText: text(5000).nullable(),
    coordinators: z.array(givenAddressee).max(200),
    time: text(1000).nullable(),
    schedule: schedule.nullable(),
    result: text(5000).nullable(),
    targets: z.array(target).max(50),
    approver: text(300).nullable(),
    general: z.boolean(),
  })
  .partial()
  .openapi("FindingEdit");

export const findingDecisions = ["accepted", "general", "dropped", "split", "merged", "linked"] as const;

/** One row of review: `task` is what will be accepted, `read` what the document gave before anyone touched it. */
export const finding = z
  .object({
    id: z.string(),
    version: z.number(),
    position: z.number(),
    task,
    read: task,
    /** Names of the fields of `task` that a person changed. */
    edited: z.array(z.string()).readonly(),
    decision: z.enum(findingDecisions).nullable(),
    reason: z.string().nullable(),
    decidedAt: z.string().nullable(),
    decidedBy: z.string().nullable(),
    /** The accepted task. */
    taskId: z.string().nullable(),
    /** How it came to be: read from the document, added by a person, part of a split one, or several merged. */
    origin: z.enum(["read", "added", "split", "merge"]),
    /** The finding that it was split from. */
    parentId: z.string().nullable(),
    /** The finding that it was merged into. */
    mergedInto: z.string().nullable(),
    /** The greatest doubt of a field that nobody edited, 0…1. */
    doubt: z.number(),
    /** How many of the six clears are open. */
    unclearCount: z.number(),
    /** Nothing to look at: `accept-clear` takes it. */
    clear: z.boolean(),
  })
  .openapi("Finding");

/** Findings in the order of the document. Doubtful first is the screen's matter: `doubt` and `unclearCount` tell. */
export const findingsAnswer = z
  .object({
    document: documentLink,
    findings: z.array(finding).readonly(),
    balance: reviewBalance,
    reviewedAt: z.string().nullable(),
  })
  .openapi("FindingsAnswer");

/** Answer to every change: the findings that it touched or made, those that it took away, and the new balance. */
export const reviewAnswer = z
  .object({
    findings: z.array(finding).readonly(),
    removed: z.array(z.string()).readonly(),
    balance: reviewBalance,
    reviewedAt: z.string().nullable(),
  })
  .openapi("ReviewAnswer");

export const editRequest = z.strictObject({ version, edited: findingEdit }).openapi("EditFinding");

/** A finding that a person adds; it stands behind the finding `after`, or last. */
export const addRequest = z
  .strictObject({ task: findingEdit.required({ content: true }), after: z.uuid().optional() })
  .openapi("AddFinding");

/** `dropped` needs a reason. */
export const decisionRequest = z
  .strictObject({
    version,
    decision: z.enum(["accepted", "general", "dropped"]),
    reason: text(1000).min(1).optional(),
  })
  .openapi("DecideFinding");

export const undoRequest = z.strictObject({ version }).openapi("UndoDecision");

export const splitRequest = z
  .strictObject({
    version,
    parts: z
      .array(findingEdit.required({ content: true }))
      .min(2)
      .max(50),
  })
  .openapi("SplitFinding");

/** In the order in which the words are joined; `edited` replaces what joining gives. */
export const mergeRequest = z
  .strictObject({
    findings: z
      .array(z.strictObject({ id: z.uuid(), version }))
      .min(2)
      .max(50),
    edited: findingEdit.optional(),
  })
  .openapi("MergeFindings");

export type FindingEdit = z.infer<typeof findingEdit>;
export type FindingAnswer = z.infer<typeof finding>;
export type FindingsAnswer = z.infer<typeof findingsAnswer>;
export type ReviewAnswer = z.infer<typeof reviewAnswer>;
export type FindingDecision = (typeof findingDecisions)[number];
