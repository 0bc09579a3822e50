import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Declaration } from "./declaration.ts";
import { checkRecord, readValues } from "./record-check.ts";
import { sheetColumns } from "./record-sheet.ts";

const page = readFileSync(join(import.meta.dirname, "../../../docs/RECORDS.md"), "utf8");
const example = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? "";

it("a register of ten fields takes at most 80 lines, and works as its page says", async () => {
  expect(example.trim().split("\n").length).toBeLessThanOrEqual(80);
  const script = stripTypeScriptTypes(example);
  const made: { exhibitionDeclaration: Declaration } = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(script)}`
  );
  const declaration = made.exhibitionDeclaration;
  expect(declaration.fields).toHaveLength(10);
  const typed = {
    name: "Sắc màu cao nguyên",
    kind: "mỹ thuật",
    country: "nhật bản",
    when: "5/8/2026",
    cost: "2 triệu",
  };
  const read = readValues(declaration, typed);
  expect(read).toMatchObject({ ok: true, value: { values: { kind: "art", country: "JP" } } });
  if (read.ok) expect(checkRecord(declaration, { values: read.value.values, linked: [] })).toEqual([]);
  expect(sheetColumns(declaration).map(({ heading }) => heading)).toContain("Tên triển lãm");
});

describe("the compiler", { timeout: 120_000 }, () => {
  it("takes the example as it stands on the page", () => {
    expect(compiled(example)).toEqual({ faults: "", isRight: true });
  });

  it.each([
    ['kind: "email"', 'kind: "letter"', "a kind that there is none of"],
    ["required: true", 'required: "yes"', "a rule of another type"],
    ["min: 0", "most: 0", "a rule of another kind of field"],
    ['vi: "Triển lãm ở nước ngoài", ', "", "a name in one language"],
  ])("refuses it with %s changed to %s: %s", (from, to) => {
    expect(example).toContain(from);
    expect(compiled(example.replace(from, to)).isRight).toBe(false);
  });
});

/** What the compiler says of a declaration, by the settings of the project, as if it stood in its folder. */
function compiled(text: string): { readonly faults: string; readonly isRight: boolean } {
  const root = join(import.meta.dirname, "../../..");
  const folder = mkdtempSync(join(tmpdir(), "sauro-example-"));
  try {
    mkdirSync(join(folder, "records"));
    writeFileSync(join(folder, "records/exhibition.ts"), text);
    const settings = {
      extends: join(root, "tsconfig.json"),
      compilerOptions: { noEmit: true, types: [], rootDirs: [folder, import.meta.dirname] },
      ...{ include: [], files: [join(folder, "records/exhibition.ts")] },
    };
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    return { faults: stdout, isRight: status === 0 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
