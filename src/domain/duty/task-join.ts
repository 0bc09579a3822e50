import type { CalendarDate } from "../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../basics/result.ts";
import { dutiesMeeting, type JoiningDuty, type MetDuty } from "./duty-join.ts";
import { type StandingFacts, standingOf } from "./occurrence-fact.ts";
import type { RegisteredOccurrence, RegisteredTask } from "./registered-task.ts";
import { type TaskAddressee, type TaskOccurrence, taskSearchText } from "./task.ts";
import {
  planTaskChange,
  type TaskChangeContext,
  type TaskChangePlan,
  type TaskChangeRequest,
} from "./task-change.ts";

/** A task that is to be joined with another, and its duties. */
export interface JoinSide {
  readonly task: RegisteredTask;
  readonly duties: readonly JoiningDuty[];
}

/** An occurrence of each task that are the same time: one goes into the other. */
export interface MetOccurrence {
  readonly gone: string;
  readonly kept: string;
  /** The days that hold: those given last, where that document gave any. */
  readonly days: TaskOccurrence;
  /** The day that was set first, where another holds now. */
  readonly firstDueOn: CalendarDate | null;
  readonly standing: StandingFacts;
  readonly eventDocument: string | null;
}

/** What joining makes of two tasks: nothing of it is written yet. */
export interface JoinPlan {
  readonly change: TaskChangePlan;
  /** Bodies that only the one that goes was addressed to, by their place there. */
  readonly addressees: readonly number[];
  readonly occurrences: readonly MetOccurrence[];
  /** Duties of both that are one; all others of the task that goes come along. */
  readonly duties: readonly MetDuty[];
}

/**
 * Works out what becomes of two tasks that are one. `kept` goes on, `gone` goes into it, whichever was given first. The day
 * given last holds, and the first stays in sight; a task that recurs keeps its rhythm; what was said of either is said of
 * the one. `words`: whose wording stands. `carriesOver`: the newer document takes the place of the older one, and what was
 * done under that is done. Fails with `register.join-self`, `register.join-withdrawn`, `register.join-closed`
 * (what was done before the later document gave it is another work) and the failures of `planTaskChange`.
 */
export function planJoin(
  {
    kept,
    gone,
    words,
    carriesOver,
  }: {
    readonly kept: JoinSide;
    readonly gone: JoinSide;
    readonly words: "kept" | "gone";
    readonly carriesOver: boolean;
  },
  context: TaskChangeContext,
): Result<JoinPlan> {
  if (kept.task.id === gone.task.id) return fail("register.join-self");
  const withdrawn = [kept.task, gone.task].find(({ withdrawnOn }) => withdrawnOn !== null);
  if (withdrawn) return fail("register.join-withdrawn", { ref: withdrawn.ref });
  const [older, newer] = inOrder(kept.task, gone.task);
  const pairs = occurrencesMeeting(kept.task, gone.task);
  const closed = carriesOver
    ? undefined
    : pairs.find((pair) => isAnotherRound(pair, { kept: kept.task, gone: gone.task }));
  if (closed) return fail("register.join-closed", { ref: older.ref, key: closed.kept.key });
  const holding = holdsSchedule(older, newer) ? older : newer;
  const change = planFields({ kept: kept.task, gone: gone.task, holding, words }, context);
  if (!change.ok) return change;
  const occurrences = pairs.map((pair) => metOccurrence(pair, { newer, holding, kept: kept.task }));
  const into = new Map(occurrences.map((met) => [met.gone, met.kept]));
  const duties = dutiesMeeting(kept, gone, { into, newer: newer.id });
  const addressees = newAddressees(kept.task, gone.task);
  return succeed({ change: change.value, addressees, occurrences, duties });
}

/** The one given first, and the one given later. */
export function inOrder<T extends Pick<RegisteredTask, "assignedOn" | "acceptedAt">>(
  a: T,
  b: T,
): readonly [T, T] {
  const days = a.assignedOn.localeCompare(b.assignedOn);
  return days < 0 || (days === 0 && a.acceptedAt <= b.acceptedAt) ? [a, b] : [b, a];
}

interface Pair {
  readonly kept: RegisteredOccurrence;
  readonly gone: RegisteredOccurrence;
}

/** Occurrences of one key are one time; a task of a single time is the time of the other that is open now. */
function occurrencesMeeting(kept: RegisteredTask, gone: RegisteredTask): readonly Pair[] {
  const same = gone.occurrences.flatMap((one) => {
    const other = kept.occurrences.find(({ key }) => key === one.key);
    return other ? [{ kept: other, gone: one }] : [];
  });
  const single = kept.occurrences.length === 1 || gone.occurrences.length === 1;
  const [a, b] = [standingFor(kept), standingFor(gone)];
  return same.length === 0 && single && a && b ? [{ kept: a, gone: b }] : same;
}

