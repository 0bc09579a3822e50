import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OverviewAnswer, TimelineAnswer, UnitsAnswer } from "../../src/contract/overview.ts";
import type { TaskListAnswer } from "../../src/contract/task.ts";
import { openRows, provinceId, type Rows } from "../../src/store/database.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { fillRegister, madeId } from "../support/register-rows.ts";
import { jsonOf, refusalOf, registerApp, today } from "./register-app.ts";

const size = { documents: 3, tasksEach: 100, units: 12, today };
let database: TestDatabase;
let rows: Rows;
let ask: ReturnType<typeof registerApp>["ask"];
let send: ReturnType<typeof registerApp>["send"];
let statements: string[];

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  ({ ask, send, statements } = registerApp(rows));
  const province = provinceId(52);
  if (province !== null) await fillRegister(rows.kysely, province, size);
  await jsonOf(send("PUT", "/api/settings", { version: 0, startDay: "2026-01-01", soonDays: 30 }));
});

afterAll(async () => {
  await rows.close();
  await database.drop();
});

const list = (query: string) => jsonOf<TaskListAnswer>(ask(`/api/tasks?${query}`));

describe("the list of tasks", () => {
  it("shows what is awaited first, by its last day", async () => {
    const { tasks, total, next, facets } = await list("limit=200");
    expect({ total, facets }).toEqual({ total: 300, facets: null });
    expect(next).not.toBeNull();
    const awaited = tasks.filter(({ state }) => ["late", "dueSoon", "open"].includes(state));
    expect(tasks.slice(0, awaited.length)).toEqual(awaited);
    const days = awaited.map(({ current }) => current?.lastDay ?? "");
    expect(days).toEqual(days.toSorted());
    const late = awaited.find(({ state }) => state === "late");
    expect(late?.current?.daysLeft).toBeLessThan(0);
  });

  it("names who leads and who co-ordinates, the document, the clears that are open", async () => {
    const { tasks } = await list(`q=${encodeURIComponent("việc số 12)")}`);
    expect(tasks.filter(({ id }) => id === madeId("task", 12))).toMatchObject([
      {
        id: madeId("task", 12),
        ref: "II.13",
        document: { number: "1/KH-UBND", issuedOn: "2024-01-10", fileName: "ke-hoach-0.docx" },
        leads: [{ name: "Sở Ngoại vụ", role: "lead", key: "so ngoai vu", collective: false }],
        coordinators: [{ role: "with" }, { role: "with" }],
        unclear: ["who"],
        general: false,
      },
    ]);
  });

  const orders = ["due", "content", "document", "group", "lead", "accepted"].flatMap((key) => [
    key,
    `-${key}`,
  ]);
  it.each(orders)("gives every task once, page after page, in the order %s", async (sort) => {
    const seen: string[] = [];
    let after = "";
    for (let page = 0; page < 20; page++) {
      const { tasks, next }: TaskListAnswer = await list(`sort=${sort}&limit=37${after}`);
      seen.push(...tasks.map(({ id }) => id));
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(seen).toHaveLength(300);
    expect(new Set(seen).size).toBe(300);
  });

  it("counts numbers in a mark as numbers", async () => {
    const { tasks } = await list(`sort=document&document=${madeId("document", 0)}&limit=12`);
    expect(tasks.map(({ ref }) => ref)).toEqual(Array.from({ length: 12 }, (_, i) => `II.${i + 1}`));
  });

  it.each([
    ["rubbish", "400 register.page-unknown"],
    [Buffer.from('["content","a","b"]').toString("base64url"), "400 register.page-unknown"],
    [Buffer.from('["due","1 or 1=1","x"]').toString("base64url"), "400 register.page-unknown"],
  ])("refuses to go on from %s", async (after, refusal) => {
    expect(await refusalOf(ask(`/api/tasks?after=${after}`))).toBe(refusal);
  });
});

describe("a page", () => {
  const pages: readonly [string, string][] = [
    ["/api/tasks?limit=200", "the whole list"],
    ["/api/tasks?q=so%20ngo&state=late&sort=group&facets=1", "search, filter, order and facets"],
    ["/api/tasks?year=2026&quarter=2&unit=so%20ngoai%20vu&role=with", "a quarter of a unit"],
    [`/api/tasks/${madeId("task", 3)}`, "one task with its occurrences and facts"],
    [`/api/tasks/${madeId("task", 3)}/history`, "its history"],
    ["/api/overview", "the overview"],
    ["/api/units", "the units"],
    ["/api/timeline", "the timeline"],
    ["/api/unplaced?kind=all", "what readings left out"],
    ["/api/settings", "the settings"],
    ["/api/views", "the views"],
  ];
  it.each(pages)("%s takes three statements at most: %s", async (path) => {
    statements.length = 0;
    expect((await ask(path)).status).toBe(200);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThanOrEqual(3);
  });
});

describe("searching", () => {
  const cases: readonly [string, number, string][] = [
    ["so ngoai vu", 0, "without marks"],
    ["SỞ NGOẠI VỤ", 0, "in capitals with marks"],
    ["sở ngo", 0, "the last word as a beginning"],
    ["1/KH-UBND", 0, "the number of the document"],
    ["lễ tân khong co chu nay", -1, "all words must be there"],
    ["' & | ! <-> :* \\", -1, "signs find nothing and break nothing"],
    ["việc'số:*", 0, "signs between words part them"],
  ];
  it.each(cases)("%s finds what has it: %s", async (words, none) => {
    const { total } = await list(`q=${encodeURIComponent(words)}`);
    if (none === -1) expect(total).toBe(0);
    else expect(total).toBeGreaterThan(0);
  });

  it("takes a finished word as it is", async () => {
    const open = await list(`q=${encodeURIComponent("sở ngo")}`);
    const finished = await list(`q=${encodeURIComponent("sở ngo ")}`);
    expect([open.total > 0, finished.total]).toEqual([true, 0]);
  });
});

describe("facets", () => {
  it("say how many tasks each value would give, and the list agrees", async () => {
    const under = "role=lead&unit=so%20ngoai%20vu&general=false";
    const { facets, total } = await list(`${under}&facets=1`);
    if (facets === null) throw new Error("no facets");
    const sum = (values: readonly { count: number }[]) => values.reduce((all, { count }) => all + count, 0);
    expect(sum(facets.states)).toBe(total);
    expect(sum(facets.groups)).toBe(total);
    const parameters = { states: "state", groups: "group", schedules: "schedule", years: "year" } as const;
    const others = { documents: "document", unclear: "unclear" } as const;
    for (const [name, parameter] of Object.entries({ ...parameters, ...others }))
      for (const { value, count } of facets[name as keyof typeof facets].slice(0, 4)) {
        const found = await list(`${under}&${parameter}=${encodeURIComponent(value)}&limit=1`);
        expect({ parameter, value, total: found.total }).toEqual({ parameter, value, total: count });
      }
    const all = await list("facets=1&limit=1");
    for (const { value, count, label } of all.facets?.leads.slice(0, 3) ?? []) {
      const found = await list(`unit=${encodeURIComponent(label)}&role=lead&limit=1`);
      expect({ value, total: found.total }).toEqual({ value, total: count });
    }
    expect(all.facets?.leads.length).toBe(12);
  });
});

describe("the figures", () => {
  it("of the overview open their lists", async () => {
    const overview = await jsonOf<OverviewAnswer>(ask("/api/overview"));
    expect(overview).toMatchObject({ today, startDay: "2026-01-01", soonDays: 30, total: 300, general: 15 });
    for (const [state, count] of Object.entries(overview.states)) {
      const { total } = await list(`state=${state}&general=false&limit=1`);
      expect({ state, total }).toEqual({ state, total: count });
    }
    for (const { key, late, dueSoon } of overview.units.slice(0, 3)) {
      const { total } = await list(`unit=${key}&role=lead&state=late,dueSoon&general=false&limit=1`);
      expect({ key, total }).toEqual({ key, total: late + dueSoon });
    }
    for (const { name, late } of overview.groups) {
      const { total } = await list(
        `group=${encodeURIComponent(name ?? "")}&state=late&general=false&limit=1`,
      );
      expect({ name, total }).toEqual({ name, total: late });
    }
    for (const [clear, count] of Object.entries(overview.unclear)) {
      const { total } = await list(`unclear=${clear}&limit=1`);
      expect({ clear, total }).toEqual({ clear, total: count });
    }
    expect(overview.documents).toEqual({ total: 3, toReview: 3 });
    expect(overview.states.beforeStart).toBeGreaterThan(0);
  });

  it("of the units open their lists", async () => {
    const { units } = await jsonOf<UnitsAnswer>(ask("/api/units"));
    expect(units).toHaveLength(12);
    for (const { key, leads, coordinates, states } of units.slice(0, 4)) {
      expect((await list(`unit=${key}&role=lead&limit=1`)).total).toBe(leads);
      expect((await list(`unit=${key}&role=with&limit=1`)).total).toBe(coordinates);
      expect((await list(`unit=${key}&role=lead&general=false&state=done&limit=1`)).total).toBe(states.done);
    }
    expect(units.find(({ collective }) => collective)?.name).toBe("các sở, ban, ngành");
  });

  it("of the timeline open their lists, and nobody is left out", async () => {
    const line = await jsonOf<TimelineAnswer>(ask("/api/timeline?from=2024&to=2026"));
    expect(line).toMatchObject({ from: 2024, to: 2026 });
    for (const { year, quarter, tasks, late, done } of line.quarters) {
      const of = (more: string) => list(`year=${year}&quarter=${quarter}&limit=1${more}`);
      const found = [await of(""), await of("&state=late"), await of("&state=done,doneLate")];
      expect(found.map(({ total }) => total)).toEqual([tasks, late, done]);
    }
    const [group] = line.groups;
    const [cell] = group?.quarters ?? [];
    if (!group || !cell) throw new Error("no group");
    const { total } = await list(
      `year=${cell.year}&quarter=${cell.quarter}&group=${encodeURIComponent(group.name ?? "")}&limit=1`,
    );
    expect(total).toBe(cell.tasks);
    const shown = new Set<string>();
    for (const year of [2024, 2025, 2026])
      for (const task of (await list(`year=${year}&limit=200`)).tasks) shown.add(task.id);
    expect(line.undated + line.outside + shown.size).toBe(285);
  });
});
