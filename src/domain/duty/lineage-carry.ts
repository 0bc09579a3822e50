import {
  type EarlierTask,
  type LineageDocument,
  type LineageReason,
  type NewDirective,
  proposeLinks,
} from "./lineage.ts";
import type { LineagePool } from "./lineage-likeness.ts";

/** The task of a new document that a task of the document it replaces goes on in. */
export interface CarryProposal {
  readonly task: string;
  readonly into: string;
  /** 0…100. */
  readonly score: number;
  readonly reasons: readonly LineageReason[];
  /** So like, and so much liker than any other, that it needs no look at each. */
  readonly sure: boolean;
}

const sureFrom = 60;
/** The next likeliest must be so much less like. */
const clearlyLess = 0.75;

/**
 * Pairs half-done tasks of a replaced document with tasks of the new one, the likeliest first, each task of either in one
 * pair at most. What has no like in the new document is in no pair: a person says what becomes of it.
 */
export function proposeCarryOver(
  document: LineageDocument,
  into: readonly NewDirective[],
  tasks: readonly EarlierTask[],
  pool: LineagePool,
): readonly CarryProposal[] {
  const links = proposeLinks(document, into, tasks, { pool, grounds: new Set(), replaces: true }).toSorted(
    (a, b) => b.score - a.score,
  );
  const [taken, given] = [new Set<string>(), new Set<string>()];
  return links.flatMap(({ directive, task, score, reasons }) => {
    if (directive === null || taken.has(directive) || given.has(task)) return [];
    taken.add(directive);
    given.add(task);
    const rivals = links.filter(
      (other) =>
        (other.task === task) !== (other.directive === directive) && other.score > score * clearlyLess,
    );
    return [{ task, into: directive, score, reasons, sure: score >= sureFrom && rivals.length === 0 }];
  });
}
