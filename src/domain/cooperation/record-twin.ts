import type { CalendarDate } from "../basics/calendar-date.ts";
import { daysBetween } from "../duty/occurrence-state.ts";
import { editDistance } from "../text/edit-distance.ts";
import { foldedKey } from "../text/fold.ts";
import type { Declaration, TwinRule, Value } from "./declaration.ts";
import type { Comparable } from "./record-duplicate.ts";
import { spanOf } from "./standing.ts";

/** A record as far as it may tell of the same thing as another one. */
export interface TwinCandidate extends Comparable {
  readonly id: string;
  /** Null: the focal body. */
  readonly owner: string | null;
  /** Ids by the keys of fields of links. */
  readonly links: Readonly<Record<string, readonly string[]>>;
}

/** Two records that likely tell of one thing, with the fields in which they agree and in which they differ. */
export interface TwinPair<Candidate extends TwinCandidate = TwinCandidate> {
  readonly one: Candidate;
  readonly other: Candidate;
  /** 0…1. */
  readonly score: number;
  readonly agrees: readonly string[];
  readonly differs: readonly string[];
}

/** How much a word of a name tells, by its folded form: 0 for one that nearly every name has. */
export type WordWeight = (word: string) => number;

/** From this score on two records are proposed as one. */
export const twinThreshold = 0.58;

/** What offices write short, and what it stands for; folded. */
const abbreviations: Readonly<Record<string, string>> = {
  ...{ ubnd: "uy ban nhan dan", hdnd: "hoi dong nhan dan", ct: "chu tich", pct: "pho chu tich" },
  ...{ tp: "thanh pho", tx: "thi xa", tt: "thi tran", dh: "dai hoc", bqlkkt: "ban quan ly khu kinh te" },
  ...{ gd: "giam doc", pgd: "pho giam doc", sngv: "so ngoai vu", nn: "nong nghiep", vh: "van hoa" },
  ...{ hq: "han quoc", nb: "nhat ban", tq: "trung quoc", cpc: "campuchia", vn: "viet nam" },
  ...{
    khcn: "khoa hoc cong nghe",
    gddt: "giao duc dao tao",
    ktxh: "kinh te xa hoi",
    xtdt: "xuc tien dau tu",
  },
  ...{ dn: "doanh nghiep", bn: "benh vien", xttm: "xuc tien thuong mai", dl: "du lich" },
};

/** Words of form, which names of visits and events have whatever they tell of. */
const words = `doan dai bieu cong tac tham va lam viec voi cua tai tinh thanh pho gia lai cac cap cao den di sang
  ve o cho trong tu chuc to du the lan thu nam ngay la mot so nuoc ngoai chuyen chuong trinh the of to and in`;
const formWords = new Set(words.split(/\s+/));

/** The words of a name that tell of what it names: folded, abbreviations written out, words of form left out. */
export function tellingWords(title: string): readonly string[] {
  const folded = foldedKey(title.replace(/&/g, ""))
    .split(" ")
    .flatMap((word) => (abbreviations[word] ?? word).split(" "));
  const telling = folded.filter((word) => word !== "" && !formWords.has(word));
  return [...new Set(telling.length > 0 ? telling : folded)];
}

