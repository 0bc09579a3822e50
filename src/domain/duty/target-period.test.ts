import { describe, expect, it } from "vitest";
import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import type { Target } from "../reading/findings.ts";
import { periodNamed, periodsOfTarget, runningPeriod, type TimedOccurrence } from "./target-period.ts";

function on(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

function occurrence(key: string, starts: string | null, due: string | null): TimedOccurrence {
  return { key, startsOn: starts === null ? null : on(starts), dueOn: due === null ? null : on(due) };
}

describe("a period by its name", () => {
  it.each<[string, string | null, string]>([
    ["2026", "2026-01-01…2026-12-31", "a year"],
    ["2026-Q4", "2026-10-01…2026-12-31", "a quarter"],
    ["2028-02", "2028-02-01…2028-02-29", "February of a leap year"],
    ["2026-2030", "2026-01-01…2030-12-31", "years"],
    ["2030-2026", null, "turned round"],
    ["2026-13", null, "no month"],
    ["2026-Q5", null, "no quarter"],
    ["năm 2026", null, "words"],
    ["", null, "nothing"],
  ])("%j is %j: %s", (key, said) => {
    const found = periodNamed(key);
    expect(found && `${found.first}…${found.last}`).toBe(said);
  });
});

describe("the periods of a target", () => {
  const plain: Target = { op: ">=", value: 2, measure: "sự kiện" };
  const area: Target = { op: "=", value: 10_000, measure: "ha chanh dây", by: "2030" };
  const yearly = [2025, 2026, 2027, 2028, 2029].map((year) =>
    occurrence(String(year), `${year}-01-01`, `${year}-12-31`),
  );
  it.each<[string, Target, readonly TimedOccurrence[], readonly string[], readonly string[]]>([
    ["yearly work: each year, to the next one", plain, yearly, [], ["2025", "2026", "2027"]],
    ["a quarter of each year", plain, [occurrence("2026-Q4", "2026-10-01", "2026-12-31")], [], ["2026"]],
    [
      "four quarters are one year",
      plain,
      [1, 4, 7, 10].map((month) =>
        occurrence(`Q${month}`, null, `2026-${String(month + 2).padStart(2, "0")}-28`),
      ),
      [],
      ["2026"],
    ],
    ["years together", plain, [occurrence("once", "2026-01-01", "2030-12-31")], [], ["2026-2030"]],
    ["every two years", plain, [occurrence("2026", "2026-01-01", "2027-12-31")], [], ["2026-2027"]],
    ["by a day", plain, [occurrence("once", null, "2026-07-15")], [], ["2026"]],
    [
      "work without an end: each year since it was given",
      plain,
      [occurrence("continuous", "2025-08-21", null)],
      [],
      ["2025", "2026"],
    ],
    ["work that waits", plain, [occurrence("undated", null, null)], [], ["2025", "2026"]],
    ["a level by a year", area, yearly, [], ["2030"]],
    ["a level with plans on the way", area, yearly, ["2026", "2031"], ["2026", "2030"]],
    ["nothing is due", plain, [], [], []],
  ])("%s", (_, target, occurrences, planned, keys) => {
    const times = { assignedOn: on("2025-08-21"), today: on("2026-06-30"), planned };
    expect(periodsOfTarget(target, occurrences, times).map(({ key }) => key)).toEqual(keys);
  });

  it("show the one that runs first, else the last that began, else the next", () => {
    const periods = ["2025", "2027"].flatMap((key) => periodNamed(key) ?? []);
    expect(runningPeriod(periods, on("2025-03-01"))?.key).toBe("2025");
    expect(runningPeriod(periods, on("2026-03-01"))?.key).toBe("2025");
    expect(runningPeriod(periods, on("2024-03-01"))?.key).toBe("2025");
    expect(runningPeriod([], on("2024-03-01"))).toBeNull();
  });
});
