import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DocumentAnswer, DocumentsAnswer } from "../../src/contract/document.ts";
import type { FindingAnswer, FindingsAnswer } from "../../src/contract/review.ts";
import { isDoubtful } from "../../src/domain/document/doubt.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { startBrowser } from "./browser-page.ts";
import { chooserBy, keyboardOf } from "./keyboard.ts";
import { firstAdministrator } from "./signed-in.ts";

/** Real documents, beside the checkout where they may be had. */
const folder = join(import.meta.dirname, "../../../shared/documents");
const there = existsSync(folder);
const decision = "qd-1520-qd-ubnd.docx";
const others = [
  "tb-2025-06-13.ocr.txt",
  "tb-2025-07-04.docx",
  "tb-2025-09-12.ocr.txt",
  "bc-2025-gia-lai.ocr.txt",
];

let program: ServedProgram;
let browser: Browser;
let page: Page;
let troubles: readonly string[];

async function answerOf<T>(path: string): Promise<T> {
  const answer = await page.request.get(program.origin + path);
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  // The program's own contract.
  return (await answer.json()) as T;
}

/** Chooses files with the keyboard, from the place of import, which has just opened. */
async function importWithKeys(keys: ReturnType<typeof keyboardOf>, names: readonly string[]) {
  await keys.reach("Chọn tệp");
  await (await chooserBy(page, keys)).setFiles(names.map((name) => join(folder, name)));
}

/** 0: something may be read wrongly, 1: the text leaves something open, 2: nothing to look at. */
function rank(finding: FindingAnswer): number {
  return isDoubtful(finding.doubt) ? 0 : finding.unclearCount > 0 ? 1 : 2;
}

/** Accepts row after row with Enter, and gives the ids in the order in which they were shown. */
async function acceptAll(keys: ReturnType<typeof keyboardOf>, rows: number): Promise<readonly string[]> {
  const chosen = page.locator("[data-row][data-chosen]");
  const order: string[] = [];
  for (let at = 0; at < rows; at++) {
    order.push((await chosen.getAttribute("data-row")) ?? "");
    await keys.press("Enter");
  }
  await page.getByText("Đã rà soát xong.").waitFor();
  await page.getByText("Mọi thay đổi đã lưu").waitFor();
  return order;
}

/** What entered a step of the books left it or was put aside, in every step; and every row of review has one end. */
function expectBalance(document: DocumentAnswer, findings: number) {
  for (const step of document.ledger.steps)
    expect(step.out + step.rejected.length, `${document.fileName} ${step.name}`).toBe(step.in);
  const { total, open, accepted, general, dropped, split, merged } = document.balance;
  expect(total).toBe(findings);
  expect(open + accepted + general + dropped + split + merged).toBe(total);
}

