import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Result } from "../../src/domain/basics/result.ts";
import { allTasks } from "../../src/domain/duty/task-query.ts";
import type { Actor } from "../../src/domain/organisation/actor.ts";
import type { HeldRole } from "../../src/domain/organisation/rights.ts";
import { exportTasks } from "../../src/operations/export-tasks.ts";
import { groupTasks } from "../../src/operations/group-tasks.ts";
import { listDocuments } from "../../src/operations/list-documents.ts";
import { listTasks, type TaskList } from "../../src/operations/list-tasks.ts";
import { showOverview } from "../../src/operations/overview.ts";
import { showDocument } from "../../src/operations/show-document.ts";
import { showTask, showTaskHistory } from "../../src/operations/show-task.ts";
import { showTimeline } from "../../src/operations/timeline.ts";
import { summariseUnits } from "../../src/operations/units-summary.ts";
import { openRows, type ProvinceId, provinceId, type Rows, withProvince } from "../../src/store/database.ts";
import { registerApp, today } from "../register/register-app.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { fillRegister } from "../support/register-rows.ts";
import { fillUnits, topUnit, unitNumber } from "../support/unit-rows.ts";

const order = { key: "due", descending: false } as const;
const everything = { filter: allTasks, order, after: null, limit: 200, withFacets: true };
const documentPage = {
  filter: { words: null, kind: null, year: null, state: null, record: null },
  ...({ order: "issued", after: null, limit: 100 } as const),
};

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function number(value: number): ProvinceId {
  const found = provinceId(value);
  if (found === null) throw new Error(`${value} is no province`);
  return found;
}

function headOf(units: readonly string[], province = number(52)): Actor {
  const held = units.map((unit): HeldRole => ({ role: "unitHead", unit, actingFor: null }));
  return { person: "head", name: "Trưởng đơn vị", province, held, address: null };
}

const leader: Actor = {
  ...{ person: "leader", name: "Lãnh đạo", province: number(52), address: null },
  held: [{ role: "leader", unit: null, actingFor: null }],
};

describe.each([101, 250])("reads over %i units", (count) => {
  let database: TestDatabase;
  let rows: Rows;
  let world: ReturnType<typeof registerApp>["register"];
  let statements: string[];
  const tasks = 300;

  beforeAll(async () => {
    database = await openTestDatabase();
    rows = openRows(database.program);
    ({ register: world, statements } = registerApp(rows));
    await fillRegister(rows.kysely, number(52), { documents: 3, tasksEach: 100, units: 12, today });
    await fillUnits(rows.kysely, number(52), count);
  });
  afterAll(async () => {
    await rows.close();
    await database.drop();
  });

  const seenBy = async (actor: Actor) => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: TaskList = given(await listTasks(actor, { ...everything, after }, world));
      ids.push(...page.tasks.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    return ids;
  };
  const units = Array.from({ length: count }, (_, i) => unitNumber(i + 1));

  it.each([
    ["by one post above all of them", [topUnit]],
    ["by a post in each of them", units],
  ])("shows all tasks %s, in no more statements", async (_, posts) => {
    expect(new Set(await seenBy(headOf(posts)))).toEqual(new Set(await seenBy(leader)));
    statements.length = 0;
    const page = given(await listTasks(headOf(posts), everything, world));
    expect({ total: page.total, statements: statements.length }).toEqual({ total: tasks, statements: 3 });
  });

  it("leaves out what the last of them has when there is no post in it", async () => {
    const last = unitNumber(count);
    const its = await seenBy(headOf([last]));
    const others = await seenBy(headOf(units.slice(0, -1)));
    expect(its.length).toBe(Math.floor(tasks / count));
    expect(others).toHaveLength(tasks - its.length);
    expect(others.filter((id) => its.includes(id))).toEqual([]);
  });

  it("counts, facets, figures and files tell of the same tasks", async () => {
    const actor = headOf([unitNumber(1)]);
    const ids = await seenBy(actor);
    const page = given(await listTasks(actor, everything, world));
    const grouped = given(await groupTasks(actor, { filter: allTasks, by: "document" }, world));
    const overview = given(await showOverview(actor, world));
    const summed = (counts: readonly { readonly count: number }[]) =>
      counts.reduce((sum, { count: n }) => sum + n, 0);
    expect(page.total).toBe(ids.length);
    expect(summed(page.facets?.states ?? [])).toBe(ids.length);
    expect(summed(page.facets?.documents ?? [])).toBe(ids.length);
    expect(grouped.total).toBe(ids.length);
    expect(summed(grouped.groups)).toBe(ids.length);
    expect(overview.total).toBe(ids.length);
    const file = given(await exportTasks(actor, { filter: allTasks, order, format: "csv" }, world));
    expect(file.count).toBe(ids.length);
    const led = given(await summariseUnits(actor, "today", world)).units.reduce(
      (sum, unit) => sum + unit.leads,
      0,
    );
    const general = overview.general;
    expect(led).toBe(ids.length);
    expect(general).toBeLessThanOrEqual(ids.length);
    const line = given(await showTimeline(actor, { from: 2020, to: 2035 }, world));
    const most = Math.max(0, ...line.quarters.map((cell) => cell.tasks));
    expect(most).toBeLessThanOrEqual(ids.length);
  });

  it("shows the documents of those tasks and no others", async () => {
    const actor = headOf([unitNumber(1)]);
    const all = given(await listTasks(actor, everything, world)).tasks;
    const documents = new Set(all.map((task) => task.document.id));
    const page = given(await listDocuments(actor, documentPage, world));
    expect(new Set(page.lines.map(({ id }) => id))).toEqual(documents);
    expect(page.total).toBe(documents.size);
    expect(page.lines.reduce((sum, line) => sum + line.tasks, 0)).toBe(all.length);
    const others = given(await listDocuments(leader, documentPage, world)).lines.filter(
      ({ id }) => !documents.has(id),
    );
    for (const { id } of others)
      expect(await showDocument(actor, id, world)).toMatchObject({
        failure: { code: "register.document-unknown" },
      });
  });

  it("does not know a task of others, nor its history", async () => {
    const [theirs = ""] = await seenBy(headOf([unitNumber(2)]));
    const actor = headOf([unitNumber(1)]);
    const unknown = { ok: false, failure: { code: "register.task-unknown" } };
    expect(await showTask(actor, theirs, world)).toMatchObject(unknown);
    expect(await showTaskHistory(actor, theirs, world)).toMatchObject(unknown);
    expect(given(await showTask(leader, theirs, world)).task.id).toBe(theirs);
  });

  it("follows a task to the unit that holds it today, and leaves it with the one that was named", async () => {
    const [task = ""] = await seenBy(headOf([unitNumber(3)]));
    await withProvince(rows.kysely, number(52), (transaction) =>
      sql`update task_party set holder_id = ${unitNumber(4)} where task_id = ${task}`.execute(transaction),
    );
    expect(await seenBy(headOf([unitNumber(4)]))).toContain(task);
    expect(await seenBy(headOf([unitNumber(3)]))).toContain(task);
    expect(await seenBy(headOf([unitNumber(5)]))).not.toContain(task);
  });

  it("shows nothing of another province, whatever post is claimed", async () => {
    expect(await seenBy(headOf([topUnit], number(48)))).toEqual([]);
  });
});
