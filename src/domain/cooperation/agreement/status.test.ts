import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "../../basics/calendar-date.ts";
import { mayBeFiled, mayBeSigned, type PaperKind } from "./filing.ts";
import { action, begun, day, rulesOf, walked } from "./life.fixture.ts";
import type { SignatoryLevel } from "./procedure.ts";
import type { Proceeding } from "./proceeding.ts";
import { agreementStatus } from "./status.ts";
import { type AgreementTerm, agreementFacts, agreementTimes, comingEnd, expiryOn } from "./validity.ts";

const rules = rulesOf("peoplesCommittee");
const term: AgreementTerm = {
  effect: "onSigning",
  effectiveOn: null,
  expiresOn: null,
  months: 36,
  renewal: null,
};
const signing = (on: string) => walked([action(on, "signed")], rules, begun("conclude", true));
const outcomeOf = (
  purpose: Proceeding["purpose"],
  on: string,
  kind: "tookEffect" | "signed" = "tookEffect",
) => walked([action(on, kind)], rules, begun(purpose, true));

function statusOn(proceedings: readonly Proceeding[], today: string, of: AgreementTerm = term): string {
  return agreementStatus(agreementTimes(agreementFacts(proceedings), of), day(today));
}

const paper = signing("2023-05-10");
const suspended = [paper, outcomeOf("suspend", "2024-01-01")];

describe("the status of an agreement", () => {
  it.each([
    ["the day of signing counts", [paper], "2023-05-10", "inForce"],
    ["before it nothing is in force", [paper], "2023-05-09", "proposed"],
    ["the last day of three years is the same day", [paper], "2026-05-10", "inForce"],
    ["the day after it is over", [paper], "2026-05-11", "expired"],
    ["suspended from its day", suspended, "2024-01-01", "suspended"],
    ["not a day before", suspended, "2023-12-31", "inForce"],
    ["resumed", [...suspended, outcomeOf("resume", "2024-06-01")], "2024-06-01", "inForce"],
    [
      "suspended a second time",
      [...suspended, outcomeOf("resume", "2024-06-01"), outcomeOf("suspend", "2025-01-01")],
      "2025-02-01",
      "suspended",
    ],
    ["ended before its time", [paper, outcomeOf("end", "2025-03-31")], "2025-03-31", "ended"],
    ["withdrawn", [paper, outcomeOf("withdraw", "2025-03-31")], "2025-04-01", "withdrawn"],
    ["what expired while suspended is expired", suspended, "2026-06-01", "expired"],
  ])("%s", (_, proceedings, today, expected) => expect(statusOn(proceedings, today)).toBe(expected));

  it("waits for the notices where the paper says so", () => {
    const onNotices = { ...term, effect: "onNotices" } as const;
    expect(statusOn([paper], "2023-06-01", onNotices)).toBe("signed");
    const told = walked([action("2023-07-01", "tookEffect")], rules, paper);
    expect(statusOn([told], "2023-07-01", onNotices)).toBe("inForce");
    expect(statusOn([told], "2026-07-02", onNotices)).toBe("expired");
  });

  it("goes on with an extension that was signed, whatever day it was signed on", () => {
    const longer = action("2026-04-01", "signed", { validUntil: day("2029-05-10") });
    const extended = walked([longer], rules, begun("extend", true));
    expect(statusOn([paper, extended], "2029-05-10")).toBe("inForce");
    expect(statusOn([paper, extended], "2029-05-11")).toBe("expired");
  });

  it("has an end of its own while nothing is signed", () => {
    const dropped = walked([action("2026-03-02", "proposed"), action("2026-03-05", "dropped")], rules);
    expect(statusOn([dropped], "2026-03-04")).toBe("proposed");
    expect(statusOn([dropped], "2026-03-05")).toBe("dropped");
  });
});

const renewing: AgreementTerm = { ...term, renewal: { months: 12, noticeMonths: 6 } };

describe("renewal", () => {
  it.each([
    ["has not come yet", "2026-05-10", "2026-05-10"],
    ["once", "2026-05-11", "2027-05-10"],
    ["many times", "2035-01-01", "2035-05-10"],
  ])("%s", (_, today, end) =>
    expect(expiryOn(agreementTimes(agreementFacts([paper]), renewing), day(today))).toBe(end),
  );

  it("stops with the period in which notice was given", () => {
    const declined = walked([action("2027-09-01", "renewalDeclined")], rules, begun("end", true));
    const times = agreementTimes(agreementFacts([paper, declined]), renewing);
    expect(expiryOn(times, day("2030-01-01"))).toBe("2028-05-10");
    expect(agreementStatus(times, day("2028-05-11"))).toBe("expired");
  });

  it("of a month's last day never wanders to the 28th", () => {
    const times = agreementTimes(agreementFacts([paper]), {
      ...term,
      expiresOn: day("2024-01-31"),
      renewal: { months: 1, noticeMonths: 0 },
    });
    expect(expiryOn(times, day("2024-03-05"))).toBe("2024-03-31");
  });

  it("always gives an end not before the day asked, and at most one period after it", () => {
    const months = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(months, months, fc.integer({ min: 0, max: 8_000 }), (first, period, later) => {
        const times = agreementTimes(agreementFacts([paper]), {
          ...term,
          months: first,
          renewal: { months: period, noticeMonths: 0 },
        });
        const today = addDays(day("2023-05-10"), later);
        const end = expiryOn(times, today) ?? day("1900-01-01");
        expect(end >= today).toBe(true);
        expect(end <= addMonths(today, Math.max(first, period) + 1)).toBe(true);
      }),
    );
  });

  it("is announced with the day by which notice may be given", () => {
    const times = agreementTimes(agreementFacts([paper]), renewing);
    expect(comingEnd(times, renewing, day("2026-01-10"), 6)).toEqual({
      ...{ kind: "renews", on: "2026-05-10", noticeBy: "2025-11-10" },
    });
    expect(comingEnd(times, renewing, day("2025-10-01"), 6)).toBeNull();
    expect(comingEnd(agreementTimes(agreementFacts([paper]), term), term, day("2026-01-10"), 6)).toEqual({
      ...{ kind: "expires", on: "2026-05-10", noticeBy: null },
    });
  });
});

describe("what may be filed as an agreement", () => {
  it.each<[string, PaperKind, SignatoryLevel, boolean, string]>([
    ["a paper of a border commune", "agreement", "borderCommune", false, "filed"],
    ["not aid", "aid", "peoplesCommittee", false, "agreement.not-an-agreement"],
    ["not a loan", "odaLoan", "peoplesCommittee", false, "agreement.not-an-agreement"],
    ["a district's paper that the province inherited", "agreement", "district", true, "filed"],
    ["no new paper of a district", "agreement", "district", false, "agreement.district-ended"],
  ])("%s", (_, kind, level, inherited, expected) => {
    const result = mayBeFiled(kind, { level, inherited });
    expect(result.ok ? "filed" : result.failure.code).toBe(expected);
  });

  it.each<[string, SignatoryLevel, string, boolean, string]>([
    ["a commune on the border", "borderCommune", "2026-03-01", true, "signed"],
    ["not a commune inland", "borderCommune", "2026-03-01", false, "agreement.not-on-border"],
    ["a district on the last day of districts", "district", "2025-06-30", false, "signed"],
    ["no district a day later", "district", "2025-07-01", false, "agreement.district-ended"],
  ])("signs: %s", (_, level, on, isOnBorder, expected) => {
    const result = mayBeSigned(level, { on: day(on), isOnBorder });
    expect(result.ok ? "signed" : result.failure.code).toBe(expected);
  });
});
