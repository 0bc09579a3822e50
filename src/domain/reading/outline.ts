import { type Block, type Paragraph, type Table, visibleText } from "../document/block.ts";
import { type Marker, markerOf } from "../document/marker.ts";

/** An item of the running text with what stands under it, or a table between items. */
export interface OutlineItem {
  readonly kind: "item";
  readonly marker: Marker | null;
  /** Words without the marker. */
  readonly text: string;
  /** The paragraph with further ones that belong to the same item, in order. */
  readonly paragraphs: readonly Paragraph[];
  /** Offset of `text` in the first paragraph's own text. */
  readonly offset: number;
  readonly children: readonly OutlineNode[];
}

export type OutlineNode = OutlineItem | { readonly kind: "table"; readonly table: Table };

interface OpenItem {
  readonly level: string;
  readonly item: {
    marker: Marker | null;
    text: string;
    paragraphs: Paragraph[];
    offset: number;
    children: OutlineNode[];
  };
}

/**
 * The running text as a tree of numbered and bulleted items. Levels are found by first appearance, because every
 * office nests its own way: a marker of a kind that is already open closes it and all below; another kind opens a
 * level below the last item. A paragraph without a marker stands under the last heading, or, when the words before it
 * are unfinished, goes on with them.
 */
export function outlineOf(blocks: readonly Block[]): readonly OutlineNode[] {
  const roots: OutlineNode[] = [];
  let open: OpenItem[] = [];
  const add = (node: OutlineNode): void => {
    (open.at(-1)?.item.children ?? roots).push(node);
  };
  for (const block of blocks) {
    if (block.kind === "table") {
      add({ kind: "table", table: block });
      continue;
    }
    if (block.role === "header" || block.role === "footer" || block.role === "footnote") continue;
    const whole = visibleText(block);
    const marker = realMarker(whole, open);
    const level = levelOf(block, marker, whole);
    open = keepAbove(open, level, marker);
    const offset = (marker?.end ?? 0) - (whole.length - block.text.length);
    const item: OpenItem["item"] = {
      marker,
      text: whole.slice(marker?.end ?? 0).trim(),
      paragraphs: [block],
      offset: Math.max(0, offset),
      children: [],
    };
    add({ kind: "item", ...item });
    if (level !== "plain") open.push({ level, item });
  }
  return roots;
}

/** "2025. …" or "V. Putin": a marker only counts when its number can come next in its list. */
function realMarker(text: string, open: readonly OpenItem[]): Marker | null {
  const marker = markerOf(text);
  if (marker?.kind !== "capital" && marker?.kind !== "arabic") return marker;
  if (marker.kind === "capital") return /^[A-HĐ]$/u.test(marker.label) ? marker : null;
  const before = open.findLast((candidate) => candidate.level === "arabic")?.item.marker?.label;
  const [from, to] = [Number.parseInt(before ?? "0", 10), Number.parseInt(marker.label, 10)];
  return to <= from + 6 || to <= 20 ? marker : null;
}

/** What level of the outline a paragraph opens; "plain" opens none, an "opener" is a sentence that ends with a colon. */
function levelOf(paragraph: Paragraph, marker: Marker | null, text: string): string {
  if (marker) {
    if (marker.kind === "decimal") return `decimal${marker.label.split(".").length}`;
    return marker.kind;
  }
  if (isAnnexTitle(text)) return "annex";
  if (isUnnumberedHeading(paragraph, text)) return "heading";
  return /:$/.test(text) ? "opener" : "plain";
}

/** "PHỤ LỤC II", "Phụ lục": everything after it belongs to the annex. */
export function isAnnexTitle(text: string): boolean {
  return (
    /^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU|Biểu)(?:\s+(?:số\s+)?[IVX\d]{1,4}[.:]?|)\s*$/u.test(text) ||
    /^(?:PHỤ LỤC|PHỤ BIỂU)\b.{0,200}$/u.test(text)
  );
}

/** A short line in capitals or bold without a number: "TỔ CHỨC THỰC HIỆN". */
function isUnnumberedHeading(paragraph: Paragraph, text: string): boolean {
  if (text.length > 120 || /[.;,]$/.test(text)) return false;
  const letters = text.replace(/[^\p{L}]/gu, "");
  const capitals = letters.length > 5 && letters === letters.toUpperCase();
  return capitals || (paragraph.style.bold === true && paragraph.style.align !== "center" && text.length > 8);
}

/** Kinds that close everything but what they may stand under. */
const outerness: Readonly<Record<string, number>> = { annex: 0, part: 1, article: 2, roman: 3, capital: 3 };

function keepAbove(open: readonly OpenItem[], level: string, marker: Marker | null): OpenItem[] {
  if (level === "plain" || level === "opener")
    return afterPlain(open.filter((candidate) => level === "plain" || candidate.level !== "opener"));
  const same = open.findLastIndex((candidate) => candidate.level === level);
  if (same >= 0) return open.slice(0, same);
  const rank = outerness[level];
  if (rank !== undefined) {
    const inner = open.findIndex((candidate) => (outerness[candidate.level] ?? 9) > rank);
    return inner < 0 ? [...open] : open.slice(0, inner);
  }
  if (level === "heading") return open.filter((candidate) => (outerness[candidate.level] ?? 9) <= 2);
  // A list that begins again at 1 or a) under a bullet belongs to the bullet; "2." cannot begin a list.
  const begins = marker !== null && (marker.label === "" || /^(?:1|a|i)$|\.1$/.test(marker.label));
  if (begins) return [...open];
  const bullets = open.findIndex((candidate) =>
    ["dash", "plus", "bullet", "bracket"].includes(candidate.level),
  );
  return bullets < 0 ? [...open] : open.slice(0, bullets);
}

/** A plain paragraph ends bulleted lists: it stands beside the item that opened them. */
function afterPlain(open: readonly OpenItem[]): OpenItem[] {
  const bullets = open.findIndex((candidate) =>
    ["dash", "plus", "bullet", "bracket", "letter"].includes(candidate.level),
  );
  return bullets < 0 ? [...open] : open.slice(0, bullets);
}
