import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provinceNumber } from "../../src/domain/organisation/actor.ts";
import { firstUnits } from "../../src/domain/organisation/province-units.ts";
import { type BeginWorld, beginProvince } from "../../src/operations/begin-province.ts";
import { heldRoles } from "../../src/operations/held-roles.ts";
import { openRows, type Rows, withProvince } from "../../src/store/database.ts";
import { loadUnits } from "../../src/store/units.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { realGazetteer, realUnitFiles } from "../support/gazetteer.ts";
import { today } from "./register-app.ts";

let database: TestDatabase;
let rows: Rows;
let world: BeginWorld;

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  const gazetteer = realGazetteer();
  world = {
    ...{ kysely: rows.kysely, clock: () => new Date("2026-05-20T02:00:00Z"), today: () => today },
    newId: randomUUID,
    firstUnits: (province) =>
      firstUnits(gazetteer, realUnitFiles(), { code: String(province), day: today, newId: randomUUID }),
  };
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});

function known(number: number) {
  const province = provinceNumber(number);
  if (province === null) throw new Error(`no province ${number}`);
  return province;
}

const mai = { id: "mai", name: "Trần Thị Mai", email: "mai@vd.vn" };
const nam = { id: "nam", name: "Lê Nam", email: "nam@vd.vn" };

describe("the first day of a province", () => {
  it("gives it its units and its founder the first two roles, once", async () => {
    const giaLai = known(52);
    await beginProvince(mai, giaLai, world);
    await beginProvince(nam, giaLai, world);
    const units = await withProvince(rows.kysely, giaLai, (transaction) => loadUnits(transaction, giaLai));
    expect(units.filter(({ kind, to }) => kind === "commune" && to === null)).toHaveLength(135);
    expect((await heldRoles("mai", giaLai, world)).map(({ role }) => role).toSorted()).toEqual([
      "administrator",
      "focalOfficer",
    ]);
    expect(await heldRoles("nam", giaLai, world)).toEqual([]);
  });

  it("gives nobody a role in another province", async () => {
    expect(await heldRoles("mai", known(48), world)).toEqual([]);
  });
});
