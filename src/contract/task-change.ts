import { z } from "@hono/zod-openapi";
import { failureAnswer } from "./failure.ts";
import { schedule, unclear } from "./task-parts.ts";

/** What became, or would become, of the rows of a sheet that came back. Lines count from 1, the heading is line 1. */
export const taskImportAnswer = z
  .object({
    /** True: nothing was written. */
    dry: z.boolean(),
    /** By which it can be taken back, for a while. */
    id: z.string(),
    rows: z.number(),
    unchanged: z.number(),
    /** Not chosen, so not taken. rows = unchanged + changed + refused + left. */
    left: z.number(),
    changed: z.array(
      z.object({
        line: z.number(),
        id: z.string(),
        ref: z.string(),
        content: z.string(),
        changes: z.array(
          z.object({ column: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
        ),
        /** What new words about time mean, and how many occurrences come, move and go; null: times stay. */
        timing: z
          .object({
            schedule: schedule.nullable(),
            added: z.number(),
            moved: z.number(),
            removed: z.number(),
          })
          .nullable(),
      }),
    ),
    refused: z.array(
      z.object({
        line: z.number(),
        /** The heading of the column in which it is wrong; null: the row as a whole. */
        column: z.string().nullable(),
        what: z.string(),
        error: failureAnswer.shape.error,
      }),
    ),
  })
  .openapi("TaskImport");

/** Text parts beside the file of an import. */
export const taskImportFields = z.object({
  /** Lines that are taken, as numbers with commas; absent: all. */
  lines: z
    .string()
    .regex(/^\d{1,7}(,\d{1,7})*$/)
    .optional(),
});

/** What became of an import that was taken back. */
export const importUndoAnswer = z
  .object({
    undone: z.number(),
    kept: z.array(z.object({ id: z.string(), ref: z.string(), error: failureAnswer.shape.error })),
  })
  .openapi("ImportUndo");

/** What a change would make of the times and clears of a task. */
export const taskPreviewAnswer = z
  .object({
    schedule: schedule.nullable(),
    unclear: z.array(unclear),
    /** How many stay though the new schedule has them otherwise: something was recorded of them, or they have fallen due. */
    kept: z.object({ recorded: z.number(), past: z.number() }),
    occurrences: z.array(
      z.object({
        key: z.string(),
        dueOn: z.string().nullable(),
        lastDay: z.string().nullable(),
        /** The last day as it stands; null for a new one. */
        before: z.string().nullable(),
        change: z.enum(["kept", "added", "moved", "removed"]),
        /** Something was recorded of it: it stays whatever the schedule. */
        recorded: z.boolean(),
      }),
    ),
  })
  .openapi("TaskPreview");

export type TaskPreviewAnswer = z.infer<typeof taskPreviewAnswer>;
export type ImportUndoAnswer = z.infer<typeof importUndoAnswer>;
export type TaskImportAnswer = z.infer<typeof taskImportAnswer>;
