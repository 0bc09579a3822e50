import { anyPhraseAt, pastOptional, phraseAt, type Tokens } from "../text/token.ts";
import { smallNumberAt } from "./schedule-rhythm.ts";

/** A term that runs from an event: "trong vòng 15 ngày làm việc kể từ ngày nhận đủ hồ sơ". */
export interface RelativeFound {
  readonly after: string;
  readonly within: string;
  readonly next: number;
  readonly doubt: number;
}

export interface OnDemandFound {
  readonly when: string;
  readonly next: number;
  /** "sau khi …" names an event that any sentence may tell of; in running text it is no deadline. */
  readonly weak: boolean;
}

const termOpenings = [
  "trong vong khong qua",
  "trong thoi han khong qua",
  "trong thoi han",
  "trong thoi gian",
  "trong khoang thoi gian",
  "trong khoang",
  "trong vong",
  "trong",
  "cham nhat la",
  "cham nhat khong qua",
  "cham nhat trong vong",
  "cham nhat trong",
  "cham nhat sau",
  "cham nhat",
  "muon nhat",
  "khong qua",
  "toi da",
  "thoi han",
  "sau",
];
const counting = ["ke tu sau", "ke tu", "tinh tu", "sau", "tu"];

/** A term at a token; null where no event is said ("trong 06 tháng đầu năm", "trong 02 năm"). */
export function relativeAt(tokens: Tokens, at: number, text: string): RelativeFound | null {
  const atOnce = anyPhraseAt(tokens, at, ["ngay sau khi", "ngay khi", "ngay sau"]);
  if (atOnce !== null && tokens[at]?.lower !== "ngày") {
    const event = eventAt(tokens, atOnce - (tokens[atOnce - 1]?.folded === "khi" ? 1 : 0), text);
    return event && { after: event.words, within: "P0D", next: event.next, doubt: 0.2 };
  }
  const term = termAt(tokens, pastOptional(tokens, at, termOpenings));
  const counted = term && anyPhraseAt(tokens, pastOptional(tokens, term.next, [","]), counting);
  const event = counted ? eventAt(tokens, counted, text) : null;
  return event && term && { after: event.words, within: term.within, next: event.next, doubt: term.doubt };
}

/**
 * A length of time as an ISO 8601 duration. ISO knows no working days: n of them become the longest run of days
 * they can need (two for each week-end begun), with doubt, so that nobody is called late too early.
 */
function termAt(tokens: Tokens, at: number): { within: string; next: number; doubt: number } | null {
  const count = smallNumberAt(tokens, at) ?? hundredsAt(tokens, at);
  if (!count) return null;
  const { value } = count;
  const working = anyPhraseAt(tokens, count.next, ["ngay lam viec", "ngay ( lam viec )"]);
  if (working !== null) return { within: `P${value + 2 * Math.ceil(value / 5)}D`, next: working, doubt: 0.2 };
  for (const [word, duration] of [
    ["ngay", `P${value}D`],
    ["tuan", `P${value}W`],
    ["thang", value % 12 === 0 ? `P${value / 12}Y` : `P${value}M`],
    ["nam", `P${value}Y`],
    ["gio", `PT${value}H`],
  ] as const) {
    const next = phraseAt(tokens, count.next, word);
    if (next !== null) return { within: duration, next, doubt: 0 };
  }
  return null;
}

function hundredsAt(tokens: Tokens, at: number): { value: number; next: number } | null {
  const token = tokens[at];
  const value = token?.kind === "number" && token.end - token.start === 3 ? Number(token.folded) : 0;
  return value > 0 ? { value, next: at + 1 } : null;
}

/** Work that waits for a need: "khi có yêu cầu", "khi phát sinh", "đột xuất", "theo yêu cầu của …". */
export function onDemandAt(tokens: Tokens, at: number, text: string): OnDemandFound | null {
  const sudden = phraseAt(tokens, at, "dot xuat");
  if (sudden !== null) {
    const asked = anyPhraseAt(tokens, sudden, ["khi", "theo yeu cau", "theo chi dao"]);
    const event = asked === null ? null : eventAt(tokens, sudden, text);
    const end = event?.next ?? sudden;
    return { when: quote(tokens, at, end, text), next: end, weak: false };
  }
  const strong = anyPhraseAt(tokens, at, [
    "khi co",
    "khi phat sinh",
    "khi duoc",
    "khi can",
    "khi xay ra",
    "theo yeu cau",
    "theo de nghi",
  ]);
  const weak = strong === null ? phraseAt(tokens, at, "sau khi") : null;
  if (strong === null && (weak === null || tokens[at]?.lower === "sáu")) return null;
  const event = eventAt(tokens, at, text);
  return event && event.next > at + 1 ? { when: event.words, next: event.next, weak: strong === null } : null;
}

/** The words of an event, up to the end of the clause. */
function eventAt(tokens: Tokens, at: number, text: string): { words: string; next: number } | null {
  let next = at;
  while (next < tokens.length && !endsClause(tokens, next)) next += 1;
  return next > at ? { words: quote(tokens, at, next, text), next } : null;
}

function endsClause(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (!token || token.kind === "break") return true;
  if (token.folded === "hoac" || phraseAt(tokens, at, "va dinh ky") !== null) return true;
  if (token.kind !== "mark") return false;
  if ([",", ";", "(", ")", "|"].includes(token.folded)) return true;
  const after = tokens[at + 1];
  return token.folded === "." && !(after?.glued && after.kind === "number");
}

/** The text from one token up to another, white space made single. */
export function quote(tokens: Tokens, from: number, to: number, text: string): string {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return text.slice(start, end).replace(/\s+/g, " ").trim();
}
