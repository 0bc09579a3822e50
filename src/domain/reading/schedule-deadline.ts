import type { CalendarDate } from "../basics/calendar-date.ts";
import type { Schedule } from "../calendar/schedule.ts";
import { anyPhraseAt, phraseAt, type Tokens } from "../text/token.ts";
import type { Atom, ScheduleContext } from "./schedule-atom.ts";
import { atomsOf } from "./schedule-atoms.ts";
import { combineAtoms, wordsBetween } from "./schedule-combine.ts";

/** A deadline or a rhythm that an order in running text sets. */
export interface DeadlineFinding {
  /** Offsets of the text given, the second exclusive. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly schedule: Schedule;
  readonly doubt: number;
  /** The clause speaks of reporting: the deadline may be that of the report, not of the work. */
  readonly aboutReporting: boolean;
}

/** How sure it is that an expression of time is a deadline of the order; null when it is none. */
type Verdict = number | null;

interface Scene {
  readonly tokens: Tokens;
  readonly documentDate: CalendarDate | null;
}

/**
 * The deadlines and rhythms of orders in running text, in order. The date of a document or a meeting, the period of
 * a plan ("giai đoạn 2021-2030"), a goal ("đến năm 2030"), the past and "hằng năm" as an attribute of a plan or a
 * budget are none.
 */
export function findDeadlines(text: string, context: ScheduleContext): readonly DeadlineFinding[] {
  const { tokens, atoms } = atomsOf(text, context);
  const scene: Scene = { tokens, documentDate: context.documentDate };
  return clustersOf(tokens, atoms).flatMap((cluster) => {
    const verdict = judged(scene, cluster);
    const timely = cluster.filter((atom) => belongs(scene, atom, cluster));
    const [first, last] = [timely[0], timely.at(-1)];
    const combined = verdict === null ? null : combineAtoms(tokens, timely, context);
    if (verdict === null || !combined || !first || !last) return [];
    // A plan may be signed after its first step is due: what a label calls a deadline stays one.
    if (!labelled(tokens, first.start) && over(combined.schedule, context.documentDate)) return [];
    const start = tokens[first.start]?.start ?? 0;
    const words = wordsBetween(text, start, tokens[last.next - 1]?.end ?? start);
    const { schedule } = combined;
    const doubt = Math.max(verdict, combined.doubt);
    const aboutReporting = speaksOfReporting(tokens, first.start, last.next);
    return [{ start, end: start + words.length, words, schedule, doubt, aboutReporting }];
  });
}

const linking = new Set([
  ",",
  "(",
  ")",
  ":",
  "va",
  "hoac",
  "vao",
  "cua",
  "dinh",
  "ky",
  "trong",
  "bao",
  "cao",
  "hang",
  "nam",
  "thang",
  "quy",
  "hoan",
  "thanh",
]);
const furthest = 6;

/** Expressions of time that stand together: only small linking words between them, no end of a clause. */
function clustersOf(tokens: Tokens, atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const clusters: Atom[][] = [];
  for (const atom of atoms) {
    const cluster = clusters.at(-1);
    const before = cluster?.at(-1);
    if (cluster && before && linked(tokens, before, atom)) cluster.push(atom);
    else clusters.push([atom]);
  }
  return clusters;
}

/** Small words only, or a due day in brackets for the rhythm of the same clause ("hằng quý gửi … (trước ngày 20)"). */
function linked(tokens: Tokens, before: Atom, after: Atom): boolean {
  const bracketed =
    before.meaning.kind === "rhythm" &&
    after.meaning.kind === "due" &&
    tokens[after.start - 1]?.folded === "(";
  if (after.start - before.next > (bracketed ? 2 * furthest : furthest)) return false;
  for (let i = before.next; i < after.start; i++) {
    if (bracketed ? endsClause(tokens, i) : !linking.has(tokens[i]?.folded ?? "")) return false;
  }
  return true;
}

/** The least doubt with which any expression of a cluster binds. */
function judged(scene: Scene, cluster: readonly Atom[]): Verdict {
  if (labelled(scene.tokens, cluster[0]?.start ?? 0)) return 0;
  const verdicts = cluster.map((atom) => binds(scene, atom, cluster)).filter((verdict) => verdict !== null);
  return verdicts.length > 0 ? Math.min(...verdicts) : null;
}

/** Expressions of a cluster that go with a binding one: a bare date or a goal beside a deadline does not. */
function belongs(scene: Scene, atom: Atom, cluster: readonly Atom[]): boolean {
  if (labelled(scene.tokens, cluster[0]?.start ?? 0) || binds(scene, atom, cluster) !== null) return true;
  const { kind } = atom.meaning;
  if (kind === "rhythm" || kind === "due" || kind === "window") return true;
  if (kind === "onDemand") return atom.cue !== "weak";
  return kind === "span" && atom.meaning.unit !== "day" && atom.cue !== "until" && cluster.some(isRhythm);
}

