import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DocumentsAnswer } from "../../src/contract/document.ts";
import type { RecordAnswer, RecordListAnswer } from "../../src/contract/record.ts";
import type { TaskListAnswer } from "../../src/contract/task.ts";
import { declarations } from "../../src/domain/cooperation/declarations.ts";
import type { HeldRole } from "../../src/domain/organisation/rights.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { insertUnits } from "../../src/store/units.ts";
import { fillRecords, madeRecord } from "../support/record-rows.ts";
import { jsonRequest, openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import { day, fillRegister, madeId } from "../support/register-rows.ts";
import { madeUnit, unitNumber } from "../support/unit-rows.ts";
import { jsonOf } from "./register-app.ts";

const role = (name: HeldRole["role"], unit: string | null): readonly HeldRole[] => [
  { role: name, unit, actingFor: null },
];
let app: RegisterApp;

beforeAll(async () => {
  app = await openRegisterApp(() => new Date("2026-05-20T03:00:00Z"), startReading(), {
    focal: { name: "Cán bộ đầu mối", province: 52, held: role("focalOfficer", null) },
    head: { name: "Thủ trưởng", province: 52, held: role("unitHead", unitNumber(1)) },
    auditor: { name: "Kiểm tra", province: 52, held: role("auditor", null) },
  });
  const [province, units] = [provinceId(52), [1, 2, 3]];
  if (province === null) throw new Error("52 is a province");
  const { kysely } = app.rows;
  await withProvince(kysely, province, (transaction) =>
    insertUnits(
      transaction,
      province,
      units.map((n) => madeUnit(n, null)),
    ),
  );
  await fillRegister(kysely, province, { documents: 4, tasksEach: 5, units: 3, today: day("2026-05-20") });
  const made = (kind: string, count: number) => Array.from({ length: count }, (_, n) => madeId(kind, n));
  await fillRecords(kysely, province, {
    counts: new Map(declarations.map(({ key }) => [key, key === "partners" ? 4 : 24])),
    ...{ units: units.map(unitNumber), documents: made("document", 4), tasks: made("task", 20) },
  });
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

function read<T>(who: string, path: string): Promise<T> {
  return jsonOf<T>(app.ask(who, path));
}

describe("what we have with a record", () => {
  it.each(["focal", "head", "auditor"])(
    "counts for %s exactly what the lists behind it give",
    async (who) => {
      let told = 0;
      for (const register of ["partners", "agreements", "ngos", "aid"])
        for (const n of [0, 1, 2, 3]) {
          const id = madeRecord(register, n);
          const { linked } = await read<RecordAnswer>(who, `/api/records/${register}/${id}`);
          for (const { register: linking, field, count, states, latest } of linked.groups) {
            const list = await read<RecordListAnswer>(who, `/api/records/${linking}?where=${field}:${id}`);
            expect([linking, field, list.total]).toEqual([linking, field, count]);
            expect(latest.length).toBe(Math.min(5, count));
            expect(states.reduce((sum, one) => sum + one.count, 0)).toBeLessThanOrEqual(count);
            told += count;
          }
          const tasks = await read<TaskListAnswer>(who, `/api/tasks?record=${id}`);
          const documents = await read<DocumentsAnswer>(who, `/api/documents?record=${id}`);
          expect([tasks.total, documents.total]).toEqual([linked.tasks.count, linked.documents.count]);
          told += tasks.total + documents.total;
        }
      expect(told).toBeGreaterThan(100);
    },
  );

  it("says how many stand how, the latest first, when the sides first were in contact, last met and meet next", async () => {
    const add = async (
      register: string,
      values: Readonly<Record<string, string>>,
      partner: string | null,
    ) => {
      const links: Record<string, string[]> = partner ? { partners: [partner] } : {};
      const body = { values, links, owner: null, sure: true };
      return (
        await jsonOf<{ id: string }>(app.ask("focal", `/api/records/${register}`, jsonRequest("POST", body)))
      ).id;
    };
    const partner = await add("partners", { name: "Sekong", kind: "locality", country: "LA" }, null);
    const visit = (name: string, when: string, more: Readonly<Record<string, string>> = {}) =>
      add(
        "delegations",
        {
          ...{
            name,
            when,
            direction: "in",
            matter: "official",
            country: "LA",
            purpose: "talks",
            members: "5",
          },
          ...more,
        },
        partner,
      );
    const linked = async () => (await read<RecordAnswer>("head", `/api/records/partners/${partner}`)).linked;
    expect(await linked()).toEqual({
      ...{ groups: [], tasks: { count: 0, latest: [] }, documents: { count: 0, latest: [] } },
      toldBy: [],
      days: { first: null, lastMet: null, nextMet: null },
    });
    const old = await visit("Đoàn cũ", "10/03/2024 - 12/03/2024", { reportedOn: "20/03/2024" });
    const running = await visit("Đoàn đang ở thăm", "18/05/2026 - 25/05/2026");
    const late = await visit("Đoàn quá hạn báo cáo", "01/04/2026 - 03/04/2026");
    const next = await visit("Đoàn tháng sáu", "02/06/2026 - 05/06/2026");
    await visit("Đoàn tháng chín", "02/09/2026 - 05/09/2026");
    const programme = { name: "Chương trình cũ", framework: "bilateral", when: "01/01/2020 - 31/12/2022" };
    const first = await add("programmes", programme, partner);
    const { groups, days } = await linked();
    expect(groups.find(({ register }) => register === "delegations")).toMatchObject({
      ...{ field: "partners", count: 5 },
      states: [
        { state: "notYet", count: 3 },
        { state: "done", count: 1 },
        { state: "late", count: 1 },
      ],
      latest: [
        { on: "2026-09-02", state: "notYet" },
        { id: next, on: "2026-06-02" },
        { id: running },
        { id: late, state: "late" },
        { id: old, state: "done" },
      ],
    });
    expect(days).toEqual({
      first: { register: "programmes", id: first, name: "Chương trình cũ", on: "2020-01-01" },
      // Who is here today was met today.
      lastMet: { register: "delegations", id: running, name: "Đoàn đang ở thăm", on: "2026-05-20" },
      nextMet: { register: "delegations", id: next, name: "Đoàn tháng sáu", on: "2026-06-02" },
    });
  });
});
