import type { CalendarDate } from "../../basics/calendar-date.ts";
import { addWorkingDays } from "../../calendar/working-days.ts";
import { termDueDay } from "../../duty/due-day.ts";
import type { DecidingAuthority, DutyAfter, OpinionBody } from "./procedure.ts";
import {
  type AgreementActionKind,
  askedOpinions,
  latest,
  type Proceeding,
  type ProceedingRules,
  signedPurposes,
  unaskedBodies,
} from "./proceeding.ts";

/** `ahead`: its turn has not come; `missed`: its day passed and what follows went on without it. */
export type StepState = "done" | "doneLate" | "open" | "late" | "missed" | "ahead";

/** One step on the way of a proceeding, as the page of an agreement draws it. */
export interface ProceedingStep {
  readonly key: AgreementActionKind;
  readonly body: OpinionBody | DutyAfter["to"] | DecidingAuthority | null;
  readonly name: string | null;
  readonly state: StepState;
  /** When it was begun or asked, and when it was done. */
  readonly since: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  /** The last day in time; null where nothing sets one. */
  readonly lastDay: CalendarDate | null;
  /** A body disagrees: the Prime Minister has to be asked, or the deciding authority weighs it. */
  readonly disagrees: boolean;
}

/** The way of a proceeding from its proposal to the last authority told, as it stands on a day. */
export function proceedingSteps(
  proceeding: Proceeding,
  rules: ProceedingRules,
  today: CalendarDate,
): readonly ProceedingStep[] {
  const { actions, onlyOutcome } = proceeding;
  const closed = actions.find(({ kind }) => kind === "refused" || kind === "dropped");
  const known = onlyOutcome ? [] : beforeDeciding(proceeding, rules, today);
  if (closed)
    return [
      ...known.filter(({ doneOn, since }) => doneOn !== null || since !== null).map(withoutHaste),
      done(closed.kind, closed.on, closed.kind === "refused" ? rules.procedure.decidedBy : null),
    ];
  return [...known, ...afterDeciding(proceeding, rules, today)];
}

/** What nobody waits for any more is not late. */
function withoutHaste(step: ProceedingStep): ProceedingStep {
  return step.state === "late" || step.state === "open" ? { ...step, state: "missed" } : step;
}

function beforeDeciding(
  proceeding: Proceeding,
  rules: ProceedingRules,
  today: CalendarDate,
): ProceedingStep[] {
  const decided = latest(proceeding, "decided")?.on ?? null;
  const opinions = askedOpinions(proceeding, rules);
  const proposedOn = latest(proceeding, "proposed")?.on ?? null;
  const asked = opinions.map((one) => ({
    ...{ key: "opinionGiven" as const, body: one.body, name: one.name, since: one.askedOn },
    ...{ doneOn: one.answeredOn, lastDay: one.lastDay, disagrees: one.answer === "disagrees" },
    state: stateOf({ doneOn: one.answeredOn, lastDay: one.lastDay, overtakenOn: decided }, today),
  }));
  const unasked = (decided === null ? unaskedBodies(proceeding, rules) : []).map((body) => ({
    ...{ key: "opinionAsked" as const, body, name: null, since: null, doneOn: null, lastDay: null },
    ...{ disagrees: false, state: proposedOn === null ? ("ahead" as const) : ("open" as const) },
  }));
  return [
    proposedOn === null ? waiting("proposed", "open") : done("proposed", proposedOn, null),
    ...asked,
    ...unasked,
    ...primeMinisterStep(proceeding, rules, today),
    ...partyStep(proceeding, rules),
  ];
}