function standingFor({ occurrences, current }: RegisteredTask): RegisteredOccurrence | undefined {
  return occurrences.length === 1 ? occurrences[0] : occurrences.find(({ id }) => id === current?.id);
}

/** One is withdrawn and the other not, or the older was done before the later document gave it. */
function isAnotherRound(
  pair: Pair,
  tasks: { readonly kept: RegisteredTask; readonly gone: RegisteredTask },
): boolean {
  if ((pair.kept.withdrawnOn === null) !== (pair.gone.withdrawnOn === null)) return true;
  const [older, newer] = inOrder(tasks.kept, tasks.gone);
  const [first, later] = older === tasks.kept ? [pair.kept, pair.gone] : [pair.gone, pair.kept];
  return first.doneOn !== null && later.doneOn === null && first.doneOn < newer.assignedOn;
}

/** Whether the older schedule holds: the later document gave none, gave a rhythm a day, or took a day for "thường xuyên". */
function holdsSchedule(older: RegisteredTask, newer: RegisteredTask): boolean {
  const [before, after] = [older.schedule?.kind, newer.schedule?.kind];
  if (before === undefined || after === undefined) return before !== undefined;
  const dated = (kind: string) => kind === "once" || recurs(kind);
  return (recurs(before) && after === "once") || (dated(before) && !dated(after));
}

function recurs(kind: string): boolean {
  return kind === "recurring" || kind === "several";
}

function planFields(
  {
    kept,
    gone,
    holding,
    words,
  }: {
    readonly kept: RegisteredTask;
    readonly gone: RegisteredTask;
    readonly holding: RegisteredTask;
    readonly words: "kept" | "gone";
  },
  context: TaskChangeContext,
): Result<TaskChangePlan> {
  const request: TaskChangeRequest = {
    ...(holding === kept ? {} : { schedule: gone.schedule, timeWords: gone.timeWords }),
    ...(words === "gone" ? { content: gone.content } : {}),
    ...(kept.result === null && gone.result !== null ? { result: gone.result } : {}),
    ...(kept.approver === null && gone.approver !== null ? { approver: gone.approver } : {}),
    ...(kept.general && !gone.general ? { general: false } : {}),
  };
  const plan = planTaskChange(kept, request, context);
  if (!plan.ok) return plan;
  const { after, changed } = plan.value;
  const added = newAddressees(kept, gone).flatMap((at) => gone.addressees[at] ?? []);
  const folded = taskSearchText(
    { ...after, ref: kept.ref },
    [...kept.addressees, ...added],
    kept.document.number,
  );
  // The occurrences of both stand as they are; those that meet are worked out apart.
  return succeed({ after, changed, folded, occurrences: { added: [], moved: [], removed: [] } });
}

function metOccurrence(
  { kept, gone }: Pair,
  tasks: { readonly newer: RegisteredTask; readonly holding: RegisteredTask; readonly kept: RegisteredTask },
): MetOccurrence {
  const [first, later] = tasks.newer === tasks.kept ? [gone, kept] : [kept, gone];
  const { startsOn, dueOn, strictlyBefore, lastDay, basis } = later.dueOn === null ? first : later;
  const firstDueOn = first.firstDueOn ?? first.dueOn ?? later.firstDueOn;
  const facts = [...kept.facts, ...gone.facts].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return {
    ...{ gone: gone.id, kept: kept.id },
    days: {
      key: tasks.holding === tasks.kept ? kept.key : gone.key,
      ...{ startsOn, dueOn, strictlyBefore, lastDay, basis },
    },
    firstDueOn: firstDueOn === dueOn ? null : firstDueOn,
    standing: standingOf(facts),
    eventDocument: basis === "term" ? (later.eventDocument ?? first.eventDocument) : null,
  };
}

/** Places, in the list of the task that goes, of bodies that the other has not in that role. */
function newAddressees(kept: RegisteredTask, gone: RegisteredTask): readonly number[] {
  const keyOf = ({ role, nameKey, share }: TaskAddressee) => `${role}/${nameKey}/${share ?? ""}`;
  const known = new Set(kept.addressees.map(keyOf));
  return gone.addressees.flatMap((one, at) => (known.has(keyOf(one)) ? [] : [at]));
}
