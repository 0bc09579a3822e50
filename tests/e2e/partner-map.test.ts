import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

async function enter(values: Readonly<Record<string, string>>): Promise<void> {
  const data = { values: { kind: "locality", ...values }, links: {}, owner: null, sure: true };
  const answer = await page.request.post(`${program.origin}/api/records/partners`, { data });
  expect(answer.status()).toBe(200);
}

const map = () => page.getByRole("group", { name: "Bản đồ đối tác theo quốc gia" });

describe("the world map of partners", { timeout: 90_000 }, () => {
  it("says what will stand there while no partner has a country", async () => {
    await page.goto(`${program.origin}/cooperation`);
    await page.getByRole("link", { name: "Bản đồ thế giới" }).click();
    await page.getByText("Chưa có đối tác nào ghi quốc gia").waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("tells the same by drawing and table, and marks the archipelagos of Viet Nam", async () => {
    for (const name of ["Attapeu", "Champasak", "Sekong"]) await enter({ name, country: "LA" });
    await enter({ name: "Izumisano", country: "JP" });
    await enter({ name: "Jurong", country: "SG" });
    await enter({ name: "Chuyên gia độc lập" });
    await page.reload();
    await page
      .getByText("6 đối tác: 3 quốc gia, vùng lãnh thổ và tổ chức; 1 đối tác chưa ghi quốc gia")
      .waitFor();
    const links = await map()
      .getByRole("link")
      .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    expect(links.toSorted()).toEqual(["Lào: 3 đối tác", "Nhật Bản: 1 đối tác", "Singapore: 1 đối tác"]);
    expect(await page.getByRole("row", { name: "Lào 3 0 0" }).count()).toBe(1);
    for (const name of ["Hoàng Sa (Việt Nam)", "Trường Sa (Việt Nam)"]) await map().getByText(name).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Châu Á – Thái Bình Dương" }).click();
    for (const name of ["Quần đảo Hoàng Sa (Việt Nam)", "Quần đảo Trường Sa (Việt Nam)"])
      await map().getByText(name).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("opens the partners of a country by the keyboard", async () => {
    await map().getByRole("link", { name: "Lào: 3 đối tác" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Đối tác", level: 1 }).waitFor();
    await page.getByText("3 bản ghi").waitFor();
    expect(page.url()).toContain("where=country%3ALA");
  });

  it("stands above its table on a phone, where nothing is wider than it", async () => {
    const opened = await samePerson(browser, page, `${program.origin}/cooperation/world`, phone);
    await opened.page.getByRole("row", { name: "Lào 3 0 0" }).waitFor();
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await faultsOf(opened.page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
