import type { CalendarDate } from "../basics/calendar-date.ts";
import { findDocumentNumbers } from "../document/number-find.ts";
import type { Place } from "../document/place.ts";
import { foldedKey } from "../text/fold.ts";
import type { EarlierTask, LineageDocument, LineageProposal, LineageReason } from "./lineage.ts";
import type { Likeness, LineagePool } from "./lineage-likeness.ts";
import { productNamed } from "./lineage-words.ts";

/** A document that the one at hand cites. */
export interface LineageCitation {
  readonly number: string;
  readonly issuer: string | null;
  readonly date: CalendarDate | null;
  readonly relation: string;
}

/** A paragraph of a report. */
export interface ReportedText {
  readonly words: string;
  readonly places: readonly Place[];
}

/** A link of the whole document, or of a paragraph or a paper that it names, to an earlier task. */
export interface DocumentProposal extends LineageProposal {
  readonly kind: "issue" | "submission" | "report";
  /** What the document says, where it is a paragraph of a report. */
  readonly said: ReportedText | null;
  /** The paper by which it was submitted. */
  readonly paper: { readonly number: string; readonly date: CalendarDate | null } | null;
}

/** Kinds of document that tell of something instead of setting it. */
const tellingKinds = new Set(["TB", "BC", "CV", "TTr", "GM", "BB", "GGT"]);
/** How much of the product's phrase must stand in the subject of the document that is to be it. */
const sameProductFrom = 0.75;
/** What a paragraph of a report must have in common with a task, which it does not address to anybody. */
const leastReported = 44;

/**
 * Tasks whose product the document is: it has the kind and the subject that the task wanted, and the paper of the unit by
 * which it was submitted, which its grounds name with its day (Nghị định 30/2020/NĐ-CP, Phụ lục I: "Theo đề nghị của …").
 */
export function proposeIssued(
  document: LineageDocument,
  tasks: readonly EarlierTask[],
  { pool, citations }: { readonly pool: LineagePool; readonly citations: readonly LineageCitation[] },
): readonly DocumentProposal[] {
  const product = document.subject === null ? null : productNamed(document.subject);
  if (product === null || tellingKinds.has(document.kind ?? "")) return [];
  return tasks
    .filter((task) => isOpenBefore(task, document))
    .flatMap((task) => {
      const share = pool.sameProduct({ product }, pool.wordsOf(task)) ?? 0;
      if (share < sameProductFrom || apart(task, document, pool)) return [];
      const score = Math.round(60 + 30 * share);
      const reasons: readonly LineageReason[] = [{ code: "product", words: product.words }];
      const issue = {
        directive: null,
        task: task.id,
        kind: "issue",
        score,
        reasons,
        said: null,
        paper: null,
      } as const;
      return [
        issue,
        ...papersOf(task, document, citations).map(
          (paper): DocumentProposal => ({
            ...issue,
            kind: "submission",
            paper,
            reasons: [...reasons, ground(paper.number)],
          }),
        ),
      ];
    });
}

function ground(words: string): LineageReason {
  return { code: "ground", words };
}

function isOpenBefore(task: EarlierTask, document: LineageDocument): boolean {
  if (task.doneOn !== null || task.withdrawnOn !== null || task.document.id === document.id) return false;
  return task.givenOn === null || document.givenOn === null || task.givenOn <= document.givenOn;
}

/** The subject speaks of another year or stage than the task. */
function apart(task: EarlierTask, document: LineageDocument, pool: LineagePool): boolean {
  const text = {
    ...{ content: document.subject ?? "", result: null, timeWords: null, heading: null, subject: null },
    ...{ leads: [], coordinators: [], collectiveLeads: false },
  };
  const [a, b] = [pool.wordsOf(text).rounds, pool.wordsOf(task).rounds];
  return a.size > 0 && b.size > 0 && ![...a].some((round) => b.has(round));
}

