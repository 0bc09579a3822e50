import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type CalendarDate, parseIsoDate } from "../domain/basics/calendar-date.ts";
import { calendarText, type DayEvent } from "./calendar.ts";

const day = (text: string) => parseIsoDate(text) as CalendarDate; // days of this test are days
const made = { name: "Sáu Rõ: Sở Y tế", stamp: new Date("2026-03-02T03:04:05.678Z"), hours: 6 };

const event: DayEvent = {
  ...{ uid: "duty.52.1@sauro", day: day("2026-12-31"), url: "https://sauro.vd.gov.vn/duties/1" },
  ...{ summary: "Hạn: rà soát đề án; báo cáo, kiến nghị", description: "Sở Y tế\nTheo 77/TB-UBND \\ mục 2" },
};

/** What another program reads out of a calendar. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const { uid, summary, description, startDate, endDate } = new ICAL.Event(component);
    const url = String(component.getFirstPropertyValue("url"));
    return {
      uid,
      summary,
      description,
      url,
      start: startDate.toString(),
      end: endDate.toString(),
      whole: startDate.isDate,
    };
  });
}

describe("a calendar", () => {
  it("is read by another program as it was meant: whole days, the end being the day after", () => {
    expect(readBack(calendarText([event], made))).toEqual([
      {
        ...{ uid: event.uid, summary: event.summary, description: event.description, url: event.url },
        ...{ start: "2026-12-31", end: "2027-01-01", whole: true },
      },
    ]);
  });

  it("has the head that programs ask for, also when nothing is due", () => {
    const text = calendarText([], made);
    expect(text.split("\r\n")).toEqual([
      ...[
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Sau Ro//Duties//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
      ],
      ...["NAME:Sáu Rõ: Sở Y tế", "X-WR-CALNAME:Sáu Rõ: Sở Y tế"],
      ...["REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H", "END:VCALENDAR", ""],
    ]);
  });

  it("says in UTC when it was made", () => {
    expect(calendarText([event], made)).toContain("\r\nDTSTAMP:20260302T030405Z\r\n");
  });

  it.each([
    ["a line that would begin a property", "x\r\nEND:VEVENT\r\nBEGIN:VEVENT"],
    ["a line break of a single sign", "một\rhai\nba"],
    ["signs that end a value", "a;b,c\\d"],
    ["signs that no file may hold", "chuông\u0007 và \u0000không"],
  ])("keeps %s inside its value", (_, summary) => {
    const text = calendarText([{ ...event, summary }], made);
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
    expect(readBack(text)).toHaveLength(1);
  });

  it("has lines of 75 octets at most and gives every text back, whatever letters are in it", () => {
    const texts = fc.string({ unit: "grapheme", maxLength: 300 });
    fc.assert(
      fc.property(texts, texts, (summary, description) => {
        const text = calendarText([{ ...event, summary, description }], made);
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const [read] = readBack(text);
        expect([read?.summary, read?.description]).toEqual([summary, description].map(asKept));
      }),
      { numRuns: 300 },
    );
  });
});

/** Breaks of lines are one kind, and controls are left out. */
function asKept(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
  return text.replace(/\r\n|\r|\u2028|\u2029/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}
