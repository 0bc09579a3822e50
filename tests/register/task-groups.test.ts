import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskGroupsAnswer, TaskListAnswer } from "../../src/contract/task.ts";
import { openRows, provinceId, type Rows, withProvince } from "../../src/store/database.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { fillRegister, madeId } from "../support/register-rows.ts";
import { jsonOf, registerApp, today } from "./register-app.ts";

const size = { documents: 3, tasksEach: 60, units: 12, today };
let database: TestDatabase;
let rows: Rows;
let ask: ReturnType<typeof registerApp>["ask"];
let statements: string[];

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  ({ ask, statements } = registerApp(rows));
  const province = provinceId(52);
  if (province === null) throw new Error("52 is a province");
  await fillRegister(rows.kysely, province, size);
  // Tasks that have no group, no lead, no schedule, no occurrence: each grouping then has one more group.
  const bare = [7, 70, 130].map((n) => madeId("task", n));
  await withProvince(rows.kysely, province, async (transaction) => {
    const chosen = sql`any(${bare}::uuid[])`;
    await sql`update task set group_title = null, schedule_kind = null where id = ${chosen}`.execute(
      transaction,
    );
    await sql`delete from task_addressee where task_id = ${chosen}`.execute(transaction);
    await sql`delete from occurrence where task_id = ${chosen}`.execute(transaction);
  });
});

afterAll(async () => {
  await rows.close();
  await database.drop();
});

const groups = (query: string) => jsonOf<TaskGroupsAnswer>(ask(`/api/tasks/groups?${query}`));
const list = (query: string) => jsonOf<TaskListAnswer>(ask(`/api/tasks?${query}&limit=1`));

const groupings = ["group", "lead", "schedule", "year", "state", "document"] as const;

const filters: readonly (readonly [filter: string, why: string])[] = [
  ["", "all tasks"],
  ["state=late,done", "states: with years they are those of what is due in them"],
  ["year=2026", "a year: with states they are those of what is due in it"],
  ["year=2026&quarter=2&state=late", "late in a quarter"],
  ["unit=so+ngoai+vu&role=with", "what a unit co-ordinates is led by others"],
  ["lead=so+ngoai+vu", "who leads beside the lead that was asked for is no group"],
  ["lead=none", "led by nobody"],
  ["group=none", "in no group"],
  ["year=none", "due on no day"],
  ["year=none&state=noDeadline", "due on no day, in a state"],
  ["q=le+tan&general=false", "words"],
];

describe("tasks in groups", () => {
  for (const by of groupings)
    it.each(filters)(`by ${by}: the list of each group has as many as it says; %s (%s)`, async (filter) => {
      const found = await groups(`by=${by}&${filter}`);
      const whole = await list(filter);
      // By year, states are those of what is due in each year, not of what stands for the task now.
      if (by !== "year" || !filter.startsWith("state")) expect(found.total).toBe(whole.total);
      expect(new Set(found.groups.map(({ value }) => value)).size).toBe(found.groups.length);
      for (const { value, count } of found.groups) {
        const query = new URLSearchParams(filter);
        query.set(by, value);
        expect({ value, total: (await list(query.toString())).total }).toEqual({ value, total: count });
        expect(count).toBeGreaterThan(0);
      }
    });

  it.each(groupings)("by %s: every task stands in a group", async (by) => {
    const { total, groups: found } = await groups(`by=${by}`);
    const sum = found.reduce((all, { count }) => all + count, 0);
    if (by === "lead" || by === "year") expect(sum).toBeGreaterThanOrEqual(total);
    else expect(sum).toBe(total);
  });

  it("stand in the order that people look for, those without a value last", async () => {
    const values = async (by: string) => (await groups(`by=${by}`)).groups.map(({ value }) => value);
    const years = await values("year");
    expect(years.at(-1)).toBe("none");
    expect(years.slice(0, -1)).toEqual(years.slice(0, -1).toSorted());
    expect((await values("state"))[0]).toBe("late");
    for (const by of ["group", "lead", "schedule"]) expect((await values(by)).at(-1)).toBe("none");
    const { groups: leads } = await groups("by=lead");
    const names = leads.map(({ label }) => label ?? "").filter(Boolean);
    expect(names).toEqual(names.toSorted(new Intl.Collator("vi", { numeric: true }).compare));
  });

  it("takes three statements at most", async () => {
    statements.length = 0;
    await groups("by=year&state=late&unit=so+ngoai+vu");
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThanOrEqual(3);
  });

  it("are the groups of the annex when nothing is said", async () => {
    expect(await groups("")).toEqual(await groups("by=group"));
  });

  it("refuses what nothing is grouped by", async () => {
    expect((await ask("/api/tasks/groups?by=colour")).status).toBe(400);
  });
});
