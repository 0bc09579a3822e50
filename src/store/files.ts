import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, opendir, rename, rm, stat } from "node:fs/promises";
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
}

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
  if ((await sizeOf(path)) === bytes) {
    await rm(half);
  } else {
    await mkdir(dirname(path), { recursive: true });
    await rename(half, path);
    for (const parent of [dirname(path), dirname(dirname(path)), folder]) syncFolder(parent);
  }
  return { hash, bytes };
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
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
