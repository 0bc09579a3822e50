import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type OidcServer, oidcClient, startOidcServer } from "../support/oidc.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { openPage, startBrowser } from "./browser-page.ts";
import { keyboardOf } from "./keyboard.ts";
import { firstAdministrator } from "./signed-in.ts";

let provider: OidcServer;
let program: ServedProgram;
let browser: Browser;

beforeAll(async () => {
  const port = await freePort();
  provider = await startOidcServer(`http://localhost:${port}/api/session/sso/back`);
  provider.people.set("hoa", { email: "hoa@vd.gov.vn", email_verified: true });
  provider.people.set("la", { email: "la@vd.gov.vn", email_verified: true });
  const settings = {
    ...{ SAURO_PORT: String(port), SAURO_SSO_ISSUER: provider.issuer, SAURO_SSO_NAME: "Cổng của tỉnh" },
    ...{ SAURO_SSO_CLIENT_ID: oidcClient.clientId, SAURO_SSO_CLIENT_SECRET: oidcClient.clientSecret },
  };
  [program, browser] = await Promise.all([serveProgram(settings), startBrowser()]);
  const { page } = await firstAdministrator(browser, program);
  await page.context().close();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await provider?.close();
});

/** A port that nothing listens on: the provider has to know the way back before the program is there. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Signs in at the provider as somebody, by keys alone, from the door of the program. */
async function signInAs(person: string) {
  const opened = await openPage(browser, program.origin);
  const { page } = opened;
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const keys = keyboardOf(page);
  await keys.reach("Đăng nhập qua Cổng của tỉnh");
  await keys.press("Enter");
  // The provider's own pages: the person and a password, and then that he allows it.
  await page.locator("input[name=login]").waitFor();
  await page.locator("input[name=login]").focus();
  await keys.type(person);
  await keys.press("Tab");
  await keys.type("x");
  await keys.press("Enter");
  const allow = page.getByRole("button", { name: "Continue" });
  await allow.waitFor();
  await allow.focus();
  await keys.press("Enter");
  return { ...opened, keys };
}

it("whom the provider knows comes in by keys alone, and works on", async () => {
  const { page, troubles, keys } = await signInAs("hoa");
  await page.getByRole("heading", { name: "Tổng quan", exact: true }).waitFor();
  expect(new URL(page.url()).origin).toBe(program.origin);
  await keys.reach("Võ Thị Hoa, Tài khoản của tôi");
  await keys.press("Enter");
  await page.getByRole("heading", { name: "Tài khoản của tôi" }).waitFor();
  await page.getByText("đăng nhập một lần").first().waitFor();
  expect(troubles).toEqual([]);
  await page.context().close();
});

it("whom the program does not know is told so at the door, and stays outside", async () => {
  const { page } = await signInAs("la");
  await page
    .getByRole("alert")
    .getByText(/la@vd\.gov\.vn|chưa có tài khoản/)
    .first()
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.evaluate(async () => (await fetch("/api/tasks")).status)).toBe(401);
  await page.context().close();
});
