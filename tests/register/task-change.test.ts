import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SettingsAnswer } from "../../src/contract/settings.ts";
import type { RegisteredTaskAnswer, TaskHistoryAnswer, TaskListAnswer } from "../../src/contract/task.ts";
import type { TaskPreviewAnswer } from "../../src/contract/task-change.ts";
import type { ViewsAnswer } from "../../src/contract/view.ts";
import { openRows, provinceId, type Rows } from "../../src/store/database.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { fillRegister, madeId } from "../support/register-rows.ts";
import { jsonOf, refusalOf, registerApp, today } from "./register-app.ts";

let database: TestDatabase;
let rows: Rows;
let ask: ReturnType<typeof registerApp>["ask"];
let send: ReturnType<typeof registerApp>["send"];
let statements: ReturnType<typeof registerApp>["statements"];

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  ({ ask, send, statements } = registerApp(rows));
  const province = provinceId(52);
  if (province !== null)
    await fillRegister(rows.kysely, province, { documents: 2, tasksEach: 80, units: 6, today });
});

afterAll(async () => {
  await rows.close();
  await database.drop();
});

const taskOf = (n: number) => jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${madeId("task", n)}`));
const historyOf = async (n: number) =>
  (await jsonOf<TaskHistoryAnswer>(ask(`/api/tasks/${madeId("task", n)}/history`))).changes;
const edit = (n: number, body: unknown) => send("PATCH", `/api/tasks/${madeId("task", n)}`, body);

describe("changing a task", () => {
  it("keeps who changed what, as it was and as it became, and search finds the new words", async () => {
    const before = await taskOf(20);
    const after = await jsonOf<RegisteredTaskAnswer>(
      edit(20, {
        version: 1,
        content: "  Lập danh mục đối tác thủy sản ",
        result: "",
        addressees: [
          { name: "Sở Nông nghiệp và Môi trường", collective: false, role: "lead" },
          { name: "các xã biên giới", collective: true, role: "with", share: "phần địa bàn" },
        ],
      }),
    );
    expect(after).toMatchObject({
      ...{ version: 2, content: "Lập danh mục đối tác thủy sản", result: null },
      addressees: [
        { key: "so nong nghiep va moi truong", written: "Sở Nông nghiệp và Môi trường", share: null },
        { key: "xa bien gioi", collective: true, share: "phần địa bàn" },
      ],
      occurrences: before.occurrences,
    });
    expect(await historyOf(20)).toMatchObject([
      {
        ...{ what: "edit-task", who: "mai", before: { content: before.content, result: "Báo cáo" } },
        after: { content: "Lập danh mục đối tác thủy sản", result: null },
      },
    ]);
    const found = await jsonOf<TaskListAnswer>(
      ask("/api/tasks?q=thuy%20san&unit=so%20nong%20nghiep%20va%20moi%20truong"),
    );
    expect(found.tasks.map(({ id }) => id)).toEqual([madeId("task", 20)]);
  });

  it("refuses what was changed meanwhile, and writes nothing for a change of nothing", async () => {
    expect(await refusalOf(edit(20, { version: 1, content: "Khác" }))).toBe("409 register.task-changed");
    const same = await jsonOf<RegisteredTaskAnswer>(edit(20, { version: 2, approver: null }));
    expect(same.version).toBe(2);
    expect(await historyOf(20)).toHaveLength(1);
  });

  const refusals: readonly [object, string, string][] = [
    [{ content: "  " }, "server", "nothing is left to do"],
    [
      { schedule: { kind: "once", from: null, to: "2026-02-30" } },
      "422 register.schedule-wrong",
      "no such day",
    ],
    [{ schedule: { kind: "sometime" } }, "server", "no such kind"],
    [{ withdrawnOn: "2026-05-21" }, "422 register.fact-in-future", "tomorrow"],
    [
      { addressees: [{ name: "…", collective: false, role: "lead" }] },
      "422 register.name-empty",
      "no letters",
    ],
  ];
  it.each(refusals)("refuses %j: %s (%s)", async (change, refusal) => {
    const answer = await edit(21, { version: 1, ...change });
    if (refusal === "server") expect(answer.status).toBe(400);
    else expect(await refusalOf(answer)).toBe(refusal);
    expect((await taskOf(21)).version).toBe(1);
  });

  it("of words alone asks nothing about its duties; of its times it does", async () => {
    const asked = async (body: object) => {
      const { version } = await taskOf(26);
      statements.length = 0;
      await jsonOf(edit(26, { version, ...body }));
      return {
        all: statements.length,
        ofDuties: statements.filter(
          (one) =>
            /^\s*(?:with|insert into|update|delete from|select)[\s\S]*\b(?:duty|task_party)\b/i.test(one) &&
            !/from task t/.test(one),
        ).length,
      };
    };
    const words = await asked({ content: "Rà soát danh mục đối tác", result: "Danh mục" });
    expect(words.ofDuties).toBe(0);
    const times = await asked({ schedule: { kind: "once", from: null, to: "2029-06-15" } });
    expect(times.ofDuties).toBeGreaterThan(0);
    console.info(`a change of words: ${words.all} statements, of times: ${times.all}`);
  });

  it("lets occurrences follow a new schedule, and keeps those of which something was recorded", async () => {
    const schedule = { kind: "recurring", every: "P1Y", from: "2025-01-01", to: "2027-12-31" };
    const yearly = await jsonOf<RegisteredTaskAnswer>(edit(24, { version: 1, schedule }));
    expect(yearly.occurrences.map(({ key }) => key)).toContain("2026");
    const [first] = yearly.occurrences.filter(({ key }) => key === "2025");
    await jsonOf(
      send("POST", `/api/occurrences/${first?.id}/facts`, {
        ...{ version: first?.version, kind: "done", on: "2026-01-15", product: "7/BC-SNgV" },
      }),
    );
    const once = { kind: "once", from: null, to: "2026-09-30", strictlyBefore: true };
    const after = await jsonOf<RegisteredTaskAnswer>(edit(24, { version: 2, schedule: once }));
    const standing = after.occurrences.map(({ key, lastDay, state }) => [key, lastDay, state]);
    expect(standing).toContainEqual(["2025", "2025-12-31", "doneLate"]);
    expect(standing).toContainEqual(["once", "2026-09-29", "open"]);
    expect(standing.map(([key]) => key)).not.toContain("2026");
    expect(after.state).toBe("open");
    const general = await jsonOf<RegisteredTaskAnswer>(edit(24, { version: 3, general: true }));
    expect(general.occurrences.map(({ key }) => key)).not.toContain("once");
    const withdrawn = await jsonOf<RegisteredTaskAnswer>(
      edit(24, { version: 4, general: false, withdrawnOn: "2026-05-01" }),
    );
    expect(withdrawn.state).toBe("withdrawn");
  });
});

describe("words about time and bodies", () => {
  const preview = (n: number, body: object) =>
    send("POST", `/api/tasks/${madeId("task", n)}/preview`, { version: 1, ...body });

  it("are read as a document's, shown before they are written, and judged anew", async () => {
    const before = await taskOf(31);
    const shown = await jsonOf<TaskPreviewAnswer>(preview(31, { timeWords: "Trước ngày 15/11 hằng năm" }));
    expect(shown.schedule).toMatchObject({ kind: "recurring", every: "P1Y", due: "--11-15" });
    expect(shown.occurrences).toContainEqual(expect.objectContaining({ dueOn: "2026-11-15" }));
    expect(shown.occurrences.filter(({ recorded, change }) => recorded && change === "removed")).toEqual([]);
    expect(await taskOf(31)).toEqual(before);
    const after = await jsonOf<RegisteredTaskAnswer>(
      edit(31, { version: 1, timeWords: "Trước ngày 15/11 hằng năm", addressees: [] }),
    );
    expect(after.schedule).toEqual(shown.schedule);
    expect(after.unclear.map(({ clear }) => clear)).toContain("who");
    expect(after.unclear.map(({ clear }) => clear)).not.toContain("when");
    // Undo is the change back: nothing that was recorded is lost on the way.
    const back = await jsonOf<RegisteredTaskAnswer>(
      edit(31, {
        ...{ version: 2, timeWords: before.timeWords, schedule: before.schedule, unclear: before.unclear },
        ...{ addressees: before.addressees, past: true },
      }),
    );
    expect(back.addressees).toEqual(before.addressees);
    const days = (task: RegisteredTaskAnswer) => task.occurrences.map(({ key, lastDay }) => [key, lastDay]);
    expect(days(back)).toEqual(days(before));
  });

  it("that give no time are refused, unless the person says what they mean", async () => {
    expect(await refusalOf(preview(32, { timeWords: "khi thuận tiện" }))).toBe("422 register.time-unread");
    const meant = await jsonOf<TaskPreviewAnswer>(
      preview(32, { timeWords: "khi thuận tiện", schedule: null }),
    );
    expect(meant.schedule).toBeNull();
  });

  it("a state that is none is refused with the names of those there are", async () => {
    const answer = await ask("/api/tasks?state=late,sleeping");
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/sleeping.*late \(Quá hạn\)/);
  });
});

describe("facts", () => {
  it("are recorded, taken back, and kept", async () => {
    const task = await taskOf(25);
    const one = task.occurrences.find(
      ({ state }) => state === "late" || state === "open" || state === "dueSoon",
    );
    if (!one) throw new Error("the task has nothing open");
    const record = (version: number, body: object) =>
      send("POST", `/api/occurrences/${one.id}/facts`, { version, ...body });
    const begun = await jsonOf<RegisteredTaskAnswer>(record(1, { kind: "started", on: "2026-05-02" }));
    expect(begun.occurrences.find(({ id }) => id === one.id)).toMatchObject({
      ...{ startedOn: "2026-05-02", version: 2, allowed: ["done", "withdrawn", "reopened"] },
    });
    expect(await refusalOf(record(1, { kind: "done", on: "2026-05-03" }))).toBe("409 register.task-changed");
    expect(await refusalOf(record(2, { kind: "started", on: "2026-05-03" }))).toBe(
      "409 register.fact-not-allowed",
    );
    expect(await refusalOf(record(2, { kind: "done", on: "2026-05-01" }))).toBe(
      "422 register.fact-before-start",
    );
    const done = await jsonOf<RegisteredTaskAnswer>(
      record(2, { kind: "done", on: "2026-05-03", product: "9/BC", note: "đã nộp" }),
    );
    expect(done.occurrences.find(({ id }) => id === one.id)).toMatchObject({
      ...{ doneOn: "2026-05-03", product: "9/BC", allowed: ["reopened"] },
      facts: [{ kind: "done", note: "đã nộp", who: "mai" }, { kind: "started" }],
    });
    const open = await jsonOf<RegisteredTaskAnswer>(record(3, { kind: "reopened", on: "2026-05-04" }));
    expect(open.occurrences.find(({ id }) => id === one.id)).toMatchObject({
      ...{ doneOn: null, product: null, startedOn: "2026-05-02", state: one.state },
    });
    expect((await historyOf(25)).map(({ what }) => what)).toEqual([
      "record-fact",
      "record-fact",
      "record-fact",
    ]);
  });

  it("refuse an occurrence that is not there", async () => {
    const nowhere = `/api/occurrences/${madeId("nowhere", 1)}/facts`;
    const body = { version: 1, kind: "done", on: "2026-05-01" };
    expect(await refusalOf(send("POST", nowhere, body))).toBe("404 register.occurrence-unknown");
  });
});

describe("the start day", () => {
  it("takes lateness from what was due before it, which is filled at once", async () => {
    const late = async () => (await jsonOf<TaskListAnswer>(ask("/api/tasks?state=late"))).total;
    const fill = (body: object) => send("POST", "/api/occurrences/fill", { kind: "done", on: null, ...body });
    expect(await refusalOf(fill({}))).toBe("409 register.no-start-day");
    const before = await late();
    const wanted = { version: 0, startDay: "2026-05-01", soonDays: 10 };
    const set = await jsonOf<SettingsAnswer>(send("PUT", "/api/settings", wanted));
    expect(set).toMatchObject({ startDay: "2026-05-01", soonDays: 10, version: 1 });
    expect(set.beforeStart).toBeGreaterThan(0);
    expect(await late()).toBeLessThan(before);
    expect(await refusalOf(send("PUT", "/api/settings", wanted))).toBe("409 register.settings-changed");
    const waiting = await jsonOf<TaskListAnswer>(ask("/api/tasks?state=beforeStart&limit=200"));
    const [first] = waiting.tasks;
    const some = await jsonOf<{ filled: number }>(fill({ tasks: [first?.id], note: "theo sổ cũ" }));
    expect(some.filled).toBeGreaterThan(0);
    expect(await refusalOf(fill({ on: "2026-05-21" }))).toBe("422 register.fact-in-future");
    const all = await jsonOf<{ filled: number }>(fill({}));
    expect(all.filled).toBe(set.beforeStart - some.filled);
    expect(await jsonOf<SettingsAnswer>(ask("/api/settings"))).toMatchObject({ beforeStart: 0 });
    expect((await jsonOf<TaskListAnswer>(ask("/api/tasks?state=beforeStart"))).total).toBe(0);
    const filled = await jsonOf<RegisteredTaskAnswer>(ask(`/api/tasks/${first?.id}`));
    expect(filled.occurrences.flatMap(({ facts }) => facts)[0]).toMatchObject({
      kind: "done",
      note: "theo sổ cũ",
    });
    expect(filled.occurrences.filter(({ state }) => state === "doneLate")).toEqual([]);
  });
});

describe("saved views", () => {
  it("are kept under a name, replaced, forgotten, and one's own", async () => {
    const keep = (name: string, query: string) =>
      jsonOf<ViewsAnswer>(send("POST", "/api/views", { name, place: "tasks", query }));
    await keep("Quá hạn", "state=late");
    await keep("Sắp đến hạn", "state=dueSoon");
    const { views } = await keep("Quá hạn", "state=late&general=false");
    expect(views.map(({ name, query }) => [name, query])).toEqual([
      ["Quá hạn", "state=late&general=false"],
      ["Sắp đến hạn", "state=dueSoon"],
    ]);
    expect(await jsonOf<ViewsAnswer>(ask("/api/views", { as: "other" }))).toEqual({ views: [] });
    const path = `/api/views/${views[0]?.id}`;
    expect(await refusalOf(ask(path, { method: "DELETE", as: "other" }))).toBe("404 register.view-unknown");
    expect((await jsonOf<ViewsAnswer>(ask(path, { method: "DELETE" }))).views).toHaveLength(1);
  });
});
