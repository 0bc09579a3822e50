import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { IssuedCode } from "../../src/contract/account.ts";
import type { UnitListAnswer } from "../../src/contract/unit.ts";
import type { ServedProgram } from "../support/program.ts";
import { desktop, openPage } from "./browser-page.ts";

/** The password of everybody here. */
export const password = "năm con cá vàng";

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

/** A person whom an administrator's page invites to a post in a unit, by its name; gives the page he arrives at. */
export async function invitedPerson(
  browser: Browser,
  { page, origin }: { readonly page: Page; readonly origin: string },
  invited: { readonly name: string; readonly email: string; readonly role: string; readonly unit: string },
) {
  const { name, email, role } = invited;
  const tree = await page.request.get(`${origin}/api/units/list`);
  const { units } = (await tree.json()) as UnitListAnswer;
  const unit = units.find((one) => one.name === invited.unit)?.id ?? null;
  const posts = [{ role, unit, title: null }];
  const made = await page.request.post(`${origin}/api/invitations`, {
    data: { name, email, officialId: null, days: 7, mail: null, posts },
  });
  const { code } = (await made.json()) as IssuedCode;
  const opened = await openPage(browser, `${origin}/invitation#${code}`);
  await opened.page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await opened.page.getByLabel("Nhập lại mật khẩu").fill(password);
  await opened.page.getByRole("button", { name: "Nhận lời mời và đăng nhập" }).click();
  await opened.page.getByRole("heading", { name: "Tổng quan", exact: true }).waitFor();
  return opened;
}
