import { basename } from "node:path";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { tryBackupPath, type WrittenBackup, writeBackup } from "../store/backup-write.ts";
import { type Connection, withClient } from "../store/connection.ts";
import type { FileStore } from "../store/files.ts";
import { logInstallation } from "../store/installation-log.ts";
import { type Migration, readSchemaState } from "../store/migrations.ts";

export type { WrittenBackup } from "../store/backup-write.ts";

/** The shortest passphrase that a backup is encrypted with. */
const shortestPassphrase = 12;

/**
 * Backs an installation up into one new file at `path`, while it may be in use, and tells of it in the logs. Fails with
 * `backup.file-exists`, `backup.cannot-write`, `backup.passphrase-short`, `database.schema-behind`, and with what can
 * befall a connection.
 */
export async function backup(request: {
  readonly owner: Connection;
  readonly files: FileStore;
  readonly path: string;
  readonly migrations: readonly Migration[];
  readonly program: string;
  readonly postgres: string;
  readonly now: Date;
  /** Encrypts the file; null: it stays plain. */
  readonly passphrase: string | null;
  /** Ids of the entries in the logs; null: nothing is told. */
  readonly newId: (() => string) | null;
  readonly onStep?: (step: string) => void | Promise<void>;
}): Promise<Result<WrittenBackup>> {
  const { path, migrations, files, program, postgres, onStep, passphrase } = request;
  if (passphrase !== null && [...passphrase].length < shortestPassphrase)
    return fail("backup.passphrase-short", { shortest: shortestPassphrase });
  return withClient(request.owner, async (client) => {
    const state = await readSchemaState(client, migrations);
    if (!state.ok) return state;
    if (state.value.missing.length > 0)
      return fail("database.schema-behind", { missing: state.value.missing.length });
    try {
      await tryBackupPath(path);
      const written = await writeBackup({
        ...{ client, files, path, program, postgres, passphrase },
        ...{ schema: state.value.applied, madeAt: request.now.toISOString() },
        ...(onStep === undefined ? {} : { onStep }),
      });
      await tell(client, written, request);
      return succeed(written);
    } catch (error) {
      const code =
        error instanceof Error && "syscall" in error && "code" in error ? String(error.code) : null;
      if (code === null) throw error;
      return code === "EEXIST"
        ? fail("backup.file-exists", { path })
        : fail("backup.cannot-write", { path, reason: code });
    }
  });
}

/** What has left the house stands in the log of each province, in a transaction after the backup's own. */
async function tell(
  client: Parameters<typeof logInstallation>[0],
  { manifest }: WrittenBackup,
  request: Parameters<typeof backup>[0],
): Promise<void> {
  const { newId, now, path, passphrase } = request;
  if (newId === null) return;
  const rows = manifest.parts.reduce((sum, part) => sum + part.rows, 0);
  const after = { file: basename(path), rows, files: manifest.files.count, encrypted: passphrase !== null };
  await client.query("begin");
  await logInstallation(
    client,
    { kind: "export", what: "backup", who: "sauro backup", at: now, after },
    newId,
  );
  await client.query("commit");
}
