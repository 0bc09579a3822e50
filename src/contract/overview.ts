import { z } from "@hono/zod-openapi";

/** Tasks by the state of the occurrence that stands for each now; every number is a list with `state=`. */
export const stateCounts = z
  .object({
    late: z.number(),
    dueSoon: z.number(),
    open: z.number(),
    noDeadline: z.number(),
    doneLate: z.number(),
    done: z.number(),
    withdrawn: z.number(),
    beforeStart: z.number(),
  })
  .openapi("StateCounts");

/** What the register needs to say first. General exhortations count in `general` only. */
export const overviewAnswer = z
  .object({
    today: z.string(),
    startDay: z.string().nullable(),
    soonDays: z.number(),
    /** Occurrences that fell due before the start day and are not filled. */
    beforeStart: z.number(),
    /** Tasks with a target whose plan for the running year is missing. */
    withoutPlan: z.number(),
    total: z.number(),
    general: z.number(),
    states: stateCounts,
    /** Lead units with something late or due soon, those with most late first. `key`: for `unit=…&role=lead`. */
    units: z.array(z.object({ key: z.string(), name: z.string(), late: z.number(), dueSoon: z.number() })),
    /** Groups with something late or due soon; null: tasks without a group. */
    groups: z.array(z.object({ name: z.string().nullable(), late: z.number(), dueSoon: z.number() })),
    /** Tasks in which a clear is missing or vague; `any` counts each task once. */
    unclear: z.object({
      any: z.number(),
      who: z.number(),
      what: z.number(),
      when: z.number(),
      responsible: z.number(),
      empowered: z.number(),
      product: z.number(),
    }),
    documents: z.object({ total: z.number(), toReview: z.number() }),
    findings: z.object({
      /** Read and not yet decided by a person. */
      undecided: z.number(),
      /** Parts of documents that reading could not place. */
      unplaced: z.number(),
    }),
  })
  .openapi("Overview");

export const unitsQuery = z.object({
  as: z
    .enum(["reported", "today"])
    .optional()
    .openapi({ description: "Units as tasks were given to, or as they hold them today (default)" }),
});

/** Every unit with parts in tasks, and every name in tasks that is no unit yet, those that lead most first. */
export const unitsAnswer = z
  .object({
    today: z.string(),
    as: z.enum(["reported", "today"]),
    units: z.array(
      z.object({
        /** For `unit=` with the same `as=`. */
        key: z.string(),
        name: z.string(),
        /** False: a name that is no unit yet. */
        unit: z.boolean(),
        /** The last day of a unit that ended. */
        closed: z.string().nullable(),
        collective: z.boolean(),
        /** Tasks that it leads, and tasks in which it co-ordinates. */
        leads: z.number(),
        coordinates: z.number(),
        /** Of the tasks that it leads, general exhortations apart. */
        states: stateCounts,
      }),
    ),
  })
  .openapi("Units");

export const timelineQuery = z.object({
  from: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .openapi({ description: "First year; default: this year" }),
  to: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .openapi({ description: "Last year, at most 20 after the first; default: two years on" }),
});

const cell = z.object({
  year: z.number(),
  quarter: z.number().min(1).max(4),
  /** Tasks with an occurrence due in the quarter; the list with `year=…&quarter=…` (and `group=…`). */
  tasks: z.number(),
  late: z.number(),
  done: z.number(),
});

/** Tasks by the quarter in which an occurrence of them is due. */
export const timelineAnswer = z
  .object({
    today: z.string(),
    from: z.number(),
    to: z.number(),
    quarters: z.array(cell),
    /** The same for each group; null: tasks without a group. Quarters with nothing due are left out. */
    groups: z.array(z.object({ name: z.string().nullable(), quarters: z.array(cell) })),
    /** Tasks without any deadline, and tasks all of whose deadlines are outside the years shown. */
    undated: z.number(),
    outside: z.number(),
  })
  .openapi("Timeline");

export type StateCounts = z.infer<typeof stateCounts>;
export type OverviewAnswer = z.infer<typeof overviewAnswer>;
export type UnitsAnswer = z.infer<typeof unitsAnswer>;
export type TimelineAnswer = z.infer<typeof timelineAnswer>;
export type TimelineCell = z.infer<typeof cell>;
