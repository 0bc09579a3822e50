import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { parseHolidayData } from "../calendar/holiday-file.ts";
import { holidaysOf } from "../calendar/holidays.ts";
import { isDayOff } from "../calendar/working-days.ts";
import {
  type DayOfUrging,
  planUrging,
  rungAudience,
  rungDay,
  type Urge,
  type UrgedDuty,
  urgeKey,
  urgesOn,
  usualLadder,
} from "./ladder.ts";

const holidays = holidaysOf(parseHolidayData(readFileSync("data/holidays.json", "utf8")));

function on(written: string): CalendarDate {
  const date = parseIsoDate(written);
  if (!date) throw new Error(`${written} is no day`);
  return date;
}

describe("the day of a step", () => {
  const cases: readonly [string, string, number, string][] = [
    ["a week before a Wednesday", "2026-12-16", -7, "2026-12-09"],
    [
      "the day itself, a Sunday: the Friday before helps, the Monday after does not",
      "2026-11-15",
      0,
      "2026-11-13",
    ],
    ["three days after a Thursday is a Sunday: the Monday", "2026-12-10", 3, "2026-12-14"],
    ["three days after 29/4: a day off, the next working day", "2026-04-29", 3, "2026-05-04"],
  ];
  it.each(cases)("%s", (_, lastDay, days, expected) => {
    expect(rungDay(on(lastDay), { kind: "digest", days }, holidays)).toBe(expected);
  });
});

const context = { ladder: usualLadder, holidays, from: on("2026-01-01"), done: new Set<string>() };

describe("the steps of a day", () => {
  const steps = (today: string, more: object = {}) =>
    urgesOn([{ id: "a", lastDay: on("2026-09-10") }], { ...context, today: on(today), ...more });
  const all = ({ due, overtaken }: DayOfUrging) => [...due, ...overtaken];
  const kinds = (urges: readonly Urge[]) => urges.map(({ rung }) => `${rung.kind} ${rung.days}`);

  it("nothing is said to anybody before the first step", () => {
    expect(steps("2026-09-01")).toEqual({ due: [], overtaken: [] });
  });

  it("a machine that stood still says to each only what comes last, and keeps the books of the rest", () => {
    const { due, overtaken } = steps("2026-10-05");
    expect(kinds(due)).toEqual(["digest 0", "reminder 3", "upperLetter 20"]);
    expect(kinds(overtaken)).toEqual(["digest -7", "letter 10"]);
  });

  it("what was reached before urging began is not made up for", () => {
    expect(kinds(steps("2026-10-05", { from: on("2026-09-25") }).due)).toEqual(["upperLetter 20"]);
  });

  it("a new day begins the climb anew", () => {
    const done = new Set(all(steps("2026-09-14")).map(urgeKey));
    expect(kinds(steps("2026-09-14", { done }).due)).toEqual([]);
    const later = urgesOn([{ id: "a", lastDay: on("2026-09-18") }], {
      ...context,
      today: on("2026-09-14"),
      done,
    });
    expect(kinds(later.due)).toEqual(["digest -7"]);
  });
});

describe("the messages of a day", () => {
  it("are one a person, also for who is officer and head, the longest overdue first", () => {
    const urges = urgesOn(
      [
        { id: "new", lastDay: on("2026-09-14") },
        { id: "old", lastDay: on("2026-09-07") },
      ],
      { ...context, today: on("2026-09-14") },
    ).due;
    const { messages, unheard } = planUrging(urges, () => ["sen"]);
    expect(messages.map(({ person, urges: told }) => [person, told.map(({ duty }) => duty.id)])).toEqual([
      ["sen", ["old", "old", "new"]],
    ]);
    expect(unheard).toEqual([]);
  });

  it("a unit without anybody in the post is listed, not passed over", () => {
    const { due } = urgesOn([{ id: "a", lastDay: on("2026-09-14") }], {
      ...context,
      today: on("2026-09-14"),
    });
    const { messages, unheard } = planUrging(due, () => []);
    expect([messages, unheard.length]).toEqual([[], due.length]);
  });
});

interface Life {
  readonly id: string;
  readonly lastDay: CalendarDate;
  /** The day of the act that ends the reason; null: none. */
  readonly ends: CalendarDate | null;
}

const lives = fc.array(
  fc.record({
    due: fc.integer({ min: -20, max: 380 }),
    lasts: fc.option(fc.integer({ min: -30, max: 60 })),
    unit: fc.integer({ min: 0, max: 5 }),
  }),
  { minLength: 1, maxLength: 40 },
);

it("over a year with crashes nobody is told twice, nobody is passed over, and nothing follows the end", () => {
  fc.assert(
    fc.property(lives, fc.array(fc.boolean(), { minLength: 400, maxLength: 400 }), (drawn, crashes) => {
      const first = on("2026-01-01");
      const all = drawn.map(
        ({ due, lasts }, n): Life => ({
          id: String(n),
          lastDay: addDays(first, due),
          ends: lasts === null ? null : addDays(first, due + lasts),
        }),
      );
      const unitOf = (duty: UrgedDuty) => String(drawn[Number(duty.id)]?.unit);
      const done = new Set<string>();
      const said = new Map<string, CalendarDate>();
      const openOn = (today: CalendarDate) => all.filter(({ ends }) => ends === null || ends > today);
      let today = first;
      for (let n = 0; n < 400; n++, today = addDays(today, 1)) {
        if (isDayOff(today, holidays)) continue;
        // A crash before the transaction ends leaves nothing; the day is tried again, and once more for nothing.
        for (const kept of crashes[n] ? [false, true, true] : [true, true]) {
          const { due, overtaken } = urgesOn(openOn(today), { ...context, today, from: first, done });
          const plan = planUrging(due, (duty, audience) => [`${audience} ${unitOf(duty)}`]);
          expect(new Set(plan.messages.map(({ person }) => person)).size).toBe(plan.messages.length);
          if (!kept) continue;
          for (const urge of due) {
            expect(said.has(urgeKey(urge))).toBe(false);
            said.set(urgeKey(urge), today);
          }
          for (const urge of [...due, ...overtaken]) done.add(urgeKey(urge));
        }
      }
      const last = addDays(today, -1);
      for (const { id, lastDay, ends } of all)
        for (const rung of usualLadder) {
          const duty = { id, lastDay };
          const day = rungDay(lastDay, rung, holidays);
          const key = urgeKey({ duty, rung });
          const told = said.get(key);
          if (told !== undefined) expect(ends === null || told < ends).toBe(true);
          // Reached on a working day while it was open: told on that day, or a later step to the same people took over.
          const wasOpen = day >= first && day <= last && (ends === null || ends > day);
          if (wasOpen && !isDayOff(day, holidays)) expect(done.has(key)).toBe(true);
          if (told === undefined && done.has(key))
            expect(
              usualLadder.some(
                (later) =>
                  later.days > rung.days &&
                  rungAudience[later.kind] === rungAudience[rung.kind] &&
                  said.has(urgeKey({ duty, rung: later })),
              ),
            ).toBe(true);
        }
    }),
    { numRuns: 30 },
  );
});
