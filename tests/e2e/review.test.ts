import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { phone, startBrowser } from "./browser-page.ts";
import { planDocument } from "./sample-document.ts";
import { firstAdministrator, samePerson } from "./signed-in.ts";

let program: ServedProgram;
let browser: Browser;
let page: Page;
let troubles: readonly string[];

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page, troubles } = await firstAdministrator(browser, program));
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const plan = {
  name: "ke-hoach-345.txt",
  mimeType: "text/plain",
  buffer: Buffer.from(planDocument(), "utf8"),
};
const number = /Kế hoạch 345\/KH-UBND/;

describe("from a file to its tasks", () => {
  it("a file is imported, and given again it is shown as a duplicate that waits for a word", async () => {
    await page.getByRole("link", { name: "Văn bản", exact: true }).click();
    await page.getByRole("heading", { name: "Chưa có văn bản nào" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Nhập văn bản" }).click();
    await page.locator("input[type=file]").setInputFiles([plan]);
    const lines = page.getByRole("list", { name: "Kết quả nhập" }).getByRole("listitem");
    await lines.getByRole("link", { name: number }).waitFor();
    await page.locator("input[type=file]").setInputFiles([plan]);
    await lines.nth(1).getByText("Tệp này đã được nhập:").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await lines.nth(1).getByRole("button", { name: "Bỏ qua" }).click();
    await lines.nth(1).getByText("Đã bỏ qua").waitFor();
    await page.getByRole("link", { name: "Văn bản", exact: true }).click();
    await page.getByText("1 văn bản", { exact: false }).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("typing survives a reload in the middle, and saving reads the time as the document would say it", async () => {
    await page.getByRole("link", { name: /Còn \d+\/\d+ mục/ }).click();
    await page.getByRole("grid", { name: "Các mục đọc được" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("e");
    await page.getByLabel("Thời hạn", { exact: true }).fill("trước ngày 20/5/2026");
    await page.reload();
    await page.getByText("Nội dung chưa lưu lần trước đã được khôi phục.").waitFor();
    expect(await page.getByLabel("Thời hạn", { exact: true }).inputValue()).toBe("trước ngày 20/5/2026");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel("Thời hạn", { exact: true }).press("Control+Enter");
    await page.getByText("đã sửa", { exact: true }).waitFor();
    await page.getByText(/Hiểu là: .*20\/0?5\/2026/).waitFor();
    await page.reload();
    await page.getByRole("grid").getByText("trước ngày 20/5/2026", { exact: true }).waitFor();
  });

  it("the keyboard alone decides: drop with a reason, take it back, accept the rest", async () => {
    const status = page.getByRole("status").first();
    await page.getByRole("grid").waitFor();
    const all = Number(/\/(\d+)/.exec((await status.textContent()) ?? "")?.[1]);
    expect(all).toBeGreaterThanOrEqual(4);
    await page.keyboard.press("x");
    await page.getByRole("dialog").getByLabel("Lý do loại bỏ").fill("Trùng với kế hoạch trước");
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await status.getByText(`1/${all} đã rà soát`).waitFor();
    await page.keyboard.press("u");
    await status.getByText(`0/${all} đã rà soát`).waitFor();
    for (let at = 0; at < all; at++) await page.keyboard.press("Enter");
    await page.getByText("Đã rà soát xong.").waitFor();
    await page.getByText("Mọi thay đổi đã lưu").waitFor();
    await page.reload();
    await status.getByText(`${all}/${all} đã rà soát`).waitFor();
  });

  it("the document's page has its tasks and its citations", async () => {
    await page.getByRole("link", { name: "Về văn bản" }).click();
    await page.getByRole("heading", { name: number }).waitFor();
    await page.getByRole("link", { name: /Sở Tài chính thẩm định dự toán/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("tab", { name: /^Viện dẫn/ }).click();
    await page.getByText("59-NQ/TW", { exact: false }).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it("nothing is wider than a phone", async () => {
    for (const path of ["/documents", "/documents/import", new URL(page.url()).pathname]) {
      const opened = await samePerson(browser, page, program.origin + path, phone);
      await opened.page.getByRole("heading", { level: 1 }).waitFor();
      expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await faultsOf(opened.page)).toEqual([]);
      await opened.page.context().close();
    }
  });
});
