import type { CalendarDate } from "../basics/calendar-date.ts";
import { foldedKey } from "../text/fold.ts";
import { LineagePool, type PooledText } from "./lineage-likeness.ts";
import type { SignedIssuer } from "./signed-issuer.ts";

/** A signed document that a unit sent back, as far as its place among the duties is concerned. */
export interface SignedPaper {
  readonly number: string | null;
  readonly subject: string | null;
  /** Documents that it cites. */
  readonly cites: readonly { readonly number: string; readonly date: CalendarDate | null }[];
  /** Its paragraphs. */
  readonly text: readonly string[];
  readonly issuer: SignedIssuer;
  /** The duty at whose page it was handed in. */
  readonly duty: string | null;
  /** The unit at whose page it was handed in, or whose person sent it. */
  readonly unit: string | null;
}

/** An open duty of the units that the paper may be of. */
export interface OpenDuty {
  readonly id: string;
  readonly holder: string;
  /** Its name tells nothing of what the work is about. */
  readonly holderName: string;
  readonly content: string;
  readonly result: string | null;
  readonly group: string | null;
  readonly label: string | null;
  /** The document that gave it, and all others in the chain of its task, by their numbers. */
  readonly given: { readonly number: string | null; readonly issuedOn: CalendarDate | null };
  readonly chain: readonly string[];
  /** Numbers of documents that the report which waits for approval names; null: no report waits. */
  readonly draft: readonly string[] | null;
}

/**
 * Why a duty is proposed. `draft`: its report that waits names the number; `here`: the paper was handed in at its page;
 * `onlyDuty`: it is the one open duty of the unit under a document that the paper cites; `label`: the paper names the
 * task by its place in that document.
 */
export interface MatchReason {
  readonly code: "draft" | "here" | "onlyDuty" | "cites" | "label" | "words" | "names";
  readonly words: string;
}

/** A duty that a paper may answer. `score` from 0 to 100. */
export interface SignedCandidate {
  readonly duty: string;
  readonly score: number;
  /** Proposed first, and chosen beforehand: a person only confirms. */
  readonly sure: boolean;
  readonly reasons: readonly MatchReason[];
}

/**
 * Why a paper waits: a sure duty waits for one press; several may be meant; nothing is like it; its unit has nothing
 * open; nobody knows whose it is; it is another province's.
 */
export type WaitingReason = "sure" | "choose" | "unlike" | "nothingOpen" | "noUnit" | "otherProvince";

export interface SignedMatch {
  /** The unit that the paper is held to be of; null: not known. */
  readonly unit: string | null;
  readonly candidates: readonly SignedCandidate[];
  readonly why: WaitingReason;
}

/** Below this a duty is not proposed. */
const leastScore = 20;

/**
 * The open duties that a signed document may answer, the likeliest first. `duties` are those of the unit that `paperUnit`
 * gives, with all below it, or of all units when it gives none: then only a number named in a report tells. Nothing is
 * sure where the issuer is not.
 */
export function matchSigned(paper: SignedPaper, duties: readonly OpenDuty[]): SignedMatch {
  const unit = paperUnit(paper);
  if (paper.issuer.kind === "otherProvince") return { unit: null, candidates: [], why: "otherProvince" };
  const cited = duties.filter((duty) => citedOf(paper, duty) !== null);
  const likeness = likenessOf(paper, duties);
  const isSureIssuer = paper.issuer.kind === "unit" && paper.issuer.doubt === 0;
  const candidates = duties
    .map((duty) => {
      const reasons = [...reasonsOf(paper, duty, cited), ...likeness(duty)];
      const telling = reasons.some(({ code }) => code === "draft" || code === "here" || code === "onlyDuty");
      return {
        ...{ duty: duty.id, reasons: reasons.map(({ code, words }) => ({ code, words })) },
        score: Math.min(100, Math.round(reasons.reduce((sum, { weight }) => sum + weight, 0))),
        sure: telling && isSureIssuer,
      };
    })
    .filter(({ score, reasons }) =>
      unit === null ? reasons.some(({ code }) => code === "draft") : score >= leastScore,
    )
    .toSorted((a, b) => Number(b.sure) - Number(a.sure) || b.score - a.score);
  return { unit, candidates, why: whyWaiting(unit, duties, candidates) };
}

/** The unit of a paper: its issuer, else whose page or person it came by; null when neither is known. */
export function paperUnit({ issuer, unit }: Pick<SignedPaper, "issuer" | "unit">): string | null {
  if (issuer.kind === "unit") return issuer.unit;
  return issuer.kind === "unknown" ? unit : null;
}

