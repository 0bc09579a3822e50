import { rm } from "node:fs/promises";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { decryptBackup, isEncrypted } from "../store/backup-cipher.ts";
import type { Manifest } from "../store/backup-format.ts";
import { readManifest, verifyBackup } from "../store/backup-read.ts";
import { findEnteredData } from "../store/backup-tables.ts";
import { type Connection, withClient } from "../store/connection.ts";
import type { FileStore } from "../store/files.ts";
import { logInstallation } from "../store/installation-log.ts";
import { type Migration, readSchemaState } from "../store/migrations.ts";
import { restoreFiles, restoreTables } from "../store/restore.ts";
import { keepServersOut } from "../store/serving-lock.ts";

export type RestoreStep = "verifying" | "files" | "tables";

/** What is restored, from where, and how. */
export interface RestoreRequest {
  readonly owner: Connection;
  readonly files: FileStore;
  readonly path: string;
  readonly migrations: readonly Migration[];
  readonly replace: boolean;
  /** Opens an encrypted backup; null: none was given. */
  readonly passphrase: string | null;
  /** Where an encrypted backup is decrypted to, for as long as it is restored: on the disk that holds the data anyway. */
  readonly workFile: string;
  readonly now: Date;
  /** Ids of the entries in the logs; null: nothing is told. */
  readonly newId: (() => string) | null;
  readonly onStep?: (step: RestoreStep) => void;
}

/**
 * Restores an installation from a backup, and tells of it in its logs. Everything is verified before anything is touched,
 * and an interruption leaves the old data. Over data that people entered it goes only with `replace`. Fails with the
 * failures of `backup.…`, and with what can befall a connection.
 */
export async function restore(request: RestoreRequest): Promise<Result<Manifest>> {
  const { path, passphrase, workFile } = request;
  request.onStep?.("verifying");
  try {
    if (!(await isEncrypted(path))) return await restorePlain(request, false);
    if (passphrase === null) return fail("backup.passphrase-needed", { path });
    const decrypted = await decryptBackup(path, passphrase, workFile);
    if (!decrypted.ok) return decrypted;
    const restored = await restorePlain({ ...request, path: workFile }, true);
    return restored.ok || restored.failure.detail.path !== workFile
      ? restored
      : fail(restored.failure.code, { ...restored.failure.detail, path });
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    return fail("backup.cannot-open", { path, reason: code });
  } finally {
    await rm(workFile, { force: true });
  }
}

async function restorePlain(request: RestoreRequest, encrypted: boolean): Promise<Result<Manifest>> {
  const { path, migrations } = request;
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
    const tell = tellOf(request, manifest.value, encrypted);
    const restored = await restoreTables({ client, path, manifest: manifest.value, migrations, tell });
    return restored.ok ? manifest : restored;
  });
}

async function readSoundManifest(path: string): Promise<Result<Manifest>> {
  const manifest = await readManifest(path);
  if (!manifest.ok) return manifest;
  const verified = await verifyBackup(path, manifest.value);
  return verified.ok ? succeed(manifest.value) : verified;
}

/** The code of an error of the file system; null for any other error. */
function systemCode(error: unknown): string | null {
  return error instanceof Error && "syscall" in error && "code" in error ? String(error.code) : null;
}

/** Writes into the logs as they were restored where they come from. */
function tellOf({ newId, now }: RestoreRequest, manifest: Manifest, encrypted: boolean) {
  if (newId === null) return undefined;
  const rows = manifest.parts.reduce((sum, part) => sum + part.rows, 0);
  const { madeAt, program, files } = manifest;
  const note = { kind: "change", what: "restore", who: "sauro restore", at: now } as const;
  const after = { madeAt, program, rows, files: files.count, encrypted };
  return (client: Parameters<typeof logInstallation>[0]) =>
    logInstallation(client, { ...note, after }, newId);
}

/** A database that no step was applied to holds nothing of ours; one that is ahead of the program may well. */
async function findData(
  client: Parameters<typeof findEnteredData>[0],
  migrations: readonly Migration[],
): Promise<string | null> {
  const state = await readSchemaState(client, migrations);
  return state.ok && state.value.applied === 0 ? null : findEnteredData(client);
}
