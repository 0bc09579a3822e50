import { describe, expect, it } from "vitest";
import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { bookStep } from "../basics/ledger.ts";
import { recordsOfSource } from "./target-source.ts";

function day(text: string): CalendarDate {
  const found = parseIsoDate(text);
  if (found === null) throw new Error(`no day ${text}`);
  return found;
}
const none = { records: [], untaken: [], books: bookStep("targetReports", 0, 0, []) };

describe("records of a register as what was reached", () => {
  it("each counts once, proven where it names a proof, whoever enters it", () => {
    const told = recordsOfSource(
      { register: "events" },
      [
        {
          id: "a",
          title: "Lễ hội",
          owner: { id: "so", name: "Sở" },
          on: day("2026-03-05"),
          value: 1,
          hasProof: true,
        },
        { id: "b", title: "Ngày hội", owner: null, on: day("2026-04-05"), value: 120, hasProof: false },
      ],
      none,
    );
    expect(told.records.map(({ unit, value, proven, on }) => [unit, value, proven, on])).toEqual([
      ["so", 1, 1, "2026-03-05"],
      ["focal", 120, null, "2026-04-05"],
    ]);
    expect(told.books).toMatchObject({ in: 2, out: 2 });
  });

  it("what units reported is kept and counts no more", () => {
    const source = { kind: "report", duty: "d", report: "r", number: 2 } as const;
    const reported = {
      ...{ key: "k", unit: "so", on: day("2026-03-05"), value: 3, fulfils: null, proven: 3 },
      ...{ typed: "03", reportedOn: day("2026-03-06"), exact: true, source },
    };
    const told = recordsOfSource({ register: "events" }, [], { ...none, records: [reported] });
    expect(told.records).toEqual([]);
    expect(told.untaken).toEqual([
      {
        ...{ duty: "d", report: "r", number: 2, holder: "so", on: "2026-03-05", reportedOn: "2026-03-06" },
        ...{ typed: "03", reason: "sourced" },
      },
    ]);
    expect(told.books).toMatchObject({ in: 1, out: 0 });
  });
});
