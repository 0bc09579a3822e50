import type { Result } from "../domain/basics/result.ts";
import { sayNumber } from "../domain/language/language.ts";
import type { WrittenBackup } from "../operations/backup.ts";
import { parseArguments } from "./arguments.ts";
import { type Console, complainOfFailure } from "./console.ts";

/** What a person asks of `sauro backup`. */
export interface BackupCall {
  readonly path: string;
  readonly encrypt: boolean;
  /** The file whose first line is the passphrase; null: it comes by the environment. */
  readonly passphraseFile: string | null;
}

export interface BackupCommandDependencies extends Console {
  readonly backup: (call: BackupCall, onStep: (step: string) => void) => Promise<Result<WrittenBackup>>;
}

const form = {
  name: "backup",
  usage: "sauro backup FILE [--encrypt] [--passphrase-file FILE]",
  positionals: ["FILE"],
  flags: ["--encrypt"],
  values: ["--passphrase-file"],
};

/** `sauro backup FILE [--encrypt]`. Exit code 0 written whole, 1 not written or a kept file is damaged, 2 for a wrong call. */
export async function runBackup(
  args: readonly string[],
  deps: BackupCommandDependencies,
): Promise<0 | 1 | 2> {
  const call = parseArguments(form, args);
  if (!call.ok) {
    complainOfFailure(call.failure, deps);
    return 2;
  }
  const path = call.value.positionals[0] ?? "";
  const passphraseFile = call.value.values.get("--passphrase-file") ?? null;
  // Who names a passphrase wants it used.
  const encrypt = call.value.flags.has("--encrypt") || passphraseFile !== null;
  const written = await deps.backup({ path, encrypt, passphraseFile }, (step) => deps.complain(`… ${step}`));
  if (!written.ok) {
    complainOfFailure(written.failure, deps);
    return 1;
  }
  const { manifest, damaged } = written.value;
  const rows = manifest.parts.reduce((sum, part) => sum + part.rows, 0);
  const count = (language: "vi" | "en", number: number) => sayNumber(number, language, 0);
  deps.print(
    `Đã sao lưu vào ${path}: ${count("vi", manifest.tables.length)} bảng, ${count("vi", rows)} dòng, ${count("vi", manifest.files.count)} tệp.`,
  );
  deps.print(
    `Backed up to ${path}: ${count("en", manifest.tables.length)} tables, ${count("en", rows)} rows, ${count("en", manifest.files.count)} files.`,
  );
  if (encrypt) deps.print("Bản sao lưu được mã hóa (age). / The backup is encrypted (age).");
  for (const hash of damaged)
    deps.complain(
      `Tệp ${hash} đã hỏng, không có trong bản sao lưu. / This file is damaged and not in the backup.`,
    );
  return damaged.length === 0 ? 0 : 1;
}
