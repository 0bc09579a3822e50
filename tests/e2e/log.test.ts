import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { openPage, phone, startBrowser } from "./browser-page.ts";
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

/** A second person, who follows everything as a leader does and may not see the log. */
async function leadersPage(): Promise<Page> {
  const { origin } = program;
  const invitation = {
    ...{ name: "Lê Văn Lãnh", email: "lanh@vd.gov.vn", officialId: null, days: 7, mail: null },
    posts: [{ role: "leader", unit: null, title: null }],
  };
  const invited = await page.request.post(`${origin}/api/invitations`, { data: invitation });
  const { code } = (await invited.json()) as { code: string };
  const opened = await openPage(browser, origin);
  const accepted = { code, name: null, password: "tám con voi lớn" };
  expect((await opened.page.request.post(`${origin}/api/invitations/accept`, { data: accepted })).ok()).toBe(
    true,
  );
  await opened.page.goto(origin);
  return opened.page;
}

describe("the log", () => {
  it("is in the side bar of who may see it, and of nobody else", async () => {
    await page.getByRole("link", { name: "Nhật ký", exact: true }).waitFor();
    const leader = await leadersPage();
    await leader.getByRole("link", { name: "Người dùng", exact: true }).waitFor();
    expect(await leader.getByRole("link", { name: "Nhật ký", exact: true }).count()).toBe(0);
    await leader.goto(`${program.origin}/log`);
    await leader
      .getByRole("alert")
      .getByText(/Vai trò của bạn/)
      .waitFor();
    await leader.context().close();
  });

  it("lists acts in words, and opens one with what was before and after", async () => {
    await page.goto(`${program.origin}/settings`);
    await page.getByLabel("Số ngày gọi là sắp đến hạn").fill("20");
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByRole("status").getByText("Đã lưu").waitFor();
    await page.getByRole("link", { name: "Nhật ký", exact: true }).click();
    const row = page.getByRole("row", { name: /Đổi thiết lập.*Võ Thị Hoa/ });
    await row.waitFor();
    await page.getByText("Lê Văn Lãnh").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await row.getByText("Đổi thiết lập").click();
    const changed = page.getByRole("row", { name: "Số ngày sắp đến hạn 30 20" });
    await changed.waitFor();
    expect(page.url()).toContain("entry=");
    expect(await faultsOf(page)).toEqual([]);
    // Sent on as a link, the entry opens by itself.
    const again = await samePerson(browser, page, page.url());
    await again.page.getByRole("row", { name: "Số ngày sắp đến hạn 30 20" }).waitFor();
    await again.page.context().close();
  });

  it("keeps its filters in the address; who and what are chosen from an entry", async () => {
    await page.getByRole("combobox", { name: /^Loại/ }).selectOption("refusal");
    const refused = page.getByRole("row", { name: /Xem nhật ký.*Từ chối.*Lê Văn Lãnh/ }).first();
    await refused.waitFor();
    expect(page.url()).toContain("kind=refusal");
    await refused.getByRole("gridcell", { name: "Xem nhật ký" }).first().click();
    await page.getByRole("link", { name: "Các mục khác của người này" }).click();
    const pinned = page.getByRole("button", { name: "Bỏ lọc theo Lê Văn Lãnh" });
    await pinned.waitFor();
    await pinned.click();
    await page.getByRole("searchbox").fill("vo thi hoa");
    await page.getByRole("row", { name: /Đổi thiết lập/ }).waitFor();
    await page.getByRole("searchbox").fill("khong co dau ca");
    await page.getByText("Không có mục nào khớp với điều kiện tìm.").waitFor();
    await page.getByRole("button", { name: "Bỏ lọc" }).click();
  });

  it("goes out as a file, which stands in the log", async () => {
    await page.getByRole("button", { name: "Tải xuống" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Bảng tính (.csv)" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^nhat-ky-\d{4}-\d\d-\d\d\.csv$/);
    await page.reload();
    await page.getByRole("row", { name: /Xuất nhật ký.*Xuất ra ngoài/ }).waitFor();
  });

  it("works on a phone and in English", async () => {
    const small = await samePerson(browser, page, `${program.origin}/log?what=province-settings`, phone);
    await small.page.getByRole("gridcell", { name: "Đổi thiết lập" }).click();
    await small.page.getByRole("row", { name: "Số ngày sắp đến hạn 30 20" }).waitFor();
    expect(await faultsOf(small.page)).toEqual([]);
    await small.page.getByRole("button", { name: "English" }).click();
    await small.page.getByRole("row", { name: "Days that are soon 30 20" }).waitFor();
    await small.page.context().close();
    expect(troubles).toEqual([]);
  });
});
