import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { day } from "../../tests/support/register-rows.ts";
import { addDays } from "../domain/basics/calendar-date.ts";
import { guestRanks, reservedTopics } from "../domain/cooperation/conference/conference-days.ts";
import type { Values } from "../domain/cooperation/declaration.ts";
import {
  aidStage,
  aidStages,
  conferenceDossier,
  delegationReport,
  dossierStandings,
  registrationStanding,
  registrationStandings,
  reportStandings,
} from "../domain/cooperation/standing.ts";
import { openRows, type Rows } from "./database.ts";
import { jsonText } from "./json-text.ts";
import { aidColumns, conferenceColumns, delegationColumns, ngoColumns } from "./standing.ts";

const today = day("2026-08-31");
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
const values: fc.Arbitrary<Values> = fc
  .record({
    when: fc.option(span, { nil: undefined, freq: 4 }),
    ...{ reportedOn: maybe, reportDueOn: maybe, dossierOn: maybe },
    ...{ expiresOn: maybe, approvedOn: maybe, startedOn: maybe, closedOn: maybe },
    guestRank: fc.option(fc.constantFrom(...guestRanks), { nil: undefined }),
    topics: fc.option(fc.subarray([...reservedTopics], { maxLength: 1 }), { nil: undefined }),
  })
  // What is not given is not there, as in the rows.
  .map((given) =>
    Object.fromEntries(
      Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
  );

it("says in SQL what the rules say, for 5,000 generated records of each register", async () => {
  const given = fc.sample(values, { numRuns: 5_000, seed: 11 });
  const { rows: said } = await sql<Record<string, string | null>>`
    select ${delegationColumns(today).report} as report, ${conferenceColumns(today).dossier} as dossier,
           ${ngoColumns(today).registration} as registration, ${aidColumns(today).stage} as stage
      from jsonb_array_elements(${jsonText(given)}::jsonb) with ordinality as r (values, turn) order by r.turn`.execute(
    rows.kysely,
  );
  expect(said).toEqual(
    given.map((one) => ({
      ...{ report: delegationReport(one, today), dossier: conferenceDossier(one, today) },
      ...{ registration: registrationStanding(one, today), stage: aidStage(one, today) },
    })),
  );
  const seen = (key: string) => new Set(said.map((one) => one[key]).filter(Boolean)).size;
  // Every standing is met, so that none is equal only because it never came.
  expect([seen("report"), seen("dossier"), seen("registration"), seen("stage")]).toEqual(
    [reportStandings, dossierStandings, registrationStandings, aidStages].map((all) => all.length),
  );
});
