import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../basics/calendar-date.ts";
import { workingDaysBetween } from "../../calendar/working-days.ts";
import { day } from "../agreement/life.fixture.ts";
import { type Declaration, fieldOf, sensitivityOf, type Values } from "../declaration.ts";
import { declarationOf } from "../declarations.ts";
import { holidays, limitOf, limits, limitText } from "./limit.fixture.ts";
import { type OwnStep, unsetLimits, withLimitSettings } from "./limit-settings.ts";
import { doneDay, isFor, limitState, occurrencesOf, type TimeLimit } from "./time-limit.ts";
import { parseTimeLimits } from "./time-limit-file.ts";
import { travelApproval, travelAuthority } from "./travel-approval.ts";

const today = day("2026-06-15");
const journey = (from: string, to: string) => ({ when: { from, to } });

/** "key due state" of everything that a rule asks of a record. */
function standings(limit: TimeLimit, values: Values, { on = today, startDay = null as null | string } = {}) {
  return occurrencesOf(limit, values, { today: on, holidays }).map((one) => {
    const at = { today: on, startDay: startDay === null ? null : day(startDay) };
    return `${one.key} ${one.due} ${limitState(limit, one, doneDay(limit, values, one), at)}`;
  });
}

describe("foreign organisations (Nghị định 58/2022/NĐ-CP Điều 21)", () => {
  it.each<[string, string, Values, readonly string[]]>([
    [
      "ngo-account",
      "ten working days go over 30/4 and 1/5",
      { issuedOn: "2026-04-24" },
      ["once 2026-05-13 late"],
    ],
    [
      "ngo-account",
      "told on the last day",
      { issuedOn: "2026-04-24", accountNotedOn: "2026-05-13" },
      ["once 2026-05-13 done"],
    ],
    [
      "ngo-account",
      "told a day later",
      { issuedOn: "2026-04-24", accountNotedOn: "2026-05-14" },
      ["once 2026-05-13 doneLate"],
    ],
    ["ngo-account", "nobody knows when it was issued", {}, ["once null null"]],
    ["ngo-account", "before the decree there was no such rule", { issuedOn: "2021-04-24" }, []],
    [
      "ngo-plan",
      "45 working days of issue",
      { issuedOn: "2026-03-02", plannedOn: "2026-04-01" },
      ["once 2026-05-07 done"],
    ],
    [
      "ngo-plan",
      "an extension asks for a plan anew",
      { issuedOn: "2023-03-02", extendedOn: "2026-03-02", plannedOn: "2023-04-01" },
      ["once 2026-05-07 late"],
    ],
    [
      "ngo-plan",
      "and so does an amendment",
      { issuedOn: "2023-03-02", amendedOn: "2026-06-01", plannedOn: "2023-04-01" },
      ["once 2026-08-03 due"],
    ],
    [
      "ngo-report",
      "each year from the certificate to its end, by 18/12",
      { issuedOn: "2024-05-01", expiresOn: "2026-03-01" },
      ["2024 2024-12-18 late", "2025 2025-12-18 late", "2026 2026-12-18 notYet"],
    ],
    ["ngo-report", "none without a certificate", {}, []],
    ["ngo-expiry", "half a year before its end", { expiresOn: "2026-12-15" }, ["once 2026-12-15 due"]],
    ["ngo-expiry", "a day earlier", { expiresOn: "2026-12-16" }, ["once 2026-12-16 notYet"]],
    ["ngo-expiry", "on the last day it is valid", { expiresOn: "2026-06-15" }, ["once 2026-06-15 due"]],
    ["ngo-expiry", "then it has ended", { expiresOn: "2026-06-14" }, ["once 2026-06-14 late"]],
    [
      "ngo-expiry",
      "who left in time owes nothing",
      { expiresOn: "2026-06-14", endedOn: "2026-06-01" },
      ["once 2026-06-14 done"],
    ],
  ])("%s: %s", (key, _, values, expected) => expect(standings(limitOf(key), values)).toEqual(expected));
});

