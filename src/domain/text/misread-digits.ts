import { calendarDate } from "../basics/calendar-date.ts";

/**
 * Digits that a reader of pages took for letters and signs ("S9", "l5/7/2025"). A number is never made up: all it may
 * have been stays, and when the day it would name is not in the calendar it is not one of them.
 */

/** What a sign may have been, likeliest first (UTR #36 lists shapes alike; shares seen on misread pages). */
const digitsOfSign: Readonly<Record<string, string>> = {
  O: "06",
  o: "0",
  Q: "0",
  D: "0",
  l: "1",
  I: "1",
  i: "1",
  "|": "1",
  "!": "1",
  Z: "27",
  z: "27",
  A: "4",
  S: "58",
  s: "58",
  $: "58",
  "§": "58",
  G: "6",
  b: "6",
  é: "6",
  B: "83",
  "&": "8",
  g: "9",
  q: "9",
};

/** More numbers than these one word cannot be told to have been. */
const mostCandidates = 8;

/**
 * Every number that a run of digits and signs may have been, the likeliest first; a run of digits is itself alone. Empty
 * when a sign is no digit's likeness.
 */
export function digitsMeant(seen: string): readonly string[] {
  let candidates = [""];
  for (const sign of seen) {
    const digits = /\d/.test(sign) ? sign : digitsOfSign[sign];
    if (digits === undefined) return [];
    candidates = [...digits].flatMap((digit) => candidates.map((before) => before + digit));
  }
  return seen === "" ? [] : candidates.slice(0, mostCandidates);
}

/** A date in a text that was not read as one. */
export interface MisreadDate {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** dd/mm/yyyy or dd/mm, as many signs as written, the likeliest first; all are days of the calendar. */
  readonly candidates: readonly string[];
}

const sign = "[\\dOoQDlIi|!ZzASs$§GbéB&gq]";
const numeric = new RegExp(
  `(?<![\\p{L}\\p{N}/])(${sign}{1,2})/(${sign}{1,2})/(${sign}{4})(?![\\p{L}\\p{N}/])`,
  "gu",
);
/** A stroke for the second slash: "15/712025". */
const strokes = /(?<![\p{L}\p{N}/])(\d{1,2})\/(\d{1,2})[1lI|](20\d\d)(?![\p{L}\p{N}/])/gu;
/** "ngày l5 tháng 7 năm 2O25": the words may be respelled before or not. */
const inWords = new RegExp(
  `(?:ngày|ngay)\\s(${sign}{1,2})\\s(?:tháng|thang)\\s(${sign}{1,2})\\s(?:năm|nam|nim|ndm)\\s(${sign}{4})(?![\\p{L}\\p{N}])`,
  "giu",
);

/** Dates of which some digits were taken for letters or strokes. Dates that are whole are not among them. */
export function misreadDates(text: string): readonly MisreadDate[] {
  const found = [...text.matchAll(numeric), ...text.matchAll(inWords)].flatMap((match) => spelledDate(match));
  const struck = [...text.matchAll(strokes)].flatMap((match) => {
    const [written, day = "", month = "", year = ""] = match;
    const meant = `${day}/${month}/${year}`;
    return isDay(day, month, year)
      ? [{ start: match.index, end: match.index + written.length, written, candidates: [meant] }]
      : [];
  });
  return [...found, ...struck].sort((a, b) => a.start - b.start);
}

function spelledDate(match: RegExpExecArray): readonly MisreadDate[] {
  const [written, day = "", month = "", year = ""] = match;
  // Without a digit in it a word is a word; a whole date needs nothing.
  if (/^\d+$/.test(day + month + year) || !/\d/.test(day + month) || !/\d\d/.test(year)) return [];
  const candidates = digitsMeant(day).flatMap((d) =>
    digitsMeant(month).flatMap((m) =>
      digitsMeant(year)
        .filter((y) => /^(?:19|20)/.test(y) && isDay(d, m, y))
        .map((y) => replaced(written, [day, month, year], [d, m, y])),
    ),
  );
  const start = match.index;
  return candidates.length === 0
    ? []
    : [{ start, end: start + written.length, written, candidates: candidates.slice(0, mostCandidates) }];
}

/** The written words with each of the three runs, in their order, made the digits meant. */
function replaced(written: string, runs: readonly string[], digits: readonly string[]): string {
  let out = "";
  let rest = written;
  for (const [i, run] of runs.entries()) {
    // Each run stands behind white space or a slash, or at the beginning.
    const at =
      i === 0 && !/\s/.test(written)
        ? 0
        : rest.search(new RegExp(`(?<=[\\s/])${escaped(run)}(?=[\\s/]|$)`, "u"));
    out += rest.slice(0, at) + (digits[i] ?? run);
    rest = rest.slice(at + run.length);
  }
  return out + rest;
}

function escaped(text: string): string {
  return text.replace(/[$|]/g, "\\$&");
}

function isDay(day: string, month: string, year: string): boolean {
  return calendarDate(Number(year), Number(month), Number(day)) !== null;
}
