/** A part of a page to be read by itself, in shades of grey. */
export interface Strip {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

/** Numbers of the fields written (TIFF 6.0, section 4, grey-scale images) and of the types long and rational. */
const field = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  offsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  byteCounts: 279,
  xResolution: 282,
  yResolution: 283,
  resolutionUnit: 296,
} as const;
const directoryBytes = 2 + 12 * Object.keys(field).length + 4 + 8;

/** Writes pictures, each with its resolution, as the pages of one uncompressed TIFF file. There must be one at least. */
export function writeTiff(strips: readonly (Strip & { readonly dotsPerInch: number })[]): Uint8Array {
  const total = strips.reduce((sum, strip) => sum + directoryBytes + evened(strip.gray.length), 8);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0]);
  view.setUint32(4, 8, true);
  let at = 8;
  strips.forEach((strip, i) => {
    const pixels = at + directoryBytes;
    const next = pixels + evened(strip.gray.length);
    writeDirectory(view, at, strip, pixels, i < strips.length - 1 ? next : 0);
    bytes.set(strip.gray, pixels);
    at = next;
  });
  return bytes;
}

function evened(length: number): number {
  return length + (length % 2);
}

function writeDirectory(
  view: DataView,
  at: number,
  strip: Strip & { readonly dotsPerInch: number },
  pixels: number,
  next: number,
): void {
  const rational = at + directoryBytes - 8;
  const values: readonly (readonly [tag: number, type: 4 | 5, value: number])[] = [
    [field.width, 4, strip.width],
    [field.height, 4, strip.height],
    [field.bits, 4, 8],
    [field.compression, 4, 1],
    [field.photometric, 4, 1],
    [field.offsets, 4, pixels],
    [field.samples, 4, 1],
    [field.rowsPerStrip, 4, strip.height],
    [field.byteCounts, 4, strip.gray.length],
    [field.xResolution, 5, rational],
    [field.yResolution, 5, rational],
    [field.resolutionUnit, 4, 2],
  ];
  view.setUint16(at, values.length, true);
  values.forEach(([tag, type, value], i) => {
    const entry = at + 2 + 12 * i;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, type, true);
    view.setUint32(entry + 4, 1, true);
    view.setUint32(entry + 8, value, true);
  });
  view.setUint32(at + 2 + 12 * values.length, next, true);
  view.setUint32(rational, Math.round(strip.dotsPerInch), true);
  view.setUint32(rational + 4, 1, true);
}
