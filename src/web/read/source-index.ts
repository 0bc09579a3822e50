import type { PlaceAnswer, SourceBlock, SourceParagraph } from "../../contract/source.ts";

/** A paragraph of the source with its own number; `row` names the table row it stands in. */
export interface Spot {
  readonly id: number;
  readonly paragraph: SourceParagraph;
  readonly row: string | null;
  /** Page where it begins, when known. */
  readonly page: number | null;
}

/** The source laid out for the screen: the same blocks, their paragraphs numbered. */
export type LaidBlock =
  | { readonly kind: "paragraph"; readonly spot: Spot }
  | { readonly kind: "table"; readonly tracks: string; readonly rows: readonly LaidRow[] };

export interface LaidRow {
  readonly key: string;
  readonly cells: readonly {
    readonly column: number;
    readonly columnSpan: number;
    readonly spots: readonly Spot[];
  }[];
}

export interface SourceIndex {
  readonly blocks: readonly LaidBlock[];
  readonly spots: readonly Spot[];
}

/** Characters from…to (exclusive) of a paragraph's text. */
export type Stretch = readonly [from: number, to: number];

/** What is lit: the paragraphs of the chosen finding, and in them the words of the chosen cell. */
export interface Light {
  readonly region: ReadonlySet<number>;
  readonly words: ReadonlyMap<number, readonly Stretch[]>;
}

/** Numbers the paragraphs of a source. */
export function indexSource(source: readonly SourceBlock[]): SourceIndex {
  const spots: Spot[] = [];
  const lay = (paragraph: SourceParagraph, row: string | null): Spot => {
    const page = paragraph.spans[0]?.place.page ?? null;
    const spot = { id: spots.length, paragraph, row, page };
    spots.push(spot);
    return spot;
  };
  const blocks = source.map((block, at): LaidBlock => {
    if (block.kind === "paragraph") return { kind: "paragraph", spot: lay(block, null) };
    const rows = block.rows.map((row, rowAt) => {
      const key = `${at}.${rowAt}`;
      const cells = row.cells.map(({ column, columnSpan, paragraphs }) => ({
        column,
        columnSpan,
        spots: paragraphs.map((paragraph) => lay(paragraph, key)),
      }));
      return { key, cells };
    });
    return { kind: "table", tracks: tracksOf(rows, block.columnCount), rows };
  });
  return { blocks, spots };
}

/** Room for a letter of the source's small text, and for the sides of a cell, in pixels. */
const letterWidth = 8;
const cellSides = 12;
const widestMinimum = 96;

/**
 * Grid tracks of a table: each column has room for its longest word and shares the rest by the square root of its
 * letters, which keeps narrow columns readable.
 */
function tracksOf(rows: readonly LaidRow[], columnCount: number): string {
  const letters = new Array<number>(Math.max(columnCount, 1)).fill(0);
  const longest = new Array<number>(letters.length).fill(1);
  for (const row of rows)
    for (const { column, columnSpan, spots } of row.cells) {
      if (columnSpan !== 1) continue;
      for (const { paragraph } of spots) {
        letters[column] = (letters[column] ?? 0) + paragraph.text.length;
        const words = paragraph.text.split(/\s+/).map((word) => word.length);
        longest[column] = Math.max(longest[column] ?? 1, ...words);
      }
    }
  const most = Math.max(...letters, 1);
  const least = longest.map((word) => Math.min(widestMinimum, word * letterWidth + cellSides));
  const needed = least.reduce((sum, width) => sum + width, 0);
  return letters
    .map((count, column) => {
      const width = least[column] ?? 0;
      // Where not even that fits, words are parted and no column is cut off.
      const share = ((100 * width) / needed).toFixed(2);
      return `minmax(min(${width}px, ${share}%), ${Math.max(0.1, Math.sqrt(count / most)).toFixed(2)}fr)`;
    })
    .join(" ");
}

/** What a task knows about where it stands. */
export interface Located {
  readonly sources: readonly PlaceAnswer[];
  readonly content: string;
}

/**
 * The paragraphs a task stands in: by its places, as exactly as the source knows them (lines, boxes); where it knows
 * only pages or nothing, by the words of the task. A task of a table row takes in the whole row.
 */
