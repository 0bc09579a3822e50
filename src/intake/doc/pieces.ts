import type { WordStreams } from "./file-information.ts";
import { tableIndex } from "./file-information.ts";

/** A stretch of text that stands in one run of bytes (MS-DOC 2.9.177, "Pcd"). */
export interface TextPiece {
  /** First character, and the one after the last, counted through all stories. */
  readonly from: number;
  readonly to: number;
  /** Where its first character stands in the main stream. */
  readonly offset: number;
  readonly bytesPerCharacter: 1 | 2;
  /** Properties that a quick save laid over the piece; empty in most files. */
  readonly properties: Buffer;
}

/** The text of all stories and where each character stands. */
export interface PieceTable {
  readonly text: string;
  readonly pieces: readonly TextPiece[];
}

const mostCharacters = 100_000_000;
const none = Buffer.alloc(0);

/** Reads the piece table (MS-DOC 2.8.35, 2.9.38); null when it is broken. Throws RangeError for pointers beyond the end. */
export function readPieces(streams: WordStreams): PieceTable | null {
  const bytes = streams.tableAt(tableIndex.pieces);
  const { start, size, properties } = pieceList(bytes);
  if (size < 16) return null;
  const count = Math.floor((size - 4) / 12);
  const pieces: TextPiece[] = [];
  let text = "";
  for (let i = 0; i < count; i++) {
    const from = bytes.readUInt32LE(start + i * 4);
    const to = bytes.readUInt32LE(start + i * 4 + 4);
    const at = start + (count + 1) * 4 + i * 8;
    const piece = readPiece(bytes, at, from, to, properties);
    if (to < from || to > mostCharacters || from !== text.length) return null;
    text += textOf(streams.main, piece);
    if (text.length !== to) return null;
    pieces.push(piece);
  }
  return { text, pieces };
}

function readPiece(
  bytes: Buffer,
  at: number,
  from: number,
  to: number,
  properties: readonly Buffer[],
): TextPiece {
  const pointer = bytes.readUInt32LE(at + 2);
  const isCompressed = (pointer & 0x40000000) !== 0;
  const place = pointer & 0x3fffffff;
  const modifier = bytes.readUInt16LE(at + 6);
  return {
    from,
    to,
    offset: isCompressed ? place / 2 : place,
    bytesPerCharacter: isCompressed ? 1 : 2,
    properties: modifier & 1 ? (properties[modifier >> 1] ?? none) : shortModifier(modifier),
  };
}

/** The one-byte modifiers (MS-DOC 2.9.215) that change what is read: table marks, deleted, hidden, bold, capitals. */
const shortModifiers: ReadonlyMap<number, number> = new Map([
  [0x18, 0x2416],
  [0x19, 0x2417],
  [0x41, 0x0800],
  [0x42, 0x0801],
  [0x55, 0x0835],
  [0x56, 0x0836],
  [0x5a, 0x083a],
  [0x5b, 0x083b],
  [0x5c, 0x083c],
]);

function shortModifier(modifier: number): Buffer {
  const found = shortModifiers.get((modifier >> 1) & 0x7f);
  if (found === undefined) return none;
  return Buffer.from([found & 0xff, found >> 8, modifier >> 8]);
}

/** The list of pieces stands behind the properties of quick saves, each marked by 1; itself it is marked by 2. */
function pieceList(bytes: Buffer): {
  readonly start: number;
  readonly size: number;
  readonly properties: readonly Buffer[];
} {
  const properties: Buffer[] = [];
  let at = 0;
  while (bytes[at] === 1) {
    const size = bytes.readUInt16LE(at + 1);
    properties.push(bytes.subarray(at + 3, at + 3 + size));
    at += 3 + size;
  }
  if (bytes[at] !== 2) return { start: 0, size: 0, properties };
  return { start: at + 5, size: Math.min(bytes.readUInt32LE(at + 1), bytes.length - at - 5), properties };
}

/** One byte a character is Windows-1252 (MS-DOC 2.9.73). Letters of TCVN3 stand there as the signs they share a code with. */
const windows1252 = new TextDecoder("windows-1252");

function textOf(main: Buffer, piece: TextPiece): string {
  const end = piece.offset + (piece.to - piece.from) * piece.bytesPerCharacter;
  const bytes = main.subarray(piece.offset, end);
  return piece.bytesPerCharacter === 2 ? bytes.toString("utf16le") : windows1252.decode(bytes);
}

/** Where a character stands in the main stream, with its piece; null outside all stories. */
export function placeOf(
  pieces: readonly TextPiece[],
  character: number,
): { readonly piece: TextPiece; readonly offset: number } | null {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.to ?? 0) <= character) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low];
  if (!piece || character < piece.from || character >= piece.to) return null;
  return { piece, offset: piece.offset + (character - piece.from) * piece.bytesPerCharacter };
}
