import { type LogSight, type ShownRecord, shownRecord } from "../domain/organisation/log-sight.ts";
import { foldedKey } from "../domain/text/fold.ts";
import type { NamedEntry } from "../store/log-read.ts";

/** The records of an entry as a reader may see them. */
export interface ShownChange {
  readonly before: unknown;
  readonly after: unknown;
  /** Fields that he may not see; "*": all of them. */
  readonly hidden: readonly string[];
}

/** What an entry changed, without what the reader may not see. */
export function shownChange(sight: LogSight, entry: NamedEntry): ShownChange {
  const shown = (record: string | null): ShownRecord =>
    shownRecord(sight, entry.subject, record === null ? null : JSON.parse(record));
  const [before, after] = [shown(entry.before), shown(entry.after)];
  return {
    ...{ before: before.record, after: after.record },
    hidden: [...new Set([...before.hidden, ...after.hidden])].toSorted(),
  };
}

/** Tells whether all words stand in what a reader may see of an entry, accents or none; null words: every entry. */
export function wordsFinder(words: string | null, sight: LogSight): ((entry: NamedEntry) => boolean) | null {
  const wanted = foldedKey(words ?? "")
    .split(" ")
    .filter(Boolean);
  if (wanted.length === 0) return null;
  const isIn = (entry: NamedEntry, before: string | null, after: string | null) => {
    const { who, whoName, what, subject, address } = entry;
    const folded = foldedKey([who, whoName, what, subject, address, before, after].join(" "));
    return wanted.every((word) => folded.includes(word));
  };
  return (entry) => {
    // What may be shown is part of what was written: most entries are passed by without being taken apart.
    if (!isIn(entry, entry.before, entry.after)) return false;
    const { before, after } = shownChange(sight, entry);
    return isIn(entry, JSON.stringify(before), JSON.stringify(after));
  };
}
