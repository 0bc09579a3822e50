import {
  type AgreementProcedure,
  type OpinionBody,
  opinionBodies,
  type SignatoryLevel,
  signatoryLevels,
} from "./procedure.ts";

/** What a province adds to the procedure of a level; null: as the procedure says. */
export interface LevelSettings {
  readonly level: SignatoryLevel;
  /** Bodies that the province asks beside those of the law. */
  readonly alsoAsks: readonly OpinionBody[];
  /** Working days for an opinion, 1…60; heard only where the figure of the procedure was not read in the law. */
  readonly opinionDays: number | null;
  /** Days in which the copy is sent after signing, 1…60; heard only where it was not read in the law. */
  readonly copyDays: number | null;
}

/** Over which days a yearly report counts: the year of the calendar, or 15/12 to 14/12 (Nghị định 09/2019/NĐ-CP Điều 12). */
export const reportPeriods = ["decree09", "calendar"] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

/** The yearly report on agreements: no text that sets its addressee, day and form was found, so the province says them. */
export interface ReportSettings {
  readonly recipient: string;
  /** The last day to send it, in the year after a calendar year or in the year itself; null: none was set. */
  readonly due: { readonly month: number; readonly day: number } | null;
  readonly period: ReportPeriod;
  /** The form or the document that asks for it, as it is cited; null: none. */
  readonly form: string | null;
}

/** How a province handles agreements, as far as the law leaves it or its text was not read. */
export interface AgreementSettings {
  /** Whether its Party bodies are asked before a decision. */
  readonly asksParty: boolean;
  /** How many days before an end those who answer for the agreement are told, each 1…1,000, the longest first. */
  readonly alertDays: readonly number[];
  /** How many days before its last day they are told of an authority that has to be told, in like manner. */
  readonly tellDays: readonly number[];
  readonly levels: readonly LevelSettings[];
  readonly report: ReportSettings;
}

/** What stands before anybody has set anything. */
export const usualAgreementSettings: AgreementSettings = {
  asksParty: false,
  alertDays: [180, 90, 30],
  tellDays: [5, 1],
  levels: [],
  report: { recipient: "Bộ Ngoại giao", due: null, period: "decree09", form: null },
};

/** What of a level a province may set: figures of its procedure that were not read in the text of the law. */
export function openFigures({ unverified }: Pick<AgreementProcedure, "unverified">): {
  readonly opinionDays: boolean;
  readonly copyDays: boolean;
} {
  return { opinionDays: unverified.includes("opinionDays"), copyDays: unverified.includes("afterSigning") };
}

/** A procedure as a province goes by it. What the law says stays as it is; what it leaves open follows the province. */
export function procedureOfProvince(
  procedure: AgreementProcedure,
  { levels }: Pick<AgreementSettings, "levels">,
): AgreementProcedure {
  const set = levels.find(({ level }) => level === procedure.level);
  if (!set) return procedure;
  const open = openFigures(procedure);
  const named = new Set(procedure.asks.filter(({ when }) => when === "always").map(({ body }) => body));
  const { opinionDays, copyDays } = set;
  return {
    ...procedure,
    asks: [
      ...procedure.asks.filter(({ body, when }) => when === "always" || !set.alsoAsks.includes(body)),
      ...set.alsoAsks.filter((body) => !named.has(body)).map((body) => ({ body, when: "always" as const })),
    ],
    opinionDays: open.opinionDays && opinionDays !== null ? opinionDays : procedure.opinionDays,
    afterSigning: procedure.afterSigning.map((duty) =>
      open.copyDays && copyDays !== null ? { ...duty, days: copyDays } : duty,
    ),
  };
}

/** Settings in one order, without what says nothing: levels in the order of the law, each day of alert once. */
export function tidySettings({ levels, alertDays, tellDays, ...rest }: AgreementSettings): AgreementSettings {
  const longestFirst = (days: readonly number[]) => [...new Set(days)].sort((one, other) => other - one);
  const says = ({ alsoAsks, opinionDays, copyDays }: LevelSettings) =>
    alsoAsks.length > 0 || opinionDays !== null || copyDays !== null;
  return {
    ...rest,
    ...{ alertDays: longestFirst(alertDays), tellDays: longestFirst(tellDays) },
    levels: signatoryLevels.flatMap((level) => {
      const set = levels.find((one) => one.level === level);
      if (!set || !says(set)) return [];
      return [{ ...set, alsoAsks: opinionBodies.filter((body) => set.alsoAsks.includes(body)) }];
    }),
  };
}
