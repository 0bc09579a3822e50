import { describe, expect, it } from "vitest";
import type { HeldRole } from "../organisation/rights.ts";
import type { Declaration } from "./declaration.ts";
import { loggedRecord, maskRecord, type RegisteredRecord } from "./record.ts";
import { checkRecord, readValues, recordSearchText } from "./record-check.ts";
import { likelySame } from "./record-duplicate.ts";
import { readOrder, readWhere, writeWhere } from "./record-query.ts";
import { enteringOf } from "./record-rights.ts";

const said = (vi: string) => ({ vi, en: `${vi} in English` });
const declaration: Declaration = {
  ...{
    key: "things",
    name: said("Các mục"),
    one: said("mục"),
    about: said("Các mục thử"),
    title: "name",
    owned: "each",
  },
  likeness: ["name", "country"],
  fields: [
    { kind: "text", key: "name", label: said("Tên"), required: true, sensitivity: "open", inList: 200 },
    { kind: "country", key: "country", label: said("Nước") },
    { kind: "date", key: "from", label: said("Từ") },
    { kind: "date", key: "to", label: said("Đến"), after: "from" },
    { kind: "email", key: "email", label: said("Thư"), sensitivity: "personal" },
    { kind: "text", key: "secretly", label: said("Hạn chế"), sensitivity: "restricted" },
    { kind: "link", key: "partner", label: said("Đối tác"), to: { register: "partners" }, required: true },
  ],
};
const record: RegisteredRecord = {
  ...{
    id: "1",
    register: "things",
    title: "Attapeu",
    owner: null,
    sourceKey: null,
    computed: {},
    version: 1,
  },
  values: { name: "Attapeu", country: "LA", email: "a@b.la", secretly: "kín" },
  links: { partner: [{ kind: "partners", id: "2", name: "Lào" }] },
};

describe("what somebody sees of a record", () => {
  it.each([
    [{ personal: true, restricted: true }, ["name", "country", "email", "secretly"], []],
    [{ personal: true, restricted: false }, ["name", "country", "email"], ["secretly"]],
    [{ personal: false, restricted: true }, ["name", "country", "secretly"], ["email"]],
    [{ personal: false, restricted: false }, ["name", "country"], ["email", "secretly"]],
  ])("with %j are %j", (sight, seen, hidden) => {
    const masked = maskRecord(declaration, record, sight);
    expect(Object.keys(masked?.values ?? {})).toEqual(seen);
    expect(masked?.hidden).toEqual(hidden);
    expect(masked?.links).toEqual(record.links);
  });

  it("of a restricted register is nothing without the right, not even that it is there", () => {
    const restricted: Declaration = { ...declaration, restricted: true };
    expect(maskRecord(restricted, record, { personal: true, restricted: false })).toBeNull();
    expect(maskRecord(restricted, record, { personal: false, restricted: true })?.hidden).toEqual(["email"]);
  });

  it("is written into the log in parts, so that the log can leave out what its reader may not see", () => {
    const written = { name: "Attapeu", email: "a@b.la", secretly: "kín" };
    expect(loggedRecord(declaration, { title: "Attapeu", written })).toEqual({
      ...{ register: "things", title: "Attapeu", values: { name: "Attapeu" } },
      ...{ personal: { email: "a@b.la" }, restricted: { secretly: "kín" } },
    });
    expect(loggedRecord({ ...declaration, restricted: true }, { title: "Attapeu", written })).toEqual({
      ...{ register: "things", values: {}, personal: { email: "a@b.la" } },
      restricted: { name: "Attapeu", secretly: "kín" },
    });
  });

  it("is found by the words that everybody sees, in both languages for countries", () => {
    expect(recordSearchText(declaration, record.values)).toBe("attapeu lao lao pdr");
  });
});

describe("values that somebody gives", () => {
  it("may be texts or JSON, and empty ones empty the field", () => {
    expect(readValues(declaration, { name: " A ", country: "Lào", from: "", to: null })).toEqual({
      ...{ ok: true, value: { values: { name: "A", country: "LA" }, emptied: ["from", "to"] } },
    });
  });

  it("are refused with all that is wrong, by field", () => {
    const read = readValues(declaration, { from: "hôm qua", email: 7, name: ["x"] });
    expect(
      read.ok ? [] : read.failure.faults.map(({ field, failure }) => `${field} ${failure.code}`),
    ).toEqual(["name record.value-unread", "from record.date-wrong", "email record.value-unread"]);
  });

  it("need what is required, but not of fields that the person does not see, and days in order", () => {
    const values = { from: "2026-05-02", to: "2026-05-01" };
    expect(checkRecord(declaration, { values, linked: [] }).map(({ field }) => field)).toEqual([
      "name",
      "to",
      "partner",
    ]);
    expect(checkRecord(declaration, { values: {}, linked: ["partner"], hidden: ["name"] })).toEqual([]);
  });
});

describe("records that are likely the same", () => {
  const of = (title: string, country?: string) => ({ title, values: country ? { country } : {} });
  const known = [
    of("Attapeu", "LA"),
    of("Champasak", "LA"),
    of("Yoshino", "JP"),
    of("Đoàn 12"),
    of("Attapeu", "KH"),
  ];
  it.each([
    [of("tỉnh Attapeu", "LA"), ["Attapeu"], "the word of its kind is no part of the name"],
    [of("ATTAPEU"), ["Attapeu", "Attapeu"], "nobody said which country"],
    [of("Champasack", "LA"), ["Champasak"], "a letter more"],
    [of("Champasak", "KH"), [], "another country"],
    [of("Yoshina", "JP"), ["Yoshino"], "a slip of the pen"],
    [of("Đoàn 13"), [], "figures are never a slip"],
    [of("Sekong", "LA"), [], "another name"],
  ])("to %j are %j: %s", (one, same) => {
    expect(likelySame(declaration, one, known).map(({ title }) => title)).toEqual(same);
  });
});

describe("the filter of a list in its address", () => {
  it("is read as it is written", () => {
    const fields = { country: ["LA", "KH"], partner: ["-"] };
    expect(readWhere(declaration, writeWhere(fields))).toEqual({ ok: true, value: fields });
  });

  it("takes no field that would tell what it does not show", () => {
    expect(readWhere(declaration, "email:a").ok).toBe(false);
    expect(readWhere(declaration, "secretly:a").ok).toBe(false);
    expect(readOrder(declaration, "email").ok).toBe(false);
    expect(readOrder(declaration, "-from")).toEqual({ ok: true, value: { key: "from", descending: true } });
  });
});

describe("for whom somebody enters records", () => {
  const held = (role: HeldRole["role"], unit: string | null): HeldRole => ({ role, unit, actingFor: null });
  it.each([
    [[held("focalOfficer", null)], { focal: true, roots: [] }, "the focal body alone, never a unit"],
    [[held("focalOfficer", "u1")], { focal: true, roots: ["u1"] }, "its own department too"],
    [[held("unitOfficer", "u1"), held("unitHead", "u2")], { focal: false, roots: ["u1", "u2"] }, "his units"],
    [[held("governmentOffice", null)], { focal: false, roots: [] }, "an office without a unit owns nothing"],
    [
      [held("leader", null), held("auditor", null)],
      { focal: false, roots: [] },
      "those who read enter nothing",
    ],
  ])("%j: %j, %s", (roles, entering) => {
    expect(enteringOf(roles)).toEqual(entering);
  });
});
