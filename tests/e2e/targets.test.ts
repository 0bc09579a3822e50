import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CollectivesAnswer } from "../../src/contract/collective.ts";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import type { TaskListAnswer } from "../../src/contract/task.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { startBrowser } from "./browser-page.ts";
import { firstAdministrator, invitedPerson } from "./signed-in.ts";

const year = new Date().getFullYear();
const plan = `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 92/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 02 tháng 01 năm ${year}
KẾ HOẠCH
Công tác đối ngoại
1. Giao Sở Tài chính và Sở Công Thương tổ chức ít nhất 04 hội nghị xúc tiến thương mại trong năm ${year}.
2. Giao Sở Tài chính mời gọi số lượng dự án theo chỉ tiêu Ủy ban nhân dân tỉnh giao trong năm ${year}.
3. Giao Ủy ban nhân dân các xã, phường đăng ít nhất 05 tin bài/đơn vị trong năm ${year}.
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
let tasks: TaskListAnswer["tasks"] = [];

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page: admin } = await firstAdministrator(browser, program));
  await importAndAccept();
  const from = { page: admin, origin: program.origin };
  const who = { name: "Phạm Văn Tài", email: "tai@vd.gov.vn", role: "unitHead", unit: "Sở Tài chính" };
  ({ page: head } = await invitedPerson(browser, from, who));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function get<T>(path: string): Promise<T> {
  return (await (await admin.request.get(`${program.origin}${path}`)).json()) as T;
}

let document = "";
async function importAndAccept(): Promise<void> {
  const files = { files: { name: "ke-hoach-92.txt", mimeType: "text/plain", buffer: Buffer.from(plan) } };
  const imported = await admin.request.post(`${program.origin}/api/documents`, { multipart: files });
  const [line] = ((await imported.json()) as { lines: { document: { id: string } }[] }).lines;
  document = line?.document.id ?? "";
  const { findings } = await get<FindingsAnswer>(`/api/documents/${document}/findings`);
  expect(findings).toHaveLength(3);
  await admin.goto(`${program.origin}/documents/${document}/review`);
  await admin.getByLabel(/Cách tính chỉ tiêu: ít nhất 4 hội nghị/).waitFor();
  for (const { id, version } of findings) {
    const data = { version, decision: "accepted" };
    await admin.request.post(`${program.origin}/api/findings/${id}/decision`, { data });
  }
  const { collectives, wordings } = await get<CollectivesAnswer>("/api/collectives");
  const collective = collectives.find(({ name }) => name === "UBND các xã, phường, đặc khu");
  const words = wordings.find(({ collective: bound }) => bound === null);
  const data = { key: words?.key, to: { collective: collective?.id } };
  await admin.request.post(`${program.origin}/api/collective-wordings`, { data });
  ({ tasks } = await get<TaskListAnswer>("/api/tasks"));
}

async function openTask(page: Page, words: string): Promise<void> {
  const task = tasks.find(({ content }) => content.includes(words));
  await page.goto(`${program.origin}/tasks/${task?.id}`);
  await page.getByRole("heading", { name: "Chỉ tiêu", exact: true }).waitFor();
}

const period = (page: Page) => page.getByRole("row", { name: new RegExp(`^${year}`) });

// Each case goes on where the one before it ended.
describe("a target from its plan to what units reported", { timeout: 60_000 }, () => {
  it("is asked for where another act sets it, and counts once it is given", async () => {
    await openTask(admin, "mời gọi");
    await period(admin).getByText("chưa có kế hoạch").waitFor();
    await admin.getByRole("button", { name: String(year), exact: true }).click();
    await admin.getByRole("button", { name: "Nhập kế hoạch" }).click();
    await admin.getByLabel(`Kế hoạch kỳ ${year}`).fill("khoảng 12");
    await admin.getByText(/cần một con số xác định/).waitFor();
    await admin.getByLabel(`Kế hoạch kỳ ${year}`).fill("12 dự án");
    await admin.getByLabel(/Văn bản giao kế hoạch/).fill("45/QĐ-UBND");
    await admin.getByRole("button", { name: "Lưu", exact: true }).click();
    await period(admin).getByText("45/QĐ-UBND").waitFor();
    expect(await faultsOf(admin)).toEqual([]);
  });

  it("shows the unit what is wanted and refuses a figure in another unit of measure where it is typed", async () => {
    await head.goto(`${program.origin}/duties`);
    await head.getByRole("link", { name: /xúc tiến thương mại/ }).click();
    await head.getByRole("button", { name: "Báo cáo", exact: true }).click();
    await head.getByText(/Cần đạt: 4 hội nghị.*Đơn vị chưa báo cáo số liệu/).waitFor();
    const figure = head.getByLabel(/ít nhất 4 hội nghị/);
    await figure.fill("5 lớp");
    await head.getByText(/không cùng đơn vị tính/).waitFor();
    await figure.fill("03 hội nghị");
    await head.getByText(/Hiểu là.*3 hội nghị/).waitFor();
    expect(await faultsOf(head)).toEqual([]);
    await head.getByRole("button", { name: "Duyệt và gửi" }).click();
    await head.getByText("03 hội nghị").first().waitFor();
  });

  it("shows the sum with the report behind it, and how it is counted can be changed and taken back", async () => {
    await openTask(admin, "xúc tiến");
    await period(admin).getByText("1/2 đơn vị đã có số liệu").waitFor();
    await admin.getByRole("button", { name: String(year), exact: true }).click();
    await admin.getByText("1 số liệu báo cáo → 1 được tính, 0 không tính").waitFor();
    await admin.getByRole("link", { name: /báo cáo lần 1/ }).waitFor();
    expect(await faultsOf(admin)).toEqual([]);
    const kind = admin.getByLabel(/Cách tính chỉ tiêu/);
    await kind.selectOption("each");
    await period(admin).getByRole("img", { name: "0/2 đơn vị đạt" }).waitFor();
    await admin.getByRole("button", { name: "Hoàn tác" }).click();
    await period(admin).getByText("1/2 đơn vị đã có số liệu").waitFor();
  });

  it("is counted from a register of cooperation where somebody says so, and from reports again", async () => {
    const values = { name: "Hội chợ xuất khẩu", kind: "fair", when: `${year}-01-05` };
    const data = { values, links: {}, owner: null, sure: true };
    await admin.request.post(`${program.origin}/api/records/events`, { data });
    await openTask(admin, "xúc tiến");
    await admin.getByRole("button", { name: "Đếm từ danh mục hợp tác" }).click();
    await admin.getByLabel("Danh mục").selectOption("Sự kiện");
    await admin.getByLabel("Loại sự kiện").selectOption("Hội chợ, triển lãm");
    expect(await faultsOf(admin)).toEqual([]);
    await admin.getByRole("button", { name: "Lưu", exact: true }).click();
    await admin.getByText("Đếm từ danh mục Sự kiện").waitFor();
    await admin.getByRole("button", { name: String(year), exact: true }).click();
    await admin.getByText("Hội chợ xuất khẩu").waitFor();
    await admin.getByRole("link", { name: "Mở danh sách 1 bản ghi" }).click();
    await admin.getByText(/^1 bản ghi/).waitFor();
    await admin.getByRole("link", { name: "Hội chợ xuất khẩu" }).waitFor();
    await admin.goBack();
    await admin.getByRole("button", { name: "Đếm theo báo cáo của đơn vị" }).click();
    await period(admin).getByText("1/2 đơn vị đã có số liệu").waitFor();
  });

  it("lists every commune of a target for each unit, and those without a figure alone", async () => {
    await openTask(admin, "tin bài");
    await admin.getByRole("button", { name: String(year), exact: true }).click();
    await admin.getByRole("button", { name: "Tất cả 135" }).waitFor();
    await admin.getByRole("button", { name: "Chưa có số liệu 135" }).click();
    await admin.getByRole("button", { name: "Kế hoạch từng đơn vị" }).click();
    await admin.getByLabel("Kế hoạch của UBND phường Pleiku").fill("8");
    await admin.getByRole("button", { name: "Lưu", exact: true }).click();
    await admin.getByRole("row", { name: /UBND phường Pleiku 8/ }).waitFor();
    expect(await faultsOf(admin)).toEqual([]);
    await admin.getByText("Đã lưu kế hoạch.").waitFor();
    await admin.getByRole("button", { name: "Hoàn tác" }).click();
    await admin.getByRole("row", { name: /UBND phường Pleiku 8/ }).waitFor({ state: "detached" });
  });
});
