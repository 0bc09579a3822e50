import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import type { Target } from "../reading/findings.ts";
import { judgeTargets, type TargetPlan, type TaskTargetGround } from "./target-ground.ts";
import { readPlanValue, standingOfAll } from "./target-plan.ts";
import { recordsOf, type TargetDuty, type TargetReport } from "./target-records.ts";

function on(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

const year2026 = { key: "2026", startsOn: on("2026-01-01"), dueOn: on("2026-12-31") };
const year2025 = { key: "2025", startsOn: on("2025-01-01"), dueOn: on("2025-12-31") };
const endless = { key: "continuous", startsOn: on("2025-08-21"), dueOn: null };

function said(
  number: number,
  day: string,
  typed: string | null,
  more: Partial<TargetReport> = {},
): TargetReport {
  return {
    ...{ id: `r${number}-${day}`, number, on: on(day), claimsDone: false, nothing: false, hasProof: false },
    measured: typed === null ? [] : [{ measure: "sự kiện", typed }],
    ...more,
  };
}

function duty(unit: string, reports: readonly TargetReport[], more: Partial<TargetDuty> = {}): TargetDuty {
  const id = `${unit}/${more.occurrence?.key ?? "2026"}/${more.own ?? true}`;
  return {
    ...{ id, own: true, unit, holder: unit, occurrence: year2026, confirmed: false, recordedOn: null },
    reports,
    ...more,
  };
}

const events: Target = { scope: "joint", op: ">=", value: 2, measure: "sự kiện" };

function judged(
  target: Target,
  duties: readonly TargetDuty[],
  {
    today = "2026-06-30",
    plans = [],
    occurrences = [year2026],
  }: Partial<{
    today: string;
    plans: readonly TargetPlan[];
    occurrences: TaskTargetGround["task"]["occurrences"];
  }> = {},
) {
  const ground = {
    task: { targets: [target], assignedOn: on("2025-08-21"), occurrences },
    duties,
    plans,
    today: on(today),
  };
  const [one] = judgeTargets(ground);
  if (!one) throw new Error("a target is judged");
  return one;
}

function planOf(unit: string | null, value: number, period = "2026"): TargetPlan {
  return {
    ...{ id: `${unit}/${period}`, target: "su kien", unit, period, value, document: null },
    ...{ setAt: new Date(0), setBy: "x", version: 1 },
  };
}

describe("what reports tell of a target", () => {
  it.each<
    [string, readonly TargetDuty[], readonly (readonly [string, number, number | null])[], readonly string[]]
  >([
    [
      "the newest report of a unit about a year stands: it says what is reached so far",
      [duty("a", [said(1, "2026-03-01", "1"), said(2, "2026-06-01", "03 sự kiện")])],
      [["a", 3, null]],
      ["replaced"],
    ],
    [
      "the occurrences of a year add up",
      [
        duty("a", [said(1, "2026-03-01", "1")], {
          occurrence: { ...year2026, key: "2026-Q1", dueOn: on("2026-03-31") },
        }),
        duty("a", [said(1, "2026-06-01", "2")], {
          occurrence: { ...year2026, key: "2026-Q2", dueOn: on("2026-06-30") },
        }),
      ],
      [
        ["a", 1, null],
        ["a", 2, null],
      ],
      [],
    ],
    [
      "nothing happened: 0, from a unit that has answered",
      [duty("a", [said(1, "2026-03-01", null, { nothing: true })])],
      [["a", 0, null]],
      [],
    ],
    ["words without this figure say nothing of it", [duty("a", [said(1, "2026-03-01", null)])], [], []],
    [
      "a figure in another measure of the same report is not its own",
      [duty("a", [said(1, "2026-03-01", null, { measured: [{ measure: "lớp", typed: "4" }] })])],
      [],
      [],
    ],
    [
      "marks and capitals of the measure do not matter",
      [duty("a", [said(1, "2026-03-01", null, { measured: [{ measure: "Su kien", typed: "4" }] })])],
      [["a", 4, null]],
      [],
    ],
    [
      "a figure that no longer fits the measure is shown, not counted",
      [duty("a", [said(1, "2026-03-01", "5 lớp")])],
      [],
      ["unread"],
    ],
    [
      "confirmed: the newest is proven",
      [duty("a", [said(1, "2026-03-01", "3")], { confirmed: true })],
      [["a", 3, 3]],
      [],
    ],
    [
      "recorded with a proof: proven, and what came later is claimed only",
      [
        duty("a", [said(1, "2026-03-01", "3", { hasProof: true }), said(2, "2026-06-01", "5")], {
          recordedOn: on("2026-03-05"),
        }),
      ],
      [["a", 5, 3]],
      ["replaced"],
    ],
    [
      "recorded without a proof stays claimed",
      [duty("a", [said(1, "2026-03-01", "3")], { recordedOn: on("2026-03-05") })],
      [["a", 3, null]],
      [],
    ],
    [
      "a joined task tells the same year: the task's own word counts",
      [duty("a", [said(1, "2026-06-01", "3")]), duty("a", [said(1, "2026-03-01", "2")], { own: false })],
      [["a", 3, null]],
      ["joined"],
    ],
    [
      "a joined task alone has a word of the unit: progress carries over",
      [duty("a", []), duty("a", [said(1, "2026-03-01", "2")], { own: false })],
      [["a", 2, null]],
      [],
    ],
    [
      "two units that were merged have both done what they told",
      [
        duty("a", [said(1, "2026-03-01", "3")], { holder: "c" }),
        duty("b", [said(1, "2026-03-01", "4")], { holder: "c" }),
      ],
      [
        ["c", 3, null],
        ["c", 4, null],
      ],
      [],
    ],
  ])("%s", (_, duties, records, reasons) => {
    const found = recordsOf(events, duties);
    expect(found.records.map(({ unit, value, proven }) => [unit, value, proven])).toEqual(records);
    expect(found.untaken.map(({ reason }) => reason)).toEqual(reasons);
    expect(found.books.in).toBe(records.length + reasons.length);
  });

  it("belong to the year of their occurrence, however late they come, or to the one they name", () => {
    const late = recordsOf(events, [duty("a", [said(1, "2026-01-20", "4")], { occurrence: year2025 })]);
    expect(late.records).toMatchObject([{ on: "2025-12-31", reportedOn: "2026-01-20" }]);
    const named = said(1, "2026-01-20", null, {
      measured: [{ measure: "sự kiện", typed: "4", period: "2025" }],
    });
    expect(recordsOf(events, [duty("a", [named], { occurrence: endless })]).records).toMatchObject([
      { on: "2025-12-31" },
    ]);
    const plain = recordsOf(events, [duty("a", [said(1, "2026-01-20", "4")], { occurrence: endless })]);
    expect(plain.records).toMatchObject([{ on: "2026-01-20" }]);
  });

  it("leave a rate and a level as they were when nothing happened", () => {
    const nothing = [duty("a", [said(1, "2026-03-01", null, { nothing: true })])];
    expect(recordsOf({ op: "=", value: 100, measure: "% văn bản" }, nothing).records).toEqual([]);
    expect(recordsOf({ op: "=", value: 9, measure: "ha", by: "2030" }, nothing).records).toEqual([]);
  });
});

describe("typical targets of a plan", () => {
  const units = ["a", "b", "c", "d"];
  it.each<[string, Target, readonly TargetDuty[], Record<string, unknown>]>([
    [
      "news of each unit, on average over the year: 30 by June are on the way",
      { scope: "each", op: "~avg", value: 5, measure: "sự kiện", per: "P1M", each: "đơn vị" },
      [duty("a", [said(1, "2026-06-20", "30")]), duty("b", [said(1, "2026-06-20", "12")])],
      { claimed: [30, 12], standing: "behind", today: "2026-06-30" },
    ],
    [
      "at least two promotion programmes a year by one department",
      { op: ">=", value: 2, measure: "sự kiện" },
      [duty("a", [said(1, "2026-06-20", "2")])],
      { claimed: [2], standing: "met" },
    ],
    [
      "two events of the province, whichever unit holds them",
      events,
      units.map((unit, at) =>
        duty(unit, at < 2 ? [said(1, "2026-05-01", "1")] : [said(1, "2026-05-01", null, { nothing: true })]),
      ),
      { claimed: [2], standing: "met" },
    ],
    [
      "a share of units whose plans are evaluated: three of four",
      { scope: "share", op: "=", value: 100, measure: "% kế hoạch" },
      units.map((unit, at) =>
        duty(unit, [
          at < 3 ? said(1, "2026-11-01", null, { claimsDone: true }) : said(1, "2026-11-01", null),
        ]),
      ),
      { claimed: [75], standing: "notMet", today: "2027-01-05" },
    ],
    [
      "all legal documents reviewed, by one department: the rate that it tells",
      { scope: "share", op: "=", value: 100, measure: "% văn bản" },
      [duty("a", [said(1, "2026-06-01", null, { measured: [{ measure: "% văn bản", typed: "80%" }] })])],
      { claimed: [80], standing: "running" },
    ],
    [
      "about fifty pupils in each class: a tenth less is about",
      { scope: "each", op: "~", value: 50, measure: "sự kiện", each: "lớp" },
      [duty("a", [said(1, "2026-06-01", "46")])],
      { claimed: [46], standing: "met" },
    ],
    [
      "two or three, of which four are more than was asked",
      { op: "~range", value: [2, 3], measure: "sự kiện" },
      [duty("a", [said(1, "2026-06-01", "4")])],
      { claimed: [4], standing: "exceeded" },
    ],
    [
      "a cut of about 30 per cent, told as a fall",
      { op: "~", value: -30, measure: "% thời gian giải quyết" },
      [
        duty("a", [
          said(1, "2026-06-01", null, {
            measured: [{ measure: "% thời gian giải quyết", typed: "giảm 32%" }],
          }),
        ]),
      ],
      { claimed: [-32], standing: "exceeded" },
    ],
  ])("%s", (_, target, duties, { claimed, standing, today = "2026-06-30" }: Record<string, unknown>) => {
    const found = judged(target, duties, { today: String(today) }).periods[0];
    if (!found) throw new Error("the year is judged");
    expect(found.progress.judgements.map((one) => one.claimed)).toEqual(claimed);
    expect(standingOfAll(target, found.progress, found.work, on(String(today)))).toBe(standing);
  });

  it.each<[string, string, string]>([
    ["before its quarter nothing is behind", "2026-06-30", "running"],
    ["half way through its quarter it is", "2026-11-15", "behind"],
    ["after its day it is not met", "2027-01-01", "notMet"],
  ])("of work in the last quarter %s", (_, today, standing) => {
    const quarter = { key: "2026", startsOn: on("2026-10-01"), dueOn: on("2026-12-31") };
    const found = judged(events, [duty("a", [], { occurrence: quarter })], { today, occurrences: [quarter] });
    const [year] = found.periods;
    if (!year) throw new Error("the year is judged");
    expect(standingOfAll(events, year.progress, year.work, on(today))).toBe(standing);
  });

  it("an area by 2030 is what was told last, not the sum of the years", () => {
    const area: Target = { op: "=", value: 10_000, measure: "ha", by: "2030" };
    const tell = (typed: string) => [{ measure: "ha", typed }];
    const found = judged(
      area,
      [
        duty("a", [said(1, "2025-12-01", null, { measured: tell("7.000 ha") })], { occurrence: year2025 }),
        duty("a", [said(1, "2026-12-01", null, { measured: tell("8.500") })]),
      ],
      { occurrences: [year2025, year2026] },
    );
    expect(found.periods.map(({ period }) => period.key)).toEqual(["2030"]);
    expect(found.periods[0]?.progress.judgements).toMatchObject([{ claimed: 8500, wanted: 10_000 }]);
  });

  it("the plan of a unit that was merged is its successor's", () => {
    const each: Target = { scope: "each", op: "external", value: null, measure: "sự kiện" };
    const found = judged(
      each,
      [duty("a", [said(1, "2026-03-01", "3")], { holder: "c" }), duty("c", [said(1, "2026-03-01", "4")])],
      { plans: [planOf("a", 3), planOf("c", 5)] },
    );
    expect(found.periods[0]?.progress.judgements).toMatchObject([{ of: "c", wanted: 8, claimed: 7 }]);
  });
});

describe("the figure of a plan", () => {
  it.each<[string, string, number | string]>([
    ["12", "dự án", 12],
    ["1.234,5", "tỷ đồng", 1234.5],
    ["1.500 triệu đồng", "tỷ đồng", 1.5],
    ["ít nhất 5", "dự án", 5],
    ["khoảng 10", "dự án", "register.plan-inexact"],
    ["10 – 12", "dự án", "register.plan-inexact"],
    ["không quá 3", "dự án", "register.plan-inexact"],
    ["không có", "dự án", "register.plan-inexact"],
    ["12%", "dự án", "register.measure-unit"],
  ])("%j of %j: %s", (typed, measure, expected) => {
    const found = readPlanValue(typed, { op: "external", value: null, measure });
    expect(found.ok ? found.value : found.failure.code).toBe(expected);
  });
});

describe("any reports of any duties", () => {
  const report = fc.record({
    number: fc.integer({ min: 1, max: 9 }),
    days: fc.integer({ min: 0, max: 400 }),
    typed: fc.constantFrom("1", "2 sự kiện", "khoảng 3", "4 lớp", null),
    nothing: fc.boolean(),
    period: fc.constantFrom(null, "2025", "2026"),
  });
  const made = fc.record({
    unit: fc.constantFrom("a", "b", "c"),
    own: fc.boolean(),
    occurrence: fc.constantFrom(year2025, year2026, endless),
    confirmed: fc.boolean(),
    reports: fc.uniqueArray(report, { maxLength: 4, selector: ({ number }) => number }),
  });
  const dutiesOf = fc
    .uniqueArray(made, { maxLength: 8, selector: (one) => `${one.unit}/${one.own}/${one.occurrence.key}` })
    .map((all) =>
      all.map(({ unit, own, occurrence, confirmed, reports }) =>
        duty(
          unit,
          reports.map(({ number, days, typed, nothing, period }) => ({
            ...said(number, "2025-09-01", null, { nothing: nothing && typed === null }),
            on: addDays(on("2025-09-01"), days),
            id: `${unit}/${own}/${occurrence.key}/${number}`,
            measured: typed === null ? [] : [{ measure: "sự kiện", typed, period }],
          })),
          { own, occurrence, confirmed },
        ),
      ),
    );

  it("give the same in any order, count no unit's stretch of time twice, and lose nothing", () => {
    fc.assert(
      fc.property(
        dutiesOf.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const found = recordsOf(events, list);
          const keys = found.records.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          const again = recordsOf(events, shuffled);
          const sorted = (some: typeof found.records) => some.map((one) => JSON.stringify(one)).sort();
          expect(sorted(again.records)).toEqual(sorted(found.records));
          expect(found.books.in).toBe(found.records.length + found.untaken.length);
          // Joined tasks never add to what the task itself tells of the same unit and year.
          const alone = recordsOf(
            events,
            list.filter(({ own }) => own),
          );
          for (const one of alone.records) expect(found.records).toContainEqual(one);
        },
      ),
      { numRuns: 300 },
    );
  });
});
