import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AccountEvent } from "../../src/accounts/ground.ts";
import { type Accounts, openAccounts } from "../../src/accounts/open-accounts.ts";
import { readCommonPasswords } from "../../src/accounts/password.ts";
import type { AuthSettings } from "../../src/accounts/settings.ts";
import { openRows, type Rows } from "../../src/store/database.ts";
import { openTestDatabase } from "./database.ts";
import { checkout, unwrap } from "./server.ts";

export const accountSettings: AuthSettings = {
  ...{ secret: "a secret of the tests, long enough", origin: "http://localhost:3000", secure: false },
  ...{ shortestPassword: 12, longestPassword: 128 },
  ...{ secondFactor: "nobody", localAccounts: true, singleSignOn: null },
};

const listed = ["common-passwords.txt", "vietnamese-passwords.txt"].map((name) =>
  readFileSync(join(checkout, "data", name), "utf8"),
);
export const commonPasswords = readCommonPasswords(...listed);

/** Accounts on a database of their own, with a clock that the test moves and the log that they wrote. */
export interface AccountsGround {
  readonly rows: Rows;
  readonly events: AccountEvent[];
  readonly open: (settings?: Partial<AuthSettings>) => Accounts;
  readonly passMinutes: (minutes: number) => void;
  readonly now: () => Date;
  /** Takes all people, attempts and events away. */
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Accounts on the rows of a test that is about something else; their log is not kept. */
export function openTestAccounts(rows: Rows, clock: () => Date): Accounts {
  return openAccounts({
    ...{ pool: rows.pool, clock, randomBytes, common: () => commonPasswords },
    ...{ settings: accountSettings, record: async () => undefined },
  });
}

export async function openAccountsGround(): Promise<AccountsGround> {
  const database = await openTestDatabase();
  // The login of the program: what it may not do, these tests may not either.
  const rows = openRows(database.program);
  const events: AccountEvent[] = [];
  let passed = 0;
  const now = () => new Date(Date.now() + passed);
  return {
    ...{ rows, events, now },
    open: (settings = {}) =>
      openAccounts({
        ...{ pool: rows.pool, clock: now, randomBytes, common: () => commonPasswords },
        settings: { ...accountSettings, ...settings },
        record: async (event) => {
          events.push(event);
        },
      }),
    passMinutes: (minutes) => {
      passed += minutes * 60_000;
    },
    empty: async () => {
      for (const table of ["invitations", "challenges", "users", "setup_links", "sign_in_attempts"])
        await rows.pool.query(`delete from accounts.${table}`);
      events.length = 0;
      passed = 0;
    },
    close: async () => {
      await rows.close();
      await database.drop();
    },
  };
}

export const administrator = {
  ...{ name: "Phạm Văn Dũng", email: "dung@vd.gov.vn", password: "bốn con trâu xanh" },
};

/** Makes the first administrator, of Gia Lai. */
export async function makeAdministrator(accounts: Accounts) {
  const { token } = unwrap(await accounts.issueSetupLink());
  return unwrap(await accounts.setUp({ token, ...administrator, province: 52 }));
}

/** Makes a further person of Gia Lai by an invitation. */
export async function makePerson(
  accounts: Accounts,
  person: { name: string; email: string; password: string },
) {
  const request = { ...person, province: 52, officialId: null, posts: [], days: 7 };
  const { code } = unwrap(await accounts.invite("somebody", request, null));
  const given = { code, name: null, password: person.password };
  return unwrap(await accounts.acceptInvitation(given, null, { address: null, agent: null }));
}

/** The cookies of an answer as the next request carries them. */
export function requestWith(...cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") });
}
