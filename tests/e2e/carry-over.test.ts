import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskListAnswer } from "../../src/contract/task.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { phone, startBrowser } from "./browser-page.ts";
import { noticeText } from "./lineage-documents.ts";
import { firstAdministrator, samePerson } from "./signed-in.ts";

let program: ServedProgram;
let browser: Browser;
let page: Page;
let troubles: readonly string[];

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page, troubles } = await firstAdministrator(browser, program));
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const replaced = noticeText({
  number: "12/TB-UBND",
  day: "06 tháng 01 năm 2026",
  about: "cuộc họp về du lịch cộng đồng",
  orders: [
    "1. Sở Y tế xây dựng vườn thuốc nam của người Dao đỏ tại Tả Phìn, báo cáo trước ngày 30/11/2026.",
    "2. Sở Xây dựng hoàn thành bến thuyền du lịch hồ Thác Bà, báo cáo trước ngày 20/12/2026.",
    "3. Sở Công Thương mở chợ phiên Cốc Ly vào ban đêm, báo cáo trước ngày 25/12/2026.",
  ],
});
const replacing = noticeText({
  number: "95/TB-UBND",
  day: "02 tháng 11 năm 2026",
  about: "cuộc họp tháng 11, thay thế Thông báo số 12/TB-UBND ngày 06/01/2026",
  orders: [
    "1. Sở Xây dựng hoàn thành bến thuyền du lịch hồ Thác Bà trước ngày 15/3/2027.",
    "2. Sở Y tế xây dựng vườn thuốc nam của người Dao đỏ tại Tả Phìn trước ngày 31/12/2027.",
    "3. Sở Nội vụ tổng hợp biên chế cán bộ du lịch xã, báo cáo trước ngày 31/01/2027.",
  ],
});

/** Imports a document, accepts each of its three orders, and gives its address. */
async function take(name: string, text: string): Promise<string> {
  await page.goto(`${program.origin}/documents/import`);
  await page
    .locator("input[type=file]")
    .setInputFiles([{ name, mimeType: "text/plain", buffer: Buffer.from(text, "utf8") }]);
  await page.getByRole("link", { name: "Rà soát ngay" }).click();
  await page.getByRole("grid", { name: "Các mục đọc được" }).waitFor();
  const address = page.url().replace(/\/review.*/, "");
  for (let at = 0; at < 3; at++) await page.keyboard.press("Enter");
  await page.getByText("Đã rà soát xong.").waitFor();
  await page.getByText("Mọi thay đổi đã lưu").waitFor();
  return address;
}

const list = () => page.getByRole("list", { name: "Việc chờ trả lời" });

describe("a document that replaces another", () => {
  it("asks about each task half done, and carries sure ones over at once", async () => {
    await take("12.txt", replaced);
    await page.goto(await take("95.txt", replacing));
    await page.getByText("3 việc được hỏi → 0 đã trả lời, 3 chờ trả lời").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Chuyển tiếp 2 việc chắc chắn" }).click();
    await page.getByText(/Đã chuyển tiếp 2 việc/).waitFor();
    await page.getByText("3 việc được hỏi → 2 đã trả lời, 1 chờ trả lời").waitFor();
    await page.getByText("Đã trả lời: 2 chuyển tiếp, 0 vẫn thực hiện, 0 rút").click();
    expect(await faultsOf(page)).toEqual([]);
    const found = await page.request.get(`${program.origin}/api/tasks?q=thuy%E1%BB%81n`);
    const { tasks } = (await found.json()) as TaskListAnswer;
    expect(tasks.map(({ current }) => current?.dueOn)).toEqual(["2027-03-15"]);
    const opened = await samePerson(browser, page, page.url(), phone);
    await opened.page.getByText(/1 chờ trả lời/).waitFor();
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await opened.page.context().close();
  });

  it("takes them back at once, and is answered by keys", async () => {
    await page.getByRole("status").getByRole("button", { name: "Hoàn tác" }).click();
    await page.getByText("3 việc được hỏi → 0 đã trả lời, 3 chờ trả lời").waitFor();
    await list().focus();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByText("Đã trả lời: 1 chuyển tiếp, 0 vẫn thực hiện, 0 rút").waitFor();
    await list().focus();
    await page.keyboard.press("g");
    await page.getByRole("dialog").getByRole("button", { name: "Vẫn còn cần" }).click();
    await page.getByText(/1 chuyển tiếp, 1 vẫn thực hiện, 0 rút/).waitFor();
    expect(await list().getByRole("listitem").count()).toBe(1);
    expect(troubles).toEqual([]);
  });
});
