import { describe, expect, it } from "vitest";
import { realGazetteer, realUnitFiles } from "../../../tests/support/gazetteer.ts";
import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { foldedKey } from "../text/fold.ts";
import { keyOfBody } from "./body-key.ts";
import { proposedRule } from "./collective-rule.ts";
import { firstUnits } from "./province-units.ts";
import { type PartyAddressee, type PartyContext, partiesOf } from "./task-parties.ts";

let made = 0;
const first = firstUnits(realGazetteer(), realUnitFiles(), {
  ...{ code: "52", day: "2026-11-22" as CalendarDate, newId: () => `u${++made}` },
});
const units = first?.units ?? [];
const nameOf = new Map(units.map(({ id, name }) => [id, name]));
const many = "các sở, ban, ngành";
const context: PartyContext = {
  units,
  formerNames: new Map([["so giao thong", [units.find(({ name }) => name === "Sở Xây dựng")?.id ?? ""]]]),
  wordings: new Map(
    [many, "UBND các xã biên giới"].flatMap((words) => {
      const rule = proposedRule(words);
      return rule ? [[keyOfBody(words, true), rule] as const] : [];
    }),
  ),
  heirs: new Map(
    (first?.changes ?? []).flatMap(({ before, after }) => before.map((id) => [id, after] as const)),
  ),
};

function addressee(name: string, gazetteerId: string | null = null, collective = false): PartyAddressee {
  return {
    position: 0,
    name,
    nameKey: collective ? keyOfBody(name, true) : foldedKey(name),
    collective,
    gazetteerId,
  };
}

function found(one: PartyAddressee, on = "2025-08-21", issuer: string | null = "UBND tỉnh Gia Lai") {
  const day = parseIsoDate(on);
  if (day === null) throw new Error(on);
  const { parties, open } = partiesOf([one], { day, issuer }, context);
  return [
    ...parties.map(({ unit, holder }) =>
      unit === holder ? nameOf.get(unit) : `${nameOf.get(unit)} → ${nameOf.get(holder)}`,
    ),
    ...open.map(({ reason }) => `? ${reason}`),
  ];
}

describe("which units an addressee is", () => {
  it.each([
    ["a department by the gazetteer's id", addressee("Sở Ngoại vụ", "so-ngv"), ["Sở Ngoại vụ"]],
    ["one by its name alone", addressee("sở tài chính"), ["Sở Tài chính"]],
    ["a commune by its code", addressee("UBND xã Ia O", "ubnd-xa/23782"), ["UBND xã Ia O"]],
    ["a commune by its short name", addressee("xã Ia Dom"), ["UBND xã Ia Dom"]],
    ["one by a former name", addressee("Sở Giao thông"), ["Sở Xây dựng"]],
    ["a body that is no unit here", addressee("Trường Đại học Quy Nhơn"), ["? unknown"]],
    ["words that nobody bound", addressee("các doanh nghiệp", null, true), ["? unbound"]],
  ])("%s", (_, one, names) => {
    expect(found(one)).toEqual(names);
  });

  it("a collective in another spelling is the same units", () => {
    const departments = found(addressee(many, null, true));
    expect(departments.length).toBeGreaterThan(12);
    expect(found(addressee("tất cả các sở, ban, ngành", null, true))).toEqual(departments);
    expect(found(addressee("UBND các xã biên giới", null, true))).toHaveLength(7);
  });

  it("a document of before the merger means the department of its province; today its heir holds it", () => {
    expect(found(addressee("Sở Ngoại vụ", "so-ngv"), "2025-06-13", "UBND TỈNH BÌNH ĐỊNH")).toEqual([
      "Sở Ngoại vụ tỉnh Bình Định → Sở Ngoại vụ",
    ]);
    // Without its province two departments have the name, and nobody is guessed.
    expect(found(addressee("Sở Ngoại vụ", "so-ngv"), "2025-06-13", null)).toEqual(["? unknown"]);
  });
});
