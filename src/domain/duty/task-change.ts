import type { CalendarDate } from "../basics/calendar-date.ts";
import { type Failure, fail, type Result, succeed } from "../basics/result.ts";
import type { Schedule } from "../calendar/schedule.ts";
import type { AddresseeRole } from "../organisation/addressee.ts";
import { keyOfBody } from "../organisation/body-key.ts";
import { type Gazetteer, provinceOfCode } from "../organisation/gazetteer.ts";
import type { Target, UnclearFinding } from "../reading/findings.ts";
import { foldedKey, singleSpaced } from "../text/fold.ts";
import { keptAnswering } from "./answering.ts";
import type { DueSettings } from "./due-day.ts";
import type { RegisteredOccurrence, RegisteredTask } from "./registered-task.ts";
import { faultOfSchedule } from "./schedule-fault.ts";
import {
  occurrencesOfTask,
  type TaskAddressee,
  type TaskDates,
  type TaskOccurrence,
  taskSearchText,
  withGazetteerIds,
} from "./task.ts";
import { targetsAfter, unclearAfter, withReadTime } from "./task-change-words.ts";

/** A body as a person names it; without `written` the name stands for the words. */
export interface GivenTaskAddressee {
  readonly name: string;
  readonly collective: boolean;
  readonly role: AddresseeRole;
  readonly written?: string | undefined;
  readonly share?: string | null | undefined;
}

/** What a person asks to change of an accepted task; what is absent stays. */
export interface TaskChangeRequest {
  readonly label?: string | null | undefined;
  readonly group?: string | null | undefined;
  readonly content?: string | undefined;
  readonly addressees?: readonly GivenTaskAddressee[] | undefined;
  readonly timeWords?: string | null | undefined;
  readonly schedule?: Schedule | null | undefined;
  readonly result?: string | null | undefined;
  /** Without them, those of a changed result are read from its words. */
  readonly targets?: readonly Target[] | undefined;
  readonly approver?: string | null | undefined;
  readonly unclear?: readonly UnclearFinding[] | undefined;
  readonly general?: boolean | undefined;
  readonly withdrawnOn?: CalendarDate | null | undefined;
  /**
   * Other times also hold for what has fallen due and was not reported on: the document was read wrongly. Without it only
   * what is still to come follows.
   */
  readonly past?: boolean | undefined;
}

/** The fields of a task that change by hand, as they stand. */
export interface TaskFields {
  readonly label: string | null;
  readonly group: string | null;
  readonly content: string;
  readonly addressees: readonly TaskAddressee[];
  readonly timeWords: string | null;
  readonly schedule: Schedule | null;
  readonly result: string | null;
  readonly targets: readonly Target[];
  readonly approver: string | null;
  readonly unclear: readonly UnclearFinding[];
  readonly general: boolean;
  readonly withdrawnOn: CalendarDate | null;
}

/** A change worked out: nothing of it is written yet. */
export interface TaskChangePlan {
  readonly after: TaskFields;
  readonly folded: string;
  /** The fields that differ, as they were and as they become, for the history. */
  readonly changed: readonly (keyof TaskFields)[];
  readonly occurrences: {
    readonly added: readonly TaskOccurrence[];
    readonly moved: readonly (TaskOccurrence & { readonly id: string })[];
    readonly removed: readonly string[];
  };
}

/** How many occurrences stay as they are though the new schedule has them otherwise, and why. */
export interface KeptOccurrences {
  /** Something was recorded or reported of them. */
  readonly recorded: number;
  /** They have fallen due. */
  readonly past: number;
}

/** A change worked out from what a person asks, with what stays beside it. */
export interface PlannedTaskChange extends TaskChangePlan {
  readonly kept: KeptOccurrences;
}

/** What a change is worked out on. `province` is the number of the province whose register it is. */
export interface TaskChangeContext {
  readonly today: CalendarDate;
  readonly gazetteer: Gazetteer;
  readonly province: number;
  /** How the province counts due days. */
  readonly due: DueSettings;
}

