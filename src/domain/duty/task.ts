import { type CalendarDate, calendarDate, partsOf } from "../basics/calendar-date.ts";
import { occurrencesOf } from "../calendar/occurrences.ts";
import type { Schedule } from "../calendar/schedule.ts";
import type { Place } from "../document/place.ts";
import type { Addressee, AddresseeRole } from "../organisation/addressee.ts";
import { type BodyIdContext, bodyIdOf, keyOfBody } from "../organisation/body-key.ts";
import type { Gazetteer } from "../organisation/gazetteer.ts";
import type { Target, TaskFinding, UnclearFinding } from "../reading/findings.ts";
import { foldedKey } from "../text/fold.ts";
import { type DueDay, type DueSettings, dueDayOf } from "./due-day.ts";

/** A task of the register, as it is when it is accepted. */
export interface AcceptedTask {
  readonly ref: string;
  readonly label: string | null;
  readonly part: string | null;
  readonly group: string | null;
  readonly content: string;
  readonly leadText: string | null;
  readonly coordinatingText: string | null;
  readonly timeWords: string | null;
  readonly schedule: Schedule | null;
  readonly result: string | null;
  readonly targets: readonly Target[];
  readonly approver: string | null;
  readonly unclear: readonly UnclearFinding[];
  /** A general exhortation: kept, never due. */
  readonly general: boolean;
  readonly sources: readonly Place[];
  readonly assignedOn: CalendarDate;
  /** All its words, folded: what search looks in. */
  readonly folded: string;
}

/** Who has to do what with a task. */
export interface TaskAddressee {
  readonly role: AddresseeRole;
  /** The canonical name of a unit, or the words for a collective. */
  readonly name: string;
  readonly collective: boolean;
  readonly written: string;
  readonly share: string | null;
  /** The key of the name (`keyOfBody`): what filters compare. */
  readonly nameKey: string;
  /** The body in the gazetteer (`bodyIdOf`), where it is known. */
  readonly gazetteerId: string | null;
  /** Of a lead: it answers for the whole; null: nobody has said so. */
  readonly answers: Answering | null;
}

/** That one of several leads answers for the whole: since when, and by the number of which document, if by one. */
export interface Answering {
  readonly on: CalendarDate;
  readonly document: string | null;
}

/** One time that a task is due; `dueOn` null: it has no day. */
export interface TaskOccurrence extends DueDay {
  readonly key: string;
  readonly startsOn: CalendarDate | null;
}

/** What becomes of a finding that a person accepts. */
export interface Acceptance {
  readonly task: AcceptedTask;
  readonly addressees: readonly TaskAddressee[];
  readonly occurrences: readonly TaskOccurrence[];
}

/** What a task takes over from its document. */
export interface TaskDocument {
  readonly number: string | null;
  readonly issuedOn: CalendarDate | null;
}

/** Years after the running one for which occurrences of recurring tasks are made. */
const yearsAhead = 5;

/**
 * The task that a finding becomes, with its addressees and occurrences. It was given on the day of its document, else
 * today. A general exhortation is never due and has no occurrence; any other task has one at least, if only one without
 * a day, because what was done is recorded there.
 */
export function acceptFinding(
  finding: TaskFinding,
  document: TaskDocument,
  {
    today,
    general,
    due,
  }: { readonly today: CalendarDate; readonly general: boolean; readonly due: DueSettings },
): Acceptance {
  const addressees = addresseesOf(finding.leads, finding.coordinators);
  const assignedOn = document.issuedOn ?? today;
  const task = {
    ...{ ref: finding.ref, label: finding.label, part: finding.part, group: finding.group },
    ...{ content: finding.content, leadText: finding.leadText, coordinatingText: finding.coordinatingText },
    ...{ timeWords: finding.time, schedule: finding.schedule, result: finding.result },
    ...{ targets: finding.targets, approver: finding.approver, sources: finding.sources },
    ...{ unclear: general ? [] : finding.unclear, general, assignedOn },
  };
  return {
    task: { ...task, folded: taskSearchText(task, addressees, document.number) },
    addressees,
    occurrences: general ? [] : occurrencesOfTask(finding.schedule, { assignedOn, today, due }),
  };
}

