import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { realHolidays } from "../../tests/support/holidays.ts";
import { day } from "../../tests/support/register-rows.ts";
import { realTimeLimits } from "../../tests/support/time-limits.ts";
import { addDays } from "../domain/basics/calendar-date.ts";
import type { Values } from "../domain/cooperation/declaration.ts";
import { budgetUse } from "../domain/cooperation/records/budget.ts";
import { aidStage, aidStages } from "../domain/cooperation/standing.ts";
import { type LimitSettings, withLimitSettings } from "../domain/cooperation/time-limit/limit-settings.ts";
import {
  doneDay,
  limitState,
  limitStates,
  occurrencesOf,
} from "../domain/cooperation/time-limit/time-limit.ts";
import { approvalStandings, travelApproval } from "../domain/cooperation/time-limit/travel-approval.ts";
import { openRows, provinceId, type Rows, withProvince } from "./database.ts";
import { jsonText } from "./json-text.ts";
import { limitColumns } from "./limit-columns.ts";
import { aidColumns, budgetColumns, delegationColumns } from "./standing.ts";
import { saveLimitSettings } from "./time-limits.ts";

const today = day("2026-08-31");
const province = provinceId(52);
let database: TestDatabase;
let rows: Rows;

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});

const near = fc.integer({ min: -250, max: 250 }).map((n) => addDays(today, n));
const maybe = fc.option(near, { nil: undefined, freq: 2 });
const span = fc
  .tuple(fc.option(near), fc.integer({ min: 0, max: 20 }), fc.boolean())
  .map(([from, days, hasEnd]) => ({
    from,
    to: from === null || hasEnd ? addDays(from ?? today, days) : null,
  }));
const money = (amount: number) => ({ amount, currency: "VND", dong: null });
const values: fc.Arbitrary<Values> = fc
  .record({
    when: fc.option(span, { nil: undefined, freq: 4 }),
    ...{ reportedOn: maybe, reportDueOn: maybe, dossierOn: maybe, endedOn: maybe },
    ...{ expiresOn: maybe, approvedOn: maybe, startedOn: maybe, closedOn: maybe },
    guestRank: fc.option(fc.constantFrom("headOfState", "minister", "other"), { nil: undefined }),
    topics: fc.option(fc.subarray(["religion"]), { nil: undefined }),
    direction: fc.constantFrom("out", "in"),
    matter: fc.constantFrom("official", "private"),
    rank: fc.option(fc.constantFrom("leader", "official"), { nil: undefined }),
    permittedBy: fc.option(fc.constantFrom("chair", "unitHead"), { nil: undefined }),
    used: fc.option(fc.constantFrom(money(0), money(5), money(9)), { nil: undefined }),
    estimate: fc.option(fc.constantFrom(money(5)), { nil: undefined }),
  })
  // What is not given is not there, as in the rows.
  .map((given) =>
    Object.fromEntries(
      Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
  );

const settings: LimitSettings = {
  ...{ days: { "delegation-report": 7 }, steps: [] },
  travel: { private: { leader: "chair", official: "unitHead" }, official: { leader: "chair" } },
};
const startDay = addDays(today, -150);

const lawful = realTimeLimits();
const rules = withLimitSettings(lawful, settings);
const at = { today, startDay, holidays: realHolidays() };

/** What the rules say of a record in the column of a register. */
function stateIn(register: string, one: Values): string | null {
  const shown = rules.filter((limit) => limit.register === register && limit.column !== null);
  const [state] = shown.flatMap((limit) =>
    occurrencesOf(limit, one, at).map((each) => limitState(limit, each, doneDay(limit, one, each), at)),
  );
  return state ?? null;
}

it("says in SQL what the rules say, for 5,000 generated records of each register", async () => {
  const given = fc.sample(values, { numRuns: 5_000, seed: 11 });
  const columns = limitColumns(lawful, today);
  if (province === null) throw new Error("52 is no province");
  const said = await withProvince(rows.kysely, province, async (transaction) => {
    await sql`insert into province_setting (province_id, start_day, soon_days, version)
              values (${province}, ${startDay}::date, 30, 1)`.execute(transaction);
    await saveLimitSettings(transaction, province, { settings, version: 1 });
    const found = await sql<Record<string, string | null>>`
      select ${columns.delegations?.report} as report, ${columns.conferences?.dossier} as dossier,
             ${columns.ngos?.registration} as registration, ${aidColumns(today).stage} as stage,
             ${delegationColumns().approval} as approval, ${budgetColumns().use} as use
        from jsonb_array_elements(${jsonText(given)}::jsonb) with ordinality as r (values, turn)
       order by r.turn`.execute(transaction);
    return found.rows;
  });
  expect(said).toEqual(
    given.map((one) => ({
      ...{ report: stateIn("delegations", one), dossier: stateIn("conferences", one) },
      ...{ registration: stateIn("ngos", one), stage: aidStage(one, today) },
      ...{ approval: travelApproval(one, settings.travel), use: budgetUse(one) },
    })),
  );
  const seen = (key: string) =>
    [...new Set(said.map((one) => one[key]).filter((state) => state !== null))].toSorted();
  // Every standing is met, so that none is equal only because it never came.
  expect(seen("report")).toEqual([...limitStates].toSorted());
  // A registration that ended has ended, before the program was in use too.
  expect(seen("registration")).toEqual(limitStates.filter((state) => state !== "beforeStart").toSorted());
  // A dossier is awaited from the first day on.
  expect(seen("dossier")).toEqual(limitStates.filter((state) => state !== "notYet").toSorted());
  expect(seen("stage")).toEqual([...aidStages].toSorted());
  expect(seen("approval")).toEqual([...approvalStandings].toSorted());
  expect(seen("use")).toEqual(["over", "within"]);
});
