import { type KeyboardEvent, useEffect, useState } from "react";
import type { Found } from "./use-found.ts";

/** Which line of what was found the next Enter opens. */
export interface Choice {
  /** Addresses of all lines in order. */
  readonly addresses: readonly string[];
  /** The line chosen; -1 when there is none. */
  readonly at: number;
  readonly choose: (at: number) => void;
  /** Begins at the first line again: something else is looked for. */
  readonly reset: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/**
 * Arrow keys go round through the lines, Enter opens, with Ctrl in a new tab. An Enter that comes before the answer opens
 * its first line when it is there.
 */
export function useChoice(found: Found, open: (address: string, inNewTab: boolean) => void): Choice {
  const [active, setActive] = useState(0);
  const [waits, setWaits] = useState(false);
  const addresses = found.lists.flatMap(({ rows, lists }) => [...rows, ...lists].map(({ href }) => href));
  const at = Math.min(active, addresses.length - 1);
  const [first] = addresses;
  useEffect(() => {
    if (!waits || !found.isSettled) return;
    setWaits(false);
    if (first !== undefined) open(first, false);
  }, [waits, found.isSettled, first, open]);
  const onKey = (event: KeyboardEvent) => {
    // An Enter that ends a syllable of an input method is none of ours.
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    const chosen = addresses[at];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step !== undefined)
      setActive(addresses.length === 0 ? 0 : (at + step + addresses.length) % addresses.length);
    else if (!found.isSettled) setWaits(true);
    else if (chosen !== undefined) open(chosen, event.ctrlKey || event.metaKey);
  };
  const reset = () => {
    setActive(0);
    setWaits(false);
  };
  return { addresses, at, choose: setActive, reset, onKey };
}
