import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../basics/calendar-date.ts";
import type { Schedule } from "../calendar/schedule.ts";
import { unsetDueSettings } from "./due-day.ts";
import { anyFinding, findingWith, unitNamed } from "./finding.fixture.ts";
import { acceptFinding, occurrencesOfTask } from "./task.ts";

function day(year: number, month: number, date: number): CalendarDate {
  const known = calendarDate(year, month, date);
  if (known === null) throw new Error("no such day");
  return known;
}

const today = day(2026, 3, 2);
const document = { number: "77/QĐ-UBND", issuedOn: day(2025, 8, 21) };

describe("acceptFinding", () => {
  it("takes over what the finding says, given on the day of the document", () => {
    const { task, addressees, occurrences } = acceptFinding(findingWith(), document, {
      today,
      general: false,
      due: unsetDueSettings,
    });
    expect(task).toMatchObject({
      ref: "PL.1",
      group: "Kinh tế",
      assignedOn: "2025-08-21",
      general: false,
    });
    expect(addressees).toMatchObject([{ role: "lead", name: "Sở Tài chính", nameKey: "so tai chinh" }]);
    expect(occurrences).toEqual([
      {
        ...{ key: "once", startsOn: "2026-01-01", dueOn: "2026-12-31", strictlyBefore: false },
        ...{ lastDay: "2026-12-31", basis: "period" },
      },
    ]);
  });

  it("a document without a day gives its tasks today", () => {
    const { task } = acceptFinding(
      findingWith(),
      { number: null, issuedOn: null },
      { today, general: false, due: unsetDueSettings },
    );
    expect(task.assignedOn).toBe(today);
  });

  it("a general exhortation is kept, never due, and nothing in it is unclear", () => {
    const vague = findingWith({ schedule: null, time: null, result: null });
    const { task, occurrences } = acceptFinding(vague, document, {
      today,
      general: true,
      due: unsetDueSettings,
    });
    expect(task).toMatchObject({ general: true, unclear: [] });
    expect(occurrences).toEqual([]);
  });

  it("is found by words without accents, of the document, the unit and the content", () => {
    const { task } = acceptFinding(findingWith(), document, { today, general: false, due: unsetDueSettings });
    for (const words of ["77 qd ubnd", "so tai chinh", "hoi nghi gap go", "kinh te"])
      expect(task.folded).toContain(words);
  });

  it("names a body once in each role, co-ordinating ones behind the leads", () => {
    const twice = findingWith({
      leads: [unitNamed("Sở Xây dựng"), unitNamed("Sở Xây dựng")],
      coordinators: [unitNamed("Sở Xây dựng"), { ...unitNamed("Công an tỉnh"), role: "with" }],
    });
    const { addressees } = acceptFinding(twice, document, { today, general: false, due: unsetDueSettings });
    expect(addressees.map(({ role, name }) => `${role} ${name}`)).toEqual([
      "lead Sở Xây dựng",
      "with Sở Xây dựng",
      "with Công an tỉnh",
    ]);
  });

  it("loses no addressee and gives each followed task an occurrence, none twice", () => {
    fc.assert(
      fc.property(anyFinding, fc.boolean(), (finding, general) => {
        const { task, addressees, occurrences } = acceptFinding(finding, document, {
          today,
          general,
          due: unsetDueSettings,
        });
        expect(addressees).toHaveLength(finding.leads.length + finding.coordinators.length);
        expect(occurrences.length > 0).toBe(!general);
        expect(new Set(occurrences.map(({ key }) => key)).size).toBe(occurrences.length);
        expect(task.unclear).toEqual(general ? [] : finding.unclear);
      }),
    );
  });
});

describe("occurrencesOfTask", () => {
  const cases: readonly [Schedule | null, readonly (string | null)[], string][] = [
    [null, [null], "no time: one without a day, where what was done is recorded"],
    [{ kind: "onDemand", when: "khi phát sinh" }, [null], "no day is known before its event"],
    [{ kind: "once", from: null, to: "2025-07-15" }, ["2025-07-15"], "due before it was given: still due"],
    [
      { kind: "recurring", every: "P1Y", to: "2027-12-31" },
      ["2025-12-31", "2026-12-31", "2027-12-31"],
      "each year from the day it was given",
    ],
  ];
  it.each(cases)("%j", (schedule, due) => {
    const found = occurrencesOfTask(schedule, { assignedOn: day(2025, 8, 21), today, due: unsetDueSettings });
    expect(found.map(({ dueOn }) => dueOn)).toEqual(due);
  });

  it("what recurs without end goes on to the fifth year from now", () => {
    const found = occurrencesOfTask(
      { kind: "recurring", every: "P1Y" },
      { assignedOn: today, today, due: unsetDueSettings },
    );
    expect(found.map(({ key }) => key)).toEqual(["2026", "2027", "2028", "2029", "2030", "2031"]);
  });
});
