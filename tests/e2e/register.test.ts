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

const plan = {
  name: "ke-hoach-345.txt",
  mimeType: "text/plain",
  buffer: Buffer.from(planDocument(), "utf8"),
};

// A plan imported and accepted row by row: what every test below finds in the register.
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
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const grid = () => page.getByRole("grid", { name: "Nhiệm vụ" });
const budget = /Sở Tài chính thẩm định dự toán/;

describe("the register of tasks", () => {
  it("opens from the document just reviewed, finds without accents, and the address keeps the filter", async () => {
    await page.getByRole("link", { name: "Mở nhiệm vụ trong sổ" }).click();
    await grid().getByText(budget).waitFor();
    await page
      .getByRole("link", { name: "Bỏ lọc" })
      .or(page.getByRole("button", { name: "Bỏ lọc" }))
      .click();
    await page.getByRole("searchbox").fill("tham dinh du toan");
    await page.waitForURL(/q=tham/);
    await grid()
      .getByText(/tiếng Nhật/)
      .waitFor({ state: "detached" });
    await grid().getByText(budget).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.reload();
    await grid().getByText(budget).waitFor();
    expect(
      await grid()
        .getByText(/tiếng Nhật/)
        .count(),
    ).toBe(0);
  });

  it("an address opened anew asks for who is here and for its rows once, before the application stands", async () => {
    const asked: string[] = [];
    const { page: anew } = await samePerson(browser, page, "about:blank");
    anew.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await anew.goto(`${program.origin}/tasks?q=tham+dinh`);
    await anew.getByRole("grid").getByText(budget).waitFor();
    await anew.getByText("Tình trạng").first().waitFor();
    await anew.waitForLoadState("networkidle");
    expect(asked.filter((path) => path === "/api/session")).toHaveLength(1);
    // The page of rows, and the counts for the filters.
    expect(asked.filter((path) => path === "/api/tasks")).toHaveLength(2);
    await anew.context().close();
  });

  it("filters kept under a name come back as a tab", async () => {
    await page.getByRole("button", { name: "Lưu chế độ xem này" }).click();
    await page.getByLabel("Tên chế độ xem").fill("Dự toán");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    const views = page.getByRole("navigation", { name: "Chế độ xem" });
    await views.getByRole("link", { name: "Dự toán" }).waitFor();
    await views.getByRole("link", { name: "Tất cả" }).click();
    await grid()
      .getByText(/tiếng Nhật/)
      .waitFor();
    await views.getByRole("link", { name: "Dự toán" }).click();
    await grid()
      .getByText(/tiếng Nhật/)
      .waitFor({ state: "detached" });
  });

  it("stands in groups that the keyboard opens, walks and folds; the address and a view keep them", async () => {
    await page.goto(`${program.origin}/tasks`);
    await grid().getByText(budget).waitFor();
    await page
      .locator("label")
      .filter({ hasText: /^Xếp theo/ })
      .locator("select")
      .selectOption("lead");
    const heading = grid().getByRole("button", { name: /^Sở Tài chính/ });
    await heading.waitFor();
    expect(await grid().getByText(budget).count()).toBe(0);
    await heading.focus();
    await page.keyboard.press("ArrowRight");
    await grid().getByText(budget).waitFor();
    expect(await heading.getAttribute("aria-expanded")).toBe("true");
    const said = Number(/\((\d+)\)/.exec((await heading.textContent()) ?? "")?.[1]);
    expect(await grid().getByRole("checkbox").count()).toBe(said);
    await page.keyboard.press("ArrowDown");
    await page.waitForURL(/task=/);
    await page.keyboard.press("ArrowUp");
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await page.reload();
    await grid().getByText(budget).waitFor();
    await page.getByRole("button", { name: "Lưu chế độ xem này" }).click();
    await page.getByLabel("Tên chế độ xem").fill("Theo chủ trì");
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    const views = page.getByRole("navigation", { name: "Chế độ xem" });
    await views.getByRole("link", { name: "Theo chủ trì" }).waitFor();
    await views.getByRole("link", { name: "Tất cả" }).click();
    await heading.waitFor({ state: "detached" });
    await views.getByRole("link", { name: "Theo chủ trì" }).click();
    await heading.waitFor();
    await grid().getByText(budget).waitFor();
    await heading.press("ArrowLeft");
    await grid().getByText(budget).waitFor({ state: "detached" });
    await views.getByRole("link", { name: "Tất cả" }).click();
    await grid().getByText(budget).waitFor();
  });

  it("a click on the words of a task opens its page, Back leads to the list again", async () => {
    await grid().getByRole("link", { name: budget }).click();
    await page.getByRole("heading", { name: "Quá trình", exact: true }).waitFor();
    await page.goBack();
    await grid().getByText(budget).waitFor();
    expect(new URL(page.url()).searchParams.get("task")).toBeNull();
  });

  it("what is rarely needed stands in one menu that the keyboard opens, walks and leaves", async () => {
    const more = page.getByRole("button", { name: "Thao tác khác" });
    await more.focus();
    await page.keyboard.press("Enter");
    const menu = page.getByRole("menu", { name: "Thao tác khác" });
    expect(await menu.getByRole("menuitem").allInnerTexts()).toHaveLength(7);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Xuất CSV");
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "detached" });
    expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it("columns are chosen and moved, stand in the address, and are remembered for the person", async () => {
    const heads = () => grid().getByRole("columnheader").allTextContents();
    const usual = await heads();
    await page.getByRole("button", { name: "Thao tác khác" }).click();
    await page.getByRole("menuitem", { name: "Chọn cột" }).click();
    const dialog = page.getByRole("dialog", { name: "Chọn cột" });
    await dialog.getByRole("checkbox", { name: "Văn bản", exact: true }).click();
    await dialog.getByRole("checkbox", { name: "Sản phẩm" }).click();
    await dialog.getByRole("button", { name: "Chuyển cột Sản phẩm lên trước" }).click();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    const chosen = ["Số", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Sản phẩm", "Tình trạng"];
    expect((await heads()).map((head) => head.replace(/ [↑↓]$/, ""))).toEqual(chosen);
    expect(new URL(page.url()).searchParams.get("columns")).toBe("content,lead,due,product,state");
    await page.goto(`${program.origin}/tasks`);
    await grid().getByText("Sản phẩm").waitFor();
    await page.getByRole("button", { name: "Thao tác khác" }).click();
    await page.getByRole("menuitem", { name: "Chọn cột" }).click();
    await dialog.getByRole("button", { name: "Trở về mặc định" }).click();
    await page.keyboard.press("Escape");
    await grid().getByText("Sản phẩm").waitFor({ state: "detached" });
    expect(await heads()).toEqual(usual);
  });

  it("a row opens beside the table, Enter opens its page, a completion is recorded and stays", async () => {
    await grid().locator("[data-row]", { hasText: budget }).locator("[data-column=state]").click();
    const panel = page.getByRole("complementary", { name: "Nhiệm vụ đang chọn" });
    await panel.getByRole("heading", { name: budget }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Quá trình", exact: true }).waitFor();
    await page.getByRole("region", { name: "Văn bản gốc" }).locator("mark").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Hoàn thành", exact: true }).first().click();
    const product = page.getByLabel(/^Sản phẩm \(số văn bản/);
    await product.fill("Tờ trình 12/TTr-STC");
    // Half typed, the window is closed and opened again.
    await page.reload();
    await page.getByRole("button", { name: "Hoàn thành", exact: true }).first().click();
    expect(await product.inputValue()).toBe("Tờ trình 12/TTr-STC");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Ghi", exact: true }).click();
    await page.getByText(/xong \d\d\/\d\d\/\d{4} · Tờ trình 12\/TTr-STC/).waitFor();
    await page
      .getByText(/Hoàn thành (đúng|quá) hạn/)
      .first()
      .waitFor();
    await page.reload();
    await page
      .getByText(/Tờ trình 12\/TTr-STC/)
      .first()
      .waitFor();
  });

  it("the overview counts it, and a number opens its list", async () => {
    await page.getByRole("link", { name: "Tổng quan" }).click();
    await page.getByText(/nhiệm vụ trong sổ/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const done = page.getByRole("row", { name: /Hoàn thành (đúng|quá) hạn 1/ });
    await done.getByRole("link", { name: "1" }).click();
    await grid().getByText(budget).waitFor();
  });

  it("by unit and by quarter lead to the same tasks", async () => {
    await page.getByRole("link", { name: "Theo đơn vị" }).click();
    await page.getByRole("row", { name: /^Sở Ngoại vụ/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: "Theo thời gian" }).click();
    await page.goto(`${program.origin}/timeline?from=2026&to=2026`);
    await page.getByRole("columnheader", { name: /Q2/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const whole = page.getByRole("row", { name: /^Cả sổ/ });
    await whole.getByRole("link").first().click();
    await page.waitForURL(/year=2026&quarter=2/);
    await grid().getByText(budget).waitFor();
  });

  it("a first day makes what fell due before it no longer late", async () => {
    await page.getByRole("link", { name: "Thiết lập" }).click();
    await page.getByLabel("Ngày bắt đầu dùng hệ thống").fill("2030-01-01");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await page.getByText(/kỳ đến hạn trước ngày bắt đầu/).waitFor();
    await page.goto(`${program.origin}/tasks?state=beforeStart`);
    await grid().getByRole("checkbox").first().check();
    await page.getByRole("button", { name: /^Ghi 1 nhiệm vụ là đã xong/ }).click();
    await page.getByText(/Đã ghi \d+ kỳ/).waitFor();
    await page.goto(`${program.origin}/overview`);
    await page.getByRole("row", { name: "Quá hạn 0", exact: true }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("speaks English, and nothing is wider than a phone", async () => {
    for (const path of ["/overview", "/tasks", "/units", "/timeline", "/settings"]) {
      const opened = await samePerson(browser, page, program.origin + path, phone);
      await opened.page.getByRole("button", { name: "English" }).click();
      await opened.page.getByRole("heading", { level: 1 }).waitFor();
      await opened.page.waitForLoadState("networkidle");
      expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await faultsOf(opened.page)).toEqual([]);
      await opened.page.context().close();
    }
  });
});
