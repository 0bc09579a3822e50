import type { Result } from "../domain/basics/result.ts";
import { parseArguments } from "./arguments.ts";
import { type Console, complainOfFailure } from "./console.ts";

export interface WorkCommandDependencies extends Console {
  /** Works off the queue until asked to stop; `onReady` is told when it has begun. */
  readonly work: (onReady: () => void) => Promise<Result<null>>;
}

const form = { name: "work", usage: "sauro work", positionals: [], flags: [] };

/** `sauro work`: works off the queue until asked to stop. Exit code 0 after a wish, 1 after a failure, 2 for a wrong call. */
export async function runWork(args: readonly string[], deps: WorkCommandDependencies): Promise<0 | 1 | 2> {
  const call = parseArguments(form, args);
  if (!call.ok) {
    complainOfFailure(call.failure, deps);
    return 2;
  }
  const worked = await deps.work(() =>
    deps.print("Đang làm việc trong hàng chờ; Ctrl+C để dừng. / Working off the queue; Ctrl+C stops."),
  );
  if (worked.ok) return 0;
  complainOfFailure(worked.failure, deps);
  return 1;
}
