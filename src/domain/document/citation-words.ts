import { type CalendarDate, calendarDate } from "../basics/calendar-date.ts";
import { fold } from "../text/fold.ts";
import type { CitationRelation } from "./citation.ts";
import { foldedKindNames, kindNamed } from "./kind.ts";

/** A piece of a text: value and offsets in the text as given. */
export interface Piece<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/** A name of a kind at the end of a text, by its last word, in the order in which they are tried. */
const kindEndings = Map.groupBy(
  ["van ban", "cac van ban", ...foldedKindNames].map((name) => ({
    ending: new RegExp(`(?<![\\p{L}\\p{N}])${name.replaceAll(" ", "\\s+")}$`, "u"),
    lastWord: name.slice(name.lastIndexOf(" ") + 1),
  })),
  ({ lastWord }) => lastWord,
);

/**
 * The name of a kind in front of a number ("Nghị quyết số |59-NQ/TW") and where it begins; null when there is none.
 * A damaged "số" ("s6", "50") is stepped over. "Văn bản" and "Công văn" count; the value is in sentence case.
 */
export function kindBefore(text: string, at: number): Piece<string> | null {
  const from = Math.max(0, at - 60);
  const before = fold(text.slice(from, at));
  const tail = /\s*(?:(?:\bso(?: hieu)?|\b[s5$][\p{L}\p{N}])\s*[:.]?)?\s*$/u.exec(before);
  const body = before.slice(0, tail?.index ?? before.length).replace(/\s/g, " ");
  const lastWord = /[\p{L}\p{N}]+$/u.exec(body)?.[0] ?? "";
  for (const { ending } of kindEndings.get(lastWord) ?? []) {
    const match = ending.exec(body);
    if (!match) continue;
    const start = from + match.index;
    const end = from + body.length;
    return { value: sentenceCase(text.slice(start, end)), start, end };
  }
  return null;
}

/** Where the words "số", "số:" in front of a number begin; the number's own start when there are none. */
export function introductionStart(text: string, at: number): number {
  const from = Math.max(0, at - 12);
  const match = /(?<![\p{L}\p{N}])(?:so|s[06])\s*[:.]?\s*$/u.exec(fold(text.slice(from, at)));
  return match ? from + match.index : at;
}

