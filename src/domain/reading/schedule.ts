import type { Schedule } from "../calendar/schedule.ts";
import type { Tokens } from "../text/token.ts";
import { phraseAt } from "../text/token.ts";
import type { Atom, ScheduleContext } from "./schedule-atom.ts";
import { atomsOf } from "./schedule-atoms.ts";
import { combineAtoms, wordsBetween } from "./schedule-combine.ts";
import { findDeadlines } from "./schedule-deadline.ts";

export type { ScheduleContext } from "./schedule-atom.ts";

export interface ScheduleReading {
  readonly schedule: Schedule;
  /** The words of the cell that say it. */
  readonly words: string;
  readonly doubt: number;
}

/** More words than this in a cell that say nothing of time are worth a second look. */
const muchElse = 12;

/**
 * Reads the time cell of a table: "Quý IV hằng năm", "Xong trước ngày 30/6/2026", "Năm 2026 (sau đó thường xuyên)".
 * Years that are missing are the document's, with doubt. Null when the cell gives no time ("Theo kế hoạch", "").
 */
export function readSchedule(text: string, context: ScheduleContext): ScheduleReading | null {
  const { tokens, atoms } = atomsOf(text, context);
  const timely = atoms.filter((atom) => !isDocumentDate(tokens, atom));
  const combined = combineAtoms(tokens, timely, context);
  const [first, last] = [timely[0], timely.at(-1)];
  if (!combined || !first || !last) return null;
  const inside = new Set(timely.flatMap((atom) => range(atom.start, atom.next)));
  const others = tokens.filter((token, i) => token.kind === "word" && !inside.has(i)).length;
  return {
    schedule: combined.schedule,
    words: wordsBetween(text, tokens[first.start]?.start ?? 0, tokens[last.next - 1]?.end ?? 0),
    doubt: Math.max(combined.doubt, others > muchElse ? 0.2 : 0),
  };
}

/**
 * The schedule of a row from its time cell and its result cell. The result may sharpen a vaguer time: "Từ năm 2026"
 * with "tổ chức 02 năm một lần" is every two years from 2026. Where the time cell says nothing, a deadline in the
 * result stands in, with doubt.
 */
export function combineSchedule(
  time: string,
  result: string,
  context: ScheduleContext,
): ScheduleReading | null {
  const read = readSchedule(time, context);
  if (!read) {
    const [deadline] = findDeadlines(result, context);
    return deadline
      ? { schedule: deadline.schedule, words: deadline.words, doubt: Math.max(deadline.doubt, 0.3) }
      : null;
  }
  const sharper = sharpened(read.schedule, result, context);
  return sharper ? { ...read, schedule: sharper } : read;
}

function sharpened(schedule: Schedule, result: string, context: ScheduleContext): Schedule | null {
  const { atoms } = atomsOf(result, context);
  const times = atoms.find((atom) => atom.cue === "times")?.meaning;
  if (times?.kind === "rhythm") {
    const { every } = times;
    if (schedule.kind === "continuous")
      return { kind: "recurring", every, ...(schedule.from === undefined ? {} : { from: schedule.from }) };
    if (schedule.kind === "once" && schedule.from !== null && spansYears(schedule.from, schedule.to))
      return { kind: "recurring", every, from: schedule.from, to: schedule.to };
    if (schedule.kind === "recurring" && !schedule.window && !schedule.due) return { ...schedule, every };
  }
  if (schedule.kind !== "recurring" || schedule.window || schedule.due) return null;
  const said = findDeadlines(result, { documentDate: null })
    .map((deadline) => deadline.schedule)
    .find((other) => other.kind === "recurring" && other.every === schedule.every);
  if (said?.kind !== "recurring" || (!said.window && !said.due)) return null;
  return {
    ...schedule,
    ...(said.window ? { window: said.window } : {}),
    ...(said.due ? { due: said.due } : {}),
  };
}

function spansYears(from: string, to: string): boolean {
  return from.slice(0, 4) !== to.slice(0, 4);
}

const documentKinds = [
  "nghi quyet",
  "quyet dinh",
  "thong bao",
  "ke hoach",
  "cong van",
  "van ban",
  "chi thi",
  "ket luan",
  "nghi dinh",
  "thong tu",
  "huong dan",
  "to trinh",
];

/** The day of another document that the cell cites ("Kế hoạch số 12/KH-UBND ngày 15/3/2025"). */
function isDocumentDate(tokens: Tokens, atom: Atom): boolean {
  const dated = atom.cue === "bare" && (atom.meaning.kind === "due" || atom.meaning.kind === "span");
  if (!dated || (atom.meaning.kind === "span" && atom.meaning.unit !== "day")) return false;
  for (let i = atom.start - 1; i >= 0 && i > atom.start - 12; i--) {
    const token = tokens[i];
    if (!token || token.kind === "break" || token.folded === ";") return false;
    if (token.folded === "so" && tokens[i + 1]?.kind === "number") return true;
    if (i >= atom.start - 2 && documentKinds.some((kind) => phraseAt(tokens, i, kind) !== null)) return true;
  }
  return false;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
