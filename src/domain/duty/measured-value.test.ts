import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayFailure } from "../language/failures.ts";
import { type MeasuredValue, readMeasured, sayDoubts, sayMeasured } from "./measured-value.ts";

function read(text: string, measure: string | null = null) {
  const found = readMeasured(text, measure);
  return found.ok
    ? { said: sayMeasured(found.value.value, "vi"), doubts: found.value.doubts.join(" ") }
    : found.failure.code;
}

describe("readMeasured", () => {
  const understood: readonly [
    typed: string,
    measure: string | null,
    said: string,
    doubts: string,
    why: string,
  ][] = [
    ["12", null, "12", "", "a plain number"],
    ["02", "đoàn", "2", "", "offices write one digit with a nought"],
    ["0", "đoàn", "0", "", "nought is a number"],
    ["1.234", "người", "1.234", "", "the point separates thousands"],
    ["1.234", null, "1.234", "", "also where nothing is known of the target"],
    ["1.234,5", null, "1.234,5", "", "the comma stands before decimals"],
    ["1.234.567", null, "1.234.567", "", "two points"],
    ["1234,5", null, "1.234,5", "", "without a point"],
    ["1,5", "tỷ đồng", "1,5", "", "a comma before one digit is decimal"],
    ["0,75", null, "0,75", "", "less than one"],
    ["-5", null, "-5", "", "less than nothing, where things are not counted"],
    ["- 5", null, "-5", "negative", "a dash may only begin the line"],
    ["-5", "đoàn", "-5", "negative", "nobody receives minus five delegations"],
    ["âm 5", null, "-5", "", "in words"],
    ["+5", null, "5", "", "a plus says nothing"],
    ["12%", null, "12%", "", "a percentage"],
    ["12 %", "% hộ nghèo", "12%", "", "with a space"],
    ["12 phần trăm", null, "12%", "", "in words"],
    ["12", "% hộ nghèo", "12%", "", "the measure says percent"],
    ["0,12", "% hộ nghèo", "0,12%", "percent", "12% as a part of one?"],
    ["120%", null, "120%", "", "more than planned"],
    ["1.234%", null, "1.234%", "point", "hardly a thousand percent"],
    ["khoảng 10", null, "khoảng 10", "", "about"],
    ["gần 10", null, "khoảng 10", "", "nearly"],
    ["ước đạt 10 đoàn", "đoàn", "khoảng 10 đoàn", "", "an estimate"],
    ["~10", null, "khoảng 10", "", "with a sign"],
    ["trên 20", null, "trên 20", "", "more than"],
    ["hơn 20 lượt", "lượt", "trên 20 lượt", "", "more than, otherwise"],
    ["khoảng trên 20", null, "trên 20", "", "the firmer word counts"],
    [">20", null, "trên 20", "", "with a sign"],
    [">= 20", null, "ít nhất 20", "", "two signs"],
    ["≥20", null, "ít nhất 20", "", "one sign"],
    ["20+", null, "ít nhất 20", "", "a plus behind"],
    ["20 trở lên", null, "ít nhất 20", "", "upwards"],
    ["từ 20 người trở lên", "người", "ít nhất 20 người", "", "upwards with a unit"],
    ["ít nhất 5", null, "ít nhất 5", "", "at least: not a vague few"],
    ["nhiều nhất 5", null, "nhiều nhất 5", "", "at most"],
    ["không quá 5", null, "nhiều nhất 5", "", "no more than is not none"],
    ["không dưới 5 cuộc", "cuộc", "ít nhất 5 cuộc", "", "no fewer than"],
    ["dưới 5", null, "dưới 5", "", "fewer than"],
    ["<5", null, "dưới 5", "", "with a sign"],
    ["từ 10 đến 15", null, "từ 10 đến 15", "", "a range"],
    ["10-15", null, "từ 10 đến 15", "", "with a dash"],
    ["10 – 15", null, "từ 10 đến 15", "", "with a long dash"],
    ["khoảng 10-15 đoàn", "đoàn", "khoảng từ 10 đến 15 đoàn", "", "about a range"],
    ["10-15%", null, "từ 10 đến 15%", "", "a range of percent"],
    ["10%-15%", null, "từ 10 đến 15%", "", "percent twice"],
    ["2-3 triệu", "lượt", "từ 2.000.000 đến 3.000.000", "", "the scale is said once"],
    ["không có", "đoàn", "không có", "", "none"],
    ["Không", "đoàn", "không có", "", "none, shorter"],
    ["ko có", "đoàn", "không có", "", "none, as in messages"],
    ["không phát sinh", "đoàn", "không có", "", "the commonest answer"],
    ["Không phát sinh.", "đoàn", "không có", "", "with a full stop"],
    ["chưa có", "đoàn", "không có", "", "none yet"],
    ["không có đoàn nào", "đoàn", "không có", "", "none, in a sentence"],
    ["N/A", "đoàn", "không có", "notApplicable", "not the same as none"],
    ["-", "đoàn", "không có", "notApplicable", "a dash in a table"],
    ["không áp dụng", "đoàn", "không có", "notApplicable", "said in words"],
    ["5 đoàn", "đoàn", "5 đoàn", "", "with its unit"],
    ["05 đoàn ra", "đoàn", "5 đoàn ra", "", "with more than its unit"],
    ["đạt 5 đoàn", "đoàn", "5 đoàn", "", "with a word before"],
    ["Tổng số: 5 đoàn", "đoàn", "5 đoàn", "", "with a heading before"],
    ["năm đoàn", "đoàn", "5 đoàn", "", "in words; no year stands after it"],
    ["mười hai", null, "12", "", "in words"],
    ["hai mươi lăm lượt", "lượt", "25 lượt", "", "in more words"],
    ["1,5 triệu", "lượt khách", "1.500.000", "", "a scale"],
    ["1,5 triệu lượt khách", "lượt khách", "1.500.000 lượt khách", "", "a scale and a unit"],
    ["3 tỷ đồng", "tỷ đồng", "3 tỷ đồng", "", "the measure has the scale"],
    ["3 tỷ", "tỷ đồng", "3 tỷ đồng", "", "the scale alone"],
    ["1.500 triệu đồng", "tỷ đồng", "1,5 tỷ đồng", "", "a smaller scale"],
    ["3.000.000.000 đồng", "tỷ đồng", "3 tỷ đồng", "", "no scale at all"],
    ["3", "tỷ đồng", "3", "", "a bare number is in the measure"],
    ["3 tỷ đồng", null, "3.000.000.000 đồng", "", "no measure known"],
    ["2 triệu rưỡi", "lượt", "2.500.000", "", "and a half"],
    ["500k", "đồng", "500.000", "abbreviation", "as in messages"],
    ["1,5tr", "lượt", "1.500.000", "abbreviation", "as in messages"],
    ["１２，５", null, "12,5", "", "full-width digits of a foreign keyboard"],
    ["１２％", null, "12%", "", "a full-width percent sign"],
    ["1.5", null, "1,5", "point", "a point of an English keyboard"],
    ["1.5", "người", "1,5", "point part", "people are whole"],
    ["12.50", "tỷ đồng", "12,5", "point", "two digits after the point"],
    ["1,234", "người", "1.234", "comma", "people are whole: thousands"],
    ["1,234", null, "1,234", "comma", "as written, decimals"],
    ["1,000", null, "1.000", "comma", "three noughts are thousands"],
    ["1,234,567", null, "1.234.567", "comma", "as English writes"],
    ["1,234.5", null, "1.234,5", "comma", "as English writes decimals"],
    ["2,5", "người", "2,5", "part", "two and a half persons"],
    ["1 234", "người", "1.234", "space", "a space between thousands"],
    ["1 234 567 đồng", "đồng", "1.234.567 đồng", "space", "two spaces"],
    ["tăng 5%", null, "5%", "change", "a change"],
    ["giảm 5%", null, "-5%", "change", "a change downwards"],
    ["5 km2", "km2", "5 km2", "", "a digit in the unit"],
    ["“12”", null, "12", "", "in quotation marks"],
    ["12.", null, "12", "", "a full stop"],
    ["12\n", null, "12", "", "a line break"],
    ["5 tin/tháng", "tin", "5 tin/tháng", "", "a rate"],
    ["05 tin", "tin/bài", "5 tin", "", "one of two names of the measure"],
    ["1,5 tỷ đồng", "tỷ đồng", "1,5 tỷ đồng", "", "money as offices say it"],
    ["1,5 tỷ", "triệu đồng", "1.500 triệu đồng", "", "a greater scale than the target's"],
    ["khoảng 106.012 ha", "ha cà phê", "khoảng 106.012 ha", "", "an area"],
    ["3 hội nghị", "hội nghị, hội thảo quốc tế", "3 hội nghị", "", "one of the things that count"],
  ];
  it.each(understood)("%j in %j is %s (%s): %s", (typed, measure, said, doubts) => {
    expect(read(typed, measure)).toEqual({ said, doubts });
  });

  const refused: readonly [typed: string, code: string, why: string][] = [
    ["", "register.measure-blank", "nothing"],
    ["   ", "register.measure-blank", "blanks"],
    ["…", "register.measure-blank", "dots of a form"],
    ["đã hoàn thành", "register.measure-unread", "words"],
    ["chưa thực hiện", "register.measure-unread", "not none: something is owed"],
    ["tốt", "register.measure-unread", "praise"],
    ["1O", "register.measure-unread", "a letter for a nought"],
    ["2tr5", "register.measure-several", "spoken money"],
    ["12 đoàn, 45 người", "register.measure-several", "two figures"],
    ["12 đoàn/45 người", "register.measure-several", "two figures with a slash"],
    ["5 (trong đó 2 đoàn ra)", "register.measure-several", "a part of it"],
    ["đã tổ chức 5 lớp, 3 hội nghị", "register.measure-several", "a sentence"],
    ["15/7/2025", "register.measure-date", "a day"],
    ["tháng 7", "register.measure-date", "a month"],
    ["năm 2025", "register.measure-date", "a year"],
    ["5 đoàn trong năm 2025", "register.measure-date", "a figure with a year"],
    ["5/10", "register.measure-fraction", "of ten, or October"],
    ["1/2", "register.measure-fraction", "a half"],
    ["½", "register.measure-fraction", "a half in one sign"],
    ["vài đoàn", "register.measure-vague", "a few"],
    ["nhiều", "register.measure-vague", "many"],
    ["một số hội nghị", "register.measure-vague", "some"],
    ["hàng trăm lượt", "register.measure-vague", "hundreds"],
    ["1.234.56", "register.measure-marks", "two points and no thousands"],
    ["12,34.5", "register.measure-marks", "marks the wrong way round"],
    ["1..5", "register.measure-marks", "two points"],
    ["15-10", "register.measure-turned", "the greater first"],
    ["10-10", "register.measure-turned", "no range"],
    ["từ 10", "register.measure-unread", "from ten to what?"],
    ["10 đến", "register.measure-unread", "to what?"],
    [`5 ${"x".repeat(90)}`, "register.measure-unread", "a text, not a unit"],
  ];
  it.each<[typed: string, measure: string, why: string]>([
    ["12%", "đoàn", "delegations are counted"],
    ["5 hộ", "% hộ nghèo", "a number where a share is asked"],
    ["5 tin bài", "đoàn", "another thing"],
    ["5 triệu USD", "tỷ đồng", "another money"],
    ["3 km", "ha cà phê", "a length is no area"],
    ["từ 10 đến 15%", "sự kiện", "a range of percent of counted things"],
  ])("%j is refused where %j is asked: %s", (typed, measure) => {
    const found = readMeasured(typed, measure);
    if (found.ok) throw new Error(JSON.stringify(found.value));
    expect(found.failure.code).toBe("register.measure-unit");
    expect(sayFailure(found.failure, "vi")).toContain(measure);
  });

  it.each(refused)("%j is refused with %s: %s", (typed, code) => {
    expect(read(typed)).toBe(code);
    const found = readMeasured(typed);
    if (found.ok) throw new Error("it was refused a line ago");
    for (const language of ["vi", "en"] as const)
      expect(sayFailure(found.failure, language)).not.toContain("{");
  });

  it("says aloud what was understood with doubt", () => {
    const found = readMeasured("1,234", "người");
    if (!found.ok) throw new Error("it is understood");
    expect(sayDoubts(found.value, "vi")).toEqual([
      "“1,234” được hiểu là 1.234. Dấu phẩy có thể ngăn phần lẻ hoặc hàng nghìn, đề nghị xem lại.",
    ]);
    expect(sayDoubts(found.value, "en")[0]).toContain("understood as 1,234");
  });

  const number = fc.oneof(
    fc.integer({ min: 0, max: 1_000_000_000 }),
    fc.integer({ min: 0, max: 99_999_999 }).map((hundredths) => hundredths / 100),
    fc.integer({ min: 0, max: 999_999 }).map((thousandths) => thousandths / 1000),
  );
  const unit = fc.constantFrom(null, "đoàn", "tin bài", "lượt khách quốc tế", "đồng", "km2", "dự án");
  const values: fc.Arbitrary<MeasuredValue> = fc.oneof(
    fc.constant({ kind: "none" as const }),
    fc.record({
      kind: fc.constant("number" as const),
      value: fc.tuple(number, fc.boolean()).map(([value, minus]) => (minus && value !== 0 ? -value : value)),
      comparison: fc.constantFrom(
        "=" as const,
        ">=" as const,
        "<=" as const,
        ">" as const,
        "<" as const,
        "~" as const,
      ),
      percent: fc.boolean(),
      unit,
    }),
    fc
      .record({ low: number, more: number, approximate: fc.boolean(), percent: fc.boolean(), unit })
      .map(({ low, more, ...rest }) => ({
        ...{ kind: "range" as const, low, high: Number((low + more + 1).toPrecision(15)), ...rest },
      })),
  );
  it("gives the same when what it says in Vietnamese is read again", () => {
    fc.assert(
      fc.property(values, (value) => {
        const found = readMeasured(sayMeasured(value, "vi"));
        expect(found.ok ? found.value.value : found.failure).toEqual(value);
      }),
      { numRuns: 1000 },
    );
  });

  it("answers anything that is typed, and never with a number that is none", () => {
    const piece = fc.constantFrom(
      ..."0123456789.,-%/ +~<>đtrkm".split(""),
      "không ",
      "từ ",
      "đến ",
      "tỷ ",
      "khoảng ",
      "năm ",
      "rưỡi",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), unit, (pieces, measure) => {
        const found = readMeasured(pieces.join(""), measure);
        if (!found.ok) expect(found.failure.code).toMatch(/^register\.measure-/);
        const value: MeasuredValue = found.ok ? found.value.value : { kind: "none" };
        if (value.kind === "number") expect(Number.isFinite(value.value)).toBe(true);
        if (value.kind === "range") expect(value.low < value.high && Number.isFinite(value.high)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
