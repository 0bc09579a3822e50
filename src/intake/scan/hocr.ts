/** A word as the recogniser gives it, in points of the picture it was given. */
export interface RecognisedWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Counts the lines of the picture. */
  readonly line: number;
  /** 0…1. */
  readonly confidence: number;
  /** Where the letters of the word stand on their line. */
  readonly baseline: number;
  /** Height of small letters without marks (x), as far as the recogniser can tell. */
  readonly xHeight: number;
  /** What else another way of reading made of it. */
  readonly alternatives?: readonly string[];
}

const pageStart = /<div class=['"]ocr_page['"]/;
const lineOrWord =
  /<span class=['"](ocr_line|ocr_header|ocr_caption|ocr_textfloat|ocrx_word)['"][^>]*?title=['"]([^'"]*)['"][^>]*>([^\n]*)/g;

/**
 * Takes the words out of the recogniser's own writing (hOCR 1.2, as Tesseract prints it): one list for each picture
 * given, in order. Pictures behind the last that was written get empty lists.
 */
export function wordsOfHocr(hocr: string, pictures: number): readonly (readonly RecognisedWord[])[] {
  const pages = hocr.split(pageStart).slice(1);
  return Array.from({ length: pictures }, (_, i) => wordsOfPage(pages[i] ?? ""));
}

function wordsOfPage(page: string): RecognisedWord[] {
  const words: RecognisedWord[] = [];
  let line: Line | null = null;
  let lines = 0;
  for (const [, kind, title = "", rest = ""] of page.matchAll(lineOrWord)) {
    const box = numbersOf(title, "bbox");
    const [left = 0, top = 0, right = 0, bottom = 0] = box;
    if (kind !== "ocrx_word") {
      lines++;
      line = lineFrom(title, left, bottom, bottom - top);
      continue;
    }
    const text = plain(rest);
    if (text === "" || line === null || right <= left || bottom <= top) continue;
    const [confidence = 0] = numbersOf(title, "x_wconf");
    words.push({
      text,
      left,
      top,
      right,
      bottom,
      line: lines,
      confidence: confidence / 100,
      baseline: line.bottom + line.offset + line.slope * ((left + right) / 2 - line.left),
      xHeight: line.xHeight,
    });
  }
  return words;
}

interface Line {
  readonly left: number;
  readonly bottom: number;
  readonly slope: number;
  readonly offset: number;
  readonly xHeight: number;
}

function lineFrom(title: string, left: number, bottom: number, height: number): Line {
  const [slope = 0, offset = 0] = numbersOf(title, "baseline");
  const [size = height] = numbersOf(title, "x_size");
  const [below = 0] = numbersOf(title, "x_descenders");
  const [above = 0] = numbersOf(title, "x_ascenders");
  return { left, bottom, slope, offset, xHeight: Math.max(1, size - below - above) };
}

function numbersOf(title: string, name: string): number[] {
  const part = new RegExp(`(?:^|;)\\s*${name}((?:\\s+-?[\\d.]+)+)`).exec(title)?.[1];
  return part ? part.trim().split(/\s+/).map(Number) : [];
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };

function plain(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? "")
    .trim()
    .normalize("NFC");
}
