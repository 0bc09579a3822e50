import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openBuckets } from "./token-bucket.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 1) + seconds * 1000);

describe("buckets of tokens", () => {
  it("let a burst through, then as many as time gives back, and say how long to wait", () => {
    const { take } = openBuckets({ burst: 3, perSecond: 0.5 });
    expect([0, 0, 0].map((s) => take("a", at(s)))).toEqual([null, null, null]);
    expect(take("a", at(0))).toBe(2);
    expect(take("a", at(2))).toBeNull();
    expect(take("a", at(2))).toBe(2);
    // Another caller is not touched by it.
    expect(take("b", at(2))).toBeNull();
  });

  it("stay calm when the clock is set back", () => {
    const { take } = openBuckets({ burst: 1, perSecond: 1 });
    expect(take("a", at(100))).toBeNull();
    expect(take("a", at(50))).toBe(1);
    expect(take("a", at(51))).toBeNull();
  });

  it("remember no more callers than they may, the latest ones", () => {
    const { take, size } = openBuckets({ burst: 1, perSecond: 0.001 }, 2);
    for (const caller of ["a", "b", "c"]) take(caller, at(0));
    expect(size()).toBe(2);
    expect(take("c", at(0))).not.toBeNull();
    expect(take("a", at(0))).toBeNull();
  });

  it("never let more through than burst and time allow", () => {
    const steps = fc.array(fc.nat({ max: 3000 }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (pauses) => {
        const { take } = openBuckets({ burst: 5, perSecond: 2 });
        let now = 0;
        let through = 0;
        for (const pause of pauses) {
          now += pause / 1000;
          if (take("a", at(now)) === null) through += 1;
        }
        expect(through).toBeLessThanOrEqual(5 + now * 2 + 1e-6);
      }),
    );
  });
});
