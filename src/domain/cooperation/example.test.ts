import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { expect, it } from "vitest";
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
