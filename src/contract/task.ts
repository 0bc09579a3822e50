import { z } from "@hono/zod-openapi";
import { place } from "./source.ts";
import { addresseeRole, clear, schedule, scheduleKind, target, unclear } from "./task-parts.ts";

/** A day, `YYYY-MM-DD`. */
const day = z.iso.date().openapi({ description: "A day, YYYY-MM-DD", example: "2026-11-15" });

/** What an occurrence (or a task, by the occurrence that stands for it now) is on a day. */
export const taskState = z
  .enum(["late", "dueSoon", "open", "noDeadline", "doneLate", "done", "withdrawn", "beforeStart"])
  .openapi("TaskState");

/** The orders in which tasks may stand; "-" before one turns it round. */
export const taskOrder = z.enum([
  ...(["due", "content", "document", "group", "lead", "accepted"] as const),
  ...(["-due", "-content", "-document", "-group", "-lead", "-accepted"] as const),
]);

/** What narrows a list of tasks; the same words in the address of the screen, in views and in exports. */
export const taskFilters = z
  .object({
    q: z.string().max(200).openapi({ description: "Words; marks are optional, the last may be a beginning" }),
    group: z
      .string()
      .max(1000)
      .openapi({ description: 'The title of the group, as written; "none": in no group' }),
    lead: z.string().max(300).openapi({
      description: 'Who leads: a unit by its id, a body that is no unit by its folded key; "none": nobody',
    }),
    unit: z
      .string()
      .max(300)
      .openapi({ description: "A unit by its id; or a unit or collective by its name or its folded key" }),
    as: z.enum(["reported", "today"]).openapi({
      description:
        "Whose a task is: as given, or by who holds it now; a name then stands for tasks in which it is no unit",
    }),
    role: z
      .enum(["lead", "with"])
      .openapi({ description: "How the unit stands in it: leads (or is standing body), or co-ordinates" }),
    schedule: z.enum([...scheduleKind.options, "none"]),
    year: z
      .string()
      .regex(/^(?:\d{4}|none)$/)
      .openapi({ description: 'An occurrence is due in this year; "none": on no day' }),
    quarter: z.enum(["1", "2", "3", "4"]).openapi({ description: "With year: due in this quarter of it" }),
    document: z.uuid(),
    unclear: z.enum([...clear.options, "any"]),
    state: z.string().max(100).openapi({
      description:
        "One or more states, separated by commas: of the occurrence that stands for the task now; with a year, of an occurrence due in it",
      example: "late,dueSoon",
    }),
    waiting: z.literal("1").openapi({ description: "Tasks whose term waits for its event" }),
    plan: z.enum(["missing", "behind"]).openapi({
      description:
        "Tasks with a target whose plan for the running year is missing, or that is behind its plan",
    }),
    record: z.uuid().openapi({
      description: "Tasks to which a record of cooperation, or a record that links to it, leads",
    }),
    mine: z.literal("1").openapi({ description: "Tasks that the person himself works on inside his unit" }),
    general: z.enum(["true", "false"]).openapi({ description: "General exhortations only, or none of them" }),
  })
  .partial();

export const taskListQuery = taskFilters.extend({
  sort: taskOrder.optional().openapi({ description: "Default: due" }),
  after: z.string().max(4000).optional().openapi({ description: "`next` of the page before" }),
  limit: z.coerce.number().int().min(1).max(200).optional().openapi({ description: "Default: 60" }),
  facets: z.enum(["1"]).optional(),
});

/** What tasks are put into groups by; the filter of the same name gives the tasks of a group. */
export const taskGrouping = z.enum(["group", "lead", "schedule", "year", "state", "document"]);

export const taskGroupsQuery = taskFilters.extend({
  by: taskGrouping.optional().openapi({ description: "Default: group" }),
});

export const taskGroupsAnswer = z
  .object({
    today: z.string(),
    /** How many tasks the filters give; a task may stand in several groups. */
    total: z.number(),
    groups: z.array(z.object({ value: z.string(), label: z.string().nullable(), count: z.number() })),
  })
  .openapi("TaskGroups");

const addressee = z
  .object({
    name: z.string(),
    collective: z.boolean(),
    role: addresseeRole,
    written: z.string(),
    share: z.string().nullable(),
    /** The folded name: what `unit=` takes. */
    key: z.string(),
    /** That it answers for the whole, since when and by which document. */
    answers: z.object({ on: z.string(), document: z.string().nullable() }).nullable(),
  })
  .openapi("TaskAddressee");

