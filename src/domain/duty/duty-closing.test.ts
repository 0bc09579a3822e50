import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../tests/support/register-rows.ts";
import { type ClosingDuty, closingOf } from "./duty-closing.ts";

const open: ClosingDuty = {
  ...{ owed: true, answers: null, submittedOn: null, confirmedOn: null, withdrawnOn: null, product: null },
};
const submitted = { ...open, submittedOn: day("2026-03-10") };
const confirmed = { ...submitted, confirmedOn: day("2026-03-20"), product: "15/BC-SNgV" };
const withdrawn = { ...open, withdrawnOn: day("2026-03-01") };
const asked = { ...open, owed: false };

describe("an occurrence and its duties", () => {
  it.each<[string, readonly ClosingDuty[], boolean, string | null, string | null]>([
    ["no lead is a unit yet", [], false, null, null],
    ["one lead has not handed in", [confirmed, open], false, "2026-03-10", "15/BC-SNgV"],
    ["handed in is not confirmed", [submitted], false, null, null],
    [
      "all leads are confirmed",
      [confirmed, { ...confirmed, submittedOn: day("2026-03-15") }],
      true,
      "2026-03-15",
      "15/BC-SNgV",
    ],
    ["a lead that was let off holds nothing up", [confirmed, withdrawn], true, "2026-03-10", "15/BC-SNgV"],
    ["a body that can only be asked holds nothing up", [confirmed, asked], true, "2026-03-10", "15/BC-SNgV"],
    ["all leads were let off: nothing was done", [withdrawn], false, null, null],
    [
      "the one that answers for the whole is confirmed",
      [{ ...confirmed, answers: true }, open],
      true,
      "2026-03-10",
      "15/BC-SNgV",
    ],
    [
      "another than the one that answers is confirmed",
      [
        { ...confirmed, answers: false },
        { ...open, answers: true },
      ],
      false,
      "2026-03-10",
      "15/BC-SNgV",
    ],
    [
      "a product came by another way than a report",
      [{ ...confirmed, submittedOn: null }],
      true,
      "2026-03-20",
      "15/BC-SNgV",
    ],
    [
      "the product confirmed last stands for the whole",
      [confirmed, { ...confirmed, confirmedOn: day("2026-04-02"), product: "1520/QĐ-UBND" }],
      ...([true, "2026-03-10", "1520/QĐ-UBND"] as const),
    ],
  ])("%s", (_, duties, closed, on, product) => {
    expect(closingOf(duties)).toEqual({ closed, on, product });
  });

  const someDay = fc.constantFrom(null, day("2026-01-05"), day("2026-02-05"), day("2026-03-05"));
  const duty: fc.Arbitrary<ClosingDuty> = fc.record({
    ...{ owed: fc.boolean(), answers: fc.constantFrom(null, true, false), submittedOn: someDay },
    ...{ confirmedOn: someDay, withdrawnOn: someDay, product: fc.constantFrom(null, "a", "b") },
  });

  it("is never done without a product confirmed, and never by an order of its duties", () => {
    fc.assert(
      fc.property(fc.array(duty), (duties) => {
        const closing = closingOf(duties);
        const [some, all] = [duties.some((one) => one.confirmedOn), duties.every((one) => one.confirmedOn)];
        expect(closing.closed).toBe(closing.closed && some);
        expect(closing.on !== null).toBe(some);
        expect(closing.closed || !all || duties.length === 0).toBe(true);
        const { closed, on } = closingOf(duties.toReversed());
        expect([closed, on]).toEqual([closing.closed, closing.on]);
      }),
    );
  });
});
