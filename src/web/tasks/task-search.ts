import { apiPaths } from "../../contract/paths.ts";
import { pickQuery, type Query, writeQuery } from "../places.ts";

/** What the address of the register may hold: the filters of the API, the order, and which task the panel shows. */
export const filterNames = [
  "q",
  "state",
  "group",
  "unit",
  "as",
  "role",
  "schedule",
  "year",
  "quarter",
  "document",
  "unclear",
  "general",
  "mine",
] as const;
export const taskSearchNames = [...filterNames, "sort", "columns", "task"] as const;

export type FilterName = (typeof filterNames)[number];
export type TaskSearch = Partial<Record<(typeof taskSearchNames)[number], string>>;

/** The part of the address that a view keeps: all but the task that the panel shows. */
export function viewQuery({ task: _, ...asked }: TaskSearch): Query {
  return asked;
}

/** The part of the address that narrows and orders: what is asked of the API and exported. */
export function listQuery({ task: _, columns: __, ...asked }: TaskSearch): Query {
  return asked;
}

/** Where a page of the list is asked for; `after` is `next` of the page before, "" for the first. */
export function pageAddress(query: Query, after: string): string {
  return apiPaths.tasks + writeQuery({ ...query, limit: after ? "200" : "100", after });
}

/** Where the first page is asked for that an address of the register shows. */
export function firstPage(search: Readonly<Record<string, unknown>>): string {
  return pageAddress(listQuery(pickQuery(search, taskSearchNames)), "");
}

/** Whether two sets of filters give the same list, in whatever order they are written. */
export function sameQuery(a: Query, b: Query): boolean {
  const ordered = (query: Query) =>
    writeQuery(Object.fromEntries(Object.entries(query).toSorted(([x], [y]) => (x < y ? -1 : 1))));
  return ordered(a) === ordered(b);
}

/** The address after some filters changed; a year that goes takes its quarter along, a unit its part, and the panel closes. */
export function changed(asked: TaskSearch, changes: TaskSearch): TaskSearch {
  const { task: _, ...next } = { ...asked, ...changes };
  if (!next.year) delete next.quarter;
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
