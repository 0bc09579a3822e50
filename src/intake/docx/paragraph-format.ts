import type { ParagraphStyle } from "../../domain/document/block.ts";
import { childOf, integer, settingOf, switchOf, twips, type XmlElement } from "./xml.ts";

/** Indents in twips; null where nothing is said. */
export interface Indent {
  readonly left: number | null;
  /** First line relative to `left`; negative when it hangs. */
  readonly firstLine: number | null;
}

/** What a set of paragraph properties says; null where it says nothing. */
export interface ParagraphFormat {
  readonly align: ParagraphStyle["align"];
  readonly indent: Indent;
  /** The list ("0" takes the paragraph out of any list) and the level in it. */
  readonly list: string | null;
  readonly level: number | null;
  readonly pageBreakBefore: boolean | null;
}

export const noIndent: Indent = { left: null, firstLine: null };

export const plainParagraph: ParagraphFormat = {
  align: null,
  indent: noIndent,
  list: null,
  level: null,
  pageBreakBefore: null,
};

const alignments: Readonly<Record<string, ParagraphStyle["align"]>> = {
  left: "left",
  start: "left",
  center: "center",
  right: "right",
  end: "right",
  both: "justify",
  distribute: "justify",
  lowKashida: "justify",
  mediumKashida: "justify",
  highKashida: "justify",
  thaiDistribute: "justify",
};

/** Reads `w:pPr`; null gives a format that says nothing. */
export function paragraphFormatOf(properties: XmlElement | null): ParagraphFormat {
  if (!properties) return plainParagraph;
  const numbering = childOf(properties, "w:numPr");
  return {
    align: alignments[settingOf(properties, "w:jc") ?? ""] ?? null,
    indent: indentOf(properties),
    list: settingOf(numbering, "w:numId"),
    level: integer(settingOf(numbering, "w:ilvl")),
    pageBreakBefore: switchOf(properties, "w:pageBreakBefore"),
  };
}

/** The indents of a `w:pPr`; "hanging" is a first line to the left (ECMA-376 part 1 §17.3.1.12). */
export function indentOf(properties: XmlElement | null): Indent {
  const given = childOf(properties, "w:ind")?.attributes;
  if (!given) return noIndent;
  const hanging = twips(given["w:hanging"]);
  return {
    left: twips(given["w:left"] ?? given["w:start"]),
    firstLine: hanging === null ? twips(given["w:firstLine"]) : -hanging,
  };
}

/** What the nearer set says, else what the farther one says. */
export function inheritParagraph(near: ParagraphFormat, far: ParagraphFormat): ParagraphFormat {
  return {
    align: near.align ?? far.align,
    indent: inheritIndent(near.indent, far.indent),
    list: near.list ?? far.list,
    level: near.level ?? far.level,
    pageBreakBefore: near.pageBreakBefore ?? far.pageBreakBefore,
  };
}

export function inheritIndent(near: Indent, far: Indent): Indent {
  return { left: near.left ?? far.left, firstLine: near.firstLine ?? far.firstLine };
}
