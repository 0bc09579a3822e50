import type { Result } from "../domain/basics/result.ts";
import { parseArguments } from "./arguments.ts";
import { type Console, complainOfFailure } from "./console.ts";

export interface EntryCommandDependencies extends Console {
  /** A code that lets an administrator in once, for a quarter of an hour, and the link that it stands in. */
  readonly issue: (
    email: string,
  ) => Promise<Result<{ readonly code: string; readonly link: string; readonly name: string }>>;
}

const form = { name: "entry", usage: "sauro entry EMAIL", positionals: ["EMAIL"], flags: [] };

/**
 * `sauro entry EMAIL`: the way in for an administrator when nothing else opens. Exit code 0 when a code was given, 1 after a
 * failure, 2 for a wrong call.
 */
export async function runEntry(args: readonly string[], deps: EntryCommandDependencies): Promise<0 | 1 | 2> {
  const call = parseArguments(form, args);
  if (!call.ok) {
    complainOfFailure(call.failure, deps);
    return 2;
  }
  const issued = await deps.issue(call.value.positionals[0] ?? "");
  if (!issued.ok) {
    complainOfFailure(issued.failure, deps);
    return 1;
  }
  const { code, link, name } = issued.value;
  deps.print(`Mã vào cho ${name}, dùng một lần trong 15 phút / A code for ${name}, once, within 15 minutes:`);
  deps.print(`  ${code}`);
  deps.print(`  ${link}`);
  return 0;
}
