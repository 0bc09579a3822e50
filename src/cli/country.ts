import type { Result } from "../domain/basics/result.ts";
import { parseArguments } from "./arguments.ts";
import { type Console, complainOfFailure } from "./console.ts";

/** Who is let in or no more; null: who is, is only listed. */
export interface CountryCall {
  readonly email: string;
  readonly reads: boolean;
}

export interface CountryCommandDependencies extends Console {
  /** Does what is asked, and gives those who may read the figures of the country then. */
  readonly set: (
    call: CountryCall | null,
  ) => Promise<Result<readonly { readonly name: string; readonly email: string }[]>>;
}

const form = {
  ...{ name: "country", usage: "sauro country [--add EMAIL | --remove EMAIL]", positionals: [] },
  ...{ flags: [], values: ["--add", "--remove"] },
};

/**
 * `sauro country [--add EMAIL | --remove EMAIL]`: who may read the figures of all provinces. Exit code 0 when it was done, 1
 * after a failure, 2 for a wrong call.
 */
export async function runCountry(
  args: readonly string[],
  deps: CountryCommandDependencies,
): Promise<0 | 1 | 2> {
  const call = parseArguments(form, args);
  if (!call.ok) {
    complainOfFailure(call.failure, deps);
    return 2;
  }
  const [add, remove] = ["--add", "--remove"].map((name) => call.value.values.get(name));
  if (add !== undefined && remove !== undefined) {
    const detail = { command: form.name, argument: "--remove", usage: form.usage };
    complainOfFailure({ code: "command.too-many-arguments", detail }, deps);
    return 2;
  }
  const email = add ?? remove;
  const readers = await deps.set(email === undefined ? null : { email, reads: add !== undefined });
  if (!readers.ok) {
    complainOfFailure(readers.failure, deps);
    return 1;
  }
  deps.print("Được xem số liệu cả nước (/country) / May read the figures of the country (/country):");
  for (const { name, email: address } of readers.value) deps.print(`  ${name} <${address}>`);
  if (readers.value.length === 0) deps.print("  chưa có ai / nobody");
  return 0;
}
