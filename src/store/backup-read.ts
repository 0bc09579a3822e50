import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type Entry, openPromise } from "yauzl";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { fileFolder, type Manifest, manifestEntry, manifestSchema, sealEntry } from "./backup-format.ts";

/** A backup's manifest is small; a larger one is no manifest. */
const largestManifest = 64_000_000;

/** Visits the entries of a backup one after the other; the visitor reads the content to its end, or not at all. */
export async function visitEntries(
  path: string,
  visit: (name: string, open: () => Promise<Readable>, bytes: number) => Promise<void>,
): Promise<void> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry())
      await visit(entry.fileName, () => openEntry(zip, entry), entry.uncompressedSize);
  } finally {
    zip.close();
  }
}

function openEntry(zip: Awaited<ReturnType<typeof openPromise>>, entry: Entry): Promise<Readable> {
  return zip.openReadStreamPromise(entry);
}

/** Reads what a backup says of itself. Fails with `backup.not-a-backup`. */
export async function readManifest(path: string): Promise<Result<Manifest>> {
  const found = new Map<string, Buffer>();
  try {
    await visitEntries(path, async (name, open, bytes) => {
      if ((name === manifestEntry || name === sealEntry) && bytes <= largestManifest)
        found.set(name, await buffer(await open()));
    });
  } catch (error) {
    if (isSystemError(error)) throw error;
    return fail("backup.not-a-backup", { path });
  }
  const text = found.get(manifestEntry);
  if (
    text === undefined ||
    createHash("sha256").update(text).digest("hex") !== found.get(sealEntry)?.toString()
  )
    return fail("backup.not-a-backup", { path });
  const manifest = manifestSchema.safeParse(JSON.parse(text.toString()));
  return manifest.success ? succeed(manifest.data) : fail("backup.not-a-backup", { path });
}

/** Reads the whole backup and compares every part with its checksum. Fails with `backup.damaged`. */
export async function verifyBackup(path: string, manifest: Manifest): Promise<Result<null>> {
  const expected = new Map(manifest.parts.map((part) => [part.entry, part.sha256]));
  let damaged: string | null = null;
  let files = 0;
  let bytes = 0;
  try {
    await visitEntries(path, async (name, open, size) => {
      if (damaged !== null || name === manifestEntry || name === sealEntry) return;
      const isFile = name.startsWith(fileFolder);
      const wanted = isFile ? name.slice(fileFolder.length) : expected.get(name);
      damaged = name;
      const digest = createHash("sha256");
      for await (const chunk of await open()) digest.update(chunk);
      if (digest.digest("hex") !== wanted) return;
      damaged = null;
      if (isFile) {
        files += 1;
        bytes += size;
      } else expected.delete(name);
    });
  } catch (error) {
    if (isSystemError(error)) throw error;
    return fail("backup.damaged", { path, part: damaged ?? "zip" });
  }
  const missing = expected.keys().next().value;
  const part =
    damaged ?? missing ?? (files === manifest.files.count && bytes === manifest.files.bytes ? null : "files");
  return part === null ? succeed(null) : fail("backup.damaged", { path, part });
}

/** An error of the disk or the file system, as opposed to a file that is not what it should be. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
