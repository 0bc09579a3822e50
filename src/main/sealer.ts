import { type SealWorld, sealLog } from "../operations/seal-log.ts";

/** Between two passes. A committed entry is sealed within five seconds; this leaves room for a slow pass. */
const pauseMilliseconds = 1500;

/** Seals the log while the program serves; at its end once more, so that little waits for the next start. */
export function startSealer(
  world: SealWorld,
  reportBug: (error: unknown) => void,
): { readonly close: () => Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const pass = async () => {
    try {
      await sealLog(world);
    } catch (error) {
      // What waits is sealed by a later pass.
      reportBug(error);
    }
  };
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = pass().then(next);
    }, pauseMilliseconds);
    timer.unref();
  };
  next();
  return {
    close: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      await pass();
    },
  };
}
