import type { FailureCode } from "../basics/result.ts";
import { composed, singleSpaced } from "../text/fold.ts";
import { type Comparison, comparisonAt, numberAt } from "../text/number.ts";
import { anyPhraseAt, phraseAt, type Tokens, tokensOf } from "../text/token.ts";

/** Numbers as they were typed, before they are put into the measure of a target: one value, or two of a range. */
export interface Amount {
  readonly values: readonly [number] | readonly [number, number];
  readonly comparison: Comparison;
  readonly percent: boolean;
  /** Words of scale were typed: "triệu", "tỷ". */
  readonly scaled: boolean;
  readonly unit: string | null;
  readonly doubts: readonly AmountDoubt[];
}

export type AmountDoubt = "point" | "comma" | "space" | "negative" | "change" | "abbreviation";

type Parsed =
  | { readonly ok: true; readonly value: Amount }
  | { readonly ok: false; readonly failure: FailureCode };

/** Words that may lead to a figure and say nothing of it. */
const openings = [
  "tong so la",
  "tong so",
  "tong cong",
  "dat duoc",
  "dat",
  "duoc",
  "la",
  "co",
  "da co",
  "ket qua",
  "so luong",
  ":",
];
const signs: Readonly<Record<string, Comparison>> = {
  "≥": ">=",
  ">": ">",
  "≤": "<=",
  "<": "<",
  "~": "~",
  "≈": "~",
};
const longestUnit = 80;

/** A figure on one line: full-width digits and signs as plain ones, dashes as "-", no quotation marks around, no full stop. */
export function plainFigure(text: string): string {
  return singleSpaced(composed(text.normalize("NFKC")))
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/[“”"'`]/g, "")
    .replace(/>\s*=/g, "≥")
    .replace(/<\s*=/g, "≤")
    .replace(/[\s.,;!]+$/, "")
    .trim();
}

/** Reads one number or one range with its comparison, percent sign and unit; `whole`: things are counted. */
export function parseAmount(figure: string, whole: boolean): Parsed {
  const doubts = new Set<AmountDoubt>();
  const text = withoutSpaces(longForm(figure, doubts), doubts);
  if (/\d[.,]{2,}\d|\d[.,]\s+\d/.test(text)) return refused("register.measure-marks");
  const tokens = tokensOf(text);
  let { at, comparison } = openingOf(tokens);
  const sign = signAt(tokens, at, doubts);
  at = sign.next;
  const from = phraseAt(tokens, at, "tu");
  const low = writtenAt(tokens, from ?? at, whole, doubts);
  if (low === "marks") return refused("register.measure-marks");
  if (low === null) return refused(/\d/.test(text) ? severalOrUnread(text) : "register.measure-unread");
  const percentLow = percentAt(tokens, low.next);
  const between = sign.factor === 1 ? anyPhraseAt(tokens, percentLow ?? low.next, ["-", "den", "~"]) : null;
  const high = between === null ? null : writtenAt(tokens, between, whole, doubts);
  if (high === "marks") return refused("register.measure-marks");
  if (between !== null && high === null) return refused("register.measure-unread");
  const end = high ?? low;
  const percentEnd = percentAt(tokens, end.next);
  const rest = restOf(tokens, percentEnd ?? end.next, text);
  if (rest.failure) return refused(rest.failure);
  if (from !== null && !high && rest.comparison === null) return refused("register.measure-unread");
  if (rest.comparison) comparison = rest.comparison;
  const percent = percentEnd !== null || percentLow !== null;
  if (percent && [low, end].some(({ value }) => value >= 1000)) doubts.add("point");
  const common = { comparison, percent, unit: rest.unit, doubts: [...doubts] };
  if (!high) return found({ ...common, values: [sign.factor * low.value], scaled: low.scaled });
  // "10-15 triệu": the scale is said once for both.
  const first =
    high.scaled && !low.scaled && low.value < high.value / high.scale ? low.value * high.scale : low.value;
  if (first >= high.value) return refused("register.measure-turned");
  return found({ ...common, values: [first, high.value], scaled: low.scaled || high.scaled });
}

function found(value: Amount): Parsed {
  return { ok: true, value };
}

function refused(failure: FailureCode): Parsed {
  return { ok: false, failure };
}

/** "1,5tr", "500k": the short forms of messages, written out. */
function longForm(figure: string, doubts: Set<AmountDoubt>): string {
  const long = figure
    .replace(/(\d)\s*tr(?![\p{L}\d])/giu, "$1 triệu")
    .replace(/(\d)\s*k(?![\p{L}\d])/giu, "$1 nghìn")
    .replace(/(\d)\s*đ(?![\p{L}\d])/giu, "$1 đồng");
  if (/triệu|nghìn/u.test(long) && long !== figure && !/triệu|nghìn/u.test(figure))
    doubts.add("abbreviation");
  return long.replace(/phần trăm/giu, "%");
}

/** "1 234 567" as one number: groups of three after a space. */
function withoutSpaces(figure: string, doubts: Set<AmountDoubt>): string {
  const joined = figure.replace(/(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d.])/g, (number) =>
    number.replaceAll(" ", ""),
  );
  if (joined !== figure) doubts.add("space");
  return joined;
}

