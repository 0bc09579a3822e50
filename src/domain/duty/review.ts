import { isDoubtful } from "../document/doubt.ts";
import { unclearOf } from "../reading/clears.ts";
import type { TaskFinding } from "../reading/findings.ts";
import type { EditedFinding } from "./finding-edit.ts";

/** What a person decided about a finding, or did to it. */
export type FindingDecision = "accepted" | "general" | "dropped" | "split" | "merged" | "linked";

/** How a finding came to be. */
export type FindingOrigin = "read" | "added" | "split" | "merge";

/** What the balance of a review counts: so many findings of one kind. */
export interface CountedFindings {
  readonly count: number;
  readonly origin: FindingOrigin;
  readonly decision: FindingDecision | null;
  readonly doubt: number;
  readonly unclearCount: number;
}

/** Where the findings of a document came from and what became of them. */
export interface ReviewBalance {
  readonly read: number;
  readonly added: number;
  readonly fromSplit: number;
  readonly fromMerge: number;
  readonly total: number;
  readonly accepted: number;
  readonly general: number;
  readonly dropped: number;
  readonly split: number;
  readonly merged: number;
  /** Given again: they are directives of tasks that the register had. */
  readonly linked: number;
  readonly open: number;
  /** Open ones with a doubt, and with one of the six clears missing. */
  readonly doubtful: number;
  readonly unclear: number;
}

/**
 * Counts a review. Throws when the books do not balance: a finding of the reading that is no longer there, or one that
 * nobody decided and that is not open, is a bug. `tasksRead` is how many tasks the reading of the document gave.
 */
export function balanceOf(findings: readonly CountedFindings[], tasksRead: number): ReviewBalance {
  const by = (test: (finding: CountedFindings) => boolean) =>
    findings.filter(test).reduce((sum, { count }) => sum + count, 0);
  const open = by(({ decision }) => decision === null);
  const balance: ReviewBalance = {
    read: by(({ origin }) => origin === "read"),
    added: by(({ origin }) => origin === "added"),
    fromSplit: by(({ origin }) => origin === "split"),
    fromMerge: by(({ origin }) => origin === "merge"),
    total: by(() => true),
    accepted: by(({ decision }) => decision === "accepted"),
    general: by(({ decision }) => decision === "general"),
    dropped: by(({ decision }) => decision === "dropped"),
    split: by(({ decision }) => decision === "split"),
    merged: by(({ decision }) => decision === "merged"),
    linked: by(({ decision }) => decision === "linked"),
    open,
    doubtful: by(({ decision, doubt }) => decision === null && isDoubtful(doubt)),
    unclear: by(({ decision, unclearCount }) => decision === null && unclearCount > 0),
  };
  const { read, added, fromSplit, fromMerge, total } = balance;
  const { accepted, general, dropped, split, merged, linked } = balance;
  const decided = accepted + general + dropped + split + merged + linked;
  if (read !== tasksRead || read + added + fromSplit + fromMerge !== total || decided + open !== total)
    throw new Error(`the review does not balance: ${tasksRead} read, ${JSON.stringify(balance)}`);
  return balance;
}

/** The greatest doubt of a finding's fields and how many clears are open: what review looks at first. */
export function worthALook(task: TaskFinding): { readonly doubt: number; readonly unclearCount: number } {
  return { doubt: Math.max(0, ...Object.values(task.doubts)), unclearCount: task.unclear.length };
}

/** An undecided finding in which nothing is doubtful and nothing unclear: it may be accepted together with its like. */
export function isClear(finding: Omit<CountedFindings, "origin" | "count">): boolean {
  return finding.decision === null && !isDoubtful(finding.doubt) && finding.unclearCount === 0;
}

/** The ref of the next finding that a person adds: "BS.1", "BS.2" (bổ sung). */
export function refOfAdded(taken: readonly string[]): string {
  const numbers = taken.map((ref) => Number(/^BS\.(\d+)$/.exec(ref)?.[1] ?? 0));
  return `BS.${Math.max(0, ...numbers) + 1}`;
}

/** A finding without words, for what a person adds; all that it does not say is unclear. */
export function emptyFinding(ref: string): TaskFinding {
  const empty: TaskFinding = {
    ...{ ref, origin: "text", part: null, groups: [], group: null, parent: null, label: null, number: null },
    ...{ content: "", leads: [], coordinators: [], leadText: null, coordinatingText: null, time: null },
    ...{ schedule: null, result: null, targets: [], approver: null, cells: [], unclear: [], sources: [] },
    ...{ alsoAt: [], general: false, doubts: {} },
  };
  return { ...empty, unclear: unclearOf(empty) };
}

/** A finding as the register keeps it. */
export interface ReviewedFinding extends EditedFinding {
  readonly id: string;
  readonly documentId: string;
  readonly version: number;
  readonly position: number;
  readonly ref: string;
  readonly origin: FindingOrigin;
  readonly decision: FindingDecision | null;
  /** Why it was dropped. */
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  /** The person's name, else the id that was noted. */
  readonly decidedBy: string | null;
  readonly taskId: string | null;
  readonly parentId: string | null;
  readonly mergedInto: string | null;
  readonly doubt: number;
  readonly unclearCount: number;
}
