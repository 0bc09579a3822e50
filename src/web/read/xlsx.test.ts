import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { writeXlsx } from "./xlsx.ts";

async function partsOf(workbook: Blob): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await workbook.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

it("writes texts as texts, whatever they begin with or hold, and numbers as numbers", async () => {
  const rows = [
    ["=1+1", 'a < b & "c"', null, 2.5],
    [null, "dòng 1\ndòng 2\u0007", "", 0],
  ];
  const parts = await partsOf(writeXlsx([{ name: "A/B: [x]", widths: [5, 5, 5, 5], head: ["h"], rows }]));
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
  expect(sheet).toContain('<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
  expect(sheet).toContain("a &lt; b &amp; &quot;c&quot;");
  expect(sheet).toContain('<c r="D2" s="2"><v>2.5</v></c>');
  expect(sheet).toContain("dòng 1\ndòng 2</t>");
  expect(sheet).not.toContain("<f>");
  expect(sheet).not.toMatch(/r="[AC]3"/);
  expect(parts["xl/workbook.xml"]).toContain('name="A B   x "');
});

it("names columns past Z, and lists each sheet in all its places", async () => {
  const wide = { name: "w", widths: [1], head: Array.from({ length: 28 }, (_, at) => `${at}`), rows: [] };
  const parts = await partsOf(writeXlsx([wide, { ...wide, name: "v" }]));
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('r="AB1"');
  for (const part of ["[Content_Types].xml", "xl/_rels/workbook.xml.rels"])
    expect(parts[part]).toContain("sheet2.xml");
});
