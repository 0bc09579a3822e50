import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blanksOf, fillBlanks, sayNumber } from "./language.ts";

describe("sayNumber", () => {
  const cases: readonly [number, "vi" | "en", number | undefined, string, string][] = [
    [1234.5, "vi", undefined, "1.234,5", "the Vietnamese manner"],
    [1234.5, "en", undefined, "1,234.5", "the English manner"],
    [200, "vi", 0, "200", "no decimals asked: zeros of the whole part stay"],
    [1000000, "vi", undefined, "1.000.000", "two marks"],
    [-0.0001, "vi", 2, "0", "no minus before nothing"],
    [-5, "en", undefined, "-5", "minus"],
    [999, "vi", undefined, "999", "no mark below a thousand"],
  ];
  it.each(cases)("%d in %s with %s decimals is %s: %s", (value, language, decimals, said) => {
    expect(sayNumber(value, language, decimals)).toBe(said);
  });

  it("can be read back", () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(Number(sayNumber(value, "vi").replaceAll(".", ""))).toBe(value);
      }),
    );
  });
});

describe("fillBlanks", () => {
  it("writes numbers in the manner of the language", () => {
    expect(fillBlanks("{count} trang trong {file}", { count: 5000, file: "a.pdf" }, "vi")).toBe(
      "5.000 trang trong a.pdf",
    );
  });

  it("never shows a brace, nor what an object inherits", () => {
    expect(fillBlanks("{missing} {empty} {constructor}", { empty: "" }, "en")).toBe("… … …");
  });

  it("does not fill blanks that a filling brings along", () => {
    expect(fillBlanks("{a}", { a: "{b}", b: "x" }, "en")).toBe("{b}");
  });
});

describe("a part in square brackets", () => {
  it("stays when its blanks are filled", () => {
    expect(fillBlanks("Tệp hỏng[ (phần {part})].", { part: "a.xml" }, "vi")).toBe("Tệp hỏng (phần a.xml).");
  });
  it("goes when one is empty", () => {
    expect(fillBlanks("Tệp hỏng[ (phần {part})].", { part: "" }, "vi")).toBe("Tệp hỏng.");
  });
  it("that comes with a filling stays as it is", () => {
    expect(fillBlanks("{name}", { name: "[{gone}]" }, "vi")).toBe("[{gone}]");
  });
});

it("lists blanks in order", () => {
  expect(blanksOf("{b} và {a}, {b}")).toEqual(["b", "a", "b"]);
});