const fieldNames = [
  ...(["label", "group", "content", "addressees", "timeWords", "schedule"] as const),
  ...(["result", "targets", "approver", "unclear", "general", "withdrawnOn"] as const),
];

/** The fields of a task that may change by hand. */
export function fieldsOf(task: TaskFields): TaskFields {
  const { label, group, content, addressees, timeWords, schedule, result, targets, approver } = task;
  const { unclear, general, withdrawnOn } = task;
  return {
    ...{ label, group, content, addressees, timeWords, schedule, result, targets, approver },
    ...{ unclear, general, withdrawnOn },
  };
}

/**
 * Works out a change of an accepted task. Where its times change, what is still to come and was not reported on follows:
 * occurrences of which something was recorded always stay as they are, and of a row of days those that have fallen due stay
 * too, unless the person corrects them. Fails with `register.content-empty`, `register.name-empty`,
 * `register.schedule-wrong`, `register.fact-in-future` and those of `withReadTime`.
 */
export function planTaskChange(
  task: RegisteredTask,
  asked: TaskChangeRequest,
  { today, gazetteer, province, due }: TaskChangeContext,
): Result<PlannedTaskChange> {
  const failure = faultOf(asked, today);
  if (failure) return { ok: false, failure };
  const read = withReadTime(task, asked);
  if (!read.ok) return read;
  const request = read.value;
  const before = fieldsOf(task);
  const next = applied(before, request);
  const place = { province: provinceOfCode(gazetteer, province), date: task.document.issuedOn };
  const addressees = request.addressees
    ? withGazetteerIds(next.addressees, gazetteer, place)
    : next.addressees;
  const given = { ...next, addressees, targets: targetsOf(next, request, before) };
  const after =
    request.unclear === undefined
      ? { ...given, unclear: unclearAfter(given, differing(before, given)) }
      : given;
  const changed = differing(before, after);
  const retimed = changed.includes("schedule") || changed.includes("general");
  const whole = request.past === true || changed.includes("general");
  const wanted = () => wantedOccurrences(after, { assignedOn: task.assignedOn, today, due });
  return succeed({
    ...{ after, changed },
    folded: taskSearchText({ ...after, ref: task.ref }, after.addressees, task.document.number),
    ...(retimed
      ? retime(task.occurrences, wanted(), { today, whole })
      : { occurrences: { added: [], moved: [], removed: [] }, kept: { recorded: 0, past: 0 } }),
  });
}

/** Those that the person gave; those of a changed result as its words have them; else as they were. */
function targetsOf(next: TaskFields, request: TaskChangeRequest, before: TaskFields): readonly Target[] {
  if (request.targets || next.result === before.result) return next.targets;
  return targetsAfter(next.result, next.addressees, before.targets);
}

function differing(before: TaskFields, after: TaskFields): readonly (keyof TaskFields)[] {
  return fieldNames.filter((name) => !isSame(before[name], after[name]));
}

function faultOf(request: TaskChangeRequest, today: CalendarDate): Failure | null {
  const { content, addressees, schedule, withdrawnOn } = request;
  if (content !== undefined && content.trim() === "") return failure(fail("register.content-empty"));
  if (addressees?.some(({ name }) => foldedKey(name) === "")) return failure(fail("register.name-empty"));
  const part = schedule ? faultOfSchedule(schedule) : null;
  if (part !== null) return failure(fail("register.schedule-wrong", { part }));
  return withdrawnOn && withdrawnOn > today
    ? failure(fail("register.fact-in-future", { on: withdrawnOn, today }))
    : null;
}

function failure(result: Result<never>): Failure | null {
  return result.ok ? null : result.failure;
}

function applied(before: TaskFields, request: TaskChangeRequest): TaskFields {
  const { addressees, content, past: _, ...plain } = request;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const next: TaskFields = {
    ...before,
    ...given,
    content: content?.trim() ?? before.content,
    addressees: addressees
      ? keptAnswering(before.addressees, distinct(addressees.map(wholeAddressee)))
      : before.addressees,
  };
  return {
    ...next,
    ...{ label: filled(next.label), group: filled(next.group), timeWords: filled(next.timeWords) },
    ...{ result: filled(next.result), approver: filled(next.approver) },
    unclear: next.general ? [] : next.unclear,
  };
}

