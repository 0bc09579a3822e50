import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseIsoDate } from "../../src/domain/basics/calendar-date.ts";
import { describeSchedule } from "../../src/domain/calendar/describe.ts";
import { checkRecord, readValues } from "../../src/domain/cooperation/record-check.ts";
import { partnerDeclaration } from "../../src/domain/cooperation/records/partner.ts";
import { nameOf, provinceNamed } from "../../src/domain/organisation/gazetteer.ts";
import { realGazetteer } from "../../tests/support/gazetteer.ts";
import { decisionWithPlan, planOfUnit } from "./documents.ts";
import { loadSample, parseSample, type SampleAddressee } from "./facts.ts";
import { partnerRecords } from "./partner-records.ts";

const sample = loadSample();
const { plan, notices, partners, figures, unitPlan } = sample;
const orders = [...plan.organisation, ...notices.flatMap((notice) => notice.orders)];

describe("the plan", () => {
  it("has the tasks 1 to 68, in order, in seven groups", () => {
    expect(plan.tasks.map((task) => task.number)).toEqual(Array.from({ length: 68 }, (_, at) => at + 1));
    expect(plan.groups.map((group) => group.label)).toEqual(["I", "II", "III", "IV", "V", "VI", "VII"]);
    expect([...new Set(plan.tasks.map((task) => task.group))]).toEqual(
      plan.groups.map((group) => group.label),
    );
  });

  it("counts four, sixteen, nine, eight, nineteen, six and six tasks in its groups", () => {
    const counts = plan.groups.map(({ label }) => plan.tasks.filter((task) => task.group === label).length);
    expect(counts).toEqual([4, 16, 9, 8, 19, 6, 6]);
  });

  it("was submitted before the deadline that the notice of 4 July set, and issued after it", () => {
    const asked = notices
      .find((notice) => notice.id === "tb-2025-07-04")
      ?.orders.find((order) => order.at === "1")?.schedule;
    expect(asked).toMatchObject({ kind: "once", to: "2025-07-15" });
    expect(plan.document.submission.date < "2025-07-15").toBe(true);
    expect(plan.document.date > "2025-07-15").toBe(true);
  });

  it("gives every title five to fourteen words", () => {
    const lengths = [...plan.tasks, ...unitPlan.tasks].map(
      (task) => task.title.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length,
    );
    expect(lengths.filter((length) => length < 5 || length > 14)).toEqual([]);
  });

  it("describes every schedule in words", () => {
    expect(plan.tasks.filter((task) => describeSchedule(task.schedule, "vi").trim() === "")).toEqual([]);
  });
});

describe("units", () => {
  const gazetteer = realGazetteer();
  const province = provinceNamed(gazetteer, "Gia Lai", parseIsoDate("2025-09-01"));
  const known = new Set([
    ...gazetteer.bodies.map((body) => nameOf(body, province)),
    ...partners.filter((partner) => partner.kind === "institute").map((partner) => partner.name),
    // A steering committee of this province alone.
    "Ban Chỉ đạo công tác biên giới tỉnh",
  ]);
  const unknown = (addressees: readonly SampleAddressee[]) =>
    addressees.flatMap((addressee) =>
      "unit" in addressee && !known.has(addressee.unit) ? [addressee.unit] : [],
    );

  it.each([
    ["tasks of the plan", plan.tasks],
    ["tasks of the unit's plan", unitPlan.tasks],
    ["orders", orders],
  ])("are known under their canonical name, and one leads: %s", (_, tasks) => {
    expect(tasks.flatMap((task) => unknown([...task.leads, ...task.coordinators]))).toEqual([]);
    expect(tasks.filter((task) => task.leads.length === 0)).toEqual([]);
  });
});

