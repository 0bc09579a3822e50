import { numberAt } from "../text/number.ts";
import { anyPhraseAt, digitsAt, pastOptional, phraseAt, type Tokens } from "../text/token.ts";

/** How often: an ISO 8601 duration for each rhythm said ("định kỳ hằng tháng, quý, năm" says three). */
export interface RhythmFound {
  readonly every: readonly string[];
  readonly next: number;
  readonly doubt: number;
  /** Said as a number of times ("02 năm một lần", "2 lần/năm"), which no noun can swallow. */
  readonly frequency: boolean;
  /** Opened by "định kỳ". */
  readonly periodic: boolean;
}

type Unit = "day" | "week" | "month" | "quarter" | "half" | "year";

const units: readonly (readonly [string, Unit])[] = [
  ["nua nam", "half"],
  ["tuan", "week"],
  ["thang", "month"],
  ["quy", "quarter"],
  ["qui", "quarter"],
  ["nam", "year"],
  ["ngay", "day"],
];
/** After these words "năm", "quý", "tháng" or "6 tháng" names one of them, not a rhythm. */
const namesOne = ["dau", "cuoi", "nay", "truoc", "sau", "tiep", "toi", "qua", "ke", "nua"];
const once = ["mot lan", "01 lan", "1 lan", "/ lan", "/ mot lan", "/ 1 lan", "/ 01 lan"];
const per = ["/ 01", "/ 1", "/", "moi mot", "moi", "trong mot", "trong 01", "trong", "mot", "hang"];

/** A rhythm at a token: "hằng năm", "định kỳ 6 tháng, năm", "02 năm một lần", "2 lần/năm". */
export function rhythmAt(tokens: Tokens, at: number): RhythmFound | null {
  return frequencyAt(tokens, at) ?? timesAt(tokens, at) ?? eachAt(tokens, at) ?? periodicAt(tokens, at);
}

/** A rhythm said by a number of times only: "02 năm một lần", "6 tháng/lần", "2 lần/năm". */
export function frequencyOnlyAt(tokens: Tokens, at: number): RhythmFound | null {
  return frequencyAt(tokens, at) ?? timesAt(tokens, at);
}

/** "02 năm một lần", "mỗi năm một lần", "6 tháng/lần", "quý/lần" */
function frequencyAt(tokens: Tokens, at: number): RhythmFound | null {
  const opened = pastOptional(tokens, at, ["dinh ky", "moi", "hang", "cu"]);
  const count = smallNumberAt(tokens, opened);
  const unit = unitAt(tokens, count?.next ?? opened);
  if (!unit) return null;
  const next = anyPhraseAt(tokens, unit.next, once);
  if (next === null) return timesInEachAt(tokens, unit, count?.value ?? 1, opened > at);
  return found([every(count?.value ?? 1, unit.unit)], next, 0, true);
}

/** "mỗi năm 02 lần" */
function timesInEachAt(
  tokens: Tokens,
  unit: { unit: Unit; next: number },
  count: number,
  opened: boolean,
): RhythmFound | null {
  const times = opened && count === 1 ? smallNumberAt(tokens, unit.next) : null;
  const next = times ? phraseAt(tokens, times.next, "lan") : null;
  return times && next !== null ? shared(times.value, 1, unit.unit, next) : null;
}

/** "2 lần/năm", "một lần mỗi quý", "01 lần trong năm" */
function timesAt(tokens: Tokens, at: number): RhythmFound | null {
  const times = smallNumberAt(tokens, at);
  const afterTimes = times ? phraseAt(tokens, times.next, "lan") : null;
  const joint = afterTimes === null ? null : anyPhraseAt(tokens, afterTimes, per);
  if (!times || joint === null) return null;
  const count = smallNumberAt(tokens, joint);
  const unit = unitAt(tokens, count?.next ?? joint);
  if (!unit || namesAPeriod(tokens, unit.next)) return null;
  return shared(times.value, count?.value ?? 1, unit.unit, unit.next);
}

/** So many times in so many units: a whole number of months or weeks where it divides, else the unit with doubt. */
function shared(times: number, count: number, unit: Unit, next: number): RhythmFound | null {
  if (times < 1) return null;
  if (times === 1) return found([every(count, unit)], next, 0, true);
  const months = count * monthsOf(unit);
  if (months > 0 && months % times === 0) return found([every(months / times, "month")], next, 0, true);
  if (months === 1 && times === 2) return found(["P2W"], next, 0.4, true);
  if (months === 1 && times === 4) return found(["P1W"], next, 0.3, true);
  return found([every(count, unit)], next, 0.6, true);
}

