import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { addDutyFact, dutyFactKinds, type GivenDutyFact } from "./duty-fact.ts";
import { differingColumns, type RebuiltDuty, rebuiltDuty } from "./rebuilt-duty.ts";

const day = (text: string) => parseIsoDate(text) as CalendarDate; // the cases write days
const today = day("2026-05-20");
const ground = { dueOn: day("2026-04-15"), lastDay: day("2026-04-14"), unapprovedOn: null, provedOn: null };

const cases: readonly (readonly [why: string, GivenDutyFact[], Partial<RebuiltDuty>])[] = [
  ["nothing was said: the days as documents gave them", [], { dueOn: ground.dueOn, reportedOn: null }],
  [
    "more time: its day stands, counted once, and the request is answered",
    [
      { kind: "asked", on: today, dueOn: day("2026-06-30") },
      { kind: "extended", on: today, dueOn: day("2026-06-15") },
    ],
    { dueOn: day("2026-06-15"), lastDay: day("2026-06-15"), askedOn: null, extensions: 1 },
  ],
  [
    "sent back: what was submitted counts no more, what was reported does",
    [
      { kind: "submitted", on: day("2026-04-10"), product: "12/BC" },
      { kind: "sentBack", on: day("2026-04-12") },
    ],
    { reportedOn: day("2026-04-10"), submittedOn: null, sentBackOn: day("2026-04-12"), product: "12/BC" },
  ],
];

describe("a duty built from its facts", () => {
  for (const [why, facts, stands] of cases)
    it(why, () => expect(rebuiltDuty(ground, facts)).toMatchObject(stands));

  it("is what stood after each fact was recorded, and one altered column is found", () => {
    const facts = fc.array(
      fc.record({
        kind: fc.constantFrom(...dutyFactKinds),
        on: fc.integer({ min: -90, max: 0 }).map((n) => addDays(today, n)),
        dueOn: fc.integer({ min: -90, max: 90 }).map((n) => addDays(today, n)),
        product: fc.option(fc.constantFrom("1/KH", "2/BC")),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(facts, (said) => {
        let row = rebuiltDuty(ground, []);
        const taken = said.filter((fact) => {
          const next = addDutyFact(row, fact, today);
          if (next.ok) row = next.value;
          return next.ok;
        });
        const rebuilt = rebuiltDuty(ground, taken);
        expect(differingColumns(row, rebuilt)).toEqual([]);
        expect(differingColumns({ ...row, reportedOn: day("1999-01-01") }, rebuilt)).toEqual(["reportedOn"]);
      }),
    );
  });
});
