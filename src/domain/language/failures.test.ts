import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { failureCatalogue, failureEntry, sayFailure } from "./failures.ts";
import { blanksOf } from "./language.ts";

const sourceFolder = new URL("../..", import.meta.url).pathname;
const families =
  "file|secrecy|setting|database|server|backup|account|command|register|duty|unit|people|mail|scan|agreement|record";

/** A code written in the source, with the keys of its detail where they stand beside it. */
interface Use {
  readonly file: string;
  readonly code: string;
  readonly keys: readonly string[] | null;
}

const uses: readonly Use[] = readdirSync(sourceFolder, { recursive: true, encoding: "utf8" })
  .filter(
    (file) =>
      /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !/language.[a-z-]*failures\.ts$/.test(file),
  )
  .flatMap((file) => usesIn(file, readFileSync(join(sourceFolder, file), "utf8")));

function usesIn(file: string, source: string): readonly Use[] {
  const quoted = new RegExp(`"((?:${families})\\.[a-z0-9-]+)"`, "g");
  const failing = new RegExp(
    `\\bfail\\(\\s*"((?:${families})\\.[a-z0-9-]+)"(?:,\\s*\\{([^{}]*)\\})?\\s*,?\\s*\\)`,
    "g",
  );
  const codes = [...source.matchAll(quoted)].map(
    (match): Use => ({ file, code: match[1] ?? "", keys: null }),
  );
  const details = [...source.matchAll(failing)].map(
    (match): Use => ({ file, code: match[1] ?? "", keys: keysOf(match[2]) }),
  );
  return [...codes.filter((use) => !isFileName(use.code)), ...details];
}

/** "database.log" is the name of a file. */
function isFileName(code: string): boolean {
  return /\.(log|json|sql|ts|html)$/.test(code);
}

/** The keys of an object literal: `{ path, part: name }`. Null when one is spread or computed. */
function keysOf(literal: string | undefined): readonly string[] | null {
  const parts = (literal ?? "")
    .replace(/\([^()]*\)/g, "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const keys = parts.map((part) => /^(\w+)(?=\s*:|$)/.exec(part)?.[1]);
  return keys.every((key) => key !== undefined) ? keys.map(String) : null;
}

describe("the catalogue of failures", () => {
  it("sees the sources", () => {
    expect(new Set(uses.map((use) => use.code)).size).toBeGreaterThan(20);
    expect(usesIn("a.ts", 'fail("file.odd", { a, b: c(1, 2) })')).toEqual([
      { file: "a.ts", code: "file.odd", keys: null },
      { file: "a.ts", code: "file.odd", keys: ["a", "b"] },
    ]);
  });

  it("knows every code that the sources use", () => {
    expect(uses.filter((use) => !Object.hasOwn(failureCatalogue, use.code))).toEqual([]);
  });

  it("holds no code that nothing uses", () => {
    const used = new Set(uses.map((use) => use.code));
    expect(Object.keys(failureCatalogue).filter((code) => !used.has(code))).toEqual([]);
  });

  it("finds its blanks in the detail of each failure", () => {
    const unfilled = uses.flatMap(({ file, code, keys }) => {
      const { vi, en } = failureEntry(code as keyof typeof failureCatalogue); // an unknown code has its own test
      // Parts in square brackets go when nothing fills them.
      const needed = [...blanksOf(vi.replace(/\[[^\]]*\]/g, "")), ...blanksOf(en.replace(/\[[^\]]*\]/g, ""))];
      return keys === null
        ? []
        : needed.filter((blank) => !keys.includes(blank)).map((blank) => `${file}: ${code} {${blank}}`);
    });
    expect([...new Set(unfilled)]).toEqual([]);
  });

  it.each(Object.entries(failureCatalogue))(
    "%s says the same in both languages, in whole sentences",
    (_, entry) => {
      expect([...new Set(blanksOf(entry.vi))].sort()).toEqual([...new Set(blanksOf(entry.en))].sort());
      expect(entry.status).toBeGreaterThanOrEqual(400);
      for (const sentence of [entry.vi, entry.en]) {
        expect(sentence).toMatch(/^[\p{Lu}"“{]/u);
        expect(sentence).toBe(sentence.normalize("NFC"));
      }
    },
  );
});

describe("sayFailure", () => {
  it("fills the blanks", () => {
    const failure = { code: "file.too-many-pages", detail: { pages: 12_000, most: 5000 } } as const;
    expect(sayFailure(failure, "vi")).toContain("12.000 trang");
    expect(sayFailure(failure, "en")).toContain("12,000 pages");
  });

  it("answers for a code that it does not know, naming it", () => {
    expect(sayFailure({ code: "file.never-heard-of", detail: {} }, "en")).toContain("file.never-heard-of");
    expect(failureEntry("file.constructor").status).toBe(500);
  });
});