function whyWaiting(
  unit: string | null,
  duties: readonly OpenDuty[],
  candidates: readonly SignedCandidate[],
): WaitingReason {
  if (candidates.some(({ sure }) => sure)) return "sure";
  if (candidates.length > 0) return "choose";
  if (unit === null) return "noUnit";
  return duties.length === 0 ? "nothingOpen" : "unlike";
}

type Weighed = MatchReason & { readonly weight: number };

function reasonsOf(paper: SignedPaper, duty: OpenDuty, cited: readonly OpenDuty[]): readonly Weighed[] {
  const number = citedOf(paper, duty);
  const inDraft = paper.number !== null && duty.draft?.some((one) => sameNumber(one, paper.number ?? ""));
  const isOnly = number !== null && cited.length === 1;
  return [
    ...(inDraft ? [{ code: "draft" as const, words: paper.number ?? "", weight: 60 }] : []),
    ...(paper.duty === duty.id ? [{ code: "here" as const, words: "", weight: 40 }] : []),
    ...(isOnly ? [{ code: "onlyDuty" as const, words: number, weight: 50 }] : []),
    ...(number !== null && !isOnly ? [{ code: "cites" as const, words: number, weight: 25 }] : []),
    ...(number !== null && namesLabel(paper, duty)
      ? [{ code: "label" as const, words: duty.label ?? "", weight: 35 }]
      : []),
  ];
}

/** The number by which the paper cites the document of a duty, or another of its chain; a day that differs is another one. */
function citedOf({ cites }: SignedPaper, { given, chain }: OpenDuty): string | null {
  const found = cites.find(({ number, date }) =>
    given.number !== null && sameNumber(number, given.number)
      ? date === null || given.issuedOn === null || date === given.issuedOn
      : chain.some((one) => sameNumber(one, number)),
  );
  return found?.number ?? null;
}

/** Whether the paper names the task by its number in its document: "nhiệm vụ số 58". */
function namesLabel({ text, subject }: SignedPaper, { label }: OpenDuty): boolean {
  if (label === null || !/^\d+$/.test(label)) return false;
  const named = new RegExp(`\\bnhiem vu (?:so |thu )?${label}\\b`);
  return [subject ?? "", ...text].some((words) => named.test(foldedKey(words)));
}

export function sameNumber(a: string, b: string): boolean {
  return foldedKey(a) === foldedKey(b);
}

/** How long a paper may be compared, in paragraphs; more say nothing new of what it answers. */
const mostParagraphs = 80;
const leastLength = 25;

/** What the words of the paper and of a duty have in common, by the likest paragraph. */
function likenessOf(paper: SignedPaper, duties: readonly OpenDuty[]): (duty: OpenDuty) => readonly Weighed[] {
  const said = [paper.subject ?? "", ...paper.text]
    .filter((words) => words.length >= leastLength)
    .slice(0, mostParagraphs)
    .map((content) => pooled(content, null, null));
  const asked = new Map(duties.map((duty) => [duty.id, pooled(duty.content, duty.result, duty.group)]));
  const pool = new LineagePool(
    [...said, ...asked.values()],
    [],
    duties.map(({ holderName }) => foldedKey(holderName)),
  );
  return (duty) => {
    const own = asked.get(duty.id);
    const text = own && likestOf(own, said, pool);
    const best = text && pool.likeness(text, own);
    if (!best || best.run === "") return [];
    const names = best.names.slice(0, 3);
    return [
      { code: "words", words: best.run, weight: 60 * best.words },
      ...(names.length > 0
        ? [{ code: "names" as const, words: names.join(", "), weight: 5 * names.length }]
        : []),
    ];
  };
}

/**
 * The paragraph that shares most of its terms with a duty; undefined where none shares any. Told by their number alone:
 * weighing each pair of a long paper with many duties would take seconds.
 */
function likestOf(own: PooledText, said: readonly PooledText[], pool: LineagePool): PooledText | undefined {
  const { terms } = pool.wordsOf(own);
  let best: { readonly text: PooledText; readonly share: number } | undefined;
  for (const text of said) {
    const other = pool.wordsOf(text).terms;
    let common = 0;
    for (const term of terms) if (other.has(term)) common += 1;
    const share = common / Math.sqrt(Math.max(1, other.size));
    if (share > (best?.share ?? 0)) best = { text, share };
  }
  return best?.text;
}

function pooled(content: string, result: string | null, heading: string | null): PooledText {
  const plain = { timeWords: null, subject: null, leads: [], coordinators: [], collectiveLeads: false };
  return { content, result, heading, ...plain };
}
