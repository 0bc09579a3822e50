import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillDuties } from "../../scripts/prove/parts/many-duties.ts";
import { allDuties, type DutyFilter } from "../../src/domain/duty/duty-query.ts";
import type { LateFigures, LeadersFigures } from "../../src/domain/duty/leaders-figures.ts";
import { provinceNumber } from "../../src/domain/organisation/actor.ts";
import { connect } from "../../src/store/connection.ts";
import { openRows, type Rows, withProvince } from "../../src/store/database.ts";
import { countDuties } from "../../src/store/duties.ts";
import { loadYears } from "../../src/store/fact-sheets.ts";
import { loadLeadersFigures } from "../../src/store/leaders-figures.ts";
import { wholeProvince } from "../../src/store/sight.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { day } from "../support/register-rows.ts";
import { unwrap } from "../support/server.ts";

const giaLai = provinceNumber(52) ?? misnumbered();
function misnumbered(): never {
  throw new Error("52 is the number of a province");
}
const sight = wholeProvince(giaLai);
let database: TestDatabase;
let rows: Rows;

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  const owner = unwrap(await connect(database.owner));
  await fillDuties(owner, [48, giaLai], 3000);
  await owner.end();
}, 60_000);
afterAll(async () => {
  await rows.close();
  await database.drop();
});

/** A number of the page with the filter of the list that it opens. */
type Numbered = readonly [name: string, number: number, filter: Partial<DutyFilter>];

function lateNumbers(name: string, figures: LateFigures, filter: Partial<DutyFilter>): readonly Numbered[] {
  const late = { ...filter, states: ["silent", "late"] } as const;
  return [
    [`${name}: late now`, figures.late, late],
    [`${name}: urged`, figures.urged, { ...late, urged: true }],
  ];
}

function numbersOf({ units, groups, waiting, states }: LeadersFigures): readonly Numbered[] {
  return [
    ...states.map(({ state, count }) => [state, count, { states: [state] }] as const),
    ...units.flatMap(({ id, name, now, due, inTime, late, silent, months }): readonly Numbered[] => {
      const unit = { unit: id, alone: true } as const;
      return [
        ...lateNumbers(name, now, unit),
        [`${name}: due`, due, { ...unit, fallen: "any" }],
        [`${name}: in time`, inTime, { ...unit, fallen: "inTime" }],
        [`${name}: late`, late, { ...unit, fallen: "late" }],
        [`${name}: silent`, silent, { ...unit, states: ["silent"] }],
        ...Object.entries(months).map(
          ([month, count]) => [`${name} ${month}`, count, { ...unit, month, fallen: "overdue" }] as const,
        ),
      ];
    }),
    ...groups.flatMap(({ title, ...figures }) => lateNumbers(title, figures, { group: title })),
    ...waiting.map(({ what, count }): Numbered => {
      if (what === "asked") return [what, count, { asked: true }];
      if (what === "head") return [what, count, { unapproved: true }];
      // Proposals stand in a list of their own.
      if (what === "obstacle" || what === "change" || what === "withdrawal")
        throw new Error("none was written");
      return [what, count, { states: ["submitted"], step: what }];
    }),
  ];
}

describe("each number of the leaders' page", () => {
  it.each([
    ["of a province that follows all its duties", null],
    ["of one that began in the middle: what fell due before is never late", day("2026-01-10")],
  ])("opens a list of exactly so many rows, %s", async (_, startDay) => {
    const rules = { heartbeat: null, today: day("2026-05-20"), startDay, soonDays: 30 };
    await withProvince(rows.kysely, giaLai, async (transaction) => {
      const figures = await loadLeadersFigures(transaction, sight, rules);
      const numbers = numbersOf(figures);
      expect(numbers.length).toBeGreaterThan(500);
      expect(figures.units.some(({ now }) => now.times > now.urged)).toBe(true);
      for (const [name, number, narrowed] of numbers)
        expect([name, await countDuties(transaction, sight, { ...allDuties, ...narrowed }, rules)]).toEqual([
          name,
          number,
        ]);
      const late = numbersOf({ ...figures, units: [] }).find(([state]) => state === "late")?.[1] ?? 0;
      const silent = figures.states.find(({ state }) => state === "silent")?.count ?? 0;
      for (const parts of [figures.units.map(({ now }) => now), figures.groups])
        expect(parts.reduce((sum, part) => sum + part.late, 0)).toBe(late + silent);
      for (const unit of figures.units) expect(unit.due).toBe(unit.inTime + unit.late + unit.silent);
    });
  });
});

describe("each number of a unit's fact sheet", () => {
  it("opens a list of exactly so many rows, and units of other kinds are not among those compared", async () => {
    const rules = { heartbeat: null, today: day("2026-05-20"), startDay: null, soonDays: 30 };
    await withProvince(rows.kysely, giaLai, async (transaction) => {
      const [first] = (await loadLeadersFigures(transaction, sight, rules)).units;
      if (!first) throw new Error("no unit has a duty that fell due");
      const years = await loadYears(transaction, sight, { unit: first.id, year: 2025 }, rules);
      expect(new Set(years.map(({ kind }) => kind))).toEqual(new Set([first.kind]));
      expect(years.length).toBeGreaterThanOrEqual(20);
      let proven = 0;
      for (const { id, ...figures } of years.slice(0, 12)) {
        const due = { unit: id, alone: true, year: 2025, fallen: "any" } as const;
        const numbers: readonly Numbered[] = [
          ["due", figures.due, due],
          ["in time", figures.inTime, { ...due, fallen: "inTime" }],
          ["late", figures.late, { ...due, fallen: "late" }],
          ["silent", figures.silent, { ...due, states: ["silent"] }],
          ["done", figures.done, { ...due, states: ["done", "doneLate"] }],
          ["done late", figures.doneLate, { ...due, states: ["doneLate"] }],
          ["open late", figures.openLate, { ...due, states: ["late", "silent", "sentBack"] }],
          ["claimed", figures.claimed, { ...due, states: ["submitted"] }],
          ["proven", figures.proven, { ...due, proven: true }],
          ["extended", figures.extended, { ...due, extended: true }],
          ["urged", figures.urged, { ...due, urged: true }],
        ];
        for (const [name, number, filter] of numbers)
          expect([name, await countDuties(transaction, sight, { ...allDuties, ...filter }, rules)]).toEqual([
            name,
            number,
          ]);
        expect(figures.due).toBe(figures.inTime + figures.late + figures.silent);
        proven += figures.proven;
      }
      expect(proven).toBeGreaterThan(0);
    });
  });
});
