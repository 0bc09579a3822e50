/** A small compound file (MS-CFB, 512-byte sectors) with empty streams of these names at its root, for tests. */
export function buildCompoundFile(names: readonly string[]): Uint8Array {
  const perSector = 4;
  const sectors = Math.ceil((names.length + 1) / perSector);
  const header = Buffer.alloc(512, 0xff);
  header.fill(0, 0, 76);
  header.write("d0cf11e0a1b11ae1", 0, "hex");
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  for (let sector = 1; sector <= sectors; sector++)
    table.writeUInt32LE(sector === sectors ? 0xfffffffe : sector + 1, sector * 4);
  const directory = Buffer.alloc(512 * sectors);
  const all = ["Root Entry", ...names];
  all.forEach((name, index) => {
    writeEntry(directory, index, name, index === 0 ? (names.length > 0 ? 1 : -1) : next(index, all.length));
  });
  return Buffer.concat([header, table, directory]);
}

/** Siblings stand in one line, each the right neighbour of the one before. */
function next(index: number, count: number): number {
  return index + 1 < count ? index + 1 : -1;
}

function writeEntry(directory: Buffer, index: number, name: string, following: number): void {
  const at = index * 128;
  directory.write(name, at, "utf16le");
  directory.writeUInt16LE(name.length * 2 + 2, at + 64);
  directory.writeInt32LE(-1, at + 68);
  directory.writeInt32LE(index === 0 ? -1 : following, at + 72);
  directory.writeInt32LE(index === 0 ? following : -1, at + 76);
}
