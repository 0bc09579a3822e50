import { afterAll, describe, expect, it } from "vitest";
import type { Page } from "../domain/document/page.ts";
import { startReading } from "../intake/read-file.ts";
import {
  DrawnSheet,
  drawnFirstPage,
  machineRecogniser,
  recogniserName,
} from "../intake/scan/drawn-scan.fixture.ts";
import { scannedPdf } from "../intake/scan/scanned-pdf.fixture.ts";
import { aboutCopy, writeSearchable } from "./copy-searchable.ts";

const lane = startReading({ recogniser: async () => machineRecogniser });
afterAll(() => lane.close());

async function copied(bytes: Uint8Array): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const about = aboutCopy("00ff");
  const made = await writeSearchable({ bytes, about, declaredOpen: true }, { lane }, async (part) => {
    parts.push(part);
  });
  expect(made.ok).toBe(true);
  return Buffer.concat(parts);
}

/** The pages of a file whose text is not read off pictures again. */
async function pagesOf(bytes: Uint8Array): Promise<readonly Page[]> {
  const { extract, pictures } = await lane.read({ bytes, scans: "none" });
  if (!extract.ok || extract.value.content.kind !== "pages") throw new Error("not read");
  expect(pictures).toBe(0);
  return extract.value.content.pages;
}

const textOf = ({ words }: Page): string => words.map(({ text }) => text).join(" ");

describe.skipIf(machineRecogniser === null)(`searchable copies${recogniserName}`, { timeout: 90_000 }, () => {
  it("hold the words of each page in reading order, as wide as the page, over its picture", async () => {
    const second = new DrawnSheet().lines(85, 100, [
      "Tiếp theo trang trước,",
      "các xã báo cáo kết quả hằng quý.",
    ]);
    const scan = scannedPdf([
      drawnFirstPage().scanned({ degrees: 1.2 }),
      second.scanned({ quarters: 2, degrees: -0.8 }),
    ]);
    const before = scan.slice();
    const copy = await copied(scan);
    expect(scan).toEqual(before);
    const pages = await pagesOf(new Uint8Array(copy));
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [595, 842],
      [595, 842],
    ]);
    expect(pages.every(({ pictureShare }) => pictureShare > 0.99)).toBe(true);
    const [first = "", other = ""] = pages.map(textOf);
    for (const words of ["TỈNH ĐỒNG THÁP", "217/KH-UBND", "KẾ HOẠCH Mở lớp", "Sở Nội vụ chọn người học"])
      expect(first).toContain(words);
    expect(other).toBe("Tiếp theo trang trước, các xã báo cáo kết quả hằng quý.");
  });

  it("show what they read where it stands, also of photographs that lie on their side", async () => {
    const photograph = drawnFirstPage().scanned({ quarters: 1, degrees: 0.6 }).toBuffer("image/png");
    const [page] = await pagesOf(new Uint8Array(await copied(new Uint8Array(photograph))));
    expect(page && page.width < page.height).toBe(true);
    const { extract } = await lane.read({ bytes: new Uint8Array(photograph) });
    if (!extract.ok || extract.value.content.kind !== "pages") throw new Error("not read");
    const boxOf = (words: Page["words"] = []) =>
      words.find(({ text }) => text === "20/12/2026.")?.box.map((side) => Math.round(side / 3));
    expect(boxOf(page?.words)).toBeDefined();
    expect(boxOf(page?.words)).toEqual(boxOf(extract.value.content.pages[0]?.words));
  });
});

it("are not made of files without pages", async () => {
  const text = new TextEncoder().encode("THÔNG BÁO\nVề việc nghỉ lễ\nCác cơ quan nghỉ từ ngày 02/9/2026.\n");
  const made = await writeSearchable({ bytes: text, about: "" }, { lane }, async () => undefined);
  expect(made).toMatchObject({ ok: false, failure: { code: "register.no-copy" } });
});
