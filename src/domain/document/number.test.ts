import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentKinds } from "./kind.ts";
import { type NumberShape, parseDocumentNumber, symbolOf } from "./number.ts";

/** [written, shape, printed, why] */
const readable: readonly (readonly [string, NumberShape, string, string])[] = [
  ["41/2023/NĐ-CP", "legislative", "41/2023/NĐ-CP", "a decree"],
  ["17/2019/QĐ-TTg", "legislative", "17/2019/QĐ-TTg", "issuer with small letter"],
  ["08/2024/TT-BNG", "legislative", "08/2024/TT-BNG", "leading zero stays"],
  ["31/2022/QĐ-UBND", "legislative", "31/2022/QĐ-UBND", "rules of a province"],
  ["05/2014/TTLT-BTC-BNV", "legislative", "05/2014/TTLT-BTC-BNV", "joint circular"],
  ["12a/2024/QĐ-UBND", "legislative", "12a/2024/QĐ-UBND", "letter behind the number"],
  ["14/2020/NQ-HĐND", "legislative", "14/2020/NQ-HĐND", "resolution of a council"],
  ["7/2018/L-CTN", "legislative", "7/2018/L-CTN", "order of the President: kind of one letter"],
  ["45/2019/QH14", "law", "45/2019/QH14", "a law"],
  ["12/2025/UBTVQH15", "law", "12/2025/UBTVQH15", "act of the Standing Committee"],
  ["08/2022/PL-UBTVQH15", "law", "08/2022/PL-UBTVQH15", "ordinance, with its kind"],
  ["51/2001/QH10", "law", "51/2001/QH10", "legislature of two digits"],
  ["873/QĐ-UBND", "individual", "873/QĐ-UBND", "a decision"],
  ["96/NQ-CP", "individual", "96/NQ-CP", "kind table decides against a letter"],
  ["1412/NQ-UBTVQH15", "individual", "1412/NQ-UBTVQH15", "legislature behind the issuer"],
  ["203/TTr-SNgV", "individual", "203/TTr-SNgV", "kind and issuer with small letters"],
  ["2044/QĐ-BNN-TCTS", "individual", "2044/QĐ-BNN-TCTS", "unit behind the issuer"],
  ["18/CĐ-TTg", "individual", "18/CĐ-TTg", "telegram"],
  ["62/GM-UBND", "individual", "62/GM-UBND", "invitation"],
  ["77/KL-TTr", "individual", "77/KL-TTr", "conclusion of an inspectorate"],
  ["150/BC-ĐGS", "individual", "150/BC-ĐGS", "monitoring delegation"],
  ["09/KH-BCĐ", "individual", "09/KH-BCĐ", "steering committee"],
  ["31/QCPH-SNgV-CAT", "individual", "31/QCPH-SNgV-CAT", "rules of working together"],
  ["04/DA-XYZ", "individual", "04/DA-XYZ", "DA and ĐA are two kinds: kept"],
  ["04/ĐA-UBND", "individual", "04/ĐA-UBND", "project proposal"],
  ["5121/VPCP-QHQT", "letter", "5121/VPCP-QHQT", "letter: no kind"],
  ["318/SNgV-LSBG", "letter", "318/SNgV-LSBG", "letter of a department"],
  ["1240/TTg-KTTH", "letter", "1240/TTg-KTTH", "letter of the Prime Minister"],
  ["88/SXD-QLN&CS", "letter", "88/SXD-QLN&CS", "ampersand in a unit"],
  ["19/LĐTBXH-NCC", "letter", "19/LĐTBXH-NCC", "ministry without B"],
  ["714/BTĐKT-VIII", "letter", "714/BTĐKT-VIII", "Roman number as unit"],
  ["2/UBND", "letter", "2/UBND", "known issuer without unit"],
  ["33/CTUBND-NC", "letter", "33/CTUBND-NC", "CT + UBND is an issuer, not a glued kind"],
  ["23-NQ/TW", "party", "23-NQ/TW", "central Party"],
  ["85-CTr/TU", "party", "85-CTr/TU", "provincial Party"],
  ["06-HD/BTCTU", "party", "06-HD/BTCTU", "organ of the Party"],
  ["12-QĐ/ĐU", "party", "12-QĐ/ĐU", "Party committee"],
  ["140-CV/VPTU", "party", "140-CV/VPTU", "the Party writes CV"],
  ["27-KL/TW", "party", "27-KL/TW", "conclusion"],
  ["3-QĐi/TU", "party", "3-QĐi/TU", "regulation, small i"],
  ["11-NQ/TƯ", "party", "11-NQ/TW", "old spelling of TW"],
  ["05/VBHN-BNV", "consolidated", "05/VBHN-BNV", "consolidated text"],
  ["02/HNVB-VPCP", "consolidated", "02/HNVB-VPCP", "other spelling seen"],
  ["QCVN 102:2016/BTTTT", "standard", "QCVN 102:2016/BTTTT", "technical regulation"],
  ["QCVN 102:2016/BTTTT/SĐ1:2022", "standard", "QCVN 102:2016/BTTTT/SĐ1:2022", "with amendment"],
  ["TCVN 11930:2017", "standard", "TCVN 11930:2017", "standard"],
  ["TCVN 6909 : 2001", "standard", "TCVN 6909:2001", "spaces round the colon"],
  ["14/SY-UBND", "copy", "14/SY-UBND", "true copy"],
  ["3/TrS-VP", "copy", "3/TrS-VP", "extract"],
  ["8/SL-SNgV", "copy", "8/SL-SNgV", "copy of a copy"],
  ["201/QĐ/TTg", "legacy", "201/QĐ/TTg", "slash for hyphen"],
  ["64-CP", "legacy", "64-CP", "old decree"],
  ["327-CT", "legacy", "327-CT", "old decision"],
  ["186-HĐBT", "legacy", "186-HĐBT", "Council of Ministers"],
  ["33/CP", "legacy", "33/CP", "old decree with slash"],
  ["60 QĐ.UB", "legacy", "60 QĐ.UB", "point for hyphen"],

  ["Số: 873/QĐ-UBND", "individual", "873/QĐ-UBND", "label taken off"],
  ["Số 23-NQ/TW", "party", "23-NQ/TW", "the Party prints no colon"],
  ["SỐ: 9/TB-VP", "individual", "9/TB-VP", "label in capitals"],
  ["Số : 205 /TB-UBND", "individual", "205/TB-UBND", "spaces of a form filled in"],
  ["Số hiệu: 873/QĐ-UBND", "individual", "873/QĐ-UBND", "label of a portal"],
  ["23- NQ/TW", "party", "23-NQ/TW", "broken behind the hyphen"],
  ["23-\nNQ/TW", "party", "23-NQ/TW", "line break"],
  ["96/NQ-\nCP", "individual", "96/NQ-CP", "line break inside the symbol"],
  ["873/QĐ - UBND", "individual", "873/QĐ-UBND", "hyphen with spaces"],
  ["3236/TTr -SNN", "individual", "3236/TTr-SNN", "space before the hyphen"],
  ["41 / 2023 / NĐ-CP", "legislative", "41/2023/NĐ-CP", "spaces round slashes"],
  ["23–NQ/TW", "party", "23-NQ/TW", "en dash"],
  ["23—NQ/TW", "party", "23-NQ/TW", "em dash of a bad scan"],
  ["873/QÐ-UBND", "individual", "873/QĐ-UBND", "Icelandic Ð"],
  ["41/2023/NĐCP", "legislative", "41/2023/NĐ-CP", "hyphen lost"],
  ["1626/QĐTTg", "individual", "1626/QĐ-TTg", "hyphen lost before TTg"],
  ["96/NQCP", "individual", "96/NQ-CP", "hyphen lost, short"],
  ["13/CT-TTG", "individual", "13/CT-TTg", "capitals of a heading"],
  ["17/2019/QĐ-TTG", "legislative", "17/2019/QĐ-TTg", "capitals of a heading"],
  ["85-CTR/TU", "party", "85-CTr/TU", "kind in capitals"],
  ["203/TTR-SNGV", "individual", "203/TTr-SNgV", "kind and issuer in capitals"],
  ["1240/TTG-KTTH", "letter", "1240/TTg-KTTH", "issuer of a letter in capitals"],
  ["873/QD-UBND", "individual", "873/QĐ-UBND", "marks lost"],
  ["41/2023/ND-CP", "legislative", "41/2023/NĐ-CP", "marks lost"],
  ["14/NQ-HDND", "individual", "14/NQ-HĐND", "marks of the issuer lost"],
];

