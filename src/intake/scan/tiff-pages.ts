import { inflateSync } from "node:zlib";

/** A page of a TIFF file as it is stored: what a PDF file needs to hold it as a picture. */
export interface TiffPage {
  readonly width: number;
  readonly height: number;
  readonly dotsPerInch: number | null;
  readonly bits: number;
  readonly samples: number;
  /** 0 white is zero, 1 black is zero, 2 red-green-blue, 3 by a palette, 6 as JPEG writes colours. */
  readonly photometric: number;
  readonly palette: readonly number[] | null;
  /** How a person has to turn the page to read it, as EXIF counts (1 upright … 8). */
  readonly orientation: number;
  readonly coding: "raw" | "fax" | "jpeg";
  /** Parameters of fax coding: K of PDF (ISO 32000-1, table 11). */
  readonly faxK: number;
  /** Parts from the top, each of so many rows. */
  readonly strips: readonly { readonly rows: number; readonly data: Uint8Array }[];
}

/** Largest page in points, and pages of one file. */
const mostPoints = 72_000_000;
const mostPages = 5000;

const tag = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  offsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  byteCounts: 279,
  xResolution: 282,
  planes: 284,
  faxOptions: 292,
  resolutionUnit: 296,
  predictor: 317,
  palette: 320,
  jpegTables: 347,
} as const;

/**
 * The pages of a TIFF file (TIFF 6.0 and its technical note 2): grey, black and white, palette and colour, stored
 * plain or with PackBits, LZW, Deflate, fax or JPEG coding, in strips. Null when the file is damaged or of another
 * kind (tiles, planes, floating point).
 */
export function tiffPages(bytes: Uint8Array): readonly TiffPage[] | null {
  try {
    const reader = new TiffReader(bytes);
    const pages: TiffPage[] = [];
    for (let at = reader.long(4); at !== 0 && pages.length < mostPages; ) {
      const fields = reader.fields(at);
      pages.push(reader.page(fields.values));
      at = fields.next;
    }
    return pages.length > 0 ? pages : null;
  } catch (error) {
    // Damage shows as a place outside the file, or as data that do not unpack.
    if (error instanceof RangeError || error instanceof WrongTiff || isZlibError(error)) return null;
    throw error;
  }
}

class WrongTiff extends Error {}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}

type Fields = ReadonlyMap<number, readonly number[]>;

/** Bytes of one value of each type of field: byte, text, short, long, rational. */
const typeBytes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
const mostValues = 2_000_000;

class TiffReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #little: boolean;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#little = bytes[0] === 0x49;
    if (this.#view.getUint16(2, this.#little) !== 42) throw new WrongTiff("no TIFF of 32 bits");
  }

  long(at: number): number {
    return this.#view.getUint32(at, this.#little);
  }

  fields(at: number): { readonly values: Fields; readonly next: number } {
    const count = this.#view.getUint16(at, this.#little);
    const values = new Map<number, readonly number[]>();
    for (let i = 0; i < count; i++) {
      const entry = at + 2 + 12 * i;
      const type = this.#view.getUint16(entry + 2, this.#little);
      const length = this.long(entry + 4);
      const size = typeBytes[type];
      if (size === undefined || length > mostValues) continue;
      const from = size * length <= 4 ? entry + 8 : this.long(entry + 8);
      values.set(
        this.#view.getUint16(entry, this.#little),
        Array.from({ length }, (_, n) => this.#value(type, from + n * size)),
      );
    }
    return { values, next: this.long(at + 2 + 12 * count) };
  }

  #value(type: number, at: number): number {
    if (type === 3) return this.#view.getUint16(at, this.#little);
    if (type === 4) return this.long(at);
    if (type === 5) return this.long(at) / Math.max(1, this.long(at + 4));
    return this.#view.getUint8(at);
  }

  page(fields: Fields): TiffPage {
    const one = (name: keyof typeof tag, otherwise: number): number =>
      fields.get(tag[name])?.[0] ?? otherwise;
    const width = one("width", 0);
    const height = one("height", 0);
    const bits = one("bits", 1);
    const samples = one("samples", 1);
    const known = [1, 2, 4, 8].includes(bits) && [1, 3, 4].includes(samples) && one("planes", 1) === 1;
    if (!known || width * height === 0 || width * height > mostPoints || !fields.has(tag.offsets))
      throw new WrongTiff("a kind of picture that is not read");
    const compression = one("compression", 1);
    const coding = [2, 3, 4].includes(compression) ? "fax" : compression === 7 ? "jpeg" : "raw";
    const unit = one("resolutionUnit", 2);
    const resolution = one("xResolution", 0) * (unit === 3 ? 2.54 : 1);
    return {
      ...{ width, height, bits, samples, coding },
      dotsPerInch: unit !== 1 && resolution > 0 ? resolution : null,
      photometric: one("photometric", 0),
      palette: fields.get(tag.palette) ?? null,
      orientation: one("orientation", 1),
      faxK: compression === 4 ? -1 : one("faxOptions", 0) & 1 ? 4 : 0,
      strips: this.#strips(fields, { width, height, bits, samples, compression }),
    };
  }

  #strips(
    fields: Fields,
    page: { width: number; height: number; bits: number; samples: number; compression: number },
  ): TiffPage["strips"] {
    const offsets = fields.get(tag.offsets) ?? [];
    const counts = fields.get(tag.byteCounts) ?? [];
    const rowsPerStrip = Math.min(page.height, fields.get(tag.rowsPerStrip)?.[0] ?? page.height);
    const rowBytes = Math.ceil((page.width * page.bits * page.samples) / 8);
    const swapped = fields.get(tag.fillOrder)?.[0] === 2;
    const tables = fields.get(tag.jpegTables) ?? null;
    const predicted = fields.get(tag.predictor)?.[0] === 2;
    const strips = offsets.map((offset, i) => {
      const rows = Math.min(rowsPerStrip, page.height - i * rowsPerStrip);
      const length = counts[i] ?? this.#bytes.length - offset;
      if (rows <= 0 || offset + length > this.#bytes.length) throw new WrongTiff("a part outside the file");
      const stored = this.#bytes.subarray(offset, offset + length);
      const data = unpacked(swapped ? bitsReversed(stored) : stored, page.compression, rows * rowBytes);
      if (predicted && page.bits === 8) undoPrediction(data, rowBytes, page.samples);
      return { rows, data: tables && page.compression === 7 ? withTables(data, tables) : data };
    });
    const isRaw = ![2, 3, 4, 7].includes(page.compression);
    if (!isRaw) return strips;
    const whole = new Uint8Array(page.height * rowBytes);
    let at = 0;
    for (const { data } of strips) {
      whole.set(data.subarray(0, whole.length - at), at);
      at += data.length;
    }
    return [{ rows: page.height, data: whole }];
  }
}

