import type { LedgerAnswer } from "../../contract/read.ts";

/** Steps whose things are rows and items that may become tasks. */
const rowSteps: ReadonlySet<string> = new Set(["tableRows", "textItems"]);

/**
 * The headline of the books: rows and items taken in, those that became neither task nor rejection (headings, groups,
 * repeats), rejections among them, and rejections of the steps before. rows = tasks + others + rejected.
 */
export function balanceOf(
  ledger: LedgerAnswer,
  taskCount: number,
): { rows: number; others: number; rejected: number; elsewhere: number } {
  const of = (counts: boolean) => ledger.steps.filter((step) => rowSteps.has(step.name) === counts);
  const rows = of(true).reduce((sum, step) => sum + step.in, 0);
  const rejected = of(true).reduce((sum, step) => sum + step.rejected.length, 0);
  const elsewhere = of(false).reduce((sum, step) => sum + step.rejected.length, 0);
  return { rows, others: rows - rejected - taskCount, rejected, elsewhere };
}
