import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "../../basics/calendar-date.ts";
import {
  agreementReport,
  type ReportedAgreement,
  reportColumns,
  reportDueOn,
  reportSpan,
} from "./agreement-report.ts";
import { action, begun, day, rulesOf, walked } from "./life.fixture.ts";
import { signatoryLevels } from "./procedure.ts";
import { rangesOf, reportPaper } from "./report-paper.ts";
import { usualAgreementSettings } from "./settings.ts";
import { timeLimitsOf } from "./time-limit.ts";
import { type AgreementTerm, agreementFacts, agreementTimes } from "./validity.ts";

const rules = rulesOf("peoplesCommittee");
const term: AgreementTerm = {
  effect: "onSigning",
  effectiveOn: null,
  expiresOn: null,
  months: 36,
  renewal: null,
};
const span = reportSpan(2026, "decree09");
const today = day("2027-02-01");

type Said = Partial<Omit<ReportedAgreement, "id">>;

function signedOn(id: string, on: string, said: Said = {}): ReportedAgreement {
  const proceeding = walked([action(on, "signed")], rules, begun("conclude", true));
  const times = agreementTimes(agreementFacts([proceeding]), term);
  return { id, level: "peoplesCommittee", countries: ["LA"], times, limits: [], evaluations: [], ...said };
}

const proposed: ReportedAgreement = {
  ...signedOn("proposed", "2026-03-02"),
  times: agreementTimes(agreementFacts([walked([action("2026-03-02", "proposed")], rules)]), term),
};

describe("the days of a report", () => {
  it.each([
    ["decree09", "2025-12-15", "2026-12-14"],
    ["calendar", "2026-01-01", "2026-12-31"],
  ] as const)("%s counts from %s to %s", (period, from, to) =>
    expect(reportSpan(2026, period)).toEqual({ from, to }),
  );

  it.each([
    ["none is set", null, null],
    ["a day behind the last of its days is in the same year", { month: 12, day: 20 }, "2026-12-20"],
    ["a day before it is in the next", { month: 1, day: 15 }, "2027-01-15"],
    ["the last of its days itself is too early", { month: 12, day: 14 }, "2027-12-14"],
  ])("sent: %s", (_, due, expected) => expect(reportDueOn(span, { due })).toBe(expected));
});

describe("the yearly report", () => {
  const report = agreementReport(
    [
      signedOn("old", "2023-12-14", { level: "department" }),
      signedOn("ended-on-last-day", "2023-12-13"),
      signedOn("new", "2026-12-14", { countries: ["KH", "LA"] }),
      signedOn("next-year", "2026-12-15"),
      signedOn("evaluated", "2025-01-10", { evaluations: [{ field: "health", verdict: "partly" }] }),
      proposed,
    ],
    span,
    today,
  );

  it("counts what is in force, signed, over and prepared at the end of its days", () => {
    expect(report.countedOn).toBe("2026-12-14");
    expect(report.whole).toEqual({
      inForce: ["old", "new", "evaluated"],
      signed: ["new"],
      over: ["ended-on-last-day"],
      preparing: ["next-year", "proposed"],
    });
  });

  it("parts the same by level, by country, by status and by field", () => {
    expect(report.byLevel.map(({ key, cells }) => [key, cells.inForce.length, cells.signed.length])).toEqual([
      ["department", 1, 0],
      ["peoplesCommittee", 2, 1],
    ]);
    expect(report.byCountry.map(({ key, cells }) => [key, cells.inForce])).toEqual([
      ["KH", ["new"]],
      ["LA", ["old", "new", "evaluated"]],
    ]);
    expect(report.byStatus.map(({ key, cells }) => [key, cells.count.length])).toEqual([
      ["proposed", 2],
      ["inForce", 3],
      ["expired", 1],
    ]);
    expect(report.byField).toEqual([
      { key: "health", cells: { effective: [], partly: ["evaluated"], notCarriedOut: [] } },
    ]);
    expect(report.notEvaluated).toEqual(["old", "ended-on-last-day", "new"]);
  });

  it("tells of the fifteen days of what fell due within it", () => {
    const told = walked(
      [
        action("2026-03-02", "proposed"),
        action("2026-03-02", "opinionAsked", { body: "foreignMinistry" }),
        action("2026-03-02", "opinionAsked", { body: "concerned", bodyName: "Công an tỉnh" }),
        action("2026-03-20", "decided"),
        action("2026-03-30", "signed"),
        action("2026-04-14", "reported"),
        action("2026-04-15", "copied"),
      ],
      rules,
    );
    const limits = timeLimitsOf(told, rules, today);
    const one = agreementReport([signedOn("told", "2026-03-30", { limits })], span, today);
    expect(one.told).toEqual({ inTime: ["told"], late: ["told"], notYet: [] });
  });

  it("has in the rows of levels each agreement of the whole once", () => {
    const some = fc.array(
      fc.record({ level: fc.constantFrom(...signatoryLevels), ago: fc.integer({ min: -400, max: 2000 }) }),
    );
    fc.assert(
      fc.property(some, (given) => {
        const all = given.map(({ level, ago }, at) =>
          signedOn(`a${at}`, addDays(span.to as CalendarDate, -ago), { level }),
        );
        const { whole, byLevel } = agreementReport(all, span, today);
        for (const column of reportColumns)
          expect(byLevel.flatMap(({ cells }) => cells[column]).sort()).toEqual([...whole[column]].sort());
      }),
      { numRuns: 50 },
    );
  });
});

