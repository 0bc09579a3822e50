import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { openPage, startBrowser } from "./browser-page.ts";
import { chooserBy, focusOf, keyboardOf } from "./keyboard.ts";
import { planDocument } from "./sample-document.ts";
import { firstAdministrator } from "./signed-in.ts";

// One long walk.
vi.setConfig({ testTimeout: 120_000 });

let program: ServedProgram;
let browser: Browser;
let page: Page;

const orders = Array.from(
  { length: 130 },
  (_, at) =>
    `${at + 1}. Sở Ngoại vụ chủ trì xây dựng báo cáo chuyên đề số ${at + 1}, trình Ủy ban nhân dân tỉnh trước ngày ${(at % 27) + 1}/11/2027.`,
);
const plan = {
  name: "ke-hoach-345.txt",
  mimeType: "text/plain",
  buffer: Buffer.from(planDocument(orders), "utf8"),
};

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  const first = await firstAdministrator(browser, program);
  await first.page.context().close();
  ({ page } = await openPage(browser, program.origin));
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** After what was just done, something on the page has the focus. */
async function expectFocus(after: string) {
  await expect
    .poll(async () => (await focusOf(page)) !== null, { message: `the focus is lost after ${after}` })
    .toBe(true);
}

describe("without a pointer", () => {
  it("signs in, imports, reviews, filters, keeps a view, opens a task, records a fact and exports", async () => {
    const keys = keyboardOf(page);
    await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
    await keys.reach(/^Thư điện tử/);
    await keys.type("hoa@vd.gov.vn");
    await keys.reach(/^Mật khẩu/);
    await page.keyboard.insertText("năm con cá vàng");
    await keys.press("Enter");
    await page.getByRole("heading", { name: "Tổng quan", exact: true }).waitFor();
    await expectFocus("signing in");
    await keys.reach("Văn bản");
    await keys.press("Enter");
    await page.getByRole("heading", { name: "Chưa có văn bản nào" }).waitFor();
    await expectFocus("opening a place");
    await keys.reach("Nhập văn bản");
    await keys.press("Enter");
    await page.getByRole("button", { name: "Chọn tệp" }).waitFor();
    await expectFocus("opening the import");
    await keys.reach("Chọn tệp");
    await (await chooserBy(page, keys)).setFiles([plan]);
    await page.getByRole("link", { name: "Rà soát ngay" }).waitFor();
    await keys.reach("Rà soát ngay");
    await keys.press("Enter");
    await page.getByRole("grid", { name: "Các mục đọc được" }).waitFor();
    await expectFocus("opening the review");
    await keys.press("Enter");
    await expectFocus("accepting a row");
    await keys.press("e");
    await page.getByLabel("Thời hạn", { exact: true }).waitFor();
    await expectFocus("opening the form");
    await keys.press("Escape");
    await expectFocus("closing the form");
    await keys.press("x");
    await page.getByRole("dialog").waitFor();
    await expectFocus("asking for the reason");
    await keys.press("Escape");
    await expectFocus("closing the dialog");
    await keys.press("c");
    await page.getByText("Mọi thay đổi đã lưu").waitFor();
    for (let at = 0; at < 3; at++) await keys.press("Enter");
    await page.getByText("Đã rà soát xong.").waitFor();
    await page.getByText("Mọi thay đổi đã lưu").waitFor();
    await keys.reach("Nhiệm vụ", "Shift+Tab");
    await keys.press("Enter");
    await page
      .getByRole("grid", { name: "Nhiệm vụ" })
      .getByText(/chuyên đề số 1,/)
      .waitFor();
    await expectFocus("opening the register");
    await keys.reach("Tìm nội dung, đơn vị, sản phẩm");
    await keys.type("chuyen de so 77");
    await page.waitForURL(/q=chuyen/);
    await page
      .getByRole("grid")
      .getByText(/chuyên đề số 76,/)
      .waitFor({ state: "detached" });
    await keys.reach("Lưu chế độ xem này", "Shift+Tab");
    await keys.press("Enter");
    await page.getByRole("dialog").waitFor();
    await keys.type("So 77");
    await keys.press("Enter");
    await page.getByRole("link", { name: "So 77" }).waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expectFocus("keeping a view");
    await keys.reach("Thao tác khác", "Shift+Tab");
    await keys.press("Enter");
    await keys.press("ArrowDown");
    const download = page.waitForEvent("download");
    await keys.press("Enter");
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
    await keys.reach(/chuyên đề số 77/);
    await keys.press("Enter");
    await page.getByRole("heading", { name: "Quá trình", exact: true }).waitFor();
    await expectFocus("opening a task");
    await keys.reach("Hoàn thành");
    await keys.press("Enter");
    await page.getByLabel(/^Sản phẩm \(số văn bản/).waitFor();
    await expectFocus("opening the form of a fact");
    await keys.reach(/^Sản phẩm \(số văn bản/);
    await keys.type("12/TTr-SNgV");
    await keys.press("Enter");
    await page.getByText(/xong \d\d\/\d\d\/\d{4} · 12\/TTr-SNgV/).waitFor();
    await expectFocus("recording a fact");
  });
});
