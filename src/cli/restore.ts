import type { Result } from "../domain/basics/result.ts";
import { sayNumber } from "../domain/language/language.ts";
import type { RestoreStep } from "../operations/restore.ts";
import { parseArguments } from "./arguments.ts";
import { type Console, complainOfFailure } from "./console.ts";

/** What a restored backup says of itself. */
export interface RestoredBackup {
  readonly madeAt: string;
  readonly tables: readonly unknown[];
  readonly parts: readonly { readonly rows: number }[];
  readonly files: { readonly count: number };
}

export interface RestoreCommandDependencies extends Console {
  readonly restore: (
    call: { readonly path: string; readonly replace: boolean; readonly passphraseFile: string | null },
    onStep: (step: RestoreStep) => void,
  ) => Promise<Result<RestoredBackup>>;
}

const form = {
  name: "restore",
  usage: "sauro restore FILE [--replace] [--passphrase-file FILE]",
  positionals: ["FILE"],
  flags: ["--replace"],
  values: ["--passphrase-file"],
};

const steps: Readonly<Record<RestoreStep, string>> = {
  verifying: "Đang kiểm tra bản sao lưu… / Checking the backup…",
  files: "Đang khôi phục tệp… / Restoring files…",
  tables: "Đang khôi phục bảng… / Restoring tables…",
};

/** `sauro restore FILE [--replace] [--passphrase-file FILE]`. Exit code 0 restored, 1 not restored and nothing changed, 2 for a wrong call. */
export async function runRestore(
  args: readonly string[],
  deps: RestoreCommandDependencies,
): Promise<0 | 1 | 2> {
  const call = parseArguments(form, args);
  if (!call.ok) {
    complainOfFailure(call.failure, deps);
    return 2;
  }
  const path = call.value.positionals[0] ?? "";
  const replace = call.value.flags.has("--replace");
  const passphraseFile = call.value.values.get("--passphrase-file") ?? null;
  const wish = { path, replace, passphraseFile };
  const restored = await deps.restore(wish, (step) => deps.complain(steps[step]));
  if (!restored.ok) {
    complainOfFailure(restored.failure, deps);
    return 1;
  }
  const { madeAt, tables, parts, files } = restored.value;
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  deps.print(
    `Đã khôi phục bản sao lưu lúc ${madeAt}: ${tables.length} bảng, ${sayNumber(rows, "vi")} dòng, ${sayNumber(files.count, "vi")} tệp.`,
  );
  deps.print(
    `Restored the backup of ${madeAt}: ${tables.length} tables, ${sayNumber(rows, "en")} rows, ${sayNumber(files.count, "en")} files.`,
  );
  return 0;
}
