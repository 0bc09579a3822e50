import { addDays, type CalendarDate } from "../basics/calendar-date.ts";
import type { Holidays } from "../calendar/holidays.ts";
import { nextWorkingDay, previousWorkingDay } from "../calendar/working-days.ts";

/**
 * The steps of urging: items in a digest for the officer, a reminder by name to the head of the unit, a drafted letter for
 * the focal body, one above it for the Office or the People's Committee, an item for the chair's meeting.
 */
export type RungKind = "digest" | "reminder" | "letter" | "upperLetter" | "meeting";

/** A way by which a message leaves the program; within the program it always stands. */
export type Channel = "mail" | "webhook";

/** A step of the ladder: what is done so many days after the last day in time; before it when negative. */
export interface Rung {
  readonly kind: RungKind;
  readonly days: number;
  /** By which ways it is told outside; by all that there are when nothing is said. */
  readonly by?: readonly Channel[] | undefined;
}

/** Whether any of some steps is told by a way. */
export function isToldBy(channel: Channel, urges: readonly { readonly rung: Rung }[]): boolean {
  return urges.some(({ rung }) => rung.by?.includes(channel) ?? true);
}

/** The ladder of a province that has set none. */
export const usualLadder: readonly Rung[] = [
  { kind: "digest", days: -7 },
  { kind: "digest", days: 0 },
  { kind: "reminder", days: 3 },
  { kind: "letter", days: 10 },
  { kind: "upperLetter", days: 20 },
  { kind: "meeting", days: 30 },
];

/** Who a step speaks to: a later step to the same ones makes an earlier one that was missed needless. */
export const rungAudience: Readonly<Record<RungKind, "officer" | "head" | "focal" | "chair">> = {
  digest: "officer",
  reminder: "head",
  letter: "focal",
  upperLetter: "focal",
  meeting: "chair",
};

/** A duty that waits for its unit, with the last day in time that stands now. */
export interface UrgedDuty {
  readonly id: string;
  readonly lastDay: CalendarDate;
}

/** A step of a duty. */
export interface Urge {
  readonly duty: UrgedDuty;
  readonly rung: Rung;
}

/** What names a step of a duty for good: done once, it is never done again; a new day begins a new climb. */
export function urgeKey({ duty, rung }: Urge): string {
  return `${duty.id} ${duty.lastDay} ${rung.kind} ${rung.days}`;
}

/** The day of a step: a working day, before the last day in time when it is to help to be in time, else after. */
export function rungDay(lastDay: CalendarDate, { days }: Rung, holidays: Holidays): CalendarDate {
  const day = addDays(lastDay, days);
  return days <= 0 ? previousWorkingDay(day, holidays) : nextWorkingDay(day, holidays);
}

/** What a day brings: the steps to take, and those that a later one to the same people makes needless. */
export interface DayOfUrging {
  readonly due: readonly Urge[];
  readonly overtaken: readonly Urge[];
}

/**
 * The steps of duties that are reached on a day and not done. Only duties that still wait for their unit are given: with
 * the act that ends the reason they are given no more, and nothing follows. `from` is the day on which urging began:
 * steps of before are not made up for. Reached = due + overtaken.
 */
export function urgesOn(
  duties: readonly UrgedDuty[],
  {
    ladder,
    holidays,
    today,
    from,
    done,
  }: {
    readonly ladder: readonly Rung[];
    readonly holidays: Holidays;
    readonly today: CalendarDate;
    readonly from: CalendarDate;
    /** Keys of the steps that were done or overtaken. */
    readonly done: ReadonlySet<string>;
  },
): DayOfUrging {
  const due: Urge[] = [];
  const overtaken: Urge[] = [];
  const climb = ladder.toSorted((a, b) => a.days - b.days);
  for (const duty of duties) {
    const reached = climb.filter((rung) => {
      const day = rungDay(duty.lastDay, rung, holidays);
      return day <= today && day >= from && !done.has(urgeKey({ duty, rung }));
    });
    reached.forEach((rung, at) => {
      const audience = rungAudience[rung.kind];
      const isOvertaken = reached.slice(at + 1).some(({ kind }) => rungAudience[kind] === audience);
      (isOvertaken ? overtaken : due).push({ duty, rung });
    });
  }
  return { due, overtaken };
}

/** One message to a person: everything that he is to be told on that day. */
export interface UrgingMessage {
  readonly person: string;
  readonly urges: readonly Urge[];
}

/** What becomes of the steps of a day: messages, drafts for the focal body, items for the chair, and what nobody hears. */
export interface UrgingPlan {
  readonly messages: readonly UrgingMessage[];
  readonly letters: readonly Urge[];
  readonly meeting: readonly Urge[];
  /** Steps to people of a unit in which nobody holds the post. */
  readonly unheard: readonly Urge[];
}

/**
 * Puts the steps of a day together: one message for each person at most, the longest overdue first. `peopleOf` gives the
 * officers or the heads of the unit that owes a duty. Each step is in a message of at least one person, in the letters,
 * in the meeting or unheard.
 */
export function planUrging(
  due: readonly Urge[],
  peopleOf: (duty: UrgedDuty, audience: "officer" | "head") => readonly string[],
): UrgingPlan {
  const told = new Map<string, Urge[]>();
  const unheard: Urge[] = [];
  const ordered = due.toSorted(
    (a, b) =>
      (a.duty.lastDay < b.duty.lastDay ? -1 : a.duty.lastDay > b.duty.lastDay ? 1 : 0) ||
      b.rung.days - a.rung.days,
  );
  for (const urge of ordered) {
    const audience = rungAudience[urge.rung.kind];
    if (audience === "focal" || audience === "chair") continue;
    const people = new Set(peopleOf(urge.duty, audience));
    if (people.size === 0) unheard.push(urge);
    for (const person of people) told.set(person, [...(told.get(person) ?? []), urge]);
  }
  const inKind = (...kinds: readonly RungKind[]) => ordered.filter(({ rung }) => kinds.includes(rung.kind));
  return {
    messages: [...told].map(([person, urges]) => ({ person, urges })),
    letters: inKind("letter", "upperLetter"),
    meeting: inKind("meeting"),
    unheard,
  };
}
