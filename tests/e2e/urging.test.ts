import { sql } from "kysely";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRows, type ProvinceId, provinceId, type Rows, withProvince } from "../../src/store/database.ts";
import { openTestDatabase, type TestDatabase, urlOf } from "../support/database.ts";
import { startMailServer, type TestMailServer } from "../support/mail.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { acceptedOrders } from "./accepted-orders.ts";
import { faultsOf } from "./axe.ts";
import { phone, startBrowser } from "./browser-page.ts";
import { firstAdministrator, invitedPerson, samePerson } from "./signed-in.ts";

let program: ServedProgram;
let browser: Browser;
let mail: TestMailServer;
let page: Page;
let database: TestDatabase;
let rows: Rows;

beforeAll(async () => {
  [mail, database] = await Promise.all([startMailServer(), openTestDatabase()]);
  rows = openRows(database.program);
  const environment = {
    ...{ DATABASE_URL: urlOf(database.program), DATABASE_OWNER_URL: urlOf(database.owner) },
    DATABASE_JOBS_URL: urlOf(database.jobs),
    SAURO_MAIL_SERVER: `smtp://127.0.0.1:${mail.port}`,
    SAURO_MAIL_FROM: "sauro@vd.gov.vn",
  };
  [program, browser] = await Promise.all([serveProgram(environment), startBrowser()]);
  ({ page } = await firstAdministrator(browser, program));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await mail?.close();
  await rows?.close();
  await database?.drop();
});

const giaLai = provinceId(52) as ProvinceId; // 52 is the number of a province

/** What the hourly job would have written: a message of today to a person, of the duties of a unit. */
async function tell(email: string, unit: string): Promise<void> {
  await withProvince(rows.kysely, giaLai, (transaction) =>
    sql`insert into urging_message (province_id, id, person_id, on_day, urges, state)
        select ${giaLai}, gen_random_uuid(), h.id, current_date, w.urges, 'shown'
          from person h, (select jsonb_agg(jsonb_build_object('duty', jsonb_build_object('id', d.id, 'lastDay', d.last_day),
              'rung', jsonb_build_object('kind', 'reminder', 'days', 3))) as urges
            from duty d join unit u on u.province_id = d.province_id and u.id = d.holder_id
           where d.province_id = ${giaLai} and u.name = ${unit}) w
         where h.province_id = ${giaLai} and h.email = ${email}`.execute(transaction),
  );
}

// Each case goes on where the one before it ended.
describe("the settings of urging", { timeout: 60_000 }, () => {
  it("begin turned off, with the usual steps", async () => {
    await page.getByRole("link", { name: "Thiết lập" }).click();
    const ways = page.getByRole("navigation", { name: "Các phần thiết lập" });
    await ways.getByRole("link", { name: "Đôn đốc" }).click();
    await page.getByText("Đang tắt: không ai được nhắc.").waitFor();
    expect(await page.getByRole("button", { name: /^Bỏ bước/ }).count()).toBe(6);
    expect(await faultsOf(page)).toEqual([]);
  });

  it("refuse a step that is there twice, days that are none, hours that end before they begin, and no step", async () => {
    await page.getByRole("button", { name: "Thêm bước" }).click();
    const added = page.getByRole("row").last();
    await added.getByLabel("Số ngày").fill("hai");
    await added.getByText("Số ngày từ 0 đến 90 trước hạn").waitFor();
    await added.getByLabel("Số ngày").fill("3");
    await added.getByLabel("Làm gì").selectOption("reminder");
    await added.getByText("Bước này có hai lần.").waitFor();
    await page.getByLabel("Đến trước giờ").selectOption("8");
    await page.getByText("Giờ kết thúc phải sau giờ bắt đầu.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    expect(await page.getByText("Đã lưu.").count()).toBe(0);
    for (let left = 7; left > 0; left--)
      await page
        .getByRole("button", { name: /^Bỏ bước/ })
        .first()
        .click();
    await page.getByText("Cần ít nhất một bước").waitFor();
    await page.getByRole("button", { name: "Dùng các bước thông dụng" }).click();
    expect(await page.getByRole("button", { name: /^Bỏ bước/ }).count()).toBe(6);
    await page.getByLabel("Đến trước giờ").selectOption("16");
  });

  it("show what would go out, before they are saved", async () => {
    await page.getByLabel("Tự động nhắc các đơn vị theo các bước dưới đây").check();
    await page.getByRole("button", { name: "Xem ngày làm việc tới gửi gì" }).click();
    const dialog = page.getByRole("dialog", { name: /^Dự kiến ngày/ });
    await dialog.getByText("Không có gì đến bước trong ngày này.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Đóng" }).click();
  });

  it("are saved, and stand when the page is opened again", async () => {
    await page
      .getByRole("row", { name: /Nhắc đích danh/ })
      .getByLabel("Số ngày")
      .fill("5");
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await page.getByText("Đã lưu.").waitFor();
    await page.reload();
    await page.getByText(/^Đang bật từ ngày/).waitFor();
    expect(
      await page
        .getByRole("row", { name: /Nhắc đích danh/ })
        .getByLabel("Số ngày")
        .inputValue(),
    ).toBe("5");
    expect(await page.getByLabel("Đến trước giờ").inputValue()).toBe("16");
  });

  it("send a trial letter to the person himself", async () => {
    await page.getByText("Đã nối máy chủ thư.").waitFor();
    await page.getByRole("button", { name: "Gửi thư thử cho tôi" }).click();
    await page.getByText(/Máy chủ thư đã nhận thư gửi tới hoa@vd\.gov\.vn/).waitFor();
    expect(mail.letters.map(({ to }) => to)).toEqual([["hoa@vd.gov.vn"]]);
  });

  it("have a webhook: off at first, refused for what cannot be called, its secret shown once", async () => {
    await page.getByText("Webhook đang tắt.").waitFor();
    await page.getByLabel("Địa chỉ nhận").fill("zalo.gialai.gov.vn");
    await page.getByRole("button", { name: "Lưu webhook" }).click();
    await page.getByText(/không phải là địa chỉ gọi được/).waitFor();
    await page.getByLabel("Địa chỉ nhận").fill("https://127.0.0.1:9/");
    await page.getByRole("button", { name: "Lưu webhook" }).click();
    await page.getByText(/^whsec_/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Gọi thử" }).click();
    await page.getByText(/Webhook ở 127\.0\.0\.1 không nhận/).waitFor();
    await page.reload();
    await page.getByText("Webhook đang bật.").waitFor();
    expect(await page.getByText(/^whsec_/).count()).toBe(0);
    await page.getByLabel("Địa chỉ nhận").fill("");
    await page.getByRole("button", { name: "Lưu webhook" }).click();
    await page.getByText("Webhook đang tắt.").waitFor();
  });

  it("are as wide as a phone", async () => {
    const opened = await samePerson(browser, page, `${program.origin}/settings/urging`, phone);
    await opened.page.getByText(/^Đang bật từ ngày/).waitFor();
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await faultsOf(opened.page)).toEqual([]);
    expect(opened.troubles).toEqual([]);
  });
});

