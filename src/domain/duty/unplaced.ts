import { type Block, paragraphsOf, placesWithin, visibleText } from "../document/block.ts";
import { atLines, nowhere, onPage, type Place } from "../document/place.ts";
import type { UnplacedCode, UnplacedKind } from "../language/unplaced-reasons.ts";
import { unclearOf } from "../reading/clears.ts";
import type { ReadingContext } from "../reading/context.ts";
import type { TaskFinding } from "../reading/findings.ts";
import { readOrders } from "../reading/order-sentence.ts";
import { readTargets } from "../reading/target.ts";
import type { DocumentReferenceLine } from "./registered-document.ts";
import { emptyFinding } from "./review.ts";

/** What a person said of a part that a reading left out: it is nothing to follow, or it became a finding. */
export type UnplacedMark = "seen" | "task";

/** A part of a document, by its place among all that the reading of the document left out, from 0. */
export interface UnplacedKey {
  readonly document: string;
  readonly position: number;
}

/** A part that a reading left out, with the words of its books and what a person said of it. */
export interface UnplacedPart {
  readonly document: DocumentReferenceLine;
  readonly position: number;
  readonly what: string;
  readonly where: string;
  readonly why: string;
  readonly marked: {
    readonly mark: UnplacedMark;
    readonly reason: string | null;
    readonly at: Date;
    readonly by: string;
    readonly findingId: string | null;
  } | null;
}

/** Which parts are wanted; null narrows nothing. `mark` "open": those of which nobody said anything. */
export interface UnplacedFilter {
  readonly document: string | null;
  /** "look": the kinds at which a person should look. */
  readonly kind: UnplacedKind | "look" | null;
  readonly code: UnplacedCode | "other" | null;
  readonly mark: UnplacedMark | "open";
}

/** So many parts of a document with one reason and one mark; in `why` a blank stands for the task that it names. */
export interface CountedUnplaced {
  readonly document: DocumentReferenceLine;
  readonly why: string;
  readonly mark: UnplacedMark | "open";
  readonly count: number;
}

/** The place that the books say in words ("trang 3", "dòng 12-14", "đoạn 7"); nowhere for other words. */
export function placeOfWords(where: string): Place {
  const [, page] = /^trang (\d+)$/u.exec(where) ?? [];
  if (page) return onPage(Number(page), null);
  const [, from, to = from] = /^dòng (\d+)(?:-(\d+))?$/u.exec(where) ?? [];
  if (from) return atLines(Number(from), Number(to));
  const [, paragraph] = /^đoạn (\d+)$/u.exec(where) ?? [];
  return paragraph ? { ...nowhere, paragraph: Number(paragraph) } : nowhere;
}

/** The books cut long words; from this length on more may have stood there. */
const cutFrom = 80;

/**
 * The whole words of a part, and where they stand: the paragraph of the laid-out source that holds the words of the
 * books, at their place before elsewhere. Words that the source does not hold (page numbers) stay as the books have them.
 */
export function wholeWords(
  blocks: readonly Block[],
  { what, where }: Pick<UnplacedPart, "what" | "where">,
): { readonly content: string; readonly sources: readonly Place[] } {
  const place = placeOfWords(where);
  const sought = singleSpaced(what.replace(/…$/u, ""));
  const holding = [...paragraphsOf(blocks)].flatMap((paragraph) => {
    const text = singleSpaced(visibleText(paragraph));
    const at = sought === "" ? -1 : text.indexOf(sought);
    return at < 0 ? [] : [{ text: text.slice(at), sources: placesWithin(paragraph) }];
  });
  const found = holding.find(({ sources }) => sources.some((one) => overlaps(one, place))) ?? holding[0];
  if (!found) return { content: what, sources: place === nowhere ? [] : [place] };
  return { content: what.length < cutFrom ? sought : found.text, sources: found.sources };
}

function overlaps(one: Place, other: Place): boolean {
  if (other.lineFrom !== null && one.lineFrom !== null)
    return one.lineFrom <= (other.lineTo ?? other.lineFrom) && other.lineFrom <= (one.lineTo ?? one.lineFrom);
  if (other.page !== null) return one.page === other.page;
  return other.paragraph !== undefined && one.paragraph === other.paragraph;
}

function singleSpaced(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** The reading left these words out: a person looks at what is made of them. */
const doubtOfLeftOut = 0.5;

/** A finding made of words that the reading left out: bodies, time and product are read from them as from any sentence. */
export function findingOfWords(
  { content, sources }: { readonly content: string; readonly sources: readonly Place[] },
  ref: string,
  context: ReadingContext,
): TaskFinding {
  const [order] = readOrders(content, context);
  const read: TaskFinding = {
    ...emptyFinding(ref),
    ...{ content, sources, leads: order?.leads ?? [], coordinators: order?.coordinators ?? [] },
    ...{ time: order?.time?.words ?? null, schedule: order?.time?.schedule ?? null },
    ...{ result: order?.product ?? null, approver: order?.approver ?? null },
    targets: readTargets(content, { leads: order?.leads ?? [] }),
    doubts: { content: doubtOfLeftOut },
  };
  return { ...read, unclear: unclearOf(read) };
}
