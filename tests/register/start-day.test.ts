import { afterAll, beforeAll, expect, it } from "vitest";
import type { Accounts } from "../../src/accounts/open-accounts.ts";
import type { SettingsAnswer } from "../../src/contract/settings.ts";
import { fail, succeed } from "../../src/domain/basics/result.ts";
import { openDoor } from "../../src/main/door.ts";
import { openRows, type Rows } from "../../src/store/database.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { jsonOf, registerApp, today } from "./register-app.ts";

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

const user = { id: "mai", name: "Người mai", email: "mai@vd.vn" };

/** Accounts of which only the door is asked; province 1 is refused. */
const accounts = {
  setUp: async () => succeed({ user, cookies: [] }),
  chooseProvince: async (_: unknown, province: number) =>
    province === 1 ? fail("register.province-chosen", { province: "Gia Lai" }) : succeed(null),
} as Partial<Accounts> as Accounts; // the rest of the port is not asked for here

it("a register begins on the day the province is chosen, and keeps that day", async () => {
  const { ask, send, register } = registerApp(rows);
  const door = openDoor(accounts, { ...register, firstUnits: () => null });
  const settings = (as: string) => jsonOf<SettingsAnswer>(ask("/api/settings", { as }));
  expect((await settings("mai")).startDay).toBeNull();
  await door.setUp({ token: "t", ...user, password: "p", province: 52 }, { address: null, agent: null });
  expect(await settings("mai")).toMatchObject({ startDay: today, version: 1 });
  await jsonOf(send("PUT", "/api/settings", { version: 1, startDay: "2025-07-01", soonDays: 15 }));
  // A second person of the same province changes nothing.
  await door.chooseProvince({ ...user, id: "lost" }, 52);
  expect(await settings("mai")).toMatchObject({ startDay: "2025-07-01", version: 2 });
});

it("nothing begins where the choice is refused, or none is made", async () => {
  const { ask, register } = registerApp(rows);
  const door = openDoor(accounts, { ...register, firstUnits: () => null });
  await door.setUp({ token: "t", ...user, password: "p" }, { address: null, agent: null });
  await door.chooseProvince({ ...user, id: "other" }, 1);
  expect(await jsonOf<SettingsAnswer>(ask("/api/settings", { as: "other" }))).toMatchObject({
    startDay: null,
    version: 0,
  });
});
