import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { day } from "../../tests/support/register-rows.ts";
import { addDays, type CalendarDate } from "../domain/basics/calendar-date.ts";
import {
  addDutyFact,
  dutyFactKinds,
  type GivenDutyFact,
  type StandingDuty,
} from "../domain/duty/duty-fact.ts";
import { daysLate, dutyState } from "../domain/duty/duty-state.ts";
import { openRows, type Rows } from "./database.ts";
import { daysLateSql, dutyStateSql } from "./duty-state.ts";
import { jsonText } from "./json-text.ts";

const today = day("2026-05-20");
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

/** A duty of which nothing was said. */
function untouched(lastDay: CalendarDate | null): StandingDuty {
  const never = {
    reportedOn: null,
    submittedOn: null,
    sentBackOn: null,
    recordedOn: null,
    confirmedOn: null,
  };
  return {
    ...{ dueOn: lastDay, lastDay, ...never, withdrawnOn: null, askedOn: null, extensions: 0 },
    ...{ step: null, stepOn: null, product: null },
  };
}

const days = fc.integer({ min: -400, max: 400 }).map((n) => addDays(today, n));
const facts: fc.Arbitrary<GivenDutyFact> = fc.record({
  kind: fc.constantFrom(...dutyFactKinds),
  on: fc.integer({ min: -400, max: 0 }).map((n) => addDays(today, n)),
  dueOn: days,
});
const histories = fc.record({
  owed: fc.boolean(),
  unapprovedOn: fc.constantFrom(null, null, today),
  lastDay: fc.option(days),
  facts: fc.array(facts, { maxLength: 12 }),
});

/** What stands after a history; facts that are refused alter nothing. */
function standingAfter({
  lastDay,
  facts: said,
}: {
  lastDay: CalendarDate | null;
  facts: readonly GivenDutyFact[];
}) {
  return said.reduce((standing, fact) => {
    const next = addDutyFact(standing, fact, today);
    return next.ok ? next.value : standing;
  }, untouched(lastDay));
}

it("says in SQL what the rules say, for 100,000 generated histories under four rules", async () => {
  const standing = fc
    .sample(histories, { numRuns: 25_000, seed: 5 })
    .map(({ owed, unapprovedOn, ...history }, id) => ({ id, owed, unapprovedOn, ...standingAfter(history) }));
  const seen = new Set<string>();
  for (const rules of [
    { today, startDay: null, soonDays: 30 },
    { today, startDay: day("2026-01-01"), soonDays: 30 },
    { today, startDay: day("2027-03-01"), soonDays: 0 },
    { today, startDay: day("2025-07-01"), soonDays: 365 },
  ]) {
    const { rows: said } = await sql<{ id: number; state: string; late: number }>`
      select d.id, ${dutyStateSql(rules)} as state, ${daysLateSql(rules)} as late
        from (select w.id, w.owed, w."lastDay" as last_day, w."reportedOn" as reported_on,
                     w."unapprovedOn" as unapproved_on,
                     w."submittedOn" as submitted_on, w."sentBackOn" as sent_back_on,
                     w."confirmedOn" as confirmed_on, w."withdrawnOn" as withdrawn_on
                from jsonb_to_recordset(${jsonText(standing)}::jsonb)
                  as w (id int, owed boolean, "lastDay" date, "reportedOn" date, "unapprovedOn" date,
                        "submittedOn" date, "sentBackOn" date, "confirmedOn" date, "withdrawnOn" date)) as d
       order by d.id`.execute(rows.kysely);
    expect(said).toEqual(
      standing.map((duty) => ({ id: duty.id, state: dutyState(duty, rules), late: daysLate(duty, rules) })),
    );
    for (const { state } of said) seen.add(state);
  }
  // Every state is met, so that none is equal only because it never came.
  expect(seen.size).toBe(12);
});
