import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { logSightOf } from "../domain/organisation/log-sight.ts";
import { withProvince } from "../store/database.ts";
import {
  countLog,
  type LogFilter,
  type LogPlace,
  loadEntry,
  loadNewest,
  type NamedEntry,
} from "../store/log-read.ts";
import { type LogThing, loadLogThings } from "../store/log-things.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import type { RegisterWorld } from "./register.ts";
import { type ShownChange, shownChange, wordsFinder } from "./shown-change.ts";

/** An entry in a list: who did what to which thing. */
export interface ListedEntry
  extends Pick<NamedEntry, "id" | "at" | "kind" | "who" | "whoName" | "address" | "what" | "subject"> {
  /** What it concerns, as far as it still stands and the reader may know of it. */
  readonly thing: LogThing | null;
}

export interface LogPage {
  readonly entries: readonly ListedEntry[];
  readonly next: string | null;
  /** How many the filter finds, counted to `mostCounted`; on the first page without words alone. */
  readonly total: number | null;
  /** Up to which instant words were looked for; null: through the whole log, or no words were given. */
  readonly lookedTo: string | null;
}

/** One entry whole. */
export interface ShownEntry extends ListedEntry, ShownChange {
  /** Its number in the chain and when it was sealed; null while it waits. */
  readonly seal: { readonly position: number; readonly at: Date } | null;
}

/** Entries are counted so far; beyond it a list says "more than". */
export const mostCounted = 10_000;

/** Entries looked through for words at one asking. */
const mostLookedThrough = 10_000;
const atATime = 2_500;

/**
 * A page of the log, the newest entries first. Words are looked for in what the reader may see, without regard to
 * accents, through 10,000 entries at one asking; `next` goes on from there. Fails with `register.page-unknown`.
 */
export async function listLog(
  actor: Actor,
  request: {
    readonly filter: LogFilter;
    readonly words: string | null;
    readonly after: string | null;
    readonly limit: number;
  },
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<LogPage>> {
  const allowed = permit(actor, "see-log");
  if (!allowed.ok) return allowed;
  const after = request.after === null ? null : readPlace(request.after);
  if (request.after !== null && after === null) return fail("register.page-unknown");
  const sight = logSightOf(actor.held);
  const finds = wordsFinder(request.words, sight);
  const { filter, limit } = request;
  return withProvince(kysely, actor.province, async (transaction) => {
    const found = finds
      ? await lookThrough(transaction, actor, filter, { after, limit, finds })
      : await newest(transaction, actor, filter, { after, limit });
    const counted = after === null && !finds;
    const total = counted ? await countLog(transaction, actor.province, filter, mostCounted + 1) : null;
    const entries = await withThings(transaction, actor, found.entries);
    const { next, lookedTo } = found;
    return succeed({ entries, next: next && writePlace(next), total, lookedTo });
  });
}

/** One entry with what it changed. Fails with `register.entry-unknown`. */
export async function showEntry(
  actor: Actor,
  id: string,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<ShownEntry>> {
  const allowed = permit(actor, "see-log");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) => {
    const entry = await loadEntry(transaction, actor.province, id);
    if (entry === null) return fail("register.entry-unknown", { id });
    const [listed] = await withThings(transaction, actor, [entry]);
    if (!listed) throw new Error("one entry was given");
    const { position, sealedAt } = entry;
    return succeed({
      ...listed,
      ...shownChange(logSightOf(actor.held), entry),
      seal: position === null || sealedAt === null ? null : { position: Number(position), at: sealedAt },
    });
  });
}

interface FoundEntries {
  readonly entries: readonly NamedEntry[];
  readonly next: LogPlace | null;
  readonly lookedTo: string | null;
}

async function newest(
  transaction: ProvinceTransaction,
  { province }: Actor,
  filter: LogFilter,
  { after, limit }: { readonly after: LogPlace | null; readonly limit: number },
): Promise<FoundEntries> {
  const rows = await loadNewest(transaction, province, filter, { after, most: limit + 1 });
  const entries = rows.slice(0, limit);
  const last = entries.at(-1);
  return { entries, next: rows.length > limit && last ? last : null, lookedTo: null };
}

async function lookThrough(
  transaction: ProvinceTransaction,
  { province }: Actor,
  filter: LogFilter,
  request: {
    readonly after: LogPlace | null;
    readonly limit: number;
    readonly finds: (entry: NamedEntry) => boolean;
  },
): Promise<FoundEntries> {
  const { limit, finds } = request;
  const entries: NamedEntry[] = [];
  let last = request.after;
  for (let looked = 0; looked < mostLookedThrough; looked += atATime) {
    const rows = await loadNewest(transaction, province, filter, { after: last, most: atATime });
    for (const entry of rows) {
      last = entry;
      if (finds(entry)) entries.push(entry);
      if (entries.length === limit) return { entries, next: last, lookedTo: entry.at };
    }
    if (rows.length < atATime) return { entries, next: null, lookedTo: null };
  }
  return { entries, next: last, lookedTo: last?.at ?? null };
}

async function withThings(
  transaction: ProvinceTransaction,
  actor: Actor,
  entries: readonly NamedEntry[],
): Promise<readonly ListedEntry[]> {
  const { work } = logSightOf(actor.held);
  // A key acts under its subject: "key:0199…".
  const subjects = [...new Set(entries.flatMap(({ who, subject }) => [who, subject]))];
  const things = await loadLogThings(transaction, actor.province, subjects, { work });
  return entries.map(({ id, at, kind, who, whoName, address, what, subject }) => ({
    ...{ id, at, kind, who, whoName: whoName ?? things.get(who)?.name ?? null, address, what, subject },
    thing: things.get(subject) ?? null,
  }));
}

function writePlace({ at, id }: LogPlace): string {
  return `${at}_${id}`;
}

function readPlace(word: string): LogPlace | null {
  const found =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(word);
  const [, at, id] = found ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
}
