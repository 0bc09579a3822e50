import type { CalendarDate } from "../basics/calendar-date.ts";
import type { RungKind } from "./ladder.ts";

/** Who issues a letter: the focal body to its peers, or somebody above it. */
export type LetterKind = Extract<RungKind, "letter" | "upperLetter">;

/** A late duty whose climb has come to a letter that is to be issued, or to the chair's meeting. */
export interface UrgedItem {
  readonly id: string;
  readonly kind: RungKind;
  /** The day on which the ladder came to it. */
  readonly since: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly daysLate: number;
  /** The unit has said nothing yet. */
  readonly silent: boolean;
  readonly content: string;
  readonly document: { readonly number: string | null; readonly issuedOn: CalendarDate | null };
  readonly unit: { readonly id: string; readonly name: string };
  /** Steps told to people of the unit, and letters issued. */
  readonly timesUrged: number;
}

/** A letter that was issued. */
export interface IssuedLetter {
  readonly id: string;
  readonly kind: LetterKind;
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly unit: { readonly id: string; readonly name: string };
  /** How many it names. */
  readonly duties: number;
}

/** A letter to be issued: to one unit, over some of its duties. */
export interface DueLetter {
  readonly unit: UrgedItem["unit"];
  readonly kind: LetterKind;
  /** The longest late first. */
  readonly items: readonly UrgedItem[];
  /** The first day on which the ladder asked for it. */
  readonly since: CalendarDate;
}

/** The letters that items ask for: one for each unit and kind, in the order of the items. Every item is in one. */
export function dueLetters(items: readonly UrgedItem[]): readonly DueLetter[] {
  const byLetter = Map.groupBy(items, ({ unit, kind }) => `${unit.id} ${kind}`);
  return [...byLetter.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const [since = first.since] = some.map((item) => item.since).sort();
    return [
      { unit: first.unit, kind: first.kind === "upperLetter" ? first.kind : "letter", items: some, since },
    ];
  });
}
