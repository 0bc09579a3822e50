import type { SessionAnswer } from "../contract/account.ts";
import { readKept, writeKept } from "./kept-drafts.ts";

/** What was typed and not saved yet, kept in this browser until it is saved or thrown away: under a key, with the version it began from. */
export interface Draft<Fields> {
  readonly version: number;
  readonly fields: Fields;
}

/** Whose drafts they are: a person at work for a province. Two people at one machine never see each other's. */
export type DraftOwner = string;

/** The owner of what is typed now; null while nobody works for a province, when nothing is kept. */
export function draftOwner(session: SessionAnswer | null): DraftOwner | null {
  return session?.user && session.province
    ? `${encodeURIComponent(session.user.email)}/${session.province.id}`
    : null;
}

const prefix = "sauro.draft/";

function nameOf(owner: DraftOwner, key: string): string {
  return `${prefix}${owner}/${key}`;
}

/** Ends when drafts that a browser had no time to keep before it died are back; forms ask for theirs after that. */
export const draftsBack: Promise<void> = readKept().then((kept) => {
  try {
    for (const [key, text] of kept) window.localStorage.setItem(prefix + key, text);
  } catch {
    // No storage, no drafts.
  }
});

/** The draft under a key, or null; what cannot be read is no draft. */
export function readDraft<Fields>(owner: DraftOwner | null, key: string): Draft<Fields> | null {
  if (owner === null) return null;
  try {
    const kept = window.localStorage.getItem(nameOf(owner, key));
    // Written by `keepDraft` of this application with the fields of the same form.
    return kept === null ? null : (JSON.parse(kept) as Draft<Fields>);
  } catch {
    return null;
  }
}

/** Keeps what is typed. False: the browser has no room or forbids it, and only the open form holds it for sure. */
export function keepDraft<Fields>(owner: DraftOwner | null, key: string, draft: Draft<Fields>): boolean {
  if (owner === null) return false;
  const text = JSON.stringify(draft);
  writeKept(`${owner}/${key}`, text);
  try {
    window.localStorage.setItem(nameOf(owner, key), text);
    return true;
  } catch {
    // What was kept before is older than what the form shows; bringing that back would be worse than nothing.
    forget(owner, key);
    return false;
  }
}

/**
 * The draft under a key as far as it may be kept: what an older page kept beyond that is taken out of the browser.
 * `keepable` gives of what is typed what may be kept; null: nothing.
 */
export function readKeepable<Fields>(
  owner: DraftOwner | null,
  key: string,
  keepable: (fields: Fields) => Fields | null,
): Draft<Fields> | null {
  const kept = readDraft<Fields>(owner, key);
  if (kept === null) return null;
  const fields = keepable(kept.fields);
  if (fields === null) {
    dropDraft(owner, key);
    return null;
  }
  if (fields !== kept.fields) keepDraft(owner, key, { version: kept.version, fields });
  return { version: kept.version, fields };
}

export function dropDraft(owner: DraftOwner | null, key: string): void {
  if (owner === null) return;
  writeKept(`${owner}/${key}`, null);
  forget(owner, key);
}

function forget(owner: DraftOwner, key: string): void {
  try {
    window.localStorage.removeItem(nameOf(owner, key));
  } catch {
    // Nothing was kept.
  }
}

/** Keys of all drafts of a person that begin so. */
export function draftKeys(owner: DraftOwner | null, beginning: string): readonly string[] {
  if (owner === null) return [];
  try {
    return Object.keys(window.localStorage)
      .filter((name) => name.startsWith(nameOf(owner, beginning)))
      .map((name) => name.slice(nameOf(owner, "").length));
  } catch {
    return [];
  }
}
