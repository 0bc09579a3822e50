import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { counted } from "./language.ts";

/** Every sentence with blanks of a catalogue in English, by the way to it. */
function sentences(
  words: unknown,
  way: string,
): readonly (readonly [string, (...blanks: unknown[]) => unknown])[] {
  if (typeof words === "function") return [[way, words as (...blanks: unknown[]) => unknown]]; // called with care below
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([key, inner]) => sentences(inner, `${way}.${key}`));
}

/**
 * What a sentence says of one of each thing, the blanks given as words and as numbers, as far as it takes them: some tell
 * one by the word, some by the number.
 */
function saidOfOne(sentence: (...blanks: unknown[]) => unknown): readonly string[] {
  return ["1", 1].flatMap((one) => {
    try {
      const said = sentence(...Array.from({ length: sentence.length }, () => one));
      return typeof said === "string" ? [said] : [];
    } catch {
      return [];
    }
  });
}

/** Verbs that follow a name, where a count would be. */
const verbs = /^(?:acts|answers|as|asks|becomes|begins|ends|goes|has|holds|is|stands|stays|waits|was)$/;

/** Whether one thing is told of as many: "1 records", "1 record are". "3 of 1 parts" tells of all of them. */
function isMany(said: string): boolean {
  const [, word = "", next = ""] =
    /(?<!of )(?<![\d.,/])\b1 (?:(?:other|open|doubtful|more|hidden) )?([a-z]+)(?: ([a-z]+))?/.exec(said) ??
    [];
  const isPlural = /[^s]s$/.test(word) && !verbs.test(word);
  return isPlural || /^(?:are|were|have|wait|stand|need|owe|name)$/.test(next);
}

const catalogues = readdirSync(import.meta.dirname)
  .filter((file) => /^(?:web-|letters|account|state).*(?<!\.test)\.ts$/.test(file))
  .map((file) => [file] as const);

it.each(catalogues)("%s tells in English of one thing as of one", async (file) => {
  const words: Readonly<Record<string, unknown>> = await import(`./${file.replace(/\.ts$/, "")}.ts`);
  const wrong = Object.entries(words)
    .flatMap(([name, catalogue]): readonly (readonly [string, unknown])[] => {
      if (name.endsWith("En")) return [[name, catalogue]];
      return typeof catalogue === "object" && catalogue !== null && "en" in catalogue
        ? [[name, catalogue.en]]
        : [];
    })
    .flatMap(([name, catalogue]) => sentences(catalogue, name))
    .flatMap(([way, sentence]) => {
      const said = saidOfOne(sentence);
      return said.length > 0 && said.every(isMany) ? [`${way}: ${said[0]}`] : [];
    });
  expect(wrong).toEqual([]);
});

it.each([
  ["1 records in 1 registers", true, "the noun"],
  ["1 unit are named", true, "the verb"],
  ["1 record in 1 register", false, "as it is said"],
  ["reached in 1 of 1 parts", false, "all of them"],
  ["21 records", false, "many"],
])("%s: %s, for %s", (line, isWrong) => {
  expect(isMany(line)).toBe(isWrong);
});

it("counts one, and others", () => {
  expect(["1", "2", "1,000"].map((count) => counted(count, "entry", "entries"))).toEqual([
    ...["1 entry", "2 entries", "1,000 entries"],
  ]);
});
