import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findBrowser } from "../support/browser.ts";

export const desktop: BrowserContextOptions = { viewport: { width: 1366, height: 768 } };
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** The browser of this machine, without a window and without calls to its maker. */
export function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("no browser of the Chromium family was found on this machine");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
}

/** A page of its own profile at an address; `troubles` collects what its console complains of. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = desktop,
): Promise<{ page: Page; troubles: readonly string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    // A refused sign-in or a used link is an expected answer; the browser still notes its status.
    if (message.type() === "error" && !message.text().includes("Failed to load resource"))
      troubles.push(message.text());
  });
  await page.goto(address);
  return { page, troubles };
}