/** "Thời gian hoàn thành: …", "Thời hạn: …" right before the expression. */
function labelled(tokens: Tokens, at: number): boolean {
  if (tokens[at - 1]?.folded !== ":") return false;
  for (let i = Math.max(0, at - 8); i < at - 1; i++)
    if (anyPhraseAt(tokens, i, ["thoi gian", "thoi han", "thoi diem", "tien do", "han"]) !== null)
      return true;
  return false;
}

function binds(scene: Scene, atom: Atom, cluster: readonly Atom[]): Verdict {
  const { tokens } = scene;
  switch (atom.meaning.kind) {
    case "span":
      return spanBinds(scene, atom, atom.meaning.unit);
    case "due":
      return atom.meaning.open && !cluster.some(isRhythm) ? null : 0;
    case "window":
      return windowBinds(scene, atom);
    case "rhythm":
      return rhythmBinds(tokens, atom, cluster);
    case "relative":
      return pastWords(tokens, atom.start) ? null : 0;
    case "continuous":
      return beginsClause(tokens, atom.start) || mustBefore(tokens, atom.start) ? 0.3 : null;
    case "onDemand":
    case "start":
    case "nothing":
      return null;
  }
}

function spanBinds(scene: Scene, atom: Atom, unit: "day" | "part" | "years"): Verdict {
  const { tokens } = scene;
  const finishing = finishesBefore(tokens, atom.start);
  switch (atom.cue) {
    case "by":
      return countsFrom(tokens, atom.start) ? null : 0;
    case "until":
      return unit === "day" && (finishing || asksInClause(tokens, atom.start)) ? 0.3 : null;
    case "within":
      if (tokens[atom.start]?.folded === "tu") return null;
      if (pastWords(tokens, atom.start) || describes(tokens, atom.start)) return null;
      return unit === "years" && !finishing ? 0.3 : 0;
    case "bare":
      if (finishing) return 0.1;
      if (unit === "day") return null;
      if (tokens[atom.start - 1]?.folded === "vao" && asksInClause(tokens, atom.start)) return 0.2;
      if (tokens[atom.start - 1]?.folded === "(" && tokens[atom.next]?.folded === ")")
        return unit === "part" ? 0.3 : null;
      return beginsClause(tokens, atom.start) && finishesAfter(tokens, atom.next) ? 0.3 : null;
    default:
      return null;
  }
}

function windowBinds(scene: Scene, atom: Atom): Verdict {
  if (pastWords(scene.tokens, atom.start) || describes(scene.tokens, atom.start)) return null;
  return atom.cue === "within" || finishesBefore(scene.tokens, atom.start) ? 0.3 : null;
}

function isRhythm(atom: Atom): boolean {
  return atom.meaning.kind === "rhythm";
}

/** What is yearly by nature; "hằng năm" after these words is their attribute. */
const yearlyThings = new Set([
  "hoach",
  "toan",
  "tieu",
  "vu",
  "sach",
  "phi",
  "trinh",
  "ra",
  "vao",
  "giao",
  "quan",
  "phep",
  "luong",
  "san",
  "gia",
  "von",
  "thuong",
  "muc",
  "cao",
  "suat",
  "hop",
  "luat",
]);
const actions = [
  "bao cao",
  "tong hop",
  "to chuc",
  "ra soat",
  "danh gia",
  "cap nhat",
  "gui",
  "so ket",
  "tong ket",
  "xay dung",
  "kiem tra",
  "tien hanh",
  "lap",
  "trinh",
  "thong ke",
  "cong bo",
  "hop",
  "giao ban",
  "tham muu",
  "chu dong",
  "thuc hien",
  "co bao cao",
  "cong khai",
  "niem yet",
  "theo doi",
  "don doc",
  "giam sat",
  "tuyen truyen",
  "doi thoai",
  "tiep cong dan",
  "quan trac",
  "tuan tra",
];

function rhythmBinds(tokens: Tokens, atom: Atom, cluster: readonly Atom[]): Verdict {
  if (atom.cue === "periodic") return 0;
  if (atom.cue === "times") return 0.1;
  if (cluster.some((other) => other.meaning.kind === "due")) return 0;
  const before = tokens[atom.start - 1]?.folded ?? "";
  // "báo cáo quý" without "định kỳ" names a report; it binds only beside a due day.
  if (tokens[atom.start]?.folded === "bao") return null;
  if (beginsClause(tokens, atom.start)) return 0.1;
  if (before === "ky" && tokens[atom.start - 2]?.folded === "dinh") return 0;
  if (yearlyThings.has(before) || describes(tokens, atom.start)) return null;
  if (anyPhraseAt(tokens, atom.next, actions) !== null) return 0.3;
  return endsClause(tokens, atom.next) && asksInClause(tokens, atom.start) ? 0.4 : null;
}

function endsClause(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  return !token || token.kind === "break" || [".", ";", ")"].includes(token.folded);
}

