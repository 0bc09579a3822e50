import { anyPhraseAt, phraseAt, type Token, type Tokens, tokensOf } from "./token.ts";

/** A number found at a token. `candidates` holds every reading; one element when there is no doubt. */
export interface NumberFound {
  readonly value: number;
  readonly next: number;
  readonly doubt: number;
  readonly candidates: readonly number[];
}

export type Comparison = "=" | ">=" | "<=" | ">" | "<" | "~";

/** A number as an office writes it: with its comparison, as a range, as a percentage. */
export interface NumberReading {
  readonly value: number | readonly [number, number];
  readonly comparison: Comparison;
  readonly percent: boolean;
  readonly doubt: number;
  readonly candidates: readonly number[];
}

/** Words that say how a number is meant, longer phrases first. */
const comparisons: readonly (readonly [string, Comparison])[] = [
  ["khong vuot qua", "<="],
  ["khong it hon", ">="],
  ["khong nhieu hon", "<="],
  ["khong thap hon", ">="],
  ["khong cao hon", "<="],
  ["khong duoi", ">="],
  ["khong qua", "<="],
  ["nhieu nhat", "<="],
  ["toi thieu", ">="],
  ["it nhat", ">="],
  ["toi da", "<="],
  ["xap xi", "~"],
  ["uoc dat", "~"],
  ["uoc tinh", "~"],
  ["du kien", "~"],
  ["khoang", "~"],
  ["gan", "~"],
  ["tren", ">"],
  ["hon", ">"],
  ["duoi", "<"],
];

const scales: Readonly<Record<string, number>> = {
  nghìn: 1e3,
  nghin: 1e3,
  ngàn: 1e3,
  ngan: 1e3,
  vạn: 1e4,
  triệu: 1e6,
  trieu: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
};

/** Digits in words. Marks count: "sáu" is six, "sau" is after; "ba" is three, "bà" is not. */
const digitWords: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};

/**
 * Reads a whole text as one number: "106.012", "1.234,5", "hai mươi lăm", "1/3", "12%", "từ 10 đến 15",
 * "trên 20", "1,2 tỷ". Words after the number are left alone. Null when the text does not begin with a number.
 */
export function readNumber(text: string): NumberReading | null {
  const tokens = tokensOf(text);
  const said = comparisonAt(tokens, 0);
  const range = rangeAt(tokens, said?.next ?? 0);
  if (range) return { ...range, comparison: said?.comparison ?? "=" };
  const found = fractionAt(tokens, said?.next ?? 0) ?? numberAt(tokens, said?.next ?? 0);
  if (!found) return null;
  return {
    value: found.value,
    comparison: upwardAt(tokens, found.next) ?? said?.comparison ?? "=",
    percent: tokens[found.next]?.folded === "%",
    doubt: found.doubt,
    candidates: found.candidates,
  };
}

/** How the number that follows is meant: the comparison said at `at`. */
export function comparisonAt(
  tokens: Tokens,
  at: number,
): { readonly comparison: Comparison; readonly next: number } | null {
  for (const [phrase, comparison] of comparisons) {
    const next = phraseAt(tokens, at, phrase);
    if (next !== null) return { comparison, next };
  }
  return null;
}

/** "trở lên" within a few words after the number means at least, "trở xuống" at most. */
function upwardAt(tokens: Tokens, at: number): Comparison | null {
  for (let i = at; i < at + 4; i++) {
    if (phraseAt(tokens, i, "tro len") !== null) return ">=";
    if (phraseAt(tokens, i, "tro xuong") !== null) return "<=";
  }
  return null;
}

/** "50 - 60", "từ 10 đến 15", "2-3%": two numbers, the smaller first. `next` is the index after the second. */
export function rangeAt(
  tokens: Tokens,
  at: number,
): (Omit<NumberReading, "comparison" | "value"> & { value: readonly [number, number]; next: number }) | null {
  const opened = phraseAt(tokens, at, "tu");
  const low = numberAt(tokens, opened ?? at);
  if (!low) return null;
  const afterLow = tokens[low.next]?.folded === "%" ? low.next + 1 : low.next;
  const between = anyPhraseAt(tokens, afterLow, ["-", "den", "~"]);
  const high = between === null ? null : numberAt(tokens, between);
  if (!high || high.value <= low.value) return null;
  return {
    value: [low.value, high.value],
    percent: tokens[high.next]?.folded === "%",
    doubt: Math.max(low.doubt, high.doubt),
    candidates: [low.value, high.value],
    next: high.next,
  };
}

/** "1/3": a part of a whole. Bigger denominators are scales of maps ("1/2000") and are refused. */
function fractionAt(tokens: Tokens, at: number): NumberFound | null {
  const top = tokens[at];
  const bottom = tokens[at + 2];
  if (top?.kind !== "number" || bottom?.kind !== "number" || tokens[at + 1]?.folded !== "/") return null;
  const over = Number(bottom.folded);
  if (over < 2 || over > 100 || tokens[at + 3]?.folded === "/") return null;
  const value = Number(top.folded) / over;
  return { value, next: at + 3, doubt: 0, candidates: [value] };
}

/**
 * The number at a token, in digits or words, with "nghìn", "triệu", "tỷ" worked in. The point separates
 * thousands and the comma decimals (as Vietnamese offices write); a number that can be meant the other way
 * round carries doubt and both candidates.
 */
