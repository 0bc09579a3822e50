import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { AgreementAnswer } from "../../src/contract/agreement.ts";
import type { UnitListAnswer } from "../../src/contract/unit.ts";
import { addDays, addMonths, parseIsoDate } from "../../src/domain/basics/calendar-date.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { startBrowser } from "./browser-page.ts";
import { firstAdministrator, invitedPerson } from "./signed-in.ts";

vi.setConfig({ testTimeout: 120_000 });

let program: ServedProgram;
let browser: Browser;
let page: Page;
let troubles: readonly string[];
let owner: string;
let partner: string;

const today = parseIsoDate(new Date().toISOString().slice(0, 10)) ?? never();
const ago = (days: number) => addDays(today, -days);

function never(): never {
  throw new Error("the clock shows a day");
}

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  const { origin } = program;
  const administrator = (await firstAdministrator(browser, program)).page;
  const invited = { name: "Rơ Lan Mai", email: "mai@vd.gov.vn", role: "focalOfficer", unit: "Sở Ngoại vụ" };
  ({ page, troubles } = await invitedPerson(browser, { page: administrator, origin }, invited));
  const list = (await (await page.request.get(`${origin}/api/units/list`)).json()) as UnitListAnswer;
  owner = list.units.find(({ name }) => name === "Sở Ngoại vụ")?.id ?? "";
  partner = await add("partners", { name: "Tỉnh Attapeu", kind: "locality", country: "LA" }, {});
  await fill();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function post<Answer>(path: string, data: object): Promise<Answer> {
  const made = await page.request.post(`${program.origin}${path}`, { data });
  if (!made.ok()) throw new Error(await made.text());
  return (await made.json()) as Answer;
}

async function add(register: string, values: object, links: object): Promise<string> {
  return (await post<{ id: string }>(`/api/records/${register}`, { values, links, owner, sure: true })).id;
}

async function agreement(title: string, values: object = {}): Promise<string> {
  const head = { title, paper: "agreement", level: "peoplesCommittee", effect: "onSigning", months: "36" };
  return add("agreements", { ...head, ...values }, { partners: [partner], signatory: [owner] });
}

type Said = readonly [kind: string, on: string, said?: object];

async function live(id: string, [first, ...rest]: readonly Said[], onlyOutcome = false): Promise<void> {
  const action = ([kind, on, said]: Said) => ({
    ...{ kind, on, body: null, bodyName: null, answer: null, documentNumber: null, note: null },
    ...{ validUntil: null, ...said },
  });
  const begun = await post<AgreementAnswer>(`/api/agreements/${id}/proceedings`, {
    ...{ purpose: "conclude", onlyOutcome, action: first && action(first) },
  });
  const at = `/api/agreements/${id}/proceedings/${begun.proceedings[0]?.id}/actions`;
  for (const one of rest) await post(at, action(one));
}

/** Agreements at each point that the lists tell of. */
async function fill(): Promise<void> {
  const outcome = (id: string, on: string) => live(id, [["signed", on]], true);
  await outcome(await agreement("Hợp tác y tế với Attapeu"), addMonths(addDays(today, 20), -36));
  const renewing = { renewalMonths: "12", noticeMonths: "3" };
  await outcome(await agreement("Kết nghĩa với Attapeu", renewing), addMonths(addDays(today, 120), -36));
  const ministry = { body: "foreignMinistry" };
  const police = { body: "concerned", bodyName: "Công an tỉnh" };
  await live(await agreement("Biên bản về cửa khẩu Lệ Thanh"), [
    ["proposed", ago(90)],
    ["opinionAsked", ago(90), ministry],
    ["opinionAsked", ago(90), police],
    ["opinionGiven", ago(60), { ...police, answer: "comments", documentNumber: "88/CAT-PV01" }],
    ["decided", ago(50)],
    ["signed", ago(40)],
    ["copied", ago(5), { documentNumber: "15/SNgV-HTQT" }],
  ]);
}

