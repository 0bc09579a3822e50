import { describe, expect, it } from "vitest";
import type { FoundThingAnswer } from "../../contract/search.ts";
import { searchWords } from "../../domain/language/web-search.ts";
import { actions } from "../../domain/organisation/rights.ts";
import { foundRows, rowOf } from "./found-rows.ts";

const saying = { words: searchWords.vi, language: "vi" } as const;
const bare = { register: null, number: null, detail: null, on: null };
const document: FoundThingAnswer = {
  ...{ ...bare, kind: "document", id: "d1", title: "Kế hoạch", number: "15/KH-UBND", on: "2026-01-05" },
};
const partner: FoundThingAnswer = {
  ...{ ...bare, kind: "record", id: "r1", title: "Attapeu" },
  register: { key: "partners", vi: "Đối tác", en: "Partners" },
};

describe("lines of what was found", () => {
  it("lead to the thing and say what tells it apart", () => {
    expect(rowOf(document, "vi")).toEqual({
      ...{ href: "/documents/d1", icon: "documents", title: "Kế hoạch", about: ["15/KH-UBND", "05/01/2026"] },
    });
    expect(rowOf(partner, "en")).toMatchObject({ href: "/cooperation/partners/r1", about: ["Partners"] });
  });

  it("are led on to the list of their kind, or of each register, with the words", () => {
    const groups = [
      { kind: "document" as const, things: [document], more: false },
      { kind: "record" as const, things: [partner, { ...partner, id: "r2" }], more: true },
    ];
    const lists = foundRows({ groups, listWords: "so ngoai vu" }, "zz", [], saying).map((one) =>
      one.lists.map(({ href }) => href),
    );
    expect(lists).toEqual([["/documents?q=so+ngoai+vu"], ["/cooperation/partners?q=so+ngoai+vu"]]);
  });
});

describe("places of the program", () => {
  const named = (typed: string, may: readonly (typeof actions)[number][] = actions) =>
    foundRows({ groups: [], listWords: typed }, typed, [...may], saying).flatMap(({ rows }) =>
      rows.map(({ title }) => title),
    );

  it.each([
    ["without marks", "nhat ky", "Nhật ký"],
    ["by a beginning", "doan r", "Đoàn ra, đoàn vào"],
    ["by the name in the other language", "settings of urging", "Thiết lập đôn đốc"],
  ])("are found %s", (_, typed, place) => {
    expect(named(typed)).toContain(place);
  });

  it("are shown to whom the menu shows them", () => {
    expect(named("nhat ky", [])).toEqual([]);
    expect(named("doi tac", ["see-tasks"])).toEqual([]);
    expect(named("nhiem vu", [])).toContain("Nhiệm vụ");
  });
});