/** How much words tell among names: the rarer the more. The same names give the same weights. */
export function wordWeights(titles: readonly string[]): WordWeight {
  const counts = new Map<string, number>();
  for (const title of titles)
    for (const word of tellingWords(title)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = Math.max(2, titles.length);
  return (word) => 1 + Math.log(all / Math.min(all, counts.get(word) ?? 1));
}

/** How much of two names is the same, 0…1: the mean of what they share of both, and of what they share of the shorter. */
export function nameLikeness(one: string, other: string, weigh: WordWeight): number {
  const [short, long] = [tellingWords(one), tellingWords(other)].toSorted((a, b) => a.length - b.length);
  if (!short || !long) return 0;
  const sum = (some: readonly string[]) => some.reduce((total, word) => total + weigh(word), 0);
  const shared = sum(short.filter((word) => long.some((with_) => isSameWord(word, with_))));
  const [less, all] = [Math.min(sum(short), sum(long)), sum(short) + sum(long)];
  return less === 0 ? 0 : (shared / less + (2 * shared) / all) / 2;
}

/** The same word, or one slip of the pen in a longer one; figures are never a slip. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 6 || Math.abs(one.length - other.length) > 1) return false;
  return !/\d/.test(one + other) && editDistance(one, other) <= 1;
}

/**
 * Whether two records tell of one thing, by the rule of their register: their days are near each other, nothing that has
 * to agree differs, and names and what else is compared are alike. Null: they do not, or a day is not known. The order of
 * the two does not matter for the score.
 */
export function scoreTwins<Candidate extends TwinCandidate>(
  {
    title,
    fields,
    toldTwice: twins,
  }: Pick<Declaration, "title" | "fields"> & { readonly toldTwice: TwinRule },
  one: Candidate,
  other: Candidate,
  weigh: WordWeight,
): TwinPair<Candidate> | null {
  if (!areNear(twins, one, other)) return null;
  const judged = [...twins.same, ...twins.alike].map((key) => {
    const isLink = fields.find((known) => known.key === key)?.kind === "link";
    const said = isLink
      ? agreeLinks(one.links[key], other.links[key])
      : agreeValues(one.values[key], other.values[key]);
    return { key, said };
  });
  if (judged.some(({ key, said }) => said === false && twins.same.includes(key))) return null;
  const agrees = judged.filter(({ said }) => said === true).map(({ key }) => key);
  const differs = judged.filter(({ said }) => said === false).map(({ key }) => key);
  const name = nameLikeness(one.title, other.title, weigh);
  // Of what both say beside what has to agree; even where nothing more is said.
  const further = (keys: readonly string[]) => keys.filter((key) => twins.alike.includes(key)).length;
  const support = (further(agrees) + 1) / (further(agrees) + further(differs) + 2);
  const score = 0.7 * name + 0.3 * support;
  const sameDays = agreeValues(one.values[twins.when], other.values[twins.when]) === true;
  const told = [
    { key: title, isSame: name > 0.5 },
    { key: twins.when, isSame: sameDays },
  ];
  const keys = (wanted: boolean) => told.filter(({ isSame }) => isSame === wanted).map(({ key }) => key);
  return { one, other, score, agrees: [...keys(true), ...agrees], differs: [...keys(false), ...differs] };
}

/** One tells the days of the journey, the other those of the meetings: either end may be some days off. */
function areNear({ when, within }: TwinRule, one: Comparable, other: Comparable): boolean {
  const [a, b] = [spanOf(one.values, when), spanOf(other.values, when)];
  return isWithin(a.from, b.from, within) || isWithin(a.to, b.to, within);
}

function isWithin(one: CalendarDate | null, other: CalendarDate | null, days: number): boolean {
  return one !== null && other !== null && Math.abs(daysBetween(one, other)) <= days;
}

/** Null: one of them says nothing. */
function agreeLinks(one: readonly string[] = [], other: readonly string[] = []): boolean | null {
  return one.length === 0 || other.length === 0 ? null : one.some((id) => other.includes(id));
}

function agreeValues(one: Value | undefined, other: Value | undefined): boolean | null {
  if (one === undefined || other === undefined) return null;
  if (typeof one === "number" && typeof other === "number")
    return Math.abs(one - other) <= Math.max(1, 0.1 * Math.max(one, other));
  if (typeof one === "string" && typeof other === "string")
    return one === other || nameLikeness(one, other, () => 1) >= 0.6;
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A pair of records by its ids, whichever is told first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/**
 * The pairs of records of different owners that likely tell of one thing, the likeliest first; none of those that a person
 * has decided (`decided` holds their `pairKey`). Only records whose days are near are compared, so that time grows with
 * the records and not with their pairs.
 */
export function proposeTwins<Candidate extends TwinCandidate>(
  declaration: Declaration,
  candidates: readonly Candidate[],
  decided: ReadonlySet<string>,
): readonly TwinPair<Candidate>[] {
  const { toldTwice: twins } = declaration;
  if (!twins) return [];
  const weigh = wordWeights(candidates.map(({ title }) => title));
  const found = new Map<string, TwinPair<Candidate>>();
  const seen = new Set<string>();
  const look = (one: Candidate, other: Candidate) => {
    const key = pairKey(one.id, other.id);
    if (one.owner === other.owner || decided.has(key) || seen.has(key)) return;
    seen.add(key);
    const pair = scoreTwins({ ...declaration, toldTwice: twins }, one, other, weigh);
    if (pair && pair.score >= twinThreshold) found.set(key, pair);
  };
  for (const end of ["from", "to"] as const) {
    const dated = candidates
      .flatMap((one) => {
        const on = spanOf(one.values, twins.when)[end];
        return on === null ? [] : [{ one, on }];
      })
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    for (const [at, { one, on }] of dated.entries())
      for (let next = at + 1; next < dated.length; next++) {
        const other = dated[next];
        if (!other || daysBetween(on, other.on) > twins.within) break;
        look(one, other.one);
      }
  }
  return [...found.values()].toSorted(
    (a, b) => b.score - a.score || (pairKey(a.one.id, a.other.id) < pairKey(b.one.id, b.other.id) ? -1 : 1),
  );
}

/** The record that a new one most likely tells of again, whoever entered it; null: none. */
export function likelyTwin<Known extends TwinCandidate>(
  declaration: Declaration,
  one: Omit<TwinCandidate, "id" | "owner">,
  known: readonly Known[],
): Known | null {
  const { toldTwice: twins } = declaration;
  if (!twins) return null;
  const weigh = wordWeights(known.map(({ title }) => title));
  const asked = { ...one, id: "", owner: null };
  const scored = known.flatMap((other) => {
    const pair = scoreTwins<TwinCandidate>({ ...declaration, toldTwice: twins }, asked, other, weigh);
    return pair && pair.score >= twinThreshold ? [{ other, score: pair.score }] : [];
  });
  return scored.toSorted((a, b) => b.score - a.score)[0]?.other ?? null;
}
