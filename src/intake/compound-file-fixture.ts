const sectorSize = 512;

/**
 * A small compound file (MS-CFB, 512-byte sectors, one table of sectors) for tests, with streams of these names at its
 * root: empty ones, or with the bytes given (4,096 or more, all together under 60 kB).
 */
export function buildCompoundFile(
  names: readonly string[],
  contents: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const all = ["Root Entry", ...names];
  const directorySectors = Math.ceil(all.length / 4);
  const table = Buffer.alloc(sectorSize, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  chain(table, 1, directorySectors);
  const directory = Buffer.alloc(sectorSize * directorySectors);
  const data: Buffer[] = [];
  let next = 1 + directorySectors;
  all.forEach((name, index) => {
    const following = index + 1 < all.length ? index + 1 : -1;
    const content = contents[name] ?? new Uint8Array();
    const sectors = Math.ceil(content.length / sectorSize);
    writeEntry(directory, index, name, following, sectors > 0 ? next : -2, content.length);
    chain(table, next, sectors);
    data.push(Buffer.concat([content, Buffer.alloc(sectors * sectorSize - content.length)]));
    next += sectors;
  });
  return Buffer.concat([header(), table, directory, ...data]);
}

function header(): Buffer {
  const bytes = Buffer.alloc(sectorSize, 0xff);
  bytes.fill(0, 0, 76);
  bytes.write("d0cf11e0a1b11ae1", 0, "hex");
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(0xfffffffe, 68);
  bytes.writeUInt32LE(0, 76);
  return bytes;
}

/** Writes sectors that follow each other. */
function chain(table: Buffer, first: number, count: number): void {
  for (let sector = first; sector < first + count; sector++)
    table.writeUInt32LE(sector === first + count - 1 ? 0xfffffffe : sector + 1, sector * 4);
}

/** Siblings stand in one line, each the right neighbour of the one before; the root holds the first. */
function writeEntry(
  directory: Buffer,
  index: number,
  name: string,
  following: number,
  first: number,
  size: number,
): void {
  const at = index * 128;
  directory.write(name, at, "utf16le");
  directory.writeUInt16LE(name.length * 2 + 2, at + 64);
  directory.writeInt32LE(-1, at + 68);
  directory.writeInt32LE(index === 0 ? -1 : following, at + 72);
  directory.writeInt32LE(index === 0 ? following : -1, at + 76);
  directory.writeInt32LE(first, at + 116);
  directory.writeUInt32LE(size, at + 120);
}
