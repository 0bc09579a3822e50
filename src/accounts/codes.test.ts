import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type AccountsGround,
  administrator,
  makeAdministrator,
  openAccountsGround,
  requestWith,
} from "../../tests/support/accounts.ts";
import { unwrap } from "../../tests/support/server.ts";
import { totpCode } from "../../tests/support/totp.ts";
import type { Accounts } from "./open-accounts.ts";

const nowhere = { address: null, agent: null };
const sen = { name: "Nguyễn Thị Sen", email: "sen@vd.gov.vn" };
const password = "bảy cây cau vàng";
const post = {
  ...({ id: "0199aaaa-0000-7000-8000-000000000001", role: "unitOfficer" } as const),
  ...{ unit: "0199aaaa-0000-7000-8000-000000000002", title: "Chuyên viên" },
} as const;

let ground: AccountsGround;
let accounts: Accounts;
let dung: string;

beforeAll(async () => {
  ground = await openAccountsGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  await ground.empty();
  accounts = ground.open();
  dung = (await makeAdministrator(accounts)).user.id;
});

function invite(more: { province?: number; days?: number; email?: string } = {}) {
  const request = { ...sen, province: 52, officialId: null, posts: [post], days: 7, ...more };
  return accounts.invite(dung, request, "10.0.0.1");
}

function accept(code: string, more: { password?: string | null } = {}) {
  return accounts.acceptInvitation({ code, name: null, password, ...more }, null, nowhere);
}

describe("an invitation", () => {
  it("makes account, membership and session, and carries the posts", async () => {
    const { code } = unwrap(await invite());
    expect(unwrap(await accounts.checkInvitation(code))).toEqual({
      ...{ ...sen, province: "Gia Lai", hasAccount: false },
    });
    const { user, cookies } = unwrap(await accept(code.toLowerCase().replaceAll("-", " ")));
    expect(user).toMatchObject(sen);
    expect(await accounts.userOf(requestWith(...cookies))).toMatchObject({ email: sen.email });
    expect(await accounts.provincesOf(user.id)).toEqual([52]);
    expect(await accounts.acceptedOf(user.id)).toMatchObject([{ province: 52, posts: [post] }]);
    expect(ground.events.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["invite-person", "accept-invitation"]),
    );
  });

  it("is used once, also by two at the same moment", async () => {
    const { code } = unwrap(await invite());
    const both = await Promise.all([accept(code), accept(code)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await accept(code)).toMatchObject({ failure: { code: "account.code-used" } });
  });

  it("ends after its days, and when it is withdrawn; only open ones are listed", async () => {
    const short = unwrap(await invite({ days: 1 }));
    const long = unwrap(await invite({ days: 7, email: "lan@vd.gov.vn" }));
    expect((await accounts.openInvitations(52)).map(({ id }) => id)).toEqual([long.id, short.id]);
    expect(await accounts.openInvitations(48)).toEqual([]);
    ground.passMinutes(24 * 60 + 1);
    expect(await accept(short.code)).toMatchObject({ failure: { code: "account.code-expired" } });
    const withdraw = (province: number, only: string | null) =>
      accounts.withdrawInvitation(dung, { province, id: long.id, only }, null);
    expect((await withdraw(48, null)).ok).toBe(false);
    expect((await withdraw(52, "another")).ok).toBe(false);
    expect((await withdraw(52, dung)).ok).toBe(true);
    expect(await accept(long.code)).toMatchObject({ failure: { code: "account.code-withdrawn" } });
    expect(await accounts.openInvitations(52)).toEqual([]);
  });

  it("a weak password leaves it as it was, and nobody behind", async () => {
    const { code } = unwrap(await invite());
    expect(await accept(code, { password: "matkhau12345" })).toMatchObject({
      failure: { code: "account.password-common" },
    });
    const { rowCount } = await ground.rows.pool.query("select 1 from accounts.users");
    expect(rowCount).toBe(1);
    expect((await accept(code)).ok).toBe(true);
  });

  it("into a second province is accepted by the account that is there, signed in", async () => {
    const { user } = unwrap(await accept(unwrap(await invite()).code));
    expect(await invite()).toMatchObject({ failure: { code: "account.already-member" } });
    const { code } = unwrap(await invite({ province: 48 }));
    expect(await accept(code)).toMatchObject({ failure: { code: "account.invitation-sign-in" } });
    const joined = await accounts.acceptInvitation({ code, name: null, password: null }, user, nowhere);
    expect(unwrap(joined).cookies).toEqual([]);
    expect(await accounts.provincesOf(user.id)).toEqual([48, 52]);
  });

  it("its code is nowhere in the database", async () => {
    const { code } = unwrap(await invite());
    const { rows } = await ground.rows.pool.query("select * from accounts.invitations");
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll("-", ""));
    expect(JSON.stringify(ground.events)).not.toContain(code);
  });
});

