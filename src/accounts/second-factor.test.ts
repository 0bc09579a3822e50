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

const dung = { email: administrator.email, password: administrator.password };
const here = { address: "10.0.0.1", agent: "Firefox" };

let ground: AccountsGround;
let accounts: Accounts;

beforeAll(async () => {
  ground = await openAccountsGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  await ground.empty();
  accounts = ground.open();
});

async function visitorOf(headers: Headers) {
  const visitor = await accounts.userOf(headers);
  if (visitor === null) throw new Error("nobody is signed in");
  return visitor;
}

/** The code of now, or of `ahead` steps of 30 seconds later. */
function code(secret: string, ahead = 0): string {
  return totpCode(secret, new Date(Date.now() + ahead * 30_000));
}

async function enrolled() {
  const first = requestWith(...(await makeAdministrator(accounts)).cookies);
  const { secret, uri } = unwrap(await accounts.beginApp(await visitorOf(first)));
  const finished = unwrap(await accounts.finishApp(await visitorOf(first), code(secret, -1), here, first));
  return { first, secret, uri, codes: finished.codes, headers: requestWith(...finished.cookies) };
}

describe("an app for codes", () => {
  it("is turned on by its first code, which renews the session and gives ten codes for paper", async () => {
    const { first, uri, codes, headers } = await enrolled();
    expect(uri).toMatch(/^otpauth:\/\/totp\/S%C3%A1u%20R%C3%B5:dung%40vd\.gov\.vn\?secret=[A-Z2-7]+&/);
    expect(new Set(codes).size).toBe(10);
    expect(await accounts.userOf(first)).toBeNull();
    expect(await visitorOf(headers)).toMatchObject({ hasSecondFactor: true, way: "password", fresh: true });
    expect(ground.events.map(({ what }) => what)).toContain("enrol-app");
  });

  it("stands nowhere in the database as it is, nor do the codes", async () => {
    const { secret, codes } = await enrolled();
    const { rows } = await ground.rows.pool.query("select * from accounts.two_factors");
    for (const hidden of [secret, ...codes]) expect(JSON.stringify(rows)).not.toContain(hidden);
  });

  it("asks nothing as long as no code was right", async () => {
    const first = requestWith(...(await makeAdministrator(accounts)).cookies);
    const { secret } = unwrap(await accounts.beginApp(await visitorOf(first)));
    const wrong = code(secret) === "000000" ? "111111" : "000000";
    expect(await accounts.finishApp(await visitorOf(first), wrong, here, first)).toMatchObject({
      failure: { code: "account.wrong-code" },
    });
    expect(unwrap(await accounts.signIn(dung, "10.0.0.1")).user).toMatchObject({ email: dung.email });
  });

  it("is the second step of signing in: the password alone opens nothing", async () => {
    const { secret } = await enrolled();
    const asked = unwrap(await accounts.signIn(dung, "10.0.0.1"));
    expect(asked.user).toBeNull();
    const headers = requestWith(...asked.cookies);
    expect(await accounts.userOf(headers)).toBeNull();
    const opened = unwrap(await accounts.signInWithCode({ code: code(secret), kind: "app" }, here, headers));
    expect(await visitorOf(requestWith(...opened.cookies))).toMatchObject({ email: dung.email });
  });

  it("takes a code once, also from another browser at the same moment", async () => {
    const { secret } = await enrolled();
    const now = code(secret);
    const browsers = await Promise.all([1, 2].map(() => accounts.signIn(dung, "10.0.0.1")));
    const opened = await Promise.all(
      browsers.map((asked) =>
        accounts.signInWithCode({ code: now, kind: "app" }, here, requestWith(...unwrap(asked).cookies)),
      ),
    );
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
    expect(opened.find(({ ok }) => !ok)).toMatchObject({ failure: { code: "account.wrong-code" } });
    const { rowCount } = await ground.rows.pool.query("select 1 from accounts.sessions");
    // That of enrolling and the one that was opened.
    expect(rowCount).toBe(2);
  });

  it("a code of paper opens once", async () => {
    const { codes } = await enrolled();
    const given = { code: codes[3] ?? "", kind: "written" } as const;
    const answers = [];
    for (let attempt = 0; attempt < 2; attempt++) {
      const asked = unwrap(await accounts.signIn(dung, "10.0.0.1"));
      answers.push(await accounts.signInWithCode(given, here, requestWith(...asked.cookies)));
    }
    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it("locks after ten wrong codes, whatever the number of sign-ins", async () => {
    const { secret } = await enrolled();
    const wrong = code(secret) === "000000" ? "111111" : "000000";
    const seen: string[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      const asked = unwrap(await accounts.signIn(dung, "10.0.0.1"));
      const answer = await accounts.signInWithCode(
        ...([{ code: wrong, kind: "app" }, here, requestWith(...asked.cookies)] as const),
      );
      seen.push(answer.ok ? "in" : answer.failure.code);
    }
    expect(seen.slice(0, 10)).toEqual(Array(10).fill("account.wrong-code"));
    expect(seen.slice(10)).toEqual(Array(2).fill("account.code-locked"));
    // Each wrong code stands in the log, the lock once, however often somebody runs into it.
    const refused = ground.events.flatMap(({ kind, what, address }) =>
      kind === "refusal" ? [{ what, address }] : [],
    );
    expect(refused).toEqual([
      ...Array(10).fill({ what: "wrong-code", address: here.address }),
      { what: "code-locked", address: here.address },
    ]);
  });

  it("new codes end the old ones; taken away, the password is enough again", async () => {
    const { codes, headers } = await enrolled();
    const renewed = unwrap(await accounts.newCodes(await visitorOf(headers), null));
    expect(renewed).not.toContain(codes[0]);
    const asked = unwrap(await accounts.signIn(dung, "10.0.0.1"));
    const old = { code: codes[0] ?? "", kind: "written" } as const;
    expect((await accounts.signInWithCode(old, here, requestWith(...asked.cookies))).ok).toBe(false);
    expect((await accounts.removeApp(await visitorOf(headers), null)).ok).toBe(true);
    expect(unwrap(await accounts.signIn(dung, "10.0.0.1")).user).not.toBeNull();
  });
});

describe("sessions", () => {
  it("are listed with place and device, end one by one or all others", async () => {
    await makeAdministrator(accounts);
    const open = async (agent: string) =>
      requestWith(...unwrap(await accounts.signIn(dung, "10.0.0.7", agent)).cookies);
    const [office, phone] = [await open("Office"), await open("Phone")];
    const visitor = await visitorOf(office);
    const listed = await accounts.sessionsOf(visitor.id);
    expect(listed.map(({ agent }) => agent)).toEqual(expect.arrayContaining(["Office", "Phone", null]));
    expect(listed.find(({ agent }) => agent === "Phone")).toMatchObject({ address: "10.0.0.7" });
    const other = listed.find(({ agent }) => agent === "Phone")?.id ?? "";
    expect(await accounts.endSessions(visitor, { id: other }, null)).toBe(1);
    expect(await accounts.userOf(phone)).toBeNull();
    expect(await accounts.endSessions(visitor, "others", null)).toBe(1);
    expect(await accounts.userOf(office)).not.toBeNull();
  });

  it("nobody ends those of another person", async () => {
    const { cookies } = await makeAdministrator(accounts);
    const visitor = await visitorOf(requestWith(...cookies));
    const stranger = { ...visitor, id: "another" };
    expect(await accounts.endSessions(stranger, { id: visitor.session }, null)).toBe(0);
  });

  it("end twelve hours after their last use", async () => {
    const headers = requestWith(...(await makeAdministrator(accounts)).cookies);
    for (const minutes of [700, 700]) {
      ground.passMinutes(minutes);
      expect(await accounts.userOf(headers)).not.toBeNull();
    }
    ground.passMinutes(721);
    expect(await accounts.userOf(headers)).toBeNull();
  });

  it("are fresh for ten minutes, and again after a proof; wrong proofs lock like wrong sign-ins", async () => {
    const headers = requestWith(...(await makeAdministrator(accounts)).cookies);
    ground.passMinutes(11);
    const stale = await visitorOf(headers);
    expect(stale.fresh).toBe(false);
    expect(await accounts.proveAgain(stale, "không phải mật khẩu", here)).toMatchObject({
      failure: { code: "account.wrong-password" },
    });
    expect((await accounts.proveAgain(stale, dung.password, here)).ok).toBe(true);
    expect((await visitorOf(headers)).fresh).toBe(true);
    for (let attempt = 0; attempt < 5; attempt++) await accounts.proveAgain(stale, "không đúng", here);
    expect(await accounts.proveAgain(stale, dung.password, here)).toMatchObject({
      failure: { code: "account.too-many-attempts" },
    });
  });

  it("all others end with a change of the password, and the old one no longer opens", async () => {
    await makeAdministrator(accounts);
    const [here, there] = [
      requestWith(...unwrap(await accounts.signIn(dung, "10.0.0.1")).cookies),
      requestWith(...unwrap(await accounts.signIn(dung, "10.0.0.2")).cookies),
    ];
    const visitor = await visitorOf(here);
    const change = (old: string, password: string) =>
      accounts.changePassword(visitor, { old, password }, null);
    expect(await change("không phải", "sáu con ngựa đen")).toMatchObject({
      failure: { code: "account.wrong-password" },
    });
    expect(await change(dung.password, "matkhau123456")).toMatchObject({
      failure: { code: "account.password-common" },
    });
    expect((await change(dung.password, "sáu con ngựa đen")).ok).toBe(true);
    expect(await accounts.userOf(here)).not.toBeNull();
    expect(await accounts.userOf(there)).toBeNull();
    expect((await accounts.signIn(dung, "10.0.0.1")).ok).toBe(false);
  });
});