/** [written, why] */
const unreadable: readonly (readonly [string, string])[] = [
  ["", "nothing"],
  ["/QĐ-UBND", "number left blank"],
  ["Số:      /QĐ-UBND", "number left blank on a form"],
  ["Số: …/TB-UBND", "dots for the number"],
  ["-NQ/TW", "Party number left blank"],
  ["24/01/2025", "a date"],
  ["24-01-2025", "a date with hyphens"],
  ["6/2025", "a month"],
  ["22/22", "a fraction"],
  ["3/4", "a fraction"],
  ["1.234.567", "money"],
  ["0269.3824.117", "a telephone number"],
  ["(024) 37992000", "a telephone number"],
  ["100%", "a share"],
  ["5 tháng", "a length of time"],
  ["QĐ-UBND", "symbol alone"],
  ["873/QĐ", "kind without issuer"],
  ["205/TB", "kind without issuer"],
  ["873", "number alone"],
  ["873/", "slash alone"],
  ["QCVN", "series alone"],
  ["24-28", "a range"],
  ["12/sở", "words"],
  ["52:00.00/VPCP", "a time"],
  ["12/2025/ABC-XYZ", "unknown symbol behind a year"],
  ["3/Sở Ngoại vụ", "words behind a slash"],
];

describe("parseDocumentNumber", () => {
  it.each(readable)("%s is %s %s (%s)", (written, shape, printed) => {
    const number = parseDocumentNumber(written);
    expect(number?.shape).toBe(shape);
    expect(number?.text).toBe(printed);
  });

  it.each(unreadable)("%j is no number (%s)", (written) => {
    expect(parseDocumentNumber(written)).toBeNull();
  });

  it("takes the parts apart", () => {
    expect(parseDocumentNumber("05/2014/TTLT-BTC-BNV")).toMatchObject({
      ordinal: "05",
      year: 2014,
      kind: "TTLT",
      issuers: ["BTC", "BNV"],
      units: [],
    });
    expect(parseDocumentNumber("2044/QĐ-BNN-TCTS")).toMatchObject({
      kind: "QĐ",
      issuers: ["BNN"],
      units: ["TCTS"],
    });
    expect(parseDocumentNumber("318/SNgV-LSBG")).toMatchObject({
      kind: null,
      issuers: ["SNgV"],
      units: ["LSBG"],
    });
    expect(parseDocumentNumber("45/2019/QH14")).toMatchObject({ kind: null, issuers: ["QH"], year: 2019 });
    expect(parseDocumentNumber("1412/NQ-UBTVQH15")).toMatchObject({ kind: "NQ", issuers: ["UBTVQH"] });
  });

  it("prints what it read so that it reads the same again", () => {
    for (const [written] of readable) {
      const number = parseDocumentNumber(written);
      expect(parseDocumentNumber(number?.text ?? "")).toEqual(number);
    }
  });

  it("reads every number it can be given and prints it the same", () => {
    const ordinal = fc
      .tuple(fc.integer({ min: 1, max: 99999 }), fc.constantFrom("", "a", "b"))
      .map(([n, l]) => `${n}${l}`);
    const kind = fc.constantFrom(...new Set(documentKinds.map((each) => each.abbreviation)));
    const issuer = fc.constantFrom("UBND", "SNgV", "TTg", "CP", "BNG", "HĐND", "VPCP");
    const numbers = fc.oneof(
      fc.tuple(ordinal, kind, issuer).map(([n, k, i]) => `${n}/${k}-${i}`),
      fc.tuple(ordinal, kind, fc.constantFrom("TW", "TU", "ĐU", "VPTU")).map(([n, k, i]) => `${n}-${k}/${i}`),
      fc
        .tuple(ordinal, fc.integer({ min: 1946, max: 2100 }), kind, issuer)
        .map(([n, y, k, i]) => `${n}/${y}/${k}-${i}`),
      fc.tuple(ordinal, issuer, fc.constantFrom("HTQT", "KTTH", "NC")).map(([n, i, u]) => `${n}/${i}-${u}`),
    );
    fc.assert(fc.property(numbers, (text) => parseDocumentNumber(text)?.text === text));
  });

  it("never throws, and what it gives parses to itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789/-–:. NQĐTWUBCPTgạs&") }), (text) => {
        const number = parseDocumentNumber(text);
        if (number) expect(parseDocumentNumber(number.text)?.text).toBe(number.text);
      }),
    );
  });
});

describe("symbolOf", () => {
  it.each([
    ["873/QĐ-UBND", "/QĐ-UBND"],
    ["23-NQ/TW", "-NQ/TW"],
    ["12a/2024/QĐ-UBND", "/2024/QĐ-UBND"],
  ])("%s has the symbol %s", (text, symbol) => {
    const number = parseDocumentNumber(text);
    expect(number && symbolOf(number)).toBe(symbol);
  });
});
