import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Extract } from "../../domain/document/extract.ts";
import type { Page } from "../../domain/document/page.ts";
import { noTools } from "../reading-tools.ts";
import { readPdf } from "./read-pdf.ts";
import { stream, writePages, writePdf } from "./written-pdf.fixture.ts";

async function extractOf(bytes: Uint8Array): Promise<Extract> {
  const read = await readPdf(bytes);
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
}

async function pagesOf(bytes: Uint8Array): Promise<readonly Page[]> {
  const { content } = await extractOf(bytes);
  return content.kind === "pages" ? content.pages : [];
}

async function pageOf(content: string, entries = "", extra: readonly string[] = []): Promise<Page> {
  const [page] = await pagesOf(writePages([{ content, entries }], extra));
  if (!page) throw new Error("no page");
  return page;
}

function textOf(page: Page): string {
  return page.words.map((word) => word.text).join(" ");
}

describe("words", () => {
  it("have boxes from the widths of their letters, size and boldness from the font", async () => {
    const page = await pageOf("BT /F1 20 Tf 100 700 Td (Hello) Tj /F2 10 Tf 0 -50 Td (World 12) Tj ET");
    // Helvetica: H 722, e 556, l 222, l 222, o 556 thousandths.
    expect(page.words[0]).toMatchObject({
      text: "Hello",
      size: 20,
      bold: false,
      box: [100, 84, 145.56, 104],
      origin: "text",
    });
    expect(page.words.slice(1)).toMatchObject([
      { text: "World", bold: true, size: 10 },
      { text: "12", bold: true },
    ]);
  });

  it.each([
    ["[(Ke) -20 (nh)] TJ", "Kenh", "kerning inside a word"],
    ["[(Kenh) -300 (dao)] TJ", "Kenh dao", "a space made by a gap"],
    ["3 Tc (MUONG) Tj", "MUONG", "letters spaced out by the file"],
    ["(K E N H   D A O) Tj", "KENH DAO", "letters spaced out by spaces"],
    ["(Kenh) Tj 1 0 0 1 100.2 700 Tm (Kenh) Tj", "Kenh", "boldness by drawing twice"],
    ["(a b c) Tj", "a b c", "three single letters are three words"],
    [
      "(so 2026) Tj /F3 12 Tf (B) Tj /F1 12 Tf (TH) Tj",
      "so 2026-TH",
      "the soft hyphen that word processors write for a hyphen",
    ],
    ["120 0 Td (dao) Tj -120 0 Td (Kenh) Tj", "Kenh dao", "pieces drawn from right to left"],
  ])("%s reads %j", async (drawing, text) => {
    const page = await pageOf(`BT /F1 12 Tf 1 0 0 1 100 700 Tm ${drawing} ET`);
    expect(textOf(page)).toBe(text);
  });

  it("are composed, and say how many were not", async () => {
    const extract = await extractOf(writePages([{ content: "BT /F3 12 Tf 100 700 Td (A) Tj ET" }]));
    expect(extract.content).toMatchObject({ pages: [{ words: [{ text: "ế", italic: true }] }] });
    expect(extract.notices).toContainEqual({ code: "notComposed", count: 1, place: null });
  });

  it("of a hidden layer count as text", async () => {
    const extract = await extractOf(
      writePages([{ content: "q 600 0 0 800 0 0 cm /Im Do Q BT 3 Tr /F1 12 Tf 100 700 Td (An) Tj ET" }]),
    );
    expect(extract.content).toMatchObject({ pages: [{ words: [{ text: "An" }], pictureShare: 1 }] });
    expect(extract.notices).toContainEqual({ code: "hiddenText", count: 1, place: null });
  });
});

