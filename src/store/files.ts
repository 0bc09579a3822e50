import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, opendir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { syncFolder } from "./durable-file.ts";

declare const fileHashBrand: unique symbol;

/** SHA-256 of the content of a file, 64 lower-case hexadecimal digits: the name under which it is kept. */
export type FileHash = string & { readonly [fileHashBrand]: true };

/** A file as the store lists it; `bytes` is its size. */
export interface StoredFile {
  readonly hash: FileHash;
  readonly bytes: number;
}

/** Where the files of an installation are kept: by content, so that one file is kept once and never changes. */
export interface FileStore {
  /** Keeps a file; when this settles, it is on the disk and survives a power cut. The same content again costs nothing. */
  readonly put: (content: AsyncIterable<Uint8Array>) => Promise<StoredFile>;
  /** The content, or null when there is no such file. */
  readonly read: (hash: FileHash) => Promise<Readable | null>;
  /** All files, in no order; one at a time, however many there are. */
  readonly list: () => AsyncIterable<StoredFile>;
  /**
   * Removes the files put before an instant that nobody needs any more, and what was left half written before it. `neededOf`
   * gives those of some hashes that are needed. Gives what was removed.
   */
  readonly sweep: (before: Date, neededOf: NeededFiles) => Promise<readonly StoredFile[]>;
  /** Removes a file at once, unless it is needed. */
  readonly discard: (hash: FileHash, neededOf: NeededFiles) => Promise<void>;
}

/** Which of some files are needed. */
export type NeededFiles = (hashes: readonly FileHash[]) => Promise<ReadonlySet<string>>;

/** Reads a hash; null for anything that is not one. */
export function fileHash(text: string): FileHash | null {
  // The form was checked, so the text is a FileHash.
  return /^[0-9a-f]{64}$/.test(text) ? (text as FileHash) : null;
}

/** Keeps files in a folder, which may be shared by several machines: `ab/cd/abcd….`; half-written ones are apart. */
export function openFileFolder(folder: string): FileStore {
  const pathOf = (hash: FileHash) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  return {
    put: (content) => putFile(folder, pathOf, content),
    read: async (hash) => ((await sizeOf(pathOf(hash))) === null ? null : createReadStream(pathOf(hash))),
    list: () => listFiles(folder),
    sweep: (before, neededOf) => sweepFiles(folder, pathOf, before, neededOf),
    discard: async (hash, neededOf) => {
      if (!(await neededOf([hash])).has(hash)) await rm(pathOf(hash), { force: true });
    },
  };
}

async function putFile(
  folder: string,
  pathOf: (hash: FileHash) => string,
  content: AsyncIterable<Uint8Array>,
): Promise<StoredFile> {
  const incoming = join(folder, "incoming");
  await mkdir(incoming, { recursive: true });
  const half = join(incoming, randomUUID());
  const handle = await open(half, "wx", 0o600);
  const digest = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of content) {
      digest.update(chunk);
      bytes += chunk.length;
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(half, { force: true });
    throw error;
  }
  await handle.close();
  // A digest of SHA-256 in hexadecimal is a FileHash.
  const hash = digest.digest("hex") as FileHash;
  const path = pathOf(hash);
  if ((await sizeOf(path)) === bytes && (await touched(path))) {
    await rm(half);
  } else {
    await mkdir(dirname(path), { recursive: true });
    await rename(half, path);
    for (const parent of [dirname(path), dirname(dirname(path)), folder]) syncFolder(parent);
  }
  return { hash, bytes };
}

/** Marks a file as put just now, so that no sweep takes it; false when one has taken it already. */
async function touched(path: string): Promise<boolean> {
  const now = new Date();
  return unlessMissing(utimes(path, now, now).then(() => true)).then((done) => done ?? false);
}

const sweptAtOnce = 1000;

async function sweepFiles(
  folder: string,
  pathOf: (hash: FileHash) => string,
  before: Date,
  neededOf: NeededFiles,
): Promise<readonly StoredFile[]> {
  const isOld = async (path: string) => {
    const found = await unlessMissing(stat(path));
    return found !== null && found.mtimeMs < before.getTime();
  };
  const incoming = join(folder, "incoming");
  for (const half of (await unlessMissing(readdir(incoming))) ?? [])
    if (await isOld(join(incoming, half))) await rm(join(incoming, half), { force: true });
  const old: StoredFile[] = [];
  for await (const file of listFiles(folder)) if (await isOld(pathOf(file.hash))) old.push(file);
  const removed: StoredFile[] = [];
  for (let from = 0; from < old.length; from += sweptAtOnce) {
    const some = old.slice(from, from + sweptAtOnce);
    const needed = await neededOf(some.map(({ hash }) => hash));
    for (const file of some)
      if (!needed.has(file.hash) && (await removeOld(pathOf(file.hash), join(incoming, randomUUID()), isOld)))
        removed.push(file);
  }
  return removed;
}

/**
 * Takes a file away, unless it is put again meanwhile: it is moved aside first, and whoever puts it either finds it gone and
 * writes it anew, or has touched it before, which shows here.
 */
async function removeOld(
  path: string,
  aside: string,
  isOld: (path: string) => Promise<boolean>,
): Promise<boolean> {
  await mkdir(dirname(aside), { recursive: true });
  const moved = await unlessMissing(rename(path, aside).then(() => true));
  if (moved === null) return false;
  const isGone = await isOld(aside);
  await (isGone ? rm(aside) : rename(aside, path));
  return isGone;
}

async function* listFiles(folder: string): AsyncGenerator<StoredFile> {
  for await (const outer of foldersIn(folder))
    for await (const inner of foldersIn(join(folder, outer)))
      for await (const entry of await opendir(join(folder, outer, inner))) {
        const hash = fileHash(entry.name);
        const bytes = hash === null ? null : await sizeOf(join(folder, outer, inner, entry.name));
        if (hash !== null && bytes !== null) yield { hash, bytes };
      }
}

async function* foldersIn(folder: string): AsyncGenerator<string> {
  if ((await stat(folder).catch(() => null)) === null) return;
  for await (const entry of await opendir(folder))
    if (entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name)) yield entry.name;
}

/** Size of a file, or null when it is not there; a file system that fails is another matter and thrown. */
async function sizeOf(path: string): Promise<number | null> {
  return (await unlessMissing(stat(path)))?.size ?? null;
}

/** What is asked of a file or folder, or null when it is not there. */
async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
