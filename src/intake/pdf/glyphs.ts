import { type LegacyFont, legacyFontOf } from "../../domain/text/legacy-encoding.ts";

/** One letter as drawn, in the frame in which its text reads to the right: u along the line, v downwards. */
export interface Glyph {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  /** Letter height in points. */
  readonly size: number;
  /** Space that the file asks to be left after every letter. */
  readonly spacing: number;
  readonly space: boolean;
  /** 0 reads to the right on the page as it lies, 1 downwards, 2 to the left, 3 upwards. */
  readonly quarters: number;
  readonly font: FontFace;
  readonly origin: "text" | "annotation";
  readonly hidden: boolean;
}

export interface FontFace {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly vertical: boolean;
  /** Text units to letter units: 0.001 but for fonts drawn by the file itself. */
  readonly scale: number;
  /** For a font of before Unicode, whose letters are not what they say. */
  readonly legacy: LegacyFont | null;
}

/** What the name of a font says: "ABCDEE+Times New Roman,BoldItalic", "TimesNewRomanPS-BoldMT", "Arial-Black". */
export function faceOf(name: string, more: Partial<FontFace> = {}): FontFace {
  const plain = name.replace(/^[A-Z]{6}\+/, "");
  return {
    name: plain,
    bold: /bold|black|heavy|semibold|demi/i.test(plain) || /^\.Vn\w+B$/.test(plain),
    italic: /italic|oblique|kursiv/i.test(plain) || /[-,](?:It|BoldIt)$/.test(plain),
    vertical: false,
    scale: 0.001,
    legacy: legacyFontOf(plain),
    ...more,
  };
}
