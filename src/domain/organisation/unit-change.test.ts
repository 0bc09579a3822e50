import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "../basics/calendar-date.ts";
import { existsOn } from "./gazetteer.ts";
import type { Unit } from "./unit.ts";
import {
  heirsToday,
  type NewUnit,
  planUnitChange,
  type UnitChange,
  type UnitChangePlan,
} from "./unit-change.ts";

const before = "2025-06-30" as CalendarDate;
const day = "2025-07-01" as CalendarDate;

function unit(id: string, parent: string | null = null, change: Partial<Unit> = {}): Unit {
  return {
    ...{ id, parent, kind: "department", relation: "subordinate", name: `Sở ${id}`, shortName: null },
    ...{ symbol: null, aliases: [], traits: [], gazetteerId: null, standing: null, from: null, to: null },
    ...change,
  };
}

function fresh(id: string, parent: string | null = null): NewUnit {
  const { from: _from, to: _to, ...made } = unit(id, parent);
  return made;
}

/** The tree after a change. */
function applied(units: readonly Unit[], plan: UnitChangePlan): readonly Unit[] {
  const updated = new Map(plan.updated.map((one) => [one.id, one]));
  return [...units.map((one) => updated.get(one.id) ?? one), ...plan.created];
}

const province = [
  unit("root", null, { kind: "peoplesCommittee", name: "UBND tỉnh" }),
  unit("finance", "root", { name: "Sở Tài chính" }),
  unit("planning", "root", { name: "Sở Kế hoạch và Đầu tư" }),
  unit("office", "planning", { kind: "subdivision", name: "Phòng Đối ngoại" }),
  unit("ended", "root", { name: "Sở cũ", to: before }),
];

