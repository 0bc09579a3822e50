import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { forbiddenImports, importRings, type LayerTable } from "./layers.ts";
import { oversized } from "./sizes.ts";
import { sourceFiles } from "./source-files.ts";

const table = JSON.parse(readFileSync(join(import.meta.dirname, "layers.json"), "utf8")) as LayerTable; // our own file
const file = (path: string, text: string) => ({ path, text });

describe("layers", () => {
  it.each([
    ["the domain may not know the store", "src/domain/text/a.ts", 'import { b } from "../../store/b.ts";'],
    ["types count as imports", "src/domain/text/a.ts", 'import type { B } from "../../store/b.ts";'],
    ["a dynamic import is an import", "src/contract/a.ts", 'export const b = () => import("../store/b.ts");'],
    ["a re-export is an import", "src/store/a.ts", 'export { b } from "../operations/b.ts";'],
    [
      "an earlier sub-folder of the domain may not import a later one",
      "src/domain/text/a.ts",
      'import { b } from "../reading/b.ts";',
    ],
    ["the domain uses no package", "src/domain/text/a.ts", 'import { z } from "zod";'],
    [
      "the domain uses nothing of the platform",
      "src/domain/text/a.ts",
      'import { readFileSync } from "node:fs";',
    ],
    [
      "the browser may not run the reader",
      "src/web/a.ts",
      'import { read } from "../domain/reading/read.ts";',
    ],
    ["a folder that the table does not know", "src/utils/a.ts", "export const a = 1;"],
  ])("%s", (_, path, text) => {
    expect(forbiddenImports([file(path, text)], table)).toHaveLength(1);
  });

  it.each([
    [
      "a later sub-folder may import an earlier one",
      "src/domain/reading/a.ts",
      'import { b } from "../text/b.ts";',
    ],
    [
      "the browser may know the shapes of findings",
      "src/web/a.ts",
      'import type { B } from "../domain/reading/b.ts";',
    ],
    ["the composition root makes everything", "src/main.ts", 'import { b } from "./store/b.ts";'],
    ["a test may reach for anything", "src/domain/text/a.test.ts", 'import { b } from "../../store/b.ts";'],
  ])("%s", (_, path, text) => {
    expect(forbiddenImports([file(path, text)], table)).toEqual([]);
  });

  it("finds a ring, through types too", () => {
    const rings = importRings([
      file("src/domain/text/a.ts", 'import { b } from "./b.ts"; export const a = b;'),
      file("src/domain/text/b.ts", 'import type { C } from "./c.ts"; export const b = 1;'),
      file("src/domain/text/c.ts", 'import { a } from "./a.ts"; export type C = typeof a;'),
    ]);
    expect(rings).toHaveLength(1);
    expect(rings[0]?.what).toContain(
      "src/domain/text/a.ts → src/domain/text/b.ts → src/domain/text/c.ts → src/domain/text/a.ts",
    );
  });

  it("sees the files of this repository", () => {
    expect(sourceFiles(join(import.meta.dirname, "../.."), ["src"]).length).toBeGreaterThan(20);
  });
});

describe("sizes", () => {
  it.each([
    ["a file of more than 400 lines", "export const a = 1;\n".repeat(401)],
    ["a function of more than 80 lines", `export function a(): void {\n${"  // step\n".repeat(80)}}\n`],
    [
      "an arrow function of more than 80 lines",
      `export const a = (): void => {\n${"  // step\n".repeat(80)}};\n`,
    ],
  ])("%s is found", (_, text) => {
    expect(oversized([file("src/domain/text/a.ts", text)])).toHaveLength(1);
  });
});
