// Pictures of the program for the README, of the sample's own words: made anew so that they show what there is.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { desktop, startBrowser } from "../tests/e2e/browser-page.ts";
import { firstAdministrator, samePerson } from "../tests/e2e/signed-in.ts";
import { serveProgram } from "../tests/support/program.ts";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "docs", "pictures");

/** The id of the first thing of a list that is looked for. */
async function idOf(page: Page, address: string, list: string): Promise<string> {
  const answer = await page.request.get(address);
  // The answers of lists hold their things under the list's name.
  const found = ((await answer.json()) as Record<string, { id: string }[]>)[list]?.[0]?.id;
  if (found === undefined) throw new Error(`${address} gives nothing to show`);
  return found;
}

async function take(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address, { waitUntil: "networkidle" });
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.info(`docs/pictures/${name}.png`);
}

const [program, browser] = await Promise.all([serveProgram({}, ["--sample"]), startBrowser()]);
try {
  mkdirSync(folder, { recursive: true });
  const { page } = await firstAdministrator(browser, program);
  await page.getByText("123 nhiệm vụ trong sổ").waitFor({ timeout: 120_000 });
  const { origin } = program;
  const task = await idOf(page, `${origin}/api/tasks?q=ban+quan+ly+khu+kinh+te&sort=due`, "tasks");
  const open = await idOf(page, `${origin}/api/documents?state=toReview`, "documents");
  const places = [
    ["overview", "/"],
    ["register", "/tasks"],
    ["review", `/documents/${open}/review`],
    ["task", `/tasks/${task}`],
    ["timeline", "/timeline"],
  ] as const;
  for (const [name, path] of places) await take(page, origin + path, name);
  const english = await samePerson(browser, page, origin, desktop);
  await english.page.getByRole("button", { name: "English" }).click();
  await take(english.page, `${origin}/`, "overview-en");
  await take(english.page, `${origin}/tasks`, "register-en");
} finally {
  await browser.close();
  await program.stop();
}
