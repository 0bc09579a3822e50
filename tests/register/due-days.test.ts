import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SettingsAnswer, SettingsPreviewAnswer } from "../../src/contract/settings.ts";
import type { RegisteredTaskAnswer } from "../../src/contract/task.ts";
import { openRows, provinceId, type Rows, withProvince } from "../../src/store/database.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { fillRegister } from "../support/register-rows.ts";
import { jsonOf, refusalOf, registerApp, today } from "./register-app.ts";

let database: TestDatabase;
let rows: Rows;
let ask: ReturnType<typeof registerApp>["ask"];
let send: ReturnType<typeof registerApp>["send"];

interface Counted {
  readonly id: string;
  readonly task: string;
  readonly due: string;
  readonly last: string;
  readonly basis: string;
}

/** Open occurrences that some SQL chooses, in the order of their ids. */
async function open(where: string): Promise<readonly Counted[]> {
  const province = provinceId(52);
  if (province === null) throw new Error("52 is a province");
  return withProvince(rows.kysely, province, async (t) => {
    const found = await sql<Counted>`
      select id, task_id as task, due_on as due, last_day as last, due_basis as basis from occurrence
       where done_on is null and withdrawn_on is null and ${sql.raw(where)} order by id`.execute(t);
    return found.rows;
  });
}

const isBefore = ({ due, last }: Counted) => last < due;

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  ({ ask, send } = registerApp(rows));
  const province = provinceId(52);
  if (province !== null)
    await fillRegister(rows.kysely, province, { documents: 2, tasksEach: 80, units: 6, today });
});

afterAll(async () => {
  await rows.close();
  await database.drop();
});

describe("how a province counts due days", () => {
  const wanted = { startDay: null, soonDays: 30 };
  const preview = (body: object) =>
    jsonOf<SettingsPreviewAnswer>(send("POST", "/api/settings/preview", { ...wanted, ...body }));
  const change = (body: object) =>
    jsonOf<SettingsAnswer>(send("PUT", "/api/settings", { ...wanted, ...body }));

  it("says what counting the day itself would do, and does it to all of which nothing was recorded", async () => {
    const before = await open("strictly_before");
    expect(before.length).toBeGreaterThan(10);
    expect(before.every(isBefore)).toBe(true);
    const [first] = before;
    const body = { version: 1, kind: "started", on: "2026-05-02" };
    await jsonOf(send("POST", `/api/occurrences/${first?.id}/facts`, body));
    const said = await preview({ version: 0, strictBeforeCounts: true });
    expect(said).toMatchObject({ moved: before.length - 1, kept: 1, becomeLate: 0 });
    expect(await open("strictly_before")).toEqual(before);
    expect(await change({ version: 0, strictBeforeCounts: true })).toMatchObject({
      strictBeforeCounts: true,
    });
    const after = await open("strictly_before");
    expect(after.filter(isBefore).map(({ id }) => id)).toEqual([first?.id]);
    expect(after.filter((one) => !isBefore(one)).every(({ due, last }) => due === last)).toBe(true);
    expect(await preview({ version: 1 })).toMatchObject({ moved: 0, kept: 0 });
    expect(await refusalOf(send("POST", "/api/settings/preview", { ...wanted, version: 0 }))).toBe(
      "409 register.settings-changed",
    );
  });

  it("moves yearly tasks that name no day to the cut-off, and back", async () => {
    const before = await open("due_basis = 'year'");
    expect(before.length).toBeGreaterThan(10);
    const said = await preview({ version: 1, yearlyCutOff: "03-15" });
    await change({ version: 1, yearlyCutOff: "03-15" });
    const moved = await open("due_basis = 'cutOff'");
    expect(said.moved).toBe(moved.length);
    // What was due in 2025 is late by either day.
    expect(said.becomeLate).toBe(moved.filter(({ due }) => due > "2026" && due < today).length);
    expect(moved.every(({ due, last }) => due.endsWith("-03-15") && last === due)).toBe(true);
    const late = moved.find(({ due }) => due < today);
    const task = await jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${late?.task}`));
    expect(task.occurrences.find(({ id }) => id === late?.id)?.state).toBe("late");
    expect(await change({ version: 2, yearlyCutOff: null })).toMatchObject({
      yearlyCutOff: null,
      version: 3,
    });
    expect(await open("due_basis = 'year'")).toEqual(before);
  });

  it("keeps the way of counting that a request does not name, and refuses what is no day", async () => {
    expect(await change({ version: 3 })).toMatchObject({ strictBeforeCounts: true, version: 4 });
    for (const yearlyCutOff of ["02-30", "15/11", "13-01", ""]) {
      const answer = await send("PUT", "/api/settings", { ...wanted, version: 4, yearlyCutOff });
      expect(answer.status).toBe(400);
    }
  });

  it("counts new times of a task in the same way", async () => {
    // Of the others something is recorded, and they stay as they are.
    const one = (await open("strictly_before")).at(-1);
    const task = await jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${one?.task}`));
    const schedule = { kind: "once", from: null, to: "2027-07-15", strictlyBefore: true };
    const edited = await jsonOf<RegisteredTaskAnswer>(
      send("PATCH", `/api/tasks/${task.id}`, { version: task.version, schedule }),
    );
    expect(edited.occurrences.map(({ lastDay }) => lastDay)).toContain("2027-07-15");
  });
});
