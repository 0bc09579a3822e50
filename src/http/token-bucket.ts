/** How many requests may come at once, and how many a second for long. */
export interface Pace {
  readonly burst: number;
  readonly perSecond: number;
}

/** Buckets of tokens, one for each caller; a request takes one, and time puts them back. */
export interface Buckets {
  /** Takes a token of a caller; null, or the whole seconds until there is one. */
  readonly take: (caller: string, now: Date) => number | null;
  readonly size: () => number;
}

/**
 * Makes buckets in memory: each program of an installation counts for itself. `most` callers are remembered; then those
 * who asked least recently are forgotten, which gives them a full bucket again.
 */
export function openBuckets({ burst, perSecond }: Pace, most = 20_000): Buckets {
  // In the order of the last request, as a Map keeps what is put in anew at its end.
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();
  return {
    take: (caller, now) => {
      const known = buckets.get(caller);
      // A clock that was set back gives nothing and takes nothing.
      const seconds = known ? Math.max(0, (now.getTime() - known.at) / 1000) : 0;
      const tokens = known ? Math.min(burst, known.tokens + seconds * perSecond) : burst;
      buckets.delete(caller);
      buckets.set(caller, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now.getTime() });
      const [oldest] = buckets.keys();
      if (buckets.size > most && oldest !== undefined) buckets.delete(oldest);
      return tokens >= 1 ? null : Math.max(1, Math.ceil((1 - tokens) / perSecond));
    },
    size: () => buckets.size,
  };
}