/** An empty text is none. */
function filled(text: string | null): string | null {
  return text === null || text.trim() === "" ? null : text.trim();
}

function wholeAddressee({ name, collective, role, written, share }: GivenTaskAddressee): TaskAddressee {
  const plain = singleSpaced(name);
  return {
    ...{ role, name: plain, collective, written: filled(written ?? null) ?? plain, share: share ?? null },
    ...{ nameKey: keyOfBody(plain, collective), gazetteerId: null, answers: null },
  };
}

/** Nobody twice in one role with one share. */
function distinct(addressees: readonly TaskAddressee[]): readonly TaskAddressee[] {
  const keys = addressees.map(({ role, nameKey, share }) => `${role}/${nameKey}/${share ?? ""}`);
  return addressees.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

function wantedOccurrences({ schedule, general }: TaskFields, dates: TaskDates): readonly TaskOccurrence[] {
  return general ? [] : occurrencesOfTask(schedule, dates);
}

/**
 * What comes, goes and moves so that the wanted occurrences stand, beside those of which something was recorded. Without
 * `whole` what has fallen due stays too, and nothing comes that is over already.
 */
function retime(
  all: readonly RegisteredOccurrence[],
  scheduled: readonly TaskOccurrence[],
  { today, whole }: { readonly today: CalendarDate; readonly whole: boolean },
): Pick<PlannedTaskChange, "occurrences" | "kept"> {
  // What an event that was recorded has made stays; beside it nothing without a day is needed.
  const standing = all.filter(({ basis }) => basis !== "term");
  const wanted = all.length > standing.length ? scheduled.filter(({ dueOn }) => dueOn !== null) : scheduled;
  const byKey = new Map(standing.map((occurrence) => [occurrence.key, occurrence]));
  const wantedByKey = new Map(wanted.map((occurrence) => [occurrence.key, occurrence]));
  // A row of days is changed from now on; a single day, or none, can only be corrected.
  const isRow = standing.filter(({ lastDay }) => lastDay !== null).length > 1;
  const isPast = ({ lastDay }: TaskOccurrence) => !whole && isRow && lastDay !== null && lastDay < today;
  const differs = (one: RegisteredOccurrence) => {
    const other = wantedByKey.get(one.key);
    return other === undefined || !hasSameDays(one, other);
  };
  const differing = standing.filter(differs);
  const recorded = differing.filter(isTouched);
  const past = differing.filter((one) => !isTouched(one) && isPast(one));
  const free = differing.filter((one) => !isTouched(one) && !isPast(one));
  return {
    occurrences: {
      added: wanted.filter((one) => !byKey.has(one.key) && !isPast(one)),
      moved: free.flatMap((one) => {
        const to = wantedByKey.get(one.key);
        return to ? [{ ...to, id: one.id }] : [];
      }),
      removed: free.flatMap(({ id, key }) => (wantedByKey.has(key) ? [] : [id])),
    },
    kept: { recorded: recorded.length, past: past.length },
  };
}

/** Whether something was recorded of an occurrence: it then stays whatever the schedule. */
export function isTouched(occurrence: RegisteredOccurrence): boolean {
  const { facts, reportedOn, startedOn, doneOn, withdrawnOn } = occurrence;
  return (
    facts.length > 0 || reportedOn !== null || startedOn !== null || doneOn !== null || withdrawnOn !== null
  );
}

function hasSameDays(standing: RegisteredOccurrence, wanted: TaskOccurrence): boolean {
  return (
    standing.startsOn === wanted.startsOn &&
    standing.dueOn === wanted.dueOn &&
    standing.strictlyBefore === wanted.strictlyBefore &&
    standing.lastDay === wanted.lastDay &&
    standing.basis === wanted.basis
  );
}

/** Equal as JSON with keys in order: schedules and lists come from the database, from the wire and from sheets. */
function isSame(a: unknown, b: unknown): boolean {
  return stable(a) === stable(b);
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