function unpacked(data: Uint8Array, compression: number, size: number): Uint8Array {
  switch (compression) {
    case 1:
      return data.slice(0, size);
    case 2:
    case 3:
    case 4:
    case 7:
      return data;
    case 5:
      return unpackLzw(data, size);
    case 8:
    case 32946:
      return new Uint8Array(inflateSync(data, { maxOutputLength: Math.max(1, size) }));
    case 32773:
      return unpackBits(data, size);
    default:
      throw new WrongTiff(`compression ${compression}`);
  }
}

/** PackBits (TIFF 6.0, section 9). */
function unpackBits(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let to = 0;
  for (let i = 0; i < data.length && to < size; ) {
    const head = ((data[i++] ?? 0) << 24) >> 24;
    if (head >= 0) {
      out.set(data.subarray(i, i + Math.min(head + 1, size - to)), to);
      i += head + 1;
      to += head + 1;
    } else if (head > -128) {
      out.fill(data[i++] ?? 0, to, to + 1 - head);
      to += 1 - head;
    }
  }
  return out;
}

/** LZW as TIFF writes it (section 13): codes of 9 to 12 bits, the highest bit first, longer one code early. */
function unpackLzw(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  // For each code the place and the length of its text in what was written.
  const starts = new Int32Array(4097);
  const lengths = new Int32Array(4097);
  let [next, width, held, bits, to] = [258, 9, 0, 0, 0];
  let last = -1;
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === 257 || to >= size) break;
    if (code === 256) {
      [next, width, last] = [258, 9, -1];
      continue;
    }
    if (code > next || (code >= 258 && last < 0)) throw new WrongTiff("a code of no text");
    const from = to;
    if (code < 256) out[to++] = code;
    else {
      const start = starts[code] as number; // Codes below `next` are filled.
      const length = code === next ? to - last + 1 : (lengths[code] as number);
      const source = code === next ? last : start;
      for (let i = 0; i < length && to < size; i++) out[to++] = out[source + i] ?? 0;
    }
    if (last >= 0 && next < 4096) {
      starts[next] = last;
      lengths[next++] = from - last + 1;
      if (next + 1 >= 1 << width && width < 12) width++;
    }
    last = from;
  }
  return out;
}

function undoPrediction(data: Uint8Array, rowBytes: number, samples: number): void {
  for (let row = 0; row + rowBytes <= data.length; row += rowBytes)
    for (let i = row + samples; i < row + rowBytes; i++)
      data[i] = ((data[i] as number) + (data[i - samples] as number)) & 255; // Inside the data.
}

function bitsReversed(data: Uint8Array): Uint8Array {
  return data.map((byte) => {
    let turned = 0;
    for (let i = 0; i < 8; i++) turned |= ((byte >> i) & 1) << (7 - i);
    return turned;
  });
}

/** Puts the tables that all parts share, without their own end, before the picture, without its own beginning. */
function withTables(data: Uint8Array, tables: readonly number[]): Uint8Array {
  const head = Uint8Array.from(tables.slice(0, -2));
  const joined = new Uint8Array(head.length + data.length - 2);
  joined.set(head);
  joined.set(data.subarray(2), head.length);
  return joined;
}
