import { readKept, writeKept } from "./kept-drafts.ts";

/** What was typed and not saved yet, kept in this browser until it is saved or thrown away: under a key, with the version it began from. */
export interface Draft<Fields> {
  readonly version: number;
  readonly fields: Fields;
}

const prefix = "sauro.draft.";

/** Ends when drafts that a browser had no time to keep before it died are back; forms ask for theirs after that. */
export const draftsBack: Promise<void> = readKept().then((kept) => {
  try {
    for (const [key, text] of kept) window.localStorage.setItem(prefix + key, text);
  } catch {
    // No storage, no drafts.
  }
});

/** The draft under a key, or null; what cannot be read is no draft. */
export function readDraft<Fields>(key: string): Draft<Fields> | null {
  try {
    const kept = window.localStorage.getItem(prefix + key);
    // Written by `keepDraft` of this application with the fields of the same form.
    return kept === null ? null : (JSON.parse(kept) as Draft<Fields>);
  } catch {
    return null;
  }
}

/** Keeps what is typed; a browser that forbids storage keeps it as long as the page. */
export function keepDraft<Fields>(key: string, draft: Draft<Fields>): void {
  const text = JSON.stringify(draft);
  writeKept(key, text);
  try {
    window.localStorage.setItem(prefix + key, text);
  } catch {
    // The form still holds it.
  }
}

export function dropDraft(key: string): void {
  writeKept(key, null);
  try {
    window.localStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept.
  }
}

/** Keys of all drafts that begin so. */
export function draftKeys(beginning: string): readonly string[] {
  try {
    return Object.keys(window.localStorage)
      .filter((name) => name.startsWith(prefix + beginning))
      .map((name) => name.slice(prefix.length));
  } catch {
    return [];
  }
}
