import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { day } from "../../tests/support/register-rows.ts";
import { addDays } from "../domain/basics/calendar-date.ts";
import { agreementStatus, agreementStatuses } from "../domain/cooperation/agreement/status.ts";
import {
  type AgreementFacts,
  type AgreementTerm,
  agreementTimes,
  expiryOn,
} from "../domain/cooperation/agreement/validity.ts";
import { agreementColumns } from "./agreements.ts";
import { openRows, type Rows } from "./database.ts";
import { jsonText } from "./json-text.ts";

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

const maybeDay = fc.option(
  fc.integer({ min: -3_000, max: 3_000 }).map((n) => addDays(day("2026-01-31"), n)),
  { freq: 2 },
);
const facts: fc.Arbitrary<AgreementFacts> = fc.record({
  ...{ proposedOn: maybeDay, askedOn: maybeDay, primeMinisterAskedOn: maybeDay, decidedOn: maybeDay },
  ...{ refusedOn: maybeDay, droppedOn: maybeDay, signedOn: maybeDay, notifiedOn: maybeDay },
  ...{ extendedTo: maybeDay, renewalDeclinedOn: maybeDay, suspendedOn: maybeDay, resumedOn: maybeDay },
  ...{ endedOn: maybeDay, withdrawnOn: maybeDay },
});
const terms: fc.Arbitrary<AgreementTerm> = fc.record({
  effect: fc.constantFrom("onSigning", "onDay", "onNotices"),
  ...{ effectiveOn: maybeDay, expiresOn: maybeDay },
  months: fc.option(fc.integer({ min: 1, max: 120 })),
  renewal: fc.option(fc.record({ months: fc.integer({ min: 1, max: 120 }), noticeMonths: fc.constant(3) }), {
    freq: 2,
  }),
});

/** The term as the values of the record hold it: what is not given is not there. */
function valuesOf({ effect, effectiveOn, expiresOn, months, renewal }: AgreementTerm) {
  const given = { effect, effectiveOn, expiresOn, months, renewalMonths: renewal?.months ?? null };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

it("says in SQL what the rules say, for 3,000 generated lives on three days", async () => {
  const lives = fc.sample(fc.tuple(facts, terms), { numRuns: 3_000, seed: 7 });
  const given = lives.map(([fact, term], id) => ({ id, ...fact, values: valuesOf(term) }));
  const seen = new Set<string>();
  for (const today of [day("2026-02-28"), day("2028-02-29"), day("2022-12-31")]) {
    // Rows of both tables under the names that the statement knows them by.
    const { rows: said } = await sql<{ id: number; status: string; expiry: string | null }>`
      with w as (select * from jsonb_to_recordset(${jsonText(given)}::jsonb)
                   as w (id int, values jsonb, "proposedOn" date, "askedOn" date, "primeMinisterAskedOn" date,
                         "decidedOn" date, "refusedOn" date, "droppedOn" date, "signedOn" date, "notifiedOn" date,
                         "extendedTo" date, "renewalDeclinedOn" date, "suspendedOn" date, "resumedOn" date,
                         "endedOn" date, "withdrawnOn" date)),
           agreement as (select 0 as province_id, id as record_id, "proposedOn" as proposed_on, "askedOn" as asked_on,
                         "primeMinisterAskedOn" as prime_minister_asked_on, "decidedOn" as decided_on,
                         "refusedOn" as refused_on, "droppedOn" as dropped_on, "signedOn" as signed_on,
                         "notifiedOn" as notified_on, "extendedTo" as extended_to,
                         "renewalDeclinedOn" as renewal_declined_on, "suspendedOn" as suspended_on,
                         "resumedOn" as resumed_on, "endedOn" as ended_on, "withdrawnOn" as withdrawn_on from w),
           record as (select 0 as province_id, id, values from w)
      select r.id, ${agreementColumns(today).status} as status, ${agreementColumns(today).expiry} as expiry
        from record r order by r.id`.execute(rows.kysely);
    const expected = lives.map(([fact, term], id) => {
      const times = agreementTimes(fact, term);
      return { id, status: agreementStatus(times, today), expiry: expiryOn(times, today) };
    });
    expect(said).toEqual(expected);
    for (const { status } of said) seen.add(status);
  }
  // Every status is met, so that none is equal only because it never came.
  expect([...seen].sort()).toEqual([...agreementStatuses].sort());
});
