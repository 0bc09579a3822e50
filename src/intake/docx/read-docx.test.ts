import { describe, expect, it } from "vitest";
import { rejectionsOf } from "../../domain/basics/ledger.ts";
import { visibleText } from "../../domain/document/block.ts";
import { cell, field, inList, list, listDefinition, para, row, run, table } from "./docx-fixture.ts";
import { linesOf, noticesOf, paragraphsOf, read } from "./read-fixture.ts";

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
        `${run("Ngày")}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("bấm vào đây", '<w:rStyle w:val="PlaceholderText"/>')}</w:sdtContent></w:sdt>`,
      ),
      "Ngày",
    ],
    [
      "text that a program put into a control without taking the mark of the prompt away",
      para(
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("Sở Y tế")}</w:sdtContent></w:sdt>`,
      ),
      "Sở Y tế",
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
    ["a line end of the XML is a space", para(run("Sở\nY tế")), "Sở Y tế"],
    [
      "a control to tick",
      para(
        `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${run("☒")}</w:sdtContent></w:sdt>${run(" có")}`,
      ),
      "☒ có",
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
