import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ApiKeysAnswer, MadeKeyAnswer } from "../../src/contract/api-key.ts";
import type { TaskListAnswer } from "../../src/contract/task.ts";
import { keyScopes, reachesOf } from "../../src/domain/organisation/rights.ts";
import { provinceId } from "../../src/store/database.ts";
import { asLogin } from "../support/database.ts";
import { jsonRequest, openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import { day, fillRegister } from "../support/register-rows.ts";
import { routeDeclarations } from "./route-declarations.ts";

let app: RegisterApp;
let now = new Date("2026-03-02T03:00:00Z");

beforeAll(async () => {
  app = await openRegisterApp(() => now);
  const size = { documents: 1, tasksEach: 5, units: 4, today: day("2026-03-02") };
  for (const number of [52, 48]) {
    const province = provinceId(number);
    if (province !== null)
      await fillRegister(app.rows.kysely, province, { ...size, tasksEach: number === 52 ? 5 : 3 });
  }
});
afterAll(() => app.close());
beforeEach(() => {
  now = new Date(now.getTime() + 3_600_000);
});

async function made(scopes: readonly string[], lastDay = "2026-12-31"): Promise<MadeKeyAnswer> {
  const answer = await app.ask(
    "mai",
    "/api/keys",
    jsonRequest("POST", { name: "Cổng dữ liệu", scopes, lastDay }),
  );
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as MadeKeyAnswer;
}

function withKey(key: string, path: string, init: RequestInit = {}): Promise<Response> {
  // Tests give plain objects as headers.
  const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${key}` };
  return app.ask(null, path, { ...init, headers });
}

async function refusal(answer: Response): Promise<string> {
  const { error } = (await answer.json()) as { error?: { code: string } };
  return `${answer.status} ${error?.code}`;
}

async function listed(): Promise<ApiKeysAnswer["keys"]> {
  return ((await (await app.ask("mai", "/api/keys")).json()) as ApiKeysAnswer).keys;
}

describe("a key", () => {
  it("is shown once; the database knows its hash alone", async () => {
    const { key, id } = await made(["see-tasks"]);
    const text = await asLogin(app.database.superuser, async (client) => {
      const { rows } = await client.query(
        "select k::text as k from accounts.api_keys k union all select h::text from history h",
      );
      return rows.map((row: { k: string }) => row.k).join("\n");
    });
    expect(text).toContain(id);
    expect(text).not.toContain(key);
    expect(JSON.stringify(await listed())).not.toContain(key);
  });

  it("reads its province only, and no cookie is heard beside it", async () => {
    const { key } = await made(["see-tasks"]);
    const list = (await (await withKey(key, "/api/tasks")).json()) as TaskListAnswer;
    expect(list.total).toBe(5);
    const both = await withKey(key, "/api/keys", { headers: { cookie: "person=mai" } });
    expect(await refusal(both)).toBe("403 register.not-allowed");
  });

  it("may do what it is for, on every route, and nothing else", async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const scope of keyScopes) {
      const { key } = await made([scope]);
      for (const [name, { asks, orAsks = [], of, sends }] of Object.entries(routeDeclarations)) {
        if (asks === "door" || asks === "signedIn") continue;
        const [method = "", path = ""] = name.split(" ");
        const filled = path
          .replace("{register}", "partners")
          .replace("{language}", "vi")
          .replace("{position}", "0")
          .replace(/\{\w+\}/g, "01990000-0000-7000-8000-000000000000");
        const answer = await withKey(key, filled, { method: method.toUpperCase(), ...sends?.() });
        asked += 1;
        const may =
          (asks === scope || orAsks.includes(scope)) &&
          reachesOf(scope).some(({ role }) => role === "integration");
        const isLetIn = answer.status !== 403 && answer.status !== 401 && answer.status < 500;
        if (isLetIn !== may) wrong.push(`${name} (${of ?? "-"}) with ${scope}: ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
    console.info(
      `${asked} requests with ${keyScopes.length} keys of one scope each: only what the key is for`,
    );
  }, 120_000);

  it("does not work when it is made up, revoked, or past its last day in Vietnam", async () => {
    expect(await refusal(await withKey("sauro_nothing", "/api/tasks"))).toBe("401 people.key-invalid");
    const { key, id } = await made(["see-tasks"], "2026-03-02");
    now = new Date("2026-03-02T16:59:59Z");
    expect((await withKey(key, "/api/tasks")).status).toBe(200);
    now = new Date("2026-03-02T17:00:00Z");
    expect(await refusal(await withKey(key, "/api/tasks"))).toBe("401 people.key-invalid");
    expect((await listed()).find((one) => one.id === id)?.state).toBe("over");
    const second = await made(["see-tasks"]);
    expect((await app.ask("mai", `/api/keys/${second.id}`, { method: "DELETE" })).status).toBe(200);
    expect(await refusal(await withKey(second.key, "/api/tasks"))).toBe("401 people.key-invalid");
    expect((await app.ask("dung", `/api/keys/${id}`, { method: "DELETE" })).status).toBe(404);
  });

  it("says when it was last used", async () => {
    const { key, id } = await made(["see-tasks"]);
    await withKey(key, "/api/tasks");
    expect((await listed()).find((one) => one.id === id)?.usedAt).toBe(now.toISOString());
  });

  it("may change what it is for from anywhere, for no page of another site can send it", async () => {
    const { key } = await made(["see-tasks"]);
    const headers = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
    const other = jsonRequest("POST", { name: "x", place: "tasks", query: "" });
    const sent = { ...other, headers: { ...(other.headers as Record<string, string>), ...headers } };
    expect(await refusal(await app.ask("mai", "/api/views", sent))).toBe("403 server.foreign-origin");
    expect(await refusal(await withKey(key, "/api/views", sent))).toBe("403 register.not-allowed");
  });

  it("waits when it is in too much haste, and others do not", async () => {
    const hasty = await made(["see-tasks"]);
    const calm = await made(["see-tasks"]);
    for (let i = 0; i < 600; i++) await withKey(hasty.key, "/api/settings");
    const stopped = await withKey(hasty.key, "/api/tasks");
    expect(stopped.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await refusal(stopped)).toBe("429 people.key-too-fast");
    expect((await withKey(calm.key, "/api/tasks")).status).toBe(200);
  }, 60_000);

  it.each([
    ["for nothing", [], "2026-12-31", 400],
    ["for what is not for programs", ["change-units"], "2026-12-31", 400],
    ["that is over already", ["see-tasks"], "2026-01-01", 422],
    ["for ten years", ["see-tasks"], "2036-01-01", 422],
  ])("is not made %s", async (_, scopes, lastDay, status) => {
    const answer = await app.ask("mai", "/api/keys", jsonRequest("POST", { name: "x", scopes, lastDay }));
    expect(answer.status).toBe(status);
  });
});
