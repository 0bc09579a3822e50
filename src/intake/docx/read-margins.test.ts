import { describe, expect, it } from "vitest";
import { rejectionsOf } from "../../domain/basics/ledger.ts";
import {
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
import { linesOf, noticesOf, paragraphsOf, read } from "./read-fixture.ts";

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

  it("does not book a header twice that two sections share", async () => {
    const body = para("thân", section(header("h1"))) + section(header("h2"));
    const extract = await read({ body, margins: { h1: para("TỈNH ỦY"), h2: para("TỈNH ỦY") } });
    expect(extract.steps.at(-1)).toMatchObject({ in: 2, out: 2 });
  });

  it("says that an embedded sheet was not read, formulas apart", async () => {
    const embedded = (program: string): string =>
      `<w:r><w:object><o:OLEObject ProgID="${program}"/></w:object></w:r>`;
    expect(await noticesOf(para(run("a") + embedded("Excel.Sheet.12")))).toEqual({ partSkipped: 1 });
    expect(await noticesOf(para(run("a") + embedded("Equation.3")))).toEqual({});
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
