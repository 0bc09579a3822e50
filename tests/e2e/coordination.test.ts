import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { startBrowser } from "./browser-page.ts";
import { firstAdministrator } from "./signed-in.ts";

const order = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 93/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 9 năm 2026
THÔNG BÁO
Kết luận về công tác đối ngoại
1. Giao Sở Tài chính, Sở Y tế lập đề án hợp tác y tế với tỉnh bạn, trình Ủy ban nhân dân tỉnh trước ngày 15/12/2026.
2. Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ và các đơn vị liên quan tổng hợp kinh phí đoàn ra, báo cáo trước ngày 20/12/2026.
3. Giao Sở Ngoại vụ thường xuyên cập nhật cơ sở dữ liệu đối tác nước ngoài.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;

let program: ServedProgram;
let browser: Browser;
let admin: Page;

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page: admin } = await firstAdministrator(browser, program));
  await importAndAccept();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function importAndAccept(): Promise<void> {
  const files = { files: { name: "thong-bao-93.txt", mimeType: "text/plain", buffer: Buffer.from(order) } };
  const imported = await admin.request.post(`${program.origin}/api/documents`, { multipart: files });
  const [line] = ((await imported.json()) as { lines: { document: { id: string } }[] }).lines;
  const path = `${program.origin}/api/documents/${line?.document.id}/findings`;
  const { findings } = (await (await admin.request.get(path)).json()) as FindingsAnswer;
  expect(findings).toHaveLength(3);
  for (const { id, version } of findings) {
    const decision = { data: { version, decision: "accepted" } };
    const answer = await admin.request.post(`${program.origin}/api/findings/${id}/decision`, decision);
    expect(answer.status()).toBe(200);
  }
}

async function openTask(page: Page, words: string): Promise<void> {
  await page.goto(`${program.origin}/tasks?q=${encodeURIComponent(words)}`);
  const found = await page.request.get(`${program.origin}/api/tasks?q=${encodeURIComponent(words)}`);
  const [task] = ((await found.json()) as { tasks: { id: string }[] }).tasks;
  await page.goto(`${program.origin}/tasks/${task?.id}`);
  await page.getByRole("heading", { name: "Phần việc của các đơn vị" }).waitFor();
}

describe("who answers for the whole of a task that several lead", { timeout: 60_000 }, () => {
  it("is shown as missing, recorded from the leads, and taken back within a minute", async () => {
    await openTask(admin, "hợp tác y tế");
    await admin.getByText("chưa xác định đơn vị chịu trách nhiệm chung").waitFor();
    await admin.getByRole("button", { name: "Xác định đơn vị chịu trách nhiệm chung" }).click();
    const form = admin.getByRole("form", { name: "Xác định đơn vị chịu trách nhiệm chung" });
    await form.getByRole("button", { name: "Ghi", exact: true }).click();
    await form.getByText("Cần chọn đơn vị.").waitFor();
    await form.getByLabel("Đơn vị").selectOption({ label: "Sở Y tế" });
    await form.getByLabel(/Số văn bản/).fill("12/VP-KGVX");
    expect(await faultsOf(admin)).toEqual([]);
    await form.getByRole("button", { name: "Ghi", exact: true }).click();
    await admin.getByText("Đã ghi: Sở Y tế chịu trách nhiệm chung.").waitFor();
    await admin.getByText(/theo văn bản 12\/VP-KGVX/).waitFor();
    await admin.getByRole("button", { name: "Hoàn tác" }).click();
    await admin.getByText("chưa xác định đơn vị chịu trách nhiệm chung").waitFor();
  });
});