describe.skipIf(!there)(`the documents of ${there ? "a province" : `${folder} (not there: skipped)`}`, () => {
  beforeAll(async () => {
    [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
    ({ page, troubles } = await firstAdministrator(browser, program));
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  it("a decision of 68 rows and more is imported and reviewed without a pointer, doubtful rows first", async () => {
    const keys = keyboardOf(page);
    await page.goto(`${program.origin}/documents/import`);
    await page.getByRole("button", { name: "Chọn tệp" }).waitFor();
    await importWithKeys(keys, [decision]);
    await page.getByRole("link", { name: "Rà soát ngay" }).waitFor();
    await keys.reach("Rà soát ngay");
    await keys.press("Enter");
    await page.getByRole("grid", { name: "Các mục đọc được" }).waitFor();
    const id = /documents\/([^/]+)\/review/.exec(page.url())?.[1] ?? "";
    const { findings } = await answerOf<FindingsAnswer>(`/api/documents/${id}/findings`);
    expect(findings.length).toBeGreaterThanOrEqual(68);
    const order = await acceptAll(keys, findings.length);
    expect(new Set(order).size).toBe(findings.length);
    const ranks = order.map((row) => rank(findings.find((one) => one.id === row) ?? neverRead(row)));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    // From the open place of import to the last decision: choosing the file and finding the way included.
    expect(keys.count()).toBeLessThanOrEqual(3 * findings.length);
    const shown = await answerOf<DocumentAnswer>(`/api/documents/${id}`);
    expectBalance(shown, findings.length);
    expect(shown.balance).toMatchObject({ open: 0, accepted: findings.length });
  });

  it("its tasks stand in the register, the overview, by unit, by quarter and on its own page", async () => {
    const [document] = (await answerOf<DocumentsAnswer>("/api/documents")).documents;
    const tasks = document?.tasks ?? 0;
    await page.getByRole("link", { name: "Mở nhiệm vụ trong sổ" }).click();
    await page.getByText(`${tasks} nhiệm vụ`, { exact: true }).waitFor();
    await page
      .getByRole("grid", { name: "Nhiệm vụ" })
      .getByRole("link", { name: "1520/QĐ-UBND" })
      .first()
      .waitFor();
    await page.getByRole("link", { name: "Tổng quan" }).click();
    await page.getByText(new RegExp(`${tasks} nhiệm vụ trong sổ`)).waitFor();
    await page.goto(`${program.origin}/units`);
    await page
      .getByRole("row", { name: /^Sở Ngoại vụ/ })
      .getByRole("link")
      .first()
      .click();
    await page.getByRole("grid", { name: "Nhiệm vụ" }).getByText("Sở Ngoại vụ").first().waitFor();
    await page.goto(`${program.origin}/timeline`);
    await page
      .getByRole("row", { name: /^Cả sổ/ })
      .getByRole("link")
      .first()
      .click();
    await page
      .getByRole("grid", { name: "Nhiệm vụ" })
      .getByRole("link", { name: "1520/QĐ-UBND" })
      .first()
      .waitFor();
    await page.goto(`${program.origin}/documents/${document?.id}`);
    await page.getByRole("heading", { name: /1520\/QĐ-UBND/ }).waitFor();
    const rows = page.getByRole("table", { name: "Nhiệm vụ" }).getByRole("row");
    expect(await rows.count()).toBe(tasks + 1);
  });

  it("notices and a report, three of them damaged by a scan, are imported together and reviewed to the end", async () => {
    const keys = keyboardOf(page);
    await page.goto(`${program.origin}/documents/import`);
    await page.getByRole("button", { name: "Chọn tệp" }).waitFor();
    await importWithKeys(keys, others);
    const lines = page.getByRole("list", { name: "Kết quả nhập" }).getByRole("listitem");
    await expect
      .poll(() => lines.getByText(/mục chờ rà soát|không có nhiệm vụ nào/).count(), { timeout: 100_000 })
      .toBe(4);
    expect(await page.getByRole("alert").count()).toBe(0);
    const { documents } = await answerOf<DocumentsAnswer>("/api/documents");
    expect(documents.map(({ fileName }) => fileName).toSorted()).toEqual([decision, ...others].toSorted());
    for (const { id, findings } of documents.filter(({ open }) => open > 0)) {
      await page.goto(`${program.origin}/documents/${id}/review`);
      await page.getByRole("grid", { name: "Các mục đọc được" }).waitFor();
      await acceptAll(keys, findings);
    }
    for (const { id, findings } of documents) {
      const shown = await answerOf<DocumentAnswer>(`/api/documents/${id}`);
      expectBalance(shown, findings);
      expect(shown.balance.open).toBe(0);
    }
  });

  it("who cites and who is cited leads from one document to the other and back", async () => {
    const { documents } = await answerOf<DocumentsAnswer>("/api/documents");
    const shown = await Promise.all(
      documents.map(({ id }) => answerOf<DocumentAnswer>(`/api/documents/${id}`)),
    );
    const pairs = shown.flatMap((citing) =>
      citing.cites.flatMap(({ document }) => (document ? [`${citing.id} ${document.id}`] : [])),
    );
    const back = shown.flatMap((cited) => cited.citedBy.map(({ document }) => `${document.id} ${cited.id}`));
    expect(back.toSorted()).toEqual(pairs.toSorted());
    const citing = shown.find(({ cites }) => cites.some(({ document }) => document !== null));
    const cited = citing?.cites.find(({ document }) => document !== null)?.document;
    expect(cited).toBeDefined();
    await page.goto(`${program.origin}/documents/${citing?.id}?tab=cites`);
    await page
      .getByRole("table", { name: "Viện dẫn" })
      .getByRole("link", { name: cited?.number ?? "" })
      .first()
      .click();
    await page.getByRole("tab", { name: /^Được viện dẫn/ }).click();
    await page
      .getByRole("table", { name: "Được viện dẫn" })
      .getByRole("link", { name: citing?.head.number ?? citing?.fileName ?? "" })
      .first()
      .click();
    await page.waitForURL(`**/documents/${citing?.id}*`);
    expect(troubles).toEqual([]);
  });
});

function neverRead(row: string): never {
  throw new Error(`a row was shown that is none of the document: ${row}`);
}
