/** A failed attempt to sign in, as the person. */
export interface FailedAttempt {
  readonly at: Date;
  readonly address: string | null;
}

/** What is known when somebody tries to sign in as a person from an address. */
export interface AttemptPast {
  /** Failures as this person within the window, from anywhere. */
  readonly asPerson: readonly FailedAttempt[];
  /** Failures from this address within the window, as anybody. */
  readonly fromAddress: readonly { readonly at: Date }[];
  /** When the person last came in from this address, within `familiarDays`; null: never. */
  readonly lastSuccessHere: Date | null;
}

/** Failures are counted over this time. */
export const attemptWindowMinutes = 15;

/** An address from which the person came in within this time is familiar: what strangers do does not shut it. */
export const familiarDays = 30;

/**
 * As one person from one address five may fail (OWASP ASVS 5.0, 6.1.1 and 6.3.1). Over all addresses, and from one address
 * over all persons, many failures first slow down to one attempt in ten seconds and then lock; a familiar address stays
 * open through both, so that a stranger who fails on purpose locks nobody out of his own place.
 */
export const attemptLimits = {
  personFromAddress: 5,
  person: { slowed: 20, locked: 50 },
  address: { slowed: 30, locked: 100 },
  slowSeconds: 10,
} as const;

/** Seconds to wait before the person may try again from `address`, 0 when he may now. */
export function secondsToWait(past: AttemptPast, address: string | null, now: Date): number {
  const { personFromAddress, person, address: anybody } = attemptLimits;
  const since = past.lastSuccessHere?.getTime() ?? Number.NEGATIVE_INFINITY;
  const here = past.asPerson.filter((failure) => failure.address === address && failure.at.getTime() > since);
  const locked = untilFewerThan(recentTimes(here, now), personFromAddress, now);
  if (past.lastSuccessHere !== null) return locked;
  return Math.max(
    locked,
    waitOfMany(recentTimes(past.asPerson, now), person, now),
    waitOfMany(recentTimes(past.fromAddress, now), anybody, now),
  );
}

/** Times within the window, newest first. */
function recentTimes(failures: readonly { readonly at: Date }[], now: Date): readonly number[] {
  const windowStart = now.getTime() - attemptWindowMinutes * 60_000;
  return failures
    .map(({ at }) => at.getTime())
    .filter((time) => time > windowStart)
    .toSorted((a, b) => b - a);
}

function waitOfMany(
  times: readonly number[],
  limits: { readonly slowed: number; readonly locked: number },
  now: Date,
): number {
  const [newest] = times;
  const slow =
    newest !== undefined && times.length >= limits.slowed
      ? (newest + attemptLimits.slowSeconds * 1000 - now.getTime()) / 1000
      : 0;
  return Math.max(0, Math.ceil(slow), untilFewerThan(times, limits.locked, now));
}

/** Until the failure that fills the count leaves the window. */
function untilFewerThan(times: readonly number[], count: number, now: Date): number {
  const filling = times[count - 1];
  return filling === undefined
    ? 0
    : Math.ceil((filling + attemptWindowMinutes * 60_000 - now.getTime()) / 1000);
}
