import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds against WCAG 2.2 AA on the page, as sentences; empty is what a test wants. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  // The content policy of the page forbids foreign scripts, so axe comes in through the debugger.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    // Set by the line above.
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
  );
}
