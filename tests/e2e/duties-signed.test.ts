import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import type { SettingsAnswer } from "../../src/contract/settings.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { phone, startBrowser } from "./browser-page.ts";
import { firstAdministrator, invitedPerson, samePerson } from "./signed-in.ts";

const order = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 88/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 6 năm 2026
THÔNG BÁO
Kết luận về công tác đối ngoại
1. Giao Sở Y tế rà soát các đề án hợp tác quốc tế về y tế, báo cáo kết quả trước ngày 15/7/2026.
2. Giao Sở Y tế tiếp nhận trang thiết bị do tổ chức phi chính phủ nước ngoài viện trợ, hoàn thành trước ngày 20/7/2026.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;

const answer = (number: string) => `UBND TỈNH GIA LAI
SỞ Y TẾ
Số: ${number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 12 tháng 8 năm 2026
BÁO CÁO
Kết quả rà soát các đề án hợp tác quốc tế về y tế
Thực hiện Thông báo số 88/TB-UBND ngày 10/6/2026 của Ủy ban nhân dân tỉnh, Sở Y tế báo cáo như sau:
1. Đã rà soát 12 đề án, trong đó 09 đề án còn hiệu lực.
Nơi nhận:
- Lưu: VT.
GIÁM ĐỐC
Trần Thị Lan
`;

const fileOf = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

let program: ServedProgram;
let browser: Browser;
let admin: Page;
let officer: Page;

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page: admin } = await firstAdministrator(browser, program));
  const files = { files: fileOf("thong-bao-88.txt", order) };
  const imported = await admin.request.post(`${program.origin}/api/documents`, { multipart: files });
  const [line] = ((await imported.json()) as { lines: { document: { id: string } }[] }).lines;
  const path = `${program.origin}/api/documents/${line?.document.id}/findings`;
  const { findings } = (await (await admin.request.get(path)).json()) as FindingsAnswer;
  expect(findings).toHaveLength(2);
  for (const { id, version } of findings)
    await admin.request.post(`${program.origin}/api/findings/${id}/decision`, {
      data: { version, decision: "accepted" },
    });
  // The province has followed its duties since before they fell due.
  const settings = `${program.origin}/api/settings`;
  const { version } = (await (await admin.request.get(settings)).json()) as SettingsAnswer;
  await admin.request.put(settings, { data: { version, startDay: "2026-06-01", soonDays: 30 } });
  const invited = { name: "Trần Văn Y", email: "y@vd.gov.vn", role: "unitOfficer", unit: "Sở Y tế" };
  officer = (await invitedPerson(browser, { page: admin, origin: program.origin }, invited)).page;
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function openDuty(page: Page, words: RegExp): Promise<void> {
  await page.goto(`${program.origin}/duties`);
  await page.getByRole("link", { name: words }).first().click();
  await page.getByRole("heading", { name: "Báo cáo của đơn vị" }).waitFor();
}