const documentLine = z
  .object({
    id: z.string(),
    number: z.string().nullable(),
    kind: z.string().nullable(),
    issuer: z.string().nullable(),
    issuedOn: z.string().nullable(),
    subject: z.string().nullable(),
    fileName: z.string(),
  })
  .openapi("TaskDocument");

/** How alive it is without a deadline, by the day of its latest proof. */
export const heartbeat = z
  .object({ state: z.enum(["beating", "notYet", "stopped", "never"]), provedOn: z.string().nullable() })
  .openapi("Heartbeat");

/** The occurrence that stands for a task now: the first that is open, else the last. */
const currentOccurrence = z
  .object({
    id: z.string(),
    key: z.string(),
    dueOn: z.string().nullable(),
    /** The last day in time: the day before when the text says "trước ngày". */
    lastDay: z.string().nullable(),
    doneOn: z.string().nullable(),
    /** From today to the last day, while it is open; negative: days late. */
    daysLeft: z.number().nullable(),
  })
  .openapi("CurrentOccurrence");

/** A task as a row of the register. */
export const taskRow = z
  .object({
    id: z.string(),
    ref: z.string(),
    label: z.string().nullable(),
    content: z.string(),
    group: z.string().nullable(),
    document: documentLine,
    leads: z.array(addressee),
    coordinators: z.array(addressee),
    timeWords: z.string().nullable(),
    schedule: schedule.nullable(),
    result: z.string().nullable(),
    approver: z.string().nullable(),
    unclear: z.array(clear),
    general: z.boolean(),
    state: taskState,
    /** Of what has no deadline, for who follows the province; null: it has days, or it is not shown. */
    heartbeat: heartbeat.nullable(),
    current: currentOccurrence.nullable(),
    version: z.number(),
  })
  .openapi("TaskRow");

const facet = z.object({ value: z.string(), label: z.string(), count: z.number() });

/** How many tasks each value of a filter would give, under all other filters. */
export const taskFacets = z
  .object({
    states: z.array(facet),
    groups: z.array(facet),
    leads: z.array(facet),
    coordinators: z.array(facet),
    schedules: z.array(facet),
    years: z.array(facet),
    documents: z.array(facet),
    unclear: z.array(facet),
  })
  .openapi("TaskFacets");

export const taskListAnswer = z
  .object({
    today: z.string(),
    tasks: z.array(taskRow),
    /** How many tasks the filters give in all. */
    total: z.number(),
    /** For `after`; null on the last page. */
    next: z.string().nullable(),
    facets: taskFacets.nullable(),
  })
  .openapi("TaskList");

export const factKind = z.enum(["started", "done", "withdrawn", "reopened"]).openapi("FactKind");

const fact = z
  .object({
    id: z.string(),
    kind: factKind,
    on: z.string(),
    product: z.string().nullable(),
    note: z.string().nullable(),
    at: z.string(),
    who: z.string(),
  })
  .openapi("OccurrenceFact");

const occurrence = z
  .object({
    id: z.string(),
    key: z.string(),
    startsOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    /** The day that was set first, where a later directive set another. */
    firstDueOn: z.string().nullable(),
    lastDay: z.string().nullable(),
    strictlyBefore: z.boolean(),
    startedOn: z.string().nullable(),
    doneOn: z.string().nullable(),
    product: z.string().nullable(),
    withdrawnOn: z.string().nullable(),
    /** The document that shows the event from which its term runs; null: it runs from none. */
    eventDocument: z.string().nullable(),
    state: taskState,
    daysLeft: z.number().nullable(),
    /** The facts that may be recorded now. */
    allowed: z.array(factKind),
    facts: z.array(fact),
    version: z.number(),
  })
  .openapi("Occurrence");

/** A term that runs from an event. */
const term = z
  .object({
    length: z.number().int().min(0).max(1000),
    unit: z.enum(["D", "W", "M", "Y", "workingDays"]),
  })
  .openapi("Term");

/** The event for which a task waited. `version` is that of the task. */
export const eventRequest = z
  .object({ version: z.number().int(), on: day, document: z.string().trim().max(200), term })
  .openapi("EventRequest");

