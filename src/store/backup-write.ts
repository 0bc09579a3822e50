import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { link, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type Readable, Transform, type TransformCallback } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { ZipFile } from "yazl";
import { encrypted } from "./backup-cipher.ts";
import {
  backupFormat,
  fileFolder,
  type Manifest,
  type ManifestPart,
  manifestEntry,
  sealEntry,
} from "./backup-format.ts";
import {
  listSequences,
  listTables,
  openProvince,
  provincesWithRows,
  quoteColumns,
  quoteTable,
  type TableShape,
} from "./backup-tables.ts";
import { syncFolder } from "./durable-file.ts";
import { type FileHash, type FileStore, fileHash } from "./files.ts";

export interface BackupRequest {
  /** A connection of the owner's login, not in a transaction. */
  readonly client: pg.ClientBase;
  readonly files: FileStore;
  /** The file to write; it must not exist. */
  readonly path: string;
  readonly program: string;
  readonly postgres: string;
  readonly schema: number;
  readonly madeAt: string;
  /** Encrypts the file; null: it stays plain. */
  readonly passphrase: string | null;
  /** Told the name of each table before it is written, and "files" before the files; waited for. */
  readonly onStep?: (step: string) => void | Promise<void>;
}

export interface WrittenBackup {
  readonly manifest: Manifest;
  /** Files of the store whose content is no longer what their name says; they are not in the backup. */
  readonly damaged: readonly FileHash[];
}

/**
 * Writes a backup: all tables as of one moment, then the files. The file appears under its name when it is whole and
 * on the disk. Rejects with the system's error when it cannot be written; nothing is left behind then.
 */
export async function writeBackup(request: BackupRequest): Promise<WrittenBackup> {
  const half = `${request.path}.partial`;
  // Passwords of people, hashed, are in it: for this account's eyes only.
  const output = createWriteStream(half, { flags: "w", mode: 0o600, flush: true });
  const zip = new ZipFile();
  const { passphrase } = request;
  const writing =
    passphrase === null
      ? pipeline(zip.outputStream, output)
      : pipeline(encrypted(zip.outputStream, passphrase), output);
  // A disk that fills up ends the stream; the step that waits for the stream then has to end too.
  const broken = new Promise<never>((_, reject) => writing.catch(reject));
  broken.catch(() => undefined);
  try {
    const written = await Promise.race([fillArchive(zip, request), broken]);
    zip.end();
    await writing;
    await link(half, request.path);
    return written;
  } finally {
    output.destroy();
    await rm(half, { force: true });
    syncFolder(dirname(request.path));
  }
}

/** Whether a backup can be written here, found out before the work: rejects with the system's error when not. */
export async function tryBackupPath(path: string): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  await handle.close();
  await rm(path);
}

async function fillArchive(zip: ZipFile, request: BackupRequest): Promise<WrittenBackup> {
  const { client } = request;
  await client.query("begin isolation level repeatable read read only");
  try {
    const tables = await listTables(client);
    const parts: ManifestPart[] = [];
    for (const table of tables) {
      await request.onStep?.(`${table.schema}.${table.name}`);
      const provinces = table.isOfProvince ? await provincesWithRows(client, table) : [null];
      for (const province of provinces) parts.push(await writePart(zip, client, table, province));
    }
    const sequences = await listSequences(client);
    await client.query("commit");
    // A file is on the disk before its row is committed, so every row of the snapshot finds its file here.
    await request.onStep?.("files");
    const files = await writeFiles(zip, request.files);
    const manifest: Manifest = {
      ...{ format: backupFormat, program: request.program, postgres: request.postgres },
      ...{ schema: request.schema, madeAt: request.madeAt, parts, files: files.total },
      tables: tables.map(({ schema, name, columns }) => ({ schema, name, columns: [...columns] })),
      sequences: [...sequences],
    };
    const text = Buffer.from(JSON.stringify(manifest, null, 1));
    zip.addBuffer(text, manifestEntry);
    zip.addBuffer(Buffer.from(createHash("sha256").update(text).digest("hex")), sealEntry);
    return { manifest, damaged: files.damaged };
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

async function writePart(
  zip: ZipFile,
  client: pg.ClientBase,
  table: TableShape,
  province: number | null,
): Promise<ManifestPart> {
  const columns = quoteColumns(table.columns);
  if (province !== null) await openProvince(client, province);
  const source = `select ${columns} from ${quoteTable(table)}${province === null ? "" : ` where province_id = ${province}`}`;
  const suffix = province === null ? "" : `.${province}`;
  const entry = `tables/${table.schema}.${table.name}${suffix}.copy`;
  const rows = client.query(copyTo(`copy (${source}) to stdout`));
  const sha256 = await writeEntry(zip, rows, entry, true);
  return { entry, schema: table.schema, name: table.name, rows: rows.rowCount, sha256 };
}

async function writeFiles(
  zip: ZipFile,
  files: FileStore,
): Promise<{ total: Manifest["files"]; damaged: readonly FileHash[] }> {
  let count = 0;
  let total = 0;
  const damaged: FileHash[] = [];
  for await (const { hash, bytes } of files.list()) {
    const sound = await isSound(files, hash);
    const content = sound === true ? await files.read(hash) : null;
    if (sound === false) damaged.push(hash);
    // What no row needed was swept meanwhile.
    if (content === null) continue;
    await writeEntry(zip, content, `${fileFolder}${hash}`, false);
    count += 1;
    total += bytes;
  }
  return { total: { count, bytes: total }, damaged };
}

/** Whether a file holds what its name says; null when it is gone. */
async function isSound(files: FileStore, hash: FileHash): Promise<boolean | null> {
  const digest = createHash("sha256");
  const content = await files.read(hash);
  if (content === null) return null;
  for await (const chunk of content) digest.update(chunk);
  return fileHash(digest.digest("hex")) === hash;
}

/** Writes one entry, waits until it went through, and gives the SHA-256 of its content. */
async function writeEntry(
  zip: ZipFile,
  content: Readable,
  entry: string,
  compress: boolean,
): Promise<string> {
  const digest = createHash("sha256");
  const meter = new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      digest.update(chunk);
      done(null, chunk);
    },
  });
  zip.addReadStream(meter, entry, { compress, mode: 0o100600 });
  await Promise.all([pipeline(content, meter), finished(meter)]);
  return digest.digest("hex");
}
