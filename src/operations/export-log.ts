import type { SealedEntry } from "../domain/basics/log-chain.ts";
import { type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { logSightOf } from "../domain/organisation/log-sight.ts";
import { writeCsv } from "../domain/text/csv.ts";
import { jsonLine, syslogLine } from "../exchange/log-lines.ts";
import { withProvince } from "../store/database.ts";
import { type LogFilter, loadLog, type NamedEntry } from "../store/log-read.ts";
import { logApart } from "./log-apart.ts";
import type { RegisterWorld } from "./register.ts";
import { shownChange, wordsFinder } from "./shown-change.ts";

export type { LogFilter } from "../store/log-read.ts";

const atATime = 2000;

export interface LogExport {
  readonly filter: LogFilter;
  /** Words that an entry must have, as far as the reader may see it; null: any. */
  readonly words: string | null;
  readonly format: "jsonl" | "syslog" | "csv";
  /** The machine's name, which stands in each line of syslog. */
  readonly host: string;
  /** Headings of the columns of CSV. */
  readonly headings: readonly string[];
  readonly write: (lines: string) => Promise<void>;
}

/** The columns of CSV, in their order. */
export const logColumns = [
  ...(["at", "kind", "who", "whoName", "address", "what", "subject", "before", "after", "id"] as const),
];

/**
 * Gives the entries that a filter finds, oldest first and page by page, to `write`, without what the actor may not see;
 * then tells of itself in the log with filter and count, also where it broke off. Gives how many there were. Fails with
 * `register.not-allowed`.
 */
export async function exportLog(
  actor: Actor,
  request: LogExport,
  world: RegisterWorld,
): Promise<Result<number>> {
  const allowed = permit(actor, "export-log");
  if (!allowed.ok) return allowed;
  const { filter, words, format } = request;
  const finds = wordsFinder(words, logSightOf(actor.held));
  let [count, whole] = [0, false];
  try {
    if (format === "csv") await request.write(writeCsv([request.headings]));
    for (let after: string | null = null; ; ) {
      const entries: readonly NamedEntry[] = await withProvince(world.kysely, actor.province, (transaction) =>
        loadLog(transaction, actor.province, filter, { after, most: atATime }),
      );
      const found = finds ? entries.filter(finds) : entries;
      if (found.length > 0) await request.write(linesOf(found, actor, request));
      count += found.length;
      after = entries.at(-1)?.id ?? null;
      if (entries.length < atATime) break;
    }
    whole = true;
  } finally {
    const after = { format, filter, ...(words === null ? {} : { words }), count, whole };
    await logApart(actor, { kind: "export", what: "export-log", subject: "log", after }, world);
  }
  return succeed(count);
}

function linesOf(entries: readonly NamedEntry[], { held }: Actor, { format, host }: LogExport): string {
  const sight = logSightOf(held);
  const text = (record: unknown) => (record === null ? null : JSON.stringify(record));
  const shown = entries.map((entry) => {
    const { before, after } = shownChange(sight, entry);
    return { ...entry, before: text(before), after: text(after) };
  });
  if (format === "csv")
    return writeCsv(shown.map((entry) => logColumns.map((column) => entry[column]))).slice(1);
  const lineOf = ({ whoName: _, ...entry }: NamedEntry & SealedEntry) =>
    format === "jsonl" ? jsonLine(entry) : syslogLine(entry, host);
  return shown.map((entry) => `${lineOf(entry)}\n`).join("");
}
