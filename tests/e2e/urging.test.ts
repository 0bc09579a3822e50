import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMailServer, type TestMailServer } from "../support/mail.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { phone, startBrowser } from "./browser-page.ts";
import { firstAdministrator, samePerson } from "./signed-in.ts";

let program: ServedProgram;
let browser: Browser;
let mail: TestMailServer;
let page: Page;

beforeAll(async () => {
  mail = await startMailServer();
  const environment = {
    SAURO_MAIL_SERVER: `smtp://127.0.0.1:${mail.port}`,
    SAURO_MAIL_FROM: "sauro@vd.gov.vn",
  };
  [program, browser] = await Promise.all([serveProgram(environment), startBrowser()]);
  ({ page } = await firstAdministrator(browser, program));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await mail?.close();
});

// Each case goes on where the one before it ended.
describe("the settings of urging", { timeout: 60_000 }, () => {
  it("begin turned off, with the usual steps", async () => {
    await page.getByRole("link", { name: "Thiết lập" }).click();
    await page.getByRole("link", { name: "Đôn đốc", exact: true }).click();
    await page.getByText("Đang tắt: không ai được nhắc.").waitFor();
    expect(await page.getByRole("button", { name: /^Bỏ bước/ }).count()).toBe(6);
    expect(await faultsOf(page)).toEqual([]);
  });

  it("refuse a step that is there twice, days that are none, hours that end before they begin, and no step", async () => {
    await page.getByRole("button", { name: "Thêm bước" }).click();
    const added = page.getByRole("row").last();
    await added.getByLabel("Số ngày").fill("hai");
    await added.getByText("Số ngày từ 0 đến 90 trước hạn").waitFor();
    await added.getByLabel("Số ngày").fill("3");
    await added.getByLabel("Làm gì").selectOption("reminder");
    await added.getByText("Bước này có hai lần.").waitFor();
    await page.getByLabel("Đến trước giờ").selectOption("8");
    await page.getByText("Giờ kết thúc phải sau giờ bắt đầu.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    expect(await page.getByText("Đã lưu.").count()).toBe(0);
    for (let left = 7; left > 0; left--)
      await page
        .getByRole("button", { name: /^Bỏ bước/ })
        .first()
        .click();
    await page.getByText("Cần ít nhất một bước").waitFor();
    await page.getByRole("button", { name: "Dùng các bước thông dụng" }).click();
    expect(await page.getByRole("button", { name: /^Bỏ bước/ }).count()).toBe(6);
    await page.getByLabel("Đến trước giờ").selectOption("16");
  });

  it("show what would go out, before they are saved", async () => {
    await page.getByLabel("Tự động nhắc các đơn vị theo các bước dưới đây").check();
    await page.getByRole("button", { name: "Xem ngày làm việc tới gửi gì" }).click();
    const dialog = page.getByRole("dialog", { name: /^Dự kiến ngày/ });
    await dialog.getByText("Không có gì đến bước trong ngày này.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Đóng" }).click();
  });

  it("are saved, and stand when the page is opened again", async () => {
    await page
      .getByRole("row", { name: /Nhắc đích danh/ })
      .getByLabel("Số ngày")
      .fill("5");
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await page.getByText("Đã lưu.").waitFor();
    await page.reload();
    await page.getByText(/^Đang bật từ ngày/).waitFor();
    expect(
      await page
        .getByRole("row", { name: /Nhắc đích danh/ })
        .getByLabel("Số ngày")
        .inputValue(),
    ).toBe("5");
    expect(await page.getByLabel("Đến trước giờ").inputValue()).toBe("16");
  });

  it("send a trial letter to the person himself", async () => {
    await page.getByText("Đã nối máy chủ thư.").waitFor();
    await page.getByRole("button", { name: "Gửi thư thử cho tôi" }).click();
    await page.getByText(/Máy chủ thư đã nhận thư gửi tới hoa@vd\.gov\.vn/).waitFor();
    expect(mail.letters.map(({ to }) => to)).toEqual([["hoa@vd.gov.vn"]]);
  });

  it("are as wide as a phone", async () => {
    const opened = await samePerson(browser, page, `${program.origin}/settings/urging`, phone);
    await opened.page.getByText(/^Đang bật từ ngày/).waitFor();
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await faultsOf(opened.page)).toEqual([]);
    expect(opened.troubles).toEqual([]);
  });
});