/** "hằng năm", "hàng tháng, quý", "mỗi quý", "hằng tháng và hằng quý" */
function eachAt(tokens: Tokens, at: number): RhythmFound | null {
  const opened = anyPhraseAt(tokens, at, ["dinh ky hang", "dinh ky moi", "hang", "moi", "tung"]);
  const said = opened === null ? null : tokens[opened - 1];
  if (opened === null || said?.lower === "hạng" || said?.lower === "hãng") return null;
  const count = smallNumberAt(tokens, opened);
  const unit = unitAt(tokens, count?.next ?? opened);
  if (!unit || (unit.unit === "day" && said?.folded !== "hang")) return null;
  const doubt = said?.folded === "hang" && !["hằng", "hàng", "hang"].includes(said.lower) ? 0.1 : 0;
  const rest = furtherUnits(tokens, unit.next);
  const list = [every(count?.value ?? 1, unit.unit), ...rest.every];
  return found(list, rest.next, doubt, false, tokens[at]?.folded === "dinh");
}

/**
 * "định kỳ 6 tháng, năm", "định kỳ quý", "báo cáo quý, năm": units without "hằng", only after these words, or as a
 * list that is all the text ("6 tháng, năm").
 */
function periodicAt(tokens: Tokens, at: number): RhythmFound | null {
  const opened = anyPhraseAt(tokens, at, ["dinh ky theo", "dinh ky :", "dinh ky", "bao cao"]);
  if (opened === null && at > 0) return null;
  const first = bareUnitAt(tokens, opened ?? at);
  if (!first) return null;
  const rest = furtherUnits(tokens, first.next);
  if (opened === null && (rest.every.length === 0 || rest.next < tokens.length)) return null;
  const periodic = tokens[at]?.folded === "dinh";
  return found(
    [first.every, ...rest.every],
    rest.next,
    periodic || opened === null ? 0 : 0.2,
    false,
    periodic,
  );
}

function furtherUnits(tokens: Tokens, at: number): { every: readonly string[]; next: number } {
  const list: string[] = [];
  let next = at;
  while (list.length < 6) {
    const joint = anyPhraseAt(tokens, next, [", va", ",", "va", "/", "-", "hoac"]);
    const unit = joint === null ? null : bareUnitAt(tokens, pastOptional(tokens, joint, ["dinh ky", "hang"]));
    if (!unit) break;
    list.push(unit.every);
    next = unit.next;
  }
  return { every: list, next };
}

/** "quý", "6 tháng", "năm" that is not the name of one: not "quý IV", "năm 2026", "6 tháng đầu năm". */
function bareUnitAt(tokens: Tokens, at: number): { every: string; next: number } | null {
  const count = smallNumberAt(tokens, at);
  const unit = unitAt(tokens, count?.next ?? at);
  if (!unit || unit.unit === "day" || namesAPeriod(tokens, unit.next)) return null;
  if (count === null && tokens[at]?.folded === "thang" && tokens[unit.next]?.kind === "number") return null;
  return { every: every(count?.value ?? 1, unit.unit), next: pastOptional(tokens, unit.next, once) };
}

function namesAPeriod(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  // "báo cáo 6 tháng trước ngày 10/6": a due day follows, not "six months ago".
  if (token.folded === "truoc" && anyPhraseAt(tokens, at + 1, ["ngay"]) !== null) return false;
  return token.kind === "number" || namesOne.includes(token.folded) || /^(?:i{1,3}|iv)$/.test(token.folded);
}

/** A count of units at a token, 1…99, in digits or words ("năm" is never five here). */
export function smallNumberAt(tokens: Tokens, at: number): { value: number; next: number } | null {
  const digits = digitsAt(tokens, at, 2);
  if (digits !== null) return digits > 0 ? { value: digits, next: at + 1 } : null;
  if (tokens[at]?.kind !== "word" || tokens[at]?.lower === "năm") return null;
  const number = numberAt(tokens, at);
  return number && number.value >= 1 && number.value < 100 ? number : null;
}

function unitAt(tokens: Tokens, at: number): { unit: Unit; next: number } | null {
  for (const [phrase, unit] of units) {
    const next = phraseAt(tokens, at, phrase);
    if (next !== null) return tokens[at]?.lower === "ngay" ? null : { unit, next };
  }
  return null;
}

function monthsOf(unit: Unit): number {
  return { day: 0, week: 0, month: 1, quarter: 3, half: 6, year: 12 }[unit];
}

/** The ISO 8601 duration of so many units; twelve months are a year. */
function every(count: number, unit: Unit): string {
  if (unit === "day") return `P${count}D`;
  if (unit === "week") return `P${count}W`;
  const months = count * monthsOf(unit);
  return months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`;
}

function found(
  list: readonly string[],
  next: number,
  doubt: number,
  frequency: boolean,
  periodic = false,
): RhythmFound {
  return { every: [...new Set(list)], next, doubt, frequency, periodic };
}
