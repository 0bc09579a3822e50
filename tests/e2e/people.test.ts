import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { phone, startBrowser } from "./browser-page.ts";
import { firstAdministrator, samePerson } from "./signed-in.ts";

vi.setConfig({ testTimeout: 90_000 });

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

describe("people and rights", () => {
  it("are found from the frame: the list, one person, a post that is given and ended", async () => {
    await page.getByRole("link", { name: "Người dùng", exact: true }).click();
    await page.getByRole("heading", { name: "Người dùng", level: 1 }).waitFor();
    await page.getByText("Quản trị viên, Toàn tỉnh").waitFor();
    await page.getByRole("searchbox").fill("vo thi");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: "Võ Thị Hoa", exact: true }).click();
    await page.getByRole("button", { name: "Giao vị trí" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Vai trò").selectOption("unitHead");
    await dialog.getByLabel("Đơn vị").selectOption({ label: "Sở Ngoại vụ" });
    await dialog.getByLabel("Chức danh").fill("Giám đốc");
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Giám đốc (Thủ trưởng đơn vị), Sở Ngoại vụ").waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("keep the last administrator, and say why", async () => {
    const row = page.getByRole("row", { name: /Quản trị viên/ });
    await row.getByRole("button", { name: "Kết thúc" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Lưu" }).click();
    await page.getByText(/quản trị viên cuối cùng/).waitFor();
    await page.keyboard.press("Escape");
  });

  it("show the table of rights in both languages", async () => {
    await page.goto(`${program.origin}/rights`);
    const row = page.getByRole("row", { name: /Giao việc trong đơn vị/ });
    await row.getByText("đơn vị mình").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "English" }).click();
    await page
      .getByRole("row", { name: /Give work inside the unit/ })
      .getByText("own unit")
      .waitFor();
    await page.getByRole("button", { name: "Tiếng Việt" }).click();
  });

  it("make a key that is shown once and revoke it", async () => {
    await page.goto(`${program.origin}/keys`);
    await page.getByRole("button", { name: "Tạo khóa" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Tên chương trình").fill("Cổng dữ liệu");
    await dialog.getByLabel("Xem nhiệm vụ").check();
    await dialog.getByLabel("Ngày cuối").fill(`${new Date().getFullYear() + 1}-06-30`);
    await dialog.getByRole("button", { name: "Tạo khóa" }).click();
    const key = (await dialog.getByText(/^sauro_/).textContent()) ?? "";
    const answer = await fetch(`${program.origin}/api/tasks`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(answer.status).toBe(200);
    await dialog.getByRole("button", { name: "Xong" }).click();
    expect(await page.content()).not.toContain(key);
    await page.getByRole("button", { name: "Thu hồi: Cổng dữ liệu" }).click();
    await page.getByText("Đã thu hồi").waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("fit a phone", async () => {
    for (const [place, heading] of [
      ["people", "Người dùng"],
      ["rights", "Quyền"],
      ["keys", "Khóa kết nối"],
    ] as const) {
      const small = await samePerson(browser, page, `${program.origin}/${place}`, phone);
      await small.page.getByRole("heading", { name: heading, level: 1 }).waitFor();
      await small.page.waitForLoadState("networkidle");
      const wide = await small.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect({ place, wide }).toEqual({ place, wide: false });
      expect(await faultsOf(small.page)).toEqual([]);
      await small.page.context().close();
    }
    expect(troubles).toEqual([]);
  });
});