/** First in its clause, after a bullet, a label or an opening bracket. */
function beginsClause(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  if (!before || before.kind === "break") return true;
  if (before.folded === ")") return (tokens[at - 2]?.end ?? 0) - (tokens[at - 2]?.start ?? 0) <= 2;
  return [".", ";", ":", "-", "+", "(", "|", "*", "•"].includes(before.folded);
}

/** The index of the first token of the sentence that an index lies in, at most so many tokens back. */
function clauseStart(tokens: Tokens, at: number, most = 60): number {
  let start = at;
  while (start > 0 && at - start < most) {
    const token = tokens[start - 1];
    if (!token || token.kind === "break" || token.folded === ";" || isFullStop(tokens, start - 1)) break;
    start -= 1;
  }
  return start;
}

function isFullStop(tokens: Tokens, at: number): boolean {
  return tokens[at]?.folded === "." && !(tokens[at + 1]?.glued ?? true);
}

function clauseHas(tokens: Tokens, from: number, to: number, phrases: readonly string[]): boolean {
  for (let i = from; i < to; i++) if (anyPhraseAt(tokens, i, phrases) !== null) return true;
  return false;
}

/** "đã" in the clause before, or soon after: what is told has happened. Not "kết quả", nor "đa dạng". */
function pastWords(tokens: Tokens, at: number): boolean {
  const bare = tokens.every((token) => token.lower === token.folded);
  const past = bare ? ["da"] : ["đã", "qua"];
  const from = clauseStart(tokens, at, 25);
  return tokens
    .slice(from, Math.min(tokens.length, at + 16))
    .some(({ lower }, i) => past.includes(lower) && (lower !== "qua" || from + i < at));
}

const finishing = [
  "hoan thanh",
  "hoan tat",
  "xong",
  "ket thuc",
  "ban hanh",
  "trinh",
  "hoan thien",
  "bao cao",
  "gui",
];

/** "hoàn thành" or its like right before the expression. */
function finishesBefore(tokens: Tokens, at: number): boolean {
  const word = tokens[at - 1]?.folded === "vao" ? at - 1 : at;
  return clauseHas(tokens, Math.max(0, word - 2), word, finishing.slice(0, 4));
}

/** "…, hoàn thành", "… trình" soon after the expression. */
function finishesAfter(tokens: Tokens, at: number): boolean {
  const from = tokens[at]?.folded === "," ? at + 1 : at;
  return anyPhraseAt(tokens, from, ["phai hoan thanh", "co ban hoan thanh", ...finishing]) !== null;
}

/** The clause before tells somebody to do something that ends. */
function asksInClause(tokens: Tokens, at: number): boolean {
  return clauseHas(tokens, clauseStart(tokens, at), at, [...finishing, ...actions]);
}

/** The period is that of results, figures, goals or money, not of the order. */
function describes(tokens: Tokens, at: number): boolean {
  if (clauseHas(tokens, clauseStart(tokens, at), at, ["muc tieu", "phan dau"])) return true;
  // "báo cáo kết quả trong tháng 11" dates the report, not the results.
  const reports = clauseHas(tokens, clauseStart(tokens, at), at, ["bao cao", "gui", "trinh"]);
  const told = reports ? [] : ["ket qua", "tinh hinh", "so lieu"];
  return clauseHas(tokens, Math.max(0, at - 5), at, [
    ...told,
    "chi tieu",
    "du toan",
    "ke hoach von",
    "nguon thu",
    "phat sinh",
    "dien ra",
  ]);
}

/** "trước ngày …" that says who or what is meant ("đăng ký hộ khẩu trước ngày", "ban hành trước ngày … có hiệu lực"). */
function countsFrom(tokens: Tokens, at: number): boolean {
  return clauseHas(tokens, Math.max(0, at - 8), at, [
    "ho khau",
    "sinh song",
    "thuong tru",
    "sinh truoc",
    "cap phep",
    "co hieu luc",
    "duoc ban hanh",
    "da",
  ]);
}

function mustBefore(tokens: Tokens, at: number): boolean {
  return ["phai", "can"].includes(tokens[at - 1]?.folded ?? "");
}

/** "báo cáo" before the expression in its sentence, or after it: right after, or anywhere when it opens the sentence. */
function speaksOfReporting(tokens: Tokens, from: number, to: number): boolean {
  if (clauseHas(tokens, clauseStart(tokens, from), from, ["bao cao"])) return true;
  const opens = beginsClause(tokens, from);
  for (let i = to; i < Math.min(tokens.length, to + 15) && !endsClause(tokens, i); i++) {
    if (!opens && tokens[i]?.folded === ",") return false;
    if (phraseAt(tokens, i, "bao cao") !== null) return true;
  }
  return false;
}

/** Ended before the document was made. */
function over(schedule: Schedule, documentDate: CalendarDate | null): boolean {
  if (documentDate === null) return false;
  if (schedule.kind === "several") return schedule.parts.every((part) => over(part, documentDate));
  return schedule.kind === "once" && schedule.to < documentDate && !schedule.then;
}
