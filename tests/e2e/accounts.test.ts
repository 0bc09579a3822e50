import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { openPage, startBrowser } from "./browser-page.ts";

let program: ServedProgram;
let browser: Browser;

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const password = "năm con cá vàng";

it("the one-time link makes the first administrator once; from then on one signs in", async () => {
  const link = program.setupLink ?? "";
  const { page } = await openPage(browser, link);
  await page.getByRole("heading", { name: "Tạo quản trị viên đầu tiên" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  // Faults are said beside their fields, after leaving them and on sending.
  await page.getByLabel("Thư điện tử").fill("hoa");
  await page.getByLabel("Thư điện tử").blur();
  await page.getByText("Thư điện tử cần có dạng").waitFor();
  await page.getByRole("button", { name: "Tạo và đăng nhập" }).click();
  await page.getByText("Chưa nhập họ và tên.").waitFor();
  await page.getByText("Chưa nhập mật khẩu.").waitFor();

  await page.getByLabel("Họ và tên").fill("Võ Thị Hoa");
  await page.getByLabel("Thư điện tử").fill("hoa@vd.gov.vn");
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByLabel("Nhập lại mật khẩu").fill(`${password}x`);
  await page.getByRole("button", { name: "Tạo và đăng nhập" }).click();
  await page.getByText("Hai lần nhập mật khẩu chưa giống nhau.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  // The province is found by the keyboard and without accents.
  const province = page.getByRole("combobox", { name: "Tỉnh, thành phố" });
  await province.click();
  await province.fill("da nang");
  await page.getByRole("option", { name: "Đà Nẵng" }).waitFor();
  expect(await page.getByRole("option").count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
  await province.press("Enter");
  expect(await province.inputValue()).toMatch(/Đà Nẵng/);
  await province.fill("xyz");
  await page.getByText("Không có tỉnh, thành phố nào có tên này").waitFor();
  await province.fill("lai gia");
  await province.press("Enter");
  expect(await province.inputValue()).toMatch(/Gia Lai/);
  await page.getByLabel("Nhập lại mật khẩu").fill(password);
  await page.getByRole("button", { name: "Tạo và đăng nhập" }).click();
  await page.getByRole("heading", { name: "Tổng quan", exact: true }).waitFor();
  await page.getByText("Võ Thị Hoa").waitFor();
  await page.getByRole("banner").getByText("Gia Lai").waitFor();
  expect(new URL(page.url()).hash).toBe("");

  const second = await openPage(browser, link);
  await second.page.getByText("Liên kết này đã được dùng.").waitFor();

  const third = await openPage(browser, program.origin);
  await third.page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  expect(await faultsOf(third.page)).toEqual([]);
  await third.page.getByLabel("Thư điện tử").fill("hoa@vd.gov.vn");
  await third.page.getByLabel("Mật khẩu", { exact: true }).fill("không phải mật khẩu");
  await third.page.getByRole("button", { name: "Đăng nhập" }).click();
  await third.page.getByText("Thư điện tử hoặc mật khẩu không đúng.").waitFor();
  expect(await third.page.getByLabel("Thư điện tử").inputValue()).toBe("hoa@vd.gov.vn");
  await third.page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await third.page.getByRole("button", { name: "Đăng nhập" }).click();
  await third.page.getByRole("heading", { name: "Tổng quan", exact: true }).waitFor();

  await third.page.getByRole("button", { name: "Đăng xuất" }).click();
  await third.page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
});
