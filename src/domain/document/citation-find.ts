import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import type { Gazetteer } from "../organisation/gazetteer.ts";
import { fold, singleSpaced } from "../text/fold.ts";
import { type Block, type Paragraph, paragraphsOf, placesWithin } from "./block.ts";
import type { Citation } from "./citation.ts";
import { dateAfter, introductionStart, kindBefore, relationAt } from "./citation-words.ts";
import { type IssuerBody, type IssuerContext, issuerOfSymbol, readBodyName } from "./issuer.ts";
import { kindNameOf } from "./kind.ts";
import { type DocumentNumber, parseDocumentNumber } from "./number.ts";
import { type FoundNumber, findDocumentNumbers } from "./number-find.ts";
import { settledNumbers, withLostBars } from "./number-settle.ts";
import { nowhere } from "./place.ts";
import { writtenWithin } from "./respelled-blocks.ts";

/** What is known about the document whose citations are read, as its head gives it. */
export interface CitationSurroundings {
  readonly gazetteer: Gazetteer;
  /** Its own number, which is never a citation; null when it has none yet. */
  readonly own: string | null;
  /** Full name of its issuer: "UBND tỉnh" in the text is of the same province. */
  readonly issuer: string | null;
  /** ISO date of the document. */
  readonly date: string | null;
  /** Numbers of documents that are known from elsewhere; a doubtful number is rather one of them. */
  readonly known?: ReadonlySet<string>;
}

interface CitationContext extends IssuerContext {
  readonly own: string | null;
  readonly known: ReadonlySet<string>;
}

interface Draft {
  readonly found: FoundNumber;
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
  readonly kind: string | null;
  readonly issuer: IssuerBody | null;
  readonly issuerPrinted: boolean;
  readonly date: CalendarDate | null;
}

/**
 * Every occurrence of another document's number, in reading order: in paragraphs, cells, notes, headings. Date and
 * relation are those of the occurrence (an undated mention keeps a null date); kind and issuer come from the words
 * around it, else from another mention of the same number, else from the symbol, with doubt. The document's own number
 * is left out, unless a date of another day says that it is another document.
 */
export function findCitations(
  blocks: readonly Block[],
  surroundings: CitationSurroundings,
): readonly Citation[] {
  return citationsOf(blocks, contextOf(surroundings));
}

function contextOf({ gazetteer, own, issuer, date, known }: CitationSurroundings): CitationContext {
  const day = date === null ? null : parseIsoDate(date);
  const body = issuer === null ? null : readBodyName(issuer, { gazetteer, date: day, province: null })?.body;
  return {
    gazetteer,
    own: own === null ? null : (parseDocumentNumber(own)?.text ?? own),
    known: known ?? new Set(),
    date: day,
    province: body?.province ?? null,
  };
}

function citationsOf(blocks: readonly Block[], context: CitationContext): readonly Citation[] {
  const drafts: (Draft & { readonly relation: Citation["relation"] })[] = [];
  for (const paragraph of paragraphsOf(blocks)) {
    const text = paragraph.text.replaceAll("\n", " ");
    const earlier: number[] = [];
    let previous: Citation["relation"] | null = null;
    const whole = findDocumentNumbers(text);
    const found = paragraph.respellings ? whole.map(withLostBars) : whole;
    const parts = found.map((each, i) => draftOf(text, each, found[i - 1]?.end ?? 0, paragraph, context));
    for (const draft of withSharedEnd(parts)) {
      drafts.push({ ...draft, relation: relationAt(text, draft.start, earlier, previous) });
      previous = drafts.at(-1)?.relation ?? null;
      earlier.push(draft.end);
    }
  }
  const settled = settledNumbers(
    drafts.map((draft) => draft.found),
    context.known,
  );
  const others = drafts
    .map((draft, i) => ({ ...draft, found: settled[i] ?? draft.found }))
    .filter((draft) => !isOwn(draft, context));
  const printed = printedIssuers(others);
  return others.map((draft) => citationOf(draft, printed, context));
}

function draftOf(
  text: string,
  found: FoundNumber,
  from: number,
  paragraph: Paragraph,
  context: CitationContext,
): Draft {
  const kind = kindBefore(text, found.start);
  const own = kind !== null && kind.start >= from ? kind : null;
  const date = dateAfter(text, found.end);
  const issuer = issuerAfter(text, found.end, date, context);
  return {
    found,
    paragraph,
    start: own?.start ?? Math.max(from, introductionStart(text, found.start)),
    end: Math.max(found.end, date?.end ?? 0),
    kind: own && !/^(?:các )?văn bản$/iu.test(own.value) ? own.value : null,
    issuer,
    issuerPrinted: issuer !== null,
    date: date?.value ?? null,
  };
}

/** "của Bộ Chính trị" behind the number or behind its date. */
function issuerAfter(
  text: string,
  end: number,
  date: { readonly value: CalendarDate; readonly end: number } | null,
  context: CitationContext,
): IssuerBody | null {
  for (const at of date ? [date.end, end] : [end]) {
    const of = /^[\s,)]*(?:cua|do|cua cac|c ua)\s+/u.exec(fold(text.slice(at, at + 12)));
    if (!of) continue;
    const read = readBodyName(text.slice(at + of[0].length), {
      ...context,
      date: date?.value ?? context.date,
    });
    if (read) return read.body;
  }
  return null;
}

