import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProvinceNumber, provinceNumber } from "../../src/domain/organisation/actor.ts";
import { keyOfBody } from "../../src/domain/organisation/body-key.ts";
import { firstUnits } from "../../src/domain/organisation/province-units.ts";
import { beginProvince } from "../../src/operations/begin-province.ts";
import { bindWords } from "../../src/operations/bind-wording.ts";
import { fillParties } from "../../src/operations/find-parties.ts";
import { openRows, type Rows } from "../../src/store/database.ts";
import { asLogin, openTestDatabase, type TestDatabase } from "../support/database.ts";
import { realGazetteer, realUnitFiles } from "../support/gazetteer.ts";
import { fillRegister } from "../support/register-rows.ts";
import { worksThere } from "../support/roles.ts";
import { unwrap } from "../support/server.ts";
import { registerApp, today } from "./register-app.ts";

const giaLai = numberOf(52);
const founder = { id: "mai", name: "Trần Thị Mai", email: "mai@vd.vn" };
let database: TestDatabase;
let rows: Rows;
let world: Parameters<typeof beginProvince>[2];

// More tasks than one step takes, accepted while the province had no units.
beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  const gazetteer = realGazetteer();
  world = {
    ...registerApp(rows).register,
    firstUnits: () => firstUnits(gazetteer, realUnitFiles(), { code: "52", day: today, newId: randomUUID }),
  };
  await fillRegister(rows.kysely, giaLai, { documents: 6, tasksEach: 100, units: 8, today });
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});

function numberOf(province: number): ProvinceNumber {
  const number = provinceNumber(province);
  if (number === null) throw new Error(`${province} is no province`);
  return number;
}

/** Every part in a task, as text. */
const parties = () =>
  asLogin(database.superuser, async (client) => {
    const found = await client.query<{ line: string }>(
      "select concat_ws(' ', task_id, position, unit_id, holder_id) as line from task_party order by 1",
    );
    return found.rows.map(({ line }) => line);
  });

describe("tasks that were accepted before the province had units", () => {
  it("without units every addressee stays open, with its reason, and none is lost", async () => {
    const step = await fillParties(giaLai, world);
    expect(step.in).toBeGreaterThan(1000);
    expect(step.out).toBe(0);
    expect(new Set(step.rejected.map(({ why }) => why))).toEqual(new Set(["unbound", "unknown"]));
    expect(await parties()).toEqual([]);
  });

  it("get their units on the day on which the province gets them", async () => {
    await beginProvince(founder, giaLai, world);
    const found = await parties();
    expect(found.length).toBeGreaterThan(60);
    const again = await fillParties(giaLai, world);
    expect(again.out).toBe(0);
    expect(new Set(again.rejected.map(({ what }) => what))).toContain("các sở, ban, ngành");
    expect(await parties()).toEqual(found);
  });

  it("what was broken off is made up for, and what stands stays as it is", async () => {
    const whole = await parties();
    await asLogin(database.superuser, (client) =>
      client.query(
        "delete from task_party where task_id > (select task_id from task_party order by 1 limit 1 offset 40)",
      ),
    );
    const both = await Promise.all([fillParties(giaLai, world), fillParties(giaLai, world)]);
    expect(Math.max(...both.map(({ out }) => out))).toBeGreaterThan(20);
    expect(await parties()).toEqual(whole);
  });

  it("words that are bound to a collective are no longer among what is open", async () => {
    const before = await fillParties(giaLai, world);
    const actor = { person: "mai", name: "Mai", province: giaLai, address: null, held: worksThere };
    const rule = {
      kinds: ["department"],
      relations: [],
      traits: [],
      under: null,
      only: [],
      except: [],
    } as const;
    const key = keyOfBody("các sở, ban, ngành", true);
    unwrap(await bindWords(actor, key, { name: "Các sở, ban, ngành của tỉnh", rule }, world));
    const after = await fillParties(giaLai, world);
    expect(before.in - after.in).toBe(before.rejected.filter(({ why }) => why === "unbound").length);
    expect(after.rejected.every(({ why }) => why === "unknown")).toBe(true);
  });
});
