import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInFormat, formatNumber } from "./number-format.ts";

describe("formatNumber", () => {
  const cases: readonly [number, string, string, string][] = [
    [1234.5, "General", "1234,5", "decimal comma, no grouping"],
    [0.1 + 0.2, "General", "0,3", "fifteen digits are kept"],
    [905123456, "General", "905123456", "a telephone number stays whole"],
    [1234567, "#,##0", "1.234.567", "money"],
    [1234.5, "#,##0.00", "1.234,50", "two decimals"],
    [-1234, "#,##0;(#,##0)", "(1.234)", "bookkeepers' minus"],
    [-1234, "#,##0_);[Red]\\(#,##0\\)", "(1.234)", "with colour and padding"],
    [-5, "0", "-5", "minus without a section of its own"],
    [0, '#,##0;-#,##0;"-"', "-", "nothing shown as a dash"],
    [0.256, "0%", "26%", "percent"],
    [0.256, "0.0%", "25,6%", "percent with a decimal"],
    [7, "000", "007", "leading zeros"],
    [1500000, '#,##0," nghìn"', "1.500 nghìn", "thousands cut off, word kept"],
    [2500000, '#,##0\\ "đ"', "2.500.000 đ", "currency word"],
    [12, "[$€-2] #,##0", "€ 12", "currency sign"],
    [0.5, "#.##", ",5", "no whole digit asked"],
    [12345, "0.00E+00", "1,23E+4", "exponent"],
    [2.5, "# ?/?", "2,5", "fractions as decimals"],
    [3, "@", "3", "text format"],
    [3, '"Quý "0', "Quý 3", "a word before the number"],
    [45884, "dd/mm/yyyy", "15/08/2025", "a day"],
    [45884, "m/d/yyyy", "15/08/2025", "the American order is turned round"],
    [45884, "[$-42A]dd mmmm yyyy;@", "15/08/2025", "language mark"],
    [45884, "mm/yyyy", "08/2025", "a month"],
    [45884, "mmm-yy", "08/2025", "a month in letters"],
    [45884, "yyyy", "2025", "a year"],
    [45884, "dd/mm", "15/08", "a day of a year"],
    [45884.75, "dd/mm/yyyy hh:mm", "15/08/2025 18:00", "with the hour"],
    [45884.75, "h:mm AM/PM", "18:00", "twelve hours turned into twenty-four"],
    [0.5104166667, "h:mm", "12:15", "an hour alone"],
    [1.5, "[h]:mm", "36:00", "hours in all"],
    [45884, '"ngày" dd "tháng" mm "năm" yyyy', "ngày 15 tháng 08 năm 2025", "words of the format are kept"],
    [1, "dd/mm/yyyy", "01/01/1900", "the first day"],
    [59, "dd/mm/yyyy", "28/02/1900", "before the day that never was"],
    [61, "dd/mm/yyyy", "01/03/1900", "after it"],
    [-1, "dd/mm/yyyy", "-1", "no day before 1900"],
    [1e9, "dd/mm/yyyy", "1000000000", "no day after 9999"],
    [5, "", "5", "an empty code"],
  ];
  it.each(cases)("%d under %j is %j: %s", (value, code, text) => {
    expect(formatNumber(value, code, false)).toBe(text);
  });

  it("counts days from 1904 where the workbook says so", () => {
    expect(formatNumber(44422, "dd/mm/yyyy", true)).toBe("15/08/2025");
  });

  it("knows the formats that files do not write down", () => {
    expect([14, 3, 9, 163].map(builtInFormat)).toEqual(["dd/mm/yyyy", "#,##0", "0%", "General"]);
  });

  it("writes something for every number and every code, and never throws", () => {
    const code = fc.string({ unit: fc.constantFrom(...'0#?.,%;"\\[]$-hmsdyE+@_*/ ađ'), maxLength: 12 });
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), code, (value, format) => {
        expect(typeof formatNumber(value, format, false)).toBe("string");
      }),
      { numRuns: 500 },
    );
  });
});
