import { describe, expect, it } from "vitest";
import { realGazetteer, realUnitFiles } from "../../../tests/support/gazetteer.ts";
import type { CalendarDate } from "../basics/calendar-date.ts";
import { everyUnit, resolveCollective } from "./collective-rule.ts";
import { firstUnits } from "./province-units.ts";

const gazetteer = realGazetteer();
const files = realUnitFiles();
const day = "2026-11-22" as CalendarDate;

function unitsOf(code: string) {
  let id = 0;
  const first = firstUnits(gazetteer, files, { code, day, newId: () => `u${++id}` });
  if (!first) throw new Error(`no province ${code}`);
  return first;
}

describe("the units of a province on its first day", () => {
  it("Gia Lai has 135 communes, seven of them on the border, and one of each department", () => {
    const { units } = unitsOf("52");
    const on = (kinds: Parameters<typeof resolveCollective>[0]) => resolveCollective(kinds, units, day);
    expect(on({ ...everyUnit, kinds: ["commune"] })).toHaveLength(135);
    expect(
      on({ ...everyUnit, kinds: ["commune"], traits: ["border"] }).map(({ shortName }) => shortName),
    ).toEqual([
      ...["xã Ia O", "xã Ia Chia", "xã Ia Dom", "xã Ia Pnôn", "xã Ia Nan", "xã Ia Púch", "xã Ia Mơ"],
    ]);
    const departments = on({ ...everyUnit, kinds: ["department"] });
    expect(departments.map(({ name }) => name)).toContain("Sở Ngoại vụ");
    expect(new Set(departments.map(({ name }) => name)).size).toBe(departments.length);
  });

  it("keeps what Gia Lai came from: both former provinces with departments and districts, closed on 30/6/2025", () => {
    const { units, changes } = unitsOf("52");
    const before = resolveCollective(everyUnit, units, "2025-06-30" as CalendarDate);
    expect(before.filter(({ kind }) => kind === "district")).toHaveLength(28);
    expect(before.filter(({ gazetteerId }) => gazetteerId === "so-ngv").map(({ name }) => name)).toEqual([
      "Sở Ngoại vụ tỉnh Bình Định",
      "Sở Ngoại vụ tỉnh Gia Lai",
    ]);
    expect(before.every(({ to }) => to === "2025-06-30")).toBe(true);
    const heir = units.find(({ name }) => name === "Sở Ngoại vụ")?.id;
    const merger = changes.find(({ after }) => heir !== undefined && after.includes(heir));
    expect(merger).toMatchObject({ kind: "merged", on: "2025-07-01", document: "202/2025/QH15" });
    expect(merger?.before).toHaveLength(2);
  });

  it("all 34 provinces have a tree: a root, parents before what is below, communes of the list", () => {
    const codes = gazetteer.provinces.flatMap(({ code }) => code ?? []);
    expect(codes).toHaveLength(34);
    let communes = 0;
    for (const code of codes) {
      const { units, changes } = unitsOf(code);
      const seen = new Set<string>();
      for (const { id, parent } of units) {
        if (parent !== null) expect(seen.has(parent)).toBe(true);
        seen.add(id);
      }
      for (const { before, after } of changes)
        for (const id of [...before, ...after]) expect(seen.has(id)).toBe(true);
      const today = resolveCollective(everyUnit, units, day);
      expect(today.filter(({ kind }) => kind === "peoplesCommittee")).toHaveLength(1);
      const names = today.map(({ name }) => name);
      expect(
        names.filter((name, i) => names.indexOf(name) !== i),
        code,
      ).toEqual([]);
      communes += today.filter(({ kind }) => kind === "commune").length;
    }
    expect(communes).toBe(3321);
  });
});
