import { tableIndex, type WordStreams } from "./file-information.ts";
import { code, propertiesIn } from "./property.ts";

/** Bytes from…to (exclusive) of the main stream that share one format. */
export interface FormatRun {
  readonly from: number;
  readonly to: number;
  readonly properties: Buffer;
  /** The paragraph style; 0 for runs of characters. */
  readonly style: number;
}

const pageSize = 512;
const none = Buffer.alloc(0);

/** Formats of characters by their place in the main stream (MS-DOC 2.8.25, 2.9.33), in order. */
export function characterFormats(streams: WordStreams): readonly FormatRun[] {
  return pagesOf(streams, tableIndex.characterFormats).flatMap((page) => {
    const count = page[pageSize - 1] ?? 0;
    return runsOf(page, count, (i) => {
      const at = (page[(count + 1) * 4 + i] ?? 0) * 2;
      const size = at === 0 ? 0 : (page[at] ?? 0);
      return { properties: page.subarray(at + 1, at + 1 + size), style: 0 };
    });
  });
}

/** Formats of paragraphs by the place of their text in the main stream (MS-DOC 2.8.26, 2.9.175), in order. */
export function paragraphFormats(streams: WordStreams): readonly FormatRun[] {
  return pagesOf(streams, tableIndex.paragraphFormats).flatMap((page) => {
    const count = page[pageSize - 1] ?? 0;
    return runsOf(page, count, (i) => {
      const at = (page[(count + 1) * 4 + i * 13] ?? 0) * 2;
      if (at === 0) return { properties: none, style: 0 };
      // A size of 0 says that the next byte holds it, in pairs of bytes; otherwise one byte less than the pairs.
      const short = page[at] ?? 0;
      const start = short === 0 ? at + 2 : at + 1;
      const size = short === 0 ? (page[at + 1] ?? 0) * 2 : short * 2 - 1;
      const style = start + 2 <= pageSize ? page.readUInt16LE(start) : 0;
      return { properties: longFormat(page.subarray(start + 2, start + size), streams.data), style };
    });
  });
}

/** Formats too long for a page, wide tables above all, stand in the stream "Data" (MS-DOC 2.6.2, sprmPHugePapx). */
function longFormat(properties: Buffer, data: Buffer): Buffer {
  for (const property of propertiesIn(properties)) {
    if (property.code !== code.longFormat) continue;
    const at = property.operand.readUInt32LE(0);
    if (at + 2 > data.length) return properties;
    return Buffer.concat([properties, data.subarray(at + 2, at + 2 + data.readUInt16LE(at))]);
  }
  return properties;
}

function pagesOf(streams: WordStreams, index: number): readonly Buffer[] {
  const table = streams.tableAt(index);
  const count = Math.floor((table.length - 4) / 8);
  const pages: Buffer[] = [];
  for (let i = 0; i < count; i++) {
    const start = (table.readUInt32LE((count + 1) * 4 + i * 4) & 0x3fffff) * pageSize;
    const page = streams.main.subarray(start, start + pageSize);
    if (page.length === pageSize) pages.push(page);
  }
  return pages;
}

function runsOf(
  page: Buffer,
  count: number,
  format: (index: number) => { readonly properties: Buffer; readonly style: number },
): readonly FormatRun[] {
  const runs: FormatRun[] = [];
  for (let i = 0; i < count && i * 4 + 8 <= pageSize; i++)
    runs.push({ from: page.readUInt32LE(i * 4), to: page.readUInt32LE(i * 4 + 4), ...format(i) });
  return runs;
}

/** The run that holds this byte, or null. The runs are in order. */
export function runAt(runs: readonly FormatRun[], offset: number): FormatRun | null {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.to ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  return run && run.from <= offset && offset < run.to ? run : null;
}
