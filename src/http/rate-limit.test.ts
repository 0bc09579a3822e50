import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { paceKept } from "./rate-limit.ts";

const slow = { session: { burst: 2, perSecond: 0.1 }, address: { burst: 4, perSecond: 0.1 } };

function appFrom(address: string | null) {
  const app = new Hono();
  app.use(async (c, next) => {
    c.set("address" as never, address as never);
    return next();
  });
  app.use("/api/*", paceKept({ clock: () => new Date("2026-03-01T02:30:00Z") }, slow));
  app.get("/api/tasks", (c) => c.text("ok"));
  const ask = async (cookie = "") => (await app.request("/api/tasks", { headers: { cookie } })).status;
  return { app, ask };
}

describe("the pace of requests", () => {
  it("is kept for each session: one that hurries does not slow another", async () => {
    const { ask } = appFrom(null);
    const mine = "sauro.session_token=a";
    expect([await ask(mine), await ask(mine), await ask(mine)]).toEqual([200, 200, 429]);
    expect(await ask("x=1; __Secure-sauro.session_token=b")).toBe(200);
  });

  it("is kept for an address, whatever sessions it makes up", async () => {
    const { ask, app } = appFrom("10.0.0.7");
    const answers: number[] = [];
    for (let n = 0; n < 6; n += 1) answers.push(await ask(`sauro.session_token=made-up-${n}`));
    expect(answers).toEqual([200, 200, 200, 200, 429, 429]);
    const refused = await app.request("/api/tasks");
    expect(refused.headers.get("retry-after")).toBe("10");
    expect(await refused.json()).toMatchObject({ error: { code: "server.too-fast" } });
  });

  it("does not count this machine's own address, where a proxy that nobody named may stand", async () => {
    const { ask } = appFrom("127.0.0.1");
    for (let n = 0; n < 8; n += 1) expect(await ask()).toBe(200);
  });
});
