import { parseArgs } from "node:util";
import type { Result } from "../domain/basics/result.ts";
import { occurrenceStates } from "../domain/duty/occurrence-state.ts";
import { type AskedTaskFilter, allTasks } from "../domain/duty/task-query.ts";
import { sayNumber } from "../domain/language/language.ts";
import { type Console, complainOfFailure } from "./console.ts";

/** What a person asks of `sauro export`. */
export interface ExportCall {
  readonly path: string;
  readonly format: "xlsx" | "csv";
  readonly filter: AskedTaskFilter;
  /** Number of the province, where the installation serves several. */
  readonly province: string | null;
}

export interface ExportCommandDependencies extends Console {
  /** Writes the file; gives how many tasks are in it. */
  readonly exportTo: (call: ExportCall) => Promise<Result<number>>;
}

export const exportUsage = `sauro export FILE.xlsx|FILE.csv [--search WORDS] [--unit NAME] [--state late,dueSoon] [--province NUMBER]
  writes the tasks of the register into a list that may be edited and brought back; the program may be running
  --search     tasks with these words; marks are optional
  --unit       tasks of this body
  --state      ${occurrenceStates.join(", ")}
  --province   where several provinces are served`;

/** `sauro export FILE`. Exit code 0 written, 2 nothing could be done. */
export async function runExport(args: readonly string[], deps: ExportCommandDependencies): Promise<0 | 2> {
  const call = parseCall(args);
  if (call === null) {
    deps.complain(exportUsage);
    return 2;
  }
  const written = await deps.exportTo(call);
  if (!written.ok) {
    complainOfFailure(written.failure, deps);
    return 2;
  }
  deps.print(
    `${call.path}: ${sayNumber(written.value, "vi")} nhiệm vụ / ${sayNumber(written.value, "en")} tasks`,
  );
  return 0;
}

function parseCall(args: readonly string[]): ExportCall | null {
  const word = { type: "string" } as const;
  try {
    const { values, positionals } = parseArgs({
      ...{ args: [...args], allowPositionals: true },
      options: { search: word, unit: word, state: word, province: word },
    });
    const [path = "", ...more] = positionals;
    const format = /\.(xlsx|csv)$/i.exec(path)?.[1]?.toLowerCase();
    const wanted = values.state?.split(",") ?? [];
    const states = occurrenceStates.filter((state) => wanted.includes(state));
    if ((format !== "xlsx" && format !== "csv") || more.length > 0 || states.length < wanted.length)
      return null;
    return {
      ...{ path, format, province: values.province ?? null },
      filter: { ...allTasks, words: values.search ?? null, unit: values.unit ?? null, states },
    };
  } catch {
    return null;
  }
}