describe("aid (Nghị định 313/2025/NĐ-CP)", () => {
  it.each<[string, Values, readonly string[]]>([
    ["the twentieth day", { proposedOn: "2026-05-26" }, ["once 2026-06-15 due"]],
    ["a day later", { proposedOn: "2026-05-25" }, ["once 2026-06-14 late"]],
    ["appraised in time", { proposedOn: "2026-05-25", appraisedOn: "2026-06-14" }, ["once 2026-06-14 done"]],
  ])("is appraised within 20 days: %s", (_, values, expected) =>
    expect(standings(limitOf("aid-appraisal"), values)).toEqual(expected),
  );

  it("was appraised by the decree before, which has its own words", () => {
    const [old] = limits.filter(({ key }) => key === "aid-appraisal");
    const values = { proposedOn: "2025-12-07" };
    expect([old?.source.includes("80/2020"), old && standings(old, values)]).toEqual([
      true,
      ["once 2025-12-27 late"],
    ]);
    expect(standings(limitOf("aid-appraisal"), values)).toEqual([]);
  });

  it("reports every half year while it is in use", () => {
    const values = { approvedOn: "2025-07-01", closedOn: "2026-01-31" };
    expect(standings(limitOf("aid-report"), values)).toEqual([
      "2025 2025-12-18 late",
      "2026-H1 2026-06-18 due",
      "2026 2026-12-18 notYet",
    ]);
  });
});

describe("delegations and conferences", () => {
  it.each<[string, string, Values, string]>([
    ["delegation-report", "still abroad", journey("2026-06-10", "2026-06-15"), "2026-06-30 notYet"],
    ["delegation-report", "back since yesterday", journey("2026-06-10", "2026-06-14"), "2026-06-29 due"],
    ["delegation-report", "fifteen days are over", journey("2026-05-20", "2026-05-30"), "2026-06-14 late"],
    ["delegation-report", "the last of them is today", journey("2026-05-20", "2026-05-31"), "2026-06-15 due"],
    [
      "delegation-report",
      "its permission gave less",
      { ...journey("2026-06-01", "2026-06-05"), reportDueOn: "2026-06-10" },
      "2026-06-10 late",
    ],
    [
      "delegation-report",
      "of an open end the first day counts",
      { when: { from: "2026-05-01", to: null } },
      "2026-05-16 late",
    ],
    [
      "delegation-report",
      "it reported, late",
      { ...journey("2026-05-20", "2026-05-30"), reportedOn: "2026-06-20" },
      "2026-06-14 doneLate",
    ],
    [
      "conference-dossier",
      "sent on the thirtieth day before",
      { ...journey("2026-09-10", "2026-09-11"), dossierOn: "2026-08-11" },
      "2026-08-11 done",
    ],
    [
      "conference-dossier",
      "sent a day later",
      { ...journey("2026-09-10", "2026-09-11"), dossierOn: "2026-08-12" },
      "2026-08-11 doneLate",
    ],
    ["conference-dossier", "still in time", journey("2026-07-15", "2026-07-15"), "2026-06-15 due"],
    ["conference-dossier", "a day later", journey("2026-07-14", "2026-07-14"), "2026-06-14 late"],
    [
      "conference-dossier-prime-minister",
      "with a minister, 40 days before",
      { ...journey("2026-09-10", "2026-09-11"), guestRank: "minister" },
      "2026-08-01 due",
    ],
    [
      "conference-dossier-prime-minister",
      "on religion",
      { ...journey("2026-09-10", "2026-09-11"), topics: ["religion"] },
      "2026-08-01 due",
    ],
    ["conference-opinions", "asked 15 days ago", { opinionsAskedOn: "2026-05-31" }, "2026-06-15 due"],
    ["conference-report", "15 days after its end", journey("2026-05-28", "2026-05-30"), "2026-06-14 late"],
  ])("%s: %s", (key, _, values, expected) =>
    expect(standings(limitOf(key), values)).toEqual([`once ${expected}`]),
  );

  it("knows whose conference it is by its guests and its subject: one of the two, never both", () => {
    const whose = (values: Values) =>
      ["conference-dossier", "conference-dossier-prime-minister"].filter((key) =>
        isFor(limitOf(key), values),
      );
    expect(whose({ guestRank: "other", topics: [] })).toEqual(["conference-dossier"]);
    expect(whose({})).toEqual(["conference-dossier"]);
    expect(whose({ guestRank: "headOfState" })).toEqual(["conference-dossier-prime-minister"]);
    expect(whose({ guestRank: "other", topics: ["borders"] })).toEqual(["conference-dossier-prime-minister"]);
  });
});

it("calls nothing late that fell due before the program was in use", () => {
  const values = { issuedOn: "2024-05-01", expiresOn: "2026-03-01" };
  expect(standings(limitOf("ngo-report"), values, { startDay: "2025-01-01" })).toEqual([
    "2024 2024-12-18 beforeStart",
    "2025 2025-12-18 late",
    "2026 2026-12-18 notYet",
  ]);
});

