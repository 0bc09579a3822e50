import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startReading } from "../../src/intake/read-file.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { phone, startBrowser } from "./browser-page.ts";
import { firstAdministrator, samePerson } from "./signed-in.ts";

let program: ServedProgram;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram({}, ["--sample"]), startBrowser()]);
  ({ page } = await firstAdministrator(browser, program));
  await page.getByText("123 nhiệm vụ trong sổ").waitFor({ timeout: 90_000 });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** The address of the first thing of a list. */
async function firstOf(list: string): Promise<string> {
  const answer = await page.request.get(`${program.origin}/api/${list}`);
  const found = ((await answer.json()) as Record<string, { id: string }[]>)[list]?.[0]?.id;
  if (found === undefined) throw new Error(`no ${list}`);
  return `/${list}/${found}`;
}

/** Every place of the register. */
async function everyPlace(): Promise<readonly string[]> {
  const [task, document] = [await firstOf("tasks"), await firstOf("documents")];
  return [
    ...["/", "/tasks", "/tasks/import", task, "/units", "/timeline", "/documents", "/documents/import"],
    ...[document, `${document}/review`, "/settings", "/read", "/state"],
  ];
}

async function faultsIn(on: Page): Promise<Readonly<Record<string, unknown>>> {
  const faults: Record<string, unknown> = {};
  for (const path of await everyPlace()) {
    await on.goto(program.origin + path, { waitUntil: "networkidle" });
    await on.getByRole("heading", { level: 1 }).first().waitFor();
    const found = await faultsOf(on);
    const wide = await on.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    if (found.length > 0 || wide) faults[path] = { found, wide };
  }
  return faults;
}

describe("every place of the register", { timeout: 120_000 }, () => {
  it("has nothing that axe finds, on a desk in Vietnamese", async () => {
    expect(await faultsIn(page)).toEqual({});
  });

  it("nor on a phone in English and in the dark, where nothing is wider than it", async () => {
    const opened = await samePerson(browser, page, program.origin, { ...phone, colorScheme: "dark" });
    await opened.page.getByRole("button", { name: "English" }).click();
    expect(await faultsIn(opened.page)).toEqual({});
    await opened.page.context().close();
  });
});

describe("on paper", { timeout: 120_000 }, () => {
  it("the register is printed whole, beyond what was loaded, with its head on every page and no frame", async () => {
    await page.goto(`${program.origin}/tasks`);
    await page.getByText("999/KH-SKHCN").filter({ visible: true }).first().waitFor();
    // What the button does last is the browser's; here it only tells that it would print.
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "");
    });
    await page.getByRole("button", { name: "Thao tác khác" }).click();
    await page.getByRole("menuitem", { name: "In danh sách" }).click();
    await page.locator("body[data-printed]").waitFor();
    const pages = await printedWords(page);
    const text = pages.join("\n");
    expect(pages.length).toBeGreaterThan(3);
    for (const one of pages) expect(one).toContain("Chủ trì");
    // The first page holds 100 tasks.
    expect(
      text.match(/còn \d+ ngày|quá \d+ ngày|Hoàn thành|Không đặt hạn|Đã thu hồi/g)?.length,
    ).toBeGreaterThan(100);
    expect(text).not.toContain("Đăng xuất");
  });
});

/** The words of each page of the paper, as our own reader of PDF finds them. */
async function printedWords(on: Page): Promise<readonly string[]> {
  const reading = startReading();
  try {
    const paper = await on.pdf({ preferCSSPageSize: true });
    const { extract } = await reading.read({ bytes: new Uint8Array(paper) });
    if (!extract.ok || extract.value.content.kind !== "pages") throw new Error("the paper cannot be read");
    return extract.value.content.pages.map(({ words }) => words.map(({ text }) => text).join(" "));
  } finally {
    reading.close();
  }
}
