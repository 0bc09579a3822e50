import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { parseHolidayData } from "../calendar/holiday-file.ts";
import { holidaysOf } from "../calendar/holidays.ts";
import type { Schedule } from "../calendar/schedule.ts";
import { type GivenEvent, occurrenceOfEvent, suggestedTerm, waitingParts } from "./task-event.ts";

const holidays = holidaysOf(parseHolidayData(readFileSync("data/holidays.json", "utf8")));

function on(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

const afterGuidance: Schedule = { kind: "relative", after: "khi có hướng dẫn", within: "P6M" };
const dates = { today: on("2026-11-22"), holidays };

describe("waitingParts", () => {
  it.each<[string, Schedule | null, readonly string[]]>([
    ["no time", null, []],
    ["a day", { kind: "once", from: null, to: "2026-12-31" }, []],
    ["a term after an event", afterGuidance, ["khi có hướng dẫn"]],
    ["a need", { kind: "onDemand", when: "khi phát sinh" }, ["khi phát sinh"]],
    [
      "a day, and then a need",
      { kind: "once", from: null, to: "2026-12-31", then: afterGuidance },
      ["khi có hướng dẫn"],
    ],
    [
      "each year and on demand",
      {
        kind: "several",
        parts: [
          { kind: "recurring", every: "P1Y" },
          { kind: "onDemand", when: "đột xuất" },
        ],
      },
      ["đột xuất"],
    ],
  ])("%s", (_, schedule, events) => {
    expect(waitingParts(schedule).map(({ event }) => event)).toEqual(events);
  });
});

describe("suggestedTerm", () => {
  it.each<[string | null, string | null, string, string]>([
    ["P6M", "Trong 6 tháng kể từ khi có hướng dẫn", "6 M", "as read"],
    [
      "P14D",
      "trong vòng 10 ngày làm việc kể từ ngày nhận",
      "10 workingDays",
      "ten working days were kept as fourteen",
    ],
    ["P7D", "05 ngày làm việc kể từ ngày nhận", "5 workingDays", "a week"],
    ["P14D", "trong vòng 14 ngày kể từ ngày nhận", "14 D", "days that are none of work"],
    ["PT48H", "trong 48 giờ", "2 D", "hours"],
    [null, "khi phát sinh", "none", "no term at all"],
  ])("%s of %j is %s: %s", (within, words, said) => {
    const term = suggestedTerm({ event: "x", within }, words);
    expect(term ? `${term.length} ${term.unit}` : "none").toBe(said);
  });
});

describe("occurrenceOfEvent", () => {
  const task = { ref: "PL.4", schedule: afterGuidance, occurrences: [] };
  const event: GivenEvent = { on: on("2026-08-31"), document: "12/HD-BNG", term: { length: 6, unit: "M" } };

  it("is due by the term, on the last day of a shorter month and the working day after it", () => {
    const made = occurrenceOfEvent(task, event, dates);
    expect(made).toEqual({
      ok: true,
      value: {
        ...{ key: "event-2026-08-31", startsOn: "2026-08-31", dueOn: "2027-02-28", strictlyBefore: false },
        ...{ lastDay: "2027-03-01", basis: "term" },
      },
    });
  });

  it.each<[string, Partial<GivenEvent>, Schedule, string]>([
    ["a schedule that waits for nothing", {}, { kind: "continuous" }, "register.event-unawaited"],
    ["a day to come", { on: on("2026-11-23") }, afterGuidance, "register.fact-in-future"],
    ["no document", { document: "  " }, afterGuidance, "register.event-undocumented"],
    ["half a month", { term: { length: 0.5, unit: "M" } }, afterGuidance, "register.term-wrong"],
    ["a term into the past", { term: { length: -1, unit: "D" } }, afterGuidance, "register.term-wrong"],
    ["a term without end", { term: { length: 9000, unit: "Y" } }, afterGuidance, "register.term-wrong"],
  ])("refuses %s", (_, given, schedule, code) => {
    const made = occurrenceOfEvent({ ...task, schedule }, { ...event, ...given }, dates);
    expect(made.ok ? "made" : made.failure.code).toBe(code);
  });
});
