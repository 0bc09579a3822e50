import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "../../src/domain/basics/calendar-date.ts";
import { rungDay } from "../../src/domain/duty/ladder.ts";
import type { Actor } from "../../src/domain/organisation/actor.ts";
import { showDuty } from "../../src/operations/show-duty.ts";
import { urgeDuties } from "../../src/operations/urge-duties.ts";
import {
  listLetters,
  listMeeting,
  printMeeting,
  recordLetter,
  removeLetter,
} from "../../src/operations/urging-letters.ts";
import { openRows, type ProvinceId, provinceId, type Rows, withProvince } from "../../src/store/database.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { realHolidays } from "../support/holidays.ts";
import { day, madeId } from "../support/register-rows.ts";
import { unitNumber } from "../support/unit-rows.ts";
import { beginUrging, dutyNumber, fillDuties, fillPosts } from "../support/urging-rows.ts";

const giaLai = provinceId(52) as ProvinceId; // 52 is the number of a province
const monday = day("2026-03-02");
const holidays = realHolidays();

let database: TestDatabase;
let rows: Rows;
let today: CalendarDate = monday;
let made = 0;

const world = {
  today: () => today,
  clock: () => new Date(`${today}T02:00:00Z`),
  newId: () => `01990000-0000-7000-8000-${String(made++).padStart(12, "0")}`,
  ...{ holidays, sendsMail: false, queue: { request: async () => true } },
  get kysely() {
    return rows.kysely;
  },
};
const mai: Actor = {
  ...{ person: "mai", name: "Mai", province: giaLai, address: null },
  held: [{ role: "focalOfficer", unit: null, actingFor: null }],
};

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  const duties = [1, 1, 2].map((unit) => ({ unit, lastDay: monday }));
  await fillDuties(rows.kysely, giaLai, { units: 2, duties, today });
  const officers = [1, 2].map((unit) => ({ person: `officer-${unit}`, unit, role: "unitOfficer" as const }));
  await fillPosts(rows.kysely, giaLai, officers, day("2025-07-01"));
  await beginUrging(rows.kysely, giaLai, monday);
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});

/** Every working day until one has passed, as the hourly job takes it. */
async function liveUntil(last: CalendarDate): Promise<void> {
  for (; today < last; today = addDays(today, 1)) await urgeDuties(giaLai, world);
  await urgeDuties(giaLai, world);
}

async function letters() {
  const found = await listLetters(mai, world);
  if (!found.ok) throw new Error(found.failure.code);
  return found.value;
}

const due = async () =>
  (await letters()).due.map(({ unit, kind, items }) => [unit.id, kind, items.map(({ id }) => id).toSorted()]);

const report = (id: string) =>
  withProvince(rows.kysely, giaLai, (transaction) =>
    sql`update duty set submitted_on = ${today}::date where id = ${id}`.execute(transaction),
  );

const both = [dutyNumber(0), dutyNumber(1)].toSorted();

