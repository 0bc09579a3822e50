import type { Ruling } from "../../domain/document/page.ts";
import type { Box } from "../../domain/document/place.ts";
import { type FontFace, faceOf, type Glyph } from "./glyphs.ts";
import { apply, boxUnder, identity, type Matrix, matrixOf, multiply, turning } from "./matrix.ts";
import { type Paint, rulingsOfPath } from "./paths.ts";

/** What is drawn on one page, still as the page lies: letters each in its reading frame, the rest in page points. */
export interface PageContent {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly pictures: readonly Box[];
  /** The decoded pictures among them, by the name the library gives them, with the map of the unit square they fill. */
  readonly named: readonly { readonly name: string; readonly matrix: Matrix }[];
}

/** The operators of one page as the library lists them. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What the interpreter needs to know of the page and of the library. */
export interface PageFrame {
  /** From the units of the file to points of the page as it lies, y downwards. */
  readonly viewport: Matrix;
  readonly width: number;
  readonly height: number;
  readonly operators: Readonly<Record<string, number>>;
  readonly fontNamed: (id: string) => FontFace | null;
}

interface State {
  matrix: Matrix;
  fill: string;
  stroke: string;
  lineWidth: number;
  font: FontFace;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
}

const noFont = faceOf("");
const mostGlyphs = 400_000;
const mostRulings = 60_000;
/** Text with render mode 3 (and 7) is not painted: the layer that a recogniser puts over a scan. */
const unpainted = new Set([3, 7]);

/** Follows the operators of a page (ISO 32000-1, annex A) and notes letters, ruling lines and pictures. */
export function contentOf(list: OperatorList, frame: PageFrame): PageContent {
  const reader = new ContentReader(frame);
  for (let i = 0; i < list.fnArray.length; i++) {
    const args = list.argsArray[i];
    reader.run(list.fnArray[i] ?? 0, Array.isArray(args) ? args : []);
  }
  return reader.finish();
}

class ContentReader {
  readonly #frame: PageFrame;
  readonly #steps: ReadonlyMap<number, (args: readonly unknown[]) => void>;
  readonly #glyphs: Glyph[] = [];
  readonly #rulings: Ruling[] = [];
  readonly #pictures: Box[] = [];
  readonly #named: { name: string; matrix: Matrix }[] = [];
  #state: State;
  #stack: State[] = [];
  #line: Matrix = identity;
  #text: Matrix = identity;
  #inAnnotation = false;
  /** Set by a transform that makes the unit square as large as a picture, until something else is drawn. */
  #pictureDue = false;

  constructor(frame: PageFrame) {
    this.#frame = frame;
    this.#state = startState(frame.viewport);
    this.#steps = this.#table();
  }

  run(operator: number, args: readonly unknown[]): void {
    this.#steps.get(operator)?.(args);
  }

  finish(): PageContent {
    this.#closePicture();
    return { glyphs: this.#glyphs, rulings: this.#rulings, pictures: this.#pictures, named: this.#named };
  }

  #table(): Map<number, (args: readonly unknown[]) => void> {
    const set = (change: (state: State, value: number) => void) => (args: readonly unknown[]) =>
      change(this.#state, numberOf(args[0]));
    const byName: Record<string, (args: readonly unknown[]) => void> = {
      save: () => this.#save(),
      restore: () => this.#restore(),
      transform: (args) => this.#transform(matrixOf(args)),
      paintFormXObjectBegin: (args) => {
        this.#save();
        this.#transform(matrixOf(args[0]));
        this.#pictureDue = false;
      },
      paintFormXObjectEnd: () => this.#restore(),
      beginAnnotation: (args) => this.#beginAnnotation(args),
      endAnnotation: () => this.#endAnnotation(),
      setGState: (args) => this.#setGraphicsState(args[0]),
      setLineWidth: set((state, value) => {
        state.lineWidth = value;
      }),
      setFillRGBColor: (args) => {
        this.#state.fill = String(args[0]);
      },
      setStrokeRGBColor: (args) => {
        this.#state.stroke = String(args[0]);
      },
      setFillColorN: () => {
        this.#state.fill = "pattern";
      },
      setStrokeColorN: () => {
        this.#state.stroke = "pattern";
      },
      constructPath: (args) => this.#path(args),
      beginText: () => this.#moveTo(identity),
      setTextMatrix: (args) => this.#moveTo(matrixOf(args[0]) ?? identity),
      moveText: (args) => this.#move(numberOf(args[0]), numberOf(args[1])),
      setLeadingMoveText: (args) => {
        this.#state.leading = -numberOf(args[1]);
        this.#move(numberOf(args[0]), numberOf(args[1]));
      },
      nextLine: () => this.#move(0, -this.#state.leading),
      setFont: (args) => this.#setFont(args[0], args[1]),
      setCharSpacing: set((state, value) => {
        state.charSpacing = value;
      }),
      setWordSpacing: set((state, value) => {
        state.wordSpacing = value;
      }),
      setHScale: set((state, value) => {
        state.stretch = value / 100;
      }),
      setLeading: set((state, value) => {
        state.leading = value;
      }),
      setTextRise: set((state, value) => {
        state.rise = value;
      }),
      setTextRenderingMode: set((state, value) => {
        state.mode = value;
      }),
      showText: (args) => this.#show(args[0]),
      paintImageXObject: (args) => this.#picture(args[0]),
      paintInlineImageXObject: () => this.#picture(),
      paintImageMaskXObject: () => this.#picture(),
      paintSolidColorImageMask: () => this.#picture(),
    };
    const table = new Map<number, (args: readonly unknown[]) => void>();
    for (const [name, step] of Object.entries(byName)) {
      const operator = this.#frame.operators[name];
      if (operator !== undefined) table.set(operator, step);
    }
    return table;
  }

  #save(): void {
    this.#closePicture();
    this.#stack.push({ ...this.#state });
  }