describe("what a province sets", () => {
  const step: OwnStep = {
    ...{ key: "step-1", name: "Thông báo kế hoạch đoàn", direction: "in", matter: null },
    limit: { start: "when.from", days: -5, counting: "workingDays" },
    from: day("2026-01-01"),
  };

  it("moves the days of rules that leave it to the province, and of no other", () => {
    const set = withLimitSettings(limits, {
      ...unsetLimits,
      days: { "delegation-report": 7, "ngo-account": 99 },
    });
    const of = (key: string) => set.findLast((one) => one.key === key)?.days;
    expect([of("delegation-report"), of("ngo-account")]).toEqual([7, 10]);
  });

  it("adds steps of its own, from the day that they begin, for the delegations that they name", () => {
    const own = withLimitSettings([], { ...unsetLimits, steps: [step] })[0];
    if (!own) throw new Error("no step");
    const visit = { direction: "in", matter: "official" };
    expect(standings(own, { ...visit, ...journey("2026-06-22", "2026-06-24") })).toEqual([
      "once 2026-06-15 due",
    ]);
    expect(standings(own, { ...visit, ...journey("2025-12-22", "2025-12-24") })).toEqual([]);
    expect(standings(own, { direction: "out", ...journey("2026-06-22", "2026-06-24") })).toEqual([]);
  });

  it("may have steps without a last day", () => {
    const own = withLimitSettings([], {
      ...unsetLimits,
      steps: [{ ...step, limit: null, direction: null }],
    })[0];
    expect(own && standings(own, journey("2026-06-22", "2026-06-24"))).toEqual(["once null null"]);
  });

  const levels = { private: { official: "unitHead", leader: "chair" }, official: { leader: "chair" } };
  it.each<[string, Values, string | null, string | null]>([
    ["as delegated", { matter: "private", rank: "leader", permittedBy: "chair" }, "chair", "fits"],
    ["by another level", { matter: "private", rank: "leader", permittedBy: "unitHead" }, "chair", "other"],
    ["by nobody that was recorded", { matter: "private", rank: "official" }, "unitHead", "missing"],
    ["of whom nothing is set", { matter: "official", rank: "official" }, null, null],
    ["of nobody known", { matter: "official" }, null, null],
    ["from abroad", { direction: "in", matter: "private", rank: "leader" }, null, null],
  ])("a journey permitted %s", (_, values, authority, approval) => {
    const whole = { direction: "out", ...values };
    expect([travelAuthority(whole, levels), travelApproval(whole, levels)]).toEqual([authority, approval]);
  });
});

describe("data/time-limits.json", () => {
  it("speaks of registers and fields that everybody who reads may see", () => {
    for (const limit of limits) {
      const declaration = declarationOf(limit.register);
      if (!declaration) throw new Error(limit.register);
      const { start, done, dueField, where, column } = limit;
      const days = start.kind === "fields" ? start.fields : [start.since, start.until];
      const fields = [...days, done, dueField, ...(where?.cases ?? []).map(({ field }) => field)];
      for (const path of fields)
        if (path !== null) expect([limit.key, seen(declaration, path)]).toEqual([limit.key, true]);
      const columns = (declaration.computed ?? []).map(({ key }) => key);
      if (column !== null) expect(columns).toContain(column);
    }
    expect(new Set(limits.map(({ register }) => register)).size).toBe(4);
  });

  it.each<[string, (rules: Record<string, unknown>[]) => unknown]>([
    ["no list", (rules) => ({ rules })],
    ["a day that is none", ([first]) => [{ ...first, from: "2022-02-30" }]],
    ["days that are no number", ([first]) => [{ ...first, days: "10" }]],
    ["a way of counting that nobody knows", ([first]) => [{ ...first, counting: "moons" }]],
    ["two rules of one key at a time", ([first]) => [first, first]],
    ["cases without a field", ([first]) => [{ ...first, where: { are: "any", cases: [{}] } }]],
  ])("is refused with %s", (_, broken) =>
    expect(() => parseTimeLimits(JSON.stringify(broken(JSON.parse(limitText))))).toThrow(
      "data/time-limits.json",
    ),
  );
});

function seen(declaration: Declaration, path: string): boolean {
  const field = fieldOf(declaration, path.split(".")[0] ?? "");
  return field !== null && ["open", "internal"].includes(sensitivityOf(declaration, field));
}

it("counts as many working days as the rule says, whenever it begins", () => {
  const limit = limitOf("ngo-plan");
  const someDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day("2022-11-01"), days));
  fc.assert(
    fc.property(someDay, (issuedOn) => {
      const [one] = occurrencesOf(limit, { issuedOn }, { today, holidays });
      expect(one?.due && workingDaysBetween(issuedOn, one.due, holidays)).toBe(45);
    }),
    { numRuns: 200 },
  );
});
