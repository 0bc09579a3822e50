import { inflateSync } from "node:zlib";

/** The objects that a stretch of a PDF file defines, by number; the last definition holds. */
export interface PdfObjects {
  readonly bodies: ReadonlyMap<number, string>;
  /** Cross-reference entries of the stretch: where it says that an object stands, or that it is gone. */
  readonly entries: ReadonlyMap<number, "free" | "compressed" | number>;
  /** The object that is said to be the root of the document, last of all; null when none is said. */
  readonly root: number | null;
  /** False when a part of the stretch could not be followed. */
  readonly isClear: boolean;
}

const mostInflated = 50_000_000;

/** Takes a stretch of a file apart: objects, those packed in object streams, cross-reference tables and streams. */
export function objectsIn(bytes: Buffer, from: number, to: number): PdfObjects {
  const text = bytes.toString("latin1", from, to);
  const bodies = new Map<number, string>();
  const entries = new Map<number, "free" | "compressed" | number>();
  let root: number | null = null;
  let isClear = true;
  for (const { number, body } of definitions(text)) {
    const type = /\/Type\s*\/(ObjStm|XRef)\b/.exec(dictionaryOf(body))?.[1];
    if (type === undefined) {
      bodies.set(number, body);
      continue;
    }
    const content = streamOf(body);
    if (content === null) isClear = false;
    else if (type === "ObjStm")
      for (const [inner, packed] of packedIn(body, content)) bodies.set(inner, packed);
    else {
      for (const [inner, entry] of entriesOfStream(body, content)) entries.set(inner, entry);
      root = rootIn(dictionaryOf(body)) ?? root;
    }
  }
  for (const [number, entry] of entriesOfTables(text)) entries.set(number, entry);
  for (const [, trailer = ""] of text.matchAll(/\btrailer\b([\s\S]*?)\bstartxref\b/g))
    root = rootIn(trailer) ?? root;
  return { bodies, entries, root, isClear };
}

function rootIn(dictionary: string): number | null {
  const found = /\/Root\s+(\d+)\s+\d+\s+R/.exec(dictionary)?.[1];
  return found === undefined ? null : Number(found);
}

function* definitions(text: string): Generator<{ readonly number: number; readonly body: string }> {
  const head = /(?:^|[\s>])(\d{1,9})\s+\d{1,5}\s+obj\b/g;
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const start = head.lastIndex;
    const end = endOfObject(text, start);
    yield { number: Number(match[1]), body: text.slice(start, end).trim() };
    head.lastIndex = end;
  }
}

/** An object ends with its mark; bytes of a stream may look like one. */
function endOfObject(text: string, start: number): number {
  const stream = /\bstream\r?\n/g;
  stream.lastIndex = start;
  const end = text.indexOf("endobj", start);
  const opened = stream.exec(text);
  if (!opened || (end >= 0 && opened.index > end)) return end < 0 ? text.length : end;
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(text.slice(start, opened.index))?.[1] ?? 0);
  const behind = text.indexOf("endobj", stream.lastIndex + length);
  return behind < 0 ? text.length : behind;
}

/** The dictionary of an object, without the bytes of its stream. */
export function dictionaryOf(body: string): string {
  const stream = body.search(/\bstream\r?\n/);
  return stream < 0 ? body : body.slice(0, stream);
}