  #restore(): void {
    this.#closePicture();
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #transform(matrix: Matrix | null): void {
    this.#closePicture();
    if (matrix === null) return;
    this.#state.matrix = multiply(this.#state.matrix, matrix);
    // Content is written in units of about a point; a transform to units of an inch or more is that of a picture.
    const [a, b, c, d] = this.#state.matrix;
    this.#pictureDue = Math.hypot(a, b) >= 24 && Math.hypot(c, d) >= 24;
  }

  #picture(name: unknown = null): void {
    this.#pictureDue = false;
    if (typeof name === "string" && !this.#inAnnotation)
      this.#named.push({ name, matrix: this.#state.matrix });
    const box = boxUnder(this.#state.matrix, 0, 0, 1, 1);
    this.#pictures.push(box);
  }

  /** Pictures are left out of the list because they are not decoded; what they leave is a transform and no drawing. */
  #closePicture(): void {
    if (this.#pictureDue) this.#picture();
  }

  #beginAnnotation(args: readonly unknown[]): void {
    this.#save();
    this.#inAnnotation = true;
    this.#state = startState(this.#frame.viewport);
    for (const part of [args[2], args[3]]) {
      const matrix = matrixOf(part);
      if (matrix) this.#state.matrix = multiply(this.#state.matrix, matrix);
    }
  }

  #endAnnotation(): void {
    this.#closePicture();
    this.#inAnnotation = false;
    this.#stack = [];
    this.#state = startState(this.#frame.viewport);
  }

  #setGraphicsState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of entries) {
      if (!Array.isArray(entry)) continue;
      if (entry[0] === "LW") this.#state.lineWidth = numberOf(entry[1]);
      if (entry[0] === "Font" && Array.isArray(entry[1])) this.#setFont(entry[1][0], entry[1][1]);
    }
  }

  #path(args: readonly unknown[]): void {
    this.#pictureDue = false;
    const data = Array.isArray(args[1]) ? args[1][0] : null;
    if (!(data instanceof Float32Array) || this.#rulings.length > mostRulings) return;
    const paint = this.#paintOf(numberOf(args[0]));
    if (paint)
      for (const ruling of rulingsOfPath(data, this.#state.matrix, paint)) this.#rulings.push(ruling);
  }

  /** What an operator paints in a colour that can be seen on paper; null when nothing. */
  #paintOf(operator: number): Paint | null {
    const names = this.#frame.operators;
    const both = [names.fillStroke, names.eoFillStroke, names.closeFillStroke, names.closeEOFillStroke];
    const fills = [names.fill, names.eoFill, ...both].includes(operator) && !isWhite(this.#state.fill);
    const strokes =
      [names.stroke, names.closeStroke, ...both].includes(operator) && !isWhite(this.#state.stroke);
    return fills || strokes ? { fills, strokes, lineWidth: this.#state.lineWidth } : null;
  }

  #moveTo(matrix: Matrix): void {
    this.#pictureDue = false;
    this.#line = matrix;
    this.#text = matrix;
  }

  #move(x: number, y: number): void {
    this.#line = multiply(this.#line, [1, 0, 0, 1, x, y]);
    this.#text = this.#line;
  }

  #setFont(id: unknown, size: unknown): void {
    this.#state.font = this.#frame.fontNamed(String(id)) ?? noFont;
    this.#state.fontSize = numberOf(size);
  }

  #show(items: unknown): void {
    this.#pictureDue = false;
    if (!Array.isArray(items) || this.#glyphs.length > mostGlyphs) return;
    const { font, fontSize, charSpacing, wordSpacing, stretch, rise } = this.#state;
    const whole = multiply(multiply(this.#state.matrix, this.#text), [1, 0, 0, 1, 0, rise]);
    const place = readingFrame(whole, fontSize, this.#frame);
    let x = 0;
    for (const item of items) {
      if (typeof item === "number") {
        x -= (item / 1000) * fontSize * stretch;
        continue;
      }
      const glyph = letterOf(item, font);
      if (glyph === null) continue;
      const width = font.vertical ? fontSize : glyph.width * font.scale * fontSize * stretch;
      if (place) this.#glyphs.push(this.#glyphAt(glyph, place, x, width, charSpacing * stretch));
      x += width + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * stretch;
    }
    this.#text = multiply(this.#text, font.vertical ? [1, 0, 0, 1, 0, -x] : [1, 0, 0, 1, x, 0]);
  }

  #glyphAt(letter: Letter, place: ReadingFrame, x: number, width: number, spacing: number): Glyph {
    const { font, mode } = this.#state;
    const [one, baseline] = font.vertical ? apply(place.matrix, 0, -x) : apply(place.matrix, x, 0);
    const [two] = font.vertical ? [one + place.size] : apply(place.matrix, x + width, 0);
    return {
      text: letter.text,
      start: Math.min(one, two),
      end: Math.max(one, two),
      baseline,
      size: place.size,
      spacing: Math.max(0, spacing * place.along),
      space: letter.text.trim() === "",
      quarters: place.quarters,
      font,
      origin: this.#inAnnotation ? "annotation" : "text",
      hidden: unpainted.has(mode),
    };
  }
}

interface ReadingFrame {
  /** From text units to the frame in which this text reads to the right. */
  readonly matrix: Matrix;
  readonly quarters: number;
  readonly size: number;
  /** Points along the line for one text unit. */
  readonly along: number;
}

/** The frame in which a text reads to the right; null when it has no extent or no finite place. */
function readingFrame(whole: Matrix, fontSize: number, frame: PageFrame): ReadingFrame | null {
  const along = Math.hypot(whole[0], whole[1]);
  const size = Math.abs(fontSize) * Math.hypot(whole[2], whole[3]);
  if (!Number.isFinite(along + size) || size < 0.5 || size > 2000 || along === 0) return null;
  const angle = Math.atan2(whole[1] * Math.sign(fontSize), whole[0] * Math.sign(fontSize));
  const quarters = (((Math.round(angle / (Math.PI / 2)) % 4) + 4) % 4) % 4;
  return { matrix: multiply(turning(quarters, frame.width, frame.height), whole), quarters, size, along };
}

interface Letter {
  readonly text: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/** The parts of the library's letter that count here: its characters, its advance, and whether Tw applies to it. */
function letterOf(item: unknown, font: FontFace): Letter | null {
  if (typeof item !== "object" || item === null || !("unicode" in item)) return null;
  const width = "width" in item ? numberOf(item.width) : 0;
  const text = typeof item.unicode === "string" ? item.unicode : "";
  // TCVN3 has ư at the code that the library takes for a hyphen.
  const isSoftHyphen = "originalCharCode" in item && item.originalCharCode === 0xad && text === "-";
  return {
    text: font.legacy && isSoftHyphen ? "\u00ad" : text,
    width,
    isSpace: "isSpace" in item && item.isSpace === true,
  };
}

function startState(matrix: Matrix): State {
  return {
    matrix,
    fill: "#000000",
    stroke: "#000000",
    lineWidth: 1,
    font: noFont,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

/** White and what a printer cannot tell from it. */
function isWhite(colour: string): boolean {
  return /^#f[4-9a-f]f[4-9a-f]f[4-9a-f]$/i.test(colour);
}

function numberOf(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}
