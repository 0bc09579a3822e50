/**
 * Running text as the repair sees it: what stands between white space, with punctuation taken off both ends. Offsets are
 * those of the text as given.
 */
export interface Piece {
  /** Where the core begins and ends. */
  readonly start: number;
  readonly end: number;
  /** Letters, digits and signs between the punctuation: "S&", "qubc", "59-NQ/TW". */
  readonly core: string;
  /** "word": may be a damaged word. "number": numbers, dates, codes, money. "sign": nothing to read. */
  readonly kind: "word" | "number" | "sign";
  /** A sentence or bracket ends between the piece before and this one. */
  readonly breaks: boolean;
}

const lump = /\S+/g;
const leading = /^[("'“”‘’[{}«\-–—+*•./…,;:!?_=~<>|]+/u;
/** An apostrophe at the end is what is left of a mark ("co’" for "cơ"), as long as none opened before. */
const trailing = /[*)"“”\]}».,;:!?…/\-–—_=~<>|]+$/u;
const trailingQuoted = /[*)"“”‘’'\]}».,;:!?…/\-–—_=~<>|]+$/u;
/** Signs after which words do not reach back: a comma and a dash between two words are no such. */
const stops = /[.;:!?()“”"…[\]{}•]/u;

/** Cuts a text into pieces, in order. Pure; every character of the text lies in a core or between cores. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let open = true;
  let last = 0;
  for (const match of text.matchAll(lump)) {
    const written = match[0];
    if (isParagraphEnd(text.slice(last, match.index))) open = true;
    last = match.index + written.length;
    const lead = leading.exec(written)?.[0] ?? "";
    const rest = written.slice(lead.length);
    const tail = tailOf(rest, /['‘’]/.test(lead), text.slice(last, last + 3));
    const core = rest.slice(0, rest.length - tail.length);
    const start = match.index + lead.length;
    const breaks: boolean = open || stops.test(lead);
    const kind = isLabel(lead, core, tail) ? "number" : kindOf(core);
    const cores = kind === "word" ? wordsOf(core) : [{ at: 0, core }];
    for (const [i, each] of cores.entries()) {
      const from = start + each.at;
      pieces.push({
        start: from,
        end: from + each.core.length,
        core: each.core,
        kind: kind === "word" ? kindOf(each.core) : kind,
        breaks: i === 0 && breaks,
      });
    }
    open = kind === "sign" ? breaks || stops.test(tail) : stops.test(tail);
  }
  return pieces;
}

/** The punctuation at the end; a question mark within a sentence is what is left of a hook ("thi?" for "thử"). */
function tailOf(rest: string, quoted: boolean, after: string): string {
  const tail = (quoted ? trailingQuoted : trailing).exec(rest)?.[0] ?? "";
  return tail === "?" && /^\s+\p{Ll}/u.test(after) ? "" : tail;
}

/** "a)", "¢)": the label of an item, one sign and a bracket that was never opened. */
function isLabel(lead: string, core: string, tail: string): boolean {
  return lead === "" && core.length === 1 && tail.startsWith(")");
}

/** Words that a hyphen or a stroke joins are words of their own: "các-bon", "xã/phường". */
function wordsOf(core: string): readonly { readonly at: number; readonly core: string }[] {
  return [...core.matchAll(/[^-–—/]+/gu)].map((match) => ({ at: match.index, core: match[0] }));
}

/** A blank line, or a new line that is set in or begins with a dash or a number, ends what went before. */
function isParagraphEnd(gap: string): boolean {
  return /\n[^\S\n]*\n/.test(gap);
}

function kindOf(core: string): Piece["kind"] {
  if (!/[\p{L}\p{N}]/u.test(core)) return /^[&$§¢¥£€@]$/u.test(core) ? "word" : "sign";
  return isNumeral(core) ? "number" : "word";
}

/**
 * "13/6/2025", "59-NQ/TW", "142-KH/TU", "04", "F1-H20", "1.234,5", "S9-NQ/TW": what only a person may change. "1anh" and
 * "6-d6n" are words that lost letters.
 */
function isNumeral(core: string): boolean {
  if (
    /^\d[\d.,:%]*$/.test(core) ||
    /^\P{L}*\d\P{L}*\d\P{L}*\d\P{L}*$/u.test(core) ||
    /^\p{Lu}{2,5}\d{1,4}$|^\p{Lu}[2-57-9]$|^\d+\p{Lu}+$/u.test(core)
  )
    return true;
  const parts = core.split(/[-–—/]/u);
  if (parts.length === 1) return false;
  const coded = parts.filter((part) => /^\p{Lu}{2}|^\p{Lu}$/u.test(part)).length;
  const counted = parts.filter((part) => /^\d[\d.,:%]*$|^\p{Lu}?\d+$/u.test(part)).length;
  return (
    counted === parts.length || (coded > 0 && (counted > 0 || parts.every((part) => /^\p{Lu}/u.test(part))))
  );
}
