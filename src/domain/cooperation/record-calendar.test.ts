import { describe, expect, it } from "vitest";
import { parseIsoDate } from "../basics/calendar-date.ts";
import { fieldOf, sensitivityOf } from "./declaration.ts";
import { calendarRegisters, entriesWithin, markOf, sayEntry } from "./record-calendar.ts";

function day(text: string) {
  const parsed = parseIsoDate(text);
  if (parsed === null) throw new Error(`${text} is no day`);
  return parsed;
}

function found(register: string, mark: string, from: string, to = from) {
  return {
    id: `${register} ${from}`,
    register,
    mark,
    title: "Tên",
    owner: null,
    from: day(from),
    to: day(to),
  };
}

const april = { from: day("2026-03-30"), to: day("2026-05-03") };
const newYear = { from: day("2026-12-28"), to: day("2027-01-31") };

describe("entries within some days", () => {
  it.each<[string, ReturnType<typeof found>, typeof april, readonly string[]]>([
    ["stand on their days", found("events", "when", "2026-04-10", "2026-04-12"), april, ["10/4–12/4"]],
    ["are left out before and after", found("events", "when", "2026-05-04"), april, []],
    ["overlap the edge", found("events", "when", "2026-03-01", "2026-03-30"), april, ["1/3–30/3"]],
    ["come back each year", found("otherside", "when", "2025-04-14", "2025-04-16"), april, ["14/4–16/4?"]],
    ["come back over many years", found("otherside", "when", "2019-04-14"), april, ["14/4–14/4?"]],
    ["are not expected before they were", found("otherside", "when", "2027-04-14"), april, []],
    ["stand in their own year as said", found("otherside", "when", "2026-04-14"), april, ["14/4–14/4"]],
    [
      "come back over the turn of the year",
      found("otherside", "when", "2024-12-30", "2025-01-02"),
      newYear,
      ["30/12–2/1?"],
    ],
    [
      "of a leap day come on the 28th",
      found("otherside", "when", "2024-02-29"),
      { from: day("2026-02-01"), to: day("2026-03-01") },
      ["28/2–28/2?"],
    ],
  ])("%s", (_, one, within, expected) => {
    const short = (text: string) => `${Number(text.slice(8))}/${Number(text.slice(5, 7))}`;
    expect(
      entriesWithin([one], within).map((e) => `${short(e.from)}–${short(e.to)}${e.expected ? "?" : ""}`),
    ).toEqual(expected);
  });

  it("come in the order of their days, the longest first", () => {
    const entries = entriesWithin(
      [
        found("events", "when", "2026-04-10"),
        found("forums", "when", "2026-04-09"),
        found("courses", "when", "2026-04-09", "2026-04-11"),
      ],
      april,
    );
    expect(entries.map(({ register }) => register)).toEqual(["courses", "forums", "events"]);
  });
});

it("says what happens on the day where it is not the thing itself", () => {
  const ends = { register: "ngos", mark: "expiresOn", title: "Plan" };
  expect([sayEntry(ends, "vi"), sayEntry(ends, "en")]).toEqual([
    "Hết hạn đăng ký: Plan",
    "Registration ends: Plan",
  ]);
  expect(sayEntry({ register: "events", mark: "when", title: "Lễ hội" }, "vi")).toBe("Lễ hội");
});

describe.each(calendarRegisters.map((one) => [one.key, one] as const))("the marks of %s", (key, register) => {
  it("are days that everybody who may know of a record sees", () => {
    for (const mark of register.calendar) {
      const field = fieldOf(register, mark.key);
      const column = register.computed?.find((one) => one.key === mark.key);
      expect([mark.key, field ? ["date", "period"].includes(field.kind) : column?.isDay]).toEqual([
        mark.key,
        true,
      ]);
      if (field)
        expect(register.restricted ? ["restricted"] : ["open", "internal"]).toContain(
          sensitivityOf(register, field),
        );
      expect(markOf(key, mark.key)).toBe(mark);
    }
  });
});
