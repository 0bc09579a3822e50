import { type CalendarDate, parseIsoDate, partsOf } from "../basics/calendar-date.ts";
import type { Schedule } from "../calendar/schedule.ts";
import type { Tokens } from "../text/token.ts";
import { anyPhraseAt } from "../text/token.ts";
import type { Atom, Meaning, ScheduleContext } from "./schedule-atom.ts";
import { daysOfPart } from "./schedule-dates.ts";

type Once = Extract<Schedule, { kind: "once" }>;
type Recurring = Extract<Schedule, { kind: "recurring" }>;
type Slot = Extract<Meaning, { kind: "window" | "due" }>;
type Span = Extract<Meaning, { kind: "span" }>;

export interface Combined {
  readonly schedule: Schedule;
  readonly doubt: number;
}

/**
 * Puts neighbouring expressions of time together: "trước ngày 15/11" and "hằng năm" are one rhythm with a due day,
 * "Năm 2026" and "sau đó thường xuyên" one date with what follows it, two dates are two parts. Null when
 * nothing of it can be placed in the calendar.
 */
export function combineAtoms(
  tokens: Tokens,
  atoms: readonly Atom[],
  context: ScheduleContext,
): Combined | null {
  return new Combination(tokens, atoms, context, 0).result();
}

/** "sau đó" inside "sau đó": no document goes deeper, and a damaged one may not exhaust the stack. */
const deepest = 4;

class Combination {
  readonly #tokens: Tokens;
  readonly #atoms: readonly Atom[];
  readonly #context: ScheduleContext;
  readonly #depth: number;
  readonly #parts: Schedule[] = [];
  /** Parts of a year and due days that wait for their rhythm or their year. */
  #waiting: Slot[] = [];
  #doubt = 0;
  /** The part that the last expression made or changed was opened by "từ năm …" alone. */
  #started = false;

  constructor(tokens: Tokens, atoms: readonly Atom[], context: ScheduleContext, depth: number) {
    this.#depth = depth;
    this.#tokens = tokens;
    this.#atoms = atoms;
    this.#context = context;
  }

