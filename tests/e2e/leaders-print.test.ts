import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillDuties } from "../../scripts/prove/parts/many-duties.ts";
import type { SettingsAnswer } from "../../src/contract/settings.ts";
import { asLogin, openTestDatabase, type TestDatabase, urlOf } from "../support/database.ts";
import { runProgram, type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { startBrowser } from "./browser-page.ts";
import { firstAdministrator } from "./signed-in.ts";

let database: TestDatabase;
let program: ServedProgram;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  database = await openTestDatabase();
  const { program: rows, owner, jobs } = database;
  [program, browser] = await Promise.all([
    serveProgram({
      ...{ DATABASE_URL: urlOf(rows), DATABASE_OWNER_URL: urlOf(owner), DATABASE_JOBS_URL: urlOf(jobs) },
    }),
    startBrowser(),
  ]);
  ({ page } = await firstAdministrator(browser, program));
  const settings = `${program.origin}/api/settings`;
  const { version, soonDays } = (await (await page.request.get(settings)).json()) as SettingsAnswer;
  const data = { version, soonDays, startDay: "2024-01-01" };
  expect((await page.request.put(settings, { data })).status()).toBe(200);
  await asLogin(owner, async (client) => void (await fillDuties(client, [52], 6000)));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await database?.drop();
});

/** The tasks of the province in so many groups, with titles as long as those of plans are. */
async function setGroups(count: number): Promise<void> {
  await asLogin(database.owner, async (client) => {
    await client.query("select set_config('app.province', '52', false)");
    await client.query(
      `update task t set group_title = 'Nhóm nhiệm vụ ' || n % $1::int ||
         ' về nâng cao hiệu quả công tác đối ngoại, mở rộng hợp tác với các địa phương nước ngoài và hội nhập quốc tế'
         from (select t.id, row_number() over (order by min(d.last_day) filter (where d.owed and d.submitted_on is null), t.id) as n
                 from task t join duty d on d.task_id = t.id group by t.id) w where w.id = t.id`,
      [count],
    );
  });
}

describe("the leaders' page of a whole province", { timeout: 60_000 }, () => {
  it.each([7, 20, 60])("prints on one A4 page with %i groups of tasks", async (groups) => {
    await setGroups(groups);
    await page.goto(`${program.origin}/leaders`);
    await page
      .getByRole("row", { name: /^Nhóm nhiệm vụ/ })
      .first()
      .waitFor();
    if (groups > 8) await page.getByRole("button", { name: /^Hiện cả \d+ nhóm$/ }).click();
    expect(await page.getByRole("row", { name: /^Nhóm nhiệm vụ/ }).count()).toBeGreaterThan(groups * 0.9);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  });

  it("opens from a cell of the map exactly the duties that it counts", async () => {
    expect(await faultsOf(page)).toEqual([]);
    const cell = page.getByRole("link", { name: /, tháng \d\d\/\d{4}: \d+ việc quá hạn$/ }).first();
    const count = await cell.textContent();
    await cell.click();
    await page.getByText(`${count} phần việc`, { exact: true }).waitFor();
    await page.getByLabel("Tháng đến hạn").waitFor();
  });

  it("gives a draft of the notice that tells it", async () => {
    await page.goto(`${program.origin}/leaders`);
    await page.getByRole("button", { name: "Soạn thông báo" }).click();
    const dialog = page.getByRole("dialog", { name: "Soạn thông báo" });
    const saving = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Tải dự thảo" }).click();
    expect((await saving).suggestedFilename()).toMatch(/^thong-bao-\d{4}-\d{2}-\d{2}\.docx$/);
  });

  it("leads to the fact sheet of a unit, whose numbers open their lists and which prints on one sheet", async () => {
    await page.goto(`${program.origin}/leaders`);
    await page.getByRole("link", { name: "Sở số 8", exact: true }).first().click();
    await page.getByRole("heading", { name: "Phiếu số liệu: Sở số 8" }).waitFor();
    await page.getByText(/trong \d+ đơn vị cùng loại|Không xếp thứ/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    const row = page.getByRole("row", { name: /^Chủ trì, đã đến hạn/ });
    const due = (await row.getByRole("link").textContent()) ?? "";
    await page.getByRole("button", { name: "Soạn báo cáo" }).click();
    const saving = page.waitForEvent("download");
    await page.getByRole("dialog").getByRole("button", { name: "Tải dự thảo" }).click();
    expect((await saving).suggestedFilename()).toMatch(/^bao-cao-\d{4}\.docx$/);
    await row.getByRole("link").click();
    await page.getByText(`${due} phần việc`, { exact: true }).waitFor();
  });

  it("the country is shown to who was named at the machine, seconds after a change", async () => {
    await page.goto(`${program.origin}/country`);
    await page.getByText(/chỉ dành cho người được cấp quyền tại máy chủ/).waitFor();
    const { program: rows, owner, jobs } = database;
    const named = await runProgram(["country", "--add", "hoa@vd.gov.vn"], {
      ...{ DATABASE_URL: urlOf(rows), DATABASE_OWNER_URL: urlOf(owner), DATABASE_JOBS_URL: urlOf(jobs) },
      SAURO_DATA: program.dataFolder,
    });
    expect([named.code, named.stdout]).toEqual([0, expect.stringContaining("Võ Thị Hoa <hoa@vd.gov.vn>")]);
    await page.reload();
    await page
      .getByRole("row", { name: /^Gia Lai/ })
      .first()
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});