describe("letters of urging", () => {
  it("are due when the ladder comes to them, and not before: one for each unit", async () => {
    await liveUntil(addDays(rungDay(monday, { kind: "letter", days: 10 }, holidays), -1));
    expect(await due()).toEqual([]);
    await liveUntil(addDays(today, 1));
    expect(await due()).toEqual([
      [unitNumber(1), "letter", both],
      [unitNumber(2), "letter", [dutyNumber(2)]],
    ]);
    // The digest on the day itself; nobody is head, so that the reminder was told to nobody.
    expect((await letters()).due[0]?.items.map(({ timesUrged }) => timesUrged)).toEqual([1, 1]);
  });

  it.each([
    ["of a day that has not come", { issuedOn: day("2027-01-01") }, "duty.letter-day-future"],
    ["over duties of two units", { duties: [dutyNumber(0), dutyNumber(2)] }, "duty.letter-not-due"],
    ["over a duty that there is not", { duties: [madeId("nothing", 1)] }, "duty.letter-not-due"],
  ])("are not recorded %s", async (_, wrong, code) => {
    const letter = {
      kind: "letter",
      duties: both,
      number: "12/SNgV-VP",
      issuedOn: monday,
      ...wrong,
    } as const;
    expect(await recordLetter(mai, letter, world)).toMatchObject({ failure: { code } });
  });

  it("end their step with number and day, and count as one more time that the unit was urged", async () => {
    const letter = { kind: "letter", duties: both, number: "12/SNgV-VP", issuedOn: today } as const;
    const recorded = await recordLetter(mai, letter, world);
    expect(recorded.ok && recorded.value.issued).toMatchObject([
      { number: "12/SNgV-VP", issuedOn: today, unit: { id: unitNumber(1) }, duties: 2 },
    ]);
    expect(await due()).toEqual([[unitNumber(2), "letter", [dutyNumber(2)]]]);
    const shown = await showDuty(mai, dutyNumber(0), world);
    expect(shown.ok && shown.value.urged).toEqual({
      ...{ times: 2, letters: [{ number: "12/SNgV-VP", issuedOn: today }] },
    });
    // Recorded once is recorded for good: the step is not there any more.
    expect(await recordLetter(mai, letter, world)).toMatchObject({
      failure: { code: "duty.letter-not-due", detail: { count: 2 } },
    });
  });

  it("come back when what was recorded is taken back", async () => {
    const [issued] = (await letters()).issued;
    expect(await removeLetter(mai, issued?.id ?? "", world)).toMatchObject({ ok: true });
    expect((await due())[0]).toEqual([unitNumber(1), "letter", both]);
    expect(await removeLetter(mai, issued?.id ?? "", world)).toMatchObject({
      failure: { code: "duty.letter-unknown" },
    });
  });

  it("from above stand in place of those of the focal body, and end both", async () => {
    await report(dutyNumber(2));
    await liveUntil(rungDay(monday, { kind: "upperLetter", days: 20 }, holidays));
    expect(await due()).toEqual([[unitNumber(1), "upperLetter", both]]);
    const letter = { kind: "upperLetter", duties: both, number: "9/UBND-NC", issuedOn: today } as const;
    expect(await recordLetter(mai, letter, world)).toMatchObject({ ok: true });
    expect(await due()).toEqual([]);
  });

  it("are nothing for who works in a unit", async () => {
    const held = [{ role: "unitHead", unit: unitNumber(1), actingFor: null }] as const;
    for (const refused of [
      await listLetters({ ...mai, held }, world),
      await listMeeting({ ...mai, held }, world),
    ])
      expect(refused).toMatchObject({ failure: { code: "register.not-allowed" } });
  });
});

describe("the list for the chair's meeting", () => {
  it("is empty until the ladder comes to it, and then names the late duties with how often each was urged", async () => {
    expect(await listMeeting(mai, world)).toEqual({ ok: true, value: [] });
    expect(await printMeeting(mai, world)).toMatchObject({ failure: { code: "duty.meeting-empty" } });
    await liveUntil(rungDay(monday, { kind: "meeting", days: 30 }, holidays));
    const listed = await listMeeting(mai, world);
    const named = listed.ok
      ? listed.value.map(({ id, timesUrged, daysLate }) => [id, timesUrged, daysLate])
      : [];
    expect(named.toSorted()).toEqual(both.map((id) => [id, 2, 30]));
  });

  it("loses a duty with the report that ends the reason, and with another day", async () => {
    await report(dutyNumber(0));
    const listed = await listMeeting(mai, world);
    expect(listed.ok && listed.value.map(({ id }) => id)).toEqual([dutyNumber(1)]);
    await withProvince(rows.kysely, giaLai, (transaction) =>
      sql`update duty set last_day = ${addDays(today, 30)}::date where id = ${dutyNumber(1)}`.execute(
        transaction,
      ),
    );
    expect(await listMeeting(mai, world)).toEqual({ ok: true, value: [] });
  });
});