describe("a person's own messages", { timeout: 90_000 }, () => {
  let officer: Page;
  const orders = `1. Giao Sở Y tế rà soát các đề án hợp tác quốc tế, báo cáo kết quả trước ngày 15/6/2026.
2. Giao Sở Y tế tổng kết việc tiếp nhận viện trợ, báo cáo kết quả trước ngày 20/6/2026.`;

  it("have a page that says what will stand there", async () => {
    await acceptedOrders({ page, origin: program.origin }, orders);
    const invited = { name: "Đinh Thị Lan", email: "lan@vd.gov.vn", role: "unitHead", unit: "Sở Y tế" };
    ({ page: officer } = await invitedPerson(browser, { page, origin: program.origin }, invited));
    await officer.getByRole("link", { name: "Tin nhắc việc", exact: true }).click();
    await officer.getByText("Chưa có tin nào").waitFor();
    await officer.getByText("Tỉnh quy định tin nhắc việc gửi cả qua thư điện tử.").waitFor();
    expect(await faultsOf(officer)).toEqual([]);
  });

  it("are counted beside the bell, and one that is opened leads to its duty and is read", async () => {
    await tell("lan@vd.gov.vn", "Sở Y tế");
    await officer.reload();
    await officer.getByRole("link", { name: "Tin nhắc việc: 1 tin chưa đọc" }).waitFor();
    expect(await faultsOf(officer)).toEqual([]);
    await officer.getByRole("link", { name: /tổng kết việc tiếp nhận viện trợ/ }).click();
    await officer.waitForURL(/\/duties\/./);
    await officer.getByRole("link", { name: "Tin nhắc việc", exact: true }).click();
    await officer.getByText("Không có tin chưa đọc.").waitFor();
  });

  it("may do without the mail of digests once the province leaves it to them", async () => {
    await page.goto(`${program.origin}/settings/urging`);
    await page.getByLabel("Người dùng được tự tắt thư nhắc việc").check();
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await page.getByText("Đã lưu.").waitFor();
    await officer.reload();
    const choice = officer.getByLabel("Gửi tin nhắc việc cho tôi cả qua thư điện tử");
    const kept = officer.waitForResponse((answer) => answer.url().endsWith("/api/messages/mail"));
    await choice.click();
    await kept;
    await officer.reload();
    await choice.waitFor();
    expect(await choice.isChecked()).toBe(false);
    expect(await faultsOf(officer)).toEqual([]);
  });

  it("come with a calendar of their own, by a link that is shown once, read without a session, and revoked", async () => {
    await officer.getByText("Bạn chưa có liên kết lịch.").waitFor();
    await officer.getByRole("button", { name: "Tạo liên kết", exact: true }).click();
    const address = await officer.getByLabel("Liên kết lịch").inputValue();
    expect(await faultsOf(officer)).toEqual([]);
    const answer = await fetch(address);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect((await answer.text()).match(/^BEGIN:VEVENT/gm)).toBeNull();
    await officer.reload();
    await officer.getByText(/được đọc gần nhất/).waitFor();
    expect(await officer.getByLabel("Liên kết lịch").count()).toBe(0);
    await officer.getByRole("button", { name: "Thu hồi liên kết" }).click();
    await officer.getByText("Bạn chưa có liên kết lịch.").waitFor();
    expect((await fetch(address)).status).toBe(404);
  });

  it("are as wide as a phone", async () => {
    const opened = await samePerson(browser, officer, `${program.origin}/messages`, phone);
    await opened.page.getByText("Không có tin chưa đọc.").waitFor();
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await faultsOf(opened.page)).toEqual([]);
    expect(opened.troubles).toEqual([]);
  });
});

