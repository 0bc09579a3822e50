import { randomBytes } from "node:crypto";
import { Kysely, PostgresDialect } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { unwrap } from "../../tests/support/server.ts";
import { openRows, type Rows } from "../store/database.ts";
import { provincesServed } from "./memberships.ts";
import { type Accounts, openAccounts } from "./open-accounts.ts";
import type { AccountsTables } from "./tables.ts";

const person = { name: "Nguyễn Thị Sen", email: "sen@vd.gov.vn", password: "bảy cây cau vàng" };

let database: TestDatabase;
let rows: Rows;
let accounts: Accounts;

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  accounts = openAccounts({
    ...{ pool: rows.pool, clock: () => new Date(), randomBytes },
    settings: {
      ...{ secret: "a secret of the tests, long enough", origin: "http://localhost:3000", secure: false },
      ...{ shortestPassword: 12, longestPassword: 128 },
      ...{ secondFactor: "nobody", localAccounts: true, singleSignOn: null },
    },
    ...{ common: () => new Set<string>(), record: async () => undefined },
  });
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});
beforeEach(async () => {
  for (const table of ["users", "setup_links"]) await rows.pool.query(`delete from accounts.${table}`);
});

function kysely(): Kysely<AccountsTables> {
  return new Kysely({ dialect: new PostgresDialect({ pool: rows.pool }) });
}

async function setUp(province?: number) {
  const { token } = unwrap(await accounts.issueSetupLink());
  return { token, made: await accounts.setUp({ token, ...person, province }) };
}

describe("the province of a person", () => {
  it("is chosen with the one-time link", async () => {
    const { made } = await setUp(52);
    expect(await accounts.provinceOf(unwrap(made).user.id)).toMatchObject({ id: 52, name: "Gia Lai" });
    expect(await provincesServed(kysely())).toEqual([52]);
  });

  it("is none when it was left out, and the administrator chooses it later, once", async () => {
    const { id } = unwrap((await setUp()).made).user;
    expect(await accounts.provinceOf(id)).toBeNull();
    expect(await accounts.chooseProvince({ id }, 98)).toMatchObject({
      failure: { code: "register.province-unknown" },
    });
    expect((await accounts.chooseProvince({ id }, 48)).ok).toBe(true);
    expect(await accounts.chooseProvince({ id }, 52)).toMatchObject({
      failure: { code: "register.province-chosen" },
    });
    expect(await accounts.provinceOf(id)).toMatchObject({ id: 48 });
  });

  it("is one even when it is chosen twice at the same moment", async () => {
    const { id } = unwrap((await setUp()).made).user;
    const both = await Promise.all([48, 52].map((province) => accounts.chooseProvince({ id }, province)));
    expect(both.filter((chosen) => chosen.ok)).toHaveLength(1);
    expect(await provincesServed(kysely())).toHaveLength(1);
  });

  it("an unknown one leaves the link as it was, and nobody behind", async () => {
    const { token, made } = await setUp(98);
    expect(made).toMatchObject({ failure: { code: "register.province-unknown" } });
    expect((await accounts.checkSetupLink(token)).ok).toBe(true);
    expect((await rows.pool.query("select 1 from accounts.users")).rowCount).toBe(0);
  });

  it("is not chosen by who is no administrator", async () => {
    const { id } = unwrap((await setUp()).made).user;
    await rows.pool.query("update accounts.users set administrator = false");
    expect(await accounts.chooseProvince({ id }, 52)).toMatchObject({
      failure: { code: "register.not-administrator" },
    });
    expect(await accounts.provinceOf(id)).toBeNull();
  });

  it("may be any of the 34", async () => {
    expect(await accounts.provinces()).toHaveLength(34);
  });
});
