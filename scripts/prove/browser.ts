// The register of one province as a person sees it: 10,000 tasks in a real browser, on the program as it is served.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { TaskListAnswer } from "../../src/contract/task.ts";
import { connect } from "../../src/store/connection.ts";
import { openRows, provinceId } from "../../src/store/database.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { desktop, startBrowser } from "../../tests/e2e/browser-page.ts";
import { firstAdministrator } from "../../tests/e2e/signed-in.ts";
import { serveProgram } from "../../tests/support/program.ts";
import { day, fillRegister } from "../../tests/support/register-rows.ts";
import { makeDataFolder, unwrap } from "../../tests/support/server.ts";
import { median } from "./parts/measure.ts";
import { startPlainBrowser } from "./parts/plain-browser.ts";
import { fling, type Scrolled, scrollInSteps, watchList } from "./parts/watch-list.ts";

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const size = { documents: 100, tasksEach: 100, units: 150, today: day("2026-05-20") };
const total = size.documents * size.tasksEach;
const most = { firstRows: 300, gap: 1 };

async function fill(data: string): Promise<void> {
  const engine = { checkout, dataFolder: data, identity: data, searchPath: process.env.PATH ?? "" };
  const request = { engine, databaseUrl: null, databaseOwnerUrl: null, manner: "own" as const };
  const database = unwrap(await openDatabase(request));
  const rows = openRows(database.logins.program, 4);
  const province = provinceId(52);
  if (province === null) throw new Error("52 is a province");
  await fillRegister(rows.kysely, province, size);
  await rows.close();
  const owner = unwrap(await connect(database.logins.owner));
  await owner.query("vacuum analyze");
  await owner.end();
  await database.close();
}

/** The session of the first administrator, on a data folder that then gets its tasks. */
async function prepare(data: string, browser: Browser) {
  const program = await serveProgram({ SAURO_DATA: data });
  const { page } = await firstAdministrator(browser, program);
  const session = await page.context().storageState();
  await page.context().close();
  await program.stop();
  await fill(data);
  return { session, port: new URL(program.origin).port };
}

async function watchedPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(watchList);
  return page;
}

/** Milliseconds from pressing the place in the frame until its first row was shown. */
async function openInside(page: Page): Promise<number> {
  await page.getByRole("link", { name: "Tổng quan", exact: true }).click();
  await page.getByText(/nhiệm vụ trong sổ/).waitFor();
  await page.waitForTimeout(300);
  return page.evaluate(async () => {
    window.proof.firstRow = 0;
    const begun = performance.now();
    document.querySelector<HTMLElement>('nav a[href="/tasks"]')?.click();
    while (window.proof.firstRow === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    return window.proof.firstRow - begun;
  });
}

/** Milliseconds from what a person does until the list says this count. */
async function untilCount(page: Page, query: string, act: () => Promise<unknown>): Promise<number> {
  const origin = new URL(page.url()).origin;
  const answer = (await (await page.request.get(`${origin}/api/tasks?${query}`)).json()) as TaskListAnswer;
  const line = `${answer.total.toLocaleString("vi-VN")} nhiệm vụ`;
  const heard = page.evaluate(
    (expected) =>
      new Promise<number>((resolve) => {
        let begun = 0;
        for (const name of ["input", "change"])
          document.addEventListener(name, () => (begun = performance.now()), { capture: true });
        const look = () => {
          const shown = document.querySelector("h1 + p")?.textContent === expected;
          if (begun > 0 && shown) setTimeout(() => resolve(performance.now() - begun), 0);
          else requestAnimationFrame(look);
        };
        look();
      }),
    line,
  );
  await act();
  return heard;
}

async function memory(page: Page): Promise<{ readonly megabytes: number; readonly nodes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return { megabytes: of("JSHeapUsedSize") / 1e6, nodes: of("Nodes") };
}

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly most: string;
  readonly holds: boolean;
}

function timed(what: string, runs: readonly number[], limit: number | null): Row {
  const worst = Math.max(...runs);
  return {
    what,
    measured: `${median(runs).toFixed(0)} ms, at most ${worst.toFixed(0)} ms of ${runs.length}`,
    most: limit === null ? "–" : `${limit} ms`,
    holds: limit === null || median(runs) <= limit,
  };
}

