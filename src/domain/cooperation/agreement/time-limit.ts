import type { CalendarDate } from "../../basics/calendar-date.ts";
import { daysBetween } from "../../duty/occurrence-state.ts";
import type { AgreementAction, OpinionAnswer, Proceeding, ProceedingRules } from "./proceeding.ts";
import { latest } from "./proceeding.ts";
import { type ProceedingStep, proceedingSteps } from "./steps.ts";

/** Steps that have a last day: answers to what was asked, and the authorities told after signing or ending. */
export const limitedSteps = [
  ...(["opinionGiven", "primeMinisterAnswered"] as const),
  ...(["reported", "copied", "notified"] as const),
] as const;
export type LimitedStep = (typeof limitedSteps)[number];

/** A time limit of a proceeding as it stands on a day, with what proves that it was kept or missed. */
export interface TimeLimit extends Pick<ProceedingStep, "body" | "name" | "since" | "doneOn"> {
  readonly step: LimitedStep;
  readonly purpose: Proceeding["purpose"];
  readonly lastDay: CalendarDate;
  /** `missed`: nobody waits for it any more, for what follows went on without it. */
  readonly state: Extract<ProceedingStep["state"], "open" | "late" | "missed" | "done" | "doneLate">;
  /** Days of the calendar behind the last day, to the day on which it was done or to today; 0 in time. */
  readonly daysLate: number;
  readonly answer: OpinionAnswer | null;
  /** The number of the document by which it was done; null: none was entered. */
  readonly proof: string | null;
}

/** The time limits of a proceeding that have begun to run. */
export function timeLimitsOf(
  proceeding: Proceeding,
  rules: ProceedingRules,
  today: CalendarDate,
): readonly TimeLimit[] {
  return proceedingSteps(proceeding, rules, today).flatMap((step): readonly TimeLimit[] => {
    const key = limitedSteps.find((one) => one === step.key);
    const { body, name, since, doneOn, lastDay, state } = step;
    if (key === undefined || lastDay === null || state === "ahead") return [];
    const done = doneOn === null ? null : doneBy(proceeding, step);
    const until = doneOn ?? today;
    return [
      {
        ...{ step: key, purpose: proceeding.purpose, body, name, since, doneOn, lastDay, state },
        daysLate: until > lastDay ? daysBetween(lastDay, until) : 0,
        ...{ answer: done?.answer ?? null, proof: done?.documentNumber ?? null },
      },
    ];
  });
}

/** The action by which a step was done. */
function doneBy(proceeding: Proceeding, { key, body, name }: ProceedingStep): AgreementAction | null {
  if (key !== "opinionGiven") return latest(proceeding, key);
  const answered = (one: AgreementAction) => one.kind === key && one.body === body && one.bodyName === name;
  return proceeding.actions.findLast(answered) ?? null;
}

/** What is told to an authority; other limits are those of answers that others owe. */
export type TellingStep = Extract<LimitedStep, "reported" | "copied" | "notified">;

/** Whether a step is a duty to tell an authority. */
export function isTelling(step: LimitedStep): step is TellingStep {
  return step === "reported" || step === "copied" || step === "notified";
}
