import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { openPage, phone, startBrowser } from "./browser-page.ts";
import { firstAdministrator, invitedPerson, password, samePerson } from "./signed-in.ts";

const order = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 88/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 9 năm 2026
THÔNG BÁO
Kết luận về công tác đối ngoại
1. Giao Sở Tài chính lập dự toán kinh phí đối ngoại năm 2027, trình Ủy ban nhân dân tỉnh trước ngày 15/12/2026.
2. Giao Sở Y tế rà soát các đề án hợp tác quốc tế, báo cáo kết quả trước ngày 15/12/2026.
3. Giao Ủy ban nhân dân phường Pleiku báo cáo kết quả giao lưu nhân dân trước ngày 15/12/2026.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;

let program: ServedProgram;
let browser: Browser;
let admin: Page;
let head: Page;
let officer: Page;
let office: Page;
let commune: Page;

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page: admin } = await firstAdministrator(browser, program));
  await importAndAccept();
  const from = { page: admin, origin: program.origin };
  const invite = async (name: string, email: string, role: string, unit: string) =>
    (await invitedPerson(browser, from, { name, email, role, unit })).page;
  officer = await invite("Lê Thị Sen", "sen@vd.gov.vn", "unitOfficer", "Sở Tài chính");
  head = await invite("Phạm Văn Tài", "tai@vd.gov.vn", "unitHead", "Sở Tài chính");
  office = await invite("Đỗ Văn Phòng", "phong@vd.gov.vn", "governmentOffice", "Văn phòng UBND tỉnh");
  commune = await invite("Rơ Châm Hoa", "hoa2@vd.gov.vn", "unitOfficer", "UBND phường Pleiku");
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function importAndAccept(): Promise<void> {
  const files = { files: { name: "thong-bao-88.txt", mimeType: "text/plain", buffer: Buffer.from(order) } };
  const imported = await admin.request.post(`${program.origin}/api/documents`, { multipart: files });
  const [line] = ((await imported.json()) as { lines: { document: { id: string } }[] }).lines;
  const path = `${program.origin}/api/documents/${line?.document.id}/findings`;
  const { findings } = (await (await admin.request.get(path)).json()) as FindingsAnswer;
  expect(findings).toHaveLength(3);
  for (const { id, version } of findings) {
    const decision = { data: { version, decision: "accepted" } };
    expect(
      (await admin.request.post(`${program.origin}/api/findings/${id}/decision`, decision)).status(),
    ).toBe(200);
  }
}

async function openDuty(page: Page, words: RegExp): Promise<void> {
  await page.goto(`${program.origin}/duties`);
  await page.getByRole("link", { name: words }).first().click();
  await page.getByRole("heading", { name: "Báo cáo của đơn vị" }).waitFor();
}

const stateOf = (page: Page, words: string) => page.locator("dd", { hasText: words }).first().waitFor();