/** "số 12 và 13/NQ-CP ngày …": what stands behind the last number of such a list holds for the earlier ones too. */
function withSharedEnd(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft, i) => {
    if (/[A-ZĐ]/.test(draft.found.asWritten)) return draft;
    const last = drafts.slice(i + 1).find((each) => /[A-ZĐ]/.test(each.found.asWritten));
    const first = drafts.slice(0, i).findLast((each) => each.kind !== null && each.end > draft.start - 40);
    if (!last) return draft;
    const { issuer, issuerPrinted, date } = last;
    return { ...draft, issuer, issuerPrinted, date, kind: draft.kind ?? first?.kind ?? last.kind };
  });
}

function isOwn(draft: Draft, context: CitationContext): boolean {
  const { own, date } = context;
  if (own === null || draft.found.number.text !== own) return false;
  return draft.date === null || date === null || draft.date === date;
}

/** Issuers that the document prints beside a number somewhere, the most particular for each. */
function printedIssuers(drafts: readonly Draft[]): ReadonlyMap<string, IssuerBody> {
  const printed = new Map<string, IssuerBody>();
  for (const { found, issuer, issuerPrinted } of drafts) {
    if (!issuer || !issuerPrinted) continue;
    const before = printed.get(found.number.text);
    if (!before || issuer.doubt < before.doubt) printed.set(found.number.text, issuer);
  }
  return printed;
}

function citationOf(
  draft: Draft & { readonly relation: Citation["relation"] },
  printed: ReadonlyMap<string, IssuerBody>,
  context: CitationContext,
): Citation {
  const { found, paragraph } = draft;
  const { number } = found;
  const elsewhere = printed.get(number.text) ?? null;
  const own = draft.issuer && elsewhere && elsewhere.doubt < draft.issuer.doubt ? elsewhere : draft.issuer;
  const issuer = own ?? elsewhere ?? issuerBySymbol(number, { ...context, date: draft.date ?? context.date });
  const [place = nowhere] = placesWithin(paragraph, found.start, found.end);
  return {
    number: number.text,
    kind: draft.kind ?? kindOf(number),
    issuer: issuer?.name ?? null,
    date: draft.date,
    relation: draft.relation,
    asWritten: singleSpaced(writtenWithin(paragraph, draft.start, draft.end)),
    place,
    line: firstLine(paragraph, found.start),
    candidates: found.candidates,
    doubt: Math.max(found.doubt, issuer?.doubt ?? 0),
  };
}

function issuerBySymbol(number: DocumentNumber, context: CitationContext): IssuerBody | null {
  const [symbol] = number.issuers;
  return symbol === undefined ? null : issuerOfSymbol(symbol, context);
}

/** A number without a kind is that of a công văn; acts of the National Assembly and standards say no kind. */
function kindOf(number: DocumentNumber): string | null {
  if (number.kind !== null) return kindNameOf(number.kind);
  return number.shape === "letter" ? "Công văn" : null;
}

/** The line of a text file where the number begins; null for paged sources. */
function firstLine(paragraph: Paragraph, at: number): number | null {
  return placesWithin(paragraph, at, at + 1)[0]?.lineFrom ?? null;
}

/** Words that point back to a document cited before: "Nghị quyết nêu trên". */
export interface BackReference {
  /** As written. */
  readonly text: string;
  readonly line: number | null;
  /** The number it must mean: the only one of its kind cited so far. */
  readonly number: string;
  /** Above 0: nothing but the kind ties the two. */
  readonly doubt: number;
}

const backward =
  /(?<![\p{L}\p{N}])(?:Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Kết luận|Thông báo|Nghị định|Thông tư|Công văn|Chương trình|Đề án)(?=\s+(?:nêu trên|nói trên|kể trên|trên đây)(?![\p{L}]))/gu;

/**
 * "Nghị quyết nêu trên" and the like, where exactly one document of that kind was cited before. They are no citations
 * (no number is written there); readers use them to tie a sentence to a document.
 */
export function findBackReferences(
  blocks: readonly Block[],
  surroundings: CitationSurroundings,
): readonly BackReference[] {
  const paragraphs = [...paragraphsOf(blocks)];
  // What was cited before matters to a paragraph that points back, and few do.
  const last = paragraphs.findLastIndex((paragraph) => paragraph.text.search(backward) >= 0);
  const context = contextOf(surroundings);
  const references: BackReference[] = [];
  const seen = new Map<string, Set<string>>();
  for (const paragraph of paragraphs.slice(0, last + 1)) {
    const cited = citationsOf([paragraph], context);
    for (const match of paragraph.text.matchAll(backward)) {
      const before = new Set([...(seen.get(match[0]) ?? []), ...citedBefore(cited, match[0])]);
      const [number] = before;
      if (number === undefined || before.size > 1) continue;
      references.push({ text: match[0], line: firstLine(paragraph, match.index), number, doubt: 0.3 });
    }
    for (const { kind, number } of cited) if (kind) seen.set(kind, (seen.get(kind) ?? new Set()).add(number));
  }
  return references;
}

function citedBefore(cited: readonly Citation[], kind: string): readonly string[] {
  return cited.filter((citation) => citation.kind === kind).map((citation) => citation.number);
}
