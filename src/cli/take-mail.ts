import { parseArgs } from "node:util";
import type { Result } from "../domain/basics/result.ts";
import { sayFailure } from "../domain/language/failures.ts";
import type { TakenMail } from "../operations/take-mail.ts";
import { type Console, complainOfFailure } from "./console.ts";

/** What a person asks of `sauro take-mail`. */
export interface TakeMailCall {
  readonly files: readonly string[];
  /** Number of the province, where the sender works for several. */
  readonly province: string | null;
}

export interface TakeMailCommandDependencies extends Console {
  /** What became of each mail, in the order of the files. */
  readonly takeMails: (call: TakeMailCall) => Promise<Result<readonly Result<TakenMail>[]>>;
}

export const takeMailUsage = `sauro take-mail FILE.eml… [--province NUMBER]
  takes in the signed documents that mails bring, by their senders; the program may be running
  --province   where a sender works for several provinces`;

/** `sauro take-mail FILE.eml…`. Exit code 0 all taken in, 1 something was refused, 2 nothing could be done. */
export async function runTakeMail(
  args: readonly string[],
  deps: TakeMailCommandDependencies,
): Promise<0 | 1 | 2> {
  const call = parseCall(args);
  if (call === null || call.files.length === 0) {
    deps.complain(takeMailUsage);
    return 2;
  }
  const taken = await deps.takeMails(call);
  if (!taken.ok) {
    complainOfFailure(taken.failure, deps);
    return 2;
  }
  let refused = 0;
  for (const [at, mail] of taken.value.entries())
    for (const { text, isRefused } of sayMail(mail)) {
      refused += Number(isRefused);
      (isRefused ? deps.complain : deps.print)(`${call.files[at]}: ${text}`);
    }
  return refused === 0 ? 0 : 1;
}

function parseCall(args: readonly string[]): TakeMailCall | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { province: { type: "string" } },
    });
    return { files: positionals, province: values.province ?? null };
  } catch {
    return null;
  }
}

/** What became of a mail, in a line for it or one for each of its files. */
export function sayMail(
  mail: Result<TakenMail>,
): readonly { readonly text: string; readonly isRefused: boolean }[] {
  if (!mail.ok) return [{ text: sayFailure(mail.failure, "vi"), isRefused: true }];
  return mail.value.lines.map((line) => {
    const files = line.files.join(" + ");
    return line.outcome === "refused"
      ? { text: `${files}: ${sayFailure(line.failure, "vi")}`, isRefused: true }
      : { text: `${files}: đã nhận, chờ đặt chỗ / taken in`, isRefused: false };
  });
}
