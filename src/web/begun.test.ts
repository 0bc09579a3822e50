import { afterEach, describe, expect, it, vi } from "vitest";
import { allArrived, begin, takeArrived, takeBegun } from "./begun.ts";

/** A server that gives one answer to everything, and the addresses it was asked. */
function serve(status: number, body: unknown): readonly string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(path);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("answers asked for in advance", () => {
  it("are given once: who asks again wants what is there now", async () => {
    const asked = serve(200, { total: 3 });
    begin("/api/tasks");
    expect(await takeBegun("/api/tasks")).toEqual({ total: 3 });
    expect(await takeBegun("/api/tasks")).toBeUndefined();
    expect(asked).toEqual(["/api/tasks"]);
  });

  it("are there without waiting once they have come", async () => {
    serve(200, { gate: "signedIn" });
    begin("/api/session");
    expect(takeArrived("/api/session")).toBeUndefined();
    await allArrived();
    expect(takeArrived("/api/session")).toEqual({ gate: "signedIn" });
    expect(takeArrived("/api/session")).toBeUndefined();
  });

  it("that were refused are asked for again: whoever signs in meanwhile may see it", async () => {
    serve(401, { error: { code: "account.sign-in-needed" } });
    begin("/api/tasks");
    await allArrived();
    expect(takeArrived("/api/tasks")).toBeUndefined();
    expect(await takeBegun("/api/tasks")).toBeUndefined();
  });

  it("fail quietly when the server is away", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("away")));
    begin("/api/tasks");
    expect(await takeBegun("/api/tasks")).toBeUndefined();
  });

  it("grow old: a place opened later shows the register of then", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    serve(200, { total: 3 });
    begin("/api/tasks");
    await allArrived();
    vi.advanceTimersByTime(11_000);
    expect(takeArrived("/api/tasks")).toBeUndefined();
  });
});
