/**
 * Compound files (MS-CFB), the container of Word 97-2003, old Excel, Outlook messages and of encrypted Office
 * documents: names at the root, and the bytes of a stream.
 */
const signature = Buffer.from("d0cf11e0a1b11ae1", "hex");
/** Sector numbers from here on are marks, not sectors (MS-CFB 2.1). */
const endOfChain = 0xfffffffa;
const entrySize = 128;
/** Most directory entries looked at: the root level of an office file has some dozen. */
const mostEntries = 4096;
const pointersInHeader = 109;
/** Streams shorter than this stand in the small sectors of 64 bytes (MS-CFB 2.2, always 4096). */
const smallStream = 4096;
const smallSector = 64;

/** Whether the bytes begin as a compound file does. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return signature.equals(bytes.subarray(0, signature.length));
}

/** Names of the streams and storages at the root, in no order; null when the directory is broken. Never throws. */
export function rootEntryNames(bytes: Uint8Array): readonly string[] | null {
  return unlessBroken(() => {
    const directory = readDirectory(layoutOf(bytes));
    return directory.length === 0 ? null : rootEntries(directory).map((entry) => entry.name);
  });
}

/**
 * The bytes of a stream at the root; null when there is none of this name, or its sectors are not all there or run in
 * a ring. Never throws.
 */
export function rootStream(bytes: Uint8Array, name: string): Buffer | null {
  return unlessBroken(() => {
    const file = layoutOf(bytes);
    const directory = readDirectory(file);
    const entry = rootEntries(directory).find((candidate) => candidate.name === name);
    const [root] = directory;
    if (!entry || !root || entry.size > file.buffer.length) return null;
    if (entry.size >= smallStream) return streamOf(file, entry.first, entry.size);
    return smallStreamOf(file, root, entry);
  });
}

/** A pointer beyond the end makes Buffer reads throw RangeError; nothing else is expected here. */
function unlessBroken<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface Layout {
  readonly buffer: Buffer;
  readonly sectorSize: number;
  /** Sectors of the table of sectors, in order. */
  readonly tables: readonly number[];
}

interface DirectoryEntry {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly first: number;
  readonly size: number;
}

function layoutOf(bytes: Uint8Array): Layout {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = buffer.readUInt16LE(30);
  const sectorSize = shift === 12 ? 4096 : 512;
  if (shift !== 9 && shift !== 12) return { buffer, sectorSize, tables: [] };
  return { buffer, sectorSize, tables: tableSectors(buffer, sectorSize) };
}

/** The sectors that hold the table: 109 in the header, more in a chain of their own (files over 7 MB). */
function tableSectors(buffer: Buffer, sectorSize: number): readonly number[] {
  const tables: number[] = [];
  for (let i = 0; i < pointersInHeader; i++) tables.push(buffer.readUInt32LE(76 + i * 4));
  const most = Math.ceil(buffer.length / sectorSize);
  const perSector = sectorSize / 4 - 1;
  let next = buffer.readUInt32LE(68);
  for (let seen = 0; next < endOfChain && seen < most; seen++) {
    const start = (next + 1) * sectorSize;
    // A file cut short still tells what it is: what is beyond the end is found missing where it is needed.
    if (start + sectorSize > buffer.length) break;
    for (let i = 0; i < perSector; i++) tables.push(buffer.readUInt32LE(start + i * 4));
    next = buffer.readUInt32LE(start + perSector * 4);
  }
  return tables;
}

function readDirectory(file: Layout): readonly DirectoryEntry[] {
  const { buffer, sectorSize, tables } = file;
  const entries: DirectoryEntry[] = [];
  let sector = tables.length === 0 ? endOfChain : buffer.readUInt32LE(48);
  while (sector < endOfChain && entries.length < mostEntries) {
    const start = (sector + 1) * sectorSize;
    for (let at = start; at < start + sectorSize; at += entrySize) entries.push(readEntry(buffer, at));
    sector = nextSector(file, sector);
  }
  return entries;
}

function readEntry(buffer: Buffer, at: number): DirectoryEntry {
  const bytesOfName = Math.min(64, buffer.readUInt16LE(at + 64));
  return {
    name: buffer.toString("utf16le", at, at + Math.max(0, bytesOfName - 2)),
    left: buffer.readUInt32LE(at + 68),
    right: buffer.readUInt32LE(at + 72),
    child: buffer.readUInt32LE(at + 76),
    first: buffer.readUInt32LE(at + 116),
    size: buffer.readUInt32LE(at + 120),
  };
}

/** The sector that follows in the chain. */
function nextSector({ buffer, sectorSize, tables }: Layout, sector: number): number {
  const perTable = sectorSize / 4;
  const table = tables[Math.floor(sector / perTable)] ?? endOfChain;
  if (table >= endOfChain) return endOfChain;
  return buffer.readUInt32LE((table + 1) * sectorSize + (sector % perTable) * 4);
}

/** Walks the tree of siblings under the root; each entry once, so that a ring of pointers ends. */
function rootEntries(directory: readonly DirectoryEntry[]): readonly DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  const seen = new Set<number>();
  const waiting = [directory[0]?.child ?? endOfChain];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = directory[index];
    if (!entry || seen.has(index)) continue;
    seen.add(index);
    entries.push(entry);
    waiting.push(entry.left, entry.right);
  }
  return entries;
}

/** A chain of sectors as one run of bytes; null when it ends before its size. A ring ends with the size. */
function streamOf(file: Layout, first: number, size: number): Buffer | null {
  const { buffer, sectorSize } = file;
  const parts: Buffer[] = [];
  let missing = size;
  for (let sector = first; missing > 0; sector = nextSector(file, sector)) {
    const start = (sector + 1) * sectorSize;
    if (sector >= endOfChain || start >= buffer.length) return null;
    const part = buffer.subarray(start, Math.min(start + Math.min(sectorSize, missing), buffer.length));
    parts.push(part);
    missing -= part.length;
    if (part.length < sectorSize && missing > 0) return null;
  }
  return Buffer.concat(parts);
}

/** A short stream, out of the small sectors that the root entry holds as its own stream. */
function smallStreamOf(file: Layout, root: DirectoryEntry, entry: DirectoryEntry): Buffer | null {
  const { buffer, sectorSize } = file;
  if (entry.size === 0) return Buffer.alloc(0);
  const holder = streamOf(file, root.first, Math.min(root.size, buffer.length));
  const tableSize = Math.min(buffer.readUInt32LE(64) * sectorSize, buffer.length);
  const table = streamOf(file, buffer.readUInt32LE(60), tableSize);
  if (!holder || !table) return null;
  const parts: Buffer[] = [];
  let missing = entry.size;
  for (let sector = entry.first; missing > 0; sector = table.readUInt32LE(sector * 4)) {
    const part = holder.subarray(sector * smallSector, sector * smallSector + Math.min(smallSector, missing));
    if (sector >= endOfChain || part.length === 0) return null;
    parts.push(part);
    missing -= part.length;
  }
  return Buffer.concat(parts);
}
