import { expect, it } from "vitest";
import type { PageWord } from "../domain/document/page.ts";
import { SearchablePdf } from "./searchable-pdf.ts";

function word(text: string, left: number, top: number, width: number): PageWord {
  const box = [left, top, left + width, top + 13] as const;
  return { text, box, size: 13, bold: false, italic: false, origin: "recognised", confidence: 0.9 };
}

/** Two columns of a head: what stands left is read first, though what stands right stands as high. */
const lines = [
  [word("SỞ", 80, 60, 20), word("NGOẠI", 104, 60, 40), word("VỤ", 148, 60, 18)],
  [word("Số:", 90, 80, 20), word("12/SNV-VP", 114, 80, 60)],
  [word("Độc", 330, 60, 24), word("lập", 358, 60, 18)],
];

/** Four points: white, black, white, white. */
const picture = { kind: "bits", across: 4, down: 1, data: new Uint8Array(0) } as const;

async function opened() {
  const pdf = new SearchablePdf();
  const parts = [pdf.begin("Bản sao để thử"), pdf.picture(2, picture)];
  const size = { width: 595.2, height: 842 };
  parts.push(
    pdf.end(
      new Map([
        [1, { width: 420, height: 595, lines: [] }],
        [2, { ...size, lines }],
      ]),
    ),
  );
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  return getDocument({ data: new Uint8Array(Buffer.concat(parts)), verbosity: 0 }).promise;
}

it("gives pages of the sizes asked for, in their order", async () => {
  const document = await opened();
  expect(document.numPages).toBe(2);
  const sizes = await Promise.all([1, 2].map(async (number) => (await document.getPage(number)).view));
  expect(sizes).toEqual([
    [0, 0, 420, 595],
    [0, 0, 595.2, 842],
  ]);
  expect((await document.getMetadata()).info).toMatchObject({ Subject: "Bản sao để thử" });
});

it("gives words back with their marks, in the order given, where they stand and as wide", async () => {
  const page = await (await opened()).getPage(2);
  const { items } = await page.getTextContent();
  const words = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item] : []));
  expect(words.map(({ str }) => str.trim()).join(" ")).toBe("SỞ NGOẠI VỤ Số: 12/SNV-VP Độc lập");
  const last = words.at(-1);
  expect(last?.transform[4]).toBeCloseTo(330, 1);
  // The line stands a fifth of the size of the type above the foot of its words.
  expect(last?.transform[5]).toBeCloseTo(842 - 73 + 2.6, 1);
});
