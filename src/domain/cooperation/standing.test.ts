import { describe, expect, it } from "vitest";
import { day } from "./agreement/life.fixture.ts";
import type { Values } from "./declaration.ts";
import { checkRecord } from "./record-check.ts";
import { likelySame } from "./record-duplicate.ts";
import { aidDeclaration } from "./records/aid.ts";
import { delegationDeclaration } from "./records/delegation.ts";
import { ngoDeclaration } from "./records/ngo.ts";
import { aidStage } from "./standing.ts";

const today = day("2026-06-15");
const journey = (from: string, to: string) => ({ when: { from, to } });

describe("where a record stands", () => {
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
    // An extension runs from its own day.
    expect(faults(ngoDeclaration, { ...ngo, extendedOn: "2028-12-01", expiresOn })).toEqual([]);
  });
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
