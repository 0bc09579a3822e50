import { describe, expect, it } from "vitest";
import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { addFact, allowedFacts, type FactKind, type StandingFacts, stageOf } from "./occurrence-fact.ts";
import { currentOccurrence, daysLeft, occurrenceState } from "./occurrence-state.ts";

function day(text: string): CalendarDate {
  const found = parseIsoDate(text);
  if (found === null) throw new Error(text);
  return found;
}
const maybe = (text: string | null) => (text === null ? null : day(text));

const today = day("2026-05-20");
const rules = { today, startDay: day("2026-01-01"), soonDays: 30 };

describe("occurrenceState", () => {
  const cases: readonly [string | null, string | null, string | null, string, string][] = [
    ["2026-05-20", null, null, "dueSoon", "the last day itself is in time"],
    ["2026-05-19", null, null, "late", "the day after it is not"],
    ["2026-06-19", null, null, "dueSoon", "thirty days ahead is soon"],
    ["2026-06-20", null, null, "open", "thirty-one is not"],
    ["2026-01-01", null, null, "late", "due on the start day: the register was there"],
    ["2025-12-31", null, null, "beforeStart", "due the day before: never late"],
    ["2025-12-31", "2026-02-01", null, "doneLate", "filled with a late day it says so"],
    ["2026-05-19", "2026-05-19", null, "done", "done on its last day"],
    ["2026-05-19", "2026-05-20", null, "doneLate", "done a day late"],
    [null, "2026-05-20", null, "done", "what has no deadline is never late"],
    [null, null, null, "noDeadline", "nor awaited by a day"],
    ["2026-05-19", null, "2026-05-20", "withdrawn", "what was withdrawn is not late"],
    ["2026-05-19", "2026-05-18", "2026-05-20", "done", "withdrawing a task takes no completion away"],
  ];
  it.each(cases)("due %s, done %s, withdrawn %s: %s (%s after all)", (due, done, withdrawn, state) => {
    const facts = { doneOn: maybe(done), withdrawnOn: maybe(withdrawn) };
    expect(occurrenceState(maybe(due), facts, rules)).toBe(state);
  });

  it("has no start day to be before when none is set", () => {
    const facts = { doneOn: null, withdrawnOn: null };
    expect(occurrenceState(day("2020-01-01"), facts, { ...rules, startDay: null })).toBe("late");
  });
});

describe("days", () => {
  it.each([
    ["late", "2026-05-10", -10],
    ["open", "2026-07-01", 42],
    ["done", "2026-07-01", null],
    ["beforeStart", "2025-07-01", null],
  ] as const)("%s with the last day %s has %s left", (state, last, left) => {
    expect(daysLeft(state, day(last), today)).toBe(left);
  });
});

describe("currentOccurrence", () => {
  const one = (
    key: string,
    last: string | null,
    done: string | null = null,
    withdrawn: string | null = null,
  ) => ({
    ...{ key, lastDay: maybe(last), doneOn: maybe(done), withdrawnOn: maybe(withdrawn) },
  });
  const cases: readonly [string, ReturnType<typeof one>[], string | null][] = [
    ["none of nothing", [], null],
    [
      "the first open one",
      [one("b", "2026-12-31"), one("a", "2026-06-30"), one("x", "2026-03-31", "2026-03-01")],
      "a",
    ],
    ["a day before none", [one("continuous", null), one("2026", "2026-12-31")], "2026"],
    [
      "what is open after what is from before",
      [one("2025", "2025-12-31"), one("2026", "2026-12-31")],
      "2026",
    ],
    ["the latest from before", [one("2024", "2024-12-31"), one("2025", "2025-12-31")], "2025"],
    [
      "the latest done",
      [one("2026", "2026-03-31", "2026-03-01"), one("2027", "2027-03-31", "2026-04-01")],
      "2027",
    ],
    [
      "done rather than withdrawn",
      [one("w", "2027-01-01", null, "2026-02-01"), one("d", "2026-01-01", "2026-01-01")],
      "d",
    ],
  ];
  it.each(cases)("chooses %s", (_, occurrences, key) => {
    expect(currentOccurrence(occurrences, rules.startDay)?.key ?? null).toBe(key);
  });
});

describe("facts", () => {
  const untouched: StandingFacts = { startedOn: null, doneOn: null, product: null, withdrawnOn: null };
  const fact = (kind: FactKind, on = "2026-05-10") => ({ kind, on: day(on), product: "12/BC", note: null });

  it("come in the order of the table only", () => {
    const stages: Readonly<Record<string, StandingFacts>> = {
      untouched,
      started: { ...untouched, startedOn: day("2026-05-01") },
      done: { ...untouched, startedOn: day("2026-05-01"), doneOn: day("2026-05-10"), product: "12/BC" },
      withdrawn: { ...untouched, withdrawnOn: day("2026-05-10") },
    };
    for (const [name, standing] of Object.entries(stages)) {
      const stage = stageOf(standing);
      expect(stage).toBe(name);
      for (const kind of ["started", "done", "withdrawn", "reopened"] as const)
        expect({ stage, kind, ok: addFact(standing, fact(kind), today).ok }).toEqual({
          ...{ stage, kind, ok: allowedFacts[stage].includes(kind) },
        });
    }
  });

  it("are taken back one by one", () => {
    const done = addFact({ ...untouched, startedOn: day("2026-05-01") }, fact("done"), today);
    if (!done.ok) throw new Error(done.failure.code);
    const reopened = addFact(done.value, fact("reopened"), today);
    expect(reopened).toEqual({ ok: true, value: { ...untouched, startedOn: "2026-05-01" } });
  });

  it.each([
    ["done", "2026-05-21", "register.fact-in-future"],
    ["done", "2026-04-30", "register.fact-before-start"],
    ["started", "2026-05-10", "register.fact-not-allowed"],
  ] as const)("refuse %s on %s: %s", (kind, on, code) => {
    const standing = { ...untouched, startedOn: day("2026-05-01") };
    expect(addFact(standing, fact(kind, on), today)).toMatchObject({ failure: { code } });
  });
});
