/** Width of every glyph, in thousandths of the size of the type. */
export const glyphWidth = 500;

/**
 * A TrueType font (ISO/IEC 14496-22) whose two glyphs draw nothing: words laid over the picture of a page need a font
 * to be found and copied, but not to be seen. Its tables are those that no reader of fonts goes without.
 */
export function glyphlessFont(): Uint8Array {
  const tables: readonly (readonly [name: string, data: DataView<ArrayBuffer>])[] = [
    ["glyf", words([0, 0])],
    ["head", words(head)],
    // Version, ascender, descender, gap, widest, bearings and extent, slope of the caret, reserved, format, widths.
    ["hhea", words([1, 0, 800, -200, 0, glyphWidth, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1])],
    // One width, and the bearings of two glyphs.
    ["hmtx", words([glyphWidth, 0, 0, 0])],
    // Both glyphs are empty: they end where they begin.
    ["loca", words([0, 0, 0, 0])],
    ["maxp", words([1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])],
  ];
  const start = 12 + 16 * tables.length;
  const size = tables.reduce((sum, [, data]) => sum + data.byteLength, start);
  const font = new DataView(new ArrayBuffer(size));
  // The number of tables, and what a binary search in them wants to know: 4 ≤ 6 < 8.
  [1, 0, tables.length, 64, 2, 16 * tables.length - 64].forEach(
    (value, i) => void font.setUint16(2 * i, value),
  );
  let at = start;
  tables.forEach(([name, data], i) => {
    const entry = 12 + 16 * i;
    for (let j = 0; j < 4; j++) font.setUint8(entry + j, name.charCodeAt(j));
    font.setUint32(entry + 4, sumOf(data));
    font.setUint32(entry + 8, at);
    font.setUint32(entry + 12, data.byteLength);
    for (let j = 0; j < data.byteLength; j++) font.setUint8(at + j, data.getUint8(j));
    at += data.byteLength;
  });
  const headAt = start + 4;
  // checkSumAdjustment: what makes the sum of the whole font this number.
  font.setUint32(headAt + 8, (0xb1b0afba - sumOf(font)) >>> 0);
  return new Uint8Array(font.buffer);
}

/** Version 1.0, revision, sum, magic number, flags, units of the em, dates, box, style, smallest size, direction, formats. */
const head = [
  ...[1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0],
  ...[0, -200, glyphWidth, 800, 0, 8, 2, 0, 0],
];

/** Sixteen bits each, filled up to whole words of 32. */
function words(values: readonly number[]): DataView<ArrayBuffer> {
  const data = new DataView(new ArrayBuffer(4 * Math.ceil(values.length / 2)));
  values.forEach((value, i) => void data.setInt16(2 * i, (value << 16) >> 16));
  return data;
}

function sumOf(data: DataView): number {
  let sum = 0;
  for (let at = 0; at < data.byteLength; at += 4) sum = (sum + data.getUint32(at)) >>> 0;
  return sum;
}
