import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIsoDate } from "../basics/calendar-date.ts";
import type { UnitChange, UnitChangePlan } from "./unit-change.ts";
import { movesOf } from "./unit-moves.ts";

const on = parseIsoDate("2025-07-01");
if (on === null) throw new Error("a day");
const nothing = { created: [], updated: [], formerNames: [], heirs: [], before: [], after: [] };
const party = (task: string, holder: string, unit = holder) => ({ task, position: 0, unit, holder });

const merger: UnitChange = { kind: "merged", on, from: ["a", "b"], into: "c" };
const merged: UnitChangePlan = {
  ...{ ...nothing, before: ["a", "b"], after: ["c"] },
  heirs: [
    { from: "a", to: ["c"] },
    { from: "b", to: ["c"] },
  ],
};
const split: UnitChange = { kind: "split", on, from: "a", into: ["x", "y"] };
const splitPlan = { ...nothing, before: ["a"], after: ["x", "y"], heirs: [{ from: "a", to: ["x", "y"] }] };
const spinOff: UnitChange = { kind: "split", on, from: "a", into: ["a", "y"] };

describe("who takes over open work", () => {
  it("in a merger the heir takes all that the closed units hold, as given or taken over before", () => {
    const moved = movesOf([party("1", "a"), party("2", "b", "older")], merger, merged);
    expect(moved.ok && moved.value.moves.map(({ task, unit, to }) => [task, unit, to])).toEqual([
      ["1", "a", "c"],
      ["2", "older", "c"],
    ]);
  });

  it("in a split the first heir takes the rest", () => {
    const moved = movesOf([party("1", "a"), party("2", "a")], split, splitPlan, new Map([["2", "y"]]));
    expect(moved.ok && moved.value.moves.map(({ task, to }) => [task, to])).toEqual([
      ["1", "x"],
      ["2", "y"],
    ]);
  });

  it("a unit that lives on after its split keeps the rest", () => {
    const plan = { ...nothing, before: ["a"], after: ["a", "y"] };
    const moved = movesOf([party("1", "a"), party("2", "a")], spinOff, plan, new Map([["2", "y"]]));
    expect(moved.ok && [moved.value.moves.length, moved.value.staying.map(({ task }) => task)]).toEqual([
      1,
      ["1"],
    ]);
  });

  it.each([
    ["a task that nobody there holds", new Map([["9", "y"]])],
    ["an heir that is none", new Map([["1", "z"]])],
  ])("refuses %s", (_, given) => {
    const moved = movesOf([party("1", "a")], split, splitPlan, given);
    expect(moved.ok ? null : moved.failure.code).toBe("unit.task-not-moving");
  });

  it("loses nothing: in = moves + staying, and nothing moves to where it is", () => {
    const parties = fc.array(fc.tuple(fc.nat(20), fc.constantFrom("a", "b", "c", "d")), { maxLength: 30 });
    fc.assert(
      fc.property(parties, (made) => {
        const given = made.map(([task, holder]) => party(String(task), holder));
        const moved = movesOf(given, merger, merged);
        if (!moved.ok) throw new Error("nothing was given to anybody");
        expect(moved.value.moves.length + moved.value.staying.length).toBe(given.length);
        expect(moved.value.moves.every(({ holder, to }) => holder !== to)).toBe(true);
        expect(moved.value.staying.some(({ holder }) => holder === "a" || holder === "b")).toBe(false);
      }),
    );
  });
});