describe("the lists about agreements", () => {
  it("lead from the register to its time limits: what ends soon, told apart by what comes then", async () => {
    await page.goto(`${program.origin}/cooperation/agreements`);
    await page.getByRole("navigation", { name: "Các danh sách về thỏa thuận" }).getByText("Thời hạn").click();
    const endings = page.getByRole("region", { name: "Sắp hết hạn" });
    await endings.getByRole("row").filter({ hasText: "Hợp tác y tế" }).getByText("Hết hiệu lực").waitFor();
    await endings.getByRole("row").filter({ hasText: "Kết nghĩa" }).getByText("Tự động gia hạn").waitFor();
    await endings.getByRole("link", { name: "1 tháng" }).click();
    await endings.getByRole("row").filter({ hasText: "Hợp tác y tế" }).waitFor();
    expect(page.url()).toContain("months=1");
    expect(await faultsOf(page)).toEqual([]);
  });

  it("show what was missed and what was done late, with the document that proves it", async () => {
    const duties = page.getByRole("region", { name: "Báo cáo, gửi bản sao, thông báo" });
    const copy = duties.getByRole("row").filter({ hasText: "15/SNgV-HTQT" });
    await copy.getByText("làm muộn").waitFor();
    await duties.getByRole("row").filter({ hasText: "Báo cáo Thủ tướng" }).getByText("quá hạn").waitFor();
    const opinions = page.getByRole("region", { name: "Ý kiến bằng văn bản" });
    await opinions.getByRole("row").filter({ hasText: "88/CAT-PV01" }).getByText("làm muộn").waitFor();
    await opinions
      .getByRole("row")
      .filter({ hasText: "Bộ Ngoại giao" })
      .getByText("không có trả lời")
      .waitFor();
    const [sheet] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Tải .xlsx" }).click(),
    ]);
    expect(sheet.suggestedFilename()).toMatch(/^thoi-han-thoa-thuan-.*\.xlsx$/);
  });

  it("end with the yearly report, each figure opening the agreements that it counts", async () => {
    await page
      .getByRole("navigation", { name: "Các danh sách về thỏa thuận" })
      .getByText("Báo cáo năm")
      .click();
    await page.getByText("chưa đặt hạn gửi").waitFor();
    const figure = page.getByRole("button", { name: "Xem 3 thỏa thuận: Đang có hiệu lực, UBND tỉnh" });
    await figure.click();
    const list = page.getByRole("dialog", { name: "Đang có hiệu lực, UBND tỉnh: 3" });
    await list.getByRole("link", { name: "Kết nghĩa với Attapeu" }).waitFor();
    await page.keyboard.press("Escape");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Soạn báo cáo .docx" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox").selectOption("own");
    const [paper] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Tải dự thảo" }).click(),
    ]);
    expect(paper.suggestedFilename()).toMatch(/^bao-cao-thoa-thuan-\d{4}\.docx$/);
  });

  it("follow what the province sets: whom the report goes to and by when, who is asked, when alerts are told", async () => {
    await page.getByRole("link", { name: "Đặt nơi nhận, hạn, mẫu" }).click();
    await page.getByLabel("Gửi chậm nhất").fill("31/13");
    await page.getByText("Đề nghị ghi ngày từ 1 đến 28").waitFor();
    await page.getByLabel("Gửi chậm nhất").fill("20/12");
    await page.getByLabel("Báo trước khi hết hạn").fill("120, 60");
    const department = page.getByRole("group", { name: "Sở, cơ quan cấp sở" });
    await department.getByLabel("Công an tỉnh").check();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Đã lưu.").waitFor();
    await page.reload();
    expect(await page.getByLabel("Báo trước khi hết hạn").inputValue()).toBe("120, 60");
    expect(await department.getByLabel("Công an tỉnh").isChecked()).toBe(true);
    await page.goto(`${program.origin}/cooperation/agreements/report`);
    await page.getByText(/gửi chậm nhất 20\/12/).waitFor();
  });

  it("hold two texts of a paper side by side, and keep a paragraph as a clause", async () => {
    const id = await agreement("Bản ghi nhớ hai thứ tiếng");
    await page.goto(`${program.origin}/cooperation/agreements/${id}`);
    await page.getByRole("link", { name: "Bản văn các thứ tiếng, xem song song" }).click();
    await page.getByText("Chưa có bản văn nào").waitFor();
    const texts = [
      [
        "Tiếng Việt",
        "Điều 1. Lĩnh vực\n1. Hai bên trao đổi bác sĩ.\nĐiều 2. Hiệu lực\nNăm năm kể từ ngày ký.",
      ],
      ["Tiếng Anh", "Article 1. Fields\n1. The sides exchange doctors.\nArticle 2. Validity"],
    ] as const;
    for (const [language, content] of texts) {
      await page.getByRole("button", { name: "Thêm bản văn" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Thứ tiếng").selectOption({ label: language });
      await dialog.getByLabel("Nội dung", { exact: true }).fill(content);
      await dialog.getByRole("button", { name: "Lưu" }).click();
      await dialog.waitFor({ state: "detached" });
    }
    await page.getByText("Các bản có giá trị như nhau.").waitFor();
    const row = page.getByRole("row").filter({ hasText: "trao đổi bác sĩ" });
    await row.getByText("The sides exchange doctors").waitFor();
    await page.getByRole("row").filter({ hasText: "Năm năm" }).getByText("không có phần tương ứng").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "Tiếng Anh", exact: true }).click();
    await page.getByText("The sides exchange doctors").waitFor();
    expect(await page.getByText("1. Hai bên trao đổi bác sĩ.").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Tiếng Việt", exact: true }).click();
    await page.getByRole("button", { name: "Ghi thành điều khoản: 1. Hai bên trao đổi" }).click();
    const clause = page.getByRole("dialog", { name: "Thêm điều khoản" });
    expect(await clause.getByLabel(/^Điều, khoản/).inputValue()).toBe("Điều 1 khoản 1");
    await clause.getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Đã ghi vào điều khoản").waitFor();
    await page.setViewportSize({ width: 1366, height: 768 });
    expect(troubles).toEqual([]);
  });
});
