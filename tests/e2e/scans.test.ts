import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DrawnSheet, drawnFirstPage, machineRecogniser } from "../../src/intake/scan/drawn-scan.fixture.ts";
import { scannedPdf } from "../../src/intake/scan/scanned-pdf.fixture.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { makeDataFolder } from "../support/server.ts";
import { faultsOf } from "./axe.ts";
import { startBrowser } from "./browser-page.ts";
import { firstAdministrator } from "./signed-in.ts";

let program: ServedProgram;
let browser: Browser;
let page: Page;
let troubles: readonly string[];
const folder = makeDataFolder();
const serve = () =>
  serveProgram({ SAURO_DATA: folder, SAURO_PORT: program ? new URL(program.origin).port : "0" });

beforeAll(async () => {
  browser = await startBrowser();
  program = await serve();
  ({ page, troubles } = await firstAdministrator(browser, program));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** A plan of some pages, or a paper of another kind; the pages after the first order one thing each. */
function scan(pages: number, first = drawnFirstPage()) {
  const others = Array.from({ length: pages - 1 }, (_, i) =>
    new DrawnSheet().lines(85, 80, [`${i + 5}. Giao Sở Y tế chuẩn bị phương án cho lớp thứ ${i + 2}.`]),
  );
  const buffer = scannedPdf([first, ...others].map((sheet) => sheet.scanned()));
  return { name: `ke-hoach-${pages}-trang.pdf`, mimeType: "application/pdf", buffer: Buffer.from(buffer) };
}

/** Without number: whichever is read first, it is no second copy of the plan. */
const paper = new DrawnSheet().lines(85, 80, ["Ghi chép cuộc họp về lớp tiếng Khmer."]);

const list = () => page.getByRole("region", { name: "Bản quét đang xử lý" });

describe.skipIf(machineRecogniser === null)("a scan", () => {
  it("is followed page by page, goes on when the program was killed, and enters once", async () => {
    await page.goto(`${program.origin}/documents/import`);
    await page.locator("input[type=file]").setInputFiles([scan(4), scan(2, paper)]);
    await list()
      .getByText(/Đã đọc [1-3]\/4 trang/)
      .waitFor({ timeout: 90_000 });
    await list().getByText("Còn 1 bản quét đứng trước").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    // Leaving the page and coming back.
    await page.goto(`${program.origin}/documents`);
    program.process.kill("SIGKILL");
    program = await serve();
    await page.goto(`${program.origin}/documents/import`);
    const first = list().getByRole("listitem").filter({ hasText: "ke-hoach-4-trang.pdf" });
    await first.getByRole("link", { name: "Rà soát ngay" }).waitFor({ timeout: 200_000 });
    await page.goto(`${program.origin}/documents`);
    await page.getByText("217/KH-UBND").first().waitFor();
    expect(await page.getByText("217/KH-UBND").count()).toBe(1);
    expect(troubles).toEqual([]);
  }, 400_000);
});
