import type { Schedule } from "../calendar/schedule.ts";
import type { Clear } from "../reading/findings.ts";
import { foldedKey } from "../text/fold.ts";
import type { OccurrenceState } from "./occurrence-state.ts";

/** As it was given ("as reported"), or by who holds it now ("as today"); they differ after mergers and splits. */
export type HeldAs = "reported" | "today";

/** What narrows a list of tasks; null, or no state, narrows nothing. */
export interface TaskFilter {
  /** Words as typed. */
  readonly words: string | null;
  /** The title of a group; "" is "no group". */
  readonly group: string | null;
  /** A unit of the province by its id, or a body by name or folded key. */
  readonly unit: string | null;
  /** As whose a task counts; null: today's holder for a unit, and all tasks with the name for a name. */
  readonly as: HeldAs | null;
  /** How that body stands in the task. */
  readonly role: "lead" | "with" | null;
  readonly schedule: Schedule["kind"] | "none" | null;
  /** Who leads it: a unit by its id, a body without unit by its folded key, or nobody ("none"). */
  readonly lead: string | null;
  /** An occurrence is due in this year, or in this quarter of it; "none": no occurrence is due on any day. */
  readonly year: number | "none" | null;
  readonly quarter: number | null;
  readonly document: string | null;
  readonly unclear: Clear | "any" | null;
  /** Of the occurrence that stands for the task now; with a year, of one due in it. */
  readonly states: readonly OccurrenceState[];
  readonly general: boolean | null;
  /** Who works on it inside a unit, as leader in charge or officer. */
  readonly assignedTo: string | null;
  /** Only tasks whose term waits for its event. */
  readonly waiting: boolean;
  /** Only tasks to which a record of cooperation, or one that links to it, leads. */
  readonly record: string | null;
  /** Only tasks with a target whose plan for the running year is missing; or these, of which a target is behind its plan. */
  readonly plan: "missing" | { readonly behind: readonly string[] } | null;
}

/** A filter as it is asked for: which tasks are behind their plan is worked out then. */
export interface AskedTaskFilter extends Omit<TaskFilter, "plan"> {
  readonly plan: "missing" | "behind" | null;
}

/** A filter that narrows nothing. */
export const allTasks = {
  ...{
    words: null,
    group: null,
    unit: null,
    as: null,
    role: null,
    lead: null,
    schedule: null,
    year: null,
    quarter: null,
  },
  ...{
    document: null,
    unclear: null,
    states: [],
    general: null,
    assignedTo: null,
    waiting: false,
    record: null,
    plan: null,
  },
} as const satisfies TaskFilter;

/** What tasks are put into groups by: the filter of the same name gives the tasks of a group. */
export type TaskGrouping = "group" | "lead" | "schedule" | "year" | "state" | "document";

/** The group of tasks that have no value of what is grouped by, and the filter that gives them. */
export const noValue = "none";

export type TaskOrderKey = "due" | "content" | "document" | "group" | "lead" | "accepted";

export interface TaskOrder {
  readonly key: TaskOrderKey;
  readonly descending: boolean;
}

/**
 * Words of a search as folded words, for a search without marks: "Sở Ngo" gives `so` and the beginning `ngo`. A word
 * that is complete (something stands behind it) must be there as it is. Empty when nothing can be searched for.
 */
export function searchWords(typed: string): {
  readonly whole: readonly string[];
  readonly begun: string | null;
} {
  const words = foldedKey(typed).split(" ").filter(Boolean).slice(0, mostWords);
  const isOpen = /[\p{L}\p{M}\p{N}]$/u.test(typed);
  return isOpen ? { whole: words.slice(0, -1), begun: words.at(-1) ?? null } : { whole: words, begun: null };
}

/** A search with more words is a pasted paragraph; its beginning finds it. */
const mostWords = 24;
