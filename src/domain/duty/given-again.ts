import type { CalendarDate } from "../basics/calendar-date.ts";
import type { Result } from "../basics/result.ts";
import { succeed } from "../basics/result.ts";
import type { Schedule } from "../calendar/schedule.ts";
import { dueDayOf } from "./due-day.ts";
import type { LineageKind } from "./lineage.ts";
import { dueOfSchedule } from "./lineage-chain.ts";
import type { RegisteredTask } from "./registered-task.ts";
import {
  fieldsOf,
  planTaskChange,
  type TaskChangeContext,
  type TaskChangePlan,
  type TaskChangeRequest,
} from "./task-change.ts";

/** What a directive that gives a task again says of it. */
export interface GivenAgain {
  readonly kind: LineageKind;
  readonly timeWords: string | null;
  readonly schedule: Schedule | null;
  /** The words that take the place of the old ones; null: they stay. */
  readonly content: string | null;
  /** The day of withdrawal, where a person said that the task is withdrawn; null: it goes on. */
  readonly withdrawnOn: CalendarDate | null;
}

/** What a link changes of its task, and what of it, so that it can be taken back. */
export interface GivenAgainPlan extends TaskChangePlan {
  readonly before: TaskChangeRequest;
}

/**
 * Works out what a task becomes when it is given again: progress carries over, because the occurrence that is open moves
 * to the new day and stays what it is. A task that recurs keeps its rhythm; only its open occurrence moves. Fails with the
 * failures of `planTaskChange`.
 */
export function planGivenAgain(
  task: RegisteredTask,
  given: GivenAgain,
  context: TaskChangeContext,
): Result<GivenAgainPlan> {
  const { dueOn, strictlyBefore } = dueOfSchedule(given.schedule);
  const recurs = task.schedule !== null && task.schedule.kind !== "once";
  const dated = dueOn !== null && given.schedule !== null && !recurs;
  const request: TaskChangeRequest = {
    ...(dated ? { schedule: given.schedule, timeWords: given.timeWords } : {}),
    ...(dated && task.general ? { general: false } : {}),
    ...(given.content === null ? {} : { content: given.content }),
    ...(given.withdrawnOn === null ? {} : { withdrawnOn: given.withdrawnOn }),
  };
  const plan = planTaskChange(task, { ...request, past: true }, context);
  if (!plan.ok) return plan;
  const open = task.occurrences.find(({ id }) => id === task.current?.id);
  const moves = dueOn !== null && open && open.doneOn === null && open.withdrawnOn === null;
  const occurrences = moves
    ? {
        ...{ added: [], removed: [] },
        moved: [
          {
            ...{ id: open.id, key: dated ? "once" : open.key, startsOn: open.startsOn },
            ...dueDayOf(
              { start: open.startsOn, due: dueOn, strictlyBefore, basis: "written" },
              task.assignedOn,
              context.due,
            ),
          },
        ],
      }
    : plan.value.occurrences;
  const before = fieldsOf(task);
  const changed = plan.value.changed.filter((name) => name !== "addressees");
  return succeed({
    ...plan.value,
    occurrences,
    before: Object.fromEntries(changed.map((name) => [name, before[name]])),
  });
}