function sentenceCase(name: string): string {
  const kind = kindNamed(name);
  const words = name.replace(/\s+/g, " ").toLowerCase();
  if (kind && fold(kind.name) === fold(words)) return kind.name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const longDate =
  /^[\s,(]*(?:(?:ky|ban hanh)\s+)?ngay\s+(\d{1,2})\s*(?:thang\s+(\d{1,2})\s+nam\s+(\d{4})|[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}))(?!\d)/u;
const ofIssuer = /^\s*(?:\(\s*)?cua\s+/u;

/**
 * The date of a cited document: directly behind its number or behind its issuer ("… số 12/NQ-CP của Chính phủ ngày …"),
 * written "ngày 24 tháng 01 năm 2025", "ngày 24/01/2025" or "ngày 24-01-2025". Null when none is said there, or when
 * the numbers are no day of the calendar.
 */
export function dateAfter(text: string, at: number): Piece<CalendarDate> | null {
  const rest = fold(text.slice(at, at + 160)).replace(/\s/g, " ");
  const direct = readDate(rest);
  if (direct) return { value: direct.date, start: at, end: at + direct.end };
  const of = ofIssuer.exec(rest);
  if (!of) return null;
  const next = rest.indexOf(" ngay ", of[0].length);
  // Between the number and its date stands the issuer alone: nothing that ends a thought or speaks of a deadline.
  if (
    next < 0 ||
    /[;:.()]|\b(?:truoc|tu|den|ke|vao|trong|ban hanh|ve|thuc hien|sua doi)$|\d/u.test(
      rest.slice(of[0].length, next),
    )
  )
    return null;
  if (/\b(?:ve|ban hanh|thuc hien|trien khai|quy dinh|sua doi|tai)\b/u.test(rest.slice(of[0].length, next)))
    return null;
  const later = readDate(rest.slice(next));
  return later ? { value: later.date, start: at + next, end: at + next + later.end } : null;
}

function readDate(rest: string): { date: CalendarDate; end: number } | null {
  const match = longDate.exec(rest);
  if (!match) return null;
  const date = calendarDate(Number(match[3] ?? match[5]), Number(match[2] ?? match[4]), Number(match[1]));
  return date ? { date, end: match[0].length } : null;
}

/** Words that say what the document does with what it cites; the nearest in front of the citation decides. */
const relationWords: readonly { readonly relation: CitationRelation; readonly words: RegExp }[] = [
  { relation: "attaches", words: /(?:ban hanh )?kem theo|dinh kem/g },
  {
    relation: "replaces",
    words:
      /thay the(?: cho)?|bai bo|huy bo|thay cho|thu hoi(?= (?:van ban|quyet dinh|ke hoach|thong bao|chi thi|cong van|huong dan|quy che))/g,
  },
  { relation: "amends", words: /sua doi|bo sung mot so|dieu chinh, bo sung/g },
  { relation: "basis", words: /can cu|theo de nghi|xet de nghi|xet to trinh|tren co so/g },
  {
    relation: "implements",
    words: /thuc hien|trien khai|thi hanh|quan triet|chap hanh|tiep tuc thuc hien|cu the hoa/g,
  },
];
const sentenceEnd = /[.!?](?=\s)/g;
const clauseEnd = /;(?=\s)/g;
/** "đã được sửa đổi theo Nghị quyết …" tells what others did. */
const passive = /(?:duoc|bi)\s+(?:\S+\s+){0,6}$/u;
/** A further member of a list: "thực hiện Nghị quyết A; Kế hoạch B và Chương trình C". */
const nextOfList = /(?:^|[;,]|\bva)\s*(?:cac\s+)?$/u;

/**
 * What the document does with the one cited at an offset (start of its kind or number). `earlier` are the ends of the
 * citations in front of it in the same paragraph, `previous` the relation of the last of them. The nearest word since the last citation of the clause decides;
 * a list shares the word of its first member. "Sửa đổi", "thay thế" and "kèm theo" behind another citation speak of
 * that one and give "mentions": a wrong one would falsify the history of two documents.
 */
export function relationAt(
  text: string,
  at: number,
  earlier: readonly number[],
  previous: CitationRelation | null,
): CitationRelation {
  const from = Math.max(0, at - 400);
  const before = fold(text.slice(from, at)).replace(/\s/g, " ");
  const sentence = endOfLast(sentenceEnd, before);
  const clause = Math.max(sentence, endOfLast(clauseEnd, before));
  const lastCitation = Math.max(0, ...earlier.map((end) => end - from));
  const nearest = nearestWord(before, Math.max(clause, lastCitation));
  if (!nearest) {
    if (/^[^.;]*\b(?:het hieu luc|bi bai bo)/u.test(fold(text.slice(at, at + 200)))) return "replaces";
    if (!nextOfList.test(before)) return "mentions";
    const shared = previous === "basis" || previous === "implements" ? previous : null;
    return lastCitation > sentence && shared ? shared : openingRelation(before.slice(sentence));
  }
  const bindsForGood = ["replaces", "amends", "attaches"].includes(nearest.relation);
  const ofAnother = lastCitation > sentence || passive.test(before.slice(0, nearest.index));
  return bindsForGood && ofAnother ? "mentions" : nearest.relation;
}

/** The relation of a sentence that begins with its word: "Căn cứ …; …", "Thực hiện …; …". */
function openingRelation(sentence: string): CitationRelation {
  const first = relationWords.find(({ words }) => sentence.trimStart().search(words) === 0);
  return first && ["basis", "implements"].includes(first.relation) ? first.relation : "mentions";
}

function nearestWord(before: string, from: number): { relation: CitationRelation; index: number } | null {
  let best: { relation: CitationRelation; index: number } | null = null;
  for (const { relation, words } of relationWords)
    for (const match of before.matchAll(words))
      if (match.index >= from && (!best || match.index > best.index)) best = { relation, index: match.index };
  return best;
}

function endOfLast(pattern: RegExp, text: string): number {
  let last = 0;
  for (const match of text.matchAll(pattern)) last = match.index + match[0].length;
  return last;
}
