import { z } from "@hono/zod-openapi";

export const recordSumsQuery = z.object({ year: z.coerce.number().int().min(1900).max(2200).optional() });

const row = z.object({
  /** One for each thing that the table is by; `-`: nothing is given. */
  of: z.array(z.object({ value: z.string(), name: z.string().nullable() })),
  count: z.number(),
  /** By the keys of fields; money in its one currency, else in đồng as far as its worth is given. */
  sums: z.record(z.string(), z.number()),
});

export const recordSumsAnswer = z
  .object({
    year: z.number(),
    years: z.array(z.number()),
    total: row,
    tables: z.array(z.object({ by: z.array(z.string()), rows: z.array(row) })),
  })
  .openapi("RecordSums");

export type RecordSumsAnswer = z.infer<typeof recordSumsAnswer>;
