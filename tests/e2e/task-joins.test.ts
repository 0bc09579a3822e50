import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskListAnswer } from "../../src/contract/task.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { phone, startBrowser } from "./browser-page.ts";
import { firstNotice, secondNotice } from "./lineage-documents.ts";
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

/** Imports a document and accepts each of its three orders as a task of its own. */
async function take(name: string, text: string): Promise<void> {
  await page.goto(`${program.origin}/documents/import`);
  await page
    .locator("input[type=file]")
    .setInputFiles([{ name, mimeType: "text/plain", buffer: Buffer.from(text, "utf8") }]);
  await page.getByRole("link", { name: "Rà soát ngay" }).click();
  await page.getByRole("grid", { name: "Các mục đọc được" }).waitFor();
  for (let at = 0; at < 3; at++) await page.keyboard.press("Enter");
  await page.getByText("Đã rà soát xong.").waitFor();
  await page.getByText("Mọi thay đổi đã lưu").waitFor();
}

async function logistics(): Promise<readonly string[]> {
  const answer = await page.request.get(`${program.origin}/api/tasks?q=logistics`);
  const { tasks } = (await answer.json()) as TaskListAnswer;
  return tasks.map(({ id }) => id);
}

describe("two tasks that turned out to be one", () => {
  it("are shown side by side with what will be, and joined", async () => {
    await take("41.txt", firstNotice);
    await take("88.txt", secondNotice);
    const [older, newer] = await logistics();
    await page.goto(`${program.origin}/tasks/${newer}`);
    await page.getByRole("button", { name: "Gộp với nhiệm vụ khác" }).click();
    const dialog = page.getByRole("dialog", { name: "Gộp hai nhiệm vụ là một" });
    const likely = dialog.getByRole("region", { name: "Có thể là cùng một việc" });
    await likely.getByRole("button", { name: /logistics/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole("searchbox").fill("container");
    await dialog.getByRole("region", { name: "Tìm được" }).getByRole("button").first().waitFor();
    await likely.getByRole("button", { name: /logistics/ }).click();
    await dialog
      .getByText("Hạn 30/12/2026 và hạn 15/02/2027 là của cùng một kỳ: hạn 15/02/2027 có hiệu lực.")
      .waitFor();
    await dialog.getByText("Sở Công Thương: phần việc của hai nhiệm vụ thành một.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Gộp hai nhiệm vụ" }).click();
    await page.waitForURL(`${program.origin}/tasks/${older}`);
    await page
      .getByRole("region", { name: "Đã gộp vào nhiệm vụ này" })
      .getByText(/88\/TB-UBND/)
      .waitFor();
    await page
      .getByRole("region", { name: "Quá trình chỉ đạo" })
      .getByText(/giao lần thứ hai/)
      .waitFor();
    expect(await logistics()).toEqual([older]);
    await page.goto(`${program.origin}/tasks/${newer}`);
    await page.getByText("Nhiệm vụ bạn mở đã được gộp vào nhiệm vụ này.").waitFor();
    await page.getByText(/hạn đầu 30\/12\/2026/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const opened = await samePerson(browser, page, page.url(), phone);
    await opened.page.getByRole("button", { name: "Tách lại" }).waitFor();
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await opened.page.context().close();
  });

  it("are parted again as they were", async () => {
    await page.getByRole("button", { name: "Tách lại" }).click();
    await page.getByText("Hai nhiệm vụ đã được tách lại như trước khi gộp.").waitFor();
    expect(await logistics()).toHaveLength(2);
    expect(troubles).toEqual([]);
  });
});