function papersOf(
  { leads, givenOn }: EarlierTask,
  document: LineageDocument,
  citations: readonly LineageCitation[],
): readonly { readonly number: string; readonly date: CalendarDate | null }[] {
  const papers = citations.filter(
    ({ relation, issuer, date }) =>
      relation === "basis" &&
      issuer !== null &&
      leads.includes(foldedKey(issuer)) &&
      (date === null ||
        ((givenOn === null || date >= givenOn) && (document.givenOn === null || date <= document.givenOn))),
  );
  return [...new Map(papers.map(({ number, date }) => [number, { number, date }])).values()];
}

/**
 * Tasks of which a report tells: a paragraph speaks of the product or of the names of the task, or cites the document that
 * was issued for it. The likeliest paragraph for each.
 */
export function proposeReported(
  document: LineageDocument,
  paragraphs: readonly ReportedText[],
  tasks: readonly EarlierTask[],
  pool: LineagePool,
): readonly DocumentProposal[] {
  const texts = paragraphs.map((said) => ({ said, text: textOf(said) }));
  return tasks
    .filter((task) => isToldOf(task, document))
    .flatMap((task) => {
      const found = texts
        .map(({ said, text }) => {
          const cited =
            [...pool.wordsOf(text).numbers].find((number) => task.issuedAs.includes(number)) ?? null;
          const likeness = pool.likeness(text, task);
          return {
            said,
            cited,
            likeness,
            score: cited === null ? reportedScore(likeness) : 60 + 100 * likeness.words,
          };
        })
        .toSorted((a, b) => b.score - a.score)[0];
      if (!found || found.score < leastReported) return [];
      const { said, cited, likeness, score } = found;
      const reasons: readonly LineageReason[] = [
        ...(cited === null ? [] : [{ code: "cites", words: cited } as const]),
        ...(likeness.run === "" ? [] : [{ code: "words", words: likeness.run } as const]),
        ...(likeness.names.length === 0
          ? []
          : [{ code: "names", words: likeness.names.join(", ") } as const]),
      ];
      return [
        {
          ...{ directive: null, task: task.id, kind: "report" as const, said, paper: null, reasons },
          score: Math.round(Math.min(100, score)),
        },
      ];
    });
}

function isToldOf(task: EarlierTask, document: LineageDocument): boolean {
  if (task.general || task.withdrawnOn !== null || task.document.id === document.id) return false;
  return task.givenOn === null || document.givenOn === null || task.givenOn <= document.givenOn;
}

function textOf({ words }: ReportedText) {
  return {
    ...{ content: words, result: null, timeWords: null, heading: null, subject: null },
    ...{ leads: [], coordinators: [], collectiveLeads: false },
  };
}

/** A report tells of a task when it names the product, or what the task alone names. */
function reportedScore({ words, product, names, named, numbers }: Likeness): number {
  const telling = (product ?? 0) >= 0.5 || names.length > 0 || named;
  return telling
    ? 100 * words + 30 * (product ?? 0) + (named ? 8 : 0) + 9 * Math.min(3, names.length) + 6 * numbers.length
    : 0;
}

/** Documents by which the directive says that its matter was ordered before: "ý kiến chỉ đạo … tại Thông báo số …". */
export function ordersNamed(
  content: string,
  citations: readonly LineageCitation[],
): readonly { readonly number: string; readonly date: CalendarDate | null }[] {
  const ordering = /\b(?:chi dao|ket luan|y kien|yeu cau)\b/;
  const orders = findDocumentNumbers(content).flatMap(({ start, number }) => {
    if (!(number.shape === "letter" || ["TB", "CT", "CĐ", "KL"].includes(number.kind ?? ""))) return [];
    if (!ordering.test(foldedKey(content.slice(Math.max(0, start - 160), start)))) return [];
    const cited = citations.find((citation) => citation.number === number.text && citation.date !== null);
    return [{ number: number.text, date: cited?.date ?? null }];
  });
  return [...new Map(orders.map((order) => [order.number, order])).values()];
}
