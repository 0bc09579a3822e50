import { useEffect } from "react";

/** What can take the focus from the keyboard or has been given the right to. */
const focusable =
  "a[href], button:not(:disabled), input:not(:disabled, [hidden]), select:not(:disabled), textarea:not(:disabled), [tabindex]";

/**
 * Keeps the focus on the page when the part that had it goes away (a form that closes, a row out of sight, a place that
 * was left): it passes to the nearest thing around that part, so that the next key goes on from there (WCAG 2.2, 2.4.3).
 * Without this the browser starts again from the top of the page.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let around: readonly Element[] = [];
    const note = (event: FocusEvent) => {
      if (event.target instanceof Element) around = chainOf(event.target);
    };
    const keep = () => {
      const [last] = around;
      if (document.activeElement !== document.body || !last || last.isConnected) return;
      nearest(around)?.focus({ preventScroll: true });
    };
    document.addEventListener("focusin", note);
    const watcher = new MutationObserver(keep);
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", note);
      watcher.disconnect();
    };
  }, []);
}

function chainOf(element: Element): readonly Element[] {
  const chain: Element[] = [];
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) chain.push(at);
  return chain;
}

/**
 * A register that still stands takes the focus itself, since its keys move its rows: the next Enter must answer the row
 * and not a link that happens to stand near. Else the nearest thing inside.
 */
function nearest(chain: readonly Element[]): HTMLElement | null {
  const left = chain.filter((element) => element.isConnected);
  const grid = left
    .map((element) =>
      element.getAttribute("role") === "grid" ? element : element.querySelector("[role=grid]"),
    )
    .find((element) => element !== null);
  if (grid instanceof HTMLElement) return grid;
  for (const element of left) {
    if (element instanceof HTMLElement && element.matches(focusable)) return element;
    const inside = [...element.querySelectorAll<HTMLElement>(focusable)].find((one) => one.checkVisibility());
    if (inside) return inside;
  }
  return document.querySelector<HTMLElement>("main");
}
