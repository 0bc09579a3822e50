import type { Paragraph, ParagraphStyle } from "../../domain/document/block.ts";
import { type LegacyFont, legacyFontOf } from "../../domain/text/legacy-encoding.ts";

/** What an element and those around it say about their text. Handed down from element to element. */
export interface ElementStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly align: ParagraphStyle["align"];
  /** Letter height in points, when said. */
  readonly size: number | null;
  /** Left margin and first-line indent of the element itself, in points; not handed down. */
  readonly indent: number | null;
  readonly keepsSpaces: boolean;
  readonly hidden: boolean;
  /** The list number that Word writes as text ("mso-list: Ignore"). */
  readonly isListLabel: boolean;
  readonly role: Paragraph["role"];
  /** The font of before Unicode in which the text is set. */
  readonly legacyFont: LegacyFont | null;
}

export const rootStyle: ElementStyle = {
  bold: false,
  italic: false,
  align: null,
  size: null,
  indent: null,
  keepsSpaces: false,
  hidden: false,
  isListLabel: false,
  role: "body",
  legacyFont: null,
};

type Attributes = Readonly<Record<string, string>>;

const boldTags = new Set(["b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"]);
const italicTags = new Set(["i", "em", "cite", "dfn", "var", "address"]);

/** The style of an element: by its tag, its attributes of old HTML and its style attribute, over what it inherits. */
export function styleOf(tag: string, attributes: Attributes, outer: ElementStyle): ElementStyle {
  const declared = declarations(attributes.style ?? "");
  const weight = declared.get("font-weight");
  const slant = declared.get("font-style");
  const italicByTag = italicTags.has(tag) || outer.italic;
  return {
    bold: weight ? /^(bold|bolder|[6-9]00)/.test(weight) : boldTags.has(tag) || outer.bold,
    italic: slant ? /^(italic|oblique)/.test(slant) : italicByTag,
    align:
      alignment(declared.get("text-align") ?? attributes.align ?? (tag === "center" ? "center" : "")) ??
      outer.align,
    size: points(declared.get("font-size")) ?? outer.size,
    indent: sum(points(declared.get("margin-left")), points(declared.get("text-indent"))),
    keepsSpaces: tag === "pre" || tag === "textarea" || outer.keepsSpaces,
    hidden: outer.hidden || isHidden(declared, attributes),
    isListLabel: outer.isListLabel || declared.get("mso-list") === "ignore",
    role: roleOf(declared.get("mso-element")) ?? outer.role,
    legacyFont: fontOf(attributes, outer.legacyFont),
  };
}

/** Font names keep their capitals here: the last letter of ".VnTimeH" says that it draws capitals. */
function fontOf(attributes: Attributes, outer: LegacyFont | null): LegacyFont | null {
  const named = /font-family\s*:\s*['"]?([^;,'"]+)/i.exec(attributes.style ?? "")?.[1] ?? attributes.face;
  return named === undefined ? outer : legacyFontOf(named);
}

function declarations(style: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const declaration of style.toLowerCase().split(";")) {
    const colon = declaration.indexOf(":");
    if (colon > 0) found.set(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim());
  }
  return found;
}

function isHidden(declared: ReadonlyMap<string, string>, attributes: Attributes): boolean {
  return (
    declared.get("display")?.startsWith("none") === true ||
    declared.get("visibility")?.startsWith("hidden") === true ||
    declared.get("mso-hide") === "all" ||
    "hidden" in attributes
  );
}

function alignment(value: string): ParagraphStyle["align"] {
  const known = /^(left|center|right|justify)/i.exec(value)?.[1]?.toLowerCase();
  return known === "left" || known === "center" || known === "right" || known === "justify" ? known : null;
}

const pointsPerUnit: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  in: 72,
  cm: 28.346,
  mm: 2.8346,
  pc: 12,
};

/** An absolute CSS length in points; null for none and for relative ones. */
function points(length: string | undefined): number | null {
  const match = /^(-?\d*\.?\d+)\s*(pt|px|in|cm|mm|pc)/.exec(length ?? "");
  return match ? Math.round(Number(match[1]) * (pointsPerUnit[match[2] ?? ""] ?? 1) * 100) / 100 : null;
}

function sum(a: number | null, b: number | null): number | null {
  return a === null ? b : a + (b ?? 0);
}

/** Word marks what does not belong to the running text. */
function roleOf(element: string | undefined): Paragraph["role"] | null {
  if (element === undefined) return null;
  if (element.startsWith("footnote") || element.startsWith("endnote")) return "footnote";
  if (element.startsWith("comment")) return "annotation";
  return element === "header" || element === "footer" ? element : null;
}
