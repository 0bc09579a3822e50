import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runProgram, type ServedProgram, serveProgram } from "../support/program.ts";
import { totpCode } from "../support/totp.ts";
import { faultsOf } from "./axe.ts";
import { openPage, phone, startBrowser } from "./browser-page.ts";

let program: ServedProgram;
let browser: Browser;

beforeAll(async () => {
  [program, browser] = await Promise.all([
    serveProgram({ SAURO_SECOND_FACTOR: "administrators" }),
    startBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const password = "năm con cá vàng";
const email = "hoa@vd.gov.vn";

async function signIn(page: Page, who = email): Promise<void> {
  await page.getByLabel("Thư điện tử").fill(who);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
}

/** Enrols an app on the page where that can be begun; gives its secret and the codes for paper. */
async function enrolApp(page: Page): Promise<{ secret: string; codes: readonly string[] }> {
  await page.getByRole("button", { name: "Cài ứng dụng tạo mã" }).click();
  const dialog = page.getByRole("dialog", { name: "Cài ứng dụng tạo mã" });
  const secret = (await dialog.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]+$/).textContent()) ?? "";
  expect(await faultsOf(page)).toEqual([]);
  const code = totpCode(secret.replaceAll(" ", ""), new Date(Date.now() - 30_000));
  await dialog.getByLabel("2. Nhập mã 6 chữ số").fill(code);
  await dialog.getByRole("button", { name: "Bật" }).click();
  const paper = page.getByRole("dialog", { name: "Mã dự phòng" });
  await paper.getByRole("listitem").first().waitFor();
  const codes = await paper.getByRole("listitem").allTextContents();
  await paper.getByRole("button", { name: "Tôi đã cất các mã này" }).click();
  return { secret: secret.replaceAll(" ", ""), codes };
}

it("an administrator enrols a second factor first, signs in with it, adds a passkey and invites", async () => {
  const { page, troubles } = await openPage(browser, program.setupLink ?? "");
  await page.getByLabel("Họ và tên").fill("Võ Thị Hoa");
  await page.getByLabel("Thư điện tử").fill(email);
  await page.getByLabel("Mật khẩu", { exact: true }).fill("anhyeuem123456");
  await page.getByLabel("Nhập lại mật khẩu").fill("anhyeuem123456");
  await page.getByRole("button", { name: "Tạo và đăng nhập" }).click();
  await page.getByText("Mật khẩu này nằm trong danh sách").waitFor();
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByLabel("Nhập lại mật khẩu").fill(password);
  await page.getByRole("button", { name: "Tạo và đăng nhập" }).click();

  // Nothing else opens before a factor is there, not even by its address.
  await page.getByRole("heading", { name: "Cài lớp bảo vệ thứ hai" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(`${program.origin}/tasks`);
  await page.getByRole("heading", { name: "Cài lớp bảo vệ thứ hai" }).waitFor();
  const refused = await page.evaluate(async () => (await fetch("/api/tasks")).status);
  expect(refused).toBe(403);
  const { secret, codes } = await enrolApp(page);
  await page.getByRole("heading", { name: "Nhiệm vụ", exact: true }).waitFor();
  expect(codes).toHaveLength(10);

  // Another browser: the password alone leads to the code; a wrong one is said, the right one opens.
  const second = await openPage(browser, program.origin);
  await signIn(second.page);
  await second.page.getByRole("heading", { name: "Nhập mã" }).waitFor();
  expect(await faultsOf(second.page)).toEqual([]);
  const right = totpCode(secret, new Date());
  await second.page.getByLabel("Mã 6 chữ số").fill(right === "000000" ? "111111" : "000000");
  await second.page.getByRole("button", { name: "Tiếp tục" }).click();
  await second.page.getByText("Mã không đúng hoặc đã dùng rồi").waitFor();
  await second.page.getByLabel("Mã 6 chữ số").fill(totpCode(secret, new Date()));
  await second.page.getByRole("button", { name: "Tiếp tục" }).click();
  await second.page.getByRole("heading", { name: "Tổng quan", exact: true }).waitFor();

  // The own account: a passkey of a virtual authenticator, then signing in with nothing but it.
  const third = await openPage(browser, program.origin);
  const debug = await third.page.context().newCDPSession(third.page);
  await debug.send("WebAuthn.enable");
  await debug.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await signIn(third.page);
  await third.page.getByRole("button", { name: "Không có điện thoại" }).click();
  await third.page.getByLabel("Mã dự phòng").fill(codes[0] ?? "");
  await third.page.getByRole("button", { name: "Tiếp tục" }).click();
  await third.page.getByRole("link", { name: "Võ Thị Hoa" }).click();
  await third.page.getByRole("heading", { name: "Tài khoản của tôi" }).waitFor();
  await third.page.getByRole("button", { name: "Thêm khóa truy cập" }).click();
  await third.page.getByRole("button", { name: "Gỡ khóa Máy này" }).waitFor();
  expect(await faultsOf(third.page)).toEqual([]);
  // Signing out loads the page anew.
  const anew = third.page.waitForEvent("load");
  await third.page.getByRole("button", { name: "Đăng xuất" }).click();
  await anew;
  await third.page.getByRole("button", { name: "Dùng khóa truy cập" }).click();
  // He arrives where he was.
  await third.page.getByRole("heading", { name: "Tài khoản của tôi" }).waitFor();

  // Three sessions; the others end, and their pages find out.
  const ends = third.page.getByRole("button", { name: /^Kết thúc phiên/ });
  await ends.first().waitFor();
  expect(await ends.count()).toBe(2);
  await third.page.getByRole("button", { name: "Kết thúc mọi phiên khác" }).click();
  await third.page.getByText("Đã kết thúc 2 phiên.").waitFor();
  await second.page.reload();
  await second.page.getByRole("heading", { name: "Đăng nhập" }).waitFor();

  await inviteAndAccept(third.page);
  expect(troubles).toEqual([]);
  expect(third.troubles).toEqual([]);
}, 120_000);

async function inviteAndAccept(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Lời mời" }).click();
  await page.getByText("Chưa mời ai").waitFor();
  await page.getByRole("button", { name: "Mời người" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Tạo lời mời" }).click();
  await dialog.getByText("Vai trò này cần chọn đơn vị.").waitFor();
  await dialog.getByLabel("Họ và tên").fill("Lê Văn Sơn");
  await dialog.getByLabel("Thư điện tử").fill("son@vd.gov.vn");
  await dialog.getByRole("combobox", { name: "Đơn vị" }).fill("so tai chinh");
  await dialog.getByRole("option", { name: "Sở Tài chính" }).first().click();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Tạo lời mời" }).click();
  const code = (await dialog.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/).textContent()) ?? "";
  await dialog.getByRole("button", { name: "Đóng" }).last().click();
  await page.getByText("Lê Văn Sơn").waitFor();
  await page.getByText("Cán bộ đơn vị, Sở Tài chính").waitFor();

  // On a phone, typed from paper.
  const invited = await openPage(browser, `${program.origin}/invitation`, phone);
  await invited.page.getByLabel("Mã trên giấy").fill(code.toLowerCase().replaceAll("-", " "));
  await invited.page.getByRole("button", { name: "Tiếp tục" }).click();
  await invited.page.getByText("bạn được mời vào hệ thống của Gia Lai").waitFor();
  await invited.page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await invited.page.getByLabel("Nhập lại mật khẩu").fill(password);
  expect(await faultsOf(invited.page)).toEqual([]);
  await invited.page.getByRole("button", { name: "Nhận lời mời và đăng nhập" }).click();
  await invited.page.getByRole("heading", { name: "Tổng quan", exact: true }).waitFor();
  // His own account is one step away on a phone too.
  await invited.page.getByRole("link", { name: "Tài khoản của tôi" }).click();
  await invited.page.getByRole("heading", { name: "Tài khoản của tôi" }).waitFor();
  expect(await faultsOf(invited.page)).toEqual([]);
  // An officer of a unit needs no second factor, and sees no invitations.
  const status = await invited.page.evaluate(async () => (await fetch("/api/invitations")).status);
  expect(status).toBe(403);
  const again = await openPage(browser, `${program.origin}/invitation#${code}`);
  await again.page.getByText("Mã này đã được dùng.").waitFor();
}

it("the command line lets an administrator in who lost everything, and nobody else", async () => {
  const environment = { SAURO_DATA: program.dataFolder };
  const refused = await runProgram(["entry", "son@vd.gov.vn"], environment);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/không phải quản trị viên/);
  const given = await runProgram(["entry", email], environment);
  expect(given.stderr).toBe("");
  const code = /^ {2}([0-9A-Z-]{24})$/m.exec(given.stdout)?.[1];
  const { page } = await openPage(browser, `${program.origin}/entry#${code}`);
  await page.getByRole("button", { name: "Vào", exact: true }).click();
  await page.getByRole("heading", { name: "Tổng quan", exact: true }).waitFor();
}, 60_000);