/** The unpacked bytes of a stream that is plain or deflated; null for other filters and broken ones. */
function streamOf(body: string): Buffer | null {
  const start = /\bstream\r?\n/.exec(body);
  if (!start) return null;
  const dictionary = dictionaryOf(body);
  const end = body.lastIndexOf("endstream");
  const raw = Buffer.from(body.slice(start.index + start[0].length, end < 0 ? undefined : end), "latin1");
  const filter = /\/Filter\s*(?:\[\s*)?\/(\w+)\s*(\/\w+)?/.exec(dictionary);
  if (!filter) return raw;
  if (filter[1] !== "FlateDecode" || filter[2] === "/FlateDecode") return null;
  try {
    return undoPredictor(inflateSync(raw, { maxOutputLength: mostInflated }), dictionary);
  } catch {
    // Broken, or larger than anything that describes a file.
    return null;
  }
}

/** PNG predictors of rows (ISO 32000-2, 7.4.4.4): only "none" and "up", which is what programs write here. */
function undoPredictor(bytes: Buffer, dictionary: string): Buffer | null {
  const predictor = Number(/\/Predictor\s+(\d+)/.exec(dictionary)?.[1] ?? 1);
  if (predictor < 2) return bytes;
  const columns = Number(/\/Columns\s+(\d+)/.exec(dictionary)?.[1] ?? 1);
  const rows = Math.floor(bytes.length / (columns + 1));
  const result = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (columns + 1)];
    if (kind !== 0 && kind !== 2) return null;
    for (let i = 0; i < columns; i++) {
      const above = kind === 2 && row > 0 ? (result[(row - 1) * columns + i] ?? 0) : 0;
      result[row * columns + i] = ((bytes[row * (columns + 1) + 1 + i] ?? 0) + above) & 0xff;
    }
  }
  return result;
}

/** The objects of an object stream (ISO 32000-2, 7.5.7): pairs of number and offset, then the bodies. */
function packedIn(body: string, content: Buffer): readonly (readonly [number, string])[] {
  const dictionary = dictionaryOf(body);
  const count = Number(/\/N\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const text = content.toString("latin1");
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
  const packed: (readonly [number, string])[] = [];
  for (let i = 0; i < count && i * 2 + 1 < numbers.length; i++) {
    const end = i + 1 < count ? first + (numbers[i * 2 + 3] ?? text.length) : text.length;
    packed.push([numbers[i * 2] ?? 0, text.slice(first + (numbers[i * 2 + 1] ?? 0), end).trim()]);
  }
  return packed;
}

type Entry = readonly [number, "free" | "compressed" | number];

function* entriesOfTables(text: string): Generator<Entry> {
  for (const [, table = ""] of text.matchAll(/\bxref\s+((?:\d+\s+\d+\s+(?:\d{10} \d{5} [nf]\s+)*)+)/g))
    for (const [, first, lines = ""] of table.matchAll(/(\d+)\s+\d+\s+((?:\d{10} \d{5} [nf]\s+)+)/g)) {
      let number = Number(first);
      for (const [, offset, kind] of lines.matchAll(/(\d{10}) \d{5} ([nf])/g))
        yield [number++, kind === "f" ? "free" : Number(offset)];
    }
}

/** Entries of a cross-reference stream (ISO 32000-2, 7.5.8.3). */
function* entriesOfStream(body: string, content: Buffer): Generator<Entry> {
  const dictionary = dictionaryOf(body);
  const numbersOf = (key: string): readonly number[] | null =>
    new RegExp(`/${key}\\s*\\[([\\d\\s]*)\\]`).exec(dictionary)?.[1]?.trim().split(/\s+/).map(Number) ?? null;
  const [w0 = 0, w1 = 0, w2 = 0] = numbersOf("W") ?? [];
  const size = Number(/\/Size\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const index = numbersOf("Index") ?? [0, size];
  const width = w0 + w1 + w2;
  if (width === 0 || w1 > 6) return;
  let at = 0;
  for (let k = 0; k + 1 < index.length; k += 2)
    for (let i = 0; i < (index[k + 1] ?? 0) && at + width <= content.length; i++, at += width) {
      const kind = w0 === 0 ? 1 : content.readUIntBE(at, Math.min(w0, 6));
      const value = w1 === 0 ? 0 : content.readUIntBE(at + w0, w1);
      yield [(index[k] ?? 0) + i, kind === 0 ? "free" : kind === 2 ? "compressed" : value];
    }
}
