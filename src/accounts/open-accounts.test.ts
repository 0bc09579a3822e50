import { randomBytes } from "node:crypto";
import { getMigrations } from "better-auth/db/migration";
import { Kysely, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accountSettings as settings } from "../../tests/support/accounts.ts";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { unwrap } from "../../tests/support/server.ts";
import { openRows } from "../store/database.ts";
import { authOptions } from "./better-auth.ts";
import { type Accounts, openAccounts } from "./open-accounts.ts";

const person = { name: "Phạm Văn Dũng", email: "Dung@vd.gov.vn", password: "bốn con trâu xanh" };

let database: TestDatabase;
let rows: ReturnType<typeof openRows>;
let pool: Pool;
let accounts: Accounts;
let now: Date;

beforeAll(async () => {
  database = await openTestDatabase();
  // The login of the program: what it may not do, these tests may not either.
  rows = openRows(database.program);
  pool = rows.pool;
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});
beforeEach(async () => {
  for (const table of ["users", "setup_links", "sign_in_attempts"])
    await pool.query(`delete from accounts.${table}`);
  now = new Date();
  accounts = openAccounts({
    ...{ pool, settings, clock: () => now, randomBytes },
    ...{ common: () => new Set<string>(), record: async () => undefined },
  });
});

async function makeAdministrator() {
  const { token } = unwrap(await accounts.issueSetupLink());
  return { token, session: unwrap(await accounts.setUp({ token, ...person })) };
}

function asRequest(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") });
}

it("our migration holds everything the library expects", async () => {
  const kysely = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  // The library asks for any database; only its own tables are compared.
  const compared = await getMigrations(
    authOptions(kysely as unknown as Parameters<typeof authOptions>[0], settings, false),
  );
  expect(compared.toBeCreated).toEqual([]);
  expect(compared.toBeAdded).toEqual([]);
});

describe("the first administrator", () => {
  it("is made by a one-time link and signed in", async () => {
    expect(await accounts.hasAdministrator()).toBe(false);
    const { session } = await makeAdministrator();
    expect(session.user).toMatchObject({ name: "Phạm Văn Dũng", email: "dung@vd.gov.vn" });
    expect(await accounts.userOf(asRequest(session.cookies))).toMatchObject(session.user);
    expect(await accounts.hasAdministrator()).toBe(true);
    expect(session.cookies[0]).toMatch(/HttpOnly; SameSite=Strict/);
  });

  it("is made once: neither the same link nor a new one opens again", async () => {
    const { token } = await makeAdministrator();
    expect(await accounts.setUp({ token, ...person, email: "b@vd.gov.vn" })).toMatchObject({
      failure: { code: "account.setup-link-used" },
    });
    expect(await accounts.issueSetupLink()).toMatchObject({
      failure: { code: "account.administrator-exists" },
    });
  });

  it("is one even when two people use the link at the same moment", async () => {
    const { token } = unwrap(await accounts.issueSetupLink());
    const both = await Promise.all(
      ["a@vd.gov.vn", "b@vd.gov.vn"].map((email) => accounts.setUp({ token, ...person, email })),
    );
    expect(both.filter((made) => made.ok)).toHaveLength(1);
    expect((await pool.query("select 1 from accounts.users")).rowCount).toBe(1);
  });

  it("a link ends after 24 hours, and when a newer one is issued", async () => {
    const { token: older } = unwrap(await accounts.issueSetupLink());
    const { token } = unwrap(await accounts.issueSetupLink());
    expect(await accounts.checkSetupLink(older)).toMatchObject({
      failure: { code: "account.setup-link-unknown" },
    });
    now = new Date(now.getTime() + 24 * 3600 * 1000);
    expect(await accounts.setUp({ token, ...person })).toMatchObject({
      failure: { code: "account.setup-link-expired" },
    });
  });

  it("a refused password or e-mail leaves the link as it was, and nobody behind", async () => {
    const { token } = unwrap(await accounts.issueSetupLink());
    expect(await accounts.setUp({ token, ...person, password: "ngắn" })).toMatchObject({ ok: false });
    expect(await accounts.setUp({ token, ...person, email: "not an e-mail" })).toMatchObject({ ok: false });
    expect(await accounts.checkSetupLink(token)).toEqual({ ok: true, value: null });
    expect((await pool.query("select 1 from accounts.users")).rowCount).toBe(0);
  });

  it("the token is nowhere in the database", async () => {
    const { token } = unwrap(await accounts.issueSetupLink());
    const { rows: links } = await pool.query("select * from accounts.setup_links");
    expect(JSON.stringify(links)).not.toContain(token);
  });
});

describe("signing in and out", () => {
  it("opens with the password, whatever the capitals of the e-mail", async () => {
    await makeAdministrator();
    const signedIn = await accounts.signIn(
      { email: " DUNG@vd.gov.vn ", password: person.password },
      "10.0.0.1",
    );
    expect(await accounts.userOf(asRequest(unwrap(signedIn).cookies))).toMatchObject({
      email: "dung@vd.gov.vn",
    });
  });

  it("says the same for a wrong password and for a person who does not exist", async () => {
    await makeAdministrator();
    for (const email of [person.email, "nobody@vd.gov.vn"])
      expect(await accounts.signIn({ email, password: "wrong wrong wrong" }, "10.0.0.1")).toMatchObject({
        failure: { code: "account.wrong-password" },
      });
  });

  it("asks to wait after five failures from one address, and no longer after the window", async () => {
    await makeAdministrator();
    const guess = () => accounts.signIn({ email: person.email, password: "wrong wrong wrong" }, "10.0.0.1");
    for (let attempt = 0; attempt < 5; attempt++) await guess();
    const right = { email: person.email, password: person.password };
    expect(await accounts.signIn(right, "10.0.0.1")).toMatchObject({
      failure: { code: "account.too-many-attempts", detail: { minutes: 15 } },
    });
    expect((await accounts.signIn(right, "10.0.0.2")).ok).toBe(true);
    now = new Date(now.getTime() + 16 * 60_000);
    expect((await accounts.signIn(right, "10.0.0.1")).ok).toBe(true);
  });

  it("a session ends when signed out; a forged cookie opens nothing", async () => {
    const { session } = await makeAdministrator();
    const request = asRequest(session.cookies);
    const forged = new Headers({ cookie: (request.get("cookie") ?? "").replace(/.{8}$/, "AAAAAAAA") });
    expect(await accounts.userOf(forged)).toBeNull();
    const erased = await accounts.signOut(request);
    expect(erased[0]).toMatch(/Max-Age=0/);
    expect(await accounts.userOf(request)).toBeNull();
  });
});
