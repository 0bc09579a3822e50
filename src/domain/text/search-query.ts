import { fold, foldedKey } from "./fold.ts";

/** Words that have to stand together, folded. `open`: the last of them may go on, for it is still being typed. */
export interface SearchPart {
  readonly words: string;
  readonly open: boolean;
}

/** One way of saying a thing: all its parts have to be there. */
export type SearchWay = readonly SearchPart[];

/** What somebody looks for, taken apart. */
export interface SearchQuery {
  /** Each has to be there in one of its ways; the first way is what was typed. */
  readonly terms: readonly (readonly SearchWay[])[];
  /** All of it as one piece, first as typed, then with other names: what a title or a number is compared with. */
  readonly wholes: readonly SearchPart[];
}

/** Other names by which a search finds a thing, all folded. */
export interface SearchNames {
  /** All names of a thing, by each of them: "sngv" and "so ngoai vu" both give both. */
  readonly sameAs: ReadonlyMap<string, readonly string[]>;
  /** How many words the longest of them has. */
  readonly longest: number;
  /** What kinds of document are called in numbers ("qd"), by that and by what they are called in words ("quyet dinh"). */
  readonly kinds: ReadonlyMap<string, string>;
}

export const noNames: SearchNames = { sameAs: new Map(), longest: 0, kinds: new Map() };

/** A search with more words is a pasted paragraph; its beginning finds it. */
const mostWords = 24;
/** As many ways of saying the whole are compared with titles. */
const mostWholes = 6;
/** As many other names are looked for; the full name and the abbreviations that are in use stand first. */
const mostOthers = 5;
/** "thông báo kết luận". */
const longestKind = 4;

/**
 * Takes apart what somebody typed. Marks and capitals do not matter; names of bodies stand for their abbreviations and the
 * other way round; numbers of documents may be typed with or without their signs. A word that is complete (something
 * stands behind it) has to be there as it is. Null: there is nothing to look for.
 */
export function searchQuery(typed: string, names: SearchNames = noNames): SearchQuery | null {
  const words = foldedKey(typed)
    .split(" ")
    // "số" before a number says nothing.
    .filter((word, at, all) => word !== "" && !(word === "so" && isNumber(all[at + 1])))
    .slice(0, mostWords);
  const isOpen = /[\p{L}\p{M}\p{N}]$/u.test(typed);
  const terms: (readonly SearchWay[])[] = [];
  // Numbers of documents begin with the number, so a kind that was typed before it goes behind it.
  let kind: readonly SearchWay[] | null = null;
  for (let at = 0; at < words.length; ) {
    const kindHere = kindAt(words, at, names);
    const { ways, length } = kindHere ?? nameAt(words, at, names) ?? wordAt(words, at, names);
    at += length;
    if (kindHere) {
      kind = ways;
      continue;
    }
    terms.push(isOpen && at >= words.length ? openedFirst(ways) : ways, ...(kind ? [kind] : []));
    kind = null;
  }
  return terms.length === 0 ? null : { terms, wholes: wholesOf(terms) };
}

/** What stands at a place of what was typed, and how many words it takes up. */
interface Term {
  readonly ways: readonly SearchWay[];
  readonly length: number;
}

/** "quyết định" and "qd" before a number are one. */
function kindAt(words: readonly string[], at: number, { kinds }: SearchNames): Term | null {
  for (let length = longestKind; length > 0; length--) {
    const name = words.slice(at, at + length);
    const short = kinds.get(name.join(" "));
    if (short !== undefined && isNumber(words[at + length])) return { ways: waysOf(name, [short]), length };
  }
  return null;
}

function isNumber(word: string | undefined): boolean {
  return word !== undefined && /^\d/.test(word);
}

/** The longest other name that begins here. */
function nameAt(words: readonly string[], at: number, { sameAs, longest }: SearchNames): Term | null {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const name = words.slice(at, at + length);
    const all = sameAs.get(name.join(" "));
    if (all) return { ways: waysOf(name, all), length };
  }
  return null;
}

/** Words as they were typed, or another name; one that what was typed holds would find too much. */
function waysOf(typed: readonly string[], names: readonly string[]): readonly SearchWay[] {
  const others = names.filter((name) => !` ${typed.join(" ")} `.includes(` ${name} `));
  return [typed.map(whole), ...others.slice(0, mostOthers).map((name) => [whole(name)])];
}

