import { describe, expect, it } from "vitest";
import { rejectionsOf } from "../../domain/basics/ledger.ts";
import { textOfBlocks } from "../../domain/document/block.ts";
import { cell, inList, list, listDefinition, para, row, run, table } from "./docx-fixture.ts";
import { blocksOf, linesOf, noticesOf, read, tableOf } from "./read-fixture.ts";

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
      "borders dragged a little in one row make no column",
      table(
        [600, 60, 3000],
        [
          row([cell("1", '<w:gridSpan w:val="2"/>'), cell("a")]),
          row([cell("2"), cell("b", '<w:gridSpan w:val="2"/>')]),
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
      "a cell that is an empty control keeps its column",
      table(
        [100, 100],
        [
          row([
            `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${cell(para(run("chọn", '<w:rStyle w:val="PlaceholderText"/>')))}</w:sdtContent></w:sdt>`,
            cell("b"),
          ]),
        ],
      ),
      [["0+1×1 ", "1+1×1 b"]],
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
