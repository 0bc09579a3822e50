import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decisionWithPlan, headingOf, planOfUnit } from "../../samples/gia-lai/documents.ts";
import {
  loadSample,
  type SampleAddressee,
  type SampleGroup,
  type SampleTask,
} from "../../samples/gia-lai/facts.ts";
import { realGazetteer } from "../../tests/support/gazetteer.ts";
import type { Schedule } from "../domain/calendar/schedule.ts";
import type { TaskFinding } from "../domain/reading/findings.ts";
import { startReading } from "../intake/read-file.ts";
import { type ReadOutput, readDocuments } from "../operations/read-document.ts";
import { type PlanDocument, printPlanDocument } from "./plan-document.ts";

const { plan, unitPlan } = loadSample();
const reading = startReading();
const gazetteer = realGazetteer();
afterAll(() => reading.close());

async function printAndRead(document: PlanDocument): Promise<ReadOutput> {
  const bytes = await printPlanDocument(document);
  const { documents, unread } = await readDocuments([{ name: "ke-hoach.docx", bytes }], {
    reading,
    gazetteer,
  });
  expect(unread).toEqual([]);
  expect(documents).toHaveLength(1);
  const [only] = documents;
  if (!only) throw new Error("nothing was read");
  return only.output;
}

/** Names as within a sentence: the first of a cell is printed with a capital. */
function names(addressees: readonly SampleAddressee[]): readonly string[] {
  return addressees.map((addressee) =>
    "unit" in addressee
      ? addressee.unit
      : `~${addressee.collective.slice(0, 1).toLowerCase()}${addressee.collective.slice(1)}`,
  );
}

/** What a row of the annex says, targets without their measures. */
function sayings(task: SampleTask, group: SampleGroup): unknown {
  return {
    label: String(task.number),
    number: task.number,
    group: headingOf(group),
    content: task.title,
    leads: names(task.leads),
    coordinators: names(task.coordinators),
    schedule: task.schedule,
    result: task.result,
    targets: task.targets.map(({ measure: _, ...figures }) => figures),
  };
}

function readSayings(task: TaskFinding): unknown {
  const { label, number, group, content, schedule, result } = task;
  return {
    label,
    number,
    group,
    content,
    leads: names(task.leads),
    coordinators: names(task.coordinators),
    schedule,
    result,
    targets: task.targets.map(({ measure: _, ...figures }) => figures),
  };
}

function groupOf(task: SampleTask, groups: readonly SampleGroup[]): SampleGroup {
  const group = groups.find(({ label }) => label === task.group);
  if (!group) throw new Error(`no group ${task.group}`);
  return group;
}

describe.each([
  ["the decision with 68 tasks", decisionWithPlan(plan), plan],
  ["the plan that a unit signs itself", planOfUnit(unitPlan), unitPlan],
])("%s, printed and read again", (_, printed, facts) => {
  let output: ReadOutput;
  let rows: readonly TaskFinding[] = [];
  beforeAll(async () => {
    output = await printAndRead(printed);
    rows = output.tasks.filter((task) => task.origin === "table");
  });

  it("has the same head", () => {
    const { number, issuer, date, place, subject, signer, recipients, kindName } = output.document;
    const { capacity, title, name } = facts.document.signer;
    expect({ number, issuer, date, place, subject, signer, recipients, kindName }).toEqual({
      number: facts.document.number,
      issuer: facts.document.issuer,
      date: facts.document.date,
      place: facts.document.place,
      subject: facts.document.subject,
      signer: { name, title: title.toUpperCase(), capacity: capacity?.toUpperCase() ?? null },
      recipients: facts.document.recipients,
      kindName: facts.document.kindName,
    });
    expect(output.document.doubts).toEqual({});
  });

  it("has the same rows: label, group, content, units, schedule, result and figures", () => {
    expect(rows.map(readSayings)).toEqual(
      facts.tasks.map((task) => sayings(task, groupOf(task, facts.groups))),
    );
  });

  it("measures the same things, whether a noun is read with what follows it or without", () => {
    const pairs = facts.tasks.flatMap((task, at) =>
      task.targets.map((target, nth) => [target.measure, rows[at]?.targets[nth]?.measure ?? ""] as const),
    );
    const apart = pairs.filter(
      ([ours, read]) => read === "" || !(ours.startsWith(read) || read.startsWith(ours)),
    );
    expect(pairs.length).toBeGreaterThan(5);
    expect(apart).toEqual([]);
  });

  it("loses nothing: every step of the reading balances", () => {
    for (const step of output.ledger.steps)
      expect([step.name, step.out + step.rejected.length]).toEqual([step.name, step.in]);
    expect(
      rows.filter((task) => task.unclear.some(({ clear }) => clear === "who" || clear === "when")),
    ).toEqual([]);
  });
});

