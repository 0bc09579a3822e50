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

async function importText(name: string, text: string): Promise<void> {
  await page.goto(`${program.origin}/documents/import`);
  await page
    .locator("input[type=file]")
    .setInputFiles([{ name, mimeType: "text/plain", buffer: Buffer.from(text, "utf8") }]);
  await page.getByRole("link", { name: "Rà soát ngay" }).click();
  await page.getByRole("grid", { name: "Các mục đọc được" }).waitFor();
}

const proposed = () => page.getByRole("region", { name: "Có thể là việc đã giao" });
const chosen = () => page.locator("[data-row][data-chosen]");

/** Goes with the keyboard to the row that holds these words. */
async function goTo(words: string): Promise<void> {
  for (let at = 0; at < 12; at++) {
    if ((await chosen().textContent())?.includes(words)) return;
    await page.keyboard.press(at < 6 ? "j" : "k");
  }
  throw new Error(`no row with ${words}`);
}

describe("work that is given again", () => {
  it("is proposed at review with the words of both, and linked by one key; undone, it is open again", async () => {
    await importText("41.txt", firstNotice);
    for (let at = 0; at < 3; at++) await page.keyboard.press("Enter");
    await page.getByText("Đã rà soát xong.").waitFor();
    await page.getByText("Mọi thay đổi đã lưu").waitFor();
    await importText("88.txt", secondNotice);
    await goTo("logistics");
    await proposed().getByText("hạn trước ngày 30/12/2026").waitFor();
    await proposed()
      .getByRole("link", { name: /41\/TB-UBND/ })
      .waitFor();
    expect(
      await proposed()
        .getByText(/phát triển logistics tại Khu kinh tế cửa khẩu Kim Thành/)
        .count(),
    ).toBeGreaterThanOrEqual(2);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("l");
    await page.getByText("Đã liên kết với việc đã giao.").waitFor();
    await page.keyboard.press("u");
    await page.getByRole("status").first().getByText("0/3 đã rà soát").waitFor();
    await goTo("logistics");
    await proposed().waitFor();
    await page.keyboard.press("l");
    await page.getByRole("status").first().getByText("1/3 đã rà soát").waitFor();
  });

  it("asks before a withdrawal is done, and proposes nothing for other work", async () => {
    await goTo("tuyển dụng giáo viên");
    expect(await proposed().count()).toBe(0);
    await page.keyboard.press("Enter");
    await goTo("dừng thực hiện");
    await proposed()
      .getByText(/văn bản này dẫn 41\/TB-UBND/)
      .waitFor();
    await page.keyboard.press("l");
    const dialog = page.getByRole("dialog", { name: "Rút nhiệm vụ này?" });
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Rút nhiệm vụ", exact: true }).click();
    await page.getByText("Đã rà soát xong.").waitFor();
    await page.getByText("Mọi thay đổi đã lưu").waitFor();
  });

  it("is one task with one chain: its newest day counts, the first stays in sight", async () => {
    const answer = await page.request.get(`${program.origin}/api/tasks?q=logistics`);
    const { tasks } = (await answer.json()) as TaskListAnswer;
    expect(tasks.map(({ current }) => current?.dueOn)).toEqual(["2027-02-15"]);
    await page.goto(`${program.origin}/tasks/${tasks[0]?.id}`);
    const lineage = page.getByRole("region", { name: "Quá trình chỉ đạo" });
    await lineage.getByText("đặt hạn 30/12/2026, lại 15/02/2027, giao lần thứ hai").waitFor();
    expect(await lineage.getByRole("listitem").count()).toBe(2);
    await lineage.getByRole("link", { name: /88\/TB-UBND/ }).waitFor();
    await page.getByText(/hạn đầu 30\/12\/2026/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await lineage.getByRole("link", { name: /41\/TB-UBND/ }).click();
    const later = page.getByRole("region", { name: "Được văn bản sau giao lại, chỉ đạo tiếp" });
    await later
      .getByRole("link", { name: /88\/TB-UBND/ })
      .first()
      .waitFor();
    expect(await later.getByRole("listitem").count()).toBe(2);
    expect(await faultsOf(page)).toEqual([]);
    await page.goBack();
    await lineage.waitFor();
    const opened = await samePerson(browser, page, page.url(), phone);
    await opened.page
      .getByRole("region", { name: "Quá trình chỉ đạo" })
      .getByText(/giao lần thứ hai/)
      .waitFor();
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await opened.page.context().close();
    expect(troubles).toEqual([]);
  });
});
