import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { checkout } from "../support/server.ts";
import { faultsOf } from "./axe.ts";
import { desktop, openPage, phone, startBrowser } from "./browser-page.ts";
import { planDocument } from "./sample-document.ts";

let program: ServedProgram;
let browser: Browser;

beforeAll(async () => {
  if (!existsSync(join(checkout, "dist/web/index.html")))
    throw new Error("the web application has not been built; run npm run build");
  [program, browser] = await Promise.all([serveProgram(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const plan = textFile("ke-hoach-345.txt", planDocument());

function textFile(name: string, text: string) {
  return { name, mimeType: "text/plain", buffer: Buffer.from(text, "utf8") };
}

async function give(page: Page, ...files: readonly ReturnType<typeof textFile>[]): Promise<void> {
  await page.locator("input[type=file]").setInputFiles([...files]);
}

async function openWith(...files: readonly ReturnType<typeof textFile>[]) {
  const opened = await openPage(browser, program.origin);
  await give(opened.page, ...files);
  await opened.page.getByRole("grid").waitFor();
  return opened;
}

describe("reading a document", () => {
  it("shows head, tasks and a balance that leads to the reasons", async () => {
    const { page, troubles } = await openWith(plan);
    await page.getByRole("heading", { name: "Kế hoạch 345/KH-UBND" }).waitFor();
    await page.getByText("12/03/2026").waitFor();
    await page.getByText("Trần Văn Bách").first().waitFor();
    const grid = page.getByRole("grid", { name: "Bảng nhiệm vụ đọc được" });
    await grid.getByText(/Sở Tài chính thẩm định dự toán/).waitFor();
    await grid.getByText("trước ngày 30/4/2026", { exact: true }).waitFor();
    expect(await page.getByText(/mục đọc được → \d+ nhiệm vụ/).count()).toBe(1);
    await page.getByRole("button", { name: /xem lý do|xem từng bước/ }).click();
    await page.getByRole("heading", { name: "Những mục bị loại và lý do" }).waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it("the keyboard goes through the tasks, and the words of the chosen cell are lit in the source", async () => {
    const { page } = await openWith(plan);
    await page.keyboard.press("j");
    const chosen = page.getByRole("row", { selected: true });
    const first = await chosen.getByRole("gridcell").nth(1).textContent();
    const lit = page.getByRole("region", { name: "Văn bản gốc" }).locator("mark");
    expect(oneLine(first)).toContain(oneLine(await lit.first().textContent()).slice(0, 40));
    await page.keyboard.press("j");
    const second = await chosen.getByRole("gridcell").nth(1).textContent();
    expect(second).not.toBe(first);
    await page.keyboard.press("k");
    expect(await chosen.getByRole("gridcell").nth(1).textContent()).toBe(first);
    await chosen.getByRole("gridcell").nth(2).click();
    expect(await lit.allTextContents()).toContain("Sở Ngoại vụ");
    await page.keyboard.press("ArrowRight");
    expect((await lit.allTextContents()).join(" ")).toContain("15/4/2026");
    await page.context().close();
  });

  it("speaks English after one click, and remembers it", async () => {
    const { page } = await openWith(plan);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("grid", { name: "Tasks read" }).waitFor();
    await page.getByText(/rows and items read → \d+ tasks/).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Read documents" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.context().close();
  });

  it("gives each bad file its own sentence and reads the others", async () => {
    const { page } = await openPage(browser, program.origin);
    await give(page, textFile("rong.txt", ""), plan, textFile("hong.docx", "PK\u0003\u0004 not an archive"));
    const lines = page.getByRole("list", { name: "Văn bản đã đưa vào" }).getByRole("listitem");
    await lines.nth(2).waitFor();
    const said = await lines.allInnerTexts();
    expect(said.find((line) => line.startsWith("ke-hoach-345.txt"))).toMatch(/\d nhiệm vụ/);
    expect(said.find((line) => line.startsWith("rong.txt"))).toMatch(/không có nội dung/);
    expect(said.find((line) => line.startsWith("hong.docx"))).toMatch(/Đề nghị/);
    await page.context().close();
  });

  it("saves the same as JSON and as a workbook", async () => {
    const { page } = await openWith(plan);
    const [json] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Tải JSON" }).click(),
    ]);
    const output = JSON.parse(readFileSync((await json.path()) ?? "", "utf8")) as {
      version: number;
      document: { number: string };
    };
    expect(output).toMatchObject({ version: 1, document: { number: "345/KH-UBND" } });
    const [workbook] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Tải Excel" }).click(),
    ]);
    expect(workbook.suggestedFilename()).toBe("ke-hoach-345.xlsx");
    expect(
      readFileSync((await workbook.path()) ?? "")
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    await page.context().close();
  });

  it("keeps what was read while one looks at the state of the program", async () => {
    const { page } = await openWith(plan);
    await page.getByRole("link", { name: "Tình trạng hệ thống" }).click();
    await page
      .getByText("Mọi bộ phận đang hoạt động.")
      .or(page.getByText(/điều cần xem/))
      .waitFor();
    await page.getByText(program.dataFolder).first().waitFor();
    await page.goBack();
    await page.getByRole("grid").waitFor();
    await page.context().close();
  });

  it("shows two thousand tasks and stays quick", async () => {
    const orders = Array.from(
      { length: 2000 },
      (_, at) => `${at + 1}. Sở Tài chính thẩm định dự toán của đợt ${at + 1} trước ngày 15/4/2026.`,
    );
    const { page } = await openWith(textFile("dai.txt", planDocument(orders)));
    const laidOut = await page.getByRole("row").count();
    expect(laidOut).toBeGreaterThan(8);
    expect(laidOut).toBeLessThan(200);
    const before = Date.now();
    for (let press = 0; press < 20; press++) await page.keyboard.press("j");
    await page.getByRole("row", { selected: true }).waitFor();
    expect((Date.now() - before) / 20).toBeLessThan(250);
    await page.context().close();
  });

  it("prints on A4 with all rows, whatever the screen shows", async () => {
    const { page } = await openWith(plan);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").count()).toBe(0);
    expect(await page.getByRole("region", { name: "Văn bản gốc" }).count()).toBe(0);
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(1000);
    await page.context().close();
  });
});

describe("for everyone", () => {
  it.each([
    ["a desk, light", { ...desktop, colorScheme: "light" as const }],
    ["a desk, dark", { ...desktop, colorScheme: "dark" as const }],
    ["a phone", phone],
  ])("axe finds nothing on %s", async (_, options) => {
    const { page, troubles } = await openPage(browser, program.origin, options);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await give(page, plan, textFile("rong.txt", ""));
    await page.getByRole("grid").waitFor();
    await page.locator("[data-row] [data-column=content]").first().click();
    expect(await faultsOf(page)).toEqual([]);
    for (const tab of [/Viện dẫn/, /Cân đối/]) {
      await page.getByRole("tab", { name: tab }).click();
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.getByRole("link", { name: /hệ thống/i }).click();
    await page.getByText("Sáu Rõ 0").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it("nothing is wider than a phone", async () => {
    const { page } = await openPage(browser, program.origin, phone);
    await give(page, plan);
    await page.getByRole("grid").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.context().close();
  });
});

function oneLine(text: string | null): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}
