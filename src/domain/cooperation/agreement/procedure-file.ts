import { shapesOf } from "../../basics/data-shape.ts";
import {
  type AgreementProcedure,
  agreementConcerns,
  type DutyAfter,
  decidingAuthorities,
  opinionBodies,
  signatoryLevels,
} from "./procedure.ts";

const { broken, record, list, words, count, day } = shapesOf("data/agreement-procedures.json");

/**
 * Reads data/agreement-procedures.json: how agreements of each level come about, with the days from and until which a
 * rule is in force. Throws, naming the place, when the file breaks its form or two rules of a level overlap.
 */
export function parseAgreementProcedures(text: string): readonly AgreementProcedure[] {
  const procedures = list(JSON.parse(text), "the file").map((given, at) => procedureOf(given, `[${at}]`));
  for (const [at, one] of procedures.entries())
    for (const other of procedures.slice(at + 1))
      if (one.level === other.level && overlap(one, other))
        throw new Error(`data/agreement-procedures.json: two rules of ${one.level} are in force together`);
  return procedures;
}

function overlap(one: AgreementProcedure, other: AgreementProcedure): boolean {
  const endsBefore = (a: AgreementProcedure, b: AgreementProcedure) => a.until !== null && a.until < b.from;
  return !endsBefore(one, other) && !endsBefore(other, one);
}

function procedureOf(value: unknown, at: string): AgreementProcedure {
  const given = record(value, at);
  const { onDisagreement } = given;
  return {
    level: oneOf(signatoryLevels, given.level, `${at}.level`),
    from: day(given.from, `${at}.from`),
    until: given.until === null ? null : day(given.until, `${at}.until`),
    decidedBy: oneOf(decidingAuthorities, given.decidedBy, `${at}.decidedBy`),
    asks: list(given.asks, `${at}.asks`).map((asked) => {
      const { body, when } = record(asked, `${at}.asks`);
      const whens = ["always", ...agreementConcerns] as const;
      return {
        body: oneOf(opinionBodies, body, `${at}.asks.body`),
        when: oneOf(whens, when, `${at}.asks.when`),
      };
    }),
    opinionDays: daysOf(given.opinionDays, `${at}.opinionDays`),
    onDisagreement:
      onDisagreement === null
        ? null
        : {
            asks: "primeMinister",
            days: daysOf(record(onDisagreement, `${at}.onDisagreement`).days, `${at}.days`),
          },
    afterSigning: list(given.afterSigning, `${at}.afterSigning`).map((one) => dutyAfter(one, at)),
    afterEnding: list(given.afterEnding, `${at}.afterEnding`).map((one) => dutyAfter(one, at)),
    source: words(given.source, `${at}.source`),
    unverified: list(given.unverified, `${at}.unverified`).map((one) => words(one, `${at}.unverified`)),
  };
}

function dutyAfter(value: unknown, at: string): DutyAfter {
  const { kind, to, days } = record(value, at);
  return {
    kind: oneOf(["reported", "copied", "notified"], kind, `${at}.kind`),
    to: oneOf(["primeMinister", "foreignMinistry", "foreignAffairsDepartment"], to, `${at}.to`),
    days: daysOf(days, `${at}.days`),
  };
}

function daysOf(given: unknown, at: string): number {
  const days = count(given, at);
  if (days < 1) throw broken(at, "is no number of days");
  return days;
}

function oneOf<T extends string>(allowed: readonly T[], given: unknown, at: string): T {
  const found = allowed.find((one) => one === given);
  if (found === undefined) throw broken(at, `is none of ${allowed.join(", ")}`);
  return found;
}