describe("fonts of before Unicode", () => {
  const fontOf = (name: string, more = ""): string =>
    `<< /Type /Font /Subtype /TrueType /BaseFont /${name} /Encoding /WinAnsiEncoding ${more} >>`;

  it.each([
    [".VnTime", "S\u00f6a c\u00cfu t\u00ad \u00aea", "Sửa cẽu tư đa", "TCVN3, the code of a soft hyphen too"],
    ["ABCDEF+.VnTimeH", "k\u00d5 ho\u00b9ch", "KẾ HOẠCH", "a font of capitals, in part in the file"],
    ["VNI-Times", "Quye\u00e1t \u00f1\u00f2nh", "Quyết định", "VNI: letter and mark are two characters"],
    ["Helvetica", "c\u00b8c", "c¸c", "any other font says what it means"],
  ])("%s: %j reads %j (%s)", async (name, typed, text) => {
    const extract = await extractOf(
      writePages(
        [
          {
            content: `BT /Old 12 Tf 100 700 Td (${typed}) Tj ET`,
            entries: "/Resources << /Font << /Old 10 0 R >> >>",
          },
        ],
        [fontOf(name)],
      ),
    );
    expect(extract.content.kind === "pages" && extract.content.pages.map(textOf)).toEqual([text]);
    const noticed = extract.notices.filter((notice) => notice.code === "legacyFont").length;
    expect(noticed).toBe(name === "Helvetica" ? 0 : 1);
  });

  it("are believed when the file translates their letters", async () => {
    const page = await pageOf(
      "BT /Old 12 Tf 100 700 Td (AB) Tj ET",
      "/Resources << /Font << /Old 10 0 R >> >>",
      [fontOf(".VnTime", "/ToUnicode 6 0 R")],
    );
    expect(textOf(page)).toBe("ế-");
  });
});

describe("pages on their side are turned upright", () => {
  it("by the rotation of the page", async () => {
    const page = await pageOf("BT /F1 10 Tf 0 1 -1 0 300 100 Tm (Ngang) Tj ET", "/Rotate 90");
    expect([page.width, page.height]).toEqual([800, 600]);
    expect(page.words[0]).toMatchObject({ text: "Ngang", box: [100, 292, expect.any(Number), 302] });
  });

  it("by the direction of the text, lines too", async () => {
    const page = await pageOf("BT /F1 10 Tf 0 1 -1 0 300 100 Tm (Bang ke) Tj ET 290 100 m 290 400 l S");
    expect([page.width, page.height]).toEqual([800, 600]);
    expect(page.words.map((word) => word.text)).toEqual(["Bang", "ke"]);
    expect(page.words[0]?.box.slice(0, 2)).toEqual([100, 292]);
    expect(page.rulings).toEqual([{ direction: "horizontal", box: [100, 289.5, 400, 290.5] }]);
  });

  it("but not for a few words across", async () => {
    const page = await pageOf("BT /F1 10 Tf 100 700 Td (Mot dong dai) Tj 0 1 -1 0 50 100 Tm (doc) Tj ET");
    expect([page.width, page.height]).toEqual([600, 800]);
    const across = page.words.find((word) => word.text === "doc");
    expect(across && across.box[3] - across.box[1] > across.box[2] - across.box[0]).toBe(true);
  });
});

describe("ruling lines", () => {
  const flat = (left: number, top: number, right: number, bottom: number) => ({
    direction: "horizontal",
    box: [left, top, right, bottom],
  });

  it.each([
    ["100 600 m 300 600 l S", [flat(100, 199.5, 300, 200.5)], "a stroked line"],
    ["100 599 200 2 re f", [flat(100, 199, 300, 201)], "a filled thin rectangle"],
    ["q 2 0 0 2 50 0 cm 25 300 m 125 300 l S Q", [flat(100, 199, 300, 201)], "a line under a transform"],
    ["100 600 m 200 600 l S 201 600 m 300 600 l S", [flat(100, 199.5, 300, 200.5)], "pieces joined"],
    ["100 601 m 300 601 l S 100 599 m 300 599 l S", [flat(100, 198.5, 300, 201.5)], "a double line"],
    ["1 g 100 599 200 2 re f", [], "white is not seen"],
    ["100 500 200 100 re f", [], "an area is no line"],
    ["100 600 m 300 500 l S", [], "a slant is no ruling"],
    ["100 600 200 0 re W n", [], "a clip draws nothing"],
  ])("%s", async (drawing, rulings) => {
    expect((await pageOf(drawing)).rulings).toEqual(rulings);
  });

  it("four sides of a stroked rectangle", async () => {
    const { rulings } = await pageOf("100 500 200 100 re S");
    expect(rulings.map((ruling) => ruling.direction).sort()).toEqual([
      "horizontal",
      "horizontal",
      "vertical",
      "vertical",
    ]);
  });
});