  result(): Combined | null {
    let at = 0;
    while (at < this.#atoms.length) at = this.#take(at);
    this.#flush();
    const parts = distinct(this.#parts.flatMap((part) => (part.kind === "several" ? part.parts : [part])));
    const [only] = parts;
    if (!only) return null;
    return { schedule: parts.length === 1 ? only : { kind: "several", parts }, doubt: this.#doubt };
  }

  /** Takes the expression at an index; gives the index of the next one. */
  #take(at: number): number {
    const atom = this.#atoms[at];
    if (!atom) return at + 1;
    const follow = this.#followUp(at);
    if (follow > at) return follow;
    this.#doubt = Math.max(this.#doubt, atom.doubt);
    const { meaning } = atom;
    const joined = at > 0 && !this.#gap(at).parted;
    switch (meaning.kind) {
      case "span":
        this.#takeSpan(atom, meaning, joined);
        break;
      case "start":
        this.#takeStart(meaning.from, joined);
        break;
      case "rhythm":
        this.#takeRhythm(meaning.every, joined, this.#gap(at).and);
        break;
      case "window":
      case "due":
        this.#takeSlot(at, meaning, joined);
        break;
      case "continuous":
        this.#takeContinuous(joined);
        break;
      case "relative":
        this.#flush();
        this.#parts.push({ kind: "relative", after: meaning.after, within: meaning.within });
        break;
      case "onDemand":
        this.#flush();
        if (atom.cue !== "weak" || this.#atoms.length === 1)
          this.#parts.push({ kind: "onDemand", when: meaning.when });
        break;
      case "nothing":
        break;
    }
    return at + 1;
  }

  /** "sau đó …": what stands after it, up to the closing bracket, follows the date before it. Gives the index after. */
  #followUp(at: number): number {
    const gap = this.#gap(at);
    if (!gap.follows || at === 0 || this.#depth >= deepest) return at;
    this.#flush();
    const end = gap.bracket ? closingOf(this.#tokens, gap.bracket) : this.#tokens.length;
    let last = at;
    while (last < this.#atoms.length && (this.#atoms[last]?.start ?? end) < end) last += 1;
    const inner = this.#atoms.slice(at, last);
    const rest = new Combination(this.#tokens, inner, this.#context, this.#depth + 1).result();
    if (!rest) return last;
    this.#doubt = Math.max(this.#doubt, rest.doubt);
    const before = this.#parts.at(-1);
    if (before?.kind === "once" && !before.then) this.#replace({ ...before, then: rest.schedule });
    else this.#parts.push(rest.schedule);
    return last;
  }

  #takeSpan(atom: Atom, span: Span, joined: boolean): void {
    if (this.#waiting.length > 0 && span.unit === "years" && span.from !== null) {
      this.#takeYearsOfSlots(span.from, span.to);
      return;
    }
    const last = this.#flush();
    if (last?.kind === "recurring" && joined && bounds(this.#tokens, atom, span, last)) {
      this.#replace(bounded(last, span.from, span.to));
      return;
    }
    if (
      last?.kind === "continuous" &&
      joined &&
      span.unit === "years" &&
      span.from !== null &&
      !this.#started
    ) {
      this.#replace({ kind: "continuous", from: span.from });
      this.#doubt = Math.max(this.#doubt, 0.3);
      return;
    }
    this.#parts.push(onceOf(span));
    this.#started = false;
  }

  /** "Quý IV các năm 2026 - 2030", "Quý IV, năm 2026" */
  #takeYearsOfSlots(from: CalendarDate, to: CalendarDate): void {
    const [first, last] = [partsOf(from).year, partsOf(to).year];
    for (const slot of this.#waiting) {
      const single = first === last ? placed(slot, first) : null;
      if (single) this.#parts.push(single);
      else this.#parts.push(bounded(withSlot({ kind: "recurring", every: "P1Y" }, slot), from, to));
    }
    this.#waiting = [];
    if (first !== last) this.#doubt = Math.max(this.#doubt, 0.2);
  }

  #takeStart(from: CalendarDate, joined: boolean): void {
    const last = this.#flush();
    if (joined && last?.kind === "recurring" && last.from === undefined) this.#replace({ ...last, from });
    else if (joined && last?.kind === "continuous" && last.from === undefined)
      this.#replace({ ...last, from });
    else {
      this.#parts.push({ kind: "continuous", from });
      this.#started = true;
    }
  }

  #takeRhythm(every: string, joined: boolean, and: boolean): void {
    const last = this.#parts.at(-1);
    const rhythm: Recurring = { kind: "recurring", every };
    const fitting = this.#waiting.filter((slot) => fits(slot, rhythm));
    if (fitting.length > 0) {
      this.#parts.push(...fitting.map((slot) => withSlot(rhythm, slot)));
      this.#waiting = this.#waiting.filter((slot) => !fits(slot, rhythm));
    } else if (joined && last?.kind === "continuous" && this.#started) {
      this.#replace({ ...rhythm, from: last.from ?? "" });
    } else if (
      joined &&
      last?.kind === "once" &&
      last.from !== null &&
      !last.then &&
      !and &&
      longer(last, every)
    ) {
      this.#replace({ ...rhythm, from: last.from, to: last.to });
    } else if (joined && last?.kind === "once" && !last.then) {
      this.#replace({ ...last, then: rhythm });
    } else if (!joined || last?.kind !== "recurring" || last.every !== every) this.#parts.push(rhythm);
    this.#started = false;
  }

  #takeSlot(at: number, slot: Slot, joined: boolean): void {
    const last = this.#parts.at(-1);
    const next = this.#atoms[at + 1]?.meaning;
    const forward = next?.kind === "rhythm" && fits(slot, { kind: "recurring", every: next.every });
    const after = this.#gap(at + 1);
    const open = last?.kind === "recurring" && joined && fits(slot, last) && !hasSlot(last, slot);
    // "báo cáo 6 tháng trước ngày 10/6, báo cáo năm …": the comma ends what the first rhythm has.
    if (forward && after.tight && !(after.comma && open)) this.#waiting.push(slot);
    else if (
      this.#waiting.length === 0 &&
      last?.kind === "recurring" &&
      fits(slot, last) &&
      (joined || !forward)
    ) {
      if (hasSlot(last, slot)) this.#parts.push(withSlot(last, slot));
      else this.#replace(withSlot(last, slot));
    } else if (slot.kind === "due" && slot.every !== null)
      this.#parts.push({ kind: "recurring", every: slot.every, due: slot.due });
    else this.#waiting.push(slot);
  }

  #takeContinuous(joined: boolean): void {
    const last = this.#flush();
    if (joined && last?.kind === "continuous") return;
    if (joined && last?.kind === "once" && !last.then)
      this.#replace({ ...last, then: { kind: "continuous" } });
    else this.#parts.push({ kind: "continuous" });
  }

  /** Gives what still waits the document's year: there is no rhythm for it. Gives the last part. */
  #flush(): Schedule | undefined {
    const { documentDate } = this.#context;
    for (const slot of this.#waiting) {
      if (!documentDate) continue;
      const { year } = partsOf(documentDate);
      const now = placed(slot, year);
      const past = now !== null && now.to < documentDate;
      const next = past && slot.kind === "due" ? placed(slot, year + 1) : now;
      if (next) this.#parts.push(next);
      this.#doubt = Math.max(this.#doubt, past ? 0.5 : 0.3);
    }
    this.#waiting = [];
    return this.#parts.at(-1);
  }