export function regionOf(index: SourceIndex, task: Located): ReadonlySet<number> {
  const exact = index.spots.filter((spot) => task.sources.some((place) => standsAt(spot, place)));
  // Where one line or page holds several rows, the words tell which; where they were repaired, the place stands alone.
  const narrowed = exact.length > 1 ? byWords(exact, task) : exact;
  const found = narrowed.length > 0 ? narrowed : exact.length > 0 ? exact : byWords(index.spots, task);
  const rows = new Set(found.flatMap((spot) => (spot.row === null ? [] : [spot.row])));
  const region = found.map((spot) => spot.id);
  for (const spot of index.spots) if (spot.row !== null && rows.has(spot.row)) region.push(spot.id);
  return new Set(region);
}

/** Shorter pieces ("Số:") stand in many places and tell nothing. */
const tellingLength = 12;

/** Paragraphs that hold the words, on the task's pages first, else anywhere. */
function byWords(spots: readonly Spot[], { content, sources }: Located): readonly Spot[] {
  const pages = new Set(sources.map((place) => place.page));
  const pieces = content.split("\n");
  const telling = pieces.filter((piece) => piece.length >= tellingLength);
  const sought = telling.length > 0 ? telling.join("\n") : content;
  const holding = spots.filter((spot) => stretchesOf(spot.paragraph.text, sought).length > 0);
  const onPages = holding.filter((spot) => pages.has(spot.page));
  return onPages.length > 0 ? onPages : holding;
}

/** Exactly enough to light: lines that overlap, or boxes of one page that share most of a line's height. */
function standsAt(spot: Spot, place: PlaceAnswer): boolean {
  return spot.paragraph.spans.some(({ place: own }) => {
    if (place.lineFrom !== null && own.lineFrom !== null)
      return (
        own.lineFrom <= (place.lineTo ?? place.lineFrom) && place.lineFrom <= (own.lineTo ?? own.lineFrom)
      );
    if (place.page === null || place.page !== own.page || !place.box || !own.box) return false;
    const [left, top, right, bottom] = place.box;
    const [ownLeft, ownTop, ownRight, ownBottom] = own.box;
    const shared = Math.min(bottom, ownBottom) - Math.max(top, ownTop);
    return shared > (ownBottom - ownTop) / 2 && Math.min(right, ownRight) > Math.max(left, ownLeft);
  });
}

/**
 * Where words stand inside a region: for each paragraph the stretches to light. White space does not count, a line
 * break of the words begins a new piece, and a paragraph that is wholly part of the words is lit whole.
 */
export function lightWords(
  index: SourceIndex,
  region: ReadonlySet<number>,
  words: string,
): ReadonlyMap<number, readonly Stretch[]> {
  const lit = new Map<number, readonly Stretch[]>();
  for (const spot of index.spots) {
    if (!region.has(spot.id)) continue;
    const stretches = stretchesOf(spot.paragraph.text, words);
    if (stretches.length > 0) lit.set(spot.id, stretches);
  }
  return lit;
}

function stretchesOf(text: string, words: string): readonly Stretch[] {
  const squeezed = squeeze(text);
  const whole = squeeze(words).letters;
  if (squeezed.letters === "" || whole === "") return [];
  const found: Stretch[] = [];
  for (const piece of words.split("\n")) {
    const letters = squeeze(piece).letters;
    const at = letters === "" ? -1 : squeezed.letters.indexOf(letters);
    if (at >= 0) found.push(stretchAt(squeezed.offsets, at, letters.length));
  }
  if (found.length === 0 && squeezed.letters.length >= 4 && whole.includes(squeezed.letters))
    found.push([0, text.length]);
  return found;
}

function stretchAt(offsets: readonly number[], at: number, length: number): Stretch {
  return [offsets[at] ?? 0, (offsets[at + length - 1] ?? 0) + 1];
}

/** The letters without white space, in lower case, and where each stood. */
function squeeze(text: string): { readonly letters: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let letters = "";
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? "";
    if (/\s/.test(letter)) continue;
    const lower = letter.toLowerCase();
    // A capital that becomes two letters keeps its own form, so that offsets stay true.
    letters += lower.length === 1 ? lower : letter;
    offsets.push(at);
  }
  return { letters, offsets };
}
