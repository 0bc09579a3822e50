import type { SessionAnswer } from "../../contract/account.ts";
import type { FoundKind } from "../../contract/search.ts";
import { draftOwner } from "../drafts.ts";

/** Which pages are of one thing, by their addresses; the id stands last. */
const pages: readonly (readonly [FoundKind, RegExp])[] = [
  ["task", /^\/tasks\/([\w-]{36})$/],
  ["document", /^\/documents\/([\w-]{36})$/],
  ["record", /^\/cooperation\/[A-Za-z-]+\/([\w-]{36})$/],
  ["unit", /^\/organisation\/([\w-]{36})$/],
  ["person", /^\/people\/([\w-]{1,80})$/],
];

/** As many are kept; their names are asked for anew, so that nothing of what they say stays in the browser. */
const most = 8;

/** What a page shows, as `opened` of the search names it; null: no single thing. */
export function thingAt(path: string): string | null {
  for (const [kind, page] of pages) {
    const id = page.exec(path)?.[1];
    if (id !== undefined) return `${kind}:${id}`;
  }
  return null;
}

/** Things that the person opened last in this browser, the latest first. */
export function readOpenedThings(session: SessionAnswer | null): readonly string[] {
  try {
    const kept = window.localStorage.getItem(keyOf(session) ?? "");
    return kept === null || kept === "" ? [] : kept.split(",");
  } catch {
    return [];
  }
}

/** Notes that a thing was opened. */
export function noteOpened(session: SessionAnswer | null, thing: string): void {
  const key = keyOf(session);
  if (key === null) return;
  const before = readOpenedThings(session).filter((one) => one !== thing);
  try {
    window.localStorage.setItem(key, [thing, ...before].slice(0, most).join(","));
  } catch {
    // A browser that keeps nothing has no list of what was opened.
  }
}

/** Two people at one machine have two lists. */
function keyOf(session: SessionAnswer | null): string | null {
  const owner = draftOwner(session);
  return owner && `sauro.opened/${owner}`;
}
