import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { asLogin, openTestDatabase, type TestDatabase, urlOf } from "../support/database.ts";
import { startMailServer, type TestMailServer } from "../support/mail.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { openPage, phone, startBrowser } from "./browser-page.ts";
import { firstAdministrator, invitedPerson, password, samePerson } from "./signed-in.ts";

vi.setConfig({ testTimeout: 90_000 });

let mail: TestMailServer;
let database: TestDatabase;
let program: ServedProgram;
let browser: Browser;
let page: Page;
let troubles: readonly string[];

beforeAll(async () => {
  database = await openTestDatabase();
  mail = await startMailServer();
  const urls = {
    ...{ DATABASE_URL: urlOf(database.program), DATABASE_OWNER_URL: urlOf(database.owner) },
    DATABASE_JOBS_URL: urlOf(database.jobs),
  };
  [program, browser] = await Promise.all([
    serveProgram({
      ...urls,
      SAURO_MAIL_SERVER: `smtp://127.0.0.1:${mail.port}`,
      SAURO_MAIL_FROM: "sauro@vd.gov.vn",
    }),
    startBrowser(),
  ]);
  ({ page, troubles } = await firstAdministrator(browser, program));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await database?.drop();
  await mail?.close();
});

/** Invites an officer of Sở Tài chính in the place of invitations; gives the window with the code. */
async function inviteAs(name: string, email: string): Promise<Locator> {
  await page.getByRole("button", { name: "Mời người" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Họ và tên").fill(name);
  await dialog.getByLabel("Thư điện tử").fill(email);
  await dialog.getByRole("combobox", { name: "Đơn vị" }).fill("so tai chinh");
  await dialog.getByRole("option", { name: "Sở Tài chính" }).first().click();
  expect(await dialog.getByLabel("Gửi thư đến địa chỉ trên").isChecked()).toBe(true);
  await dialog.getByRole("button", { name: "Tạo lời mời" }).click();
  await dialog.getByRole("button", { name: "In" }).waitFor();
  return dialog;
}

/** Lets an hour pass since everybody proved himself. */
function passAnHour(): Promise<unknown> {
  return asLogin(database.superuser, (client) =>
    client.query("update accounts.sessions set proved_at = proved_at - interval '1 hour'"),
  );
}

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

  it("change after an hour only when the person proves again who he is", async () => {
    await passAnHour();
    await page.getByRole("button", { name: "Giao vị trí" }).click();
    const dialog = page.getByRole("dialog", { name: "Giao vị trí: Võ Thị Hoa" });
    await dialog.getByLabel("Vai trò").selectOption("auditor");
    await dialog.getByRole("button", { name: "Lưu" }).click();
    const proof = page.getByRole("dialog", { name: "Xác nhận lại đúng là bạn" });
    await proof.getByLabel("Mật khẩu", { exact: true }).fill("không phải mật khẩu");
    await proof.getByRole("button", { name: "Xác nhận", exact: true }).click();
    await proof.getByText("Mật khẩu không đúng").waitFor();
    await proof.getByLabel("Mật khẩu", { exact: true }).fill(password);
    await proof.getByRole("button", { name: "Xác nhận", exact: true }).click();
    await page.getByText("Kiểm tra, giám sát, Toàn tỉnh").waitFor();
  });

  it("get a code for a new password from the administrator, shown once and alone on paper", async () => {
    const son = { name: "Lê Văn Sơn", email: "son@vd.gov.vn", role: "unitOfficer", unit: "Sở Tài chính" };
    const invited = await invitedPerson(browser, { page, origin: program.origin }, son);
    // Who may not invite is offered nothing of the kind.
    await invited.page.getByRole("link", { name: "Người dùng", exact: true }).click();
    await invited.page.getByRole("link", { name: "Lê Văn Sơn", exact: true }).click();
    await invited.page.getByText("son@vd.gov.vn").waitFor();
    for (const name of ["Lời mời", "Khóa kết nối"])
      expect(await invited.page.getByRole("link", { name }).count()).toBe(0);
    for (const name of ["Mời người dùng", "Cấp mã khôi phục", "Giao vị trí"])
      expect(await invited.page.getByRole("button", { name }).count()).toBe(0);

    await page.goto(new URL(invited.page.url()).href);
    await passAnHour();
    await page.getByRole("button", { name: "Cấp mã khôi phục" }).click();
    const proof = page.getByRole("dialog", { name: "Xác nhận lại đúng là bạn" });
    await proof.getByLabel("Mật khẩu", { exact: true }).fill(password);
    await proof.getByRole("button", { name: "Xác nhận", exact: true }).click();
    const paper = page.getByRole("dialog", { name: "Mã khôi phục cho Lê Văn Sơn" });
    const code = (await paper.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/).textContent()) ?? "";
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(await paper.getByText(code, { exact: true }).isVisible()).toBe(true);
    expect(await page.getByText("son@vd.gov.vn").isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
    await paper.getByRole("button", { name: "Đóng" }).last().click();
    expect(await page.content()).not.toContain(code);

    const lost = await openPage(browser, `${program.origin}/recovery#${code}`);
    await lost.page.getByLabel("Mật khẩu", { exact: true }).fill("sáu con chim hồng");
    await lost.page.getByLabel("Nhập lại mật khẩu").fill("sáu con chim hồng");
    await lost.page.getByRole("button", { name: "Đặt mật khẩu mới" }).click();
    await lost.page.getByText("Đã đặt mật khẩu mới").waitFor();
    await lost.page.context().close();
    await invited.page.context().close();
  });

  it("are invited by a letter, whose link opens", async () => {
    await page.goto(`${program.origin}/invitations`);
    const dialog = await inviteAs("Ngô Thị Lan", "lan@vd.gov.vn");
    await dialog.getByText("Đã gửi thư đến lan@vd.gov.vn.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Đóng" }).last().click();
    expect(mail.letters.map(({ to }) => to)).toEqual([["lan@vd.gov.vn"]]);
    // The lines of a letter are folded by "=" (quoted-printable).
    const words = (mail.letters[0]?.source ?? "").replaceAll("=\r\n", "").replaceAll("=3D", "=");
    const link = /http:\/\/\S+\/invitation#[0-9A-Z-]+/.exec(words)?.[0] ?? "";
    const lan = await openPage(browser, link);
    await lan.page.getByText("Ngô Thị Lan, bạn được mời vào hệ thống của Gia Lai").waitFor();
    await lan.page.context().close();
  });

  it("are told aloud when their letter is refused, and the code for paper stays", async () => {
    const dialog = await inviteAs("Ngô Văn Không", "khongco@vd.gov.vn");
    await dialog
      .getByRole("alert")
      .getByText(/Máy chủ thư từ chối địa chỉ khongco@vd\.gov\.vn/)
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const code = (await dialog.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/).textContent()) ?? "";
    await dialog.getByRole("button", { name: "Đóng" }).last().click();
    await page.getByText("Ngô Văn Không").waitFor();
    const opened = await openPage(browser, `${program.origin}/invitation#${code}`);
    await opened.page.getByText("bạn được mời vào hệ thống của Gia Lai").waitFor();
    await opened.page.context().close();
  });

  it("are printed all, however many the screen has loaded", async () => {
    await asLogin(database.superuser, (client) =>
      client.query(`insert into person (province_id, id, name, email, folded)
        select 52, 'in' || n, 'Người in ' || n, 'in' || n || '@vd.gov.vn', 'nguoi in ' || n
          from generate_series(1, 300) as n`),
    );
    await page.goto(`${program.origin}/people?q=nguoi+in`);
    await page.getByText("300 người").waitFor();
    expect(await page.getByRole("row").count()).toBe(61);
    await page.evaluate(() => {
      window.print = () =>
        document.body.setAttribute("data-printed", String(document.querySelectorAll("tbody tr").length));
    });
    await page.getByRole("button", { name: "In", exact: true }).click();
    await page.locator("body[data-printed='300']").waitFor();
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

  it("are two steps away on a phone", async () => {
    const small = await samePerson(browser, page, program.origin, phone);
    await small.page.getByRole("heading", { name: "Tổng quan", exact: true }).waitFor();
    await small.page.getByRole("button", { name: "Thêm", exact: true }).click();
    expect(await faultsOf(small.page)).toEqual([]);
    await small.page.getByRole("menuitem", { name: "Người dùng" }).click();
    await small.page.getByRole("heading", { name: "Người dùng", level: 1 }).waitFor();
    await small.page.context().close();
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
