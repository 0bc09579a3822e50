import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RegisteredTaskAnswer, TaskListAnswer } from "../../src/contract/task.ts";
import { openRows, provinceId, type Rows } from "../../src/store/database.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { fillRegister, madeId } from "../support/register-rows.ts";
import { jsonOf, refusalOf, registerApp, today } from "./register-app.ts";

let database: TestDatabase;
let rows: Rows;
let ask: ReturnType<typeof registerApp>["ask"];
let send: ReturnType<typeof registerApp>["send"];

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  ({ ask, send } = registerApp(rows));
  const province = provinceId(52);
  if (province !== null)
    await fillRegister(rows.kysely, province, { documents: 1, tasksEach: 40, units: 4, today });
});

afterAll(async () => {
  await rows.close();
  await database.drop();
});

const id = madeId("task", 20);
const edit = (body: object) => jsonOf<RegisteredTaskAnswer>(send("PATCH", `/api/tasks/${id}`, body));
const record = (body: object) => send("POST", `/api/tasks/${id}/events`, body);
const waiting = async () =>
  (await jsonOf<TaskListAnswer>(ask("/api/tasks?waiting=1&limit=200"))).tasks.map((task) => task.id);
const event = { on: "2026-04-20", document: "45/HD-BNG", term: { length: 10, unit: "workingDays" } };

describe("an event for which a term waits", () => {
  it("is listed as awaited, with the term that the text sets", async () => {
    const before = (await jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${id}`))).version;
    const schedule = { kind: "relative", after: "ngày nhận hướng dẫn", within: "P14D" };
    const timeWords = "Trong vòng 10 ngày làm việc kể từ ngày nhận hướng dẫn";
    const task = await edit({ version: before, schedule, timeWords });
    expect(task.waiting).toEqual([
      { event: "ngày nhận hướng dẫn", term: { length: 10, unit: "workingDays" } },
    ]);
    expect(await waiting()).toContain(id);
  });

  it("is refused without a document, ahead of its day, in an old version, and where none is awaited", async () => {
    const { version } = await jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${id}`));
    expect(await refusalOf(record({ ...event, version, document: " " }))).toBe(
      "422 register.event-undocumented",
    );
    expect(await refusalOf(record({ ...event, version, on: "2026-05-21" }))).toBe(
      "422 register.fact-in-future",
    );
    expect(await refusalOf(record({ ...event, version: 0 }))).toBe("409 register.task-changed");
    const path = `/api/tasks/${madeId("task", 21)}`;
    const schedule = { kind: "once", from: null, to: "2026-12-31" };
    const other = await jsonOf<RegisteredTaskAnswer>(send("PATCH", path, { version: 1, schedule }));
    expect(other.waiting).toEqual([]);
    const unawaited = { ...event, version: other.version };
    expect(await refusalOf(send("POST", `${path}/events`, unawaited))).toBe("409 register.event-unawaited");
  });

  it("makes the occurrence, due after working days counted over the days off, and is awaited no more", async () => {
    const { version } = await jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${id}`));
    const task = await jsonOf<RegisteredTaskAnswer>(record({ ...event, version }));
    const made = task.occurrences.find(({ key }) => key === "event-2026-04-20");
    // Ten working days from 20/4/2026: 27/4 is off for Sunday's 10/3 of the lunar year, 30/4 and 1/5 are holidays.
    expect(made).toMatchObject({
      ...{ startsOn: "2026-04-20", dueOn: "2026-05-07", lastDay: "2026-05-07" },
      ...{ eventDocument: "45/HD-BNG", state: "late" },
    });
    expect(task.occurrences.map(({ key }) => key)).not.toContain("undated");
    expect(task.version).toBe(version + 1);
    expect(await waiting()).not.toContain(id);
  });

  it("keeps what it made when the schedule is edited", async () => {
    const { version } = await jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${id}`));
    const schedule = { kind: "relative", after: "ngày nhận văn bản", within: "P1M" };
    const task = await edit({ version, schedule });
    expect(task.occurrences.map(({ key }) => key)).toContain("event-2026-04-20");
    expect(task.occurrences.map(({ key }) => key)).not.toContain("undated");
  });
});
