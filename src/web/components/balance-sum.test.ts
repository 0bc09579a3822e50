import fc from "fast-check";
import { expect, it } from "vitest";
import { balanceOf } from "./balance-sum.ts";

const rejected = (count: number) =>
  Array.from({ length: count }, () => ({ what: "a", where: "b", why: "c" }));
const step = (name: string, taken: number, lost: number) => ({
  name,
  in: taken,
  out: taken - lost,
  rejected: rejected(lost),
});

it("the headline balances whatever the steps: rows = tasks + others + rejected", () => {
  const counts = fc.record({ taken: fc.nat(200), lost: fc.nat(50) });
  const steps = fc.array(fc.tuple(fc.constantFrom("tableRows", "textItems", "pages", "blocks"), counts));
  fc.assert(
    fc.property(steps, fc.nat(100), (made, tasks) => {
      const ledger = { steps: made.map(([name, { taken, lost }]) => step(name, taken + lost, lost)) };
      const sum = balanceOf(ledger, tasks);
      expect(sum.rows).toBe(tasks + sum.others + sum.rejected);
      expect(sum.rejected + sum.elsewhere).toBe(ledger.steps.flatMap((one) => one.rejected).length);
    }),
  );
});

it("headings, groups and repeats are told apart from what was rejected", () => {
  const ledger = { steps: [step("pages", 3, 1), step("tableRows", 76, 0), step("textItems", 20, 5)] };
  expect(balanceOf(ledger, 80)).toEqual({ rows: 96, others: 11, rejected: 5, elsewhere: 1 });
});
