import { z } from "zod";
import {
  decidingAuthorities,
  opinionBodies,
  signatoryLevels,
} from "../domain/cooperation/agreement/procedure.ts";
import { opinionAnswers, proceedingPurposes } from "../domain/cooperation/agreement/proceeding.ts";
import { reportPeriods } from "../domain/cooperation/agreement/settings.ts";
import { agreementStatuses } from "../domain/cooperation/agreement/status.ts";
import { limitedSteps } from "../domain/cooperation/agreement/time-limit.ts";

const day = z.iso.date();
const days = z.int().min(1).max(60).nullable();

/** How a province handles agreements, in the version that was seen. */
export const agreementSettingsRequest = z.object({
  asksParty: z.boolean(),
  /** How many days before an end those who answer for the agreement are told. */
  alertDays: z.array(z.int().min(1).max(1000)).max(6),
  /** The same before the last day on which an authority has to be told. */
  tellDays: z.array(z.int().min(1).max(1000)).max(6),
  levels: z
    .array(
      z.object({
        level: z.enum(signatoryLevels),
        alsoAsks: z.array(z.enum(opinionBodies)).max(opinionBodies.length),
        opinionDays: days,
        copyDays: days,
      }),
    )
    .max(signatoryLevels.length),
  report: z.object({
    recipient: z.string().trim().min(1).max(300),
    due: z.object({ month: z.int().min(1).max(12), day: z.int().min(1).max(28) }).nullable(),
    period: z.enum(reportPeriods),
    form: z.string().trim().min(1).max(300).nullable(),
  }),
  version: z.int(),
});
export type AgreementSettingsRequest = z.infer<typeof agreementSettingsRequest>;

/** The same with the procedures that are in force today. */
export const agreementSettingsAnswer = z.object({
  settings: agreementSettingsRequest,
  procedures: z.array(
    z.object({
      level: z.enum(signatoryLevels),
      decidedBy: z.enum(decidingAuthorities),
      asks: z.array(z.object({ body: z.enum(opinionBodies), when: z.string() })),
      opinionDays: z.int(),
      /** The days after signing in which a copy is sent. */
      copyDays: z.int().nullable(),
      source: z.string(),
      /** What of it was not read in the text of the law, so that the province may set it. */
      open: z.object({ opinionDays: z.boolean(), copyDays: z.boolean() }),
    }),
  ),
});
export type AgreementSettingsAnswer = z.infer<typeof agreementSettingsAnswer>;

const named = z.object({
  id: z.uuid(),
  title: z.string(),
  level: z.enum(signatoryLevels),
  partners: z.array(z.string()),
  owner: z.string().nullable(),
});
export type ListedAgreementAnswer = z.infer<typeof named>;

const limit = z.object({
  agreement: named,
  step: z.enum(limitedSteps),
  purpose: z.enum(proceedingPurposes),
  body: z.enum([...opinionBodies, ...decidingAuthorities, "primeMinister"]).nullable(),
  name: z.string().nullable(),
  since: day.nullable(),
  lastDay: day,
  doneOn: day.nullable(),
  state: z.enum(["open", "late", "missed", "done", "doneLate"]),
  daysLate: z.int(),
  answer: z.enum(opinionAnswers).nullable(),
  proof: z.string().nullable(),
});
export type LimitAnswer = z.infer<typeof limit>;

/** The time limits of agreements as they stand today. */
export const agreementLimitsAnswer = z.object({
  today: day,
  months: z.int(),
  endings: z.array(
    z.object({
      agreement: named,
      kind: z.enum(["expires", "renews"]),
      on: day,
      noticeBy: day.nullable(),
      actBy: day,
    }),
  ),
  duties: z.array(limit),
  opinions: z.array(limit),
  inTime: z.object({ duties: z.int(), opinions: z.int() }),
});
export type AgreementLimitsAnswer = z.infer<typeof agreementLimitsAnswer>;

const ids = z.array(z.uuid());
const counted = z.object({ inForce: ids, signed: ids, over: ids, preparing: ids });
const countRow = z.object({ key: z.string(), cells: counted });

/** The figures of the yearly report; each is the number of ids behind it. */
export const agreementReportAnswer = z.object({
  year: z.int(),
  from: day,
  to: day,
  countedOn: day,
  dueOn: day.nullable(),
  recipient: z.string(),
  form: z.string().nullable(),
  whole: counted,
  byLevel: z.array(countRow),
  byCountry: z.array(countRow),
  byStatus: z.array(z.object({ key: z.enum(agreementStatuses), cells: z.object({ count: ids }) })),
  byField: z.array(
    z.object({ key: z.string(), cells: z.object({ effective: ids, partly: ids, notCarriedOut: ids }) }),
  ),
  notEvaluated: ids,
  told: z.object({ inTime: ids, late: ids, notYet: ids }),
  agreements: z.array(
    named.extend({ status: z.enum(agreementStatuses), signedOn: day.nullable(), endsOn: day.nullable() }),
  ),
});
export type AgreementReportAnswer = z.infer<typeof agreementReportAnswer>;

/** The report that is drafted: of which year, and who issues it. */
export const agreementReportRequest = z.object({
  year: z.int().min(1990).max(2100),
  from: z.enum(["own", "office", "committee"]),
});