// Each case goes on where the one before it ended.
describe("a duty from its document to its proven product", { timeout: 60_000 }, () => {
  it("stands first among what the officer of its unit sees, and nobody else's does", async () => {
    await officer.getByRole("link", { name: "Việc của tôi" }).click();
    await officer.getByRole("heading", { name: "Việc của tôi" }).waitFor();
    await officer.getByText("1 phần việc").waitFor();
    await officer.getByRole("link", { name: /lập dự toán kinh phí đối ngoại/ }).waitFor();
    expect(await faultsOf(officer)).toEqual([]);
  });

  it("a report of completion needs its product; with it, it waits for the head", async () => {
    await openDuty(officer, /lập dự toán/);
    await officer.getByRole("button", { name: "Báo cáo", exact: true }).click();
    await officer.getByLabel("Kết quả, tiến độ").fill("Đã trình dự toán năm 2027");
    await officer.getByLabel("Đã hoàn thành, có sản phẩm kèm theo").check();
    await officer.getByRole("button", { name: "Gửi lãnh đạo duyệt" }).click();
    await officer.getByText(/Báo cáo hoàn thành cần sản phẩm/).waitFor();
    await officer.getByRole("button", { name: "Thêm số văn bản" }).click();
    await officer.getByLabel("Số văn bản", { exact: true }).fill("152/TTr-STC");
    await officer.getByLabel(/Trích yếu/).fill("Tờ trình dự toán đối ngoại");
    await officer.keyboard.press("Enter");
    await officer.getByText("152/TTr-STC: Tờ trình dự toán đối ngoại").waitFor();
    expect(await faultsOf(officer)).toEqual([]);
    // What was typed survives the page.
    await officer.reload();
    await officer.getByRole("button", { name: "Báo cáo", exact: true }).click();
    await officer.getByText("Đã lấy lại những gì bạn gõ trước đó.").waitFor();
    await officer.getByRole("button", { name: "Gửi lãnh đạo duyệt" }).click();
    await officer.getByText("Chờ lãnh đạo đơn vị duyệt", { exact: true }).waitFor();
  });

  it("the head approves it with one press", async () => {
    await openDuty(head, /lập dự toán/);
    await head.getByRole("button", { name: "Duyệt báo cáo" }).click();
    await stateOf(head, "Đã trình, chờ xác nhận");
    expect(await faultsOf(head)).toEqual([]);
  });

  it("the focal body asks for more with a reason, and the unit sees it at the top", async () => {
    await openDuty(admin, /lập dự toán/);
    await admin.getByRole("button", { name: "Đề nghị bổ sung" }).click();
    const form = admin.getByRole("form", { name: "Đề nghị bổ sung" });
    await form.getByRole("button", { name: "Ghi", exact: true }).click();
    await form.getByText("Cần ghi lý do.").waitFor();
    await form.getByLabel("Lý do").fill("Bổ sung thuyết minh đoàn ra");
    await form.getByRole("button", { name: "Ghi", exact: true }).click();
    await admin.getByText("Bổ sung thuyết minh đoàn ra").waitFor();
    await head.goto(`${program.origin}/duties`);
    await head.getByRole("gridcell", { name: "Đề nghị bổ sung" }).waitFor();
  });

  it("the unit reports again, by the signed document that came back", async () => {
    await openDuty(head, /lập dự toán/);
    await head.getByRole("button", { name: "Báo cáo", exact: true }).click();
    await head.getByLabel("Kết quả, tiến độ").fill("Đã bổ sung thuyết minh");
    await head.getByRole("button", { name: "Thêm số văn bản" }).click();
    await head.getByLabel("Số văn bản", { exact: true }).fill("160/TTr-STC");
    await head.keyboard.press("Enter");
    await head.getByLabel("Đã hoàn thành, có sản phẩm kèm theo").check();
    await head.getByLabel("Có văn bản đã ký").check();
    await head.getByLabel("Số văn bản báo cáo đã ký").fill("161/STC-NS");
    await head.getByRole("button", { name: "Gửi theo văn bản đã ký" }).click();
    await head.getByText(/Văn bản 161\/STC-NS/).waitFor();
    await stateOf(head, "Đã trình, chờ xác nhận");
  });

  it("the Office confirms the product, and the task is done", async () => {
    await openDuty(office, /lập dự toán/);
    await office.getByRole("button", { name: "Xác nhận hoàn thành" }).click();
    const form = office.getByRole("form", { name: "Xác nhận hoàn thành" });
    await form.getByRole("button", { name: "Ghi", exact: true }).click();
    await stateOf(office, "Hoàn thành đúng hạn");
    await office.getByRole("link", { name: "Xem nhiệm vụ" }).click();
    await office.getByText("Hoàn thành đúng hạn").first().waitFor();
  });

  it("a commune with nothing to report is done in three taps on a phone, from the link", async () => {
    const opened = await samePerson(browser, commune, `${program.origin}/duties`, phone);
    const page = opened.page;
    let taps = 0;
    const tap = async (name: string | RegExp, role: "link" | "button") => {
      await page.getByRole(role, { name }).first().tap();
      taps++;
    };
    await tap(/báo cáo kết quả giao lưu nhân dân/, "link");
    await tap("Không phát sinh", "button");
    expect(await faultsOf(page)).toEqual([]);
    await tap("Gửi", "button");
    await stateOf(page, "Đã trình, chờ xác nhận");
    expect(taps).toBeLessThanOrEqual(6);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(opened.troubles).toEqual([]);
  });

  it("the open duties of one unit are copied as words to send, with a link that opens on a phone after sign-in", async () => {
    await office.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await office.goto(`${program.origin}/duties?q=de+an+hop+tac`);
    await office.getByText("1 phần việc").waitFor();
    await office.getByRole("button", { name: "Chép để gửi Zalo" }).click();
    await office.getByText(/^Đã chép\./).waitFor();
    expect(await faultsOf(office)).toEqual([]);
    const message = await office.evaluate(() => navigator.clipboard.readText());
    expect(message).toMatch(
      /^Sở Y tế: 1 việc cần thực hiện.*\n1\. \[.*hạn 14\/12\/2026\] .*\(88\/TB-UBND\)\n/,
    );
    const link = message.split(" ").at(-1) ?? "";
    const { page } = await openPage(browser, link, phone);
    await page.getByLabel("Thư điện tử").fill("phong@vd.gov.vn");
    await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /rà soát các đề án/ }).waitFor();
    await office.getByRole("button", { name: "Đóng" }).last().click();
  });

  it("one who follows sees all duties, and records of several at once with the books said", async () => {
    await office.goto(`${program.origin}/duties`);
    await office.getByText("3 phần việc").waitFor();
    for (const box of await office.getByRole("checkbox").all()) await box.check();
    await office.getByRole("button", { name: "Xác nhận hoàn thành" }).click();
    await office.getByText(/Đã ghi cho 1 phần việc; 2 không ghi được/).waitFor();
    expect(await faultsOf(office)).toEqual([]);
  });
});
