import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import {
  type AccountsGround,
  administrator,
  makeAdministrator,
  makePerson,
  openAccountsGround,
} from "../../tests/support/accounts.ts";
import type { Accounts } from "./open-accounts.ts";

const sen = { name: "Nguyễn Thị Sen", email: "sen@vd.gov.vn", password: "bảy cây cau vàng" };
const wrong = "không phải mật khẩu";

let ground: AccountsGround;
let accounts: Accounts;

beforeAll(async () => {
  ground = await openAccountsGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  await ground.empty();
  accounts = ground.open();
  await makeAdministrator(accounts);
  await makePerson(accounts, sen);
});

/** What came of many attempts, counted by code. */
async function outcomes(
  attempts: readonly { email: string; password: string; address: string }[],
  atOnce: boolean,
): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  const once = async ({ address, ...given }: (typeof attempts)[number]) => {
    const answer = await accounts.signIn(given, address);
    const name = answer.ok ? "in" : answer.failure.code;
    counted[name] = (counted[name] ?? 0) + 1;
  };
  if (atOnce) await Promise.all(attempts.map(once));
  else for (const attempt of attempts) await once(attempt);
  return counted;
}

const dung = { email: administrator.email, password: administrator.password };

it.each([
  ["one after the other", false],
  ["all at once", true],
])("200 wrong passwords against one account from one address, %s: five are looked at", async (_, atOnce) => {
  const guesses = Array.from({ length: 200 }, () => ({
    ...{ email: dung.email, password: wrong, address: "10.0.0.66" },
  }));
  expect(await outcomes(guesses, atOnce)).toEqual({
    "account.wrong-password": 5,
    "account.too-many-attempts": 195,
  });
  const told = ground.events.flatMap(({ kind, what }) => (kind === "refusal" ? [what] : []));
  expect(told.toSorted()).toEqual(["too-many-attempts", ...Array(5).fill("wrong-password")]);
  // The right password no longer helps there; the person elsewhere and others there are not touched.
  expect(await accounts.signIn(dung, "10.0.0.66")).toMatchObject({
    failure: { code: "account.too-many-attempts", detail: { minutes: 15 } },
  });
  expect((await accounts.signIn(dung, "10.0.0.1")).ok).toBe(true);
  expect((await accounts.signIn(sen, "10.0.0.66")).ok).toBe(true);
  expect(ground.events.filter(({ what }) => what === "wrong-password")).toHaveLength(5);
  ground.passMinutes(16);
  expect((await accounts.signIn(dung, "10.0.0.66")).ok).toBe(true);
});

it("200 wrong passwords against one account from 200 addresses slow down, and shut no familiar place", async () => {
  await accounts.signIn(dung, "10.0.0.1");
  const guesses = Array.from({ length: 200 }, (_, place) => ({
    ...{ email: dung.email, password: wrong, address: `10.1.0.${place}` },
  }));
  const counted = await outcomes(guesses, false);
  expect(counted).toEqual({ "account.wrong-password": 20, "account.slow-down": 180 });
  expect(await accounts.signIn(dung, "10.9.9.9")).toMatchObject({ failure: { code: "account.slow-down" } });
  expect((await accounts.signIn(dung, "10.0.0.1")).ok).toBe(true);
  expect((await accounts.signIn(sen, "10.9.9.9")).ok).toBe(true);
  ground.passMinutes(1);
  expect((await accounts.signIn(dung, "10.9.9.9")).ok).toBe(true);
});

it("one address that tries 200 people slows down, and those who work there come in", async () => {
  await accounts.signIn(sen, "10.0.0.66");
  const guesses = Array.from({ length: 200 }, (_, number) => ({
    ...{ email: `p${number}@vd.gov.vn`, password: wrong, address: "10.0.0.66" },
  }));
  expect(await outcomes(guesses, false)).toEqual({
    "account.wrong-password": 30,
    "account.slow-down": 170,
  });
  expect((await accounts.signIn(sen, "10.0.0.66")).ok).toBe(true);
  expect(await accounts.signIn(dung, "10.0.0.66")).toMatchObject({ failure: { code: "account.slow-down" } });
  expect((await accounts.signIn(dung, "10.0.0.2")).ok).toBe(true);
  // Of people who have no account, attempts are kept and nothing stands in a log.
  expect(ground.events.filter(({ kind }) => kind === "refusal")).toEqual([]);
});
