import { isCapitals } from "../document/head-lines.ts";
import { whyUnplaced } from "../language/unplaced-reasons.ts";
import { beginsWithAction } from "./action-verbs.ts";
import { type OrderPiece, withoutTopic } from "./order-sentence.ts";
import { formulaReason, tellsThePast } from "./order-words.ts";
import type { OutlineItem } from "./outline.ts";
import { type SectionKind, sectionKindOf, silentSections } from "./section.ts";

/** What is known of an item when it is judged. */
export interface JudgedItem {
  readonly item: OutlineItem;
  readonly section: SectionKind;
  /** Bodies that the headings and opening sentences above it tell to act. */
  readonly told: boolean;
  /** They stand in a heading of their own: whatever stands under it is theirs to do. */
  readonly addressed: boolean;
  /** Its words begin with, or are only, the bodies they are meant for. */
  readonly heading: "whole" | "beginning" | null;
  readonly pieces: readonly OrderPiece[];
}

/** Beginnings of list entries that are papers, cases or sums and not deeds. */
const isThing =
  /^(?:Biên bản|Đơn |Hồ sơ|Các |Những |Danh sách|Giấy|Bản |Văn bản|Số |Tổng số|Hộ |Kinh phí|Nguồn|Thời gian|Địa điểm|Trường hợp|Chứng từ|Mức |\d|[“"(])/u;

/** Why an item orders nothing, in words for a person; null when it is an order. */
export function reasonAgainst({
  item,
  section,
  told,
  addressed,
  heading,
  pieces,
}: JudgedItem): string | null {
  const silent = silentSections[section];
  if (silent !== undefined) return silent;
  const words = item.text;
  if (words.length < 12 || !/\p{L}/u.test(words)) return whyUnplaced("tooShort");
  if (heading === "whole") return whyUnplaced("bodiesOnly");
  if (heading === null && opensNothing(item, pieces)) return whyUnplaced("emptyHeading");
  if (heading === null && isSectionHeading(item)) return whyUnplaced("emptyHeading");
  if (/^\((?:Kèm|kèm|Ban hành|Một số|Chi tiết|Đính kèm)/u.test(words)) return whyUnplaced("toAnnex");
  const formula = formulaReason(words, told);
  if (formula !== null) return formula;
  const acts =
    beginsWithAction(withoutTopic(words)) || beginsWithAction(words) || (addressed && !isThing.test(words));
  const dated = pieces.some((piece) => piece.time !== null);
  const past = tellsThePast(words) && !acts && !dated;
  if (pieces.some((piece) => piece.leads.length > 0)) return past ? whyUnplaced("past") : null;
  if (heading !== null) return null;
  if (past) return whyUnplaced("past");
  if (!acts || (section === "neutral" && !told)) return whyUnplaced("notOrdering");
  return section === "funding" && !told ? whyUnplaced("funding") : null;
}

/** "a) Hợp tác về kinh tế:": a short numbered line with a colon, the order itself stands in the paragraph behind it. */
function opensNothing(item: OutlineItem, pieces: readonly OrderPiece[]): boolean {
  const open = item.marker !== null && item.children.length === 0 && /:\s*$/.test(item.text);
  return (
    open && item.text.length < 120 && pieces.every(({ leads, time }) => leads.length === 0 && time === null)
  );
}

/** Whether an item is a heading of a section: by its number, its capitals, or what stands under it. */
export function isSectionHeading(item: OutlineItem): boolean {
  if (isCapitals(item.text, 5)) return true;
  if (["roman", "part", "capital"].includes(item.marker?.kind ?? "")) return item.text.length < 200;
  if (item.children.length === 0 || /[:.;]\s*$/.test(item.text)) return false;
  return item.text.length < 90 && sectionKindOf(item.text) !== "neutral";
}
