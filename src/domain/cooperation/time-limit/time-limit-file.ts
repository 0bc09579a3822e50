import { shapesOf } from "../../basics/data-shape.ts";
import {
  countings,
  type FieldCase,
  type LimitCases,
  type LimitStart,
  reportPeriods,
  type TimeLimit,
} from "./time-limit.ts";

const { broken, record, list, words, count, day } = shapesOf("data/time-limits.json");

/**
 * Reads data/time-limits.json: what has to be done by when in the registers of cooperation, with the days from and until
 * which a rule is in force. Throws, naming the place, when the file breaks its form or two rules of a key overlap.
 */
export function parseTimeLimits(text: string): readonly TimeLimit[] {
  const limits = list(JSON.parse(text), "the file").map((given, at) => limitOf(given, `[${at}]`));
  for (const [at, one] of limits.entries())
    for (const other of limits.slice(at + 1)) {
      const isApart =
        (one.until !== null && one.until < other.from) || (other.until !== null && other.until < one.from);
      if (one.key === other.key && !isApart)
        throw new Error(`data/time-limits.json: two rules of ${one.key} are in force together`);
    }
  return limits;
}

function limitOf(value: unknown, at: string): TimeLimit {
  const given = record(value, at);
  const optional = <T>(key: string, read: (value: unknown, at: string) => T): T | null =>
    given[key] === undefined || given[key] === null ? null : read(given[key], `${at}.${key}`);
  return {
    key: words(given.key, `${at}.key`),
    register: words(given.register, `${at}.register`),
    name: { vi: words(given.vi, `${at}.vi`), en: words(given.en, `${at}.en`) },
    from: day(given.from, `${at}.from`),
    until: optional("until", day),
    start: startOf(given.start, `${at}.start`),
    days: count(given.days, `${at}.days`),
    counting: oneOf(countings, given.counting, `${at}.counting`),
    where: optional("where", casesOf),
    done: optional("done", words),
    dueField: optional("dueField", words),
    opens: optional("opens", count),
    column: optional("column", words),
    tellOn: list(given.tellOn, `${at}.tellOn`).map((one) => count(one, `${at}.tellOn`)),
    isLasting: given.lasting === true,
    isSettable: given.settable === true,
    source: words(given.source, `${at}.source`),
    isUnverified: given.unverified === true,
  };
}

function startOf(value: unknown, at: string): LimitStart {
  const given = record(value, at);
  if (given.fields !== undefined)
    return { kind: "fields", fields: list(given.fields, at).map((one) => words(one, at)) };
  return {
    kind: "periods",
    periods: list(given.periods, at).map((one) => oneOf(reportPeriods, one, at)),
    ...{ since: words(given.since, `${at}.since`), until: words(given.until, `${at}.until`) },
  };
}

function casesOf(value: unknown, at: string): LimitCases {
  const given = record(value, at);
  const cases = list(given.cases, `${at}.cases`).map((one): FieldCase => {
    const { field, in: allowed } = record(one, at);
    return {
      field: words(field, `${at}.field`),
      in: allowed === undefined ? null : list(allowed, at).map((key) => words(key, at)),
    };
  });
  return { are: oneOf(["all", "any", "none"], given.are, `${at}.are`), cases };
}

function oneOf<T extends string>(allowed: readonly T[], given: unknown, at: string): T {
  const found = allowed.find((one) => one === given);
  if (found === undefined) throw broken(at, `is none of ${allowed.join(", ")}`);
  return found;
}
