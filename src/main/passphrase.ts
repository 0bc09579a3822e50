import { readFile } from "node:fs/promises";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { World } from "./world.ts";

/**
 * The passphrase of a backup: the first line of a file, else `SAURO_BACKUP_PASSPHRASE`; null: none was given. Composed
 * (NFC), for keyboards write Vietnamese in two forms. Fails with `backup.passphrase-unreadable`.
 */
export async function readPassphrase(
  { environment }: Pick<World, "environment">,
  file: string | null,
): Promise<Result<string | null>> {
  if (file === null) return succeed(environment.SAURO_BACKUP_PASSPHRASE?.normalize("NFC") || null);
  try {
    const [line = ""] = (await readFile(file, "utf8")).split(/\r?\n/, 1);
    return line === ""
      ? fail("backup.passphrase-unreadable", { path: file, reason: "…" })
      : succeed(line.normalize("NFC"));
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error && "code" in error)) throw error;
    return fail("backup.passphrase-unreadable", { path: file, reason: String(error.code) });
  }
}
