import { beforeEach, describe, expect, it, vi } from "vitest";
import type { SessionAnswer } from "../../contract/account.ts";
import { noteOpened, readOpenedThings, thingAt } from "./opened.ts";

const id = "01990000-0000-7000-8000-000000000000";

describe("what a page shows", () => {
  it.each([
    ["a task", `/tasks/${id}`, `task:${id}`],
    ["a document", `/documents/${id}`, `document:${id}`],
    ["a record", `/cooperation/partners/${id}`, `record:${id}`],
    ["a unit", `/organisation/${id}`, `unit:${id}`],
    ["a person, whose id has any form", "/people/mai-1", "person:mai-1"],
    ["a list", "/tasks", null],
    ["a place beside things", "/tasks/import", null],
    ["the review of a document", `/documents/${id}/review`, null],
    ["a new record", "/cooperation/partners/new", null],
  ])("%s", (_, path, thing) => {
    expect(thingAt(path)).toBe(thing);
  });
});

describe("what was opened", () => {
  const session = (email: string): SessionAnswer => ({
    ...{ gate: "signedIn", user: { name: "Mai", email }, may: [] },
    province: { id: 52, name: "Gia Lai", nameEn: "Gia Lai" },
  });
  const mai = session("mai@vd.vn");
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal("window", {
      localStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
      },
    });
  });

  it("is kept the latest first, each once, eight at most", () => {
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9, 4]) noteOpened(mai, `person:${n}`);
    expect(readOpenedThings(mai)).toEqual([4, 9, 8, 7, 6, 5, 3, 2].map((n) => `person:${n}`));
  });

  it("is each person's own, and nobody's who is not at work for a province", () => {
    noteOpened(mai, "person:1");
    expect(readOpenedThings(session("sen@vd.vn"))).toEqual([]);
    const nowhere: SessionAnswer = { ...mai, province: null };
    noteOpened(nowhere, "person:2");
    expect(readOpenedThings(nowhere)).toEqual([]);
  });
});
