import type { Result } from "../domain/basics/result.ts";
import { sayProgress } from "../domain/language/reading-progress.ts";
import { parseArguments } from "./arguments.ts";
import { type Console, complainOfFailure } from "./console.ts";

export interface SearchableCommandDependencies extends Console {
  /** Writes the copy; gives the number of its pages. */
  readonly copyTo: (
    from: string,
    to: string,
    onProgress: (page: number, pages: number) => void,
  ) => Promise<Result<number>>;
}

const form = {
  name: "searchable",
  usage: "sauro searchable SCAN COPY.pdf",
  positionals: ["SCAN", "COPY.pdf"],
  flags: [],
} as const;

/** `sauro searchable SCAN COPY.pdf`. Exit code 0 written, 2 nothing could be done. */
export async function runSearchable(
  args: readonly string[],
  deps: SearchableCommandDependencies,
): Promise<0 | 2> {
  const given = parseArguments(form, args);
  if (!given.ok) {
    complainOfFailure(given.failure, deps);
    return 2;
  }
  const [from = "", to = ""] = given.value.positionals;
  const copied = await deps.copyTo(from, to, (page, pages) =>
    deps.complain(`${from}: ${sayProgress(page, pages, "vi")}`),
  );
  if (!copied.ok) {
    complainOfFailure(copied.failure, deps);
    return 2;
  }
  deps.print(`${to}: ${copied.value} trang / ${copied.value} pages`);
  return 0;
}
