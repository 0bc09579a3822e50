import { comparisonAt } from "../text/number.ts";
import { anyPhraseAt, phraseAt, type Tokens } from "../text/token.ts";
import type { Target } from "./findings.ts";
import { falling, rising, spokenAt } from "./target-words.ts";

export type Op = Target["op"];
export type Value = number | readonly [number, number];

const averages = ["binh quan", "trung binh"];
const floors = ["it nhat dat", "toi thieu dat", "it nhat", "toi thieu", "dat it nhat", "dat tren"];

const signs: Readonly<Record<string, Op>> = { "≥": ">=", ">": ">=", "≤": "<=", "<": "<=" };

/** How the number is meant, from the words right before it; null when nothing is said. */
export function opBefore(tokens: Tokens, at: number): Op | null {
  for (let start = Math.max(0, at - 5); start < at; start++) {
    const average = anyPhraseAt(tokens, start, averages);
    if (average !== null && at - average <= 3 && quiet(tokens, average, at)) return "~avg";
    const floor = anyPhraseAt(tokens, start, floors);
    if (floor !== null && quiet(tokens, floor, at)) return ">=";
    const said = comparisonAt(tokens, start);
    if (said && quiet(tokens, said.next, at)) return opOf(said.comparison);
  }
  return signs[tokens[at - 1]?.folded ?? ""] ?? null;
}

function opOf(comparison: string): Op {
  if (comparison === ">" || comparison === ">=") return ">=";
  return comparison === "<" || comparison === "<=" ? "<=" : "~";
}

/** Only small words between the comparison and its number. */
function quiet(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      !["dat", "la", "duoc", "co", "tu", "moi", "nam", "hang", "them", "khoang", "tren"].includes(
        tokens[i]?.folded ?? "",
      )
    )
      return false;
  return from <= to;
}

function opAfter(tokens: Tokens, at: number): Op | null {
  for (let i = at; i < Math.min(tokens.length, at + 12); i++) {
    const sign = tokens[i]?.folded ?? "";
    if (tokens[i]?.kind === "number" || [",", ";", "."].includes(sign) || tokens[i]?.kind === "break")
      return null;
    if (phraseAt(tokens, i, "tro len") !== null) return ">=";
    if (phraseAt(tokens, i, "tro xuong") !== null) return "<=";
  }
  return null;
}

/** How a number is meant, from the words before it, else from "trở lên" after it. */
export function opFor(tokens: Tokens, at: number, afterNumber: number, value: Value): Op {
  const before = opBefore(tokens, at);
  if (typeof value !== "number") return "~range";
  return before ?? opAfter(tokens, afterNumber) ?? "=";
}

/** "rút ngắn khoảng 30%": where the verb of change before the number stands. */
export function changeBefore(tokens: Tokens, at: number): { at: number; falling: boolean } | null {
  for (let i = at - 1; i >= 0 && at - i <= 6; i--) {
    if (tokens[i]?.kind !== "word") return null;
    const fall = spokenAt(tokens, i, falling);
    const verb = fall ?? spokenAt(tokens, i, rising);
    if (verb !== null && verb <= at) return { at: i, falling: fall !== null };
  }
  return null;
}

/** At least so much less is at most the negative. */
export function mirrored(op: Op): Op {
  return op === ">=" ? "<=" : op === "<=" ? ">=" : op;
}

export function negative(value: Value): Value {
  return typeof value === "number" ? -value : [-value[1], -value[0]];
}
