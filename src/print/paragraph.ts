import { AlignmentType, BorderStyle, type IParagraphOptions, Paragraph, TextRun } from "docx";
import { font, halfPoints, twips } from "./statutory-measures.ts";

export interface Lettering {
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export type Alignment = "left" | "centre" | "justified";

const alignments = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  justified: AlignmentType.JUSTIFIED,
} as const;

/** Room around a paragraph in points, and how it is set. */
export interface Setting {
  readonly align: Alignment;
  readonly before?: number;
  readonly after?: number;
  /** Of the first line, in millimetres. */
  readonly indent?: number;
  /** Lines: 1 is single, 1.5 the most that the decree allows. */
  readonly leading?: number;
  /** Stays on the page of the paragraph after it. */
  readonly keepWithNext?: boolean;
}

export function run(text: string, { size, bold = false, italic = false }: Lettering): TextRun {
  return new TextRun({ text: unbroken(text), font, size: halfPoints(size), bold, italics: italic });
}

/** Holds together on a line what must not begin one: the number after "số", and a dash between words. */
function unbroken(text: string): string {
  return text.replace(/(?<=\bsố) (?=\d)/giu, "\u00a0").replace(/(?<=\S) (?=[-–] )/g, "\u00a0");
}

export function paragraph(runs: readonly TextRun[], setting: Setting): Paragraph {
  return new Paragraph({ children: runs, ...settingOf(setting) });
}

/** One text in one lettering. */
export function line(text: string, lettering: Lettering, setting: Setting): Paragraph {
  return paragraph([run(text, lettering)], setting);
}

/**
 * A solid rule in the middle of a column: a paragraph one point high with a border, indented from both sides. A rule
 * drawn as a picture would shift when the text above it grows.
 */
export function rule(width: number, column: number, { before = 0, after = 0 } = {}): Paragraph {
  const side = twips(Math.max(0, (column - width) / 2));
  return new Paragraph({
    children: [new TextRun({ text: "", size: 2 })],
    indent: { left: side, right: side },
    spacing: { before: before * 20, after: after * 20, line: 20, lineRule: "exact" },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 0 } },
  });
}

function settingOf(setting: Setting): IParagraphOptions {
  const { align, before = 0, after = 0, indent = 0, leading = 1, keepWithNext = false } = setting;
  return {
    alignment: alignments[align],
    spacing: { before: before * 20, after: after * 20, line: Math.round(leading * 240), lineRule: "auto" },
    indent: { firstLine: twips(indent) },
    keepNext: keepWithNext,
  };
}