  #replace(schedule: Schedule): void {
    this.#parts[this.#parts.length - 1] = schedule;
  }

  /** What stands between an expression and the one before it. */
  #gap(at: number): {
    parted: boolean;
    tight: boolean;
    follows: boolean;
    and: boolean;
    comma: boolean;
    bracket: number;
  } {
    const to = this.#atoms[at]?.start ?? 0;
    const from = this.#atoms[at - 1]?.next ?? to;
    const gap = { parted: false, tight: true, follows: false, and: false, comma: false, bracket: 0 };
    for (let i = from; i < to; i++) {
      const word = this.#tokens[i]?.folded ?? "";
      if (word === ";" || this.#tokens[i]?.kind === "break") gap.parted = true;
      if (!["cua", "vao", "(", ",", ":", "dinh", "ky"].includes(word)) gap.tight = false;
      if (word === "va") gap.and = true;
      if (word === ",") gap.comma = true;
      if (word === "(") gap.bracket = i;
      if (anyPhraseAt(this.#tokens, i, ["sau do", "tiep sau do", "tu do"]) !== null) gap.follows = true;
    }
    return gap;
  }
}

/** A span that limits a rhythm: years around it, or a time with both ends that the rhythm is shorter than. */
function bounds(tokens: Tokens, atom: Atom, span: Span, rhythm: Recurring): boolean {
  if (rhythm.to !== undefined) return false;
  if (span.from === null) return ["den", "cho"].includes(tokens[atom.start]?.folded ?? "");
  return (
    tokens[atom.start]?.folded === "tu" ||
    longer({ kind: "once", from: span.from, to: span.to }, rhythm.every)
  );
}

function bounded(rhythm: Recurring, from: string | null, to: string): Recurring {
  return { ...rhythm, ...(from === null ? {} : { from }), to };
}

/** Whether a date with both ends holds several turns of a rhythm. */
function longer(once: Once, every: string): boolean {
  const [from, to] = [parseIsoDate(once.from ?? ""), parseIsoDate(once.to)];
  if (!from || !to) return false;
  const [a, b] = [partsOf(from), partsOf(to)];
  return (b.year - a.year) * 12 + (b.month - a.month) + 1 > monthsOf(every);
}

/** Length of an ISO 8601 duration in months, about; days and weeks count as nothing. */
function monthsOf(every: string): number {
  const match = /^P(\d+)([MY])$/.exec(every);
  return match ? Number(match[1]) * (match[2] === "Y" ? 12 : 1) : 0;
}

function fits(slot: Slot, rhythm: Recurring): boolean {
  const months = monthsOf(rhythm.every);
  if (slot.kind === "window") return months >= 12;
  if (slot.every !== null && slot.every !== rhythm.every) return false;
  return slot.due.startsWith("---") ? months >= 1 && months < 12 : months >= 3;
}

function hasSlot(rhythm: Recurring, slot: Slot): boolean {
  return slot.kind === "window" ? rhythm.window !== undefined : rhythm.due !== undefined;
}

function withSlot(rhythm: Recurring, slot: Slot): Recurring {
  return slot.kind === "window" ? { ...rhythm, window: slot.window } : { ...rhythm, due: slot.due };
}

/** A part of a year or a due day in a given year; null for a day of a month that is not said. */
function placed(slot: Slot, year: number): Once | null {
  if (slot.kind === "due") {
    const to = parseIsoDate(`${String(year).padStart(4, "0")}${slot.due.slice(1)}`);
    if (!to || slot.due.startsWith("---")) return null;
    return slot.strict
      ? { kind: "once", from: null, to, strictlyBefore: true }
      : { kind: "once", from: null, to };
  }
  const ordinal = Number(slot.window.slice(1));
  const unit = ({ Q: "quarter", H: "half", M: "month" } as const)[slot.window[0] as "Q" | "H" | "M"]; // windows are made of these letters only
  const days = daysOfPart(unit, [ordinal, ordinal], year);
  return days && { kind: "once", from: days[0], to: days[1] };
}

function onceOf(span: Span): Once {
  const once: Once = { kind: "once", from: span.from, to: span.to };
  return span.strict ? { ...once, strictlyBefore: true } : once;
}

function distinct(parts: readonly Schedule[]): readonly Schedule[] {
  const seen = new Map(parts.map((part) => [JSON.stringify(part), part]));
  return [...seen.values()];
}

/** The index of the bracket that closes the one at `open`; the end when none does. */
function closingOf(tokens: Tokens, open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i]?.folded === "(") depth += 1;
    if (tokens[i]?.folded === ")" && --depth === 0) return i;
  }
  return tokens.length;
}

/** The words from one offset to another, with the bracket that closes one opened among them. */
export function wordsBetween(text: string, start: number, end: number): string {
  const words = text.slice(start, end);
  return words.lastIndexOf("(") > words.lastIndexOf(")") && text[end] === ")" ? `${words})` : words;
}
