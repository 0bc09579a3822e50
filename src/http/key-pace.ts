/** Requests of one key in a minute. */
const mostInAMinute = 600;

/** How many requests keys may make: a minute of the clock for each key by itself, so that one in haste slows no other. */
export interface KeyPace {
  /** Counts a request; gives the seconds to wait, or null when it may go on. */
  readonly count: (key: string, now: Date) => number | null;
}

export function keyPace(most = mostInAMinute): KeyPace {
  let minute = 0;
  let counts = new Map<string, number>();
  return {
    count: (key, now) => {
      const current = Math.floor(now.getTime() / 60_000);
      if (current !== minute) [minute, counts] = [current, new Map()];
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count > most ? 60 - (Math.floor(now.getTime() / 1000) % 60) : null;
    },
  };
}