// Each case goes on where the one before it ended.
describe("a unit that is late, from the letter that urges it to its signed answer", {
  timeout: 60_000,
}, () => {
  it("is seen late and silent, and urged by the words to send", async () => {
    await admin.goto(`${program.origin}/duties`);
    await admin.getByText("2 phần việc").waitFor();
    expect(await admin.getByRole("gridcell", { name: "Quá hạn, chưa báo cáo" }).count()).toBe(2);
    await admin.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await admin.getByRole("button", { name: "Chép để gửi Zalo" }).click();
    await admin.getByText(/^Đã chép\./).waitFor();
    expect(await admin.evaluate(() => navigator.clipboard.readText())).toMatch(/^Sở Y tế: 2 việc/);
    await admin.getByRole("button", { name: "Đóng" }).last().click();
  });

  it("a letter that names its late duties is drafted to be issued", async () => {
    for (const box of await admin.getByRole("checkbox").all()) await box.check();
    await admin.getByRole("button", { name: "Soạn công văn đôn đốc" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByRole("combobox").selectOption("committee");
    const saved = admin.waitForEvent("download");
    await dialog.locator("button[type=submit]").click();
    const letter = unzipSync(await readFile(await (await saved).path()));
    const words = strFromU8(letter["word/document.xml"] ?? new Uint8Array());
    expect(words).toContain("Sở Y tế");
    expect(words).toContain("tiếp nhận trang thiết bị");
  });

  it("the signed answer is handed in at the page of the duty, and proposed for it first", async () => {
    await openDuty(officer, /rà soát các đề án/);
    await officer.getByRole("button", { name: "Tải văn bản đã ký" }).click();
    await officer.getByRole("heading", { name: "Văn bản đã ký" }).waitFor();
    await officer.locator("input[type=file]").setInputFiles(fileOf("212.txt", answer("212/BC-SYT")));
    await officer.getByText("Đã nhận, đang chờ đặt chỗ").waitFor();
    await officer.getByText("Khớp chắc, chờ xác nhận").waitFor();
    await officer.getByRole("heading", { name: /212\/BC-SYT · Sở Y tế/ }).waitFor();
    expect(await officer.getByRole("checkbox", { name: /Chọn “.*rà soát/ }).isChecked()).toBe(true);
    expect(await officer.getByRole("checkbox", { name: /Chọn “.*trang thiết bị/ }).isChecked()).toBe(false);
    expect(await faultsOf(officer)).toEqual([]);
  });

  it("the same file is not taken twice", async () => {
    await officer.locator("input[type=file]").setInputFiles(fileOf("ban-sao.txt", answer("212/BC-SYT")));
    await officer.getByText(/đã có trong danh sách văn bản đã ký \(số 212\/BC-SYT/).waitFor();
  });

  it("one press matches it, a second takes it back, and it is matched again", async () => {
    const match = officer.getByRole("button", { name: "Ghép với 1 phần việc" });
    await match.click();
    await officer.getByText("Đã ghép với 1 phần việc.").waitFor();
    await officer.getByText("Không có văn bản nào chờ đặt chỗ").waitFor();
    await officer.getByRole("button", { name: "Hoàn tác" }).click();
    await officer.getByText("Khớp chắc, chờ xác nhận").waitFor();
    await match.click();
    await officer.getByText("Đã ghép với 1 phần việc.").waitFor();
    await officer.getByRole("link", { name: /^Đã ghép/ }).click();
    await officer.getByRole("link", { name: /rà soát các đề án/ }).click();
    await officer.getByText(/Văn bản 212\/BC-SYT/).waitFor();
    await officer.locator("dd", { hasText: "Đã trình, chờ xác nhận" }).first().waitFor();
    await officer.getByRole("link", { name: "212.txt" }).waitFor();
    expect(await faultsOf(officer)).toEqual([]);
  });

  it("an obstacle and a proposal go to who follows; decided for, the task is amended and shows before and after", async () => {
    await openDuty(officer, /tiếp nhận trang thiết bị/);
    await officer.getByRole("button", { name: "Nêu khó khăn, đề xuất" }).click();
    const written = officer.getByRole("form", { name: "Nêu khó khăn, đề xuất" });
    await written.getByLabel("Loại").selectOption("change");
    await written.getByRole("button", { name: "Gửi" }).click();
    await written.getByText("Cần ghi nội dung.").waitFor();
    await written.getByLabel("Nội dung").fill("Đề nghị lùi thời hạn vì hàng chưa thông quan");
    await written.getByRole("button", { name: "Gửi" }).click();
    await officer.getByText("Đề nghị lùi thời hạn vì hàng chưa thông quan").waitFor();
    expect(await faultsOf(officer)).toEqual([]);
    await admin.goto(`${program.origin}/proposals`);
    await admin.getByText("1 nội dung chờ xử lý").waitFor();
    await admin.getByRole("button", { name: "Điều chỉnh nhiệm vụ" }).click();
    const decision = admin.getByRole("form", { name: "Điều chỉnh nhiệm vụ" });
    await decision.getByLabel("Thời gian").fill("trước ngày 30/12/2026");
    await decision.getByRole("button", { name: "Ghi", exact: true }).click();
    await decision.getByText(/cần văn bản quyết định/).waitFor();
    expect(await faultsOf(admin)).toEqual([]);
    await decision.getByLabel("Số văn bản quyết định").fill("95/UBND-NC");
    await decision.getByLabel("Ngày văn bản").fill("2026-08-14");
    await decision.getByRole("button", { name: "Ghi", exact: true }).click();
    await admin.getByText("Không có khó khăn, đề xuất nào chờ xử lý").waitFor();
    await admin.getByRole("link", { name: "Đã xử lý" }).click();
    await admin.getByText("Đã điều chỉnh nhiệm vụ").waitFor();
    await admin.getByText("Thời gian: trước ngày 20/7/2026 → trước ngày 30/12/2026").waitFor();
    expect(await faultsOf(admin)).toEqual([]);
    await admin.getByRole("button", { name: "Hoàn tác" }).click();
    await admin.getByText("Chưa xử lý nội dung nào").waitFor();
  });

  it("who follows puts aside what answers nothing, on a phone too", async () => {
    const opened = await samePerson(browser, admin, `${program.origin}/signed`, phone);
    const { page } = opened;
    await page.locator("input[type=file]").setInputFiles(fileOf("300.txt", answer("300/BC-SYT")));
    await page.getByRole("heading", { name: /300\/BC-SYT/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Để sang một bên" }).tap();
    await page.getByRole("button", { name: "Gửi nhầm" }).tap();
    await page.getByText("Đã để văn bản sang một bên.").waitFor();
    await page.getByRole("link", { name: /^Để sang một bên/ }).tap();
    await page.getByText("Gửi nhầm").waitFor();
    expect(opened.troubles).toEqual([]);
  });
});
