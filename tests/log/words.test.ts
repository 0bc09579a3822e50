import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { logEntryWordsEn, logEntryWordsVi } from "../../src/domain/language/log-entries.ts";
import { checkout } from "../support/server.ts";

/** Acts and kinds of things that the sources write into the log, as far as they stand there in plain words. */
function writtenIn(pattern: RegExp): readonly string[] {
  const files = globSync("src/{operations,accounts,main,store}/**/*.ts", { cwd: checkout });
  const texts = files
    .filter((file) => !file.endsWith(".test.ts"))
    .map((file) => readFileSync(join(checkout, file), "utf8"));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? "")))];
}

describe("the words of the log", () => {
  it("name every act that operations write, in both languages", () => {
    const acts = writtenIn(/\bwhat(?:: | = |Of\()"([a-z][a-z-]+)"/g);
    expect(acts.length).toBeGreaterThan(50);
    expect(acts.filter((act) => !Object.hasOwn(logEntryWordsVi.deeds, act))).toEqual([]);
  });

  it("name every kind of thing that operations write of", () => {
    const kinds = writtenIn(/subject: [`"]([a-z]+)[:"]/g);
    expect(kinds.length).toBeGreaterThan(12);
    expect(kinds.filter((kind) => !Object.hasOwn(logEntryWordsVi.things, kind))).toEqual([]);
  });

  it("are the same list in both languages, each act by its own words", () => {
    for (const part of ["deeds", "things", "fields"] as const)
      expect(Object.keys(logEntryWordsEn[part])).toEqual(Object.keys(logEntryWordsVi[part]));
    for (const { deeds } of [logEntryWordsVi, logEntryWordsEn])
      expect(new Set(Object.values(deeds)).size).toBe(Object.keys(deeds).length);
  });
});
