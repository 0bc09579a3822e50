import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Manifest } from "../store/backup-format.ts";
import { readManifest, verifyBackup } from "../store/backup-read.ts";
import { findEnteredData } from "../store/backup-tables.ts";
import { type Connection, withClient } from "../store/connection.ts";
import type { FileStore } from "../store/files.ts";
import { type Migration, readSchemaState } from "../store/migrations.ts";
import { restoreFiles, restoreTables } from "../store/restore.ts";
import { keepServersOut } from "../store/serving-lock.ts";

export type RestoreStep = "verifying" | "files" | "tables";

/**
 * Restores an installation from a backup. Everything is verified before anything is touched, and an interruption
 * leaves the old data. Over data that people entered it goes only with `replace`. Fails with the failures of
 * `backup.…`, and with what can befall a connection.
 */
export async function restore(request: {
  readonly owner: Connection;
  readonly files: FileStore;
  readonly path: string;
  readonly migrations: readonly Migration[];
  readonly replace: boolean;
  readonly onStep?: (step: RestoreStep) => void;
}): Promise<Result<Manifest>> {
  const { path, migrations } = request;
  request.onStep?.("verifying");
  const manifest = await readSoundManifest(path);
  if (!manifest.ok) return manifest;
  const { schema } = manifest.value;
  if (schema > migrations.length) return fail("backup.newer", { backup: schema, program: migrations.length });

  return withClient(request.owner, async (client) => {
    if (!(await keepServersOut(client))) return fail("backup.in-use");
    const entered = request.replace ? null : await findData(client, migrations);
    if (entered !== null) return fail("backup.has-data", { table: entered });
    request.onStep?.("files");
    await restoreFiles(path, request.files);
    request.onStep?.("tables");
    const restored = await restoreTables({ client, path, manifest: manifest.value, migrations });
    return restored.ok ? manifest : restored;
  });
}

async function readSoundManifest(path: string): Promise<Result<Manifest>> {
  try {
    const manifest = await readManifest(path);
    if (!manifest.ok) return manifest;
    const verified = await verifyBackup(path, manifest.value);
    return verified.ok ? succeed(manifest.value) : verified;
  } catch (error) {
    const code = error instanceof Error && "syscall" in error && "code" in error ? String(error.code) : null;
    if (code === null) throw error;
    return fail("backup.cannot-open", { path, reason: code });
  }
}

/** A database that no step was applied to holds nothing of ours; one that is ahead of the program may well. */
async function findData(
  client: Parameters<typeof findEnteredData>[0],
  migrations: readonly Migration[],
): Promise<string | null> {
  const state = await readSchemaState(client, migrations);
  return state.ok && state.value.applied === 0 ? null : findEnteredData(client);
}