describe("the report as a document", () => {
  const unit = {
    name: "Sở Ngoại vụ",
    symbol: "SNgV",
    aliases: [],
    kind: "department",
    gazetteerId: "so-ngoai-vu",
  } as const;
  const committee = {
    ...{ name: "UBND tỉnh Gia Lai", symbol: "UBND", aliases: ["Ủy ban nhân dân tỉnh Gia Lai"] },
    ...{ kind: "committee", gazetteerId: "ubnd-tinh" },
  } as const;
  const report = agreementReport(
    [signedOn("b", "2026-05-05"), signedOn("a", "2025-05-05"), proposed],
    span,
    today,
  );
  const listed = ["a", "b", "proposed", "unnamed"].map((id) => ({
    ...{ id, title: `Thỏa thuận ${id}`, level: "UBND tỉnh", partners: ["Attapeu"] },
    ...({ status: "inForce", signedOn: null, endsOn: null } as const),
  }));
  const paper = reportPaper(report, {
    ...{
      year: 2026,
      settings: { ...usualAgreementSettings.report, form: "Công văn số 10/BNG-LPQT" },
      listed,
    },
    names: { level: () => "UBND tỉnh", country: () => "Lào", field: (key) => key },
    // The units of a test have what a head needs.
    ...{ issuer: unit as never, committee: committee as never },
  });

  it("is addressed, says its days and by what it is asked", () => {
    expect(paper).toMatchObject({ kindName: "Báo cáo", addressee: "Bộ Ngoại giao", number: "/BC-SNgV" });
    expect(paper.opening[0]).toMatch(
      /^Thực hiện Công văn số 10\/BNG-LPQT, Sở Ngoại vụ báo cáo .* 15\/12\/2025 .* 14\/12\/2026/,
    );
  });

  it("leads from each figure to places in the list of agreements, which has no other", () => {
    expect(paper.annex.rows.map(([at, title]) => `${at} ${title}`)).toEqual([
      "1 Thỏa thuận a",
      "2 Thỏa thuận b",
      "3 Thỏa thuận proposed",
    ]);
    expect(paper.opening[1]).toContain("Đang có hiệu lực: 2 (1-2). Ký trong kỳ: 1 (2).");
    expect(paper.tables[0]?.rows).toEqual([["UBND tỉnh", "2 (1-2)", "1 (2)", "0", "1 (3)"]]);
  });

  it.each([
    [[], ""],
    [[4], "4"],
    [[1, 2, 3, 7, 9, 10], "1-3, 7, 9-10"],
  ])("%j is said as %s", (numbers, said) => expect(rangesOf(numbers)).toBe(said));
});
