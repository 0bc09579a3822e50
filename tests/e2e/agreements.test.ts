import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { UnitListAnswer } from "../../src/contract/unit.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { startBrowser } from "./browser-page.ts";
import { firstAdministrator, invitedPerson } from "./signed-in.ts";

vi.setConfig({ testTimeout: 120_000 });

let program: ServedProgram;
let browser: Browser;
let page: Page;
let troubles: readonly string[];

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  const { origin } = program;
  const administrator = (await firstAdministrator(browser, program)).page;
  const invited = { name: "Rơ Lan Mai", email: "mai@vd.gov.vn", role: "focalOfficer", unit: "Sở Ngoại vụ" };
  ({ page, troubles } = await invitedPerson(browser, { page: administrator, origin }, invited));
  await page.goto(`${origin}/cooperation/agreements/${await proposedAgreement()}`);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** An agreement with a partner, of which nothing has happened yet; gives its id. */
async function proposedAgreement(): Promise<string> {
  const { origin } = program;
  const list = await page.request.get(`${origin}/api/units/list`);
  const { units } = (await list.json()) as UnitListAnswer;
  const owner = units.find(({ name }) => name === "Sở Ngoại vụ")?.id ?? "";
  const add = async (register: string, values: object, links: object): Promise<string> => {
    const data = { values, links, owner, sure: true };
    const made = await page.request.post(`${origin}/api/records/${register}`, { data });
    if (!made.ok()) throw new Error(await made.text());
    return ((await made.json()) as { id: string }).id;
  };
  const partner = await add("partners", { name: "Tỉnh Attapeu", kind: "locality", country: "LA" }, {});
  const values = { title: "Thỏa thuận với Attapeu", paper: "agreement", level: "peoplesCommittee" };
  const term = { effect: "onSigning", months: "1", fields: "health" };
  return add("agreements", { ...values, ...term }, { partners: [partner], signatory: [owner] });
}

interface Said {
  readonly on: string;
  readonly kind?: string;
  readonly body?: string;
  readonly bodyName?: string;
  readonly answer?: string;
}

/** Fills the window in which an action is recorded, and saves. */
async function say(dialog: Locator, { on, kind, body, bodyName, answer }: Said): Promise<void> {
  if (kind) await dialog.getByLabel("Việc", { exact: true }).selectOption({ label: kind });
  await dialog.getByLabel("Ngày", { exact: true }).fill(on);
  if (body) await dialog.getByLabel("Cơ quan", { exact: true }).selectOption({ label: body });
  if (bodyName) await dialog.getByLabel("Tên cơ quan").fill(bodyName);
  if (answer) await dialog.getByLabel("Trả lời", { exact: true }).selectOption({ label: answer });
  await dialog.getByRole("button", { name: "Lưu" }).click();
}

async function record(said: Said & { readonly kind: string }): Promise<void> {
  await page.getByRole("button", { name: "Ghi việc" }).click();
  await say(page.getByRole("dialog"), said);
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

const step = (text: string) =>
  page.getByRole("article", { name: "Ký kết" }).getByRole("listitem").filter({ hasText: text });

describe("the life of an agreement", () => {
  it("begins with its proposal, and asks the bodies that the law names", async () => {
    await page.getByText("Chưa ghi việc nào").waitFor();
    await page.getByRole("button", { name: "Mở thủ tục" }).click();
    const dialog = page.getByRole("dialog", { name: "Mở thủ tục" });
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await dialog.getByText("Đề nghị ghi ô này.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await say(dialog, { on: "2026-03-02" });
    await step("Bộ Ngoại giao").getByText("đang chờ").waitFor();
    await record({ kind: "Gửi lấy ý kiến", on: "2026-03-03", body: "Bộ Ngoại giao" });
    await record({
      kind: "Gửi lấy ý kiến",
      on: "2026-03-03",
      body: "Cơ quan liên quan",
      bodyName: "Công an tỉnh",
    });
    await step("Công an tỉnh").getByText("quá hạn").waitFor();
  });

  it("shows an opinion that came late and disagrees, and lets nothing be decided without consent", async () => {
    const disagreement = { body: "Cơ quan liên quan", bodyName: "Công an tỉnh", answer: "Không đồng ý" };
    await record({ kind: "Trả lời ý kiến", on: "2026-03-13", ...disagreement });
    await step("Công an tỉnh").getByText("không đồng ý").first().waitFor();
    await page.getByRole("button", { name: "Ghi việc" }).click();
    const dialog = page.getByRole("dialog");
    await say(dialog, { kind: "Quyết định đồng ý", on: "2026-03-20" });
    await dialog.getByText(/chỉ được ký khi Thủ tướng Chính phủ đồng ý/).waitFor();
    await page.keyboard.press("Escape");
    await record({ kind: "Xin ý kiến Thủ tướng", on: "2026-03-16" });
    await record({ kind: "Thủ tướng trả lời", on: "2026-03-19", answer: "Đồng ý" });
    await record({ kind: "Quyết định đồng ý", on: "2026-03-20" });
    await step("Bộ Ngoại giao").getByText("bỏ qua, không trả lời").waitFor();
  });

  it("is signed, misses the copy of fifteen days, and is over at the end of its term", async () => {
    await record({ kind: "Ký", on: "2026-03-30" });
    await step("Gửi bản sao").getByText("quá hạn").waitFor();
    await record({ kind: "Gửi bản sao", on: "2026-05-04" });
    await step("Gửi bản sao").getByText("xong muộn").waitFor();
    // The month of its term has passed long ago.
    await page.getByText("Hết hiệu lực").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: "Thỏa thuận quốc tế" }).first().click();
    const row = page.getByRole("row").filter({ hasText: "Thỏa thuận với Attapeu" });
    await row.getByText("Hết hiệu lực").waitFor();
    await row.getByText("30/04/2026").waitFor();
    await row.getByRole("link", { name: "Thỏa thuận với Attapeu" }).click();
  });

  it("keeps what it binds to, and what became of it each year", async () => {
    await page.getByRole("button", { name: "Thêm điều khoản" }).click();
    const clause = page.getByRole("dialog");
    await clause.getByLabel("Nội dung").fill("Cấp mười suất học bổng cho sinh viên tỉnh bạn.");
    await clause.getByRole("button", { name: "Lưu" }).click();
    const clauses = page.getByRole("region", { name: "Điều khoản và việc phải làm" });
    await clauses.getByText("Cấp mười suất học bổng").waitFor();
    await page.getByRole("button", { name: "Đánh giá", exact: true }).click();
    const evaluation = page.getByRole("dialog");
    await evaluation.getByLabel("Kết quả").selectOption({ label: "Thực hiện một phần" });
    await evaluation.getByLabel("Nội dung").fill("Mới cấp bốn suất.");
    await evaluation.getByRole("button", { name: "Lưu" }).click();
    await page.getByRole("row").filter({ hasText: "Mới cấp bốn suất." }).getByText("Y tế").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