describe("annotations", () => {
  const appearance = stream(
    "BT /F1 12 Tf 2 5 Td (208) Tj ET",
    "/Type /XObject /Subtype /Form /BBox [0 0 50 20] /Resources 7 0 R",
  );

  it.each([
    ["/Subtype /FreeText", "a number typed over the page"],
    ["/Subtype /Stamp", "a stamp"],
    ["/Subtype /Widget /FT /Sig /T (Signature1)", "the picture of a digital signature"],
  ])("%s: the words of their appearance are read", async (subtype) => {
    const annotation = `<< /Type /Annot ${subtype} /Rect [100 600 150 620] /F 4 /AP << /N 10 0 R >> >>`;
    const extract = await extractOf(
      writePages(
        [{ content: "BT /F1 12 Tf 60 605 Td (So:) Tj ET", entries: "/Annots [11 0 R]" }],
        [appearance, annotation],
      ),
    );
    expect(extract.content).toMatchObject({
      pages: [
        {
          words: [
            { text: "So:", origin: "text" },
            { text: "208", origin: "annotation", box: [102, 185.4, expect.any(Number), 197.4] },
          ],
        },
      ],
    });
    expect(extract.notices).toContainEqual({
      code: "annotationText",
      count: 1,
      place: expect.objectContaining({ page: 1 }),
    });
    const signatures = extract.notices.filter((notice) => notice.code === "digitalSignature");
    expect(signatures.map((notice) => notice.place?.box)).toEqual(
      subtype.includes("Sig") ? [[100, 180, 150, 200]] : [],
    );
  });
});

