import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { tryBackupPath, type WrittenBackup, writeBackup } from "../store/backup-write.ts";
import { type Connection, withClient } from "../store/connection.ts";
import type { FileStore } from "../store/files.ts";
import { type Migration, readSchemaState } from "../store/migrations.ts";

export type { WrittenBackup } from "../store/backup-write.ts";

/**
 * Backs an installation up into one new file at `path`, while it may be in use. Fails with `backup.file-exists`,
 * `backup.cannot-write`, `database.schema-behind`, and with what can befall a connection.
 */
export async function backup(request: {
  readonly owner: Connection;
  readonly files: FileStore;
  readonly path: string;
  readonly migrations: readonly Migration[];
  readonly program: string;
  readonly postgres: string;
  readonly now: Date;
  readonly onStep?: (step: string) => void | Promise<void>;
}): Promise<Result<WrittenBackup>> {
  const { path, migrations, files, program, postgres, onStep } = request;
  return withClient(request.owner, async (client) => {
    const state = await readSchemaState(client, migrations);
    if (!state.ok) return state;
    if (state.value.missing.length > 0)
      return fail("database.schema-behind", { missing: state.value.missing.length });
    try {
      await tryBackupPath(path);
      const written = await writeBackup({
        ...{ client, files, path, program, postgres },
        ...{ schema: state.value.applied, madeAt: request.now.toISOString() },
        ...(onStep === undefined ? {} : { onStep }),
      });
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
