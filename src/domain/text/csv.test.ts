import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv, writeCsv } from "./csv.ts";

const cellsOf = (text: string) => {
  const read = readCsv(text);
  return read.ok ? read.value.map(({ cells }) => cells) : read.failure;
};

describe("writing", () => {
  const cells: readonly [string, string, string][] = [
    ["Sở Ngoại vụ", "Sở Ngoại vụ", "plain text stays"],
    ['số "12"', '"số ""12"""', "quotation marks are doubled"],
    ["a,b", '"a,b"', "a comma is quoted"],
    ["a\nb", '"a\nb"', "a line break is quoted"],
    ["=1+1", "'=1+1", "a formula is a text"],
    ["-5", "'-5", "a minus too"],
    ["@SUM(A1)", "'@SUM(A1)", "an old function too"],
    ["＝1", "'＝1", "in full width too"],
    ["\t=1", '"\'\t=1"', "behind a tab too"],
    ["'=1", "''=1", "what looks guarded already gets its own guard"],
    ["'90", "'90", "an apostrophe alone is none"],
  ];
  it.each(cells)("%j becomes %j: %s", (cell, written) => {
    expect(writeCsv([[cell]])).toBe(`\ufeff${written}\r\n`);
  });
});

describe("reading", () => {
  const texts: readonly [string, readonly string[][], string][] = [
    [
      "a,b\r\n1,2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
      "as the standard writes it",
    ],
    [
      "a;b\n1,5;2\n",
      [
        ["a", "b"],
        ["1,5", "2"],
      ],
      "with semicolons, where the comma is the decimal sign",
    ],
    [
      "a\tb\n1\t2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
      "with tabs, the last line open",
    ],
    ['"a,b",c\n', [["a,b", "c"]], "a quoted separator parts nothing"],
    [
      'a,b\n"x\r\ny",\n',
      [
        ["a", "b"],
        ["x\r\ny", ""],
      ],
      "line breaks inside a cell stay",
    ],
    ["\ufeffa,b\n\n1,2\n", [["a", "b"], [""], ["1", "2"]], "a blank line is a row with nothing"],
  ];
  it.each(texts)("%j: %j (%s)", (text, rows) => {
    expect(cellsOf(text)).toEqual(rows);
  });

  it("names the line on which a row begins", () => {
    const read = readCsv('a,b\r\n"x\r\ny",1\r\nc,d\r\n');
    expect(read.ok && read.value.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it("says where a quotation mark is never closed", () => {
    expect(cellsOf('a,b\n1,"2\n3,4\n')).toEqual({ code: "register.sheet-broken", detail: { line: 2 } });
  });

  it("gives back whatever was written", () => {
    const cell = fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^['=+\-@\t\r\n",;＝a ]{0,6}$/));
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, (rows) => {
        const headed = [rows[0]?.map((_, index) => `h${index}`) ?? [], ...rows];
        expect(cellsOf(writeCsv(headed))).toEqual(headed);
      }),
    );
  });
});
