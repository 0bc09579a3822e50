import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { DocumentsAnswer } from "../../src/contract/document.ts";
import type { FindingsAnswer } from "../../src/contract/review.ts";
import type { TaskListAnswer } from "../../src/contract/task.ts";
import { findBrowser } from "../support/browser.ts";
import { type ServedProgram, serveProgram } from "../support/program.ts";
import { makeDataFolder } from "../support/server.ts";
import { startBrowser } from "./browser-page.ts";
import { planDocument } from "./sample-document.ts";
import { firstAdministrator } from "./signed-in.ts";

// Each of these starts the program or a browser anew.
vi.setConfig({ testTimeout: 90_000 });

let data: string;
let profile: string;
let program: ServedProgram;
let browser: Browser;
let page: Page;

const units = ["Sở Ngoại vụ", "Sở Tài chính", "Sở Công Thương", "Sở Nội vụ", "Sở Xây dựng"];

/** A plan of its own number with so many orders, each of which can be told from the others. */
function plan(number: number, orders: number) {
  const text = planDocument(
    Array.from(
      { length: orders },
      (_, at) =>
        `${at + 1}. ${units[at % units.length]} chủ trì xây dựng báo cáo chuyên đề số ${number}.${at + 1} về công tác đối ngoại, trình Ủy ban nhân dân tỉnh trước ngày ${(at % 27) + 1}/11/2026.`,
    ),
  ).replace("345/KH-UBND", `${number}/KH-UBND`);
  return { name: `ke-hoach-${number}.txt`, mimeType: "text/plain", buffer: Buffer.from(text, "utf8") };
}

