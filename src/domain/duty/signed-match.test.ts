import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import type { Unit } from "../organisation/unit.ts";
import { type SignedIssuer, signedIssuer } from "./signed-issuer.ts";
import { matchSigned, type OpenDuty, type SignedPaper } from "./signed-match.ts";

const day = (text: string) => parseIsoDate(text) as CalendarDate; // days of the tests are written right
const gave = { number: "88/TB-UBND", issuedOn: day("2026-09-10") };

function duty(id: string, content: string, more: Partial<OpenDuty> = {}): OpenDuty {
  const plain = {
    holder: "so-yt",
    holderName: "Sở Y tế",
    result: null,
    group: null,
    label: null,
    chain: [],
    draft: null,
  };
  return { id, content, given: gave, ...plain, ...more };
}

const review = duty("review", "Rà soát các đề án hợp tác quốc tế về y tế, báo cáo kết quả");
const vaccine = duty("vaccine", "Tiếp nhận vắc-xin do tổ chức phi chính phủ nước ngoài viện trợ");
const doctors = duty("doctors", "Trao đổi đoàn bác sĩ với tỉnh Attapeu");

function paper(more: Partial<SignedPaper> = {}): SignedPaper {
  return {
    ...{ number: "212/BC-SYT", subject: "Kết quả rà soát các đề án hợp tác quốc tế", text: [] },
    ...{ cites: [{ number: "88/TB-UBND", date: gave.issuedOn }], duty: null, unit: null },
    issuer: { kind: "unit", unit: "so-yt", doubt: 0 },
    ...more,
  };
}

describe("the duties that a signed document may answer", () => {
  const cases: readonly [
    why: string,
    given: SignedPaper,
    among: readonly OpenDuty[],
    expected: { why: string; sure: readonly string[]; first?: string },
  ][] = [
    [
      "the only open duty under the cited document is sure",
      paper(),
      [review],
      { why: "sure", sure: ["review"] },
    ],
    [
      "of several under it the words put the right one first, but a person chooses",
      paper(),
      [vaccine, doctors, review],
      { why: "choose", sure: [], first: "review" },
    ],
    [
      "the number in the report that waits is sure, whatever the words",
      paper({ cites: [] }),
      [review, { ...doctors, draft: ["212/bc-SYT"] }],
      { why: "sure", sure: ["doctors"], first: "doctors" },
    ],
    [
      "one report of several duties: all whose reports wait for it",
      paper(),
      [{ ...review, draft: ["212/BC-SYT"] }, { ...doctors, draft: ["212/BC-SYT"] }, vaccine],
      { why: "sure", sure: ["review", "doctors"] },
    ],
    [
      "handed in at the page of a duty",
      paper({ duty: "vaccine" }),
      [review, vaccine],
      { why: "sure", sure: ["vaccine"], first: "vaccine" },
    ],
    [
      "the same number of another day is another document",
      paper({ cites: [{ number: "88/TB-UBND", date: day("2024-03-01") }], subject: "Công tác tháng 10" }),
      [review],
      { why: "unlike", sure: [] },
    ],
    [
      "a later document of the chain is cited",
      paper({ cites: [{ number: "120/TB-UBND", date: null }], subject: null }),
      [{ ...review, chain: ["120/TB-UBND"] }, vaccine],
      { why: "sure", sure: ["review"] },
    ],
    [
      "the task is named by its number in the document",
      paper({ subject: null, text: ["Sở Y tế báo cáo kết quả thực hiện nhiệm vụ số 12 như sau:"] }),
      [
        { ...review, label: "1" },
        { ...doctors, label: "12" },
      ],
      { why: "choose", sure: [], first: "doctors" },
    ],
    [
      "an issuer known by the symbol alone is sure of nothing",
      paper({ issuer: { kind: "unit", unit: "so-yt", doubt: 0.3 } }),
      [review],
      { why: "choose", sure: [], first: "review" },
    ],
    ["the unit has nothing open", paper(), [], { why: "nothingOpen", sure: [] }],
    [
      "nobody knows whose it is: only a number in a report tells",
      paper({ issuer: { kind: "unknown" } }),
      [review, { ...doctors, draft: ["212/BC-SYT"] }],
      { why: "choose", sure: [], first: "doctors" },
    ],
    [
      "nobody knows whose it is",
      paper({ issuer: { kind: "unknown" } }),
      [review],
      { why: "noUnit", sure: [] },
    ],
    [
      "nobody can read whose it is, but the person of a unit sent it",
      paper({ issuer: { kind: "unknown" }, unit: "so-yt" }),
      [review],
      { why: "choose", sure: [], first: "review" },
    ],
    [
      "another province's",
      paper({ issuer: { kind: "otherProvince" }, unit: "so-yt", duty: "review" }),
      [review],
      { why: "otherProvince", sure: [] },
    ],
  ];
  it.each(cases)("%s", (_, given, among, expected) => {
    const { why, candidates } = matchSigned(given, among);
    expect(why).toBe(expected.why);
    expect(candidates.filter(({ sure }) => sure).map((one) => one.duty)).toEqual(expected.sure);
    if (expected.first) expect(candidates[0]?.duty).toBe(expected.first);
  });

  it("proposes each duty once at most, sure ones first, and says why", () => {
    const words = fc.constantFrom(
      review.content,
      vaccine.content,
      doctors.content,
      "Nội dung khác hẳn của năm",
    );
    fc.assert(
      fc.property(
        fc.record({ subject: words, text: fc.array(words, { maxLength: 4 }) }),
        fc.subarray([review, vaccine, doctors]),
        fc.constantFrom<SignedIssuer>({ kind: "unknown" }, { kind: "unit", unit: "so-yt", doubt: 0 }),
        (said, among, issuer) => {
          const { candidates } = matchSigned(paper({ ...said, issuer }), among);
          expect(new Set(candidates.map((one) => one.duty)).size).toBe(candidates.length);
          expect(candidates.every(({ reasons, score }) => reasons.length > 0 && score <= 100)).toBe(true);
          const sure = candidates.map((one) => Number(one.sure));
          expect(sure).toEqual(sure.toSorted((a, b) => b - a));
        },
      ),
    );
  });
});

