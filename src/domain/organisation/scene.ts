import type { CalendarDate } from "../basics/calendar-date.ts";
import { composed, singleSpaced } from "../text/fold.ts";
import { type Gazetteer, type Province, provinceNamed } from "./gazetteer.ts";
import { type Word, wordsOf } from "./words.ts";

/** The document that a text belongs to: names are relative to its province, on its day. */
export interface AddresseeContext {
  readonly province: string | null;
  readonly issuer: string | null;
  readonly date: CalendarDate | null;
}

/** A text ready for finding bodies in it. */
export interface Scene {
  readonly text: string;
  readonly words: readonly Word[];
  readonly gazetteer: Gazetteer;
  readonly province: Province | null;
  readonly context: AddresseeContext;
  /** A cell or list holds names only; prose goes on after a name. */
  readonly kind: "list" | "prose";
  /** What was found at a word before: the same question is asked again and again. */
  readonly found: Map<number, BodyMatch | null>;
}

export function sceneOf(
  text: string,
  gazetteer: Gazetteer,
  context: AddresseeContext,
  kind: Scene["kind"],
): Scene {
  const province =
    context.province === null ? null : provinceNamed(gazetteer, context.province, context.date);
  return { text, words: wordsOf(text), gazetteer, province, context, kind, found: new Map() };
}

/** Whether an item of a list ends before word `i`. */
export function itemEnds(scene: Scene, i: number): boolean {
  const word = scene.words[i];
  return word === undefined || !/^[ \t]*$/.test(word.gap) || word.key === "va";
}

/** Whether nothing but space stands before a word. */
export function adjacent(word: Word | undefined): boolean {
  return word !== undefined && /^\s*$/.test(word.gap);
}

/** The words from…to as they stand in the text, composed, one space between them. */
export function asWritten(scene: Scene, from: number, to: number): string {
  const first = scene.words[from];
  const last = scene.words[to - 1];
  return first && last ? singleSpaced(composed(scene.text.slice(first.start, last.end))) : "";
}

/** A body standing at a word. `end` is the index of the word after it. */
export interface BodyMatch {
  /** Canonical name; null when what stands there is a collective ("UBND các xã"). */
  readonly name: string | null;
  readonly end: number;
  /** Word after the office ("Giám đốc") where there is one. */
  readonly from: number;
  /** First word of the name, which a list may leave out in the names that follow: "Sở". */
  readonly head: string | null;
  readonly doubt: number;
}
