import { apiPaths } from "../../contract/paths.ts";
import type { TaskGrouping } from "../../contract/task.ts";
import { pickQuery, type Query, writeQuery } from "../places.ts";

/** What the address of the register may hold: the filters of the API, the order, and which task the panel shows. */
export const filterNames = [
  "q",
  "state",
  "group",
  "unit",
  "as",
  "role",
  "lead",
  "schedule",
  "year",
  "quarter",
  "document",
  "unclear",
  "general",
  "mine",
  "waiting",
  "plan",
  "record",
] as const;
export const taskSearchNames = [...filterNames, "sort", "by", "open", "columns", "task"] as const;

export type FilterName = (typeof filterNames)[number];
export type TaskSearch = Partial<Record<(typeof taskSearchNames)[number], string>>;

/** The part of the address that a view keeps: all but the task that the panel shows. */
export function viewQuery({ task: _, ...asked }: TaskSearch): Query {
  return asked;
}

/** The part of the address that narrows and orders: what is asked of the API and exported. */
export function listQuery({ task: _, columns: __, by: ___, open: ____, ...asked }: TaskSearch): Query {
  return asked;
}

/** What tasks can be put into groups by, in the order in which it is offered. */
export const groupings: readonly TaskGrouping[] = ["group", "lead", "schedule", "year", "state", "document"];

/** What the address groups by; null: nothing. */
export function groupingOf({ by }: TaskSearch): TaskGrouping | null {
  return groupings.find((one) => one === by) ?? null;
}

/** Where the groups of a filter are asked for. */
export function groupsAddress(query: Query, by: TaskGrouping): string {
  return apiPaths.taskGroups + writeQuery({ ...query, by });
}

/** The filter that gives the tasks of one group. */
export function withGroup(query: Query, by: TaskGrouping, value: string): Query {
  return { ...query, [by]: value };
}

/** The marks of the groups that are open. */
export function openGroups({ open }: TaskSearch): ReadonlySet<string> {
  return new Set((open ?? "").split(",").filter(Boolean));
}

/** A short word for a group in an address: the title of a group may fill a page (FNV-1a, 32 bits). */
export function groupMark(value: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < value.length; at++) hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Where a page of the list is asked for; `after` is `next` of the page before, "" for the first. */
export function pageAddress(query: Query, after: string): string {
  return apiPaths.tasks + writeQuery({ ...query, limit: after ? "200" : "100", after });
}

/** What an address of the register asks for first: its first page, or its groups. */
export function firstAsked(search: Readonly<Record<string, unknown>>): string {
  const asked = pickQuery(search, taskSearchNames);
  const by = groupingOf(asked);
  return by ? groupsAddress(listQuery(asked), by) : pageAddress(listQuery(asked), "");
}

/**
 * The address after some filters changed: a year that goes takes its quarter along, a unit its part, another grouping the
 * groups that were open, and the panel closes.
 */
export function changed(asked: TaskSearch, changes: TaskSearch): TaskSearch {
  const { task: _, ...next } = { ...asked, ...changes };
  if (!next.year) delete next.quarter;
  if (next.by !== asked.by) delete next.open;
  if (!next.unit) {
    delete next.role;
    delete next.as;
  }
  return next;
}

/** The order asked for when a column's heading is pressed: this column, and turned round when it is already so. */
export function nextSort(sort: string | undefined, column: string): string {
  return (sort ?? "due") === column ? `-${column}` : column;
}