describe("recovery", () => {
  const secondPassword = "tám con vịt nâu";

  it("sets a new password by a code, ends all sessions, and is logged with who gave it", async () => {
    const { user, cookies } = unwrap(await accept(unwrap(await invite()).code));
    const issued = unwrap(await accounts.issueRecovery(dung, { person: user.id, province: 52 }, "10.0.0.1"));
    expect(unwrap(await accounts.checkPersonalCode(issued.code))).toMatchObject({ kind: "recovery" });
    const use = (chosen: string) =>
      accounts.recover({ code: issued.code, password: chosen, dropFactors: false }, null);
    expect((await use("anhyeuem12345")).ok).toBe(false);
    expect((await use(secondPassword)).ok).toBe(true);
    expect(await use(secondPassword)).toMatchObject({ failure: { code: "account.code-used" } });
    expect(await accounts.userOf(requestWith(...cookies))).toBeNull();
    expect((await accounts.signIn({ email: sen.email, password: secondPassword }, null)).ok).toBe(true);
    expect(ground.events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: "issue-recovery", by: dung, person: user.id }),
      ]),
    );
  });

  it("takes a lost second factor away only when that is asked for", async () => {
    const { user, cookies } = unwrap(await accept(unwrap(await invite()).code));
    const headers = requestWith(...cookies);
    const visitor = await accounts.userOf(headers);
    if (visitor === null) throw new Error("nobody is signed in");
    const { secret } = unwrap(await accounts.beginApp(visitor));
    unwrap(await accounts.finishApp(visitor, totpCode(secret, new Date()), nowhere, headers));
    const recover = async (dropFactors: boolean) => {
      const { code } = unwrap(await accounts.issueRecovery(dung, { person: user.id, province: 52 }, null));
      unwrap(await accounts.recover({ code, password: secondPassword, dropFactors }, null));
      return unwrap(await accounts.signIn({ email: sen.email, password: secondPassword }, null)).user;
    };
    expect(await recover(false)).toBeNull();
    expect(await recover(true)).toMatchObject({ email: sen.email });
  });

  it("is given to people of the own province alone, ends after a day, and the newest code counts", async () => {
    const { user } = unwrap(await accept(unwrap(await invite()).code));
    expect(await accounts.issueRecovery(dung, { person: user.id, province: 48 }, null)).toMatchObject({
      failure: { code: "account.person-unknown" },
    });
    const issue = async () =>
      unwrap(await accounts.issueRecovery(dung, { person: user.id, province: 52 }, null)).code;
    const [older, newer] = [await issue(), await issue()];
    expect(await accounts.checkPersonalCode(older)).toMatchObject({
      failure: { code: "account.code-unknown" },
    });
    ground.passMinutes(24 * 60);
    expect(await accounts.checkPersonalCode(newer)).toMatchObject({
      failure: { code: "account.code-expired" },
    });
  });
});

describe("the way in from the command line", () => {
  const nobody = async () => false;

  it("lets an administrator in once, also where local accounts are off", async () => {
    const off = ground.open({ localAccounts: false });
    const given = { email: administrator.email, password: administrator.password };
    expect(await off.signIn(given, null)).toMatchObject({ failure: { code: "account.passwords-off" } });
    const { code } = unwrap(await off.issueEntry(administrator.email, nobody));
    // A code for coming in sets no password.
    expect((await off.recover({ code, password, dropFactors: true }, null)).ok).toBe(false);
    const both = await Promise.all([1, 2].map(() => off.enterByCode(code, nowhere)));
    const opened = both.flatMap((entered) => (entered.ok ? [entered.value] : []));
    expect(opened).toHaveLength(1);
    expect(await off.userOf(requestWith(...(opened[0]?.cookies ?? [])))).toMatchObject({ way: "link" });
  });

  it("is for administrators: of the program, or of a province", async () => {
    await accept(unwrap(await invite()).code);
    expect(await accounts.issueEntry(sen.email, nobody)).toMatchObject({
      failure: { code: "account.not-administrator" },
    });
    expect((await accounts.issueEntry(sen.email, async () => true)).ok).toBe(true);
    expect(await accounts.issueEntry("nobody@vd.gov.vn", nobody)).toMatchObject({
      failure: { code: "account.person-unknown" },
    });
  });

  it("ends after a quarter of an hour", async () => {
    const { code } = unwrap(await accounts.issueEntry(administrator.email, nobody));
    ground.passMinutes(15);
    expect(await accounts.enterByCode(code, nowhere)).toMatchObject({
      failure: { code: "account.code-expired" },
    });
  });
});
