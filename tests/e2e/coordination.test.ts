import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { startBrowser } from "./browser-page.ts";
import { firstAdministrator, invitedPerson } from "./signed-in.ts";

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
let finance: Page;
let home: Page;

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page: admin } = await firstAdministrator(browser, program));
  await importAndAccept();
  const from = { page: admin, origin: program.origin };
  const invite = async (name: string, email: string, role: string, unit: string) =>
    (await invitedPerson(browser, from, { name, email, role, unit })).page;
  finance = await invite("Lê Thị Sen", "sen@vd.gov.vn", "unitOfficer", "Sở Tài chính");
  home = await invite("Phạm Văn Nội", "noi@vd.gov.vn", "unitHead", "Sở Nội vụ");
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

describe("units that a document leaves open, and what is asked of those that co-ordinate", {
  timeout: 60_000,
}, () => {
  const coordination = (page: Page) => page.getByRole("region", { name: "Đơn vị phối hợp" });
  const openDuty = async () => {
    await finance.goto(`${program.origin}/duties?q=kinh+phi+doan+ra`);
    await finance.getByRole("link", { name: /tổng hợp kinh phí đoàn ra/ }).click();
    await coordination(finance).waitFor();
  };

  it("the lead names the units by a search, and takes it back", async () => {
    await openDuty();
    await coordination(finance).getByText("Đơn vị chủ trì chưa xác định là những đơn vị nào.").waitFor();
    await finance.getByRole("button", { name: "Xác định đơn vị" }).click();
    const form = finance.getByRole("form", { name: /Xác định đơn vị/ });
    await form.getByRole("button", { name: "Ghi", exact: true }).click();
    await form.getByText("Cần chọn ít nhất một đơn vị.").waitFor();
    await form.getByLabel("Tìm đơn vị").fill("cong thuong");
    await form.getByRole("button", { name: "Sở Công Thương", exact: true }).click();
    await form.getByLabel("Tìm đơn vị").fill("y te");
    await form.getByRole("button", { name: "Sở Y tế", exact: true }).click();
    await form.getByRole("button", { name: "Bỏ Sở Công Thương" }).waitFor();
    expect(await faultsOf(finance)).toEqual([]);
    await form.getByRole("button", { name: "Ghi", exact: true }).click();
    await finance.getByText("Đã xác định 2 đơn vị.").waitFor();
    await coordination(finance)
      .getByText(/Sở Công Thương; Sở Y tế|Sở Y tế; Sở Công Thương/)
      .waitFor();
    await finance.getByRole("button", { name: "Hoàn tác" }).click();
    await coordination(finance).getByText("Đơn vị chủ trì chưa xác định là những đơn vị nào.").waitFor();
  });

  it("the lead asks in writing; it waits with its age on its duty and in the work of who is asked", async () => {
    await coordination(finance).getByRole("button", { name: "Đề nghị phối hợp" }).click();
    const form = finance.getByRole("form", { name: "Đề nghị phối hợp" });
    await form.getByRole("button", { name: "Đề nghị phối hợp" }).click();
    await form.getByText("Cần ghi nội dung hoặc số văn bản.").waitFor();
    await form.getByLabel("Nội dung đề nghị").fill("Gửi danh sách đoàn ra quý IV");
    await form.getByLabel(/Số văn bản/).fill("120/STC-NS");
    await form.getByRole("button", { name: "Đề nghị phối hợp" }).click();
    await form.getByText("Cần ghi ngày văn bản.").waitFor();
    await form.getByLabel("Ngày văn bản").fill("2026-11-20");
    expect(await faultsOf(finance)).toEqual([]);
    await form.getByRole("button", { name: "Đề nghị phối hợp" }).click();
    await coordination(finance).getByText("Chờ trả lời, đề nghị hôm nay").waitFor();
    await home.goto(`${program.origin}/duties`);
    const list = home.getByRole("region", { name: "Đề nghị phối hợp chờ trả lời" });
    await list.getByText("Sở Tài chính đề nghị").waitFor();
    await list.getByText(/Gửi danh sách đoàn ra quý IV/).waitFor();
    expect(await faultsOf(home)).toEqual([]);
  });

  it("who is asked answers, takes the answer back, and answers again; the lead sees it", async () => {
    const list = home.getByRole("region", { name: "Đề nghị phối hợp chờ trả lời" });
    await list.getByRole("button", { name: "Trả lời" }).click();
    const form = home.getByRole("form", { name: "Trả lời" });
    await form.getByRole("button", { name: "Trả lời" }).click();
    await form.getByText("Cần ghi nội dung hoặc thêm tài liệu.").waitFor();
    await form.getByLabel("Nội dung trả lời").fill("Quý IV có 3 đoàn ra");
    expect(await faultsOf(home)).toEqual([]);
    await form.getByRole("button", { name: "Trả lời" }).click();
    await home.getByText("Đã ghi trả lời.").waitFor();
    await home.getByRole("button", { name: "Hoàn tác" }).click();
    await list.getByRole("button", { name: "Không thực hiện được" }).click();
    await home.getByLabel("Lý do").fill("Chưa có số liệu");
    await home
      .getByRole("form", { name: "Không thực hiện được" })
      .getByRole("button", { name: "Không thực hiện được" })
      .click();
    await home.getByText("Đã ghi là không thực hiện được.").waitFor();
    await openDuty();
    await coordination(finance).getByText("Chưa có số liệu").waitFor();
  });
});

describe("the heartbeat of what has no deadline", { timeout: 60_000 }, () => {
  it("is quiet where the province asks for proofs more often than they come, and its list is one press away", async () => {
    const found = await admin.request.get(`${program.origin}/api/tasks?q=doi+tac+nuoc+ngoai`);
    const [task] = ((await found.json()) as { tasks: { id: string; version: number }[] }).tasks;
    const edit = { version: task?.version, timeWords: "Thường xuyên", schedule: { kind: "continuous" } };
    await admin.request.patch(`${program.origin}/api/tasks/${task?.id}`, { data: edit });
    await admin.goto(`${program.origin}/tasks/${task?.id}`);
    await admin.getByText("Chưa đến kỳ có kết quả").waitFor();
    await admin.goto(`${program.origin}/settings`);
    await admin.getByLabel("Nhiệm vụ thường xuyên: kết quả không cũ hơn").selectOption({ label: "1 tháng" });
    expect(await faultsOf(admin)).toEqual([]);
    await admin.getByRole("button", { name: "Lưu", exact: true }).first().click();
    await admin.getByText("Đã lưu").first().waitFor();
    await admin.goto(`${program.origin}/tasks/${task?.id}`);
    await admin.getByText("Chưa có kết quả nào").waitFor();
    expect(await faultsOf(admin)).toEqual([]);
    await admin.getByRole("link", { name: "1 đơn vị lâu không có kết quả" }).click();
    await admin.getByText("1 phần việc").waitFor();
    await admin.getByRole("gridcell", { name: /Chưa có kết quả nào/ }).waitFor();
    await admin.goto(`${program.origin}/tasks?q=doi+tac+nuoc+ngoai`);
    await admin.getByRole("gridcell", { name: /Chưa có kết quả nào/ }).waitFor();
    expect(await faultsOf(admin)).toEqual([]);
  });
});
