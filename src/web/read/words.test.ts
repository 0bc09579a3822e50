import { describe, expect, it } from "vitest";
import type { TargetAnswer } from "../../contract/read.ts";
import type { Schedule } from "../../domain/calendar/schedule.ts";
import { saySchedule, saysTheSame } from "./schedule-words.ts";
import { sayTarget } from "./target-words.ts";

describe("a schedule in words", () => {
  const cases: readonly (readonly [Schedule, vi: string, en: string])[] = [
    [{ kind: "once", from: "2026-01-01", to: "2026-12-31" }, "trong năm 2026", "in 2026"],
    [{ kind: "once", from: "2026-01-01", to: "2030-12-31" }, "từ năm 2026 đến năm 2030", "from 2026 to 2030"],
    [{ kind: "once", from: "2026-10-01", to: "2026-12-31" }, "trong quý IV/2026", "in quarter IV/2026"],
    [{ kind: "once", from: "2028-02-01", to: "2028-02-29" }, "trong tháng 2/2028", "2/2028"],
    [
      { kind: "once", from: "2026-02-03", to: "2026-04-05" },
      "từ 03/02/2026 đến 05/04/2026",
      "from 03/02/2026 to 05/04/2026",
    ],
    [{ kind: "once", from: null, to: "2026-07-15" }, "đến 15/07/2026", "by 15/07/2026"],
    [
      { kind: "once", from: null, to: "2026-07-15", strictlyBefore: true },
      "trước 15/07/2026",
      "before 15/07/2026",
    ],
    [
      { kind: "once", from: null, to: "2026-07-15", then: { kind: "continuous" } },
      "đến 15/07/2026; sau đó thường xuyên",
      "by 15/07/2026; then regularly",
    ],
    [{ kind: "recurring", every: "P1Y" }, "hằng năm", "yearly"],
    [{ kind: "recurring", every: "P1Y", window: "Q4" }, "hằng năm, quý IV", "yearly, quarter IV"],
    [
      { kind: "recurring", every: "P1Y", window: "H1" },
      "hằng năm, 6 tháng đầu năm",
      "yearly, first half-year",
    ],
    [{ kind: "recurring", every: "P1Y", due: "--11-15" }, "hằng năm, đến ngày 15/11", "yearly, by 15/11"],
    [{ kind: "recurring", every: "P1M", due: "---20" }, "hằng tháng, đến ngày 20", "monthly, by day 20"],
    [
      { kind: "recurring", every: "P2Y", from: "2026-01-01" },
      "2 năm một lần, từ năm 2026",
      "every 2 years, from 2026",
    ],
    [{ kind: "continuous" }, "thường xuyên", "regularly"],
    [
      { kind: "relative", after: "khi ký kết", within: "P6M" },
      "trong 6 tháng kể từ khi ký kết",
      "within 6 months from: khi ký kết",
    ],
    [{ kind: "onDemand", when: "khi phát sinh" }, "khi phát sinh", "when it arises: khi phát sinh"],
    [
      {
        kind: "several",
        parts: [
          { kind: "recurring", every: "P3M" },
          { kind: "recurring", every: "P1Y" },
        ],
      },
      "hằng quý; hằng năm",
      "quarterly; yearly",
    ],
  ];

  it.each(cases)("%j", (schedule, vi, en) => {
    expect(saySchedule(schedule, "vi")).toBe(vi);
    expect(saySchedule(schedule, "en")).toBe(en);
  });
});

it.each([
  ["Trước ngày 15/4/2026", "trước 15/04/2026", true],
  ["Năm 2026", "trong năm 2026", true],
  ["Quý II/2026", "trong quý II/2026", true],
  ["Hằng năm", "hằng năm", true],
  ["chậm nhất ngày 15/4/2026", "trước 15/04/2026", false],
  ["Quý IV hằng năm", "hằng năm, quý IV", false],
])("%s and %s: the same %s", (written, understood, same) => {
  expect(saysTheSame(written, understood)).toBe(same);
});

describe("a target in words", () => {
  const cases: readonly (readonly [TargetAnswer, vi: string])[] = [
    [
      { op: ">=", value: 5, measure: "bản tin", per: "tháng", each: "đơn vị" },
      "ít nhất 5 bản tin / tháng / đơn vị",
    ],
    [{ op: "=", value: 100, measure: "% hồ sơ" }, "100% hồ sơ"],
    [{ op: "~range", value: [1000, 1500], measure: "lượt người" }, "khoảng 1.000–1.500 lượt người"],
    [{ op: "<=", value: 2.5, measure: "%", by: "2030" }, "nhiều nhất 2,5%, đến 2030"],
    [{ op: "external", value: null, measure: "chỉ tiêu của tỉnh" }, "theo văn bản khác: chỉ tiêu của tỉnh"],
  ];

  it.each(cases)("%j", (target, said) => {
    expect(sayTarget(target, "vi")).toBe(said);
  });
});
