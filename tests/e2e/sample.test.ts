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
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const note = (on: Page) => on.getByRole("button", { name: "Dữ liệu mẫu" });

// Each case goes on where the one before it ended.
describe("the sample of Gia Lai", { timeout: 90_000 }, () => {
  it("is offered beside dropping a document on the first page of an empty register", async () => {
    await page.getByRole("region", { name: "Thả các tệp vào đây" }).waitFor();
    await page.getByRole("button", { name: "Mở bản mẫu Gia Lai" }).waitFor();
    await page.getByText(/khoảng 120 nhiệm vụ đã rà soát/).waitFor();
    expect(await note(page).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
  });

  it("pressed, fills the register with visible progress and shows the overview", async () => {
    await page.getByRole("button", { name: "Mở bản mẫu Gia Lai" }).click();
    await page.getByRole("heading", { name: "Đang nạp bản mẫu Gia Lai" }).waitFor();
    await page.getByRole("progressbar", { name: "Đang nạp bản mẫu Gia Lai" }).waitFor();
    await page.getByText(/Đọc văn bản \d\/5/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByText(/nhiệm vụ trong sổ/).waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: /^12 mục chờ rà soát/ }).waitFor();
    await note(page).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("is cleared after one question, which names what people imported since", async () => {
    await page.goto(`${program.origin}/documents/import`);
    const buffer = Buffer.from(planDocument(), "utf8");
    await page
      .locator("input[type=file]")
      .setInputFiles([{ name: "ke-hoach-345.txt", mimeType: "text/plain", buffer }]);
    await page.getByRole("link", { name: "Rà soát ngay" }).waitFor();
    await note(page).click();
    const dialog = page.getByRole("dialog", { name: "Dữ liệu mẫu" });
    await dialog.getByText(/Xóa sẽ bỏ 6 văn bản và 123 nhiệm vụ/).waitFor();
    await dialog.getByText("Trong đó có 1 văn bản do người dùng nhập:").waitFor();
    await dialog.getByRole("listitem").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await note(page).click();
    await dialog.getByRole("button", { name: "Xóa tất cả, bắt đầu sổ mới" }).click();
    await page.getByRole("button", { name: "Mở bản mẫu Gia Lai" }).waitFor();
    expect(await note(page).count()).toBe(0);
    await page.goto(`${program.origin}/documents`);
    await page.getByRole("heading", { name: "Văn bản", exact: true }).waitFor();
    await page.getByText("ke-hoach-345").waitFor({ state: "detached" });
    expect(troubles).toEqual([]);
  });

  it("is offered in English on a phone too, nothing wider than it", async () => {
    const opened = await samePerson(browser, page, `${program.origin}/overview`, phone);
    await opened.page.getByRole("button", { name: "English" }).click();
    await opened.page.getByRole("button", { name: "Open the sample of Gia Lai" }).click();
    await opened.page.getByText(/tasks in the register/).waitFor({ timeout: 60_000 });
    await opened.page.getByRole("button", { name: "Sample data" }).click();
    await opened.page.getByText(/takes away 5 documents and 123 tasks/).waitFor();
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await faultsOf(opened.page)).toEqual([]);
    expect(opened.troubles).toEqual([]);
  });
});
