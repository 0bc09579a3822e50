import { expect, it } from "vitest";
import { type CalendarDate, parseIsoDate } from "../domain/basics/calendar-date.ts";
import { type ProvinceNumber, provinceNumber } from "../domain/organisation/actor.ts";
import { startTimetable, timetable } from "./timetable.ts";
import { jobNames } from "./worker.ts";

it("names kinds of jobs that there are", () => {
  expect(timetable.filter(({ kind }) => !jobNames.includes(kind))).toEqual([]);
});

/** What is asked for when the program starts at an hour. */
async function asked(hour: number): Promise<readonly string[]> {
  const seen: string[] = [];
  const bugs: unknown[] = [];
  const day = parseIsoDate("2026-03-02") as CalendarDate; // it is a day
  const { close } = startTimetable({
    now: () => ({ day, hour }),
    provinces: async () => [48, 52].map((number) => provinceNumber(number) as ProvinceNumber),
    request: async (province, kind, at) => void seen.push(`${kind} ${province} ${at.day} ${at.hour}`.trim()),
    reportBug: (error) => bugs.push(error),
  });
  await new Promise(setImmediate);
  await close();
  expect(bugs).toEqual([]);
  return seen;
}

it("asks in the morning for each province, and not before; for what is hourly in each hour", async () => {
  const hourly = (hour: string) =>
    [48, 52].map((province) => `urge-duties ${province} 2026-03-02 ${hour}:00`);
  expect(await asked(1)).toEqual(hourly("01"));
  const daily = ["forget-scans 48 2026-03-02", "forget-scans 52 2026-03-02"];
  expect(await asked(2)).toEqual([...daily, ...hourly("02")]);
  const alerts = ["alert-agreements", "alert-time-limits"].flatMap((kind) =>
    [48, 52].map((province) => `${kind} ${province} 2026-03-02`),
  );
  expect(await asked(23)).toEqual([...daily, ...alerts, ...hourly("23")]);
});
