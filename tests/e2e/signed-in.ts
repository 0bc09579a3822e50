import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { ServedProgram } from "../support/program.ts";
import { desktop, openPage } from "./browser-page.ts";

const password = "năm con cá vàng";

/** Makes the first administrator of the program, for Gia Lai, and gives the page he arrives at. */
export async function firstAdministrator(browser: Browser, program: ServedProgram) {
  const opened = await openPage(browser, program.setupLink ?? "");
  const { page } = opened;
  await page.getByLabel("Họ và tên").fill("Võ Thị Hoa");
  await page.getByLabel("Thư điện tử").fill("hoa@vd.gov.vn");
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByLabel("Nhập lại mật khẩu").fill(password);
  await page.getByRole("button", { name: "Tạo và đăng nhập" }).click();
  await page.getByRole("heading", { name: "Tổng quan", exact: true }).waitFor();
  return opened;
}

/** The same person at another window: his session goes along. */
export async function samePerson(
  browser: Browser,
  page: Page,
  address: string,
  options: BrowserContextOptions = desktop,
) {
  const storageState = await page.context().storageState();
  return openPage(browser, address, { ...options, storageState });
}
