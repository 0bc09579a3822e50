import { describe, expect, it } from "vitest";
import { paragraphsOf } from "../../domain/document/block.ts";
import { buildDocx, type DocxFixture, inList, list, listDefinition, para } from "./docx-fixture.ts";
import { formatNumber } from "./number-format.ts";
import { readDocx } from "./read-docx.ts";

async function labelsOf(fixture: DocxFixture): Promise<readonly (string | null)[]> {
  const result = await readDocx(buildDocx(fixture));
  if (!result.ok || result.value.content.kind !== "blocks") throw new Error("not read");
  return [...paragraphsOf(result.value.content.blocks)].map((paragraph) => paragraph.label);
}

const legal = listDefinition(1, [
  ["upperRoman", "%1."],
  ["decimal", "%2."],
  ["lowerLetter", "%3)"],
  ["decimal", "%2.%4"],
]);

/** Paragraphs "list.level" in order, and the labels that Word shows. */
const cases: readonly [
  why: string,
  numbering: string,
  paragraphs: readonly string[],
  labels: readonly (string | null)[],
][] = [
  [
    "levels restart after a higher one",
    legal + list(1, 1),
    ["1.0", "1.1", "1.1", "1.2", "1.2", "1.1", "1.2", "1.0", "1.1"],
    ["I.", "1.", "2.", "a)", "b)", "3.", "a)", "II.", "1."],
  ],
  [
    "a number made of two levels",
    listDefinition(1, [
      ["decimal", "%1."],
      ["decimal", "%1.%2."],
    ]) + list(1, 1),
    ["1.0", "1.1", "1.1", "1.0", "1.1"],
    ["1.", "1.1.", "1.2.", "2.", "2.1."],
  ],
  [
    "a level before any higher one shows where that would begin",
    listDefinition(1, [
      ["decimal", "%1."],
      ["decimal", "%1.%2"],
    ]) + list(1, 1),
    ["1.1", "1.0", "1.1"],
    ["1.1", "1.", "1.1"],
  ],
  [
    "never restarting",
    listDefinition(1, [
      ["decimal", "Chương %1"],
      ["decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>'],
    ]) + list(1, 1),
    ["1.0", "1.1", "1.1", "1.0", "1.1"],
    ["Chương 1", "Điều 1.", "Điều 2.", "Chương 2", "Điều 3."],
  ],
  [
    "restarting after the first level only",
    listDefinition(1, [
      ["decimal", "%1"],
      ["decimal", "%2"],
      ["decimal", "%3", '<w:lvlRestart w:val="1"/>'],
    ]) + list(1, 1),
    ["1.0", "1.1", "1.2", "1.1", "1.2", "1.0", "1.2"],
    ["1", "1", "1", "2", "2", "2", "1"],
  ],
  [
    "all numbers in decimal where the law is cited",
    listDefinition(1, [
      ["upperRoman", "%1"],
      ["decimal", "%1.%2", "<w:isLgl/>"],
    ]) + list(1, 1),
    ["1.0", "1.0", "1.1"],
    ["I", "II", "2.1"],
  ],
  [
    "two lists of one definition go on counting together",
    listDefinition(1, [["decimal", "%1."]]) + list(1, 1) + list(2, 1),
    ["1.0", "1.0", "2.0", "1.0"],
    ["1.", "2.", "3.", "4."],
  ],
  [
    "a list that begins anew counts by itself",
    listDefinition(1, [["decimal", "%1."]]) +
      list(1, 1) +
      list(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    ["1.0", "1.0", "2.0", "2.0", "1.0"],
    ["1.", "2.", "1.", "2.", "3."],
  ],
  [
    "beginning at another number",
    listDefinition(1, [["decimal", "%1."]]) +
      list(1, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
    ["1.0", "1.0"],
    ["5.", "6."],
  ],
  [
    "a level described anew for one list",
    listDefinition(1, [["decimal", "%1."]]) +
      list(
        1,
        1,
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1/"/></w:lvl></w:lvlOverride>',
      ),
    ["1.0", "1.0"],
    ["C/", "D/"],
  ],
  [
    "list 0 is no list",
    listDefinition(1, [["decimal", "%1."]]) + list(1, 1),
    ["1.0", "0.0", "1.0"],
    ["1.", null, "2."],
  ],
  [
    "a list or level that is not there",
    listDefinition(1, [["decimal", "%1."]]) + list(1, 1),
    ["9.0", "1.7"],
    [null, null],
  ],
  [
    "a format made by hand",
    listDefinition(1, [["custom", "%1"]]).replace('"custom"', '"custom" w:format="001, 002, 003, ..."') +
      list(1, 1),
    ["1.0"],
    ["001"],
  ],
  ["a level without text has no label", listDefinition(1, [["none", ""]]) + list(1, 1), ["1.0"], [null]],
];

const bullet = (sign: string, font = ""): string =>
  listDefinition(1, [["bullet", sign]]).replace(
    "</w:lvl>",
    `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr></w:lvl>`,
  ) + list(1, 1);

describe("automatic numbers", () => {
  it.each(cases)("%s", async (_why, numbering, paragraphs, labels) => {
    const body = paragraphs.map((at) => {
      const [id, level] = at.split(".");
      return para("x", inList(Number(id), Number(level)));
    });
    expect(await labelsOf({ body: body.join(""), numbering })).toEqual(labels);
  });

  it.each([
    ["-", "Times New Roman", "-"],
    ["–", "", "-"],
    ["+", "", "+"],
    ["\uf0b7", "Symbol", "•"],
    ["\uf02d", "Symbol", "-"],
    ["\uf0a7", "Wingdings", "▪"],
    ["Ø", "Wingdings", "➢"],
    ["\uf0fc", "Wingdings", "✓"],
    ["o", "Courier New", "○"],
    ["\uf033", "Webdings", "▪"],
  ])("bullet %s in %s", async (sign, font, label) => {
    expect(await labelsOf({ body: para("x", inList(1)), numbering: bullet(sign, font) })).toEqual([label]);
  });

  const style = (id: string, properties: string, based = ""): string =>
    `<w:style w:type="paragraph" w:styleId="${id}">${based && `<w:basedOn w:val="${based}"/>`}<w:pPr>${properties}</w:pPr></w:style>`;

  it("come with a style, on the level that names the style", async () => {
    const numbering = listDefinition(1, [
      ["upperRoman", "%1.", '<w:pStyle w:val="A"/>'],
      ["decimal", "%2.", '<w:pStyle w:val="B"/>'],
    ]);
    const styles =
      style("A", '<w:numPr><w:numId w:val="1"/></w:numPr>') +
      style("B", '<w:numPr><w:numId w:val="1"/></w:numPr>');
    const body = ["A", "B", "B", "A"].map((id) => para("x", `<w:pStyle w:val="${id}"/>`)).join("");
    expect(await labelsOf({ body, styles, numbering: numbering + list(1, 1) })).toEqual([
      "I.",
      "1.",
      "2.",
      "II.",
    ]);
  });

  it("are inherited by styles and taken away by a paragraph", async () => {
    const styles = style("A", inList(1)) + style("B", "", "A");
    const body =
      para("x", '<w:pStyle w:val="B"/>') +
      para("x", `<w:pStyle w:val="B"/>${inList(0)}`) +
      para("x", '<w:pStyle w:val="B"/>');
    const numbering = listDefinition(1, [["decimal", "%1"]]) + list(1, 1);
    expect(await labelsOf({ body, styles, numbering })).toEqual(["1", null, "2"]);
  });

  it("follow a definition that names a list style", async () => {
    const linked = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>';
    const named = listDefinition(1, [["decimal", "%1/"]]).replace(">", '><w:styleLink w:val="L"/>');
    expect(
      await labelsOf({ body: para("x", inList(2)), numbering: named + linked + list(1, 1) + list(2, 2) }),
    ).toEqual(["1/"]);
  });
});

describe("formatNumber", () => {
  it.each([
    [4, "decimal", "4"],
    [4, "decimalZero", "04"],
    [14, "decimalZero", "14"],
    [1994, "upperRoman", "MCMXCIV"],
    [9, "lowerRoman", "ix"],
    [0, "upperRoman", "0"],
    [5, "lowerLetter", "e"],
    [26, "upperLetter", "Z"],
    [28, "lowerLetter", "bb"],
    [0, "lowerLetter", "0"],
    [12, "ordinal", "12th"],
    [22, "ordinal", "22nd"],
    [15, "vietnameseCounting", "mười lăm"],
    [21, "vietnameseCounting", "hai mươi mốt"],
    [40, "vietnameseCounting", "bốn mươi"],
    [7, "none", ""],
    [7, "aiueo", "7"],
  ])("%d as %s is %s", (value, format, written) => {
    expect(formatNumber(value, format, null)).toBe(written);
  });
});
