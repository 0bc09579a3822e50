import { type SealWorld, sealLog } from "../operations/seal-log.ts";
import { startRepeating } from "./repeated.ts";

/** Between two passes. A committed entry is sealed within five seconds; this leaves room for a slow pass. */
const pauseMilliseconds = 1500;

/** Seals the log while the program serves. */
export function startSealer(
  world: SealWorld,
  reportBug: (error: unknown) => void,
): { readonly close: () => Promise<void> } {
  return startRepeating(() => sealLog(world), { pauseMilliseconds, reportBug });
}
