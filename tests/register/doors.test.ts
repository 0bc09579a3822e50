import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OverviewAnswer, UnitsAnswer } from "../../src/contract/overview.ts";
import type { TaskListAnswer } from "../../src/contract/task.ts";
import type { ViewsAnswer } from "../../src/contract/view.ts";
import { openRows, provinceId, type Rows } from "../../src/store/database.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { fillRegister, madeId } from "../support/register-rows.ts";
import { jsonOf, refusalOf, registerApp, today } from "./register-app.ts";

let database: TestDatabase;
let rows: Rows;
let made: ReturnType<typeof registerApp>;

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  made = registerApp(rows);
  const province = provinceId(52);
  if (province !== null)
    await fillRegister(rows.kysely, province, { documents: 1, tasksEach: 40, units: 6, today });
  await jsonOf(made.send("POST", "/api/views", { name: "Quá hạn", place: "tasks", query: "state=late" }));
});

afterAll(async () => {
  await rows.close();
  await database.drop();
});

/** Every route of the register with ids that exist in province 52. */
function routes() {
  const ids: Readonly<Record<string, string>> = {
    tasks: madeId("task", 1),
    occurrences: madeId("occurrence", 1000),
  };
  return Object.entries(
    made.app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "", version: "" } }).paths ?? {},
  )
    .flatMap(([path, methods]) =>
      Object.keys(methods ?? {}).map((method) => ({ path, method: method.toUpperCase() })),
    )
    .map(({ path, method }) => {
      const kind = path.split("/")[2] ?? "";
      return { method, path: path.replace("{id}", ids[kind] ?? madeId("view", 1)) };
    });
}

const bodies: Readonly<Record<string, unknown>> = {
  "PATCH tasks": { version: 1, content: "Việc khác" },
  "POST tasks": { version: 1, content: "Việc khác" },
  "POST occurrences": { version: 1, kind: "done", on: "2026-05-01" },
  "POST fill": { kind: "done", on: null },
  "POST views": { name: "Của tôi", place: "tasks", query: "" },
  "PUT settings": { version: 0, startDay: null, soonDays: 3 },
};

function asked(method: string, path: string, as: string) {
  if (path.endsWith("/import")) {
    const body = new FormData();
    body.append("files", new File(["Mã,Phiên bản,Nội dung\r\n"], "a.csv"));
    return made.ask(path, { method, as, body });
  }
  if (method === "GET" || method === "DELETE") return made.ask(path, { method, as });
  const kind = path.endsWith("/fill") ? "fill" : (path.split("/")[2] ?? "");
  return made.send(method, path, bodies[`${method} ${kind}`], as);
}

describe("the doors of the register", () => {
  it("are all walked", () => {
    expect(
      routes().map(({ method, path }) => `${method} ${path.split("/").slice(0, 3).join("/")}`).length,
    ).toBe(19);
  });

  it("are shut to who is not signed in, and to who works for no province", async () => {
    for (const { method, path } of routes()) {
      const refusals = [await asked(method, path, "nobody"), await asked(method, path, "lost")];
      expect([method, path, ...(await Promise.all(refusals.map(refusalOf)))]).toEqual([
        ...[method, path, "401 account.sign-in-needed", "409 register.no-province"],
      ]);
    }
  });

  it("show nothing of another province, and let nothing be done to it", async () => {
    const before = await jsonOf(made.ask(`/api/tasks/${madeId("task", 1)}`));
    for (const { method, path } of routes()) {
      const answer = await asked(method, path, "other");
      const text = await answer.text();
      expect([method, path, answer.status === 200 || answer.status === 404 || answer.status === 409]).toEqual(
        [...[method, path, true]],
      );
      expect(text).not.toMatch(/việc số \d|Nhóm \d|Thử nghiệm|KH-UBND|state=late/);
      if (path.includes(madeId("task", 1)) || path.includes(madeId("occurrence", 1000)))
        expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await jsonOf<TaskListAnswer>(made.ask("/api/tasks", { as: "other" }))).total).toBe(0);
    expect((await jsonOf<OverviewAnswer>(made.ask("/api/overview", { as: "other" }))).total).toBe(0);
    expect((await jsonOf<UnitsAnswer>(made.ask("/api/units", { as: "other" }))).units).toEqual([]);
    expect(await jsonOf(made.ask(`/api/tasks/${madeId("task", 1)}`))).toEqual(before);
    expect((await jsonOf<ViewsAnswer>(made.ask("/api/views"))).views).toHaveLength(1);
  });
});
