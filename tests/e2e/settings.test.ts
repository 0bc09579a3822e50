import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { phone, startBrowser } from "./browser-page.ts";
import { firstAdministrator, samePerson } from "./signed-in.ts";

let program: ServedProgram;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page } = await firstAdministrator(browser, program));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const ways = () => page.getByRole("navigation", { name: "Các phần thiết lập" });

// Each case goes on where the one before it ended.
describe("the settings of duties", { timeout: 60_000 }, () => {
  it("refuse half a delegation and a limit that is none", async () => {
    await page.getByRole("link", { name: "Thiết lập" }).click();
    await ways().getByRole("link", { name: "Phần việc" }).click();
    await page.getByLabel("Số văn bản ủy quyền").fill("15/QĐ-UBND");
    await page.getByText("Cần ghi cả văn bản và ngày, hoặc bỏ trống cả hai.").waitFor();
    await page.getByLabel("Số lần gia hạn nhiều nhất của một phần việc").fill("nhiều");
    await page.getByText("Cần là số nguyên từ 0 đến 20, hoặc để trống.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    expect(await page.getByText("Đã lưu.").count()).toBe(0);
  });

  it("are saved, and stand when the page is opened again", async () => {
    await page.getByLabel("Có hiệu lực từ ngày").fill("2026-03-01");
    await page.getByLabel("Số lần gia hạn nhiều nhất của một phần việc").fill("2");
    await page.getByLabel("“Không phát sinh” gửi đi không cần lãnh đạo đơn vị duyệt").uncheck();
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await page.getByText("Đã lưu.").waitFor();
    await page.reload();
    expect(await page.getByLabel("Số văn bản ủy quyền").inputValue()).toBe("15/QĐ-UBND");
    expect(await page.getByLabel("Số lần gia hạn nhiều nhất của một phần việc").inputValue()).toBe("2");
    expect(
      await page.getByLabel("“Không phát sinh” gửi đi không cần lãnh đạo đơn vị duyệt").isChecked(),
    ).toBe(false);
  });
});

describe("days off", { timeout: 60_000 }, () => {
  it("show those of the country, and ask for day and reason before one is added", async () => {
    await ways().getByRole("link", { name: "Ngày nghỉ" }).click();
    await page.getByLabel("Năm").selectOption("2026");
    await page.getByRole("row", { name: "02/09/2026 Nghỉ Quốc khánh" }).waitFor();
    await page.getByRole("button", { name: "Thêm ngày" }).click();
    await page.getByText("Cần ghi lý do hoặc số văn bản.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel("Ngày", { exact: true }).fill("2026-09-02");
    await page.getByLabel("Lý do, văn bản").fill("Quốc khánh");
    await page.getByRole("button", { name: "Thêm ngày" }).click();
    await page.getByText(/vốn là ngày nghỉ của cả nước/).waitFor();
  });

  it("are added by the province and taken back", async () => {
    await page.getByLabel("Ngày", { exact: true }).fill("2026-03-24");
    await page.getByLabel("Lý do, văn bản").fill("Lễ hội của tỉnh");
    await page.getByRole("button", { name: "Thêm ngày" }).click();
    await page.getByRole("row", { name: /^24\/03\/2026 Nghỉ Lễ hội của tỉnh/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Bỏ ngày 24/03/2026" }).click();
    await page.getByText("Tỉnh chưa thêm ngày nào trong năm này.").waitFor();
  });

  it.each(["/settings/duties", "/settings/days"])("%s is as wide as a phone", async (place) => {
    const opened = await samePerson(browser, page, `${program.origin}${place}`, phone);
    await opened.page.getByRole("button", { name: /^(Lưu|Thêm ngày)$/ }).waitFor();
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await faultsOf(opened.page)).toEqual([]);
    expect(opened.troubles).toEqual([]);
  });
});
