/** A failed attempt to sign in. */
export interface FailedAttempt {
  readonly at: Date;
  readonly address: string | null;
}

/** Failures are counted over this time. */
export const attemptWindowMinutes = 15;

/**
 * From one address a person may be guessed 5 times; from all addresses together 50 times, so that a stranger who
 * fails on purpose does not lock the person out at once (OWASP ASVS 5, 6.3.1).
 */
const mostFromOneAddress = 5;
const mostFromAll = 50;

/**
 * Minutes to wait before a person may try again from `address`, 0 when he may now. `failures` are those of this
 * person since the last success.
 */
export function minutesToWait(failures: readonly FailedAttempt[], address: string | null, now: Date): number {
  const windowStart = now.getTime() - attemptWindowMinutes * 60_000;
  const recent = failures
    .filter((failure) => failure.at.getTime() > windowStart)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const fromHere = recent.filter((failure) => failure.address === address);
  return Math.max(waitFor(fromHere[mostFromOneAddress - 1], now), waitFor(recent[mostFromAll - 1], now));
}

/** Until the failure that fills the count leaves the window. */
function waitFor(failure: FailedAttempt | undefined, now: Date): number {
  if (!failure) return 0;
  return Math.ceil((failure.at.getTime() + attemptWindowMinutes * 60_000 - now.getTime()) / 60_000);
}
