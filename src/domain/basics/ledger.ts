/** A thing that a step took in and did not hand on, with the place and the reason, so that a person can look. */
export interface Rejection {
  readonly what: string;
  readonly where: string;
  readonly why: string;
}

/** One step that turns things into things. Its books balance: `in === out + rejected.length`. */
export interface LedgerStep {
  readonly name: string;
  readonly in: number;
  readonly out: number;
  readonly rejected: readonly Rejection[];
}

/** The books of a whole reading, in the order in which the steps ran. */
export interface Ledger {
  readonly steps: readonly LedgerStep[];
}

/**
 * Books one step. Throws when the books do not balance: a thing lost without a reason is a bug of the step,
 * never an expected failure.
 */
export function bookStep(
  name: string,
  taken: number,
  handedOn: number,
  rejected: readonly Rejection[],
): LedgerStep {
  if (taken !== handedOn + rejected.length)
    throw new Error(
      `step "${name}" does not balance: ${taken} in, ${handedOn} out, ${rejected.length} rejected`,
    );
  return { name, in: taken, out: handedOn, rejected };
}

/** All rejections of a ledger, in order. */
export function rejectionsOf(ledger: Ledger): readonly Rejection[] {
  return ledger.steps.flatMap((step) => step.rejected);
}
