import { readFileSync } from "node:fs";
import { type CalendarDate, parseIsoDate } from "../../basics/calendar-date.ts";
import { parseHolidayData } from "../../calendar/holiday-file.ts";
import { holidaysOf } from "../../calendar/holidays.ts";
import type { AgreementConcern, SignatoryLevel } from "./procedure.ts";
import { procedureOn } from "./procedure.ts";
import { parseAgreementProcedures } from "./procedure-file.ts";
import {
  type AgreementAction,
  addAction,
  type GivenAction,
  type Proceeding,
  type ProceedingPurpose,
  type ProceedingRules,
} from "./proceeding.ts";

const data = (name: string) =>
  readFileSync(new URL(`../../../../data/${name}`, import.meta.url).pathname, "utf8");

export const holidays = holidaysOf(parseHolidayData(data("holidays.json")));
export const procedures = parseAgreementProcedures(data("agreement-procedures.json"));

export function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`${text} is no day`);
  return date;
}

export function rulesOf(
  level: SignatoryLevel,
  concerns: readonly AgreementConcern[] = [],
  { on = "2026-03-02", asksParty = false } = {},
): ProceedingRules {
  const procedure = procedureOn(procedures, level, day(on));
  if (procedure === null) throw new Error(`no procedure of ${level} on ${on}`);
  return { procedure, concerns, asksParty, holidays };
}

type Said = Partial<Omit<GivenAction, "kind" | "on">>;

let given = 0;

/** An action with nothing said but what a case needs. */
export function action(on: string, kind: GivenAction["kind"], said: Said = {}): AgreementAction {
  given += 1;
  const silent = { body: null, bodyName: null, answer: null, documentNumber: null, note: null };
  return { id: `a${given}`, kind, on: day(on), ...silent, validUntil: null, ...said };
}

export function begun(purpose: ProceedingPurpose = "conclude", onlyOutcome = false): Proceeding {
  return { purpose, onlyOutcome, actions: [] };
}

/** A proceeding after all these actions; throws the code of the first that is refused. */
export function walked(
  actions: readonly AgreementAction[],
  rules: ProceedingRules,
  from: Proceeding = begun(),
  today = "2030-01-01",
): Proceeding {
  return actions.reduce((standing, one) => {
    const next = addAction(standing, one, rules, day(today));
    if (!next.ok) throw new Error(next.failure.code);
    return next.value;
  }, from);
}