describe("ties", () => {
  it("an order given again names one that exists, in an earlier notice", () => {
    const repeated = notices.flatMap((notice) =>
      notice.orders.flatMap((order) => (order.repeats ?? []).map((earlier) => ({ notice, earlier }))),
    );
    expect(repeated.length).toBeGreaterThan(5);
    for (const { notice, earlier } of repeated) {
      const source = notices.find((other) => other.id === earlier.document);
      expect(source?.orders.map((order) => order.at)).toContain(earlier.at);
      expect((source?.date ?? "9999") < notice.date).toBe(true);
    }
  });

  it("the unit's plan has 8 to 12 tasks, each tied to tasks that the unit leads or has a part in", () => {
    expect(unitPlan.tasks.length).toBeGreaterThanOrEqual(8);
    expect(unitPlan.tasks.length).toBeLessThanOrEqual(12);
    for (const number of unitPlan.tasks.flatMap((task) => task.parents)) {
      const parent = plan.tasks.find((task) => task.number === number);
      expect([...(parent?.leads ?? []), ...(parent?.coordinators ?? [])]).toContainEqual({
        unit: unitPlan.document.issuer,
      });
    }
  });

  it("a figure that is part of another, or the same, names one that exists", () => {
    const ids = new Set(figures.map((figure) => figure.id));
    const named = figures
      .flatMap((figure) => [figure.partOf, figure.sameAs])
      .filter((id) => id !== undefined);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe(figures.length);
  });

  it("names the four Lao and three Cambodian provinces and seven border communes", () => {
    const count = (kind: string, country: string) =>
      partners.filter((partner) => partner.kind === kind && partner.country === country).length;
    expect([
      count("province", "Lào"),
      count("province", "Campuchia"),
      count("border-commune", "Việt Nam"),
    ]).toEqual([4, 3, 7]);
  });

  it("fills the register of partners with level, country and border of every locality", () => {
    const records = partnerRecords(partners);
    const faults = records.flatMap((record) => {
      const read = readValues(partnerDeclaration, record);
      return read.ok ? checkRecord(partnerDeclaration, { ...read.value, linked: [] }) : read.failure.faults;
    });
    expect(faults).toEqual([]);
    const localities = records.filter(({ kind }) => kind === "locality");
    expect(localities.filter(({ level, country, border }) => !(level && country && border))).toEqual([]);
    expect(localities.filter(({ border }) => border === "Có").map(({ name }) => name)).toEqual([
      "Ratanakiri",
    ]);
    const countries = Map.groupBy(localities, ({ country }) => country);
    expect([...countries].map(([country, of]) => [country, of.length])).toEqual([
      ["Lào", 4],
      ["Campuchia", 3],
      ["Nhật Bản", 3],
      ["Hàn Quốc", 1],
    ]);
  });
});

describe("the form of the files", () => {
  const read = (name: string) => readFileSync(join(import.meta.dirname, name), "utf8");
  it.each([
    ["a day that no calendar has", "plan.json", '"2025-08-21"', '"2025-08-32"'],
    ["a field nobody knows", "plan.json", '"number": 1,', '"number": 1, "colour": "red",'],
    ["a task without a lead", "plan.json", '"leads": [{"unit": "Sở Xây dựng"}]', '"leads": []'],
    ["a comparison nobody knows", "unit-plan.json", '"op": ">="', '"op": ">>"'],
  ])("%s is refused", (_, file, from, to) => {
    expect(read(file)).toContain(from);
    expect(() =>
      parseSample((name) => (name === file ? read(name).replace(from, to) : read(name))),
    ).toThrow();
  });
});

/** The real documents, beside the checkout where they may be had. */
const shared = join(import.meta.dirname, "../../../shared/documents");

describe.skipIf(!existsSync(shared))("own words", () => {
  // The body of a skipped block still runs when tests are collected.
  const files = existsSync(shared) ? readdirSync(shared) : [];
  const real = new Set(
    files
      .filter((name) => name.endsWith(".txt"))
      .flatMap((name) => runsOfEight(readFileSync(join(shared, name), "utf8"))),
  );
  const texts = new Map([
    ...[...plan.tasks, ...unitPlan.tasks].flatMap((task): readonly (readonly [string, string])[] => [
      [`${task.number} title`, task.title],
      [`${task.number} result`, task.result],
    ]),
    ...orders.map((order): readonly [string, string] => [`${order.at} ${order.title}`, order.title]),
    ...[...plan.groups, ...unitPlan.groups].map(({ label, title }): readonly [string, string] => [
      label,
      title,
    ]),
    ...figures.map((figure): readonly [string, string] => [figure.id, figure.what]),
    ...[decisionWithPlan(plan), planOfUnit(unitPlan)].flatMap((document) =>
      [...document.body, ...(document.attached?.body ?? [])]
        // Grounds only name laws and resolutions, headings of orders only the bodies that are told.
        .filter((part) => part.kind !== "basis" && part.kind !== "clause")
        .map((part): readonly [string, string] => [part.text, part.text]),
    ),
    ["subject", plan.document.subject],
  ]);

  it("sees the documents", () => {
    expect(real.size).toBeGreaterThan(5000);
  });

  it("share no eight words in a row with them, in titles, results, figures and body texts", () => {
    expect(texts.size).toBeGreaterThan(200);
    const copied = [...texts].filter(([, text]) => runsOfEight(text).some((run) => real.has(run)));
    expect(copied).toEqual([]);
  });
});

function runsOfEight(text: string): readonly string[] {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\d]+/gu) ?? [];
  return words.slice(7).map((_, at) => words.slice(at, at + 8).join(" "));
}
