import { describe, expect, it } from "vitest";
import { differencesOf } from "./differences.ts";

describe("the differences of two records", () => {
  it.each([
    [
      "a field that changed, one that stayed",
      { name: "Sở A", symbol: "SA" },
      { name: "Sở B", symbol: "SA" },
      [
        { way: ["name"], before: "Sở A", after: "Sở B", isChanged: true },
        { way: ["symbol"], before: "SA", after: "SA", isChanged: false },
      ],
    ],
    [
      "nothing before: an import",
      null,
      { number: "12/TB", findings: 3 },
      [
        { way: ["number"], before: null, after: "12/TB", isChanged: true },
        { way: ["findings"], before: null, after: "3", isChanged: true },
      ],
    ],
    [
      "fields inside fields, and a field that went",
      { contact: { website: "a.vn", address: "1 Lê Lợi" } },
      { contact: { website: "b.vn", address: null } },
      [
        { way: ["contact", "website"], before: "a.vn", after: "b.vn", isChanged: true },
        { way: ["contact", "address"], before: "1 Lê Lợi", after: null, isChanged: true },
      ],
    ],
    [
      "lists in one line each, yes and no as they are",
      { aliases: ["A", "B"], whole: true },
      { aliases: ["A"], whole: false },
      [
        { way: ["aliases"], before: "A, B", after: "A", isChanged: true },
        { way: ["whole"], before: true, after: false, isChanged: true },
      ],
    ],
    [
      "a list of records is said by their values",
      null,
      { addressees: [{ role: "lead", name: "Sở Ngoại vụ", unit: null }] },
      [{ way: ["addressees"], before: null, after: "lead · Sở Ngoại vụ", isChanged: true }],
    ],
    ["nothing at all", null, null, []],
  ])("%s", (_, before, after, expected) => {
    expect(differencesOf(before, after)).toEqual(expected);
  });
});
