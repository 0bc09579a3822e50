import { buildCompoundFile } from "../compound-file-fixture.ts";

/** A stretch of text with the properties of its characters, as the bytes of the file. */
export interface DocRun {
  readonly text: string;
  readonly properties?: Uint8Array;
}

/** A paragraph of a document built for a test; its last run ends with its mark. */
export interface DocParagraph {
  readonly runs: readonly DocRun[];
  readonly properties?: Uint8Array;
}

export interface DocFixture {
  readonly paragraphs: readonly DocParagraph[];
  readonly fonts?: readonly string[];
  /** One byte a character (Windows-1252), as Word keeps text without other letters. */
  readonly oneByte?: boolean;
  readonly version?: number;
  readonly flags?: number;
  /** Characters of the body; the rest belongs to the stories behind it. */
  readonly bodyLength?: number;
  /** Other tables by their place in the list of tables. */
  readonly tables?: Readonly<Record<number, Uint8Array>>;
  /** Other lengths of stories by their place in the head of the file. */
  readonly lengths?: Readonly<Record<number, number>>;
}

const textStart = 0x800;
const pageSize = 512;

/** A small document of Word 97-2003 for tests. */
export function buildDoc(fixture: DocFixture): Uint8Array {
  const bytesPer = fixture.oneByte ? 1 : 2;
  const runs = fixture.paragraphs.flatMap((paragraph) => paragraph.runs);
  const text = runs.map((run) => run.text).join("");
  const bytes = Buffer.from(text, fixture.oneByte ? "latin1" : "utf16le");
  const textPages = Math.ceil(bytes.length / pageSize);
  const firstPage = textStart / pageSize + textPages;
  const characterPages = pages(
    runs.map((run) => ({ size: run.text.length * bytesPer, format: characterFormat(run.properties) })),
    1,
  );
  const paragraphPages = pages(
    fixture.paragraphs.map((paragraph) => ({
      size: paragraph.runs.reduce((sum, run) => sum + run.text.length, 0) * bytesPer,
      format: paragraphFormat(paragraph.properties),
    })),
    13,
  );
  const tables: Record<number, Uint8Array> = {
    12: pageList(characterPages, firstPage),
    13: pageList(paragraphPages, firstPage + characterPages.length),
    15: fontList(fixture.fonts ?? []),
    33: pieceList(text.length, fixture.oneByte === true),
    ...fixture.tables,
  };
  const head = Buffer.alloc(textStart);
  const table = writeTables(head, tables);
  writeHead(head, fixture, text.length);
  const body = Buffer.concat([bytes, Buffer.alloc(textPages * pageSize - bytes.length)]);
  const main = Buffer.concat([
    head,
    body,
    ...characterPages.map(({ page }) => page),
    ...paragraphPages.map(({ page }) => page),
  ]);
  return buildCompoundFile(["WordDocument", "1Table"], {
    WordDocument: atLeast4096(main),
    "1Table": atLeast4096(table),
  });
}

function atLeast4096(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, 4096 - bytes.length))]);
}

function writeHead(head: Buffer, fixture: DocFixture, length: number): void {
  head.writeUInt16LE(0xa5ec, 0);
  head.writeUInt16LE(fixture.version ?? 0x00c1, 2);
  head.writeUInt16LE(0x0200 | (fixture.flags ?? 0), 10);
  head.writeUInt16LE(0x000e, 0x20);
  head.writeUInt16LE(0x0016, 0x3e);
  head.writeInt32LE(fixture.bodyLength ?? length, 0x4c);
  for (const [at, value] of Object.entries(fixture.lengths ?? {})) head.writeInt32LE(value, Number(at));
  head.writeUInt16LE(0x5d, 0x98);
}

function writeTables(head: Buffer, tables: Readonly<Record<number, Uint8Array>>): Buffer {
  const parts: Uint8Array[] = [Buffer.alloc(4)];
  let at = 4;
  for (const [index, bytes] of Object.entries(tables)) {
    head.writeUInt32LE(at, 0x9a + Number(index) * 8);
    head.writeUInt32LE(bytes.length, 0x9a + Number(index) * 8 + 4);
    parts.push(bytes);
    at += bytes.length;
  }
  return Buffer.concat(parts);
}

interface Page {
  readonly page: Buffer;
  readonly from: number;
  readonly to: number;
}

