import { parseArgs } from "node:util";
import { type CalendarDate, parseIsoDate } from "../domain/basics/calendar-date.ts";
import { logKinds } from "../domain/basics/log-chain.ts";
import type { Result } from "../domain/basics/result.ts";
import { sayNumber } from "../domain/language/language.ts";
import type { LogFilter } from "../operations/export-log.ts";
import { type Console, complainOfFailure } from "./console.ts";

/** What a person asks of `sauro log`. */
export interface LogCall {
  readonly path: string;
  readonly format: "jsonl" | "syslog";
  readonly filter: LogFilter;
  readonly province: string | null;
}

export interface LogCommandDependencies extends Console {
  /** Writes the file; gives how many entries are in it. */
  readonly exportTo: (call: LogCall) => Promise<Result<number>>;
}

export const logUsage = `sauro log FILE.jsonl|FILE.syslog [--kind refusal,export] [--who ID] [--what NAME] [--subject KIND:ID]
          [--address ADDRESS] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--province NUMBER]
  writes the log into a new file, for a security monitor; the program may be running
  --kind      ${logKinds.join(", ")}
  --from, --to   first and last day in Vietnam`;

/** `sauro log FILE`. Exit code 0 written, 2 nothing could be done. */
export async function runLog(args: readonly string[], deps: LogCommandDependencies): Promise<0 | 2> {
  const call = parseCall(args);
  if (call === null) {
    deps.complain(logUsage);
    return 2;
  }
  const written = await deps.exportTo(call);
  if (!written.ok) {
    complainOfFailure(written.failure, deps);
    return 2;
  }
  deps.print(
    `${call.path}: ${sayNumber(written.value, "vi", 0)} mục / ${sayNumber(written.value, "en", 0)} entries`,
  );
  return 0;
}

function parseCall(args: readonly string[]): LogCall | null {
  const word = { type: "string" } as const;
  try {
    const { values, positionals } = parseArgs({
      ...{ args: [...args], allowPositionals: true },
      options: {
        ...{ kind: word, who: word, what: word, subject: word, address: word, from: word, to: word },
        province: word,
      },
    });
    const [path = "", ...more] = positionals;
    const format = /\.(jsonl|syslog)$/.exec(path)?.[1];
    const wanted = values.kind?.split(",") ?? [];
    const kinds = logKinds.filter((kind) => wanted.includes(kind));
    const [from, to] = [dayOf(values.from), dayOf(values.to)];
    const isWrong = more.length > 0 || kinds.length < wanted.length || from === undefined || to === undefined;
    if ((format !== "jsonl" && format !== "syslog") || isWrong) return null;
    const { who = null, what = null, subject = null, address = null, province = null } = values;
    return { path, format, province, filter: { kinds, who, what, subject, address, from, to } };
  } catch {
    return null;
  }
}

/** A day that was given; null: none was; undefined: it is none. */
function dayOf(text: string | undefined): CalendarDate | null | undefined {
  return text === undefined ? null : (parseIsoDate(text) ?? undefined);
}
