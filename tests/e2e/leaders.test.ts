import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import type { SettingsAnswer } from "../../src/contract/settings.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { phone, startBrowser } from "./browser-page.ts";
import { firstAdministrator, samePerson } from "./signed-in.ts";

const order = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 91/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 3 năm 2026
THÔNG BÁO
Kết luận về công tác đối ngoại
1. Giao Sở Tài chính lập dự toán kinh phí đối ngoại, trình Ủy ban nhân dân tỉnh trước ngày 15/4/2026.
2. Giao Sở Y tế rà soát các đề án hợp tác quốc tế, báo cáo kết quả trước ngày 15/6/2026.
3. Giao Sở Y tế tổng kết việc tiếp nhận viện trợ, báo cáo kết quả trước ngày 20/6/2026.
4. Giao Ủy ban nhân dân phường Pleiku báo cáo kết quả giao lưu nhân dân trước ngày 15/9/2026.
5. Giao Sở Ngoại vụ chuẩn bị kế hoạch đoàn ra, trình Ủy ban nhân dân tỉnh trước ngày 15/12/2027.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;

let program: ServedProgram;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page } = await firstAdministrator(browser, program));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function importAndAccept(): Promise<void> {
  const settings = `${program.origin}/api/settings`;
  const { version, soonDays } = (await (await page.request.get(settings)).json()) as SettingsAnswer;
  const data = { version, soonDays, startDay: "2026-01-01" };
  expect((await page.request.put(settings, { data })).status()).toBe(200);
  const files = { files: { name: "thong-bao-91.txt", mimeType: "text/plain", buffer: Buffer.from(order) } };
  const imported = await page.request.post(`${program.origin}/api/documents`, { multipart: files });
  const [line] = ((await imported.json()) as { lines: { document: { id: string } }[] }).lines;
  const path = `${program.origin}/api/documents/${line?.document.id}/findings`;
  const { findings } = (await (await page.request.get(path)).json()) as FindingsAnswer;
  expect(findings).toHaveLength(5);
  for (const { id, version: seen } of findings) {
    const decision = { data: { version: seen, decision: "accepted" } };
    await page.request.post(`${program.origin}/api/findings/${id}/decision`, decision);
  }
}

// Each case goes on where the one before it ended.
describe("the leaders' page", { timeout: 60_000 }, () => {
  it("says what will stand there while there is nothing", async () => {
    await page.goto(`${program.origin}/leaders`);
    await page.getByText("Chưa có phần việc nào").waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("shows what is late, whose and since when; each number opens its list", async () => {
    await importAndAccept();
    await page.getByRole("link", { name: "Trang lãnh đạo" }).click();
    await page.reload();
    const row = page.getByRole("row", { name: /^Sở Y tế 2 14\/06\/2026/ });
    await row.waitFor();
    await page.getByRole("columnheader", { name: "Xã, phường, đặc khu" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await row.getByRole("link", { name: "2", exact: true }).first().click();
    await page.getByText("2 phần việc").waitFor();
    await page.getByRole("link", { name: /tổng kết việc tiếp nhận viện trợ/ }).waitFor();
  });

  it("prints on one A4 page", async () => {
    await page.goto(`${program.origin}/leaders`);
    await page.getByRole("row", { name: /^Sở Y tế 2 14/ }).waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  });

  it("is as wide as a phone", async () => {
    const opened = await samePerson(browser, page, `${program.origin}/leaders`, phone);
    await opened.page.getByRole("row", { name: /^Sở Y tế 2 14/ }).waitFor();
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await faultsOf(opened.page)).toEqual([]);
    expect(opened.troubles).toEqual([]);
  });

  it("from the late duties of a unit a letter is drafted and saved", async () => {
    await page.goto(`${program.origin}/duties?q=vien+tro`);
    await page.getByText("1 phần việc").waitFor();
    await page.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Soạn công văn đôn đốc" }).click();
    const dialog = page.getByRole("dialog", { name: "Soạn công văn đôn đốc" });
    await dialog.getByRole("button", { name: "Tải dự thảo" }).click();
    await dialog.getByText(/vai trò của bạn chưa gắn với cơ quan nào/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByLabel("Cơ quan ký").selectOption("committee");
    const saving = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Tải dự thảo" }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^cong-van-don-doc-\d{4}-\d{2}-\d{2}\.docx$/);
    expect(
      readFileSync(await saved.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });
});
