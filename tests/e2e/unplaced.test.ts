import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
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
  await page.goto(`${program.origin}/documents/import`);
  const buffer = Buffer.from(planDocument(), "utf8");
  await page
    .locator("input[type=file]")
    .setInputFiles([{ name: "ke-hoach-345.txt", mimeType: "text/plain", buffer }]);
  await page.getByRole("link", { name: "Rà soát ngay" }).waitFor();
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const grid = () => page.getByRole("grid", { name: "Phần chưa xếp được" });
const aim = /Giới thiệu tiềm năng của tỉnh/;

it("the overview's number opens the list; what is only the frame of a document stands apart", async () => {
  await page.getByRole("link", { name: "Tổng quan" }).click();
  const number = page.getByRole("link", { name: /mục đọc được nhưng chưa xếp được/ });
  const count = (await number.textContent())?.match(/\d+/)?.[0];
  await number.click();
  await page.getByText(`${count} phần của văn bản`).waitFor();
  await grid().getByText(aim).waitFor();
  expect(await grid().getByText("nơi nhận, chữ ký").count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: /Phần khung văn bản/ }).click();
  await grid().getByText("nơi nhận, chữ ký").first().waitFor();
  await page.goBack();
});

it("a part is seen at its place in the document, beside the rows that were read", async () => {
  await grid().getByText(aim).click();
  await page.keyboard.press("Enter");
  await page.getByText("Phần chưa xếp được đang xem:").waitFor();
  await page.locator("mark").filter({ hasText: aim }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "Về danh sách" }).click();
  await grid().getByText(aim).waitFor();
});

it("left with a reason by the keyboard, and taken back", async () => {
  await grid().getByText(aim).click();
  await page.keyboard.press("x");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Đã xem, bỏ qua" }).click();
  await dialog.getByText("Cần ghi lý do.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Chỉ là thông tin" }).click();
  await page.getByText("Đã bỏ qua 1 phần.").waitFor();
  await grid().getByText(aim).waitFor({ state: "detached" });
  await page.keyboard.press("u");
  await page.getByText("Đã hoàn tác 1 phần.").waitFor();
  await grid().getByText(aim).waitFor();
});

it("many at once are left with one reason, found again among those looked at, with who and why", async () => {
  const all = page.getByRole("button", { name: /^Chọn cả \d+ phần/ });
  await all.click();
  await page.getByRole("button", { name: "Đã xem, bỏ qua" }).first().click();
  await page.getByRole("dialog").getByLabel("Lý do bỏ qua").fill("đã đọc cả văn bản");
  await page.keyboard.press("Enter");
  await page.getByText(/Đã bỏ qua \d+ phần\./).waitFor();
  await page.getByText("Không còn phần nào chưa xem").or(page.getByText("Không có phần nào khớp")).waitFor();
  await page.getByLabel("Đã xem").selectOption("seen");
  await grid().getByText(aim).click();
  await page.getByText("Võ Thị Hoa đã xem: đã đọc cả văn bản").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await page.getByText("Đã hoàn tác 1 phần.").waitFor();
  await page.getByLabel("Đã xem").selectOption("");
  await grid().getByText(aim).waitFor();
});

it("made a task, it awaits review like any other, with its words lit", async () => {
  await grid().getByText(aim).click();
  await page.keyboard.press("l");
  await page.getByText("Đã lập nhiệm vụ, chờ rà soát.").waitFor();
  await page.getByLabel("Đã xem").selectOption("task");
  await grid().getByText(aim).click();
  await page.getByRole("link", { name: "Rà soát nhiệm vụ này" }).click();
  await page.getByRole("grid", { name: "Các mục đọc được" }).getByText(aim).click();
  await page.locator("mark").filter({ hasText: aim }).waitFor();
});

it("speaks English, reasons too, and nothing is wider than a phone", async () => {
  const onPhone = await samePerson(browser, page, `${program.origin}/unplaced?kind=all`, phone);
  await onPhone.page.getByRole("heading", { name: "Phần chưa xếp được" }).waitFor();
  const width = () => onPhone.page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(phone.viewport?.width ?? 0);
  expect(await faultsOf(onPhone.page)).toEqual([]);
  await page.goto(`${program.origin}/unplaced?kind=frame`);
  await page.getByRole("button", { name: "English" }).click();
  await page
    .getByRole("grid", { name: "Not placed" })
    .getByText("recipients and signature")
    .first()
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect([...troubles, ...onPhone.troubles]).toEqual([]);
});
