import { z } from "@hono/zod-openapi";

const figures = z.object({
  waiting: z.number(),
  late: z.number(),
  silent: z.number(),
  submitted: z.number(),
  due: z.number(),
  inTime: z.number(),
  /** The month in which the one that is late longest fell due, "2026-11". */
  since: z.string().nullable(),
});

export const countryQuery = z.object({
  group: z.string().max(1000).optional().openapi({ description: "Of this group of tasks alone" }),
});

/** The figures of the country, kept in step with the provinces' own within seconds. */
export const countryAnswer = z
  .object({
    today: z.string(),
    provinces: z.array(z.object({ id: z.number(), name: z.string(), nameEn: z.string() })),
    kinds: z.array(figures.extend({ province: z.number(), kind: z.string() })),
    /** The last twelve months: what fell due in each, and what of it was not in time. */
    months: z.array(
      z.object({ province: z.number(), month: z.string(), due: z.number(), overdue: z.number() }),
    ),
    groups: z.array(figures.extend({ title: z.string() })),
  })
  .openapi("Country");

export type CountryAnswer = z.infer<typeof countryAnswer>;
