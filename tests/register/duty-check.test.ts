import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillDuties } from "../../scripts/prove/parts/many-duties.ts";
import { allDuties } from "../../src/domain/duty/duty-query.ts";
import type { Actor } from "../../src/domain/organisation/actor.ts";
import { type ProvinceNumber, provinceNumber } from "../../src/domain/organisation/actor.ts";
import { checkDuties, concernsOfDuties, repairDuties } from "../../src/operations/check-duties.ts";
import { listDuties } from "../../src/operations/list-duties.ts";
import { approveDutyReport, writeReport } from "../../src/operations/report-duty.ts";
import { connect } from "../../src/store/connection.ts";
import { openRows, type Rows, withProvince } from "../../src/store/database.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { loadHistory } from "../support/history.ts";
import { day } from "../support/register-rows.ts";
import { unwrap } from "../support/server.ts";

const giaLai = provinceNumber(52) as ProvinceNumber; // it is the number of a province
const world = {
  today: () => day("2026-05-20"),
  clock: () => new Date("2026-05-20T03:00:00Z"),
  newId: randomUUID,
};
let database: TestDatabase;
let rows: Rows;

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  const owner = unwrap(await connect(database.owner));
  await fillDuties(owner, [48, giaLai], 300);
  await owner.end();
}, 60_000);
afterAll(async () => {
  await rows.close();
  await database.drop();
});

/** What somebody with the owner's login does to the rows of a province. */
async function byOwner(statement: string): Promise<void> {
  const owner = unwrap(await connect(database.owner));
  await owner.query("select set_config('app.province', '52', false)");
  const { rowCount } = await owner.query(statement);
  expect(rowCount).toBe(1);
  await owner.end();
}

// Each case goes on where the one before it ended.
describe("duties built again from what was recorded of them", () => {
  it("are all alike in a register that nobody touched", async () => {
    const found = await checkDuties(rows.kysely);
    expect(found).toEqual({ checked: 600, alike: 600, differing: [] });
    expect(concernsOfDuties(found)).toEqual([]);
  });

  it("name the row and the columns that were altered past the program", async () => {
    await byOwner(`update duty set confirmed_on = null, product = 'khác' where id =
      (select min(id::text)::uuid from duty where confirmed_on is not null)`);
    await byOwner(`delete from report where id = (select min(id::text)::uuid from report)`);
    const { differing, ...books } = await checkDuties(rows.kysely);
    expect(books).toEqual({ checked: 600, alike: 598 });
    expect(differing.map(({ province, columns }) => [province, columns.toSorted()]).toSorted()).toEqual([
      [giaLai, ["confirmedOn", "product"]],
      [giaLai, ["unapprovedOn"]],
    ]);
    const [concern] = concernsOfDuties({ differing, ...books });
    expect(concern?.code).toBe("duty.rows-differ");
    for (const { id } of differing) expect(concern?.detail.rows).toContain(id);
  });

  it("are put right on asking, told in the history with what stood before", async () => {
    const { differing } = await checkDuties(rows.kysely);
    expect(await repairDuties(differing, { ...world, kysely: rows.kysely })).toBe(2);
    expect((await checkDuties(rows.kysely)).differing).toEqual([]);
    for (const { id } of differing)
      expect(
        await withProvince(rows.kysely, giaLai, (transaction) => loadHistory(transaction, `duty:${id}`)),
      ).toEqual(["repair-duty"]);
    // What is right already is left alone.
    expect(await repairDuties(differing, { ...world, kysely: rows.kysely })).toBe(0);
  });

  it("name a latest proof that no report gives", async () => {
    await byOwner(
      `update duty set proved_on = '1999-01-01' where id = (select min(id::text)::uuid from duty)`,
    );
    const { differing } = await checkDuties(rows.kysely);
    expect(differing.map(({ columns }) => columns)).toEqual([["provedOn"]]);
    expect(await repairDuties(differing, { ...world, kysely: rows.kysely })).toBe(1);
    expect((await checkDuties(rows.kysely)).differing).toEqual([]);
  });

  it("a unit whose report waits for its head is late and not silent, until he approves it and after", async () => {
    const actor: Actor = {
      ...{ person: "mai", name: "Mai", province: giaLai, address: null },
      held: [
        { role: "unitOfficer", unit: null, actingFor: null },
        { role: "focalOfficer", unit: null, actingFor: null },
      ],
    };
    const here = { ...world, kysely: rows.kysely };
    const silent = async () => {
      const request = { order: "attention", after: null, limit: 200, withFacets: false } as const;
      const asked = { ...request, filter: { ...allDuties, states: ["silent"] as const } };
      return unwrap(await listDuties(actor, asked, here)).duties;
    };
    const [first, ...others] = await silent();
    if (!first) throw new Error("nobody is silent");
    const officer = {
      ...actor,
      held: [{ role: "unitOfficer", unit: first.holder.id, actingFor: null }],
    } as const;
    const given = { text: "Đang hoàn thiện", claimsDone: false, nothing: false, measured: [], proofs: [] };
    const kept = unwrap(await writeReport(officer, first, { report: given, sending: "kept" }, here)).duty;
    expect([kept.state, kept.unapprovedOn, kept.reportedOn]).toEqual(["late", "2026-05-20", null]);
    expect((await silent()).map(({ id }) => id).toSorted()).toEqual(others.map(({ id }) => id).toSorted());
    const head = { ...actor, held: [{ role: "unitHead", unit: first.holder.id, actingFor: null }] } as const;
    const approved = unwrap(await approveDutyReport(head, kept, "approved", here)).duty;
    expect([approved.state, approved.unapprovedOn, approved.reportedOn]).toEqual([
      "late",
      null,
      "2026-05-20",
    ]);
    expect((await checkDuties(rows.kysely)).differing).toEqual([]);
  });
});
