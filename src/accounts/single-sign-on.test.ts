import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import {
  type AccountsGround,
  administrator,
  makeAdministrator,
  openAccountsGround,
  requestWith,
} from "../../tests/support/accounts.ts";
import { type OidcServer, oidcClient, startOidcServer } from "../../tests/support/oidc.ts";
import { unwrap } from "../../tests/support/server.ts";
import type { Accounts } from "./open-accounts.ts";
import type { SingleSignOnSettings } from "./settings.ts";

const callback = "http://localhost:3000/api/session/sso/back";
const here = { address: "10.0.0.1", agent: "Firefox" };

let ground: AccountsGround;
let provider: OidcServer;
let accounts: Accounts;

beforeAll(async () => {
  [ground, provider] = await Promise.all([openAccountsGround(), startOidcServer(callback)]);
  provider.people.set("p-1", { email: "Dung@vd.gov.vn", email_verified: true, official_id: "CB-001" });
  provider.people.set("p-2", { email: "dung@vd.gov.vn", email_verified: false });
  provider.people.set("p-3", { email: "la@vd.gov.vn", email_verified: true });
});
afterAll(async () => {
  await Promise.all([ground?.close(), provider?.close()]);
});
beforeEach(async () => {
  await ground.empty();
  accounts = open();
  await makeAdministrator(accounts);
});

function open(more: Partial<SingleSignOnSettings> = {}): Accounts {
  const singleSignOn = {
    ...oidcClient,
    issuer: provider.issuer,
    callback,
    name: "SSO",
    idClaim: null,
    ...more,
  };
  return ground.open({ singleSignOn });
}

/** There and back as a person; `bend` changes where he comes back to. */
async function travel(as: string, bend: (back: URL) => URL = (back) => back, by: Accounts = accounts) {
  const { address, cookie } = unwrap(await by.beginSingleSignOn());
  const back = bend(await provider.goAs(address, as));
  return { back, cookie, finish: () => by.finishSingleSignOn(back.search, here, requestWith(cookie)) };
}

it("signs in whom the provider knows by a confirmed e-mail, and ties the account to him", async () => {
  const opened = unwrap(await (await travel("p-1")).finish());
  expect(await accounts.userOf(requestWith(...opened.cookies))).toMatchObject({
    ...{ email: administrator.email, way: "singleSignOn", fresh: true },
  });
  expect(ground.events.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["tie-single-sign-on", "sign-in"]),
  );
  // Tied: from now on his number at the provider counts, whatever his e-mail becomes there.
  provider.people.set("p-1", { email: "other@vd.gov.vn", email_verified: true, official_id: "CB-001" });
  expect((await (await travel("p-1")).finish()).ok).toBe(true);
  provider.people.set("p-1", { email: "Dung@vd.gov.vn", email_verified: true, official_id: "CB-001" });
});

it("sends a challenge (PKCE), a state and a nonce, and asks for the code flow", async () => {
  const { address, cookie } = unwrap(await accounts.beginSingleSignOn());
  const asked = new URL(address).searchParams;
  expect(asked.get("code_challenge_method")).toBe("S256");
  expect(asked.get("response_type")).toBe("code");
  for (const name of ["code_challenge", "state", "nonce"]) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
  expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
});

it("a person without an account is refused, by name", async () => {
  expect(await (await travel("p-3")).finish()).toMatchObject({
    failure: { code: "account.sso-unknown", detail: { person: "la@vd.gov.vn" } },
  });
  const { rowCount } = await ground.rows.pool.query("select 1 from accounts.users");
  expect(rowCount).toBe(1);
});

it("an e-mail that nobody confirmed opens no account", async () => {
  expect(await (await travel("p-2")).finish()).toMatchObject({
    failure: { code: "account.sso-unconfirmed" },
  });
});

it("a person is known by his official id where the settings name its claim", async () => {
  const byId = open({ idClaim: "official_id" });
  expect(await (await travel("p-1", undefined, byId)).finish()).toMatchObject({
    failure: { code: "account.sso-unknown", detail: { person: "CB-001" } },
  });
  await ground.rows.pool.query("update accounts.users set official_id = 'CB-001'");
  expect((await (await travel("p-1", undefined, byId)).finish()).ok).toBe(true);
});

const bent: readonly [string, (back: URL) => URL][] = [
  ["another code", (back) => changed(back, "code", "made-up")],
  ["another state", (back) => changed(back, "state", "made-up")],
  ["another issuer (RFC 9207)", (back) => changed(back, "iss", "http://127.0.0.1:1")],
  [
    "a refusal of the provider",
    (back) => new URL(`${back.origin}${back.pathname}?error=access_denied${rest(back)}`),
  ],
];
it.each(bent)("%s is refused", async (_, bend) => {
  expect(await (await travel("p-1", bend)).finish()).toMatchObject({
    failure: { code: "account.sso-refused" },
  });
});

it("a way back is gone once, by the browser that began it, within ten minutes", async () => {
  const first = await travel("p-1");
  expect((await first.finish()).ok).toBe(true);
  expect(await first.finish()).toMatchObject({ failure: { detail: { reason: "cookie" } } });
  const second = await travel("p-1");
  const stranger = await accounts.finishSingleSignOn(second.back.search, here, new Headers());
  expect(stranger).toMatchObject({ failure: { code: "account.sso-refused" } });
  ground.passMinutes(11);
  expect(await second.finish()).toMatchObject({ failure: { detail: { reason: "cookie" } } });
});

it("the nonce of another sign-in is refused", async () => {
  const { back, cookie, finish } = await travel("p-1");
  await ground.rows.pool.query(
    `update accounts.challenges set asked = jsonb_set(asked, '{nonce}', '"another"')`,
  );
  expect(back.searchParams.has("code") && cookie !== "").toBe(true);
  expect(await finish()).toMatchObject({ failure: { code: "account.sso-refused" } });
});

it("a provider that is another one than it says, or is not there, opens nothing", async () => {
  const elsewhere = provider.issuer.replace("127.0.0.1", "localhost");
  for (const issuer of [elsewhere, "http://127.0.0.1:1"])
    expect(await open({ issuer }).beginSingleSignOn()).toMatchObject({
      failure: { code: "account.sso-unreachable" },
    });
});

it("off as long as nobody turns it on", async () => {
  expect(await ground.open().beginSingleSignOn()).toMatchObject({ failure: { code: "account.sso-off" } });
});

function changed(back: URL, name: string, value: string): URL {
  const bentBack = new URL(back);
  bentBack.searchParams.set(name, value);
  return bentBack;
}

function rest(back: URL): string {
  return `&state=${back.searchParams.get("state")}&iss=${encodeURIComponent(back.searchParams.get("iss") ?? "")}`;
}
