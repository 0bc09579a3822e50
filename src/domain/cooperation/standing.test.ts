import { describe, expect, it } from "vitest";
import { day } from "./agreement/life.fixture.ts";
import type { Values } from "./declaration.ts";
import { checkRecord } from "./record-check.ts";
import { likelySame } from "./record-duplicate.ts";
import { aidDeclaration } from "./records/aid.ts";
import { conferenceDeclaration } from "./records/conference.ts";
import { delegationDeclaration } from "./records/delegation.ts";
import { ngoDeclaration } from "./records/ngo.ts";
import { aidStage, conferenceDossier, delegationReport, registrationStanding } from "./standing.ts";

const today = day("2026-06-15");
const journey = (from: string, to: string) => ({ when: { from, to } });

describe("where a record stands", () => {
  it.each<[string, Values, string | null]>([
    ["the delegation is still abroad", journey("2026-06-10", "2026-06-15"), "notYet"],
    ["it came back yesterday", journey("2026-06-10", "2026-06-14"), "due"],
    ["fifteen days are over", journey("2026-05-20", "2026-05-30"), "late"],
    ["the last of them is today", journey("2026-05-20", "2026-05-31"), "due"],
    [
      "its permission gave less",
      { ...journey("2026-06-01", "2026-06-05"), reportDueOn: "2026-06-10" },
      "late",
    ],
    ["it reported", { ...journey("2026-05-20", "2026-05-30"), reportedOn: "2026-06-20" }, "received"],
    ["of an open end the first day counts", { when: { from: "2026-05-01", to: null } }, "late"],
    ["without days nothing is due", {}, null],
  ])("a delegation: %s", (_, values, expected) => expect(delegationReport(values, today)).toBe(expected));

  it.each<[string, Values, string | null]>([
    ["sent on the last day", { ...journey("2026-09-10", "2026-09-11"), dossierOn: "2026-08-11" }, "inTime"],
    ["sent a day later", { ...journey("2026-09-10", "2026-09-11"), dossierOn: "2026-08-12" }, "sentLate"],
    [
      "with a minister the same day is late",
      { ...journey("2026-09-10", "2026-09-11"), dossierOn: "2026-08-11", guestRank: "minister" },
      "sentLate",
    ],
    ["not sent, thirty days before", journey("2026-07-15", "2026-07-15"), "awaited"],
    ["not sent, a day later", journey("2026-07-14", "2026-07-14"), "overdue"],
  ])("a conference: %s", (_, values, expected) => expect(conferenceDossier(values, today)).toBe(expected));

  it.each([
    ["2026-06-14", "expired"],
    ["2026-06-15", "ending"],
    ["2026-12-15", "ending"],
    ["2026-12-16", "valid"],
  ])("a registration to %s is %s", (expiresOn, expected) =>
    expect(registrationStanding({ expiresOn }, today)).toBe(expected),
  );

  it.each<[Values, string]>([
    [{}, "proposed"],
    [{ approvedOn: "2026-06-15" }, "approved"],
    [{ approvedOn: "2026-06-16" }, "proposed"],
    [{ approvedOn: "2026-01-01", startedOn: "2026-02-01" }, "inUse"],
    [{ approvedOn: "2026-01-01", startedOn: "2026-02-01", closedOn: "2026-06-01" }, "closed"],
  ])("aid with %o is %s", (values, expected) => expect(aidStage(values, today)).toBe(expected));
});

describe("what the rules do not let stand", () => {
  const faults = (declaration: Parameters<typeof checkRecord>[0], values: Values) =>
    checkRecord(declaration, { values, linked: ["partners", "recipient"] }).map(
      ({ field, failure }) => `${field} ${failure.code}`,
    );
  const aid = { name: "Trường học", kind: "project", value: { amount: 5, currency: "USD", dong: null } };

  it.each<[string, Values, readonly string[]]>([
    ["proposed", {}, []],
    [
      "in use without approval and account",
      { startedOn: "2026-02-01" },
      ["approval", "approvedOn", "account"],
    ],
    ["approved without the number of the decision", { approvedOn: "2026-01-05" }, ["approval"]],
    [
      "approved and in use",
      { approval: "12/QĐ-UBND", approvedOn: "2026-01-05", startedOn: "2026-02-01", account: "0123" },
      [],
    ],
    [
      "of things alone needs no account",
      {
        approval: "12/QĐ-UBND",
        approvedOn: "2026-01-05",
        startedOn: "2026-02-01",
        value: { amount: 0, currency: "VND", dong: null },
      },
      [],
    ],
  ])("aid %s", (_, values, expected) =>
    expect(faults(aidDeclaration, { ...aid, ...values })).toEqual(
      expected.map((field) => `${field} record.aid-unapproved`),
    ),
  );

  it("aid in use before it was approved", () => {
    const early = {
      approval: "12/QĐ-UBND",
      approvedOn: "2026-03-05",
      startedOn: "2026-02-01",
      account: "0123",
    };
    expect(faults(aidDeclaration, { ...aid, ...early })).toEqual(["startedOn record.date-order"]);
  });

  it.each([
    ["2029-01-10", []],
    ["2029-01-11", ["expiresOn record.registration-long"]],
  ])("a registration from 10/1/2026 to %s", (expiresOn, expected) => {
    const ngo = { name: "Tổ chức Cầu vồng", country: "FR", certificate: "operation", issuedOn: "2026-01-10" };
    expect(faults(ngoDeclaration, { ...ngo, expiresOn })).toEqual(expected);
  });
});

it("says by when the dossier, the opinions and the report of a conference are due", () => {
  const values = {
    ...journey("2026-09-10", "2026-09-11"),
    dossierOn: "2026-08-12",
    opinionsAskedOn: "2026-08-13",
  };
  expect(conferenceDeclaration.remarks?.(values).map(({ vi }) => vi)).toEqual([
    "Hồ sơ gửi Chủ tịch UBND tỉnh chậm nhất ngày 11/08/2026, đã gửi ngày 12/08/2026.",
    "Cơ quan được hỏi trả lời chậm nhất ngày 28/08/2026.",
    "Báo cáo sau hội nghị chậm nhất ngày 26/09/2026.",
  ]);
  expect(conferenceDeclaration.remarks?.({})).toEqual([]);
});

it("knows one visit that two units tell with other days", () => {
  const visit = (title: string, from: string, to: string) => ({
    ...{ title, values: { name: title, direction: "in", country: "LA", ...journey(from, to) } },
  });
  const told = visit("Đoàn tỉnh Attapeu", "2026-05-10", "2026-05-14");
  const known = [
    visit("Đoàn tỉnh Attapeu", "2026-05-12", "2026-05-13"),
    visit("Đoàn tỉnh Attapeu", "2026-11-12", "2026-11-13"),
  ];
  expect(likelySame(delegationDeclaration, told, known)).toEqual([known[0]]);
});
