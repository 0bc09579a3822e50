/**
 * The directory of a compound file (MS-CFB), the container of Word 97-2003, old Excel, Outlook messages and of
 * encrypted Office documents. Only names are read, to tell what the file is.
 */
const signature = Buffer.from("d0cf11e0a1b11ae1", "hex");
const endOfChain = 0xfffffffa;
const entrySize = 128;
/** Most directory entries looked at: the root level of an office file has some dozen. */
const mostEntries = 4096;

/** Whether the bytes begin as a compound file does. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return signature.equals(bytes.subarray(0, signature.length));
}

/** Names of the streams and storages at the root, in no order; null when the directory is broken. Never throws. */
export function rootEntryNames(bytes: Uint8Array): readonly string[] | null {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const directory = readDirectory(buffer);
    return directory.length === 0 ? null : childNames(directory);
  } catch (error) {
    // A pointer beyond the end: Buffer reads throw RangeError, and nothing else is expected here.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface DirectoryEntry {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

function readDirectory(buffer: Buffer): readonly DirectoryEntry[] {
  const shift = buffer.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return [];
  const sectorSize = 1 << shift;
  const entries: DirectoryEntry[] = [];
  let sector = buffer.readUInt32LE(48);
  while (sector < endOfChain && entries.length < mostEntries) {
    const start = (sector + 1) * sectorSize;
    for (let at = start; at < start + sectorSize; at += entrySize) entries.push(readEntry(buffer, at));
    sector = nextSector(buffer, sector, sectorSize);
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
  };
}

/**
 * The sector that follows in the chain. The table of sectors is found through the 109 pointers of the header: files
 * under 7 MB need no more, and larger ones hold their directory early enough.
 */
function nextSector(buffer: Buffer, sector: number, sectorSize: number): number {
  const perTable = sectorSize / 4;
  const table = Math.floor(sector / perTable);
  if (table >= 109) return endOfChain;
  const tableSector = buffer.readUInt32LE(76 + table * 4);
  return buffer.readUInt32LE((tableSector + 1) * sectorSize + (sector % perTable) * 4);
}

/** Walks the tree of siblings under the root; each entry once, so that a ring of pointers ends. */
function childNames(directory: readonly DirectoryEntry[]): readonly string[] {
  const names: string[] = [];
  const seen = new Set<number>();
  const waiting = [directory[0]?.child ?? endOfChain];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = directory[index];
    if (!entry || seen.has(index)) continue;
    seen.add(index);
    names.push(entry.name);
    waiting.push(entry.left, entry.right);
  }
  return names;
}
