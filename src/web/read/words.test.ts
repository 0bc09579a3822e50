import { describe, expect, it } from "vitest";
import type { TargetAnswer } from "../../contract/read.ts";
import { sayTarget } from "../../domain/duty/target-words.ts";
import { saysTheSame } from "./schedule-words.ts";

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
      { op: ">=", value: 5, measure: "bản tin", per: "P1M", each: "đơn vị" },
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
