import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import type { Target } from "../reading/findings.ts";
import { readMeasured } from "./measured-value.ts";
import {
  amountOf,
  judgeTarget,
  type PlanValue,
  type ProgressRecord,
  type TargetGround,
} from "./target-progress.ts";

function on(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

const year = { key: "2026", first: on("2026-01-01"), last: on("2026-12-31") };
const units = ["ngoai-vu", "cong-thuong", "van-hoa"];
const ground = (plans: readonly PlanValue[] = []): TargetGround => ({ units, period: year, plans });

function told(key: string, unit: string, value: number, more: Partial<ProgressRecord> = {}): ProgressRecord {
  return { key, unit, value, on: on("2026-05-20"), fulfils: null, proven: null, ...more };
}

/** A unit's records of every month of the year. */
function monthly(unit: string, values: readonly number[]): readonly ProgressRecord[] {
  return values.map((value, i) => {
    const day = calendarDate(2026, i + 1, 15);
    if (day === null) throw new Error("a year has twelve months");
    return told(`${unit}-${i}`, unit, value, { on: day });
  });
}

const forums: Target = { scope: "joint", op: ">=", value: 3, measure: "diễn đàn" };
const news: Target = { scope: "each", op: "~avg", value: 5, measure: "tin bài", per: "P1M", each: "đơn vị" };
const trained: Target = { scope: "share", op: ">=", value: 60, measure: "% xã có cán bộ được tập huấn" };

describe("a joint target", () => {
  it("adds the records of all units", () => {
    const found = judgeTarget(
      forums,
      [told("a", "ngoai-vu", 2), told("b", "van-hoa", 1, { proven: 1 })],
      ground(),
    );
    expect(found.judgements).toEqual([
      { of: null, wanted: 3, claimed: 3, proven: 1, parts: null, verdict: "met" },
    ]);
    expect(found.verdict).toBe("met");
  });

  it("counts once what two units tell under one key", () => {
    const found = judgeTarget(forums, [told("lào", "ngoai-vu", 1), told("lào", "cong-thuong", 1)], ground());
    expect(found.judgements[0]).toMatchObject({ claimed: 1, verdict: "notMet" });
    expect(found.leftOut.map(({ record, reason }) => [record.unit, reason])).toEqual([
      ["ngoai-vu", "duplicate"],
    ]);
    expect(found.disputed).toEqual([]);
    expect(found.books).toMatchObject({ in: 2, out: 1 });
  });

  it("says which things are told with different values", () => {
    const found = judgeTarget(forums, [told("lào", "ngoai-vu", 1), told("lào", "cong-thuong", 4)], ground());
    expect(found.judgements[0]?.claimed).toBe(4);
    expect(found.disputed).toEqual(["lào"]);
  });

  it("leaves out other years and other units, with the reason", () => {
    const records = [
      told("a", "ngoai-vu", 3),
      told("b", "ngoai-vu", 9, { on: on("2025-12-31") }),
      told("c", "so-khac", 9),
    ];
    const found = judgeTarget(forums, records, ground());
    expect(found.judgements[0]?.claimed).toBe(3);
    expect(found.leftOut.map(({ record, reason }) => [record.key, reason])).toEqual([
      ["b", "outside"],
      ["c", "foreign"],
    ]);
  });

  it("takes the newest of rates, which cannot be added up", () => {
    const growth: Target = { scope: "joint", op: ">=", value: 8, measure: "% tăng trưởng" };
    const found = judgeTarget(
      growth,
      [
        told("q1", "ngoai-vu", 9, { on: on("2026-04-01") }),
        told("q3", "ngoai-vu", 7, { on: on("2026-10-01") }),
      ],
      ground(),
    );
    expect(found.judgements[0]).toMatchObject({ claimed: 7, verdict: "notMet" });
    expect(found.leftOut.map(({ reason }) => reason)).toEqual(["replaced"]);
  });
});

describe("a target for each unit", () => {
  it("judges an average of five a month over the year: a quiet month is made up", () => {
    const records = [
      ...monthly("ngoai-vu", [0, 10, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]),
      ...monthly("cong-thuong", [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4]),
    ];
    const found = judgeTarget(news, records, ground());
    expect(found.judgements.map(({ of, claimed, verdict }) => [of, claimed, verdict])).toEqual([
      ["ngoai-vu", 60, "met"],
      ["cong-thuong", 59, "notMet"],
      ["van-hoa", null, "notMet"],
    ]);
    expect(found.verdict).toBe("notMet");
    expect(found.judgements[0]?.wanted).toBe(60);
  });

  it("judges five in every month by each month", () => {
    const every: Target = { ...news, op: ">=" };
    const one = { ...ground(), units: ["ngoai-vu"] };
    const uneven = monthly("ngoai-vu", [0, 10, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]);
    expect(judgeTarget(every, uneven, one).verdict).toBe("notMet");
    expect(judgeTarget(every, monthly("ngoai-vu", Array(12).fill(5)), one).verdict).toBe("met");
  });

  it("lets both units count what they did together", () => {
    const each: Target = { scope: "each", op: ">=", value: 1, measure: "hội nghị" };
    const two = { ...ground(), units: ["ngoai-vu", "van-hoa"] };
    const found = judgeTarget(each, [told("chung", "ngoai-vu", 1), told("chung", "van-hoa", 1)], two);
    expect(found.verdict).toBe("met");
    expect(found.leftOut).toEqual([]);
  });

  it("goes by the plan of a unit before the figure of the document, for the whole year", () => {
    const plans = [{ unit: "ngoai-vu", period: "2026", value: 70 }];
    const found = judgeTarget(news, monthly("ngoai-vu", Array(12).fill(5)), {
      ...ground(plans),
      units: ["ngoai-vu"],
    });
    expect(found.judgements).toEqual([
      { of: "ngoai-vu", wanted: 70, claimed: 60, proven: null, parts: null, verdict: "notMet" },
    ]);
  });

  it("judges each thing where the figure is for things", () => {
    const classes: Target = { scope: "each", op: ">=", value: 30, measure: "học viên", each: "lớp" };
    const found = judgeTarget(
      classes,
      [told("lớp 1", "ngoai-vu", 32), told("lớp 2", "van-hoa", 28)],
      ground(),
    );
    expect(found.judgements.map(({ of, verdict }) => [of, verdict])).toEqual([
      ["lớp 1", "met"],
      ["lớp 2", "notMet"],
    ]);
  });
});

describe("a share", () => {
  it("counts the units that fulfil, by the newest word of each", () => {
    const records = [
      told("a", "ngoai-vu", 1, { fulfils: true, proven: 1 }),
      told("b", "cong-thuong", 1, { fulfils: false, on: on("2026-03-01") }),
      told("c", "cong-thuong", 1, { fulfils: true, on: on("2026-06-01") }),
      told("d", "van-hoa", 1),
    ];
    const found = judgeTarget(trained, records, ground());
    expect(found.judgements[0]).toMatchObject({
      wanted: 60,
      claimed: 200 / 3,
      proven: 100 / 3,
      verdict: "met",
    });
    expect(found.leftOut.map(({ record, reason }) => [record.key, reason])).toEqual([
      ["b", "replaced"],
      ["d", "unjudged"],
    ]);
  });

  it("is nought where nobody has said anything", () => {
    expect(judgeTarget(trained, [], ground()).judgements[0]).toMatchObject({ claimed: 0, verdict: "notMet" });
  });
});

describe("a figure that another act sets", () => {
  const assigned: Target = { scope: "joint", op: "external", value: null, measure: "dự án" };
  it.each<[string, readonly PlanValue[], number | null, string]>([
    ["is missing until a plan is given", [], null, "missingPlan"],
    [
      "is missing when the plan is of another year",
      [{ unit: null, period: "2025", value: 4 }],
      null,
      "missingPlan",
    ],
    ["is the plan of all together", [{ unit: null, period: "2026", value: 4 }], 4, "met"],
    [
      "is missing while one unit has no plan",
      [
        { unit: "ngoai-vu", period: "2026", value: 1 },
        { unit: "van-hoa", period: "2026", value: 1 },
      ],
      ...([null, "missingPlan"] as const),
    ],
    [
      "is the sum of all units' plans",
      units.map((unit) => ({ unit, period: "2026", value: 2 })),
      6,
      "notMet",
    ],
  ])("%s", (_, plans, wanted, verdict) => {
    const found = judgeTarget(assigned, [told("a", "ngoai-vu", 4)], ground(plans));
    expect(found.judgements[0]).toMatchObject({ wanted, verdict });
    expect(found.verdict).toBe(verdict);
  });
});

describe("verdicts", () => {
  it.each<[Target["op"], Target["value"], number, string, string]>([
    ["=", 3, 3, "met", "exactly"],
    ["=", 3, 4, "exceeded", "more than exactly"],
    ["=", 3, 2, "notMet", "less"],
    [">=", 3, 9, "met", "at least asks for no less, and knows no too much"],
    ["<=", 3, 3, "met", "at most"],
    ["<=", 3, 4, "notMet", "more than at most"],
    ["~", 100, 90, "met", "about: a tenth below"],
    ["~", 100, 89, "notMet", "about: more than a tenth below"],
    ["~range", [10, 15], 12, "met", "in a range"],
    ["~range", [10, 15], 16, "exceeded", "above it"],
    ["~range", [10, 15], 9, "notMet", "below it"],
    ["=", -5, -5, "met", "down by five"],
    ["=", -5, -6, "exceeded", "down by more"],
    ["=", -5, -4, "notMet", "down by less"],
    ["~", -100, -91, "met", "down by about a hundred"],
  ])("%s %j with %d: %s (%s)", (op, value, reached, verdict) => {
    const target: Target = { scope: "joint", op, value, measure: "lượt" };
    expect(judgeTarget(target, [told("a", "ngoai-vu", reached)], ground()).verdict).toBe(verdict);
  });

  it.each([
    ["không có", 0, true],
    ["12", 12, true],
    ["khoảng 10", 10, false],
    ["trên 20", 20, false],
    ["từ 10 đến 15", 10, false],
  ])("%s adds %i to a sum (exactly: %s)", (text, amount, exact) => {
    const read = readMeasured(text);
    if (!read.ok) throw new Error(read.failure.code);
    expect(amountOf(read.value.value)).toEqual({ amount, exact });
  });
});

describe("any records", () => {
  const record = fc.record({
    key: fc.constantFrom("a", "b", "c", "d", "e"),
    unit: fc.constantFrom(...units, "so-khac"),
    on: fc
      .record({ month: fc.integer({ min: 1, max: 12 }), of: fc.integer({ min: 2025, max: 2026 }) })
      .map(({ month, of }) => calendarDate(of, month, 15) ?? year.first),
    value: fc.integer({ min: -20, max: 100 }).map((tenths) => tenths / 10),
    fulfils: fc.constantFrom(true, false, null),
    proven: fc.constantFrom(null, 0, 1, 2),
  });
  const target: fc.Arbitrary<Target> = fc.record(
    {
      scope: fc.constantFrom("each" as const, "joint" as const, "share" as const),
      op: fc.constantFrom(
        "=" as const,
        ">=" as const,
        "<=" as const,
        "~" as const,
        "~avg" as const,
        "external" as const,
      ),
      value: fc.integer({ min: -5, max: 20 }),
      measure: fc.constantFrom("tin", "% hộ", "tỷ đồng"),
      per: fc.constantFrom("P1M", "P3M", "P1Y"),
      each: fc.constantFrom("đơn vị", "lớp"),
    },
    { requiredKeys: ["op", "value", "measure"] },
  );
  const plan = fc.record({
    unit: fc.constantFrom(null, ...units),
    period: fc.constantFrom("2025", "2026"),
    value: fc.integer({ min: 0, max: 20 }),
  });

  it("give the same in any order, and every record is counted or left out with a reason", () => {
    fc.assert(
      fc.property(
        target,
        fc
          .array(record, { maxLength: 14 })
          .chain((list) =>
            fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
          ),
        fc.uniqueArray(plan, { maxLength: 4, selector: ({ unit, period }) => `${unit}/${period}` }),
        (wanted, [list, shuffled], plans) => {
          const found = judgeTarget(wanted, list, ground(plans));
          expect(judgeTarget(wanted, shuffled, ground(plans))).toEqual(found);
          expect(found.books.in).toBe(list.length);
          expect(found.books.out + found.leftOut.length).toBe(list.length);
          for (const one of found.judgements) {
            expect(one.verdict === "missingPlan").toBe(one.wanted === null);
            if (one.claimed === null) expect(one.proven).toBeNull();
          }
          if (found.scope === "share") {
            const [one] = found.judgements;
            expect((one?.claimed ?? 0) <= 100 && (one?.proven ?? 0) <= (one?.claimed ?? 0)).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
