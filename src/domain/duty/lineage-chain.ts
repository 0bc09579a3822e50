import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import type { Schedule } from "../calendar/schedule.ts";
import type { Place } from "../document/place.ts";
import { joiningKinds, type LineageKind } from "./lineage.ts";
import type { DocumentReferenceLine } from "./registered-document.ts";

/** What a note of a chain is: the directive by which the task was first given, or what came later. */
export type LineageNoteKind = "first" | LineageKind;

/** A dated note in the chain of a task. */
export interface LineageNote {
  readonly id: string;
  readonly kind: LineageNoteKind;
  /** The document of the register in which it stands; null for a paper that is known by its number. */
  readonly document: DocumentReferenceLine | null;
  readonly number: string | null;
  readonly finding: string | null;
  readonly givenOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly strictlyBefore: boolean;
  readonly words: string;
  readonly places: readonly Place[];
  /** The ref of the task whose directive it was before the two were joined. */
  readonly joinedFrom: string | null;
  readonly confirmedAt: Date;
  readonly confirmedBy: string;
}

/** A directive that gives the task: the first, or one that gives it again. */
export function givesTask(kind: LineageNoteKind): boolean {
  return kind === "first" || joiningKinds.some((joining) => joining === kind);
}

/** A note with how often the task had been given by then, itself included; null for what gives nothing. */
export interface CountedNote extends LineageNote {
  readonly time: number | null;
}

/** The one day that a schedule sets; null where it recurs, goes on, or sets none. */
export function dueOfSchedule(schedule: Schedule | null): {
  readonly dueOn: CalendarDate | null;
  readonly strictlyBefore: boolean;
} {
  if (schedule?.kind !== "once") return { dueOn: null, strictlyBefore: false };
  return { dueOn: parseIsoDate(schedule.to), strictlyBefore: schedule.strictlyBefore === true };
}

/** The notes by their day, those without one where they were confirmed, each with its turn: "giao lần thứ ba". */
export function chainOf(notes: readonly LineageNote[]): readonly CountedNote[] {
  const sorted = notes.toSorted(
    (a, b) =>
      (a.givenOn ?? "").localeCompare(b.givenOn ?? "") ||
      Number(b.kind === "first") - Number(a.kind === "first") ||
      a.confirmedAt.getTime() - b.confirmedAt.getTime(),
  );
  // Two directives of one document are one time.
  const documents = new Set<string>();
  return sorted.map((note) => {
    if (!givesTask(note.kind)) return { ...note, time: null };
    // The first directive of a task that was joined to an earlier one gave that one again.
    const kind = note.kind === "first" && documents.size > 0 ? "repeats" : note.kind;
    documents.add(note.document?.id ?? note.number ?? note.id);
    return { ...note, kind, time: documents.size };
  });
}

/** The days that were set one after the other, as the chain gives them. */
export function daysSet(chain: readonly CountedNote[]): readonly CalendarDate[] {
  const days = chain.flatMap(({ time, dueOn }) => (time !== null && dueOn !== null ? [dueOn] : []));
  return days.filter((day, at) => day !== days[at - 1]);
}