/** Which lead answers for the whole, by its key; null takes back what was recorded. `version` is that of the task. */
export const answeringRequest = z
  .object({
    version: z.number().int(),
    body: z.string().max(1000).nullable(),
    on: day,
    document: z.string().trim().max(200).nullable().optional(),
  })
  .openapi("AnsweringRequest");

/** One task with all that is known of it. */
export const taskAnswer = taskRow
  .omit({ unclear: true })
  .extend({
    today: z.string(),
    part: z.string().nullable(),
    leadText: z.string().nullable(),
    coordinatingText: z.string().nullable(),
    addressees: z.array(addressee),
    targets: z.array(target),
    unclear: z.array(unclear),
    sources: z.array(place),
    assignedOn: z.string(),
    acceptedAt: z.string(),
    acceptedBy: z.string(),
    withdrawnOn: z.string().nullable(),
    occurrences: z.array(occurrence),
    /** Events that its schedule waits for, with the term that runs from them; null: the text sets none. */
    waiting: z.array(z.object({ event: z.string(), term: term.nullable() })),
  })
  .openapi("RegisteredTask");

/** What may be changed of an accepted task; a field that is absent stays. */
export const taskEdit = z
  .object({
    version: z.number().int(),
    label: z.string().max(100).nullable(),
    group: z.string().max(1000).nullable(),
    content: z.string().trim().min(1).max(20_000),
    addressees: z
      .array(
        z.object({
          name: z.string().trim().min(1).max(300),
          collective: z.boolean(),
          role: addresseeRole,
          written: z.string().max(1000).optional(),
          share: z.string().max(1000).nullable().optional(),
        }),
      )
      .max(300),
    timeWords: z.string().max(1000).nullable(),
    schedule: schedule.nullable(),
    result: z.string().max(10_000).nullable(),
    targets: z.array(target).max(50),
    approver: z.string().max(300).nullable(),
    unclear: z.array(unclear).max(20),
    general: z.boolean(),
    withdrawnOn: day.nullable(),
    /** Other times also hold for what has fallen due and was not reported on. */
    past: z.boolean(),
  })
  .partial()
  .required({ version: true })
  .openapi("TaskEdit");

/** A dated fact about an occurrence. `version` is that of the occurrence. */
export const factRequest = z
  .object({
    version: z.number().int(),
    kind: factKind,
    on: day,
    product: z.string().trim().max(2000).nullable().optional(),
    note: z.string().trim().max(2000).nullable().optional(),
  })
  .openapi("FactRequest");

/** Fills what fell due before the start day, all of it or that of some tasks. */
export const fillRequest = z
  .object({
    kind: z.enum(["done", "withdrawn"]),
    /** The day of the fact; null: each on its own last day in time. */
    on: day.nullable(),
    note: z.string().trim().max(2000).nullable().optional(),
    tasks: z.array(z.uuid()).max(10_000).optional(),
  })
  .openapi("FillRequest");

export const fillAnswer = z.object({ filled: z.number() }).openapi("FillAnswer");

const changeValue = z.unknown().openapi({ description: "Fields by name, as they were or became" });

export const taskHistoryAnswer = z
  .object({
    changes: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        who: z.string(),
        /** The operation: "accept-finding", "edit-task", "record-fact", "fill-before-start", "import-tasks". */
        what: z.string(),
        before: changeValue,
        after: changeValue,
      }),
    ),
  })
  .openapi("TaskHistory");

export type TaskFilters = z.infer<typeof taskFilters>;
export type TaskListQuery = z.infer<typeof taskListQuery>;
export type TaskListAnswer = z.infer<typeof taskListAnswer>;
export type TaskGrouping = z.infer<typeof taskGrouping>;
export type TaskGroupsAnswer = z.infer<typeof taskGroupsAnswer>;
export type TaskRowAnswer = z.infer<typeof taskRow>;
export type TaskFacetsAnswer = z.infer<typeof taskFacets>;
export type RegisteredTaskAnswer = z.infer<typeof taskAnswer>;
export type OccurrenceAnswer = RegisteredTaskAnswer["occurrences"][number];
export type TaskEdit = z.infer<typeof taskEdit>;
export type AnsweringRequest = z.infer<typeof answeringRequest>;
export type EventRequest = z.infer<typeof eventRequest>;
export type FactRequest = z.infer<typeof factRequest>;
export type FillRequest = z.infer<typeof fillRequest>;
export type TaskHistoryAnswer = z.infer<typeof taskHistoryAnswer>;
