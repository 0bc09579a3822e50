import type { CalendarDate } from "../../basics/calendar-date.ts";

/**
 * Who signs on the Vietnamese side (Luật Thỏa thuận quốc tế 70/2020/QH14 Điều 2 khoản 2). A district may only stand on
 * papers that the province inherited (Nghị định 177/2025/NĐ-CP).
 */
export const signatoryLevels = [
  "peoplesCommittee",
  "peoplesCouncil",
  "department",
  "borderCommune",
  "organisation",
  "district",
] as const;
export type SignatoryLevel = (typeof signatoryLevels)[number];

/** What an agreement's content touches, so far as it decides who is asked. */
export const agreementConcerns = ["defence", "security", "investment", "sensitive"] as const;
export type AgreementConcern = (typeof agreementConcerns)[number];

/** Whose written opinion a procedure asks for. `concerned`: the bodies directly concerned, whom the proposer names. */
export const opinionBodies = [
  "foreignMinistry",
  "foreignAffairsDepartment",
  "concerned",
  "defenceMinistry",
  "securityMinistry",
  "financeMinistry",
  "provincialPolice",
  "provincialMilitary",
  "borderGuard",
] as const;
export type OpinionBody = (typeof opinionBodies)[number];

/** Who decides that an agreement is concluded, amended or ended. */
export const decidingAuthorities = ["chairOfCommittee", "chairOfCouncil", "organisation"] as const;
export type DecidingAuthority = (typeof decidingAuthorities)[number];

/** A body to be asked, always or where the content touches something. */
export interface AskedBody {
  readonly body: OpinionBody;
  readonly when: AgreementConcern | "always";
}

/** What must be done within so many days after an act, and told to whom. Days of the calendar. */
export interface DutyAfter {
  readonly kind: "reported" | "copied" | "notified";
  readonly to: "primeMinister" | "foreignMinistry" | "foreignAffairsDepartment";
  readonly days: number;
}

/** How agreements of one level come about and end, while a rule is in force. */
export interface AgreementProcedure {
  readonly level: SignatoryLevel;
  readonly from: CalendarDate;
  /** The last day on which a proceeding may begin by it; null: still in force. */
  readonly until: CalendarDate | null;
  readonly decidedBy: DecidingAuthority;
  readonly asks: readonly AskedBody[];
  /** Working days in which a body asked has to answer, from the day the full dossier reached it. */
  readonly opinionDays: number;
  /** Who is asked when a body disagrees, and in how many working days he answers; null: the deciding authority weighs it. */
  readonly onDisagreement: { readonly asks: "primeMinister"; readonly days: number } | null;
  readonly afterSigning: readonly DutyAfter[];
  readonly afterEnding: readonly DutyAfter[];
  readonly source: string;
  /** Which of its figures were not read in the text of the law: shown with the province's own rules as their source. */
  readonly unverified: readonly string[];
}

/** The procedure of a level that is in force on a day; null where none is, as for districts after 30/6/2025. */
export function procedureOn(
  procedures: readonly AgreementProcedure[],
  level: SignatoryLevel,
  on: CalendarDate,
): AgreementProcedure | null {
  return (
    procedures.find(
      (one) => one.level === level && one.from <= on && (one.until === null || on <= one.until),
    ) ?? null
  );
}

/** The bodies that a procedure asks about an agreement that touches these things, in its order. */
export function bodiesToAsk(
  { asks }: AgreementProcedure,
  concerns: readonly AgreementConcern[],
): readonly OpinionBody[] {
  return asks.filter(({ when }) => when === "always" || concerns.includes(when)).map(({ body }) => body);
}