beforeAll(async () => {
  data = makeDataFolder();
  profile = makeDataFolder();
  [program, browser] = await Promise.all([serveProgram({ SAURO_DATA: data }), startBrowser()]);
  ({ page } = await firstAdministrator(browser, program));
  page.setDefaultTimeout(30_000);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  for (const folder of [data, profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Ends the program as a power cut would. */
async function killProgram(): Promise<void> {
  const closed = once(program.process, "close");
  program.process.kill("SIGKILL");
  await closed;
}

/** The same program again, at the address that the pages know. */
async function startAgain(): Promise<void> {
  program = await serveProgram({ SAURO_DATA: data, SAURO_PORT: new URL(program.origin).port });
}

async function answerOf<T>(path: string, of: Page = page): Promise<T> {
  const answer = await of.request.get(program.origin + path);
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  // The program's own contract.
  return (await answer.json()) as T;
}

/** Imports one file and opens its review; gives its id. */
async function openReview(file: ReturnType<typeof plan>): Promise<string> {
  await page.goto(`${program.origin}/documents/import`);
  await page.locator("input[type=file]").setInputFiles([file]);
  await page.getByRole("link", { name: "Rà soát ngay" }).click();
  await page.getByRole("grid", { name: "Các mục đọc được" }).waitFor();
  return /documents\/([^/]+)\/review/.exec(page.url())?.[1] ?? "";
}

/** The books of a document: each row decided at most once, each accepted row one task and no task without a row. */
async function balanceOf(id: string) {
  const { findings, balance } = await answerOf<FindingsAnswer>(`/api/documents/${id}/findings`);
  const { tasks, total } = await answerOf<TaskListAnswer>(`/api/tasks?document=${id}&limit=200`);
  const accepted = findings.flatMap(({ taskId }) => (taskId === null ? [] : [taskId]));
  expect(accepted.toSorted()).toEqual(tasks.map((task) => task.id).toSorted());
  expect(total).toBe(balance.accepted + balance.general);
  expect(balance.total).toBe(findings.length);
  expect(balance.open).toBe(findings.filter(({ decision }) => decision === null).length);
  return balance;
}

/** Ends when the page sends its nth request to an address. */
function nthRequest(n: number, address: RegExp): Promise<void> {
  let sent = 0;
  return page
    .waitForEvent(
      "request",
      (request) => request.method() === "POST" && address.test(request.url()) && ++sent === n,
    )
    .then(() => {});
}

const deadline = () => page.getByLabel("Thời hạn", { exact: true });
const saved = () => page.getByText("Mọi thay đổi đã lưu");

describe("the program is killed in the middle of a review", () => {
  let id: string;

  it("while a form holds typed text: saving says so, keeps the text, and saves once the program is back", async () => {
    id = await openReview(plan(401, 24));
    await page.keyboard.press("e");
    await deadline().fill("trước ngày 20/12/2026");
    await killProgram();
    await deadline().press("Control+Enter");
    await page.getByRole("alert").first().waitFor();
    expect(await deadline().inputValue()).toBe("trước ngày 20/12/2026");
    await startAgain();
    await deadline().press("Control+Enter");
    await page.getByText("đã sửa", { exact: true }).waitFor();
    const { findings } = await answerOf<FindingsAnswer>(`/api/documents/${id}/findings`);
    expect(findings.filter(({ task }) => task.time === "trước ngày 20/12/2026")).toHaveLength(1);
  });

  it("while decisions are on their way: what was decided on screen is decided when it is back, once", async () => {
    const answered = page.waitForResponse(/\/decision$/);
    for (let at = 0; at < 6; at++) await page.keyboard.press("Enter");
    await answered;
    await killProgram();
    await page.keyboard.press("Enter");
    await page.getByRole("alert").first().waitFor();
    expect(await saved().count()).toBe(0);
    await startAgain();
    await saved().waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await balanceOf(id)).toMatchObject({ accepted: 7, open: 18 });
    await page.getByText("7/25 đã rà soát").waitFor();
  });

  it("while all that is clear is being accepted: all of it or nothing, and then all of it", async () => {
    const sent = page.waitForRequest(/accept-clear$/);
    await page.keyboard.press("c");
    await sent;
    await killProgram();
    await startAgain();
    await saved().waitFor();
    expect(await balanceOf(id)).toMatchObject({ accepted: 25, open: 0 });
    await page.getByText("Đã rà soát xong.").waitFor();
  });
});

describe("the program is killed while several files are imported", () => {
  it("each file is there once after its line was sent again, whole", async () => {
    const files = [411, 412, 413, 414].map((number) => plan(number, 6));
    await page.goto(`${program.origin}/documents/import`);
    const lines = page.getByRole("list", { name: "Kết quả nhập" }).getByRole("listitem");
    const second = nthRequest(2, /\/api\/documents$/);
    await page.locator("input[type=file]").setInputFiles(files);
    await second;
    await killProgram();
    await lines.getByRole("alert").first().waitFor();
    await startAgain();
    const again = lines.getByRole("button", { name: "Thử lại" });
    const there = lines.getByText(/7 mục chờ rà soát|Tệp này đã được nhập/);
    const sendLost = async () => {
      if ((await again.count()) > 0) await again.first().click();
      return there.count();
    };
    await expect.poll(sendLost, { timeout: 60_000 }).toBe(4);
    const { documents } = await answerOf<DocumentsAnswer>("/api/documents?q=41");
    expect(documents.map(({ fileName }) => fileName).toSorted()).toEqual(files.map(({ name }) => name));
    for (const { id, findings } of documents) {
      expect(findings).toBe(7);
      expect(await balanceOf(id)).toMatchObject({ total: 7, open: 7 });
    }
  });
});

describe("the browser is killed in the middle of a review", () => {
  it("with decisions on their way: each is made or not, none twice, and the review goes on", async () => {
    const id = await openReview(plan(421, 12));
    const address = page.url();
    const answered = page.waitForResponse(/\/decision$/);
    for (let at = 0; at < 5; at++) await page.keyboard.press("Enter");
    await answered;
    const context = page.context();
    const storageState = await context.storageState();
    await context.close();
    page = await (await browser.newContext({ storageState })).newPage();
    await page.goto(address);
    await page.getByRole("grid", { name: "Các mục đọc được" }).waitFor();
    const { open } = await balanceOf(id);
    expect(open).toBeGreaterThanOrEqual(8);
    expect(open).toBeLessThan(13);
    for (let at = 0; at < open; at++) await page.keyboard.press("Enter");
    await page.getByText("Đã rà soát xong.").waitFor();
    await saved().waitFor();
    expect(await balanceOf(id)).toMatchObject({ accepted: 13, open: 0 });
  });

  it("while a form holds typed text: it is there in the next browser of the same person", async () => {
    const id = await openReview(plan(431, 6));
    const first = await ownBrowser();
    await first.page.goto(`${program.origin}/documents/${id}/review`);
    await first.page.getByRole("grid", { name: "Các mục đọc được" }).waitFor();
    await first.page.keyboard.press("e");
    await first.page.getByLabel("Thời hạn", { exact: true }).fill("trước ngày 21/12/2026");
    // The browser has put it on the disk, which takes it a moment; what it keeps otherwise it loses when it dies.
    await expect.poll(() => onDisk(first.page)).toContain("trước ngày 21/12/2026");
    await first.kill();
    const second = await ownBrowser();
    await second.page.goto(`${program.origin}/documents/${id}/review`);
    await second.page.getByText("Nội dung chưa lưu lần trước đã được khôi phục.").waitFor();
    expect(await second.page.getByLabel("Thời hạn", { exact: true }).inputValue()).toBe(
      "trước ngày 21/12/2026",
    );
    await second.kill();
    expect(await balanceOf(id)).toMatchObject({ total: 7, open: 7 });
  });
});

/** The drafts that a browser has on its disk, as one text. */
function onDisk(of: Page): Promise<string> {
  return of.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const database = await answer(indexedDB.open("sauro"));
    const drafts = await answer(database.transaction("drafts").objectStore("drafts").getAll());
    database.close();
    return JSON.stringify(drafts);
  });
}

/** A browser with a profile that stays on disk, to be killed by its process; the person is signed in. */
async function ownBrowser() {
  const words = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--remote-debugging-port=0",
  ];
  const child = spawn(findBrowser() ?? "", [...words, `--user-data-dir=${join(profile, "browser")}`], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const own = await chromium.connectOverCDP(await debuggerOf(child));
  const [context] = own.contexts();
  if (!context) throw new Error("the browser opened without a profile");
  await context.addCookies(await page.context().cookies());
  return {
    page: await context.newPage(),
    kill: async () => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      await own.close();
    },
  };
}

/** Where the browser says that it can be driven. */
async function debuggerOf(child: ChildProcess): Promise<string> {
  let said = "";
  for await (const part of child.stderr?.setEncoding("utf8") ?? []) {
    said += part;
    const address = /DevTools listening on (\S+)/.exec(said)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`the browser did not start: ${said}`);
}
