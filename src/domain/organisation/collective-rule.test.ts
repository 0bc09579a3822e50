import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../basics/calendar-date.ts";
import { everyUnit, proposedRule, resolveCollective } from "./collective-rule.ts";
import type { Unit } from "./unit.ts";

const day = "2025-08-21" as CalendarDate;

function unit(id: string, kind: Unit["kind"], change: Partial<Unit> = {}): Unit {
  return {
    ...{
      id,
      parent: "root",
      kind,
      relation: "subordinate",
      name: id,
      shortName: null,
      symbol: null,
      aliases: [],
    },
    ...{ traits: [], gazetteerId: null, standing: null, from: null, to: null },
    ...change,
  };
}

const units = [
  unit("root", "peoplesCommittee", { parent: null }),
  unit("snv", "department"),
  unit("stc", "department"),
  unit("room", "subdivision", { parent: "snv" }),
  unit("school", "serviceUnit"),
  unit("ia-o", "commune", { traits: ["border"] }),
  unit("quy-nhon", "commune"),
  unit("old", "department", { to: "2025-06-30" as CalendarDate }),
  unit("front", "massOrganisation", { relation: "requested" }),
  unit("firm", "other", { relation: "outside" }),
];

const idsOf = (wording: string) => {
  const rule = proposedRule(wording);
  return rule && resolveCollective(rule, units, day).map(({ id }) => id);
};

describe("who is meant by many", () => {
  it.each<[string, readonly string[] | null]>([
    ["các sở, ban, ngành", ["snv", "stc"]],
    ["UBND các xã, phường", ["ia-o", "quy-nhon"]],
    ["các xã biên giới", ["ia-o"]],
    ["các cơ quan, đơn vị, địa phương", ["snv", "stc", "school", "ia-o", "quy-nhon"]],
    ["các sở, ban, ngành, đoàn thể", ["snv", "stc", "front"]],
    // Left open until the leading unit names them.
    ["các cơ quan, đơn vị liên quan", null],
    ["doanh nghiệp", null],
  ])("%s", (wording, ids) => {
    expect(idsOf(wording)).toEqual(ids);
  });

  it("means the units of the day: one that ended is not among them, on its last day it is", () => {
    const rule = { ...everyUnit, kinds: ["department"] as const };
    const on = (on: string) => resolveCollective(rule, units, on as CalendarDate).map(({ id }) => id);
    expect(on("2025-06-30")).toContain("old");
    expect(on("2025-07-01")).not.toContain("old");
  });

  it("keeps exceptions out, and takes named ones only", () => {
    const departments = { ...everyUnit, kinds: ["department"] as const };
    expect(resolveCollective({ ...departments, except: ["stc"] }, units, day).map(({ id }) => id)).toEqual([
      "snv",
    ]);
    expect(resolveCollective({ ...departments, only: ["firm"] }, units, day).map(({ id }) => id)).toEqual([
      "firm",
    ]);
  });
});
