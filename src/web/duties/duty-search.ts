import { apiPaths } from "../../contract/paths.ts";
import { type Query, writeQuery } from "../places.ts";

/** What may stand behind "?" of the list of duties. */
export const dutySearchNames = [
  "q",
  "state",
  "unit",
  "group",
  "document",
  "task",
  "year",
  ...(["alone", "month", "fallen", "urged", "proven", "extended", "step", "head"] as const),
  "mine",
  "asked",
  "quiet",
] as const;
export type DutySearch = { readonly [name in (typeof dutySearchNames)[number]]?: string };

/** Where a page of the list is asked for; `after` is `next` of the page before, "" for the first. */
export function dutyPageAddress(query: Query, after: string): string {
  return apiPaths.duties + writeQuery({ ...query, limit: after ? "200" : "100", after });
}
