import { describe, expect, it } from "vitest";
import {
  type Block,
  paragraphsOf,
  placesWithin,
  type Table,
  visibleText,
} from "../../domain/document/block.ts";
import { atLines } from "../../domain/document/place.ts";
import { readHtml } from "./read-html.ts";

function blocksOf(html: string | Uint8Array): readonly Block[] {
  const read = readHtml(typeof html === "string" ? Buffer.from(html) : html);
  if (!read.ok) throw new Error(read.failure.code);
  if (read.value.content.kind !== "blocks") throw new Error(read.value.content.kind);
  return read.value.content.blocks;
}

function textsOf(html: string | Uint8Array): readonly string[] {
  return [...paragraphsOf(blocksOf(html))].map(visibleText);
}

function tableOf(html: string): Table {
  const table = blocksOf(html).find((block) => block.kind === "table");
  if (!table) throw new Error("no table");
  return table;
}

/** A table in short: for each row its cells as "column+width×height:text". */
function gridOf(table: Table): readonly string[] {
  return table.rows.map((row) =>
    row.cells
      .map((cell) => {
        const text = [...paragraphsOf(cell.blocks)].map(visibleText).join("/");
        return `${cell.column}+${cell.columnSpan}×${cell.rowSpan}:${text}`;
      })
      .join(" "),
  );
}

