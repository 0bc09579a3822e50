import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { openPage, startBrowser } from "./browser-page.ts";

/** A notice of our own, printed and read with the OCR model of English. */
const damaged = readFileSync(
  join(import.meta.dirname, "../../scripts/repair-model/example/notice.ocr.txt"),
  "utf8",
);

let program: ServedProgram;
let browser: Browser;

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function openWith(text: string) {
  const opened = await openPage(browser, program.origin);
  await opened.page
    .locator("input[type=file]")
    .setInputFiles([{ name: "thong-bao.txt", mimeType: "text/plain", buffer: Buffer.from(text, "utf8") }]);
  await opened.page.getByRole("grid").waitFor();
  return opened;
}

it("a damaged document is shown restored, with its doubts; as it stands in the file by one click", async () => {
  const { page, troubles } = await openWith(damaged);
  const source = page.getByRole("region", { name: "Văn bản gốc" });
  await source.getByText("rà soát toàn bộ hồ sơ cấp phép").waitFor();
  expect(await source.getByTitle(/^Nguyên văn: “.+”\. Có thể là: /).count()).toBeGreaterThan(3);
  const row = page.getByRole("row").nth(1);
  await row.click();
  expect(await source.locator("[data-lit]").count()).toBeGreaterThan(0);
  expect(await faultsOf(page)).toEqual([]);
  await source.getByRole("button", { name: "Nguyên văn" }).click();
  await source.getByText("hoan thanh truéc ngay 15/6/2026").waitFor();
  expect(await source.getByTitle(/^Nguyên văn/).count()).toBe(0);
  await source.getByRole("button", { name: "Đã phục hồi" }).click();
  await source.getByText("rà soát toàn bộ hồ sơ cấp phép").waitFor();
  expect(troubles).toEqual([]);
  await page.context().close();
});

it("a clean document has no choice", async () => {
  const clean = readFileSync(
    join(import.meta.dirname, "../../scripts/repair-model/example/notice.txt"),
    "utf8",
  );
  const { page } = await openWith(clean);
  const source = page.getByRole("region", { name: "Văn bản gốc" });
  await source.getByText("rà soát toàn bộ hồ sơ cấp phép").waitFor();
  expect(await source.getByRole("button", { name: "Nguyên văn" }).count()).toBe(0);
  await page.context().close();
});