/** Leads and their like first, those who co-ordinate behind, in the order of the text; nobody twice in one role. */
export function addresseesOf(
  leads: readonly Addressee[],
  coordinators: readonly Addressee[],
): readonly TaskAddressee[] {
  const all = [...leads, ...coordinators.map((addressee): Addressee => ({ ...addressee, role: "with" }))].map(
    (addressee): TaskAddressee => {
      const collective = "collective" in addressee;
      const name = collective ? addressee.collective : addressee.unit;
      const { role, share } = addressee;
      const nameKey = keyOfBody(name, collective);
      return {
        ...{ role, name, collective, written: addressee.text, share, nameKey },
        ...{ gazetteerId: null, answers: null },
      };
    },
  );
  const seen = new Set<string>();
  return all.filter(({ role, nameKey, share }) => {
    const key = `${role}/${nameKey}/${share ?? ""}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Addressees with the gazetteer's ids of those units that it knows. */
export function withGazetteerIds(
  addressees: readonly TaskAddressee[],
  gazetteer: Gazetteer,
  context: BodyIdContext,
): readonly TaskAddressee[] {
  return addressees.map((one) => ({
    ...one,
    gazetteerId: one.collective ? null : (one.gazetteerId ?? bodyIdOf(gazetteer, one.name, context)),
  }));
}

/** The last day to which occurrences of recurring tasks are made: the end of the fifth year from now. */
export function horizonOf(today: CalendarDate): CalendarDate {
  return calendarDate(partsOf(today).year + yearsAhead, 12, 31) ?? today;
}

/**
 * The occurrences by which a task has to be prolonged as years pass: those due after the last one that stands. `known` are
 * the keys that stand, `lastDue` the day of the last of them; null when none has a day.
 */
export function occurrencesBeyond(
  schedule: Schedule,
  dates: TaskDates,
  { known, lastDue }: { readonly known: readonly string[]; readonly lastDue: CalendarDate | null },
): readonly TaskOccurrence[] {
  const keys = new Set(known);
  return occurrencesOfTask(schedule, dates).filter(
    ({ key, dueOn }) => dueOn !== null && !keys.has(key) && (lastDue === null || dueOn > lastDue),
  );
}

/** When a task was given, what day it is, and how the province counts due days. */
export interface TaskDates {
  readonly assignedOn: CalendarDate;
  readonly today: CalendarDate;
  readonly due: DueSettings;
}

/** The times that a task with this schedule is due, from the day it was given to the horizon. */
export function occurrencesOfTask(
  schedule: Schedule | null,
  { assignedOn, today, due }: TaskDates,
): readonly TaskOccurrence[] {
  const until = horizonOf(today > assignedOn ? today : assignedOn);
  const found = schedule === null ? [] : occurrencesOf(schedule, { assigned: assignedOn, until });
  if (found.length === 0) return [undated];
  return found.map((one) => ({ key: one.key, startsOn: one.start, ...dueDayOf(one, assignedOn, due) }));
}

/** What stands for a task as long as it has no day: what was done is recorded there. */
const undated: TaskOccurrence = {
  ...{ key: "undated", startsOn: null, dueOn: null, strictlyBefore: false, lastDay: null, basis: null },
};

/** The words of a task by which it is found, folded: accents and capitals do not matter. */
export function taskSearchText(
  task: Pick<AcceptedTask, "ref" | "label" | "group" | "content" | "timeWords" | "result" | "approver">,
  addressees: readonly TaskAddressee[],
  documentNumber: string | null,
): string {
  const words = [
    ...[documentNumber, task.ref, task.label, task.group, task.content, task.timeWords, task.result],
    ...[task.approver, ...addressees.flatMap(({ name, written }) => [name, written])],
  ];
  const keys = words.map((text) => foldedKey(text ?? "")).filter((key) => key !== "");
  return [...new Set(keys)].join(" ");
}
