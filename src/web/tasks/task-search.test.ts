import { describe, expect, it } from "vitest";
import { sameQuery } from "../places.ts";
import { changed, firstAsked, groupingOf, groupMark, listQuery, nextSort, viewQuery } from "./task-search.ts";

describe("the address of the register", () => {
  it("a quarter without its year, and a role without its unit, mean nothing and go with them", () => {
    expect(changed({ year: "2026", quarter: "3", q: "so" }, { year: "" })).toEqual({ year: "", q: "so" });
    expect(changed({ unit: "so ngoai vu", role: "lead" }, { unit: "" })).toEqual({ unit: "" });
  });

  it("a new filter closes the panel; the panel is no part of a view or an export", () => {
    expect(changed({ task: "t1" }, { state: "late" })).toEqual({ state: "late" });
    expect(listQuery({ task: "t1", state: "late", sort: "-due" })).toEqual({ state: "late", sort: "-due" });
  });

  it("a view keeps the columns, of which the API knows nothing", () => {
    const asked = { task: "t1", state: "late", columns: "due,content" };
    expect(viewQuery(asked)).toEqual({ state: "late", columns: "due,content" });
    expect(listQuery(asked)).toEqual({ state: "late" });
  });

  it("a view keeps the grouping and its open groups, of which the list knows nothing", () => {
    const asked = { by: "lead", open: "1a,2b", state: "late" };
    expect(viewQuery(asked)).toEqual(asked);
    expect(listQuery(asked)).toEqual({ state: "late" });
    expect(changed(asked, { by: "year" })).toEqual({ by: "year", state: "late" });
    expect(changed(asked, { q: "so" })).toEqual({ ...asked, q: "so" });
    expect(groupingOf({ by: "colour" })).toBeNull();
  });

  it("what an address shows first is its page, or its groups", () => {
    expect(firstAsked({ state: "late", task: "t1" })).toBe("/api/tasks?state=late&limit=100");
    expect(firstAsked({ state: "late", by: "lead", open: "1a" })).toBe(
      "/api/tasks/groups?state=late&by=lead",
    );
  });

  it("the mark of a group is short, and another for another title", () => {
    const titles = ["Sở Ngoại vụ", "Sở Ngoại vu", "none", "x".repeat(1000)];
    const marks = titles.map(groupMark);
    expect(new Set(marks).size).toBe(titles.length);
    for (const mark of marks) expect(mark).toMatch(/^[0-9a-z]{1,7}$/);
  });

  it("the order of what stands in an address does not matter, an empty value counts as absent", () => {
    expect(sameQuery({ year: "2026", state: "late" }, { state: "late", year: "2026", q: "" })).toBe(true);
    expect(sameQuery({ state: "late" }, { state: "open" })).toBe(false);
  });

  it("a heading pressed again turns the order round; due is the order when none is asked", () => {
    expect(nextSort(undefined, "due")).toBe("-due");
    expect(nextSort("-due", "due")).toBe("due");
    expect(nextSort("due", "lead")).toBe("lead");
  });
});
