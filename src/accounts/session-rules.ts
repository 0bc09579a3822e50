/**
 * How long a session lives: so many days at most, so many hours unused (OWASP ASVS 5.0, 7.3). What touches rights, keys or
 * factors needs a proof not older than some minutes (7.5.3).
 */
export const sessionRules = {
  mostDays: 7,
  idleHours: 12,
  freshMinutes: 10,
  /** The last use is written down at most this often. */
  seenEverySeconds: 60,
} as const;

/** Whether a session was left alone for too long. */
export function isIdle(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() > sessionRules.idleHours * 3_600_000;
}

/** Whether the last proof is new enough for changing rights, keys or factors. */
export function isFresh(provedAt: Date, now: Date): boolean {
  return now.getTime() - provedAt.getTime() <= sessionRules.freshMinutes * 60_000;
}

/** Who must have a second factor: administrators, everyone, or nobody. */
export type SecondFactorRule = "administrators" | "everyone" | "nobody";

/** Whether somebody has to enrol a second factor before anything else; who came by single sign-on was asked there. */
export function needsSecondFactor(
  person: { readonly administrator: boolean; readonly hasSecondFactor: boolean; readonly way: string },
  rule: SecondFactorRule,
): boolean {
  if (person.hasSecondFactor || person.way === "singleSignOn" || rule === "nobody") return false;
  return rule === "everyone" || person.administrator;
}
