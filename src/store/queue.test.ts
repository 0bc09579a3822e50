import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asLogin, openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { day } from "../../tests/support/register-rows.ts";
import { checkout } from "../../tests/support/server.ts";
import { openRows, type ProvinceId, provinceId, type Rows, withProvince } from "./database.ts";
import { type Job, openQueue, type Queue } from "./queue.ts";

const giaLai = provinceId(52) as ProvinceId; // 52 is the number of a province
const at = new Date("2026-03-02T03:00:00Z");
let database: TestDatabase;
let rows: Rows;
let queue: Queue;
const bugs: unknown[] = [];

const open = () =>
  openQueue({
    ...{ jobs: database.jobs, kysely: rows.kysely, kinds: ["count", "refuse"] },
    ...{ clock: () => at, reportBug: (error) => bugs.push(error), silence: 10 },
  });

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});
beforeEach(async () => {
  queue = await open();
});
afterEach(async () => {
  await queue.close();
  expect(bugs.splice(0)).toEqual([]);
});

function ask(subject: string, kind = "count", on = "2026-03-02"): Promise<boolean> {
  return withProvince(rows.kysely, giaLai, (t) =>
    queue.request(t, giaLai, { id: randomUUID(), kind, subject, on: day(on), at }),
  );
}

/** The subjects of the jobs done, once there are so many of them. */
async function done(kind: string, many: number): Promise<readonly string[]> {
  const subjects: string[] = [];
  const all = Promise.withResolvers<void>();
  await queue.work(kind, 1, async ({ subject }) => {
    subjects.push(subject);
    if (subjects.length >= many) all.resolve();
  });
  await all.promise;
  return subjects;
}

describe("the queue", () => {
  it("does once a day what is asked for twice, for each thing", async () => {
    const asked = [await ask("a"), await ask("a"), await ask("b"), await ask("a", "count", "2026-03-03")];
    expect(asked).toEqual([true, false, true, true]);
    expect([...(await done("count", 3))].sort()).toEqual(["a", "a", "b"]);
  });

  it("holds nothing of a change that was undone", async () => {
    const undone = withProvince(rows.kysely, giaLai, async (t) => {
      await queue.request(t, giaLai, {
        id: randomUUID(),
        kind: "count",
        subject: "undone",
        on: day("2026-03-04"),
        at,
      });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await ask("kept", "count", "2026-03-04");
    expect(await done("count", 1)).toEqual(["kept"]);
  });

  it("does again what threw, and what was under way when it was closed", async () => {
    await ask("twice", "refuse");
    const seen: Job[] = [];
    const thrown = Promise.withResolvers<void>();
    await queue.work("refuse", 1, async (job) => {
      seen.push(job);
      thrown.resolve();
      throw new Error("not now");
    });
    await thrown.promise;
    await queue.close();
    queue = await open();
    expect(await done("refuse", 1)).toEqual(["twice"]);
    expect(seen).toMatchObject([{ province: 52, subject: "twice" }]);
  });

  it("gives the job of a worker that was killed to another", async () => {
    await queue.close();
    queue = await open();
    const connections = JSON.stringify({ jobs: database.jobs, program: database.program });
    const holder = fork(join(checkout, "tests/support/queue-holder.ts"), [connections]);
    await ask("left behind", "count", "2026-03-06");
    await once(holder, "message");
    holder.kill("SIGKILL");
    expect(await done("count", 1)).toEqual(["left behind"]);
  });

  it("is filled again with what was asked for when it is lost", async () => {
    await ask("lost", "count", "2026-03-05");
    await asLogin(database.superuser, (client) => client.query("delete from jobs.job"));
    expect(await queue.refill()).toBe(1);
    expect(await queue.refill()).toBe(0);
    expect(await done("count", 1)).toEqual(["lost"]);
  });
});

describe("the logins", () => {
  const refused = (login: "program" | "jobs", statement: string) =>
    asLogin(database[login], (client) => client.query(statement)).then(
      () => "done",
      (error: unknown) => String(error),
    );

  it.each([
    ["program", "select data from jobs.job_common", "what is in the queue is not the program's to see"],
    ["program", "update jobs.job_common set state = 'completed'", "nor to change"],
    ["program", "delete from jobs.job_common", "nor to take away"],
    ["jobs", "select * from document", "a worker of the queue sees no row of the register"],
    ["jobs", "select * from job_request", "nor what was asked for"],
    ["jobs", "select * from accounts.users", "nor people"],
  ] as const)("%s may not: %s", async (login, statement, _reason) => {
    expect(await refused(login, statement)).toContain("permission denied");
  });
});