describe("the orders of the part on organisation", () => {
  it("are found, each with its lead and its day", async () => {
    const { tasks } = await printAndRead(decisionWithPlan(plan));
    const orders = tasks.filter((task) => task.origin === "text");
    expect(orders.map((order) => [names(order.leads), order.schedule])).toEqual(
      plan.organisation.map((order) => [names(order.leads), order.schedule]),
    );
    plan.organisation.forEach((order, at) => {
      expect(orders[at]?.content).toContain(order.title);
    });
  });
});

describe("any plan", () => {
  const units = [
    "Sở Ngoại vụ",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Công an tỉnh",
    "Văn phòng UBND tỉnh",
    "Sở Y tế",
  ];
  const schedules: readonly Schedule[] = [
    { kind: "once", from: null, to: "2026-06-15", strictlyBefore: true },
    { kind: "once", from: "2026-01-01", to: "2026-12-31" },
    { kind: "once", from: "2026-07-01", to: "2026-09-30" },
    { kind: "recurring", every: "P1Y", due: "--11-15" },
    { kind: "recurring", every: "P3M" },
    { kind: "recurring", every: "P1Y", window: "Q4", from: "2026-01-01", to: "2030-12-31" },
    { kind: "continuous", from: "2027-01-01" },
  ];
  const contents = ["Lập danh sách đối tác", "Mở lớp tập huấn nghiệp vụ", "Rà soát các thỏa thuận đã ký"];
  const task = fc.record({
    content: fc.constantFrom(...contents),
    leads: fc.uniqueArray(fc.constantFrom(...units), { minLength: 1, maxLength: 3 }),
    coordinators: fc.uniqueArray(fc.constantFrom(...units), { maxLength: 4 }),
    schedule: fc.constantFrom(...schedules),
    result: fc.constantFrom("Báo cáo", "Kế hoạch được duyệt", "- Danh sách\n- Biên bản"),
  });
  const groups = fc.array(fc.array(task, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 });

  it("comes back as it was: units in their order, schedules, results and groups", async () => {
    await fc.assert(
      fc.asyncProperty(groups, async (drawn) => {
        let count = 0;
        const made = drawn.map((tasks, at) => ({
          heading: `${["I", "II", "III"][at]}. ${["Hợp tác", "Đào tạo", "Báo cáo"][at]}`,
          tasks: tasks.map((one) => ({ ...one, label: String(++count) })),
        }));
        const base = decisionWithPlan(plan);
        const { tasks } = await printAndRead({ ...base, annex: { ...base.annex, groups: made } });
        const rows = tasks.filter((found) => found.origin === "table");
        expect(
          rows.map((row) => [
            row.group,
            row.label,
            row.content,
            names(row.leads),
            names(row.coordinators),
            row.schedule,
            row.result,
          ]),
        ).toEqual(
          made.flatMap(({ heading, tasks: given }) =>
            given.map((one) => [
              heading,
              one.label,
              one.content,
              one.leads,
              one.coordinators,
              one.schedule,
              one.result,
            ]),
          ),
        );
      }),
      { numRuns: 12 },
    );
  });
});
