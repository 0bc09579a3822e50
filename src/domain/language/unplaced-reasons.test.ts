import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  kindOfReason,
  reasonOf,
  sayReason,
  sayWhere,
  type UnplacedCode,
  unplacedReasons,
  whyUnplaced,
} from "./unplaced-reasons.ts";

// The keys of the catalogue are its codes.
const codes = Object.keys(unplacedReasons) as readonly UnplacedCode[];

describe("reasons for leaving parts out", () => {
  it.each(codes)("%s is known again by its sentence, with what it names", (code) => {
    const names = unplacedReasons[code].vi.includes("{ref}");
    expect(reasonOf(whyUnplaced(code, "PL2.I.3"))).toEqual({ code, ref: names ? "PL2.I.3" : "" });
    expect(sayReason(whyUnplaced(code, "3.a"), "en")).not.toMatch(/[{}]/);
  });

  it("no two reasons have one sentence", () => {
    expect(new Set(codes.map((code) => unplacedReasons[code].vi)).size).toBe(codes.length);
  });

  it("each is used where parts are left out, and nowhere stands a sentence of its own", () => {
    const root = join(import.meta.dirname, "../..");
    const sources = ["domain/document", "domain/reading", "intake"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => /(?<!\.test)\.ts$/.test(name))
        .map((name) => readFileSync(join(root, folder, name), "utf8")),
    );
    const used = sources.flatMap((text) =>
      [...text.matchAll(/whyUnplaced\(\s*"(\w+)"/g)].map(([, code]) => code),
    );
    expect([...new Set(used)].sort()).toEqual([...codes].sort());
    const literal = sources.flatMap((text) => [...text.matchAll(/\bwhy: "[^"]*"/g)].map(([found]) => found));
    expect(literal).toEqual([]);
  });

  it("words that no catalogue holds stay as they are and are looked at", () => {
    expect(sayReason("lý do của bản cũ", "en")).toBe("lý do của bản cũ");
    expect(kindOfReason("lý do của bản cũ")).toBe("text");
    expect(kindOfReason("trùng với PL.5 của phụ lục, đã gắn vào đó")).toBe("placed");
  });

  const places: readonly (readonly [string, string])[] = [
    ["trang 3", "page 3"],
    ["dòng 12-14", "lines 12-14"],
    ["dòng 5", "line 5"],
    ["đoạn 7", "paragraph 7"],
    ["trang tính 2", "sheet 2"],
    ["tệp", "the file"],
    ["không rõ vị trí", "place unknown"],
    ["thân văn bản, sau đoạn 4", "thân văn bản, after paragraph 4"],
  ];
  it.each(places)("the place %s is said as %s", (where, said) => {
    expect(sayWhere(where, "en")).toBe(said);
    expect(sayWhere(where, "vi")).toBe(where);
  });
});
