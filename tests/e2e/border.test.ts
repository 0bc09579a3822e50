import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BorderAnswer } from "../../src/contract/border.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { phone, startBrowser } from "./browser-page.ts";
import { firstAdministrator, samePerson } from "./signed-in.ts";

let program: ServedProgram;
let browser: Browser;
let page: Page;
let troubles: readonly string[];

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page, troubles } = await firstAdministrator(browser, program));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function enter(register: string, values: object, commune: string): Promise<void> {
  const data = {
    values: { country: "KH", ...values },
    links: { commune: [commune] },
    owner: null,
    sure: true,
  };
  const answer = await page.request.post(`${program.origin}/api/records/${register}`, { data });
  expect(answer.status()).toBe(200);
}

const map = () => page.getByRole("img", { name: "Bản đồ các xã giáp Campuchia" });
const communes = () => page.getByRole("list").filter({ hasText: "Ia Púch" }).first().locator("> li");

describe("the map of the border", { timeout: 90_000 }, () => {
  it("is a way of Cooperation where the province has a land border, with its communes in order", async () => {
    await page.goto(`${program.origin}/cooperation`);
    await page.getByRole("link", { name: "Biên giới", exact: true }).click();
    await page.getByRole("heading", { name: "Biên giới", level: 1 }).waitFor();
    await map().waitFor();
    expect(await communes().count()).toBe(7);
    expect(await communes().first().textContent()).toContain("Ia O");
    expect(await communes().last().textContent()).toContain("Ia Mơ");
    expect(await faultsOf(page)).toEqual([]);
  });

  it("tells pairs of villages and gates at their communes, and opens them", async () => {
    const answer = await page.request.get(`${program.origin}/api/cooperation/border`);
    const border = (await answer.json()) as BorderAnswer;
    const iaDom = border.communes.find(({ code }) => code === "23872")?.unit ?? "";
    await enter("twins", { village: "Làng Mook Trêl", foreignVillage: "Phum Pó Lớ" }, iaDom);
    await enter("gates", { name: "Lệ Thanh", kind: "international", foreignGate: "Oyadav" }, iaDom);
    await page.reload();
    await page.getByText("7 xã biên giới · 1 cặp kết nghĩa · 1 cửa khẩu, lối mở").waitFor();
    const commune = communes().filter({ hasText: "Ia Dom" });
    await commune.getByRole("link", { name: "Lệ Thanh ↔ Oyadav" }).waitFor();
    await commune.getByRole("link", { name: "Làng Mook Trêl ↔ Phum Pó Lớ" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Làng Mook Trêl", level: 1 }).waitFor();
  });

  it("stands above its list on a phone, where nothing is wider than it", async () => {
    const opened = await samePerson(browser, page, `${program.origin}/cooperation/border`, phone);
    await opened.page.getByRole("link", { name: "Lệ Thanh ↔ Oyadav" }).waitFor();
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await faultsOf(opened.page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
