import type { FindingAnswer } from "../../contract/review.ts";
import { isDoubtful } from "../../domain/document/doubt.ts";

/** True when a person should look twice: something may be read wrongly, or the text leaves something open. */
export function needsLook(finding: FindingAnswer): boolean {
  return isDoubtful(finding.doubt) || finding.unclearCount > 0;
}

/** Ids in the order of review: open and doubtful first (most doubt first), then the open rest, then what is decided. */
export function orderForReview(findings: readonly FindingAnswer[]): readonly string[] {
  const rank = (finding: FindingAnswer) =>
    finding.decision !== null ? 3 : isDoubtful(finding.doubt) ? 0 : finding.unclearCount > 0 ? 1 : 2;
  return findings
    .toSorted(
      (a, b) => rank(a) - rank(b) || (rank(a) === 0 ? b.doubt - a.doubt : 0) || a.position - b.position,
    )
    .map((finding) => finding.id);
}

/**
 * The same order after a change: rows stay where the person saw them, those that are gone leave, a new one stands
 * behind what it came from, else where the document has it.
 */
export function keepOrder(order: readonly string[], findings: readonly FindingAnswer[]): readonly string[] {
  const known = new Map(findings.map((finding) => [finding.id, finding]));
  const kept = order.filter((id) => known.has(id));
  const seen = new Set(kept);
  for (const finding of findings.toSorted((a, b) => a.position - b.position)) {
    if (seen.has(finding.id)) continue;
    const siblings = kept.findLastIndex((id) => {
      const other = known.get(id);
      return (
        id === finding.parentId ||
        other?.mergedInto === finding.id ||
        (finding.parentId !== null && other?.parentId === finding.parentId)
      );
    });
    const before = kept.findLastIndex((id) => (known.get(id)?.position ?? 0) <= finding.position);
    kept.splice((siblings >= 0 ? siblings : before) + 1, 0, finding.id);
    seen.add(finding.id);
  }
  return kept;
}

/** The next open row behind this one, going round; null when none is left but this one. */
export function nextOpen(
  order: readonly string[],
  open: ReadonlySet<string>,
  after: string | null,
): string | null {
  const at = after === null ? -1 : order.indexOf(after);
  const round = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))];
  return round.find((id) => open.has(id)) ?? null;
}
