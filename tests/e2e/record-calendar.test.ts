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
  const forum = { part: "held", when: "12/11/2026" };
  for (const name of ["Diễn đàn cà phê", "Diễn đàn cao su", "Diễn đàn chanh dây", "Diễn đàn mắc ca"])
    await enter("forums", { ...forum, name });
  await enter("events", {
    ...{ name: "Hội chợ biên giới", kind: "fair", when: "06/11/2026 - 10/11/2026" },
  });
  await enter("ngos", {
    ...{ name: "Cứu trợ y tế", country: "US", certificate: "operation", expiresOn: "05/12/2026" },
  });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function enter(register: string, values: Readonly<Record<string, string>>): Promise<void> {
  const data = { values, links: {}, owner: null, sure: true };
  const answer = await page.request.post(`${program.origin}/api/records/${register}`, { data });
  expect(answer.status()).toBe(200);
}

const grid = (month: string) => page.getByRole("grid", { name: `Tháng ${month}` });
const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-day"));

describe("the calendar of cooperation", { timeout: 90_000 }, () => {
  it("is a way of Cooperation, and shows a month by weeks with what lasts several days over them", async () => {
    await page.goto(`${program.origin}/cooperation`);
    await page.getByRole("link", { name: "Lịch", exact: true }).click();
    await page.getByRole("heading", { name: "Lịch hợp tác", level: 1 }).waitFor();
    await page.goto(`${program.origin}/cooperation/calendar?month=2026-11`);
    await grid("11/2026").waitFor();
    expect(await page.getByRole("link", { name: "Hội chợ biên giới" }).count()).toBe(2);
    await page.getByRole("gridcell", { name: "Thứ Năm 12/11/2026, 4 mục" }).getByText("+1 mục").waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("is walked by the keyboard over days and months, and a day opens with all that stands on it", async () => {
    await page.getByRole("gridcell", { name: /^Chủ nhật 01\/11\/2026/ }).focus();
    for (const [key, day] of [
      ...[["ArrowDown", "2026-11-08"] as const, ["ArrowRight", "2026-11-09"] as const],
      ...[["End", "2026-11-15"] as const, ["Home", "2026-11-09"] as const],
      ...[["PageDown", "2026-12-09"] as const, ["PageUp", "2026-11-09"] as const],
      ...[["ArrowUp", "2026-11-02"] as const, ["ArrowUp", "2026-10-26"] as const],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(focused).toBe(day);
    }
    await grid("10/2026").waitFor();
    await page.goto(`${program.origin}/cooperation/calendar?month=2026-11`);
    await page.getByRole("gridcell", { name: /^Thứ Năm 12\/11\/2026/ }).click();
    const day = page.getByRole("dialog", { name: "Thứ Năm 12/11/2026" });
    expect(await day.getByRole("link").count()).toBe(4);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await day.waitFor({ state: "detached" });
  });

  it("is narrowed by register, and the address keeps it", async () => {
    await page.getByLabel("Danh mục").selectOption("Sự kiện (1)");
    await page.getByText("1 mục trong các tuần của tháng 11/2026").waitFor();
    expect(page.url()).toContain("register=events");
    await page.reload();
    await page.getByText("1 mục trong các tuần của tháng 11/2026").waitFor();
  });

  it("prints a month on one sheet", async () => {
    await page.goto(`${program.origin}/cooperation/calendar?month=2026-11`);
    await page.getByRole("gridcell", { name: /^Thứ Năm 12\/11\/2026, 4 mục/ }).waitFor();
    await page.emulateMedia({ media: "print" });
    const sheet = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(sheet.match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
    await page.emulateMedia({ media: null });
  });

  it("is a list on a phone, where what ends is told in words", async () => {
    const address = `${program.origin}/cooperation/calendar?month=2026-12`;
    const opened = await samePerson(browser, page, address, phone);
    await opened.page.getByRole("link", { name: "Hết hạn đăng ký: Cứu trợ y tế" }).waitFor();
    expect(await opened.page.getByRole("grid").count()).toBe(0);
    expect(await faultsOf(opened.page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