function unit(id: string, name: string, more: Partial<Unit> = {}): Unit {
  return {
    ...{
      id,
      name,
      parent: "ubnd",
      kind: "department",
      relation: "subordinate",
      shortName: null,
      symbol: null,
    },
    ...{ aliases: [], traits: [], gazetteerId: null, standing: null, from: null, to: null },
    ...more,
  };
}

describe("whose a signed document is", () => {
  const units = [
    unit("ubnd", "UBND tỉnh Gia Lai", { parent: null, kind: "peoplesCommittee", symbol: "UBND" }),
    unit("so-yt", "Sở Y tế", { symbol: "SYT" }),
    unit("so-ngv", "Sở Ngoại vụ", { symbol: "SNgV" }),
    unit("ia-dom", "UBND xã Ia Dom", { kind: "commune", symbol: "UBND" }),
    unit("old", "Sở Giao thông vận tải", { symbol: "SGTVT", to: day("2025-02-28") }),
    unit("so-xd", "Sở Xây dựng", { symbol: "SXD" }),
  ];
  const context = {
    ...{ units, formerNames: new Map([["so ngoai vu binh dinh", ["so-ngv"]]]), today: day("2026-11-20") },
    heirs: new Map([["old", ["so-xd"]]]),
  };
  const head = (issuer: string | null, more: object = {}) => ({
    ...{ number: null, issuer, issuerSuperior: null, date: "2026-11-12" },
    ...more,
  });
  const cases: readonly [why: string, head: Parameters<typeof signedIssuer>[0], expected: SignedIssuer][] = [
    ["by its name", head("Sở Y tế"), { kind: "unit", unit: "so-yt", doubt: 0 }],
    [
      "a commune's committee written in full",
      head("Ủy ban nhân dân xã Ia Dom", { number: "45/BC-UBND" }),
      { kind: "unit", unit: "ia-dom", doubt: 0 },
    ],
    ["a former name", head("Sở Ngoại vụ Bình Định"), { kind: "unit", unit: "so-ngv", doubt: 0 }],
    [
      "a body that another took over",
      head("Sở Giao thông vận tải", { date: "2025-01-10" }),
      { kind: "unit", unit: "so-xd", doubt: 0 },
    ],
    [
      "by the symbol alone, with doubt",
      head(null, { number: "212/BC-SYT" }),
      { kind: "unit", unit: "so-yt", doubt: 0.3 },
    ],
    ["a symbol that several have", head(null, { number: "45/BC-UBND" }), { kind: "unknown" }],
    [
      "another province's department of the same name",
      head("Sở Y tế", { issuerSuperior: "Ủy ban nhân dân tỉnh Đắk Lắk" }),
      { kind: "otherProvince" },
    ],
    ["the other province stands in its own name", head("Công an tỉnh Đắk Lắk"), { kind: "otherProvince" }],
    [
      "our own province above it",
      head("Sở Y tế", { issuerSuperior: "Ủy ban nhân dân tỉnh Gia Lai" }),
      { kind: "unit", unit: "so-yt", doubt: 0 },
    ],
    ["a head that could not be read", head(null), { kind: "unknown" }],
  ];
  it.each(cases)("%s", (_, given, expected) => {
    expect(signedIssuer(given, context)).toEqual(expected);
  });
});
