import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RegistersAnswer } from "../../src/contract/record.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { startBrowser } from "./browser-page.ts";
import { firstAdministrator, invitedPerson } from "./signed-in.ts";

let program: ServedProgram;
let browser: Browser;
let page: Page;
let troubles: readonly string[];

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page, troubles } = await firstAdministrator(browser, program));
  const { origin } = program;
  const invited = { name: "Lê Thị Sen", email: "sen@vd.gov.vn", role: "unitOfficer", unit: "Sở Công Thương" };
  const sen = await invitedPerson(browser, { page, origin }, invited);
  const answer = await sen.page.request.get(`${origin}/api/records`);
  const { enters } = (await answer.json()) as RegistersAnswer;
  await enter(page, null, "Đoàn đại biểu cấp cao tỉnh Attapeu thăm và làm việc", "10/03/2026 - 12/03/2026");
  await enter(
    sen.page,
    enters.units[0]?.id ?? null,
    "Tiếp đoàn Attapeu về thương mại biên giới",
    "11/03/2026",
  );
}, 180_000);
afterAll(async () => {
  expect(troubles).toEqual([]);
  await browser?.close();
  await program?.stop();
});

/** Enters a delegation as the person of a page. */
async function enter(as: Page, owner: string | null, name: string, when: string): Promise<void> {
  const values = {
    name,
    when,
    direction: "in",
    matter: "official",
    country: "LA",
    purpose: "talks",
    members: "9",
  };
  const data = { values, links: {}, owner, sure: true };
  const answer = await as.request.post(`${program.origin}/api/records/delegations`, { data });
  expect(answer.status()).toBe(200);
}

describe("a visit that two units tell of", { timeout: 90_000 }, () => {
  it("is proposed on the page of its register, and side by side", async () => {
    await page.goto(`${program.origin}/cooperation/delegations`);
    await page.getByRole("link", { name: "Có thể trùng (1)" }).click();
    await page.getByRole("heading", { name: "Có thể trùng", level: 1 }).waitFor();
    await page.getByRole("link", { name: "Tiếp đoàn Attapeu về thương mại biên giới" }).waitFor();
    await page.getByRole("columnheader", { name: "Sở Công Thương" }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("stands once when a person says so, is told as theirs on its page, and is parted again", async () => {
    await page.getByRole("button", { name: "Là một việc, giữ bản của Cơ quan đầu mối" }).click();
    await page.getByText("Không có bản ghi nào có thể trùng").waitFor();
    await page
      .getByRole("status")
      .getByText(/Đã gộp/)
      .waitFor();
    await page.goto(`${program.origin}/cooperation/delegations`);
    await page.getByText(/^1 bản ghi/).waitFor();
    await page.getByRole("link", { name: "Đoàn đại biểu cấp cao tỉnh Attapeu thăm và làm việc" }).click();
    const told = page.getByRole("region", { name: "Đơn vị khác cũng nhập việc này" });
    await told.getByText("Sở Công Thương: Tiếp đoàn Attapeu về thương mại biên giới").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await told.getByRole("button", { name: /^Tách ra/ }).click();
    await told.waitFor({ state: "detached" });
  });

  it("is two when a person says so, which can be undone for a minute", async () => {
    await page.goto(`${program.origin}/cooperation/delegations/twins`);
    await page.getByRole("button", { name: "Là hai việc khác nhau" }).click();
    await page.getByText("Không có bản ghi nào có thể trùng").waitFor();
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await page.getByRole("button", { name: "Là hai việc khác nhau" }).waitFor();
  });
});
