import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const file = join(import.meta.dirname, "../../docs/CONFORMANCE.md");

/** A line of the page: its number, and the tests or settings that stand for it. */
interface Line {
  readonly number: number;
  readonly shownBy: string;
}

function linesOf(page: string): readonly Line[] {
  return page.split("\n").flatMap((row) => {
    const [, number, , , shownBy] = row.split("|").map((cell) => cell.trim());
    return number && shownBy && /^\d+$/.test(number) ? [{ number: Number(number), shownBy }] : [];
  });
}

/** Tests as a line names them: a link to their file, and behind it their names in quotes. */
function testsOf({ shownBy }: Line) {
  return [...shownBy.matchAll(/\[[^\]]+\]\(([^)]+\.test\.ts)\)((?:,? “[^”]+”)+)/g)].map(
    ([, path = "", names = ""]) => ({
      path: join(dirname(file), path),
      names: [...names.matchAll(/“([^”]+)”/g)].map(([, name = ""]) => name),
    }),
  );
}

const lines = linesOf(readFileSync(file, "utf8"));

describe("the page on conformance", () => {
  it("has every line on agreements, aid, delegations and conferences once", () => {
    const numbers = lines.map(({ number }) => number);
    expect(numbers).toEqual(expect.arrayContaining(Array.from({ length: 14 }, (_, at) => 28 + at)));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each(lines)("names for line $number tests that there are", (line) => {
    const tests = testsOf(line);
    expect(tests.length).toBeGreaterThan(0);
    const missing = tests.flatMap(({ path, names }) => {
      const source = existsSync(path) ? readFileSync(path, "utf8") : "";
      return names.filter((name) => !source.includes(`"${name}"`)).map((name) => `${path}: ${name}`);
    });
    expect(missing).toEqual([]);
  });
});