function scrolled(what: string, found: Scrolled, complete: boolean): Row {
  const isWhole = !complete || found.seen === total;
  return {
    what,
    measured: `${found.seen} rows laid out, ${found.skipped} wanting between neighbours, ${found.outOfOrder} out of order, largest empty band ${found.gap.toFixed(0)} px in ${found.frames} frames`,
    most: complete ? `${total} rows, 0, 0, no band` : "0, 0, no band",
    holds: isWhole && found.skipped === 0 && found.outOfOrder === 0 && found.gap <= most.gap,
  };
}

async function several(times: number, measure: () => Promise<number>): Promise<readonly number[]> {
  const runs: number[] = [];
  for (let turn = 0; turn < times; turn++) runs.push(await measure());
  return runs;
}

async function filterTimes(page: Page): Promise<readonly Row[]> {
  const state = page
    .locator("label")
    .filter({ hasText: /^Tình trạng/ })
    .locator("select");
  const search = page.getByRole("searchbox");
  const filter: number[] = [];
  const words: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    filter.push(await untilCount(page, "state=doneLate", () => state.selectOption("doneLate")));
    filter.push(await untilCount(page, "", () => state.selectOption("")));
    words.push(await untilCount(page, "q=ngoai%20vu", () => search.fill("ngoai vu")));
    words.push(await untilCount(page, "", () => search.fill("")));
  }
  return [
    timed("a filter set or taken away", filter, null),
    timed("a search, from the last letter", words, null),
  ];
}

/** The address opened by browsers that never saw it, each with an empty profile, and by one that comes back. */
async function openings(address: string, cookies: Parameters<typeof startPlainBrowser>[0]) {
  const opened = async (times: number) => {
    const plain = await startPlainBrowser(cookies, watchList);
    const runs = await several(times, () => plain.firstRow(address));
    await plain.close();
    return runs;
  };
  const cold = (await several(7, async () => (await opened(1))[0] ?? Number.NaN)).slice(1);
  // A browser keeps what it compiled of a script once the script was loaded three times.
  return { cold, again: (await opened(14)).slice(3) };
}

async function measure(
  browser: Browser,
  address: string,
  session: Awaited<ReturnType<BrowserContext["storageState"]>>,
) {
  const context = () => browser.newContext({ ...desktop, storageState: session });
  const { cold, again } = await openings(address, session.cookies);
  const page = await watchedPage(await context());
  await page.goto(address.replace("/tasks", "/overview"));
  const inside = await several(7, () => openInside(page));
  const filters = await filterTimes(page);
  const before = await memory(page);
  const steps = await scrollInSteps(page, total);
  const flings = await fling(page);
  const after = await memory(page);
  const said = ({ megabytes, nodes }: typeof before) => `${megabytes.toFixed(0)} MB, ${nodes} nodes`;
  return [
    timed("first rows, place opened inside the application", inside, most.firstRows),
    timed("first rows, address opened, files of the page in the browser's cache", again, most.firstRows),
    timed("first rows, address opened by a browser that never saw it, begun for it", cold, null),
    ...filters,
    scrolled("top to end in steps of 60 % of the list", steps, true),
    {
      what: "– longest wait for further rows",
      measured: `${steps.waited.toFixed(0)} ms`,
      most: "–",
      holds: true,
    },
    scrolled("flung up and down, bar dragged", flings, false),
    { what: "memory of scripts, first 100 rows", measured: said(before), most: "–", holds: true },
    { what: "memory of scripts, all rows loaded", measured: said(after), most: "–", holds: true },
  ] satisfies readonly Row[];
}

const data = makeDataFolder();
const browser = await startBrowser();
const { session, port } = await prepare(data, browser);
const program = await serveProgram({ SAURO_DATA: data, SAURO_PORT: port });
const rows = await measure(browser, `${program.origin}/tasks`, session);
const version = browser.version();
await browser.close();
await program.stop();
rmSync(data, { recursive: true, force: true });

const { version: built } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8")) as {
  version: string;
};
const table = [
  "# The register in the browser",
  "",
  `${total} tasks of ${size.documents} documents, ${size.units} bodies; program ${built}, Chromium ${version} at 1366 × 768 without a window, ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}; program, database and browser on one machine.`,
  "Every frame that was shown while scrolling was looked at: the rows in it and every band of the list without a row.",
  "",
  "| what | measured (half of them within) | most |",
  "|---|---|---|",
  ...rows.map(({ what, measured, most: limit }) => `| ${what} | ${measured} | ${limit} |`),
  "",
].join("\n");
writeFileSync(join(checkout, "docs/figures/browser.md"), table);
console.log(table);
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
