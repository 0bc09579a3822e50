import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { phone, startBrowser } from "./browser-page.ts";
import { firstAdministrator, samePerson } from "./signed-in.ts";

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

const grid = () => page.getByRole("grid", { name: "Đối tác" });

async function type(label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text);
}

const optional = (label: string) => `${label} (không bắt buộc)`;

describe("a register of cooperation", { timeout: 90_000 }, () => {
  it("is found in the side, tells what will stand in it, and takes its first record from a form", async () => {
    await page.getByRole("link", { name: "Hợp tác" }).click();
    await page.getByText(/^0 bản ghi trong \d+ danh mục$/).waitFor();
    await page.getByRole("link", { name: "Đối tác", exact: true }).click();
    await page.getByText("Chưa có đối tác nào").waitFor();
    await page.getByRole("button", { name: "Thêm đối tác" }).click();
    await page.getByRole("heading", { name: "Thêm đối tác" }).waitFor();
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Chưa có nội dung bắt buộc. Đề nghị nhập.").first().waitFor();
    await type("Tên đối tác", "Attapeu");
    await page.getByLabel("Loại đối tác").selectOption("Địa phương");
    await type(optional("Quốc gia"), "nuoc la");
    await page.getByLabel(optional("Quốc gia")).blur();
    await page.getByText("Không nhận ra tên quốc gia.").waitFor();
    await type(optional("Quốc gia"), "lao");
    await type(optional("Thư điện tử"), "vp@attapeu.la");
    const unit = page.getByRole("combobox", { name: optional("Đơn vị đầu mối của tỉnh") });
    await unit.click();
    await unit.fill("so ngoai vu");
    await page.getByRole("option", { name: "Sở Ngoại vụ", exact: true }).click();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByRole("heading", { name: "Attapeu", level: 1 }).waitFor();
    await page.getByText("Lào", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Sở Ngoại vụ" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("asks before a record is entered twice", async () => {
    await page.goto(`${program.origin}/cooperation/partners/new`);
    await type("Tên đối tác", "tỉnh Attapeu");
    await page.getByLabel("Loại đối tác").selectOption("Địa phương");
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByRole("link", { name: "Mở “Attapeu”" }).waitFor();
    await page.getByRole("button", { name: "Đây là đối tượng khác, vẫn lưu" }).click();
    await page.getByRole("heading", { name: "tỉnh Attapeu", level: 1 }).waitFor();
  });

  it("keeps what is typed over a reload, changes in place and tells the change", async () => {
    await page.getByRole("button", { name: "Sửa" }).click();
    await type("Tên đối tác", "Champasak");
    await page.reload();
    await page.getByRole("button", { name: "Sửa" }).click();
    await expect.poll(() => page.getByLabel("Tên đối tác", { exact: true }).inputValue()).toBe("Champasak");
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByRole("heading", { name: "Champasak", level: 1 }).waitFor();
    await page.locator("del").getByText("tỉnh Attapeu").waitFor();
  });

  it("keeps nothing personal or restricted in the browser, and says so below the form", async () => {
    const held = () =>
      page.evaluate(async () => {
        const open = indexedDB.open("sauro", 1);
        await new Promise((resolve) => {
          open.onsuccess = resolve;
        });
        const all = open.result.transaction("drafts").objectStore("drafts").getAll();
        await new Promise((resolve) => {
          all.onsuccess = resolve;
        });
        return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, all.result]);
      });
    await page.goto(`${program.origin}/cooperation/partners/new`);
    await type("Tên đối tác", "Zsekongz");
    await type(optional("Thư điện tử"), "zriengtuz@vd.la");
    await type(optional("Ghi chú"), "Zghichuz");
    await page.getByText("Dữ liệu cá nhân và nội dung hạn chế đang gõ không được giữ").waitFor();
    await expect.poll(held).toContain("Zghichuz");
    expect(await held()).not.toContain("zriengtuz");
    await page.reload();
    await expect.poll(() => page.getByLabel("Tên đối tác", { exact: true }).inputValue()).toBe("Zsekongz");
    expect(await page.getByLabel(optional("Thư điện tử"), { exact: true }).inputValue()).toBe("");
    await page.getByRole("button", { name: "Thôi" }).click();
    await page.goto(`${program.origin}/cooperation/consular/new`);
    await page.getByText("Nội dung đang gõ không được giữ trong trình duyệt").waitFor();
    const [first] = await page.getByRole("textbox").all();
    await first?.fill("Zhanchez");
    expect(await faultsOf(page)).toEqual([]);
    await page.reload();
    await page.getByText("Nội dung đang gõ không được giữ trong trình duyệt").waitFor();
    expect(await first?.inputValue()).toBe("");
    expect(await held()).not.toContain("Zhanchez");
  });

  it("shows what we have with a partner, and lets no one go to whom something is tied", async () => {
    await page.goto(`${program.origin}/cooperation/events/new`);
    await type("Tên sự kiện", "Gặp mặt cuối năm");
    await page.getByLabel("Loại sự kiện").selectOption("Kỷ niệm, gặp mặt");
    await type("Từ ngày", "2026-01-05");
    const partner = page.getByRole("combobox", { name: optional("Đối tác") });
    await partner.click();
    await partner.fill("champa");
    await page.getByRole("option", { name: "Champasak" }).click();
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByRole("heading", { name: "Gặp mặt cuối năm", level: 1 }).waitFor();
    await page.getByRole("link", { name: "Champasak" }).first().click();
    await page.getByRole("heading", { name: "Champasak", level: 1 }).waitFor();
    const linked = page.getByRole("region", { name: "Gắn với đối tác này" });
    await linked.getByRole("link", { name: "Gặp mặt cuối năm" }).waitFor();
    for (const label of ["Liên hệ đầu tiên", "Gặp gần nhất"])
      await page.getByText(label).locator("..").getByText("05/01/2026").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await linked.getByRole("link", { name: "Sự kiện (1)" }).click();
    await page.getByText(/^1 bản ghi/).waitFor();
    await page
      .getByRole("grid", { name: "Sự kiện" })
      .getByRole("link", { name: "Gặp mặt cuối năm" })
      .waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "Xóa" }).click();
    await page.getByText("Còn 1 bản ghi khác gắn với bản ghi này nên không xóa được.").waitFor();
  });

  it("is narrowed by words and filters that its address holds, and kept as a view", async () => {
    await page.goto(`${program.origin}/cooperation/partners`);
    await grid().getByRole("link", { name: "Champasak" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel("Quốc gia").selectOption({ label: "Lào (1)" });
    await grid().getByRole("link", { name: "Champasak" }).waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.get("where")).toBe("country:LA");
    await page.getByRole("button", { name: "Lưu chế độ xem này" }).click();
    await type("Tên chế độ xem", "Nước Lào");
    await page.getByRole("dialog").getByRole("button", { name: "Lưu" }).click();
    await page.getByRole("link", { name: "Nước Lào" }).waitFor();
  });

  it("takes a list as its owner has it, after its columns and rows were looked at", async () => {
    await page.goto(`${program.origin}/cooperation/partners`);
    await page.getByRole("button", { name: "Thao tác khác" }).click();
    await page.getByRole("menuitem", { name: "Nhập từ bảng tính" }).click();
    const text = "STT,Tên đối tác,Loại đối tác,Nước\n1,Salavan,Địa phương,Lào\n2,Sekong,Hội kín,Lào\n";
    const list = { name: "doi-tac.csv", mimeType: "text/csv", buffer: Buffer.from(text, "utf8") };
    await page.locator("input[type=file]").setInputFiles([list]);
    await page.getByText("2 dòng → 1 thêm mới, 0 thay đổi, 0 không đổi, 1 bị từ chối").waitFor();
    await page.getByText("Không có trong các giá trị cho sẵn.").waitFor();
    await page.getByLabel("Là trường: Nước").selectOption("Quốc gia");
    await page.getByRole("region", { name: "Thêm mới" }).getByText("Salavan").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Nhập 1 dòng" }).click();
    await page.getByText("Đã nhập: 2 dòng → 1 thêm mới").waitFor();
    const recent = page.getByRole("region", { name: "Danh sách đã nhập trong một ngày qua" });
    await recent.getByText("1 bản ghi ·").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await recent.getByRole("button", { name: "Hoàn tác lần nhập: doi-tac.csv" }).click();
    await page.getByText("Đã hoàn tác: 1 bản ghi → 1 như trước khi nhập, 0 để nguyên").waitFor();
    await recent.waitFor({ state: "detached" });
    await page.reload();
    await page.locator("input[type=file]").setInputFiles([list]);
    await page.getByRole("button", { name: "Nhập 1 dòng" }).click();
    await page.getByRole("link", { name: "Về danh mục" }).click();
    await page.getByLabel("Quốc gia").selectOption({ label: "Lào (2)" });
    await grid().getByRole("link", { name: "Salavan" }).waitFor();
  });

  it("takes a record out for a minute in which it can be put back", async () => {
    await grid().getByRole("link", { name: "Attapeu" }).click();
    await page.getByRole("button", { name: "Xóa" }).click();
    await page.getByText("Đã xóa “Attapeu”.").waitFor();
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await page.getByRole("heading", { name: "Attapeu", level: 1 }).waitFor();
  });

  it("fits a phone in English and in the dark", async () => {
    for (const path of [
      "/cooperation",
      "/cooperation/partners",
      "/cooperation/partners/new",
      new URL(page.url()).pathname,
    ]) {
      const opened = await samePerson(browser, page, program.origin + path, {
        ...phone,
        colorScheme: "dark",
      });
      await opened.page.getByRole("button", { name: "English" }).click();
      await opened.page.getByRole("heading", { level: 1 }).first().waitFor();
      expect([path, await faultsOf(opened.page)]).toEqual([path, []]);
      const wide = await opened.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect([path, wide]).toEqual([path, false]);
      await opened.page.context().close();
    }
    expect(troubles).toEqual([]);
  });
});
