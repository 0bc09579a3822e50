import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, type Paragraph, paragraphAt, textOfBlocks } from "./block.ts";
import { decodeLegacyBlocks, withoutSoftHyphens } from "./legacy-blocks.ts";
import { nowhere, onPage } from "./place.ts";

function paragraphs(...texts: readonly string[]): readonly Paragraph[] {
  return texts.map((text) => paragraphAt(text, nowhere));
}

function read(...texts: readonly string[]): readonly string[] {
  return textOfBlocks(decodeLegacyBlocks(paragraphs(...texts)).blocks).split("\n");
}

const tcvn3 = "Së Ngo¹i vô chñ tr×, phèi hîp víi c¸c ®¬n vÞ b¸o c¸o tr\u00adíc ngµy 15/7";
const vni = "Sôû Ngoaïi vuï chuû trì, phoái hôïp vôùi caùc ñôn vò baùo caùo tröôùc ngaøy 15/7";
const unicode = "Sở Ngoại vụ chủ trì, phối hợp với các đơn vị báo cáo trước ngày 15/7";

describe("text whose font is not known", () => {
  it.each([
    ["TCVN3", tcvn3],
    ["VNI", vni],
  ])("is told by its letters: %s", (_name, text) => {
    expect(read(text)).toEqual([unicode]);
  });

  it("is told paragraph by paragraph where others are Unicode", () => {
    expect(read(unicode, tcvn3, unicode)).toEqual([unicode, unicode, unicode]);
  });

  it("takes short cells along beside text that was recognised, and leaves other languages", () => {
    expect(read(tcvn3, "H\u00adíng dÉn", "n¨m 2025", "UBND tØnh", "Résumé of the façade")).toEqual([
      unicode,
      "Hướng dẫn",
      "năm 2025",
      "UBND tỉnh",
      "Résumé of the façade",
    ]);
  });

  it("leaves what may be Unicode beside paragraphs of Unicode, and turns it where there is none", () => {
    expect(read(unicode, tcvn3, "các xã")).toEqual([unicode, unicode, "các xã"]);
    expect(read(tcvn3, "c¸c x·", "hîp t¸c")).toEqual([unicode, "các xã", "hợp tác"]);
  });

  it("stays where nothing speaks for it", () => {
    expect(read("Café Résumé", "5µm", "© 2025")).toEqual(["Café Résumé", "5µm", "© 2025"]);
  });

  it("keeps the places of the text, inside tables too", () => {
    const long: Paragraph = {
      ...paragraphAt(`${vni} ${vni}`, nowhere),
      spans: [
        { start: 0, place: onPage(1, null) },
        { start: vni.length + 1, place: onPage(2, null) },
      ],
    };
    const cell = { column: 0, columnSpan: 1, rowSpan: 1, blocks: [long] };
    const rows = [{ cells: [cell], repeatsAsHeading: false }];
    const table: Block = { kind: "table", columnCount: 1, rows, role: "body" };
    const { blocks, decoded } = decodeLegacyBlocks([table]);
    expect(decoded).toBe(1);
    const [turned] = blocks[0]?.kind === "table" ? (blocks[0].rows[0]?.cells[0]?.blocks ?? []) : [];
    expect(turned).toMatchObject({
      text: `${unicode} ${unicode}`,
      spans: [{ start: 0 }, { start: unicode.length + 1 }],
    });
  });
});

describe("clean Unicode", () => {
  const words = [
    "hoà",
    "và",
    "có",
    "các",
    "xã",
    "tỉnh",
    "được",
    "là",
    "báo",
    "cáo",
    "quý",
    "é",
    "Ô",
    "2025",
    "Đ",
  ];
  const sentence = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 })
    .map((list) => list.join(" "));
  it("passes unchanged, whatever words stand beside each other", () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 8 }), (texts) => {
        const blocks = paragraphs(...texts);
        expect(decodeLegacyBlocks(blocks)).toEqual({ blocks, decoded: 0 });
      }),
    );
  });

  it("loses its soft hyphens and nothing else", () => {
    expect(withoutSoftHyphens(paragraphs("ho\u00adặc", "hoặc"))).toEqual(paragraphs("hoặc", "hoặc"));
  });
});
