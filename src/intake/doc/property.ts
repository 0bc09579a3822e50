/** One change to a format (MS-DOC 2.2.5, "Prl"): what it changes, and the bytes of its operand. */
export interface Property {
  readonly code: number;
  readonly operand: Buffer;
}

/** Codes of the properties that are read (MS-DOC 2.6). */
export const code = {
  deleted: 0x0800,
  inserted: 0x0801,
  holdsData: 0x0806,
  bold: 0x0835,
  italic: 0x0836,
  smallCapitals: 0x083a,
  capitals: 0x083b,
  hidden: 0x083c,
  special: 0x0855,
  size: 0x4a43,
  characterStyle: 0x4a30,
  asciiFont: 0x4a4f,
  latinFont: 0x4a51,
  symbol: 0x6a09,
  picture: 0x6a03,
  align: 0x2461,
  alignOld: 0x2403,
  indentLeft: 0x845e,
  indentLeftOld: 0x840f,
  indentFirst: 0x8460,
  indentFirstOld: 0x8411,
  pageBreakBefore: 0x2407,
  listLevel: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  rowEnd: 0x2417,
  tableDepth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  longFormat: 0x6646,
  defineTable: 0xd608,
  headingRow: 0x3404,
  mergeCells: 0x5624,
  mergeDown: 0xd62b,
  titlePage: 0x300a,
} as const;

const operandSizes = [1, 1, 2, 4, 2, 2, 0, 3];
const changeTabs = 0xc615;

/** The properties that stand one after another in the bytes; reading ends where an operand is cut short. */
export function* propertiesIn(bytes: Buffer): Generator<Property> {
  let at = 0;
  while (at + 2 < bytes.length) {
    const found = bytes.readUInt16LE(at);
    at += 2;
    const { start, size } = operandAt(bytes, at, found);
    if (start + size > bytes.length) return;
    yield { code: found, operand: bytes.subarray(start, start + size) };
    at = start + size;
  }
}

/** Where the operand stands: its size follows from the code, or is its first byte, or (tables) its first two. */
function operandAt(
  bytes: Buffer,
  at: number,
  found: number,
): { readonly start: number; readonly size: number } {
  const fixed = operandSizes[found >> 13] ?? 0;
  if (fixed > 0) return { start: at, size: fixed };
  if (found === code.defineTable && at + 2 <= bytes.length)
    return { start: at + 2, size: Math.max(0, bytes.readUInt16LE(at) - 1) };
  const size = bytes[at] ?? 0;
  if (found === changeTabs && size === 255) return { start: at + 1, size: longTabs(bytes, at + 1) };
  return { start: at + 1, size };
}

/** Tab changes of 255 bytes and more: tabs deleted with four bytes each, tabs added with three. */
function longTabs(bytes: Buffer, at: number): number {
  const deleted = bytes[at] ?? 0;
  const added = bytes[at + 1 + deleted * 4] ?? 0;
  return 2 + deleted * 4 + added * 3;
}

/** The last word on each property, by code: later ones replace earlier ones. */
export function lastOf(bytes: Buffer): ReadonlyMap<number, Buffer> {
  const found = new Map<number, Buffer>();
  for (const property of propertiesIn(bytes)) found.set(property.code, property.operand);
  return found;
}
