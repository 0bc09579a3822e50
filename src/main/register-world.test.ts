import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { idsInOrder } from "./register-world.ts";

const instant = new Date("2026-05-20T02:00:00Z");

describe("ids of one process", () => {
  it("stand in the order in which they were made, also within a millisecond", () => {
    const next = idsInOrder();
    // More than the twelve bits that count within one.
    const ids = Array.from({ length: 10_000 }, () => next(instant, randomBytes(10)));
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("go on when the clock is put back, and with it when it goes on", () => {
    const next = idsInOrder();
    const at = (seconds: number) => next(new Date(instant.getTime() + seconds * 1000), randomBytes(10));
    const ids = [at(0), at(-3600), at(-1), at(0), at(1), at(60)];
    expect(ids).toEqual(ids.toSorted());
  });

  it("are UUIDs of version 7 that tell their millisecond", () => {
    const id = idsInOrder()(instant, randomBytes(10));
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(instant.getTime());
  });

  it("are not to be guessed from the one before", () => {
    const next = idsInOrder();
    const tails = Array.from({ length: 100 }, () => next(instant, randomBytes(10)).slice(19));
    expect(new Set(tails).size).toBe(100);
  });
});
