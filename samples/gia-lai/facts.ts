import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type CalendarDate, parseIsoDate } from "../../src/domain/basics/calendar-date.ts";
import type { Schedule } from "../../src/domain/calendar/schedule.ts";

const date = z.string().transform((text, context): CalendarDate => {
  const day = parseIsoDate(text);
  if (day) return day;
  context.addIssue({ code: "custom", message: `${text} is no day` });
  return z.NEVER;
});

const day = z.string().refine((text) => parseIsoDate(text) !== null, "no day");
const duration = z.string().regex(/^P(\d+[DWMY]|T\d+H)$/);

const schedule: z.ZodType<Schedule> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("once"),
      from: day.nullable(),
      to: day,
      strictlyBefore: z.literal(true).exactOptional(),
      then: schedule.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal("recurring"),
      every: duration,
      window: z.string().exactOptional(),
      due: z.string().exactOptional(),
      from: day.exactOptional(),
      to: day.exactOptional(),
    }),
    z.strictObject({ kind: z.literal("continuous"), from: day.exactOptional() }),
    z.strictObject({ kind: z.literal("relative"), after: z.string(), within: duration }),
    z.strictObject({ kind: z.literal("onDemand"), when: z.string() }),
    z.strictObject({ kind: z.literal("several"), parts: z.array(schedule) }),
  ]),
);

/** A named unit, or a collective in the words of the document. */
const addressee = z.union([
  z.strictObject({ unit: z.string().min(1) }),
  z.strictObject({ collective: z.string().min(1) }),
]);

const target = z.strictObject({
  scope: z.enum(["each", "joint", "share"]).exactOptional(),
  op: z.enum(["=", ">=", "<=", "~", "~range", "~avg", "external"]),
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]).nullable(),
  measure: z.string().min(1),
  per: duration.exactOptional(),
  each: z.string().exactOptional(),
  by: z.string().exactOptional(),
});

const head = z.strictObject({
  number: z.string().min(1),
  kindName: z.string().min(1),
  date,
  place: z.string().min(1),
  issuer: z.string().min(1),
  subject: z.string().min(1),
  signer: z.strictObject({ capacity: z.string().nullable(), title: z.string(), name: z.string() }),
  recipients: z.array(z.string().min(1)).min(1),
});

const group = z.strictObject({ label: z.string(), title: z.string().min(1) });

const task = z.strictObject({
  number: z.int().positive(),
  group: z.string(),
  title: z.string().min(1),
  leads: z.array(addressee).min(1),
  coordinators: z.array(addressee),
  schedule,
  result: z.string().min(1),
  targets: z.array(target),
});

/** An order of running text; `request` is what is asked of a body that takes no orders from the issuer. */
const order = z.strictObject({
  at: z.string().min(1),
  leads: z.array(addressee).min(1),
  coordinators: z.array(addressee),
  title: z.string().min(1),
  schedule: schedule.nullable(),
  approver: z.string().nullable(),
  request: z.literal(true).exactOptional(),
  /** A general exhortation: kept, not followed up. */
  general: z.literal(true).exactOptional(),
  /** The order of an earlier document that this one gives again: its document and place. */
  repeats: z.array(z.strictObject({ document: z.string(), at: z.string() })).exactOptional(),
});

const plan = z.strictObject({
  document: head.extend({
    submission: z.strictObject({ number: z.string(), date, by: z.string() }),
    bases: z.array(
      z.strictObject({
        name: z.string(),
        number: z.string().nullable(),
        date,
        issuer: z.string().nullable(),
      }),
    ),
  }),
  groups: z.array(group).min(1),
  tasks: z.array(task),
  organisation: z.array(order),
});

const notice = z.strictObject({
  id: z.string(),
  /** Not printed in the texts at hand. */
  number: z.string().nullable(),
  issuer: z.string(),
  date,
  chair: z.string(),
  signer: z.strictObject({ capacity: z.string().nullable(), title: z.string(), name: z.string() }).nullable(),
  about: z.string(),
  orders: z.array(order).min(1),
});

const partner = z.strictObject({
  name: z.string(),
  kind: z.enum([
    "province",
    "city",
    "town",
    "district",
    "organisation",
    "company",
    "border-commune",
    "border-gate",
    "institute",
  ]),
  country: z.string(),
  /** The larger place or body it is part of. */
  within: z.string().nullable(),
  /** Of a foreign one: how far relations are, as the source says. */
  relation: z.enum(["agreed", "cooperating", "contact"]).optional(),
  /** It borders the province. */
  border: z.literal(true).optional(),
  source: z.string(),
  fact: z.string(),
});

const figure = z.strictObject({
  id: z.string(),
  what: z.string(),
  op: z.enum(["=", ">", "vague"]),
  value: z.number().nullable(),
  unit: z.string(),
  period: z.string(),
  partOf: z.string().exactOptional(),
  sameAs: z.string().exactOptional(),
});

const unitPlan = z.strictObject({
  document: head.extend({ superior: z.string() }),
  groups: z.array(group).min(1),
  /** `parents`: numbers of tasks of the province's plan that this one carries out. */
  tasks: z.array(task.extend({ parents: z.array(z.int().positive()).min(1) })),
});

/** What is done with a printed document in the trial register: findings by their `ref`, as the reading numbers them. */
const filling = z.strictObject({
  /** Name of the printed file. */
  file: z.string().min(1),
  drop: z.array(z.strictObject({ ref: z.string(), reason: z.string().min(1) })),
  /** Kept as general exhortations, beside those that the reading finds itself. */
  general: z.array(z.string()),
  /** Left to be reviewed. */
  leave: z.array(z.string()),
  facts: z.array(
    z.strictObject({
      ref: z.string(),
      occurrence: z.string(),
      kind: z.enum(["started", "done", "withdrawn"]),
      on: date,
      product: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
});

const trial = z.strictObject({ startDay: date, documents: z.array(filling).min(1) });

export type SampleTrial = z.infer<typeof trial>;
export type SampleAddressee = z.infer<typeof addressee>;
export type SampleTask = z.infer<typeof task>;
export type SampleOrder = z.infer<typeof order>;
export type SampleGroup = z.infer<typeof group>;
export type SamplePlan = z.infer<typeof plan>;
export type SampleNotice = z.infer<typeof notice>;
export type SamplePartner = z.infer<typeof partner>;
export type SampleFigure = z.infer<typeof figure>;
export type SampleUnitPlan = z.infer<typeof unitPlan>;

/** The facts of the province of Gia Lai; README.md says what is fact and what is invented. */
export interface Sample {
  readonly plan: SamplePlan;
  readonly notices: readonly SampleNotice[];
  readonly partners: readonly SamplePartner[];
  readonly figures: readonly SampleFigure[];
  readonly unitPlan: SampleUnitPlan;
  readonly trial: SampleTrial;
}

/** Checks the texts of the files; throws, naming the field, on one that breaks the form: they are ours. */
export function parseSample(read: (name: string) => string): Sample {
  const json = (name: string): unknown => JSON.parse(read(name));
  return {
    plan: plan.parse(json("plan.json")),
    notices: z.array(notice).parse(json("notices.json")),
    partners: z.array(partner).parse(json("partners.json")),
    figures: z.array(figure).parse(json("report-2025.json")),
    unitPlan: unitPlan.parse(json("unit-plan.json")),
    trial: trial.parse(json("trial.json")),
  };
}

/** The sample as it lies beside this file. */
export function loadSample(): Sample {
  return parseSample((name) => readFileSync(join(import.meta.dirname, name), "utf8"));
}
