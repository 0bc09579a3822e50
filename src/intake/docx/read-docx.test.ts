import { describe, expect, it } from "vitest";
import { rejectionsOf } from "../../domain/basics/ledger.ts";
import type { Block, Paragraph, Table } from "../../domain/document/block.ts";
import { textOfBlocks, visibleText } from "../../domain/document/block.ts";
import type { Extract } from "../../domain/document/extract.ts";
import {
  buildDocx,
  cell,
  type DocxFixture,
  field,
  inList,
  list,
  listDefinition,
  para,
  row,
  run,
  table,
  textBox,
} from "./docx-fixture.ts";
import { readDocx } from "./read-docx.ts";

async function read(fixture: DocxFixture | string): Promise<Extract> {
  const result = await readDocx(buildDocx(typeof fixture === "string" ? { body: fixture } : fixture));
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

function blocksOf(extract: Extract): readonly Block[] {
  if (extract.content.kind !== "blocks") throw new Error("not blocks");
  return extract.content.blocks;
}

async function linesOf(fixture: DocxFixture | string): Promise<string> {
  return textOfBlocks(blocksOf(await read(fixture)));
}

async function paragraphsOf(fixture: DocxFixture | string): Promise<readonly Paragraph[]> {
  return blocksOf(await read(fixture)).filter((block) => block.kind === "paragraph");
}

/** Cells as "column+span×rows text", rows as lists. */
async function tableOf(body: string): Promise<readonly (readonly string[])[]> {
  const found = blocksOf(await read(body)).find((block): block is Table => block.kind === "table");
  return (found?.rows ?? []).map((tableRow) =>
    tableRow.cells.map(
      ({ column, columnSpan, rowSpan, blocks }) =>
        `${column}+${columnSpan}×${rowSpan} ${textOfBlocks(blocks)}`,
    ),
  );
}

async function noticesOf(fixture: DocxFixture | string): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries((await read(fixture)).notices.map(({ code, count }) => [code, count]));
}

