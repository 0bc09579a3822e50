import { describe, expect, it } from "vitest";
import { contactDays } from "./contact-days.ts";
import type { Values } from "./declaration.ts";

const at = (on: string) => ({ id: on, on });
const nothing = { first: null, lastMet: null, nextMet: null };
type Told = Parameters<typeof contactDays<{ readonly id: string; readonly on: string }>>[1];

describe("days of contact", () => {
  it.each<[string, Values, Told, readonly (string | null)[]]>([
    ["nothing is known", {}, nothing, [null, null, null]],
    [
      "only what was typed",
      { since: "2019-05-01", lastMet: "2024-02-03" },
      nothing,
      ["2019-05-01", "2024-02-03", null],
    ],
    [
      "an agreement from before the day that was typed",
      { since: "2019-05-01" },
      { ...nothing, first: at("2016-01-09") },
      ["2016-01-09 told", null, null],
    ],
    [
      "a visit after the day that was typed",
      { lastMet: "2024-02-03" },
      { first: at("2023-01-01"), lastMet: at("2025-03-04"), nextMet: at("2026-06-01") },
      ["2023-01-01 told", "2025-03-04 told", "2026-06-01 told"],
    ],
    [
      "a meeting that nobody entered, only its day",
      { lastMet: "2025-12-03" },
      { ...nothing, first: at("2023-01-01"), lastMet: at("2025-03-04") },
      ["2023-01-01 told", "2025-12-03", null],
    ],
    [
      "the same day: the record that tells it is named",
      { since: "2020-01-01" },
      { ...nothing, first: at("2020-01-01") },
      ["2020-01-01 told", null, null],
    ],
    ["who was met was in contact", { lastMet: "2018-01-01" }, nothing, ["2018-01-01", "2018-01-01", null]],
  ])("%s", (_, values, told, expected) => {
    const { first, lastMet, nextMet } = contactDays(values, told);
    const say = [first, lastMet, nextMet].map((day) => day && `${day.on}${day.by ? " told" : ""}`);
    expect(say).toEqual(expected);
  });
});
