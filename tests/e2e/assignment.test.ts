import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ImportAnswer } from "../../src/contract/document.ts";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { startBrowser } from "./browser-page.ts";
import { planDocument } from "./sample-document.ts";
import { firstAdministrator, invitedPerson } from "./signed-in.ts";

vi.setConfig({ testTimeout: 90_000 });

const unit = "Sở Tài chính";
const works = ["dự toán hội nghị", "đơn giá thuê phiên dịch", "quyết toán đợt một", "biểu phí trông giữ xe"];

let program: ServedProgram;
let browser: Browser;
let administrator: Page;
let head: Page;
let officer: Page;
let document: string;

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  const { origin } = program;
  administrator = (await firstAdministrator(browser, program)).page;
  document = await acceptedPlan();
  const by = { page: administrator, origin };
  const truong = { name: "Đỗ Văn Trường", email: "truong@vd.gov.vn", role: "unitHead", unit };
  const vien = { name: "Lê Thị Viên", email: "vien@vd.gov.vn", role: "unitOfficer", unit };
  head = (await invitedPerson(browser, by, truong)).page;
  officer = (await invitedPerson(browser, by, vien)).page;
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** A plan whose orders are all for the unit, imported and accepted; gives the id of the document. */
async function acceptedPlan(): Promise<string> {
  const orders = works.map(
    (work, at) =>
      `${at + 1}. ${unit} xây dựng ${work}, báo cáo Ủy ban nhân dân tỉnh trước ngày 30/${at + 4}/2026.`,
  );
  const buffer = Buffer.from(planDocument(orders), "utf8");
  const sent = await administrator.request.post(`${program.origin}/api/documents`, {
    multipart: { files: { name: "ke-hoach.txt", mimeType: "text/plain", buffer } },
  });
  const [line] = ((await sent.json()) as ImportAnswer).lines;
  if (line?.outcome !== "imported") throw new Error(JSON.stringify(line));
  for (const { id, version } of await findings(line.document.id)) {
    const data = { version, decision: "accepted" };
    const decided = await administrator.request.post(`${program.origin}/api/findings/${id}/decision`, {
      data,
    });
    if (!decided.ok()) throw new Error(await decided.text());
  }
  return line.document.id;
}

async function findings(of: string): Promise<FindingsAnswer["findings"]> {
  const answer = await administrator.request.get(`${program.origin}/api/documents/${of}/findings`);
  return ((await answer.json()) as FindingsAnswer).findings;
}

describe("work inside a unit", () => {
  it("is given by its head, of several tasks at once, to a leader, a room and an officer", async () => {
    await head.goto(`${program.origin}/tasks`);
    const row = (work: string) => head.getByRole("row").filter({ hasText: work });
    for (const work of works.slice(0, 2)) await row(work).getByRole("checkbox").check();
    await head.getByRole("button", { name: "Giao việc", exact: true }).click();
    const dialog = head.getByRole("dialog", { name: `Giao việc: ${unit}` });
    expect(await dialog.getByRole("button", { name: "Lưu" }).isDisabled()).toBe(true);
    await dialog.getByLabel("Lãnh đạo phụ trách").fill("truong");
    await dialog.getByRole("button", { name: `Đỗ Văn Trường, ${unit}` }).click();
    await dialog.getByLabel("Cán bộ").fill("vien");
    await dialog.getByRole("button", { name: `Lê Thị Viên, ${unit}` }).click();
    expect(await faultsOf(head)).toEqual([]);
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await dialog.getByText("2 nhiệm vụ đã chọn → 2 đã giao, 0 chưa giao được").waitFor();
    await dialog.getByRole("button", { name: "Xong" }).click();
  });

  it("is found by the officer as his own, and no other work with it", async () => {
    await officer.goto(`${program.origin}/tasks`);
    await officer
      .getByText(works[3] ?? "")
      .first()
      .waitFor();
    await officer.getByLabel("Người làm").selectOption({ label: "việc của tôi" });
    await officer
      .getByText(works[3] ?? "")
      .first()
      .waitFor({ state: "detached" });
    for (const work of works.slice(0, 2)) await officer.getByText(work).first().waitFor();
    expect(await officer.getByText("2 nhiệm vụ").count()).toBeGreaterThan(0);
    // Who heads no unit is offered nothing to give.
    await officer
      .getByRole("row")
      .filter({ hasText: works[0] ?? "" })
      .getByRole("checkbox")
      .check();
    await officer.getByRole("button", { name: "Chép danh sách" }).waitFor();
    expect(await officer.getByRole("button", { name: "Giao việc" }).count()).toBe(0);
  });

  it("is changed on the page of one task, and taken from one of them there", async () => {
    await head
      .getByRole("row")
      .filter({ hasText: works[0] ?? "" })
      .getByText(works[0] ?? "")
      .click();
    await head.getByText("Lãnh đạo phụ trách: Đỗ Văn Trường · Cán bộ: Lê Thị Viên").waitFor();
    await head.getByRole("button", { name: "Giao việc" }).click();
    const dialog = head.getByRole("dialog", { name: `Giao việc: ${unit}` });
    await dialog.getByRole("button", { name: "Bỏ chọn: Lê Thị Viên" }).click();
    expect(await faultsOf(head)).toEqual([]);
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await head.getByText("Lãnh đạo phụ trách: Đỗ Văn Trường", { exact: true }).waitFor();
  });

  it("that the unit holds no more is not given, and the books say which and why", async () => {
    await head.goto(`${program.origin}/tasks`);
    for (const work of works.slice(2))
      await head.getByRole("row").filter({ hasText: work }).getByRole("checkbox").check();
    const gone = (await findings(document)).find(({ task }) => task.content.includes(works[3] ?? ""));
    const taken = await administrator.request.delete(`${program.origin}/api/findings/${gone?.id}/decision`, {
      data: { version: gone?.version },
    });
    expect(taken.ok()).toBe(true);
    await head.getByRole("button", { name: "Giao việc", exact: true }).click();
    const dialog = head.getByRole("dialog", { name: `Giao việc: ${unit}` });
    await dialog.getByLabel("Cán bộ").fill("vien");
    await dialog.getByRole("button", { name: `Lê Thị Viên, ${unit}` }).click();
    await dialog.getByRole("button", { name: "Lưu" }).click();
    await dialog.getByText("2 nhiệm vụ đã chọn → 1 đã giao, 1 chưa giao được").waitFor();
    await dialog
      .getByRole("listitem")
      .filter({ hasText: works[3] ?? "" })
      .getByText("Đơn vị không có phần việc")
      .waitFor();
    expect(await faultsOf(head)).toEqual([]);
  });
});
