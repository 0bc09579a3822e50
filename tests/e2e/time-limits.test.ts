import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { startBrowser } from "./browser-page.ts";
import { firstAdministrator } from "./signed-in.ts";

let program: ServedProgram;
let browser: Browser;
let page: Page;
let troubles: readonly string[];

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page, troubles } = await firstAdministrator(browser, program));
  await enter("ngos", {
    ...{ name: "Tổ chức Cầu Vồng", country: "FR", certificate: "operation" },
    ...{ issuedOn: "02/05/2024", expiresOn: "30/11/2025", accountNotedOn: "10/05/2024" },
  });
  await enter("delegations", {
    ...{ name: "Đoàn đi Attapeu", direction: "out", matter: "private", country: "LA", purpose: "family" },
    ...{ when: "01/06/2026 - 05/06/2026", members: "4", rank: "leader", permittedBy: "unitHead" },
  });
  const money = { year: "2026", requested: "900.000.000", estimate: "800.000.000" };
  await enter("budget", { ...money, purpose: "Đoàn đi Lào", kind: "out", used: "850.000.000" });
  await enter("budget", { ...money, purpose: "Hội nghị biên giới", kind: "conference", used: "300.000.000" });
}, 120_000);
afterAll(async () => {
  expect(troubles).toEqual([]);
  await browser?.close();
  await program?.stop();
});

async function enter(register: string, values: Readonly<Record<string, string>>): Promise<void> {
  const data = { values, links: {}, owner: null, sure: true };
  const answer = await page.request.post(`${program.origin}/api/records/${register}`, { data });
  expect([register, answer.status()]).toEqual([register, 200]);
}

const at = (path: string) => page.goto(`${program.origin}${path}`);

describe("time limits of cooperation", { timeout: 90_000 }, () => {
  it("are a way of Cooperation; each number opens the list that it counts", async () => {
    await at("/cooperation");
    await page.getByRole("link", { name: "Thời hạn", exact: true }).click();
    await page.getByRole("heading", { name: /^Thời hạn viện trợ/, level: 1 }).waitFor();
    await page.getByText(/^6 việc có thời hạn/).waitFor();
    // What fell due before the program was in use is nobody's lateness.
    await page.getByRole("link", { name: "2: Báo cáo năm (mẫu 05), Trước khi dùng hệ thống" }).click();
    await page.getByText("2 việc trong danh sách").waitFor();
    expect(await page.getByRole("cell", { name: "Tổ chức Cầu Vồng" }).count()).toBe(2);
    expect(await faultsOf(page)).toEqual([]);
  });

  it("stand on the page of a record, where what was done is recorded with its document", async () => {
    await page.getByRole("link", { name: "Tổ chức Cầu Vồng" }).first().click();
    await page.getByRole("button", { name: "Ghi đã xong: Báo cáo năm (mẫu 05) 2025" }).click();
    await page.getByLabel("Ngày hoàn thành").fill("2025-12-17");
    await page.getByLabel("Số văn bản").fill("05/BC-CV");
    await page.getByRole("dialog").getByRole("button", { name: "Lưu" }).click();
    await page.getByText("17/12/2025 · 05/BC-CV").waitFor();
    await page.getByText("Ghi ngày hoàn thành thời hạn").waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("follow the province's own steps, days and levels of permission", async () => {
    await at("/settings/time-limits");
    await page.getByLabel("Tên bước").fill("Báo cáo Sở Ngoại vụ trước khi đi");
    await page.getByLabel("Tính từ").selectOption({ label: "Ngày đi, ngày đến" });
    await page.getByLabel("Số ngày", { exact: true }).fill("-5");
    await page.getByLabel("Áp dụng từ").fill("2026-01-01");
    await page.getByRole("button", { name: "Thêm bước" }).click();
    await page.getByLabel("Số ngày: Báo cáo kết quả đoàn").fill("7");
    await page
      .getByLabel("Lãnh đạo sở, ban, ngành, xã, phường: Việc riêng")
      .selectOption({ label: "Chủ tịch UBND tỉnh" });
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await page.getByText("Đã lưu.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await at("/cooperation/delegations?where=approval:other");
    await page.getByRole("link", { name: "Đoàn đi Attapeu" }).click();
    await page.getByText("Theo phân cấp của tỉnh: Chủ tịch UBND tỉnh cho phép.").waitFor();
    await page.getByText("12/06/2026").first().waitFor();
    await page.getByRole("button", { name: /^Ghi đã xong: Báo cáo Sở Ngoại vụ trước khi đi/ }).waitFor();
  });

  it("sum a year up by unit and purpose, flag what was used beyond the estimate, and open its lists", async () => {
    await at("/cooperation/budget");
    await page.getByRole("button", { name: "Thao tác khác" }).click();
    await page.getByRole("menuitem", { name: "Tổng hợp theo năm" }).click();
    await page.getByRole("heading", { name: "Kinh phí đối ngoại: tổng hợp năm 2026", level: 1 }).waitFor();
    await page.getByText("vượt").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: "1: Không ghi, Đoàn ra" }).click();
    await page.getByRole("link", { name: "Đoàn đi Lào" }).waitFor();
    await page.getByText("1 bản ghi").first().waitFor();
  });
});
