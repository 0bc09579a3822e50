import type { SealedEntry } from "../domain/basics/log-chain.ts";
import { type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { jsonLine, syslogLine } from "../exchange/log-lines.ts";
import { withSnapshot } from "../store/log-audit.ts";
import { type LogFilter, loadLog } from "../store/log-read.ts";
import { logApart } from "./log-apart.ts";
import type { RegisterWorld } from "./register.ts";

export type { LogFilter } from "../store/log-read.ts";

const atATime = 2000;

/**
 * Gives the entries that a filter finds, oldest first, line by line to `write`, as one state of the log; then tells of
 * itself in the log with filter and count. Gives how many there were. Fails with `register.not-allowed`.
 */
export async function exportLog(
  actor: Actor,
  request: {
    readonly filter: LogFilter;
    readonly format: "jsonl" | "syslog";
    /** The machine's name, which stands in each line of syslog. */
    readonly host: string;
    readonly write: (lines: string) => Promise<void>;
  },
  world: RegisterWorld,
): Promise<Result<number>> {
  const allowed = permit(actor, "export-log");
  if (!allowed.ok) return allowed;
  const { filter, format, host, write } = request;
  const lineOf = (entry: SealedEntry) => (format === "jsonl" ? jsonLine(entry) : syslogLine(entry, host));
  const count = await withSnapshot(world.kysely, actor.province, async (transaction) => {
    let [written, after]: [number, string | null] = [0, null];
    for (;;) {
      const entries = await loadLog(transaction, actor.province, filter, { after, most: atATime });
      const last = entries.at(-1);
      if (!last) return written;
      await write(entries.map((entry) => `${lineOf(entry)}\n`).join(""));
      [written, after] = [written + entries.length, last.id];
    }
  });
  const told = { format, filter, count };
  await logApart(actor, { kind: "export", what: "export-log", subject: "log", after: told }, world);
  return succeed(count);
}
