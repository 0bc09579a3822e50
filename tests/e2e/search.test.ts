import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { faultsOf } from "./axe.ts";
import { phone, startBrowser } from "./browser-page.ts";
import { focusOf, type Keyboard, keyboardOf } from "./keyboard.ts";
import { firstAdministrator, samePerson } from "./signed-in.ts";

let program: ServedProgram;
let browser: Browser;
let page: Page;
let keys: Keyboard;
let troubles: readonly string[];

beforeAll(async () => {
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
  ({ page, troubles } = await firstAdministrator(browser, program));
  keys = keyboardOf(page);
  const values = { name: "Hội hữu nghị Attapeu", kind: "body" };
  const made = await page.request.post(`${program.origin}/api/records/partners`, {
    data: { values, links: {}, owner: null },
  });
  expect([made.status(), await made.text()]).toEqual([200, expect.any(String)]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const field = (of = page) => of.getByRole("combobox", { name: /^(Tìm|Search)/ });
const option = (name: string | RegExp) => page.getByRole("dialog").getByRole("option", { name });

/** Opens the search by its keys and types. */
async function look(words: string): Promise<void> {
  await keys.press("Control+k");
  await field().waitFor();
  await keys.type(words);
}

/** The line that the next Enter opens. */
const chosen = () => page.locator("[role=option][aria-selected=true]").textContent();

describe("the search over everything, by keys alone", { timeout: 90_000 }, () => {
  it("says before the first search how to search", async () => {
    await keys.press("Control+k");
    await page.getByText("Gõ để tìm.").waitFor();
    expect(await focusOf(page)).toMatchObject({ name: expect.stringContaining("Tìm nhiệm vụ"), seen: true });
    expect(await faultsOf(page)).toEqual([]);
    await keys.press("Escape");
    await field().waitFor({ state: "detached" });
  });

  it("finds a unit by its abbreviation, marks the words, and opens it", async () => {
    await look("sngv");
    await option(/^Sở Ngoại vụ/).waitFor();
    expect(await page.locator("[role=option] mark").first().textContent()).toBe("Sở Ngoại vụ");
    const active = await field().getAttribute("aria-activedescendant");
    expect(await page.locator("[aria-selected=true]").getAttribute("id")).toBe(active);
    expect(await faultsOf(page)).toEqual([]);
    await keys.press("Enter");
    await page.getByRole("heading", { name: "Sở Ngoại vụ", level: 1 }).waitFor();
  });

  it("opens what Enter asked for before the answer was there", async () => {
    await look("attapeu");
    await keys.press("Enter");
    await page.getByRole("heading", { name: "Hội hữu nghị Attapeu", level: 1 }).waitFor();
  });

  it("shows with nothing typed what was opened, the latest first", async () => {
    await keys.press("Control+k");
    await page.getByText("Đã mở gần đây").waitFor();
    expect(await page.getByRole("dialog").getByRole("option").allTextContents()).toEqual([
      expect.stringContaining("Hội hữu nghị Attapeu"),
      expect.stringContaining("Sở Ngoại vụ"),
    ]);
    await keys.press("ArrowDown");
    expect(await chosen()).toContain("Sở Ngoại vụ");
    await keys.press("ArrowDown");
    expect(await chosen()).toContain("Attapeu");
    await keys.press("Escape");
  });

  it("finds places of the program in both languages", async () => {
    await look("nhat ky");
    await option("Nhật ký").waitFor();
    await keys.press("Enter");
    await page.getByRole("heading", { name: "Nhật ký", level: 1 }).waitFor();
    await look("partners");
    await option("Đối tác").waitFor();
    await keys.press("Escape");
  });

  it("leads to the whole list with the words", async () => {
    await look("vo thi hoa");
    await option(/^Võ Thị Hoa/).waitFor();
    await keys.press("ArrowUp");
    expect(await chosen()).toBe("Xem tất cả trong danh sách: Người dùng");
    await keys.press("Enter");
    await page.getByRole("heading", { name: "Người dùng", level: 1 }).waitFor();
    expect(new URL(page.url()).searchParams.get("q")).toBe("vo thi hoa");
  });

  it("opens a new tab with Ctrl and stays", async () => {
    await look("sngv");
    await option(/^Sở Ngoại vụ/).waitFor();
    const [tab] = await Promise.all([page.context().waitForEvent("page"), keys.press("Control+Enter")]);
    await tab.getByRole("heading", { name: "Sở Ngoại vụ", level: 1 }).waitFor();
    await tab.close();
    await field().waitFor();
    await keys.press("Escape");
  });

  it("says what to try when nothing is found, and what went wrong when the server is away", async () => {
    await look("zzyzx");
    await page.getByText("Không tìm thấy “zzyzx”").waitFor();
    await page.getByText("Thử ít từ hơn").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.route("**/api/search*", (route) => route.abort());
    await keys.type("q");
    await page.getByRole("alert").waitFor();
    await page.unroute("**/api/search*");
    await page.getByRole("button", { name: "Thử lại" }).press("Enter");
    await page.getByText("Không tìm thấy “zzyzxq”").waitFor();
    await keys.press("Escape");
  });

  it("drops an answer that comes after a later one", async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route("**/api/search?words=attap", async (route) => {
      await held;
      await route.continue();
    });
    await keys.press("Control+k");
    const asked = page.waitForRequest(/words=attap/);
    await field().fill("attap");
    await asked;
    await field().fill("so y te");
    await option(/^Sở Y tế/).waitFor();
    const late = page.waitForResponse(/words=attap/);
    letGo();
    await (await late).finished();
    expect(await chosen()).toContain("Sở Y tế");
    expect(await option(/Attapeu/).count()).toBe(0);
    await page.unroute("**/api/search?words=attap");
    await keys.press("Escape");
  });
});

it("is a button in the head of a phone, in both languages", { timeout: 60_000 }, async () => {
  const small = await samePerson(browser, page, program.origin, phone);
  await small.page.getByRole("button", { name: "Tìm mọi thứ" }).click();
  await field(small.page).fill("attapeu");
  await small.page.getByRole("option", { name: /Attapeu/ }).click();
  await small.page.getByRole("heading", { name: "Hội hữu nghị Attapeu", level: 1 }).waitFor();
  await small.page.getByTitle("Switch to English").click();
  await small.page.getByRole("button", { name: "Search everything" }).click();
  await field(small.page).fill("delegations");
  await small.page.getByText("Places of the program").waitFor();
  expect(await faultsOf(small.page)).toEqual([]);
  expect(await small.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect([...troubles, ...small.troubles]).toEqual([]);
});
