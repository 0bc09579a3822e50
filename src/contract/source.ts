import { z } from "@hono/zod-openapi";

/** Where a finding stands in its source; boxes are points from the top left corner of the page. */
export const place = z
  .object({
    page: z.number().nullable(),
    lineFrom: z.number().nullable(),
    lineTo: z.number().nullable(),
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly().nullable(),
    file: z.number().optional(),
    paragraph: z.number().optional(),
  })
  .openapi("Place");

export const sourceParagraph = z
  .object({
    kind: z.literal("paragraph"),
    text: z.string(),
    /** The automatic number of a word processor, not part of `text`. */
    label: z.string().nullable(),
    align: z.enum(["left", "center", "right", "justify"]).nullable(),
    bold: z.boolean().nullable(),
    italic: z.boolean().nullable(),
    role: z.enum(["body", "header", "footer", "footnote", "textBox", "annotation"]),
    /** From offset `start` of the text on, the words stand at this place. */
    spans: z.array(z.object({ start: z.number(), place })).readonly(),
    /** What a damaged text must have read; absent where the text is not damaged. */
    restored: z
      .object({
        text: z.string(),
        /** Words that were changed or are doubtful; offsets are those of the restored text. */
        words: z
          .array(
            z.object({
              start: z.number(),
              end: z.number(),
              written: z.string(),
              candidates: z.array(z.string()).readonly(),
              doubt: z.number(),
            }),
          )
          .readonly(),
      })
      .optional(),
  })
  .openapi("SourceParagraph");

/** One row of a table of the source. Cells of tables inside cells are given as paragraphs. */
export const sourceTable = z
  .object({
    kind: z.literal("table"),
    columnCount: z.number(),
    rows: z
      .array(
        z.object({
          cells: z
            .array(
              z.object({
                column: z.number(),
                columnSpan: z.number(),
                rowSpan: z.number(),
                paragraphs: z.array(sourceParagraph).readonly(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
  })
  .openapi("SourceTable");

/** The laid-out source, for showing where a finding stands. */
export const sourceBlock = z
  .discriminatedUnion("kind", [sourceParagraph, sourceTable])
  .openapi("SourceBlock");

export type PlaceAnswer = z.infer<typeof place>;
export type SourceParagraph = z.infer<typeof sourceParagraph>;
export type SourceTable = z.infer<typeof sourceTable>;
export type SourceBlock = z.infer<typeof sourceBlock>;