describe("paragraphs", () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ["blocks are paragraphs", "<h2>Phần I</h2><div>Một<p>Hai</div>Ba", ["Phần I", "Một", "Hai", "Ba"]],
    ["white space counts once", "<p>  Giao \n\t Sở&nbsp; Y tế </p>", ["Giao Sở Y tế"]],
    ["inline tags add no space", "<p><b>Kế</b><i> hoạch</i> số<span>5</span></p>", ["Kế hoạch số5"]],
    ["a break is a forced line end", "<p>Chủ trì <br/> phối hợp</p>", ["Chủ trì\nphối hợp"]],
    ["a blank line of breaks ends a paragraph", "<p>Một<br><br>Hai<br></p>", ["Một", "Hai"]],
    ["entities", "<p>S&#7903; &amp; Ban &quot;A&quot; &lt;b&gt;</p>", ['Sở & Ban "A" <b>']],
    ["unseen characters go", "<p>Ủy&shy; ban\u200b nhân\ufeff dân</p>", ["Ủy ban nhân dân"]],
    [
      "scripts, styles and the title are no text",
      "<title>x</title><style>p{}</style><p>a<script>1<2</script></p>",
      ["a"],
    ],
    ["preformatted text keeps its lines", "<pre>1. A\n   2. B</pre>", ["1. A\n2. B"]],
    ["tags that nobody closed", "<div><p>Một<p>Hai<b>Ba", ["Một", "HaiBa"]],
    [
      "a conditional comment of Word is not shown",
      "<!--[if gte mso 9]><xml>w</xml><![endif]--><p>a<o:p></o:p></p>",
      ["a"],
    ],
    ["ordered lists show numbers", "<ol start=3><li>A<li value=7>B<li>C</ol>", ["3. A", "7. B", "8. C"]],
    [
      "lists of letters",
      '<ol type="a"><li>A</li></ol><ol type="I"><li>B</li><li>C</li></ol>',
      ["a. A", "I. B", "II. C"],
    ],
    ["lists in lists", "<ul><li>A<ol><li>B</ol>C</ul>", ["• A", "1. B", "C"]],
    ["the label goes to the first paragraph", "<ol><li><p>A</p><p>B</p></li></ol>", ["1. A", "B"]],
    ["a list without labels", '<ul style="list-style-type: none"><li>A</ul>', ["A"]],
    [
      "the list number that Word writes as text",
      "<p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Rà soát</p>",
      ["1. Rà soát"],
    ],
    [
      "text among the parts of a table is kept",
      "<table>Ngoài<tr><td>Trong</td></tr></table>",
      ["Ngoài", "Trong"],
    ],
    ["cells outside a table are paragraphs", "<td>A</td><td>B</td>", ["A", "B"]],
    ["stray closing tags", "</div></p><p>A</table></p>", ["A"]],
  ];
  it.each(cases)("%s", (_, html, texts) => {
    expect(textsOf(html)).toEqual(texts);
  });

  it("composes letters across tags", () => {
    const read = readHtml(Buffer.from("<p>Chu\u0309<b> ti</b>\u0323ch</p>"));
    expect(read).toMatchObject({ value: { notices: [{ code: "notComposed", count: 1 }] } });
    expect(textsOf("<p>Chu\u0309<b> ti</b>\u0323ch</p>")).toEqual(["Chủ tịch"]);
  });

  it("reads the letters of fonts of before Unicode", () => {
    const html = Buffer.from(
      "<p style=\"font-family:'.VnTimeH','serif'\">quyÕt ®Þnh</p><p><font face='.VnTime'>ViÖt</font> <span style='font-family:Arial'>®</span></p>",
    );
    expect(textsOf(html)).toEqual(["QUYẾT ĐỊNH", "Việt ®"]);
    expect(readHtml(html)).toMatchObject({ value: { notices: [{ code: "legacyFont", count: 2 }] } });
  });

  it("knows style by tag, by attribute and by style attribute", () => {
    const [head, mixed, plain] = blocksOf(
      "<p align=center style='font-size:14.0pt'><b>QUYẾT ĐỊNH</b></p><p style='text-align:right;margin-left:36pt'><i>a</i>b</p>" +
        "<div style='font-weight:700'><span style='font-weight:normal'>c</span></div>",
    );
    expect(head).toMatchObject({ style: { bold: true, italic: false, align: "center", size: 14 } });
    expect(mixed).toMatchObject({ style: { bold: false, italic: false, align: "right", indent: 36 } });
    expect(plain).toMatchObject({ style: { bold: false } });
  });

  it("knows its lines in the source", () => {
    const [paragraph] = blocksOf("<html>\n<p>Giao Sở\nTài chính <b>\nthẩm định</b></p>");
    if (paragraph?.kind !== "paragraph") throw new Error("no paragraph");
    expect(placesWithin(paragraph, 0, 4)).toEqual([atLines(2, 3)]);
    const at = paragraph.text.indexOf("thẩm");
    expect(placesWithin(paragraph, at, at + 4)).toEqual([atLines(3, 4)]);
  });

  it("sets footnotes of Word apart", () => {
    const blocks = blocksOf(
      "<p>a</p><div style='mso-element:footnote-list'><div style='mso-element:footnote'><p>b</p></div></div>",
    );
    expect(blocks).toMatchObject([{ role: "body" }, { role: "footnote" }]);
  });
});

describe("hidden text", () => {
  it("is left out, listed and noticed; the books balance", () => {
    const read = readHtml(
      Buffer.from(
        "<p>Hiện</p>\n<p style='display: none'>Ẩn <b>một</b></p><p hidden>Ẩn hai</p><p>giữ<del>bỏ</del></p><p hidden> </p>",
      ),
    );
    expect(read).toMatchObject({
      value: {
        notices: [
          { code: "hiddenText", count: 2 },
          { code: "trackedChanges", count: 1 },
        ],
        steps: [
          {
            in: 5,
            out: 2,
            rejected: [{ what: "Ẩn một", where: "dòng 2" }, { what: "Ẩn hai" }, { what: "bỏ" }],
          },
        ],
      },
    });
  });
});