/** "05" is "5" as well; "1520qd" and "qdubnd" lost the signs between their parts. */
function wordAt(words: readonly string[], at: number, names: SearchNames): Term {
  const word = words[at] ?? "";
  const [, zeros = "", digits = "", behind = ""] = /^(0*)(\d*)(.*)$/.exec(word) ?? [];
  const number = digits === "" ? [] : [whole(zeros + digits)];
  const apart = kindApart(behind, names);
  const others: readonly SearchWay[] =
    behind !== ""
      ? apart || digits !== ""
        ? [[...number, ...(apart ?? [whole(behind)])]]
        : []
      : zeros !== ""
        ? [[whole(digits || "0")]]
        : digits.length === 1
          ? [[whole(`0${digits}`)]]
          : [];
  return { ways: [[whole(word)], ...others], length: 1 };
}

/** "qdubnd": the abbreviation of a kind and that of a body, which lost the sign between them. */
function kindApart(word: string, { kinds, sameAs }: SearchNames): SearchWay | null {
  for (const short of new Set(kinds.values())) {
    const body = word.slice(short.length);
    if (word.startsWith(short) && sameAs.has(body)) return [whole(short), whole(body)];
  }
  return null;
}

function whole(words: string): SearchPart {
  return { words, open: false };
}

function openedFirst([typed = [], ...others]: readonly SearchWay[]): readonly SearchWay[] {
  const last = typed.length - 1;
  return [typed.map((part, at) => (at === last ? { ...part, open: true } : part)), ...others];
}

function wholesOf(terms: readonly (readonly SearchWay[])[]): readonly SearchPart[] {
  let pieces: readonly SearchPart[] = [{ words: "", open: false }];
  for (const ways of terms)
    pieces = ways
      .flatMap((way) =>
        pieces.map((piece) => ({
          words: [piece.words, ...way.map(({ words }) => words)].filter(Boolean).join(" "),
          open: way.at(-1)?.open ?? false,
        })),
      )
      .slice(0, mostWholes);
  return pieces;
}

/** The words to go on with in a list, which knows no other names: an abbreviation alone is written in full. */
export function wordsForLists(typed: string, { terms, wholes }: SearchQuery): string {
  const [asTyped, full] = wholes;
  const isAbbreviation = terms.length === 1 && asTyped !== undefined && /^\p{L}+$/u.test(asTyped.words);
  return isAbbreviation && full ? full.words : typed.trim();
}

/** A stretch of a text, and whether it is something that was looked for. */
export interface MarkedStretch {
  readonly text: string;
  readonly found: boolean;
}

/** The words of a search that may stand in a title, folded, the longest first: what `markFound` looks for. */
export function wordsToMark({ terms }: SearchQuery): readonly string[] {
  const words = terms.flatMap((ways) => ways.flatMap((way) => way.map((part) => part.words)));
  return [...new Set(words)].toSorted((a, b) => b.length - a.length);
}

/** Takes a text apart where words that were looked for begin a word of it; joined, the stretches are the text composed. */
export function markFound(text: string, marks: readonly string[]): readonly MarkedStretch[] {
  const composed = text.normalize("NFC");
  const folded = fold(composed);
  // A character that folds to another length would shift all behind it; such a text is shown without marks.
  if (marks.length === 0 || folded.length !== composed.length) return [{ text: composed, found: false }];
  const pattern = marks.map((mark) => mark.replaceAll(" ", "[^\\p{L}\\p{N}]+")).join("|");
  const stretches: MarkedStretch[] = [];
  let end = 0;
  for (const match of folded.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})`, "gu"))) {
    if (match.index > end) stretches.push({ text: composed.slice(end, match.index), found: false });
    end = match.index + match[0].length;
    stretches.push({ text: composed.slice(match.index, end), found: true });
  }
  if (end < composed.length) stretches.push({ text: composed.slice(end), found: false });
  return stretches;
}

/** Whether a text has all that is looked for, each at the beginning of a word. */
export function holdsAll(text: string, { terms }: SearchQuery): boolean {
  const words = ` ${foldedKey(text)} `;
  const has = (part: SearchPart) => words.includes(part.open ? ` ${part.words}` : ` ${part.words} `);
  return terms.every((ways) => ways.some((way) => way.every(has)));
}
