/**
 * Does a thing again and again with a pause between, while the program runs; at its end once more, so that little waits
 * for the next start. A pass that fails is reported, and what it left is for a later one.
 */
export function startRepeating(
  pass: () => Promise<unknown>,
  {
    pauseMilliseconds,
    reportBug,
  }: { readonly pauseMilliseconds: number; readonly reportBug: (error: unknown) => void },
): { readonly close: () => Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = pass().catch(reportBug).then(next);
    }, pauseMilliseconds);
    timer.unref();
  };
  next();
  return {
    close: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      await pass().catch(reportBug);
    },
  };
}