describe("tables", () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ["rows and cells", "<table><tr><td>1<td>2<tr><td>3<td>4</table>", ["0+1×1:1 1+1×1:2", "0+1×1:3 1+1×1:4"]],
    [
      "cells beside one that reaches down",
      "<table><tr><td rowspan=2>A<td>B<tr><td>C<tr><td>D<td>E</table>",
      ["0+1×2:A 1+1×1:B", "1+1×1:C", "0+1×1:D 1+1×1:E"],
    ],
    ["a wide cell", "<table><tr><td colspan=2>A<td>B</table>", ["0+2×1:A 2+1×1:B"]],
    [
      "spans beyond the end are cut",
      "<table><tr><td rowspan=9>A<td rowspan=0>B<tr></table>",
      ["0+1×2:A 1+1×2:B", ""],
    ],
    [
      "a wide cell stops at one from above",
      "<table><tr><td>A<td rowspan=2>B<tr><td colspan=2>C</table>",
      ["0+1×1:A 1+1×2:B", "0+1×1:C"],
    ],
    ["a row without its tag", "<table><td>A<td>B</table>", ["0+1×1:A 1+1×1:B"]],
    ["several paragraphs in a cell", "<table><tr><td><p>A</p><p>B</p></table>", ["0+1×1:A/B"]],
    [
      "a hidden row goes",
      "<table><tr><td>A<tr style='display:none'><td>B<tr><td>C</table>",
      ["0+1×1:A", "0+1×1:C"],
    ],
  ];
  it.each(cases)("%s", (_, html, grid) => {
    expect(gridOf(tableOf(html))).toEqual(grid);
  });

  it("knows the heading that repeats", () => {
    const table = tableOf("<table><thead><tr><th>STT</thead><tbody><tr><td>1</tbody></table>");
    expect(table.rows.map((row) => row.repeatsAsHeading)).toEqual([true, false]);
  });

  it("keeps a table in a cell", () => {
    const table = tableOf("<table><tr><td>A<table><tr><td>B</table>C<td>D</table>");
    expect(table.rows[0]?.cells[0]?.blocks.map((block) => block.kind)).toEqual([
      "paragraph",
      "table",
      "paragraph",
    ]);
    expect(table.columnCount).toBe(2);
  });
});

describe("files as they are saved", () => {
  it("declared in the Vietnamese code page", () => {
    const bytes = Buffer.concat([Buffer.from('<meta charset="windows-1258"><p>'), Buffer.from([0xd0, 0xfd])]);
    expect(textsOf(bytes)).toEqual(["Đư"]);
  });

  it("UTF-8 that declares something else", () => {
    expect(
      textsOf('<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1"><p>Sở Y tế'),
    ).toEqual(["Sở Y tế"]);
  });

  it("UTF-16 with a mark", () => {
    expect(textsOf(Buffer.from("\ufeff<p>Sở Y tế", "utf16le"))).toEqual(["Sở Y tế"]);
  });

  it.each([
    ["quoted-printable", "<p>S=E1=BB=9F Y t=E1=\r\n=BA=BF</p>"],
    ["base64", Buffer.from("<p>Sở Y tế</p>").toString("base64")],
    ["8bit", Buffer.from("<p>Sở Y tế</p>").toString("latin1")],
  ])("MHTML in %s", (transfer, body) => {
    const file = `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--x"\r\n\r\n----x\r\nContent-Type: image/png\r\n\r\nAA\r\n----x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n${body}\r\n----x--\r\n`;
    expect(textsOf(Buffer.from(file, "latin1"))).toEqual(["Sở Y tế"]);
  });
});

describe("pages built to harm", () => {
  const cases: readonly [string, string, string][] = [
    ["elements without end", "<div>".repeat(100_000), "file.too-deep"],
    ["tables in tables without end", "<table><tr><td>".repeat(60), "file.too-deep"],
    ["no text", "<html><body><script>1</script></body></html>", "file.empty"],
  ];
  it.each(cases)("%s", (_, html, code) => {
    expect(readHtml(Buffer.from(html))).toMatchObject({ failure: { code } });
  });

  it("reads a page whose formatting was never closed", () => {
    expect(textsOf("<p><font><b>a</b>".repeat(3000))).toHaveLength(3000);
  });

  it("reads a table of wide cells in time", () => {
    expect(tableOf(`<table>${"<tr><td colspan=1000 rowspan=60000>a".repeat(500)}</table>`).rows).toHaveLength(
      500,
    );
  });
});