/** The Prime Minister is asked when a body disagrees (Luật 70/2020/QH14 Điều 19), or when the province asked him anyway. */
function primeMinisterStep(
  proceeding: Proceeding,
  rules: ProceedingRules,
  today: CalendarDate,
): ProceedingStep[] {
  const way = rules.procedure.onDisagreement;
  const asked = latest(proceeding, "primeMinisterAsked");
  const disagreed = askedOpinions(proceeding, rules).some(({ answer }) => answer === "disagrees");
  if (asked === null) return way !== null && disagreed ? [waiting("primeMinisterAsked", "open")] : [];
  const answered = latest(proceeding, "primeMinisterAnswered");
  const lastDay = way === null ? null : addWorkingDays(asked.on, way.days, rules.holidays);
  const doneOn = answered !== null && answered.on >= asked.on ? answered.on : null;
  const state = stateOf({ doneOn, lastDay, overtakenOn: latest(proceeding, "decided")?.on ?? null }, today);
  return [
    {
      ...{
        key: "primeMinisterAnswered",
        body: "primeMinister",
        name: null,
        since: asked.on,
        doneOn,
        lastDay,
      },
      ...{ state, disagrees: answered?.answer === "disagrees" },
    },
  ];
}

function partyStep(proceeding: Proceeding, { asksParty }: ProceedingRules): ProceedingStep[] {
  const asked = latest(proceeding, "partyAsked");
  const answered = latest(proceeding, "partyAnswered");
  if (asked === null) return asksParty ? [waiting("partyAsked", "ahead")] : [];
  return [
    {
      ...{ key: "partyAnswered", body: null, name: asked.bodyName, since: asked.on, lastDay: null },
      ...{ doneOn: answered?.on ?? null, state: answered ? "done" : "open", disagrees: false },
    },
  ];
}

function afterDeciding(
  proceeding: Proceeding,
  rules: ProceedingRules,
  today: CalendarDate,
): ProceedingStep[] {
  const { procedure } = rules;
  const { purpose, onlyOutcome } = proceeding;
  const signs = signedPurposes.includes(purpose);
  const decided = latest(proceeding, "decided");
  const outcomeKind = signs ? "signed" : "tookEffect";
  const outcome = latest(proceeding, outcomeKind);
  const deciding = decided
    ? [done("decided", decided.on, procedure.decidedBy)]
    : onlyOutcome
      ? []
      : [waiting("decided", "ahead", procedure.decidedBy)];
  const afterwards = signs ? procedure.afterSigning : procedure.afterEnding;
  // Of what was before the system nobody waits for more: what is known of it is shown.
  const told = afterwards.filter(({ kind }) => !onlyOutcome || latest(proceeding, kind) !== null);
  return [
    ...deciding,
    outcome ? done(outcomeKind, outcome.on, null) : waiting(outcomeKind, decided ? "open" : "ahead"),
    ...told.map((duty) => tellingStep(proceeding, duty, outcome?.on ?? null, rules, today)),
  ];
}

/** An authority that has to be told within so many days. */
function tellingStep(
  proceeding: Proceeding,
  { kind, to, days }: DutyAfter,
  outcomeOn: CalendarDate | null,
  { holidays }: ProceedingRules,
  today: CalendarDate,
): ProceedingStep {
  const doneOn = latest(proceeding, kind)?.on ?? null;
  const lastDay =
    outcomeOn === null ? null : termDueDay(outcomeOn, { length: days, unit: "D" }, holidays).lastDay;
  const state = outcomeOn === null ? "ahead" : stateOf({ doneOn, lastDay, overtakenOn: null }, today);
  return { key: kind, body: to, name: null, since: outcomeOn, doneOn, lastDay, disagrees: false, state };
}

function stateOf(
  step: Pick<ProceedingStep, "doneOn" | "lastDay"> & { readonly overtakenOn: CalendarDate | null },
  today: CalendarDate,
): StepState {
  const { doneOn, lastDay, overtakenOn } = step;
  if (doneOn !== null) return lastDay === null || doneOn <= lastDay ? "done" : "doneLate";
  if (overtakenOn !== null) return "missed";
  return lastDay !== null && lastDay < today ? "late" : "open";
}

function done(key: AgreementActionKind, on: CalendarDate, body: ProceedingStep["body"]): ProceedingStep {
  return { key, body, name: null, state: "done", since: null, doneOn: on, lastDay: null, disagrees: false };
}

function waiting(
  key: AgreementActionKind,
  state: "open" | "ahead",
  body: ProceedingStep["body"] = null,
): ProceedingStep {
  return { key, body, name: null, state, since: null, doneOn: null, lastDay: null, disagrees: false };
}