/** Pages of formats: the places of the runs from the front, the formats from the back. */
function pages(
  runs: readonly { readonly size: number; readonly format: Buffer }[],
  entrySize: 1 | 13,
): readonly Page[] {
  const made: Page[] = [];
  const perPage = 3;
  let at = textStart;
  for (let i = 0; i < runs.length; i += perPage) {
    const group = runs.slice(i, i + perPage);
    const page = Buffer.alloc(pageSize);
    const from = at;
    let free = pageSize - 2;
    group.forEach((run, k) => {
      page.writeUInt32LE(at, k * 4);
      at += run.size;
      page.writeUInt32LE(at, (k + 1) * 4);
      if (run.format.length === 0) return;
      free = (free - run.format.length) & ~1;
      run.format.copy(page, free);
      page[(group.length + 1) * 4 + k * entrySize] = free / 2;
    });
    page[pageSize - 1] = group.length;
    made.push({ page, from, to: at });
  }
  return made;
}

function characterFormat(properties: Uint8Array = new Uint8Array()): Buffer {
  return properties.length === 0
    ? Buffer.alloc(0)
    : Buffer.concat([Buffer.from([properties.length]), properties]);
}

/** Style 0 and the properties, counted in pairs of bytes. */
function paragraphFormat(properties: Uint8Array = new Uint8Array()): Buffer {
  const content = Buffer.concat([Buffer.alloc(2), properties]);
  if (content.length % 2 === 1) return Buffer.concat([Buffer.from([(content.length + 1) / 2]), content]);
  return Buffer.concat([Buffer.from([0, content.length / 2]), content]);
}

function pageList(list: readonly Page[], firstPage: number): Buffer {
  const bytes = Buffer.alloc((list.length + 1) * 4 + list.length * 4);
  list.forEach(({ from, to }, i) => {
    bytes.writeUInt32LE(from, i * 4);
    bytes.writeUInt32LE(to, (i + 1) * 4);
    bytes.writeUInt32LE(firstPage + i, (list.length + 1) * 4 + i * 4);
  });
  return bytes;
}

function pieceList(length: number, oneByte: boolean): Buffer {
  const bytes = Buffer.alloc(5 + 8 + 8);
  bytes[0] = 2;
  bytes.writeUInt32LE(16, 1);
  bytes.writeUInt32LE(length, 9);
  bytes.writeUInt32LE(oneByte ? (textStart * 2) | 0x40000000 : textStart, 15);
  return bytes;
}

function fontList(names: readonly string[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(names.length, 0);
  const entries = names.map((name) => {
    const entry = Buffer.concat([Buffer.alloc(40), Buffer.from(`${name}\0`, "utf16le")]);
    entry[0] = entry.length - 1;
    return entry;
  });
  return Buffer.concat([head, ...entries]);
}

/** A property: its code and its operand. */
export function property(code: number, ...operand: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 + operand.length);
  bytes.writeUInt16LE(code, 0);
  Buffer.from(operand).copy(bytes, 2);
  return bytes;
}

/** A paragraph of plain text. */
export function docParagraph(text: string, ...properties: readonly Buffer[]): DocParagraph {
  return { runs: [{ text: `${text}\r` }], properties: Buffer.concat(properties) };
}

/** The paragraphs of a row: a cell for each text, and the end of the row with the edges and flags of its cells. */
export function docRow(
  cells: readonly string[],
  edges: readonly number[],
  flags: readonly number[] = [],
): readonly DocParagraph[] {
  const inTable = property(0x2416, 1);
  const definition = Buffer.alloc(1 + edges.length * 2 + cells.length * 20);
  definition[0] = cells.length;
  for (const [i, edge] of edges.entries()) definition.writeInt16LE(edge, 1 + i * 2);
  for (const [i, flag] of flags.entries()) definition.writeUInt16LE(flag, 1 + edges.length * 2 + i * 20);
  const size = Buffer.alloc(2);
  size.writeUInt16LE(definition.length + 1, 0);
  const end = [inTable, property(0x2417, 1), property(0xd608), size, definition];
  return [
    ...cells.map((text) => ({ runs: [{ text: `${text}\x07` }], properties: inTable })),
    { runs: [{ text: "\x07" }], properties: Buffer.concat(end) },
  ];
}