export function numberAt(tokens: Tokens, at: number): NumberFound | null {
  const main = scaledAt(tokens, at);
  if (!main || main.scale === 1) return main;
  if (tokens[main.next]?.lower === "rưỡi")
    return { ...main, value: main.value + main.scale / 2, next: main.next + 1 };
  const rest = tokens[main.next]?.kind === "number" ? scaledAt(tokens, main.next) : null;
  if (!rest || rest.scale === 1 || rest.value >= main.scale) return main;
  const value = main.value + rest.value;
  return { value, next: rest.next, doubt: main.doubt, candidates: [value] };
}

/** More scales than this in a row ("nghìn tỷ" has two) are noise. */
const mostScales = 3;

/** A number with the scales right after it. */
function scaledAt(tokens: Tokens, at: number): (NumberFound & { readonly scale: number }) | null {
  const first = tokens[at]?.kind === "number" ? writtenAt(tokens, at) : wordsAt(tokens, at);
  if (!first) return null;
  let scale = 1;
  let next = first.next;
  while (next - first.next < mostScales && scaleAt(tokens, next) !== 1) {
    scale *= scaleAt(tokens, next);
    next += 1;
  }
  const candidates = first.candidates.map((one) => one * scale);
  return { value: first.value * scale, next, doubt: first.doubt, candidates, scale };
}

function scaleAt(tokens: Tokens, at: number): number {
  const token = tokens[at];
  if (!token || (token.folded === "ty" && tokens[at + 1]?.folded === "le")) return 1;
  return scales[token.lower] ?? 1;
}

/** Groups of digits in the longest number that is read; more is a reference ("1.2.3.4…") or noise. */
const longest = 6;

function writtenAt(tokens: Tokens, at: number): NumberFound | null {
  const groups: string[] = [tokens[at]?.folded ?? ""];
  let separators = "";
  let next = at + 1;
  while (groups.length <= longest && joins(tokens[next], tokens[next + 1])) {
    separators += tokens[next]?.folded;
    groups.push(tokens[next + 1]?.folded ?? "");
    next += 2;
  }
  const read = readGroups(groups, separators);
  return read && { ...read, next };
}

function joins(separator: Token | undefined, digits: Token | undefined): boolean {
  return (
    (separator?.folded === "." || separator?.folded === ",") &&
    separator.glued &&
    digits?.kind === "number" &&
    digits.glued
  );
}

function readGroups(groups: readonly string[], separators: string): Omit<NumberFound, "next"> | null {
  if (groups.length > longest || groups.join("").length > 15) return null;
  const whole = Number(groups.join(""));
  const last = groups[groups.length - 1] ?? "";
  const decimal = Number(`${groups.slice(0, -1).join("")}.${last}`);
  const inThrees = (list: readonly string[]) =>
    (groups[0] ?? "").length <= 3 && list.every((group) => group.length === 3);
  if (separators === "") return sure(whole);
  if (/^\.+$/.test(separators)) {
    if (inThrees(groups.slice(1)) && !/^0+$/.test(groups[0] ?? "")) return sure(whole);
    return separators.length > 1 ? null : { value: decimal, doubt: 0.3, candidates: [decimal, whole] };
  }
  if (/^\.+,$/.test(separators) && inThrees(groups.slice(1, -1))) return sure(decimal);
  if (separators === "," && last.length !== 3) return sure(decimal);
  if (separators === ",")
    return last === "000"
      ? { value: whole, doubt: 0.4, candidates: [whole, decimal] }
      : { value: decimal, doubt: 0.4, candidates: [decimal, whole] };
  if (/^,+$/.test(separators) && inThrees(groups.slice(1)))
    return { value: whole, doubt: 0.2, candidates: [whole] };
  if (/^,+\.$/.test(separators) && inThrees(groups.slice(1, -1)))
    return { value: decimal, doubt: 0.3, candidates: [decimal] };
  return null;
}

function sure(value: number): Omit<NumberFound, "next"> {
  return { value, doubt: 0, candidates: [value] };
}

/** Numbers in words below a thousand: "hai mươi lăm", "một trăm linh năm", "mười hai". */
function wordsAt(tokens: Tokens, at: number): NumberFound | null {
  const hundreds = tokens[at + 1]?.lower === "trăm" ? digitAt(tokens, at) : null;
  let next = hundreds === null ? at : at + 2;
  const filled = tokens[next]?.lower === "linh" || tokens[next]?.lower === "lẻ";
  if (hundreds !== null && filled) next += 1;
  const tens = tensAt(tokens, next);
  if (hundreds === null && !tens) return null;
  const value = (hundreds ?? 0) * 100 + (tens?.value ?? 0);
  return { value, next: tens?.next ?? next, doubt: 0, candidates: [value] };
}

function tensAt(tokens: Tokens, at: number): { value: number; next: number } | null {
  const digit = digitAt(tokens, at);
  const ten = tokens[at]?.lower === "mười";
  if (digit === null && !ten) return null;
  if (!ten && tokens[at + 1]?.lower !== "mươi") return { value: digit ?? 0, next: at + 1 };
  const afterTen = ten ? at + 1 : at + 2;
  const unit = unitOfTens(tokens, afterTen);
  return {
    value: (ten ? 1 : (digit ?? 0)) * 10 + (unit ?? 0),
    next: unit === null ? afterTen : afterTen + 1,
  };
}

/** The unit after "mười" or "mươi". "năm" after them is a year or years, not five (that is "lăm"). */
function unitOfTens(tokens: Tokens, at: number): number | null {
  return tokens[at]?.lower === "năm" ? null : digitAt(tokens, at);
}

function digitAt(tokens: Tokens, at: number): number | null {
  if (tokens[at]?.lower === "năm" && tokens[at + 1]?.kind === "number") return null;
  return digitWords[tokens[at]?.lower ?? ""] ?? null;
}
