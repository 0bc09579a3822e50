import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { startBrowser } from "./browser-page.ts";
import { planDocument } from "./sample-document.ts";
import { firstAdministrator } from "./signed-in.ts";

let program: ServedProgram;
let browser: Browser;
let page: Page;

const plan = { name: "ke-hoach.txt", mimeType: "text/plain", buffer: Buffer.from(planDocument(), "utf8") };

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page } = await firstAdministrator(browser, program));
  await page.goto(`${program.origin}/documents/import`);
  await page.locator("input[type=file]").setInputFiles([plan]);
  await page.getByRole("link", { name: "Rà soát ngay" }).click();
  await page.getByRole("grid").waitFor();
  for (let at = 0; at < 8; at++) await page.keyboard.press("Enter");
  await page.getByText("Đã rà soát xong.").waitFor();
  await page.getByText("Mọi thay đổi đã lưu").waitFor();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

it("a list that comes back says what it would change, is written, and can be taken back", async () => {
  await page.goto(`${program.origin}/tasks`);
  const answer = await page.request.get(`${program.origin}/api/tasks/export.csv`);
  const lines = (await answer.text()).split("\r\n");
  const heading = lines[0]?.split(",") ?? [];
  expect(heading).toContain("Nhóm");
  const changed = lines.map((line, at) =>
    at === 1 ? line.replace(/^([^,]*),([^,]*),[^,]*,/, "$1,$2,Nhóm thử nghiệm,") : line,
  );
  await page.getByRole("button", { name: "Thao tác khác" }).click();
  await page.getByRole("menuitem", { name: "Nhập lại từ Excel" }).click();
  await page
    .locator("input[type=file]")
    .setInputFiles([
      { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(changed.join("\r\n"), "utf8") },
    ]);
  await page.getByText(/dòng → 1 thay đổi/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Ghi 1 nhiệm vụ" }).click();
  await page.getByText("Đã ghi 1 nhiệm vụ vào sổ.").waitFor();
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await page.getByText("Đã trả lại 1 nhiệm vụ như trước khi nhập.").waitFor();
});

it("who and when of a task are edited in words, shown before they are saved, and taken back", async () => {
  await page.goto(`${program.origin}/tasks`);
  await page.getByRole("grid").locator("[data-row] [data-column=state]").first().click();
  await page.getByRole("link", { name: "Mở trang nhiệm vụ" }).click();
  await page.getByRole("button", { name: "Sửa đơn vị, thời hạn" }).click();
  await page.getByLabel(/^Thời hạn, viết như/).fill("khi nào tiện");
  await page.getByRole("button", { name: "Xem các kỳ sẽ có" }).click();
  await page.getByText(/Không hiểu “khi nào tiện”/).waitFor();
  await page.getByLabel(/^Thời hạn, viết như/).fill("Quý IV/2031");
  await page.getByRole("button", { name: "Xem các kỳ sẽ có" }).click();
  await page.getByText(/thêm mới: 31\/12\/2031/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Thêm đơn vị" }).click();
  await page.getByLabel("Tên đơn vị").last().fill("Sở Du lịch");
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.getByText("Đã sửa nhiệm vụ.").waitFor();
  await page.getByRole("link", { name: "Sở Du lịch" }).waitFor();
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await page.getByRole("link", { name: "Sở Du lịch" }).waitFor({ state: "detached" });
});
