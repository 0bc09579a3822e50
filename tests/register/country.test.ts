import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillDuties } from "../../scripts/prove/parts/many-duties.ts";
import type { LeadersFigures } from "../../src/domain/duty/leaders-figures.ts";
import { type Actor, type ProvinceNumber, provinceNumber } from "../../src/domain/organisation/actor.ts";
import { showCountry } from "../../src/operations/country.ts";
import { keepCountry } from "../../src/operations/keep-country.ts";
import { openRows, type Rows, withProvince } from "../../src/store/database.ts";
import { loadLeadersFigures } from "../../src/store/leaders-figures.ts";
import { wholeProvince } from "../../src/store/sight.ts";
import { asLogin, openTestDatabase, type TestDatabase } from "../support/database.ts";
import { day } from "../support/register-rows.ts";
import { unwrap } from "../support/server.ts";

const provinces = [48, 52].map((number) => provinceNumber(number) as ProvinceNumber); // they are numbers of provinces
const startDays = { 48: null, 52: day("2026-01-10") } as const;
let database: TestDatabase;
let rows: Rows;

const reader = (person: string): Actor => ({
  ...{ person, name: person, province: provinces[0] as ProvinceNumber, held: [], address: null },
});

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  await asLogin(database.owner, async (client) => {
    await client.query(`insert into accounts.users (id, name, email, created_at, updated_at)
      values ('mai', 'Mai', 'mai@vd.vn', now(), now())`);
    await client.query(`insert into accounts.country_readers values ('mai', now())`);
    await fillDuties(client, provinces, 3000);
    await client.query("select set_config('app.province', '52', false)");
    await client.query(`insert into province_setting (province_id, start_day) values (52, '2026-01-10')`);
  });
}, 60_000);
afterAll(async () => {
  await rows.close();
  await database.drop();
});

const country = async (today: string, group: string | null = null) =>
  unwrap(await showCountry(reader("mai"), group, { kysely: rows.kysely, today: () => day(today) }));

/** The figures that provinces show their own leaders. */
async function ownFigures(today: string) {
  const figures = new Map<number, LeadersFigures>();
  for (const province of provinces)
    figures.set(
      province,
      await withProvince(rows.kysely, province, (transaction) =>
        loadLeadersFigures(transaction, wholeProvince(province), {
          ...{ today: day(today), soonDays: 30 },
          startDay: startDays[province as keyof typeof startDays],
        }),
      ),
    );
  return figures;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Every figure of the country is what the provinces count themselves, by province and kind, month and group. */
async function expectBalance(today: string): Promise<void> {
  const [shown, own] = [await country(today), await ownFigures(today)];
  for (const [province, { units, states }] of own) {
    for (const [kind, some] of Map.groupBy(units, (unit) => unit.kind)) {
      const found = shown.kinds.find((one) => one.province === province && one.kind === kind);
      expect([found?.late, found?.due, found?.inTime, found?.silent]).toEqual([
        sum(some.map(({ now }) => now.late)),
        sum(some.map(({ due }) => due)),
        sum(some.map(({ inTime }) => inTime)),
        sum(some.map(({ silent }) => silent)),
      ]);
    }
    const submitted = states.find(({ state }) => state === "submitted")?.count ?? 0;
    const ofProvince = shown.kinds.filter((one) => one.province === province);
    expect(sum(ofProvince.map((one) => one.submitted))).toBe(submitted);
    const overdue = new Map<string, number>();
    for (const { months } of units)
      for (const [month, count] of Object.entries(months))
        overdue.set(month, (overdue.get(month) ?? 0) + count);
    expect(
      shown.months
        .filter((one) => one.province === province && one.overdue > 0)
        .map(({ month, overdue: count }) => [month, count])
        .toSorted(),
    ).toEqual([...overdue].toSorted());
  }
  const groups = new Map<string, number>();
  for (const { groups: some } of own.values())
    for (const { title, late } of some) groups.set(title, (groups.get(title) ?? 0) + late);
  expect(
    shown.groups
      .filter(({ late }) => late > 0)
      .map(({ title, late }) => [title, late])
      .toSorted(),
  ).toEqual([...groups].toSorted());
}

// Each case goes on where the one before it ended.
describe("the figures of the country", () => {
  it("are the sums of what provinces count themselves, on whatever day is asked", async () => {
    expect((await country("2026-05-20")).kinds).toEqual([]);
    expect(await keepCountry(rows.kysely)).toBeGreaterThanOrEqual(2);
    expect(await keepCountry(rows.kysely)).toBe(0);
    for (const today of ["2026-05-20", "2026-06-01", "2026-01-10", "2026-01-31", "2027-03-15", "2024-02-29"])
      await expectBalance(today);
  });

  it("follow each change of duties, groups and kinds of units", async () => {
    const changes = [
      "update duty set submitted_on = '2026-05-01', reported_on = '2026-05-01' where id in (select id from duty where submitted_on is null and last_day < '2026-05-01' limit 7)",
      "update duty set last_day = last_day + 40, due_on = due_on + 40 where id in (select id from duty where last_day is not null limit 5)",
      "update duty set last_day = null where id in (select id from duty where last_day is not null limit 3)",
      "update duty set withdrawn_on = '2026-05-02' where id in (select id from duty where confirmed_on is null limit 4)",
      "delete from duty_fact where duty_id in (select id from duty order by id limit 2)",
      "delete from urging; delete from report; delete from duty where id in (select id from duty d where not exists (select from duty_fact f where f.duty_id = d.id))",
      "update task set group_title = 'Nhóm khác' where group_title = 'Nhóm nhiệm vụ số 3'",
      "update unit set kind = 'serviceUnit' where name = 'Sở số 7'",
    ];
    for (const change of changes) {
      await asLogin(database.owner, async (client) => {
        await client.query("select set_config('app.province', '48', false)");
        await client.query(change);
      });
      await keepCountry(rows.kysely);
      await expectBalance("2026-05-20");
    }
    expect((await country("2026-05-20", "Nhóm khác")).groups.map(({ title }) => title)).toEqual([
      "Nhóm khác",
    ]);
  });

  it("are for those who were made readers at the machine, and the program's login reaches them no other way", async () => {
    const asked = await showCountry(reader("tâm"), null, {
      kysely: rows.kysely,
      today: () => day("2026-05-20"),
    });
    expect(asked).toMatchObject({ ok: false, failure: { code: "register.not-country-reader" } });
    await asLogin(database.program, async (client) => {
      const found = await client.query("select * from reference.country_figures('tâm', '2026-05-20', null)");
      expect(found.rows).toEqual([]);
      for (const statement of [
        "select * from reference.duty_rollup",
        "select * from reference.duty_mark",
        "delete from reference.duty_rollup",
        "insert into accounts.country_readers values ('tâm', now())",
      ])
        await expect(client.query(statement)).rejects.toMatchObject({ code: "42501" });
      // Without a province open, nothing is counted and no mark is lost.
      expect((await client.query("select reference.keep_duty_rollup() as marks")).rows).toEqual([
        { marks: 0 },
      ]);
    });
  });
});
