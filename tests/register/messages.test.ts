import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../src/domain/organisation/actor.ts";
import type { Role } from "../../src/domain/organisation/rights.ts";
import { countWaiting } from "../../src/operations/count-waiting.ts";
import { chooseMail, listOwnMessages, readOwnMessages } from "../../src/operations/own-messages.ts";
import { urgeDuties } from "../../src/operations/urge-duties.ts";
import { openRows, type ProvinceId, provinceId, type Rows, withProvince } from "../../src/store/database.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { realHolidays } from "../support/holidays.ts";
import { day } from "../support/register-rows.ts";
import { unitNumber } from "../support/unit-rows.ts";
import { beginUrging, dutyNumber, fillDuties, fillPosts } from "../support/urging-rows.ts";

const giaLai = provinceId(52) as ProvinceId; // 52 is the number of a province
const monday = day("2026-03-02");

let database: TestDatabase;
let rows: Rows;
const today = monday;
let made = 0;

const world = {
  today: () => today,
  clock: () => new Date(`${today}T02:00:00Z`),
  newId: () => `01990000-0000-7000-8000-${String(made++).padStart(12, "0")}`,
  ...{ holidays: realHolidays(), sendsMail: true, queue: { request: async () => true } },
  get kysely() {
    return rows.kysely;
  },
};

function actor(person: string, unit: number, role: Role = "unitOfficer"): Actor {
  const held = [{ role, unit: unitNumber(unit), actingFor: null }];
  return { person, name: person, province: giaLai, held, address: null };
}

const an = actor("an", 1);
const binh = actor("binh", 2);

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  // Due today, and three days late today, of which the head is told by name.
  const duties = [1, 1, 2].map((unit) => ({ unit, lastDay: monday }));
  const late = { unit: 2, lastDay: day("2026-02-27") };
  await fillDuties(rows.kysely, giaLai, { units: 3, duties: [...duties, late], today });
  const posts = [
    { person: "an", unit: 1, role: "unitOfficer" },
    { person: "binh", unit: 2, role: "unitOfficer" },
    { person: "binh", unit: 2, role: "unitHead" },
  ] as const;
  await fillPosts(rows.kysely, giaLai, posts, day("2025-07-01"));
  await beginUrging(rows.kysely, giaLai, monday);
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});

const run = (statement: ReturnType<typeof sql>) =>
  withProvince(rows.kysely, giaLai, (transaction) => statement.execute(transaction));

async function listed(who: Actor) {
  const found = await listOwnMessages(who, null, world);
  if (!found.ok) throw new Error(found.failure.code);
  return found.value;
}

describe("whether digests come by mail", () => {
  it("is not the person's to choose until the province says so", async () => {
    expect(await chooseMail(an, false, world)).toMatchObject({ failure: { code: "duty.mail-not-optional" } });
    await run(sql`update province_setting set urging_mail_optional = true where province_id = ${giaLai}`);
    for (const who of [an, binh])
      expect(await chooseMail(who, false, world)).toEqual({
        ...{ ok: true, value: { wanted: false, isOptional: true } },
      });
  });

  it("leaves out the mail of a digest, and of no message that reminds by name", async () => {
    await urgeDuties(giaLai, world);
    const { rows: states } = await withProvince(rows.kysely, giaLai, (transaction) =>
      sql`select person_id as person, state from urging_message where province_id = ${giaLai} order by 1`.execute(
        transaction,
      ),
    );
    expect(states).toEqual([
      { person: "an", state: "shown" },
      { person: "binh", state: "planned" },
    ]);
  });

  it("is nothing once the province takes the choice back", async () => {
    await run(sql`update province_setting set urging_mail_optional = false where province_id = ${giaLai}`);
    expect((await listed(an)).mail).toEqual({ wanted: false, isOptional: false });
    expect(await chooseMail(an, true, world)).toMatchObject({ ok: true });
  });
});

describe("a person's own messages", () => {
  it("name his duties, each with its day, and nobody else's", async () => {
    const { messages, unread, next } = await listed(an);
    expect([unread, next]).toEqual([1, null]);
    expect(messages).toMatchObject([{ on: monday, isRead: false, hidden: 0 }]);
    const lines = messages[0]?.lines.map(({ duty, kind, lastDay, waits }) => [duty, kind, lastDay, waits]);
    expect(lines?.toSorted()).toEqual([0, 1].map((n) => [dutyNumber(n), "digest", monday, true]).toSorted());
  });

  it("say of a duty that was reported that it waits no more", async () => {
    await run(sql`update duty set submitted_on = ${today}::date where id = ${dutyNumber(0)}`);
    const [message] = (await listed(an)).messages;
    expect(message?.lines.find(({ duty }) => duty === dutyNumber(0))?.waits).toBe(false);
    expect(message?.lines.find(({ duty }) => duty === dutyNumber(1))?.waits).toBe(true);
  });

  it("hide duties of a unit in which he works no more", async () => {
    const { messages } = await listed(actor("an", 3));
    expect(messages).toMatchObject([{ lines: [], hidden: 2 }]);
  });

  it("are marked as read by himself alone", async () => {
    const [message] = (await listed(an)).messages;
    expect(await readOwnMessages(binh, [message?.id ?? ""], world)).toEqual({ ok: true, value: 1 });
    expect(await countWaiting(an, world)).toMatchObject({ ok: true, value: { unread: 1 } });
    expect(await readOwnMessages(an, [message?.id ?? ""], world)).toEqual({ ok: true, value: 0 });
    expect((await listed(an)).messages).toMatchObject([{ isRead: true }]);
    expect(await readOwnMessages(binh, null, world)).toEqual({ ok: true, value: 0 });
  });

  it("leave out what was told again in a later message, or had no reason left", async () => {
    await run(sql`update urging_message set state = 'carried' where person_id = 'an'`);
    expect(await listed(an)).toMatchObject({ messages: [], unread: 0 });
    await run(sql`update urging_message set state = 'shown', read_at = null where person_id = 'an'`);
    expect(await countWaiting(an, world)).toMatchObject({ ok: true, value: { unread: 1 } });
  });

  it("come thirty at a time, the newest first", async () => {
    await run(sql`insert into urging_message (province_id, id, person_id, on_day, urges, state)
      select ${giaLai}, gen_random_uuid(), 'an', ${monday}::date - n, '[]', 'shown' from generate_series(1, 34) n`);
    const { messages, next, unread } = await listed(an);
    expect([messages.length, messages[0]?.on, next, unread]).toEqual([30, monday, day("2026-02-01"), 35]);
    const further = await listOwnMessages(an, next, world);
    expect(further.ok && [further.value.messages.length, further.value.next]).toEqual([5, null]);
  });
});