/** What the hourly job would have booked of the duties of a unit. */
async function climb(unit: string, kind: "letter" | "meeting", days: number): Promise<void> {
  await withProvince(rows.kysely, giaLai, (transaction) =>
    sql`insert into urging (province_id, duty_id, last_day, kind, days, on_day, outcome)
        select ${giaLai}, d.id, d.last_day, ${kind}, ${days}, current_date, ${kind}
          from duty d join unit u on u.province_id = d.province_id and u.id = d.holder_id
         where d.province_id = ${giaLai} and u.name = ${unit}`.execute(transaction),
  );
}

describe("letters that the ladder asks for", { timeout: 90_000 }, () => {
  it("say what will stand there while none is due", async () => {
    await page.goto(`${program.origin}/overview`);
    await page.getByRole("link", { name: "Đôn đốc", exact: true }).click();
    await page.getByText("Không có công văn nào cần ban hành").waitFor();
    await page.getByRole("link", { name: "Danh sách họp" }).click();
    await page.getByText("Không có phần việc nào trong danh sách họp").waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("are drafted from the list, which is of one unit each", async () => {
    await climb("Sở Y tế", "letter", 10);
    await page.goto(`${program.origin}/urging`);
    await page.getByText("1 công văn cần ban hành.").waitFor();
    const letter = page.getByRole("region", { name: "Sở Y tế" });
    expect(await letter.getByRole("row").count()).toBe(3);
    await letter.getByRole("button", { name: "Soạn công văn đôn đốc" }).click();
    const dialog = page.getByRole("dialog", { name: "Soạn công văn đôn đốc" });
    await dialog.getByText("2 việc quá hạn của Sở Y tế").waitFor();
    await dialog.getByLabel("Cơ quan ký").selectOption("committee");
    const saving = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Tải dự thảo" }).click();
    expect((await saving).suggestedFilename()).toMatch(/^cong-van-don-doc-.*\.docx$/);
  });

  it("are recorded with number and day, and no day that has not come", async () => {
    await page.getByRole("button", { name: "Ghi đã ban hành" }).click();
    const dialog = page.getByRole("dialog", { name: /^Ghi công văn đã ban hành gửi Sở Y tế/ });
    await dialog.getByRole("button", { name: "Ghi", exact: true }).click();
    await dialog.getByText("Cần có số công văn.").waitFor();
    await dialog.getByLabel("Số công văn").fill("12/SNgV-VP");
    const today = await dialog.getByLabel("Ngày ban hành").inputValue();
    await dialog.getByLabel("Ngày ban hành").fill("2099-01-01");
    await dialog.getByRole("button", { name: "Ghi", exact: true }).click();
    await dialog.getByText(/Ngày ban hành .* chưa đến/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByLabel("Ngày ban hành").fill(today);
    await dialog.getByRole("button", { name: "Ghi", exact: true }).click();
    await page.getByText("Không có công văn nào cần ban hành").waitFor();
    await page.getByRole("row", { name: /Công văn số 12\/SNgV-VP ngày .* Sở Y tế 2/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${program.origin}/duties?q=vien+tro`);
    await page.getByRole("link", { name: /tổng kết việc tiếp nhận viện trợ/ }).click();
    await page.getByText(/1 lần; Công văn số 12\/SNgV-VP/).waitFor();
  });

  it("come back when what was recorded is taken back", async () => {
    await page.goto(`${program.origin}/urging`);
    await page.getByRole("button", { name: "Bỏ ghi công văn 12/SNgV-VP" }).click();
    await page.getByText("1 công văn cần ban hành.").waitFor();
  });

  it("are followed by the list for the chair's meeting, which is taken along as .docx", async () => {
    await climb("Sở Y tế", "meeting", 30);
    await page.goto(`${program.origin}/urging/meeting`);
    await page.getByText(/^2 phần việc quá hạn, đến ngày/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const saving = page.waitForEvent("download");
    await page.getByRole("link", { name: "Tải .docx" }).click();
    expect((await saving).suggestedFilename()).toMatch(/^danh-sach-hop-.*\.docx$/);
  });

  it.each(["/urging", "/urging/meeting"])("%s is as wide as a phone", async (place) => {
    const opened = await samePerson(browser, page, `${program.origin}${place}`, phone);
    await opened.page.getByRole("link", { name: /tổng kết việc tiếp nhận viện trợ/ }).waitFor();
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await faultsOf(opened.page)).toEqual([]);
    expect(opened.troubles).toEqual([]);
  });
});