describe("text of a paragraph", () => {
  const cases: readonly [why: string, paragraph: string, text: string][] = [
    ["runs join without a space of their own", para(run("Sở Ngo") + run("ại vụ")), "Sở Ngoại vụ"],
    ["white space is one space, none at the ends", para(run("  Sở  Y \u00a0 tế ")), "Sở Y tế"],
    ["decomposed letters are composed", para("Ủy ban".normalize("NFD")), "Ủy ban"],
    ["the Icelandic letter that keyboards give", para("Ðề án"), "Đề án"],
    ["space at the ends counts only when kept", para(`<w:r><w:t> a </w:t></w:r>${run("b")}`), "ab"],
    ["a tab parts words", para(`${run("Số:")}<w:r><w:tab/></w:r>${run("12")}`), "Số: 12"],
    ["a forced line break", para(`${run("một ")}<w:r><w:br/></w:r>${run(" hai")}`), "một\nhai"],
    ["a soft hyphen shows nothing", para(`${run("kế\u00ad hoạch")}<w:r><w:softHyphen/></w:r>`), "kế hoạch"],
    [
      "a hyphen that keeps words together",
      para(`${run("59")}<w:r><w:noBreakHyphen/></w:r>${run("NQ\u2011TW")}`),
      "59-NQ-TW",
    ],
    ["links", para(`<w:hyperlink r:id="x">${run("Cổng")}</w:hyperlink>${run(" TTĐT")}`), "Cổng TTĐT"],
    ["smart tags", para(`<w:smartTag>${run("Gia Lai")}</w:smartTag>`), "Gia Lai"],
    [
      "content controls",
      para(`<w:sdt><w:sdtPr/><w:sdtContent>${run("2025")}</w:sdtContent></w:sdt>`),
      "2025",
    ],
    [
      "the grey prompt of an empty control is no text",
      para(
        `${run("Ngày")}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("bấm vào đây")}</w:sdtContent></w:sdt>`,
      ),
      "Ngày",
    ],
    ["superscript is plain", para(run("m") + run("2", '<w:vertAlign w:val="superscript"/>')), "m2"],
    ["capitals by format", para(run("quyết định", "<w:caps/>")), "QUYẾT ĐỊNH"],
    ["capitals switched off", para(run("quyết định", '<w:caps w:val="0"/>')), "quyết định"],
    [
      "a sign of Wingdings",
      para(`<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>${run(" đích")}`),
      "→ đích",
    ],
    [
      "a letter of Wingdings typed",
      para(run("q", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + run(" có")),
      "❑ có",
    ],
    [
      "a sentence is not drawn in Wingdings whatever its font",
      para(run("Sở Tài chính", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')),
      "Sở Tài chính",
    ],
    ["a formula", para(`<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>`), "x+1"],
    [
      "reading aids above letters",
      para(`<w:r><w:ruby><w:rt>${run("a")}</w:rt><w:rubyBase>${run("b")}</w:rubyBase></w:ruby></w:r>`),
      "b",
    ],
    ["result of a field, not its instruction", para(field("REF muc1", run("mục 1"))), "mục 1"],
    ["a simple field", para(`<w:fldSimple w:instr="DATE">${run("15/7")}</w:fldSimple>`), "15/7"],
    ["a field in the instruction of another", para(field(`IF ${field("PAGE", run("7"))}`, run("có"))), "có"],
    [
      "a field that never ends loses no text",
      para(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run("còn đây")}`),
      "còn đây",
    ],
    [
      "a box to tick",
      para(
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run(" đồng ý")}`,
      ),
      "☒ đồng ý",
    ],
  ];
  it.each(cases)("%s", async (_why, paragraph, text) => {
    expect(await linesOf(paragraph)).toBe(text);
  });

  it("goes on in a field that runs over paragraphs", async () => {
    const open = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
    const close = `<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(await linesOf(para(open + run("I. Mục đích")) + para(run("II. Yêu cầu") + close))).toBe(
      "I. Mục đích\nII. Yêu cầu",
    );
  });

  it("drops hidden text and says so", async () => {
    const body = para(run("công khai") + run(" ghi chú riêng", "<w:vanish/>"));
    expect(await linesOf(body)).toBe("công khai");
    expect(await noticesOf(body)).toEqual({ hiddenText: 1 });
  });

  it("books a paragraph that is hidden as a whole", async () => {
    const extract = await read(para("hiện") + para(run("ẩn cả đoạn", "<w:vanish/>")));
    expect(rejectionsOf({ steps: extract.steps })).toMatchObject([{ what: "ẩn cả đoạn", why: "chữ ẩn" }]);
  });
});

describe("tracked changes", () => {
  const deleted = (text: string): string =>
    `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const cases: readonly [why: string, body: string, text: string][] = [
    [
      "insertions stay, deletions go",
      para(`${run("hạn ")}${deleted("30/6")}<w:ins w:id="2">${run("15/7")}</w:ins>`),
      "hạn 15/7",
    ],
    [
      "moved text stands once, where it went",
      para(
        `<w:moveFrom w:id="3">${run("Sở A")}</w:moveFrom>${run("x ")}<w:moveTo w:id="4">${run("Sở A")}</w:moveTo>`,
      ),
      "x Sở A",
    ],
    [
      "a deleted mark joins two paragraphs",
      para("Sở Y", "<w:rPr><w:del/></w:rPr>") + para(" tế chủ trì"),
      "Sở Y tế chủ trì",
    ],
    [
      "a paragraph deleted with its mark is gone",
      para(deleted("bỏ"), "<w:rPr><w:del/></w:rPr>") + para("giữ"),
      "giữ",
    ],
    [
      "a deleted mark before a table joins nothing",
      para("đầu", "<w:rPr><w:del/></w:rPr>") + table([100], [row([cell("ô")])]),
      "đầu\nô",
    ],
    ["deleted rows go", table([100], [row([cell("giữ")]), row([cell("bỏ")], '<w:del w:id="5"/>')]), "giữ"],
  ];
  it.each(cases)("%s", async (_why, body, text) => {
    expect(await linesOf(body)).toBe(text);
    expect((await noticesOf(body)).trackedChanges).toBeGreaterThan(0);
  });

  it("does not count a deleted paragraph in the numbering", async () => {
    const numbering = listDefinition(1, [["decimal", "%1."]]) + list(1, 1);
    const gone = para(deleted("bỏ"), `${inList(1)}<w:rPr><w:del/></w:rPr>`);
    const body = para("một", inList(1)) + gone + para("hai", inList(1));
    expect(await linesOf({ body, numbering })).toBe("1. một\n2. hai");
  });

  it("counts comments and keeps their text out", async () => {
    const body = para(
      `<w:commentRangeStart w:id="0"/>${run("giao")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
    );
    expect(await linesOf(body)).toBe("giao");
    expect(await noticesOf(body)).toEqual({ comments: 1 });
  });
});

describe("tables", () => {
  const merge = (kind = ""): string => `<w:vMerge${kind ? ` w:val="${kind}"` : ""}/>`;
  const width = (twips: number): string => `<w:tcW w:w="${twips}" w:type="dxa"/>`;
  const cases: readonly [why: string, body: string, rows: readonly (readonly string[])[]][] = [
    [
      "a group row over all columns",
      table(
        [100, 100, 100],
        [row([cell("I", '<w:gridSpan w:val="3"/>')]), row([cell("1"), cell("a"), cell("b")])],
      ),
      [["0+3×1 I"], ["0+1×1 1", "1+1×1 a", "2+1×1 b"]],
    ],
    [
      "a cell continued below is one cell",
      table(
        [100, 100],
        [row([cell("Sở", merge("restart")), cell("a")]), row([cell("<w:p/>", merge()), cell("b")])],
      ),
      [["0+1×2 Sở", "1+1×1 a"], ["1+1×1 b"]],
    ],
    [
      "a second merge under the first begins anew",
      table(
        [100],
        [
          row([cell("a", merge("restart"))]),
          row([cell("b", merge("restart"))]),
          row([cell("<w:p/>", merge("continue"))]),
        ],
      ),
      [["0+1×1 a"], ["0+1×2 b"], []],
    ],
    ["a continuation of nothing is a cell", table([100], [row([cell("a", merge())])]), [["0+1×1 a"]]],
    [
      "merges of old files to the left",
      table(
        [100, 100],
        [
          row([cell("a", '<w:hMerge w:val="restart"/>'), cell("<w:p/>", "<w:hMerge/>")]),
          row([cell("b"), cell("c")]),
        ],
      ),
      [["0+2×1 a"], ["0+1×1 b", "1+1×1 c"]],
    ],
    [
      "columns left out before and after",
      table(
        [100, 100, 100],
        [
          row([cell("a"), cell("b"), cell("c")]),
          row([cell("d")], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
        ],
      ),
      [["0+1×1 a", "1+1×1 b", "2+1×1 c"], ["1+1×1 d"]],
    ],
    [
      "a wide cell without its span is fitted by its width",
      table(
        [600, 3000, 2000],
        [
          row([cell("II", width(5600))]),
          row([cell("1", width(600)), cell("a", width(3000)), cell("b", width(2000))]),
        ],
      ),
      [["0+3×1 II"], ["0+1×1 1", "1+1×1 a", "2+1×1 b"]],
    ],
    [
      "a grid with a column too many is counted as it is seen",
      table(
        [50, 550, 3000],
        [
          row([cell("1", '<w:gridSpan w:val="2"/>'), cell("a")]),
          row([cell("2", '<w:gridSpan w:val="2"/>'), cell("b")]),
        ],
      ),
      [
        ["0+1×1 1", "1+1×1 a"],
        ["0+1×1 2", "1+1×1 b"],
      ],
    ],
    [
      "no grid at all: widths of the cells make it",
      table([], [row([cell("I", width(3000))]), row([cell("1", width(1000)), cell("a", width(2000))])]),
      [["0+2×1 I"], ["0+1×1 1", "1+1×1 a"]],
    ],
    [
      "a table in a cell",
      table([100, 100], [row([cell(table([50, 50], [row([cell("x"), cell("y")])]) + para("")), cell("z")])]),
      [["0+1×1 x\ny", "1+1×1 z"]],
    ],
    [
      "rows and cells in content controls",
      table(
        [100],
        [
          `<w:sdt><w:sdtPr/><w:sdtContent>${row([`<w:sdt><w:sdtContent>${cell("a")}</w:sdtContent></w:sdt>`])}</w:sdtContent></w:sdt>`,
        ],
      ),
      [["0+1×1 a"]],
    ],
  ];
  it.each(cases)("%s", async (_why, body, rows) => {
    expect(await tableOf(body)).toEqual(rows);
  });

  it("marks only heading rows at the top, as Word repeats them", async () => {
    const heading = "<w:tblHeader/>";
    const body = table([100], [row([cell("STT")], heading), row([cell("1")]), row([cell("2")], heading)]);
    const found = blocksOf(await read(body))[0];
    expect(found?.kind === "table" && found.rows.map((r) => r.repeatsAsHeading)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("numbers an STT column whose cells hold no digits, not counting covered cells", async () => {
    const numbering = listDefinition(1, [["decimal", "%1"]]) + list(1, 1);
    const number = (properties = ""): string => cell(para("", inList(1)), properties);
    const rows = [
      row([number(merge("restart")), cell("a")]),
      row([number(merge()), cell("b")]),
      row([number(), cell("c")]),
    ];
    expect(await linesOf({ body: table([100, 100], rows), numbering })).toBe("1\na\nb\n2\nc");
  });

  it("books text that a merge covers", async () => {
    const extract = await read(
      table([100], [row([cell("Sở Y tế", merge("restart"))]), row([cell("Sở Y tế", merge())])]),
    );
    expect(textOfBlocks(blocksOf(extract))).toBe("Sở Y tế");
    expect(rejectionsOf({ steps: extract.steps })).toHaveLength(1);
  });

  it("drops hidden rows with a notice", async () => {
    const body = table([100], [row([cell("a")]), row([cell("b")], "<w:hidden/>")]);
    expect(await tableOf(body)).toEqual([["0+1×1 a"]]);
    expect((await noticesOf(body)).hiddenRows).toBe(1);
  });
});

describe("notes, boxes, margins", () => {
  it("puts notes after the body in the order of their marks and leaves no mark in the text", async () => {
    const note = (id: number, text: string): string =>
      `<w:footnote w:id="${id}">${para(`<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}`)}</w:footnote>`;
    const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const own = `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>*</w:t></w:r>`;
    const body = para(`${run("nghị quyết")}${mark(3)}${own}${run(" này")}${mark(2)}`) + para("cuối");
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${para("---")}</w:footnote>${note(2, "hai")}${note(3, "ba")}${note(4, "bốn")}`;
    const paragraphs = await paragraphsOf({ body, footnotes });
    expect(paragraphs.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      "body: nghị quyết này",
      "body: cuối",
      "footnote: ba",
      "footnote: bốn",
      "footnote: hai",
    ]);
  });

  it("reads a text box once, though the file holds it for two generations of programs", async () => {
    const paragraphs = await paragraphsOf(para(run("Kính gửi") + textBox(para("HỎA TỐC"))));
    expect(paragraphs.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      "body: Kính gửi",
      "textBox: HỎA TỐC",
    ]);
  });

  it("reads artistic lettering", async () => {
    const paragraphs = await paragraphsOf(
      para('<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'),
    );
    expect(paragraphs.map(({ role, text }) => `${role}: ${text}`)).toEqual(["textBox: DỰ THẢO"]);
  });

  it("does not let lists in boxes disturb those of the body", async () => {
    const numbering = listDefinition(1, [["decimal", "%1."]]) + list(1, 1);
    const body = para(run("một") + textBox(para("riêng", inList(1))), inList(1)) + para("hai", inList(1));
    expect(await linesOf({ body, numbering })).toBe("1. một\n1. riêng\n2. hai");
  });

  const section = (references: string, more = ""): string => `<w:sectPr>${references}${more}</w:sectPr>`;
  const header = (id: string, type = "default"): string =>
    `<w:headerReference w:type="${type}" r:id="${id}"/>`;
  it("takes headers that are shown, each text once, without page numbers", async () => {
    const pageNumber = para(
      run("Trang ") + field("PAGE", run("3")) + run("/") + field(" NUMPAGES ", run("9")),
    );
    const body =
      para("thân", section(header("h1"))) +
      section(header("h2") + header("h3", "first") + header("h4", "even"));
    const margins = {
      h1: para("TỈNH ỦY") + pageNumber,
      h2: para("TỈNH ỦY") + para(field("PAGE", run("4"))),
      h3: para("không hiện vì không có trang bìa"),
      h4: para("không hiện vì chẵn lẻ như nhau"),
    };
    const paragraphs = await paragraphsOf({ body, margins });
    expect(paragraphs.map(({ role, text }) => `${role}: ${text}`)).toEqual(["header: TỈNH ỦY", "body: thân"]);
  });

  it("takes first and even ones where pages differ, footers last", async () => {
    const body =
      para("thân") +
      section(
        `${header("h1", "first")}${header("h2", "even")}<w:footerReference w:type="default" r:id="f1"/>`,
        "<w:titlePg/>",
      );
    const margins = { h1: para("bìa"), h2: para("chẵn"), f1: para("Lưu VT") };
    const paragraphs = await paragraphsOf({ body, margins, settings: "<w:evenAndOddHeaders/>" });
    expect(paragraphs.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      "header: bìa",
      "header: chẵn",
      "body: thân",
      "footer: Lưu VT",
    ]);
  });

  it("says that an imported file was not read", async () => {
    const extract = await read(`${para("thân")}<w:altChunk r:id="x"/>`);
    expect(extract.notices).toMatchObject([{ code: "partSkipped", count: 1 }]);
    expect(rejectionsOf({ steps: extract.steps })).toHaveLength(1);
  });
});

describe("pages", () => {
  const mark = "<w:r><w:lastRenderedPageBreak/></w:r>";
  const byHand = '<w:r><w:br w:type="page"/></w:r>';
  const pagesOf = async (fixture: DocxFixture | string): Promise<readonly string[]> =>
    (await paragraphsOf(fixture)).map(({ spans }) =>
      spans.map(({ start, place }) => `${start}:${place.page}`).join(" "),
    );
  const app = (pages: number): DocxFixture["more"] => ({
    "docProps/app.xml": `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>${pages}</Pages></Properties>`,
  });

  it("are not known without the marks of Word", async () => {
    const extract = await read(para(run("một") + byHand) + para("hai"));
    expect(extract.pageCount).toBe(null);
    expect(await pagesOf(para(run("một") + byHand) + para("hai"))).toEqual(["0:null", "0:null"]);
  });
  it("change in the midst of a paragraph", async () => {
    expect(await pagesOf(para(run("đầu trang ") + mark + run("sau")))).toEqual(["0:1 10:2"]);
  });
  it("count a break by hand and the mark after it once", async () => {
    expect(
      await pagesOf(para("một") + para(byHand) + para(mark + run("hai")) + para(mark + run("ba"))),
    ).toEqual(["0:1", "0:2", "0:3"]);
  });
  it("turn once for a row whose cells all run over", async () => {
    const long = cell(para(run("a") + mark + run("b")));
    const extract = await read(table([100, 100], [row([long, long])]) + para("sau"));
    expect(extract.pageCount).toBe(2);
  });
  it("are not trusted after the last mark when Word says there are more", async () => {
    const body = para("một") + para(mark + run("hai")) + para(mark + run("ba")) + para("bốn");
    expect(await pagesOf({ body, more: app(9) ?? {} })).toEqual(["0:1", "0:2", "0:null", "0:null"]);
    expect((await read({ body, more: app(9) ?? {} })).pageCount).toBe(9);
    expect(await pagesOf({ body, more: app(3) ?? {} })).toEqual(["0:1", "0:2", "0:3", "0:3"]);
  });
});

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

describe("files of other kinds", () => {
  it("reads strict OOXML", async () => {
    const namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    const paragraphs = await paragraphsOf({
      body: para("a", '<w:jc w:val="end"/><w:ind w:start="36pt"/>'),
      namespace,
    });
    expect(paragraphs[0]?.style).toMatchObject({ align: "right", indent: 36 });
  });
  it("finds a main part of another name", async () => {
    expect(await linesOf({ body: para("a"), mainPart: "word/document2.xml" })).toBe("a");
  });
  it("gives visible text of every paragraph in reading order", async () => {
    const paragraphs = await paragraphsOf(para("một") + table([100], [row([cell("ô")])]) + para("hai"));
    expect(paragraphs.map(visibleText)).toEqual(["một", "hai"]);
  });
});
