import { describe, expect, it } from "vitest";
import { parseIsoDate } from "../basics/calendar-date.ts";
import type { CodeSystem } from "./unit.ts";
import { parseUnitCode, parseUnitCodes, type UnitCode } from "./unit-code.ts";

const cases: readonly [CodeSystem, string, string | null, string][] = [
  ["qcvn102", "000.00.00.H49", "000.00.00.H49", "a province"],
  ["qcvn102", "000.00.15.h21", "000.00.15.H21", "a department, typed in small letters"],
  ["qcvn102", " 001.02.15.H21 ", "001.02.15.H21", "copied with spaces around it"],
  ["qcvn102", "00.00.15.H21", null, "the third level has two digits"],
  ["qcvn102", "H21.15", null, "a code of the other system"],
  ["qcvn102", "000.00.15.H2", null, "twelve characters"],
  ["qd20", "H21", "H21", "the first level alone"],
  ["qd20", "H37.02.02", "H37.02.02", "three levels"],
  ["qd20", "G22.A7", "G22.A7", "capitals in a lower level"],
  ["qd20", "H21.", null, "an empty level"],
  ["qd20", "000.00.15.H21", null, "the first level must stand first"],
  ["qd20", `H21.${"1".repeat(31)}`, `H21.${"1".repeat(31)}`, "35 characters"],
  ["qd20", `H21.${"1".repeat(32)}`, null, "36 characters"],
  ["qd20", "H21.SỞ", null, "a letter outside A to Z"],
];

describe("identifier codes", () => {
  it.each(cases)("%s %s is %s: %s", (system, written, code) => {
    const read = parseUnitCode(system, written);
    expect(read.ok ? read.value : null).toBe(code);
  });

  const code = (text: string, from: string | null, to: string | null): UnitCode => ({
    ...{ system: "qd20", code: text },
    ...{ from: from === null ? null : parseIsoDate(from), to: to === null ? null : parseIsoDate(to) },
  });
  const sets: readonly [readonly UnitCode[], string | null, string][] = [
    [[code("H21.15", null, "2025-06-30"), code("H21.20", "2025-07-01", null)], null, "one after the other"],
    [
      [code("H21.15", null, "2025-07-01"), code("H21.20", "2025-07-01", null)],
      "unit.code-overlap",
      "a day of both",
    ],
    [
      [code("H21.15", null, null), code("H21.20", "2025-07-01", null)],
      "unit.code-overlap",
      "the first never ends",
    ],
    [[code("H21.15", "2025-07-01", "2025-06-30")], "unit.code-days", "ends before it begins"],
    [
      [code("H21.15", null, null), { ...code("000.00.15.H21", null, null), system: "qcvn102" }],
      null,
      "two systems",
    ],
  ];
  it.each(sets)("%j: %s (%s)", (codes, failure) => {
    const read = parseUnitCodes(codes);
    expect(read.ok ? null : read.failure.code).toBe(failure);
  });
});
