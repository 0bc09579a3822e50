import { z } from "@hono/zod-openapi";
import { recordRow } from "./record.ts";

const point = z.tuple([z.number(), z.number()]);

export const borderAnswer = z
  .object({
    /** Null: the province has no land border. Paths are those of SVG. */
    map: z
      .object({
        width: z.number(),
        height: z.number(),
        outline: z.string(),
        communes: z.array(
          z.object({
            code: z.string(),
            countries: z.array(z.string()),
            path: z.string(),
            border: z.string(),
            x: z.number(),
            y: z.number(),
            on: point,
            across: point,
          }),
        ),
      })
      .nullable(),
    /** In the order of the map. */
    communes: z.array(z.object({ code: z.string(), name: z.string(), unit: z.string().nullable() })),
    records: z.array(recordRow),
  })
  .openapi("Border");

export type BorderAnswer = z.infer<typeof borderAnswer>;
