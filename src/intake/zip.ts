import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import yauzl from "yauzl";
import { fail, type Result, succeed } from "../domain/basics/result.ts";

/** What an archive may be before anything of it is inflated. */
export interface ArchiveLimits {
  /** Most entries of the directory. */
  readonly entries: number;
  /** Most bytes of all entries together, as the directory declares them. */
  readonly totalBytes: number;
  /** Most declared bytes for each stored byte, asked of entries over `ratioFrom` bytes only. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

/** Generous for any office document, tight for a bomb: deflate reaches 1,032:1, honest text 5 to 50:1. */
export const documentLimits: ArchiveLimits = {
  entries: 2000,
  totalBytes: 300_000_000,
  ratio: 100,
  ratioFrom: 1_000_000,
};

/** An opened archive: its directory was read and held to the limits; entries are inflated when asked for. */
export interface Archive {
  /** Names of the files as stored, directories left out, in the order of the directory. */
  readonly names: readonly string[];
  /**
   * The bytes of one entry. Capitals in the name do not matter (part names of OPC do not tell them apart,
   * ECMA-376 part 2 §6.2.2.3). Fails with `file.part-missing` or `file.damaged` ({ part }).
   */
  read(name: string): Promise<Result<Uint8Array>>;
}

const inflate = promisify(inflateRaw);
const endRecord = Buffer.from("PK\x05\x06", "latin1");
const stored = 0;
const deflated = 8;

/**
 * Opens a zip archive held in memory. Fails with `file.not-archive`, `file.damaged` ({ part }), `file.encrypted`,
 * `file.zip64`, `file.too-many-parts` ({ count, limit }), `file.too-large` ({ megabytes, limit }) or
 * `file.bomb` ({ part }). Never throws for what the bytes hold.
 */
export async function openArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits = documentLimits,
): Promise<Result<Archive>> {
  const buffer = withoutPadding(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const foreign = recogniseForeign(buffer);
  if (foreign) return foreign;
  const zip = await yauzl.fromBufferPromise(buffer, { strictFileNames: false }).catch(() => null);
  if (!zip) return fail("file.damaged", { part: "" });
  if (zip.entryCount > limits.entries)
    return fail("file.too-many-parts", { count: zip.entryCount, limit: limits.entries });
  const directory = await readDirectory(zip, limits);
  if (!directory.ok) return directory;
  const byName = directory.value;
  return succeed({
    names: [...byName.values()].map((entry) => entry.fileName),
    read: async (name) => {
      const entry = byName.get(name.toLowerCase());
      return entry ? readEntry(zip, entry, buffer) : fail("file.part-missing", { part: name });
    },
  });
}

/** Without the zeros and line ends that mail gateways and downloads leave behind the end record. */
function withoutPadding(buffer: Buffer): Buffer {
  const end = buffer.lastIndexOf(endRecord);
  if (end < 0 || end + 22 > buffer.length) return buffer;
  const behind = buffer.subarray(end + 22 + buffer.readUInt16LE(end + 20));
  return behind.every((byte) => byte === 0 || byte === 0x0a || byte === 0x0d || byte === 0x20)
    ? buffer.subarray(0, buffer.length - behind.length)
    : buffer;
}

/** What is no zip, or a zip that no document needs to be; null when yauzl shall have a look. */
function recogniseForeign(buffer: Buffer): Result<never> | null {
  // Office encrypts a document by putting it into a compound file (MS-OFFCRYPTO §2.3), not by zip encryption.
  if (buffer.subarray(0, 8).equals(Buffer.from("d0cf11e0a1b11ae1", "hex")))
    return buffer.includes(Buffer.from("EncryptedPackage", "utf16le"))
      ? fail("file.encrypted")
      : fail("file.not-archive");
  if (buffer.subarray(0, 2).toString("latin1") !== "PK") return fail("file.not-archive");
  return hasZip64Directory(buffer) ? fail("file.zip64") : null;
}

/**
 * A ZIP64 directory is for archives over 4 GB; smaller ones use it to show two programs two directories.
 * Its locator stands 20 bytes before the end record (APPNOTE.TXT 4.3.15), which may stand anywhere in the last 64 KB.
 */
function hasZip64Directory(buffer: Buffer): boolean {
  const earliest = Math.max(0, buffer.length - 65_557);
  for (let end = buffer.lastIndexOf(endRecord); end >= earliest; ) {
    if (end >= 20 && buffer.readUInt32LE(end - 20) === 0x07064b50) return true;
    if (end === 0) break;
    end = buffer.lastIndexOf(endRecord, end - 1);
  }
  return false;
}

async function readDirectory(
  zip: yauzl.ZipFile,
  limits: ArchiveLimits,
): Promise<Result<Map<string, yauzl.Entry>>> {
  const entries = await listEntries(zip);
  if (!entries) return fail("file.damaged", { part: "" });
  const byName = new Map<string, yauzl.Entry>();
  let total = 0;
  for (const entry of entries) {
    const part = entry.fileName;
    if (entry.isEncrypted()) return fail("file.encrypted");
    total += entry.uncompressedSize;
    if (total > limits.totalBytes)
      return fail("file.too-large", {
        megabytes: Math.ceil(total / 1e6),
        limit: Math.floor(limits.totalBytes / 1e6),
      });
    if (
      entry.uncompressedSize > limits.ratioFrom &&
      entry.uncompressedSize > limits.ratio * entry.compressedSize
    )
      return fail("file.bomb", { part });
    if (part.endsWith("/")) continue;
    // Two entries of one name: one program would show the first, another the last.
    if (byName.has(part.toLowerCase())) return fail("file.damaged", { part });
    byName.set(part.toLowerCase(), entry);
  }
  return succeed(byName);
}

/** All entries, or null when the directory is broken or names a path outside the archive. */
async function listEntries(zip: yauzl.ZipFile): Promise<readonly yauzl.Entry[] | null> {
  const entries: yauzl.Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch {
    return null;
  }
  return entries;
}

async function readEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  buffer: Buffer,
): Promise<Result<Uint8Array>> {
  const damaged = fail("file.damaged", { part: entry.fileName });
  const header = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch(() => null);
  if (!header) return damaged;
  const end = header.fileDataStart + entry.compressedSize;
  if (end > buffer.length) return damaged;
  const raw = buffer.subarray(header.fileDataStart, end);
  const bytes = await decode(entry, raw);
  if (!bytes || bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) return damaged;
  return succeed(bytes);
}

/** The content, or null: a method no document uses, a broken stream, or more bytes than declared. */
async function decode(entry: yauzl.Entry, raw: Buffer): Promise<Buffer | null> {
  if (entry.compressionMethod === stored) return raw;
  if (entry.compressionMethod !== deflated) return null;
  // Inflating stops at the declared size: what the directory hides never reaches memory.
  return inflate(raw, { maxOutputLength: Math.max(1, entry.uncompressedSize) }).catch(() => null);
}