function openingOf(tokens: Tokens): { at: number; comparison: Comparison } {
  let at = 0;
  let comparison: Comparison = "=";
  for (;;) {
    const said = comparisonAt(tokens, at);
    const sign = signs[tokens[at]?.folded ?? ""];
    const opened = anyPhraseAt(tokens, at, openings);
    // "khoảng trên 20": the firmer word counts.
    if (said) comparison = said.comparison === "~" && comparison !== "=" ? comparison : said.comparison;
    else if (sign !== undefined) comparison = sign;
    else if (opened === null) return { at, comparison };
    at = said?.next ?? (sign === undefined ? (opened ?? at + 1) : at + 1);
  }
}

/** "-5", "âm 5", "giảm 5%": a sign before the number. A dash with a space after it may only begin the line. */
function signAt(tokens: Tokens, at: number, doubts: Set<AmountDoubt>): { factor: 1 | -1; next: number } {
  const token = tokens[at];
  if (token?.folded === "-") {
    if (!tokens[at + 1]?.glued) doubts.add("negative");
    return { factor: -1, next: at + 1 };
  }
  if (token?.lower === "âm") return { factor: -1, next: at + 1 };
  if (token?.folded === "+") return { factor: 1, next: at + 1 };
  if (token?.lower === "tăng" || token?.lower === "giảm") {
    doubts.add("change");
    return { factor: token.lower === "giảm" ? -1 : 1, next: at + 1 };
  }
  return { factor: 1, next: at };
}

interface Written {
  readonly value: number;
  readonly next: number;
  readonly scaled: boolean;
  readonly scale: number;
}

/** A number at a token with its doubt booked; "marks" when its points and commas fit no way of writing. */
function writtenAt(
  tokens: Tokens,
  at: number,
  whole: boolean,
  doubts: Set<AmountDoubt>,
): Written | "marks" | null {
  const number = numberAt(tokens, at);
  if (number === null) return tokens[at]?.kind === "number" ? "marks" : null;
  const digits = tokens
    .slice(at, number.next)
    .filter(({ kind, folded }) => kind !== "word" && /[\d.,]/.test(folded));
  const typed = digits.map(({ folded }) => folded).join("");
  const after = tokens[number.next];
  if (
    (after?.folded === "." || after?.folded === ",") &&
    after.glued &&
    tokens[number.next + 1]?.kind === "number"
  )
    return "marks";
  if (/[.,]$/.test(typed)) return "marks";
  const words = tokens.slice(at, number.next).filter(({ kind }) => kind === "word").length;
  const scaled = typed !== "" && words > 0;
  const meant = whole && !scaled ? (number.candidates.find(Number.isInteger) ?? number.value) : number.value;
  const value = number.doubt > 0 && !isDecimalPoint(typed) ? meant : number.value;
  if (number.doubt > 0) doubts.add(typed.includes(".") && !typed.includes(",") ? "point" : "comma");
  const plain = typed === "" ? Number.NaN : Number(typed.replaceAll(".", "").replace(",", "."));
  return {
    ...{ value: Number(value.toPrecision(15)), next: number.next, scaled },
    scale: scaled && plain > 0 ? value / plain : 1,
  };
}

/** "1.5", "12.50": a point before one, two or more than three digits separates no thousands. */
function isDecimalPoint(typed: string): boolean {
  return /^\d+\.\d+$/.test(typed);
}

function percentAt(tokens: Tokens, at: number): number | null {
  return tokens[at]?.folded === "%" ? at + 1 : null;
}

/** What stands after the number: "trở lên", "+", and the words of a unit. */
function restOf(
  tokens: Tokens,
  at: number,
  text: string,
): {
  readonly comparison: Comparison | null;
  readonly unit: string | null;
  readonly failure: FailureCode | null;
} {
  let comparison: Comparison | null = null;
  const last = tokens.at(-1);
  let end = tokens.length;
  if (last?.folded === "+") [comparison, end] = [">=", end - 1];
  for (const [words, means] of [
    ["tro len", ">="],
    ["tro xuong", "<="],
  ] as const)
    if (end - 2 >= at && phraseAt(tokens, end - 2, words) !== null) [comparison, end] = [means, end - 2];
  const words = end > at ? text.slice(tokens[at]?.start, tokens[end - 1]?.end) : "";
  const unit = singleSpaced(words);
  const failure = failureOfUnit(unit);
  return { comparison, unit: unit === "" ? null : unit, failure };
}

/** Units that end with a digit. */
const unitWithDigit = /^(?:[kcdh]?m[23]|co2)$/iu;
/** Letters typed for noughts and ones. */
const misplaced = /^[ol]+$/i;

function failureOfUnit(unit: string): FailureCode | null {
  const words = unit.split(/[\s/]+/);
  if (words.some((word) => /\d/.test(word) && !unitWithDigit.test(word))) return "register.measure-several";
  const isUnit =
    unit === "" ||
    (/^\p{L}/u.test(unit) && unit.length <= longestUnit && !words.some((word) => misplaced.test(word)));
  return isUnit ? null : "register.measure-unread";
}

function severalOrUnread(text: string): FailureCode {
  return (text.match(/\d+/g) ?? []).length > 1 ? "register.measure-several" : "register.measure-unread";
}
