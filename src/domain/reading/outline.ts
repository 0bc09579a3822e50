import { type Block, type Paragraph, placesWithin, type Table, visibleText } from "../document/block.ts";
import { isAnnexTitle, isCapitals } from "../document/head-lines.ts";
import { type Marker, markerOf } from "../document/marker.ts";
import { type Place, unitePlaces } from "../document/place.ts";

/** A paragraph of an item: from `start` on in the item's text stand the words from `offset` on of the paragraph. */
export interface ItemSegment {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly offset: number;
}

/** An item of the running text with what stands under it. */
export interface OutlineItem {
  readonly kind: "item";
  readonly marker: Marker | null;
  /** Words without the marker; an item that goes on in further paragraphs holds theirs too. */
  readonly text: string;
  readonly segments: readonly ItemSegment[];
  readonly children: readonly OutlineNode[];
}

export type OutlineNode = OutlineItem | { readonly kind: "table"; readonly table: Table };

interface DraftItem {
  readonly kind: "item";
  readonly marker: Marker | null;
  text: string;
  /** Words of the last paragraph: looking at the end of `text` would cost its whole length for each paragraph. */
  ending: string;
  readonly segments: ItemSegment[];
  readonly children: OutlineNode[];
}

/** Numbered and bulleted levels beside these: "annex", "heading", "opener" (a sentence that ends with a colon). */
interface OpenItem {
  readonly level: string;
  readonly item: DraftItem;
}

/**
 * The running text as a tree of numbered and bulleted items. Levels are found by first appearance, because every
 * office nests its own way: a marker of a kind that is already open closes it and all below; another kind opens a
 * level below the last item. A paragraph without a marker stands under the last heading, or, when the words before it
 * are unfinished, goes on with them.
 */
export function outlineOf(blocks: readonly Block[]): readonly OutlineNode[] {
  const roots: OutlineNode[] = [];
  let open: readonly OpenItem[] = [];
  let last: DraftItem | null = null;
  for (const block of blocks) {
    if (block.kind === "table") {
      (open.at(-1)?.item.children ?? roots).push({ kind: "table", table: block });
      last = null;
      continue;
    }
    if (block.role !== "body" && block.role !== "textBox") continue;
    const whole = visibleText(block);
    const marker = realMarker(whole, open);
    const level = levelOf(block, marker, whole);
    if (last && (level === "plain" || level === "opener") && isUnfinished(last)) {
      goOn(last, block);
      continue;
    }
    open = keepAbove(open, level, marker);
    const item = draftOf(block, whole, marker);
    (open.at(-1)?.item.children ?? roots).push(item);
    if (level !== "plain") open = [...open, { level, item }];
    last = item;
  }
  return roots;
}

/** Where the characters from…to of an item's text stand. */
export function placesOfItem(item: OutlineItem, from = 0, to = item.text.length): readonly Place[] {
  return unitePlaces(
    item.segments.flatMap((segment, i) => {
      const end = item.segments[i + 1]?.start ?? item.text.length;
      if (from >= end || to <= segment.start) return [];
      const shift = segment.offset - segment.start;
      return placesWithin(
        segment.paragraph,
        Math.max(from, segment.start) + shift,
        Math.min(to, end) + shift,
      );
    }),
  );
}

function draftOf(paragraph: Paragraph, whole: string, marker: Marker | null): DraftItem {
  const rest = whole.slice(marker?.end ?? 0);
  const lead = rest.length - rest.trimStart().length;
  const offset = Math.max(0, (marker?.end ?? 0) + lead - (whole.length - paragraph.text.length));
  return {
    kind: "item",
    marker,
    text: rest.trim(),
    ending: rest.trim(),
    segments: [{ paragraph, start: 0, offset }],
    children: [],
  };
}

/** A numbered item whose words break off: the next paragraph without a number goes on with it. */
function isUnfinished(item: DraftItem): boolean {
  return (
    item.marker !== null &&
    item.children.length === 0 &&
    item.text.length > 100 &&
    /(?:…|\.\.\.|[,\p{L}\p{N}])$/u.test(item.ending)
  );
}