describe("what cannot be read", () => {
  const scan = "q 600 0 0 800 0 0 cm /Im Do Q";
  const text = "BT /F1 12 Tf 100 700 Td (Van ban) Tj ET";

  it("a scan is refused with its pages", async () => {
    const read = await readPdf(writePages([{ content: scan }, { content: scan }]));
    expect(read).toEqual({ ok: false, failure: { code: "file.scan", detail: { pages: 2 } } });
  });

  it("single scanned pages are noticed, the rest is read", async () => {
    const extract = await extractOf(writePages([{ content: text }, { content: scan }, { content: text }]));
    expect(extract.pageCount).toBe(3);
    expect(extract.notices.map((notice) => [notice.code, notice.place?.page])).toEqual([["scannedPages", 2]]);
    expect(extract.steps).toEqual([{ name: "pages", in: 3, out: 3, rejected: [] }]);
  });

  it("a scan whose text another model misread is read again, and both readings can be looked at", async () => {
    const misread =
      "Uy ban nhan dan tinh giao S6 Xay dung chu tri, phdi hop voi cac don vi lien quan ra soat";
    const page = `${scan} BT 3 Tr /F1 12 Tf 40 700 Td (${misread}) Tj ET`;
    const hocr = `<div class='ocr_page'><span class='ocr_line' title='bbox 100 400 400 440'>
<span class='ocrx_word' title='bbox 100 400 400 440; x_wconf 95'>Ủy</span></span></div>`;
    const recogniser = { atATime: 1, recognise: async (_: Uint8Array, n: number) => hocr.repeat(n) };
    const read = await readPdf(writePages([{ content: page }]), {
      tools: { ...noTools, recogniser: async () => recogniser },
    });
    expect(read.ok && read.value.steps.find(({ name }) => name === "textLayers")).toMatchObject({
      ...{ in: 1, out: 0 },
      rejected: [{ what: misread, where: "trang 1" }],
    });
  });

  it("a file locked by a password says so", async () => {
    const zeros = "00".repeat(32);
    const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${zeros}> /U <${zeros}> >> /ID [<01> <01>]`;
    expect(await readPdf(writePages([{ content: text }], [], locked))).toMatchObject({
      ok: false,
      failure: { code: "file.encrypted" },
    });
  });

  it("too many pages are not begun", async () => {
    const tree = writePdf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      `<< /Type /Pages /Count 5001 /Kids [${"3 0 R ".repeat(5001)}] >>`,
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
    ]);
    expect(await readPdf(tree)).toEqual({
      ok: false,
      failure: { code: "file.too-many-pages", detail: { pages: 5001, most: 5000 } },
    });
  });

  describe("a page that would take for ever", () => {
    const map =
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00000000> <ffffffff> " +
      "endcodespacerange 8 beginbfrange <00000000> <00fffffe> <0041> endbfrange endcmap end end";
    const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 10 0 R >>";
    const endless = {
      content: "BT /Long 12 Tf 100 700 Td (Dai) Tj ET",
      entries: "/Resources << /Font << /Long 11 0 R >> >>",
    };

    it("is left out, booked and told; the pages around it are read", { timeout: 20_000 }, async () => {
      const bytes = writePages([{ content: text }, endless, { content: text }], [stream(map), font]);
      const read = await readPdf(bytes, { milliseconds: 2500 });
      expect(read).toMatchObject({ ok: true, value: { pageCount: 3 } });
      if (!read.ok) return;
      expect(read.value.content).toMatchObject({ pages: [{ number: 1 }, { number: 3 }] });
      expect(read.value.notices).toContainEqual({ code: "partSkipped", count: 1, place: null });
      expect(read.value.steps).toEqual([
        {
          name: "pages",
          in: 3,
          out: 2,
          rejected: [{ what: "trang 2", where: "trang 2", why: "trang quá phức tạp" }],
        },
      ]);
    });

    it("is tried a few times only; a file of nothing else is damaged", { timeout: 20_000 }, async () => {
      const read = await readPdf(writePages([endless, endless, endless, endless], [stream(map), font]), {
        milliseconds: 400,
      });
      expect(read).toEqual({ ok: false, failure: { code: "file.damaged", detail: {} } });
    });
  });

  it("a page of more words than anybody reads is left out, a drawing of lines is not taken for tables", async () => {
    const words = `BT /F1 1 Tf 1 Tr 10 790 Td ${"(ab cd ef gh) Tj 8 0 Td ".repeat(5200)} ET`;
    const lines = Array.from({ length: 5200 }, (_, i) => {
      const [x, y] = [(i % 40) * 14, Math.floor(i / 40) * 6];
      return `${x} ${y} m ${x + 8} ${y} l S`;
    });
    const extract = await extractOf(
      writePages([{ content: words }, { content: `${text} ${lines.join(" ")}` }]),
    );
    expect(extract.steps[0]?.rejected).toMatchObject([{ what: "trang 1", why: "trang quá phức tạp" }]);
    expect(extract.content).toMatchObject({ pages: [{ number: 2, rulings: [] }] });
  });

  it("bytes that are no PDF are damaged", async () => {
    expect(await readPdf(new Uint8Array())).toMatchObject({ failure: { code: "file.damaged" } });
    expect(await readPdf(new TextEncoder().encode("không phải PDF"))).toMatchObject({
      failure: { code: "file.damaged" },
    });
  });

  it("a file cut short or changed at random always gives a result", async () => {
    const whole = writePages([{ content: `${text} 100 600 m 300 600 l S` }, { content: text }]);
    const damage = fc.record({
      length: fc.integer({ min: 0, max: whole.length }),
      changes: fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ length, changes }) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        const read = await readPdf(bytes.slice(0, length));
        expect(read.ok || read.failure.code.startsWith("file.")).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("the bytes given are left as they were", async () => {
    const bytes = writePages([{ content: text }]);
    const before = bytes.slice();
    await readPdf(bytes);
    expect(bytes).toEqual(before);
  });
});
