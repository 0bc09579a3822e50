import { describe, expect, it } from "vitest";
import { type DocxFixture, para, run } from "./docx-fixture.ts";
import { linesOf, noticesOf, paragraphsOf } from "./read-fixture.ts";

describe("style of a paragraph", () => {
  const styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="N"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/><w:rPr><w:i/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="S"><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="R1"><w:basedOn w:val="R2"/></w:style>
    <w:style w:type="paragraph" w:styleId="R2"><w:basedOn w:val="R1"/></w:style>`;
  const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
  const plain = { align: "justify", bold: false, italic: false, size: 14, indent: 0 };
  const cases: readonly [why: string, paragraph: string, expected: object][] = [
    ["default style and document defaults", para("a"), plain],
    ["inherited over two styles", para("a", style("H2")), { ...plain, bold: true, italic: true, indent: 18 }],
    [
      "its own properties come first",
      para("a", `${style("H")}<w:jc w:val="center"/><w:ind w:firstLine="567" w:left="0"/>`),
      { ...plain, bold: true, align: "center", indent: 28.35 },
    ],
    [
      "bold characters in a bold paragraph are upright",
      para(run("a", '<w:rStyle w:val="S"/>'), style("H")),
      { ...plain, indent: 18 },
    ],
    ["partly bold is not bold", para(run("a", "<w:b/>") + run("b")), plain],
    ["a bold space does not matter", para(run(" ") + run("a", "<w:b/>")), { ...plain, bold: true }],
    ["the size of most letters", para(run("a", '<w:sz w:val="20"/>') + run("bcd")), plain],
    ["styles based on each other", para("a", style("R1")), { ...plain, align: "left" }],
    ["a style that is not there is the default one", para("a", style("none")), plain],
  ];
  it.each(cases)("%s", async (_why, body, expected) => {
    expect((await paragraphsOf({ body, styles }))[0]?.style).toEqual(expected);
  });
});

describe("legacy fonts", () => {
  const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
  const cases: readonly [why: string, fixture: DocxFixture | string, text: string][] = [
    ["TCVN3", para(run("Uû ban nh©n d©n tØnh", font(".VnTime"))), "Uỷ ban nhân dân tỉnh"],
    ["TCVN3 capitals", para(run("quyÕt ®Þnh", font(".VnTimeH"))), "QUYẾT ĐỊNH"],
    [
      "VNI, a letter over two runs",
      para(
        run("Quyeá", font("VNI-Times")) +
          run("t ñònh thaønh la", font("VNI-Times")) +
          run("äp", font("VNI-Times")),
      ),
      "Quyết định thành lập",
    ],
    ["the soft hyphen is a letter there", para(run("tr\u00ad\u00f4ng", font(".VnTime"))), "trưụng"],
    ["beside Unicode", para(run("Sở ") + run("Tµi chÝnh", font(".VnTime"))), "Sở Tài chính"],
    ["text converted, font left: stays", para(run("Ủy ban và các sở", font(".VnTime"))), "Ủy ban và các sở"],
    [
      "letters of both kinds follow the rest of the document",
      para(run("được giao", font(".VnTime"))) + para(run("và các xã", font(".VnTime"))),
      "được giao\nvà các xã",
    ],
    [
      "font from the paragraph style",
      {
        body: para("Céng hoµ", '<w:pStyle w:val="O"/>'),
        styles: `<w:style w:type="paragraph" w:styleId="O"><w:rPr>${font(".VnTime")}</w:rPr></w:style>`,
      },
      "Cộng hoà",
    ],
    [
      "font from the theme",
      {
        body: para("Céng hoµ"),
        styles:
          '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>',
        theme:
          '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>',
      },
      "Cộng hoà",
    ],
  ];
  it.each(cases)("%s", async (_why, fixture, text) => {
    expect(await linesOf(fixture)).toBe(text);
  });
  it("are told in a notice", async () => {
    expect(await noticesOf(para(run("tØnh", font(".VnTime"))))).toEqual({ legacyFont: 1 });
  });
});
