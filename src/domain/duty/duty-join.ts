import type { CalendarDate } from "../basics/calendar-date.ts";
import { alteredBy, type GivenDutyFact, type StandingDuty } from "./duty-fact.ts";

/** A duty of a task that is to be joined with another, with all that was said of it, oldest first. */
export interface JoiningDuty extends StandingDuty {
  readonly id: string;
  readonly occurrence: string;
  readonly unit: string;
  readonly holder: string;
  readonly startsOn: CalendarDate | null;
  readonly firstDueOn: CalendarDate | null;
  readonly givenDueOn: CalendarDate | null;
  readonly facts: readonly (GivenDutyFact & { readonly at: Date })[];
}

/** A duty that goes into another of the same unit in the same time, and what the two are then. */
export interface MetDuty {
  readonly gone: string;
  readonly kept: string;
  readonly after: StandingDuty & Pick<JoiningDuty, "startsOn" | "firstDueOn" | "givenDueOn">;
}

interface DutySide {
  readonly task: { readonly id: string; readonly assignedOn: CalendarDate };
  readonly duties: readonly JoiningDuty[];
}

/**
 * The duties of one task that are duties of another: of the same unit, as it was given or as it is held today, in
 * occurrences that meet (`into`: of the one to go, that of the one kept). `newer`: the task that was given later.
 */
export function dutiesMeeting(
  kept: DutySide,
  gone: DutySide,
  { into, newer }: { readonly into: ReadonlyMap<string, string>; readonly newer: string },
): readonly MetDuty[] {
  const standing = new Map(kept.duties.map((duty) => [duty.id, duty]));
  const { assignedOn } = newer === kept.task.id ? kept.task : gone.task;
  return gone.duties.flatMap((duty) => {
    const beside = [...standing.values()].filter(
      ({ occurrence }) => occurrence === into.get(duty.occurrence),
    );
    const other =
      beside.find(({ unit }) => unit === duty.unit) ?? beside.find(({ holder }) => holder === duty.holder);
    if (!other) return [];
    const [first, later] = newer === kept.task.id ? [duty, other] : [other, duty];
    const joint = jointDuty(first, later, assignedOn);
    // A second one of the same unit, after a merger of units, meets what the first has made of it.
    standing.set(other.id, { ...other, ...joint });
    const { facts: _, ...after } = joint;
    return [{ gone: duty.id, kept: other.id, after }];
  });
}

/** Two duties as one: what was said of either in the order in which it was, and the days given last. */
function jointDuty(
  first: JoiningDuty,
  later: JoiningDuty,
  givenOn: CalendarDate,
): MetDuty["after"] & Pick<JoiningDuty, "facts"> {
  const facts = [...first.facts, ...later.facts].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  let told: StandingDuty = {
    ...{
      dueOn: null,
      lastDay: null,
      reportedOn: null,
      submittedOn: null,
      sentBackOn: null,
      recordedOn: null,
    },
    ...{ confirmedOn: null, withdrawnOn: null, askedOn: null, extensions: 0, step: null, stepOn: null },
    product: null,
  };
  for (const fact of facts) told = { ...told, ...alteredBy(told, fact) };
  // More time that was given after the later document holds; what was given before it does not.
  const more = facts.findLast(({ kind }) => kind === "extended" || kind === "moved");
  const days = more && more.on >= givenOn ? told : later;
  return {
    ...{ ...told, dueOn: days.dueOn, lastDay: days.lastDay, facts },
    givenDueOn: later.givenDueOn,
    startsOn: earliest(first.startsOn, later.startsOn),
    firstDueOn: first.firstDueOn ?? later.firstDueOn,
  };
}

function earliest(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
