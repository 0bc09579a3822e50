import { type Block, type Table, textOfBlocks } from "../block.ts";
import type { Page, PageWord, Ruling } from "../page.ts";
import type { Box } from "../place.ts";

/** Builds pages for tests: every letter is half as wide as the text is high, a space a quarter. */
export interface DrawOptions {
  readonly size?: number;
  readonly bold?: boolean;
  readonly origin?: PageWord["origin"];
}

/** The words of one line whose first letter stands at x and whose base line is at y. */
export function drawLine(text: string, x: number, y: number, options: DrawOptions = {}): PageWord[] {
  const size = options.size ?? 12;
  let left = x;
  return text.split(" ").map((word) => {
    const right = left + word.length * size * 0.5;
    const box: Box = [left, y - 0.8 * size, right, y + 0.2 * size];
    left = right + 0.25 * size;
    return {
      text: word,
      box,
      size,
      bold: options.bold ?? false,
      italic: false,
      origin: options.origin ?? "text",
      confidence: 1,
    };
  });
}

/** Width of a line drawn by `drawLine`. */
export function widthOfText(text: string, size = 12): number {
  return text.split(" ").reduce((sum, word) => sum + word.length * size * 0.5 + 0.25 * size, -0.25 * size);
}

/** A line in the middle between two places. */
export function drawCentred(
  text: string,
  left: number,
  right: number,
  y: number,
  options: DrawOptions = {},
): PageWord[] {
  return drawLine(text, (left + right - widthOfText(text, options.size)) / 2, y, options);
}

/** Breaks a text into lines no wider than `width`; the first may be indented. Gives the words and the next base line. */
export function drawParagraph(
  text: string,
  left: number,
  y: number,
  width: number,
  options: DrawOptions & { readonly indent?: number; readonly pitch?: number } = {},
): { readonly words: PageWord[]; readonly next: number } {
  const pitch = options.pitch ?? (options.size ?? 12) * 1.3;
  const words: PageWord[] = [];
  let line: string[] = [];
  let start = left + (options.indent ?? 0);
  let baseline = y;
  const close = (): void => {
    words.push(...drawLine(line.join(" "), start, baseline, options));
    line = [];
    start = left;
    baseline += pitch;
  };
  for (const word of text.split(" ")) {
    const wider = widthOfText([...line, word].join(" "), options.size);
    if (line.length > 0 && start + wider > left + width) close();
    line.push(word);
  }
  close();
  return { words, next: baseline };
}

export function drawnPage(number: number, words: readonly PageWord[], rulings: readonly Ruling[] = []): Page {
  return { number, width: 595, height: 842, pictureShare: 0, words, rulings };
}

export function flat(left: number, right: number, y: number): Ruling {
  return { direction: "horizontal", box: [left, y - 0.25, right, y + 0.25] };
}

export function upright(x: number, top: number, bottom: number): Ruling {
  return { direction: "vertical", box: [x - 0.25, top, x + 0.25, bottom] };
}

/** All lines of a grid with these boundaries. */
export function gridLines(xs: readonly number[], ys: readonly number[]): Ruling[] {
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const [top, bottom] = [ys[0] ?? 0, ys.at(-1) ?? 0];
  return [...ys.map((y) => flat(left, right, y)), ...xs.map((x) => upright(x, top, bottom))];
}

export const margin = { left: 85, right: 535 };

/** A page full of text paragraphs, so that its margins are known. */
export function textPage(number: number, paragraphs: readonly string[], indent = 28): Page {
  let y = 80;
  const words: PageWord[] = [];
  for (const text of paragraphs) {
    const drawn = drawParagraph(text, margin.left, y, margin.right - margin.left, { indent });
    words.push(...drawn.words);
    y = drawn.next + 4;
  }
  return drawnPage(number, words);
}

export function moved(word: PageWord, dx: number, dy: number): PageWord {
  const [x0, y0, x1, y1] = word.box;
  return { ...word, box: [x0 + dx, y0 + dy, x1 + dx, y1 + dy] };
}

/** The texts of the paragraphs that stand outside tables. */
export function texts(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
}

export function tables(blocks: readonly Block[]): Table[] {
  return blocks.filter((block) => block.kind === "table");
}

/** The texts of the cells of a table, row by row. */
export function rowsOf(table: Table | undefined): string[][] {
  return (table?.rows ?? []).map((row) => row.cells.map((cell) => textOfBlocks(cell.blocks)));
}
