import { checkQuarantined, sweepQuarantine } from "../operations/check-quarantine.ts";
import type { ScanWorld } from "../operations/receive-documents.ts";

/** How often the quarantine is swept (ms). */
const sweepEvery = 600_000;

/** Looks at what waits in the quarantine of this machine, one after the other. */
export interface ScanDesk {
  /** Has it looked at soon; what comes in meanwhile is looked at too. */
  readonly checkSoon: () => void;
  readonly close: () => Promise<void>;
}

/** Begins with what an earlier run left behind. */
export function startScanDesk(world: ScanWorld, reportBug: (error: unknown) => void): ScanDesk {
  const stop = new AbortController();
  let isAsked = false;
  let running: Promise<void> | null = null;
  const checkAll = async () => {
    while (isAsked && !stop.signal.aborted) {
      isAsked = false;
      for (const entry of await world.quarantine.list())
        if (!entry.headUnread && !stop.signal.aborted)
          await checkQuarantined(entry, world, stop.signal).catch(reportBug);
    }
  };
  const checkSoon = () => {
    isAsked = true;
    running ??= checkAll()
      .catch(reportBug)
      .finally(() => {
        running = null;
      });
  };
  const sweep = () => {
    sweepQuarantine(world).catch(reportBug);
    checkSoon();
  };
  sweep();
  const timer = setInterval(sweep, sweepEvery);
  timer.unref();
  return {
    checkSoon,
    close: async () => {
      clearInterval(timer);
      stop.abort();
      await running;
    },
  };
}
