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

const plan = { name: "ke-hoach.txt", mimeType: "text/plain", buffer: Buffer.from(planDocument(), "utf8") };

// A plan accepted row by row: its tasks are of departments that are units of the province.
beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page, troubles } = await firstAdministrator(browser, program));
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

const tree = () => page.getByRole("grid", { name: "Cây đơn vị" });

/** Chooses a unit by typing a part of its name without accents. */
async function choose(label: string, typed: string, name: string): Promise<void> {
  const field = page
    .getByRole("textbox", { name: label, exact: true })
    .or(page.getByRole("combobox", { name: label, exact: true }));
  await field.click();
  await field.fill(typed);
  await page.getByRole("option", { name, exact: true }).click();
}

describe("the units of the province", () => {
  it("stand in the side, are found without accents, and the closed ones on demand", async () => {
    await page.getByRole("link", { name: "Cơ quan, đơn vị" }).click();
    await page.getByText(/^176 đơn vị có vào ngày/).waitFor();
    await page.getByRole("searchbox").fill("so ngoai");
    await tree().getByText("Văn phòng UBND tỉnh").waitFor({ state: "detached" });
    await tree().getByRole("link", { name: "Sở Ngoại vụ", exact: true }).waitFor();
    expect(await tree().getByText("Bình Định").count()).toBe(0);
    await page.getByLabel(/đơn vị không còn hoặc chưa có/).check();
    await tree().getByRole("link", { name: "Sở Ngoại vụ tỉnh Bình Định" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("one of them has its life beside its facts, and its fields are corrected", async () => {
    await tree().getByRole("link", { name: "Sở Ngoại vụ", exact: true }).click();
    await page.getByRole("link", { name: "Sở Ngoại vụ tỉnh Bình Định" }).waitFor();
    await page.getByText("Có sẵn khi lập sổ của tỉnh, không hoàn tác được.").waitFor();
    await page.getByRole("button", { name: "Sửa thông tin" }).click();
    await page.getByRole("button", { name: "Thêm mã" }).click();
    await page.getByLabel("QCVN 102 (13 ký tự)").fill("000.00.19");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await page.getByText(/không đúng dạng của QCVN 102/).waitFor();
    await page.getByLabel("QCVN 102 (13 ký tự)").fill("000.00.19.h21");
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await page.getByText("000.00.19.H21").waitFor();
  });

  it("two are merged with their work as the preview says, and the change is taken back", async () => {
    await page.getByRole("button", { name: "Thay đổi tổ chức" }).click();
    await choose("Đơn vị 2", "cong thuong", "Sở Công Thương");
    await page.getByLabel("Tên", { exact: true }).fill("Sở Đối ngoại và Công Thương");
    // What was typed is there again after the page was left.
    await page.waitForFunction(() => JSON.stringify(localStorage).includes("Sở Đối ngoại và Công Thương"));
    await page.reload();
    await page.getByText("Bỏ nội dung đang sửa").waitFor();
    expect(await page.getByLabel("Tên", { exact: true }).inputValue()).toBe("Sở Đối ngoại và Công Thương");
    await page.getByRole("button", { name: "Xem trước" }).click();
    await page
      .getByText(/nhiệm vụ đang mở chuyển đi/)
      .first()
      .waitFor();
    await page.getByText(/Sở Công Thương kết thúc, ngày cuối/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Ghi thay đổi" }).click();
    await page.getByText(/Đã ghi\. \d+ nhiệm vụ đã chuyển\./).waitFor();
    await page.getByRole("link", { name: "Mở đơn vị" }).click();
    await page.getByRole("link", { name: /đang giữ \(hiện nay\)/ }).click();
    await page.getByRole("grid", { name: "Nhiệm vụ" }).locator("[data-row]").first().waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await page.waitForURL(/\/organisation$/);
    await page.goto(`${program.origin}/organisation?q=cong+thuong`);
    await tree().getByRole("link", { name: "Sở Công Thương", exact: true }).waitFor();
    expect(await tree().getByText("Sở Đối ngoại").count()).toBe(0);
  });

  it("a change of a day to come is kept for it, shown with the unit, and cancelled", async () => {
    await page.goto(`${program.origin}/organisation/change`);
    await page.getByLabel("Thay đổi", { exact: true }).selectOption("renamed");
    await choose("Đơn vị", "cong thuong", "Sở Công Thương");
    await page.getByLabel("Tên", { exact: true }).fill("Sở Công nghiệp và Thương mại");
    await page.getByLabel("Có hiệu lực từ ngày").fill("2099-01-01");
    await page.getByRole("button", { name: "Xem trước" }).click();
    await page.getByRole("button", { name: "Ghi để có hiệu lực từ ngày đó" }).click();
    await page.getByText(/Thay đổi sẽ có hiệu lực từ 01\/01\/2099/).waitFor();
    await page.getByRole("link", { name: "Mở đơn vị" }).click();
    await page.getByText(/Sở Công nghiệp và Thương mại, sẽ có hiệu lực từ 01\/01\/2099/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Hủy", exact: true }).click();
    await page.getByText("Đã hủy; thay đổi sẽ không có hiệu lực.").waitFor();
  });

  it("words for many bodies are bound once, with the balance of what was looked up", async () => {
    await page.goto(`${program.origin}/organisation/collectives`);
    await page.getByRole("button", { name: "Gắn theo đề xuất" }).first().click();
    await page.getByText(/lượt giao → \d+ đã là đơn vị/).waitFor();
    await page.getByRole("button", { name: "Sửa: UBND các xã biên giới" }).click();
    await page.getByText(/Mọi nhiệm vụ đã gắn với nhóm/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const border = page.getByRole("row", { name: /^UBND các xã biên giới/ });
    await border.getByText(/^7 đơn vị vào ngày/).click();
    await border.getByText(/UBND xã Ia .+; UBND xã/).waitFor();
  });

  it("count tasks as today and as reported, on a phone and in English too", async () => {
    await page.goto(`${program.origin}/units`);
    await page.getByRole("link", { name: "như báo cáo" }).click();
    await page.waitForURL(/as=reported/);
    await page.getByRole("row", { name: /^Sở Ngoại vụ/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    for (const path of ["/organisation", "/organisation/change", "/organisation/collectives"]) {
      const opened = await samePerson(browser, page, program.origin + path, phone);
      await opened.page.getByRole("button", { name: "English" }).click();
      await opened.page.getByRole("heading", { level: 1, name: /Units|Change|Collectives/ }).waitFor();
      await opened.page.waitForLoadState("networkidle");
      expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await faultsOf(opened.page)).toEqual([]);
      await opened.page.context().close();
    }
    expect(troubles).toEqual([]);
  });
});