describe("a change of the tree", () => {
  it("merges two departments into one of them: its rooms and its open work go there", () => {
    const plan = planUnitChange(province, { kind: "merged", on: day, from: ["planning"], into: "finance" });
    if (!plan.ok) throw new Error(plan.failure.code);
    const tree = applied(province, plan.value);
    expect(tree.find(({ id }) => id === "planning")?.to).toBe(before);
    expect(tree.find(({ id }) => id === "office")?.parent).toBe("finance");
    expect(plan.value.heirs).toEqual([{ from: "planning", to: ["finance"] }]);
  });

  it("merges two into a new one of the same name as one that ends", () => {
    const made = { ...fresh("new", "root"), name: "Sở Tài chính" };
    const plan = planUnitChange(province, {
      kind: "merged",
      on: day,
      from: ["planning", "finance"],
      into: made,
    });
    expect(plan.ok && plan.value.created).toMatchObject([{ id: "new", from: day, to: null }]);
    expect(plan.ok && plan.value.heirs.map(({ from }) => from)).toEqual(["planning", "finance"]);
  });

  it("splits one in two: the first takes the rest", () => {
    const into = [fresh("a", "root"), fresh("b", "root")];
    const plan = planUnitChange(province, { kind: "split", on: day, from: "planning", into });
    expect(plan.ok && plan.value.heirs).toEqual([{ from: "planning", to: ["a", "b"] }]);
    expect(plan.ok && plan.value.updated.find(({ id }) => id === "office")?.parent).toBe("a");
  });

  it("closes the rooms of a unit that ends without an heir", () => {
    const plan = planUnitChange(province, { kind: "abolished", on: day, unit: "planning", heir: null });
    expect(plan.ok && plan.value.updated.map(({ id, to }) => [id, to])).toEqual([
      ["planning", before],
      ["office", before],
    ]);
  });

  it("keeps the former name with its last day", () => {
    const plan = planUnitChange(province, {
      ...{ kind: "renamed", on: day, unit: "finance", name: "Sở Tài chính - Kế hoạch", shortName: null },
      symbol: "STCKH",
    });
    expect(plan.ok && plan.value.formerNames).toMatchObject([{ name: "Sở Tài chính", to: before }]);
  });

  it.each<[string, UnitChange, string]>([
    ["a unit that is not there", { kind: "moved", on: day, unit: "none", parent: null }, "unit.unknown"],
    ["a unit that ended", { kind: "abolished", on: day, unit: "ended", heir: null }, "unit.closed"],
    [
      "a unit below its own room",
      { kind: "moved", on: day, unit: "planning", parent: "office" },
      "unit.ring",
    ],
    [
      "a merger of one",
      { kind: "merged", on: day, from: ["planning"], into: fresh("x") },
      "unit.parts-wrong",
    ],
    [
      "a merger into itself alone",
      { kind: "merged", on: day, from: ["planning"], into: "planning" },
      "unit.parts-wrong",
    ],
    [
      "a split into one",
      { kind: "split", on: day, from: "planning", into: [fresh("x")] },
      "unit.parts-wrong",
    ],
    ["no name", { kind: "created", on: day, unit: { ...fresh("x", "root"), name: " " } }, "unit.name-empty"],
    [
      "a name that is there, written otherwise",
      { kind: "created", on: day, unit: { ...fresh("x", "root"), name: "sở tài  chính" } },
      "unit.name-taken",
    ],
  ])("refuses %s", (_, change, code) => {
    const plan = planUnitChange(province, change);
    expect(plan.ok ? null : plan.failure.code).toBe(code);
  });

  it("leaves a tree: nobody lost, no ring, every closed unit closed the day before, heirs there", () => {
    const trees = fc
      .array(fc.nat({ max: 11 }), { minLength: 3, maxLength: 12 })
      .map((parents) => parents.map((at, i) => unit(`u${i}`, i === 0 ? null : `u${at % i}`)));
    const picks = fc.record({ a: fc.nat(), b: fc.nat(), c: fc.nat(), kind: fc.nat({ max: 4 }) });
    fc.assert(
      fc.property(trees, picks, (units, { a, b, c, kind }) => {
        const at = (n: number) => units[n % units.length]?.id ?? "";
        const changes: readonly UnitChange[] = [
          { kind: "moved", on: day, unit: at(a), parent: at(b) },
          { kind: "merged", on: day, from: [...new Set([at(a), at(b)])], into: at(c) },
          { kind: "merged", on: day, from: [...new Set([at(a), at(b)])], into: fresh("new", null) },
          { kind: "split", on: day, from: at(a), into: [fresh("new", null), at(b)] },
          { kind: "abolished", on: day, unit: at(a), heir: a === b ? null : at(b) },
        ];
        const change = changes[kind];
        const plan = change && planUnitChange(units, change);
        if (!plan?.ok) return;
        const tree = applied(units, plan.value);
        expect(tree.length).toBe(units.length + plan.value.created.length);
        const parents = new Map(tree.map(({ id, parent }) => [id, parent]));
        for (const { id } of tree) {
          let steps = 0;
          for (let up = parents.get(id) ?? null; up !== null; up = parents.get(up) ?? null)
            if (++steps > tree.length) throw new Error("a ring");
        }
        for (const one of tree) {
          if (one.to !== null) expect(one.to).toBe(addDays(day, -1));
          const parent = tree.find(({ id }) => id === one.parent);
          if (parent && existsOn(one, day)) expect(existsOn(parent, day)).toBe(true);
        }
        for (const { to } of plan.value.heirs)
          for (const heir of to) {
            const found = tree.find(({ id }) => id === heir);
            expect(found && existsOn(found, day)).toBe(true);
          }
      }),
    );
  });
});

describe("who has a unit's work today", () => {
  const heirs = new Map<string, readonly string[]>([
    ["merged", ["big"]],
    ["split", ["a", "b"]],
    ["b", ["big"]],
    ["two", ["split", "big"]],
    ["ring", ["round"]],
    ["round", ["ring"]],
  ]);
  it.each([
    ["there", ["there"], "a unit that is there has its own"],
    ["merged", ["big"], "of a merged one its successor"],
    ["split", ["a", "big"], "of a split one its heirs, each followed through later changes, the first first"],
    ["two", ["a", "big"], "who came by two ways is named once"],
    ["ring", ["ring"], "units that took over from each other end nobody's work"],
  ])("%s: %j, %s", (unit, today, _) => {
    expect(heirsToday(unit, heirs)).toEqual(today);
  });
});
