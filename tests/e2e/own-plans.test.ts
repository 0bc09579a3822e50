import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { phone, startBrowser } from "./browser-page.ts";
import { firstAdministrator, samePerson } from "./signed-in.ts";

const order = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 88/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 9 năm 2026
THÔNG BÁO
Kết luận về công tác đối ngoại
1. Giao Sở Y tế rà soát các đề án hợp tác quốc tế về y tế, báo cáo kết quả trước ngày 15/12/2026.
2. Giao Sở Y tế, Sở Tài chính xây dựng kế hoạch thực hiện các nhiệm vụ được giao, hoàn thành trước ngày 15/10/2026.
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Bình
`;

const plan = `UBND TỈNH GIA LAI
SỞ Y TẾ
Số: 31/KH-SYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 05 tháng 10 năm 2026
KẾ HOẠCH
Thực hiện công tác đối ngoại của ngành y tế năm 2026
Thực hiện Thông báo số 88/TB-UBND ngày 10/9/2026 của Ủy ban nhân dân tỉnh, Sở Y tế ban hành kế hoạch như sau:
1. Giao Phòng Kế hoạch - Tài chính rà soát các đề án hợp tác quốc tế về y tế còn hiệu lực, hoàn thành trước ngày 30/11/2026.
2. Giao Văn phòng Sở sửa chữa kho lưu trữ hồ sơ, hoàn thành trước ngày 20/11/2026.
Nơi nhận:
- Lưu: VT.
GIÁM ĐỐC
Trần Thị Lan
`;

let program: ServedProgram;
let browser: Browser;
let admin: Page;
let parent = "";
let own = "";

async function take(name: string, text: string): Promise<string> {
  const files = { files: { name, mimeType: "text/plain", buffer: Buffer.from(text) } };
  const imported = await admin.request.post(`${program.origin}/api/documents`, { multipart: files });
  const [line] = ((await imported.json()) as { lines: { document: { id: string } }[] }).lines;
  return line?.document.id ?? "";
}

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page: admin } = await firstAdministrator(browser, program));
  parent = await take("88.txt", order);
  const path = `${program.origin}/api/documents/${parent}/findings`;
  const { findings } = (await (await admin.request.get(path)).json()) as FindingsAnswer;
  for (const { id, version } of findings)
    await admin.request.post(`${program.origin}/api/findings/${id}/decision`, {
      data: { version, decision: "accepted" },
    });
  own = await take("31.txt", plan);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

// Each case goes on where the one before it ended.
describe("plans that units owe for a document", { timeout: 60_000 }, () => {
  it("a task is said to ask for them, and the units stand with what they have", async () => {
    await admin.goto(`${program.origin}/documents/${parent}`);
    await admin.getByRole("button", { name: "Kế hoạch của đơn vị" }).click();
    await admin.getByText("Chưa có đơn vị nào phải lập kế hoạch").waitFor();
    await admin.getByRole("button", { name: "Có", exact: true }).click();
    await admin.getByText("2 đơn vị phải có kế hoạch: 0 đã có, 2 chưa có").waitFor();
    expect(await faultsOf(admin)).toEqual([]);
  });

  it("a unit's document is proposed as its plan, and noted with one press", async () => {
    await admin.goto(`${program.origin}/documents/${own}`);
    await admin.getByText("Văn bản này là kế hoạch của Sở Y tế?").waitFor();
    expect(await faultsOf(admin)).toEqual([]);
    await admin.getByRole("button", { name: "Ghi nhận", exact: true }).click();
    await admin.getByRole("heading", { name: "Kế hoạch của Sở Y tế" }).waitFor();
  });

  it("its row is tied at review to the task that it is a step of, and the task shows it", async () => {
    await admin.goto(`${program.origin}/documents/${own}/review`);
    await admin
      .getByRole("gridcell", { name: /rà soát các đề án/ })
      .first()
      .click();
    const proposed = admin.getByRole("region", { name: "Có thể là việc đã giao" });
    await proposed.getByRole("combobox", { name: "Quan hệ với việc đã giao" }).waitFor();
    expect(await proposed.getByRole("combobox").inputValue()).toBe("step");
    await proposed.getByRole("button", { name: /^Liên kết/ }).click();
    await admin.goto(`${program.origin}/documents/${parent}/plans`);
    await admin.getByText("2 đơn vị phải có kế hoạch: 1 đã có, 1 chưa có").waitFor();
    await admin.getByRole("cell", { name: "1/1 nhiệm vụ" }).waitFor();
    await admin.getByRole("cell", { name: "Đã trình, chờ xác nhận" }).waitFor();
    await admin.goto(`${program.origin}/tasks?q=ra+soat`);
    await admin
      .getByRole("link", { name: /rà soát các đề án/ })
      .first()
      .click();
    await admin.getByRole("heading", { name: "Kế hoạch của đơn vị" }).waitFor();
    await admin.getByText(/Phòng Kế hoạch - Tài chính rà soát/).waitFor();
  });

  it("who has none is filtered, on a phone too", async () => {
    const opened = await samePerson(
      browser,
      admin,
      `${program.origin}/documents/${parent}/plans?only=none`,
      phone,
    );
    const { page } = opened;
    await page.getByText("Sở Tài chính").first().waitFor();
    expect(await page.getByRole("link", { name: "Sở Y tế", exact: true }).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await faultsOf(page)).toEqual([]);
    expect(opened.troubles).toEqual([]);
  });
});