function goOn(item: DraftItem, paragraph: Paragraph): void {
  item.segments.push({ paragraph, start: item.text.length + 1, offset: 0 });
  item.ending = visibleText(paragraph);
  item.text = `${item.text} ${item.ending}`;
}

/** "2025. …" or "V. Putin": a marker only counts when its number can come next in its list. */
function realMarker(text: string, open: readonly OpenItem[]): Marker | null {
  const marker = markerOf(text);
  if (marker?.kind === "capital") return /^[A-HĐ]$/u.test(marker.label) ? marker : null;
  if (marker?.kind !== "arabic") return marker;
  const before = open.findLast((candidate) => candidate.level === "arabic")?.item.marker?.label;
  const [from, to] = [Number.parseInt(before ?? "0", 10), Number.parseInt(marker.label, 10)];
  return to <= from + 6 || to <= 20 ? marker : null;
}

function levelOf(paragraph: Paragraph, marker: Marker | null, text: string): string {
  if (marker?.kind === "decimal") return `decimal${marker.label.split(".").length}`;
  if (marker) return marker.kind;
  if (opensDocumentPart(text)) return "annex";
  if (isUnnumberedHeading(paragraph, text)) return "heading";
  return /:$/.test(text) ? "opener" : "plain";
}

/** Whether a line opens an annex, or the plan that a decision issues. */
export function opensDocumentPart(text: string): boolean {
  return isAnnexTitle(text) || isAttachedTitle(text);
}

/** "KẾ HOẠCH" alone on its line: the document that a decision issues begins here. */
function isAttachedTitle(text: string): boolean {
  return /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|ĐỀ ÁN|QUY CHẾ|QUY ĐỊNH|PHƯƠNG ÁN|DANH MỤC|HƯỚNG DẪN|CHIẾN LƯỢC|BẢNG PHÂN CÔNG.{0,40})$/u.test(
    text,
  );
}

/** A short line in capitals or bold without a number: "TỔ CHỨC THỰC HIỆN". */
function isUnnumberedHeading(paragraph: Paragraph, text: string): boolean {
  if (text.length > 120 || /[.;,]$/.test(text)) return false;
  return (
    isCapitals(text, 6) ||
    (paragraph.style.bold === true && paragraph.style.align !== "center" && text.length > 8)
  );
}

/** Levels that close everything but what they may stand under, outermost first. */
const outerness: Readonly<Record<string, number>> = { annex: 0, part: 1, article: 2, roman: 3, capital: 3 };
const inner = 9;
const lists = new Set(["dash", "plus", "bullet", "bracket"]);

function keepAbove(open: readonly OpenItem[], level: string, marker: Marker | null): readonly OpenItem[] {
  if (level === "plain") return withoutLists(open);
  if (level === "opener") return withoutLists(open.filter((candidate) => candidate.level !== "opener"));
  const same = open.findLastIndex((candidate) => candidate.level === level);
  if (same >= 0) return open.slice(0, same);
  const rank = outerness[level];
  if (rank !== undefined) return upTo(open, (candidate) => (outerness[candidate.level] ?? inner) > rank);
  if (level === "heading") return open.filter((candidate) => (outerness[candidate.level] ?? inner) <= 2);
  // A list that begins at 1 or a) under a bullet belongs to the bullet; "2." cannot begin a list.
  const begins = marker !== null && (marker.label === "" || /^(?:1|a|i)$|\.1$/.test(marker.label));
  return begins ? open : upTo(open, (candidate) => lists.has(candidate.level));
}

/** The open items before the first with this property. */
function upTo(open: readonly OpenItem[], test: (item: OpenItem) => boolean): readonly OpenItem[] {
  const at = open.findIndex(test);
  return at < 0 ? open : open.slice(0, at);
}

/** A plain paragraph ends lists: it stands beside the item that opened them. */
function withoutLists(open: readonly OpenItem[]): readonly OpenItem[] {
  return upTo(open, (candidate) => lists.has(candidate.level) || candidate.level === "letter");
}
