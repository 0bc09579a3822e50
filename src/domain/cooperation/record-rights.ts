import { type HeldRole, reachesOf, reachOf } from "../organisation/rights.ts";

/**
 * For whom somebody enters records: the focal body, and units with all below them. Nobody types for somebody else: not
 * even the focal body enters what a unit owns.
 */
export interface Entering {
  readonly focal: boolean;
  readonly roots: readonly string[];
}

/** For whom the roles that somebody has let him enter records. */
export function enteringOf(held: readonly HeldRole[]): Entering {
  const reaches = new Map(reachesOf("edit-records").map(({ role, reach }) => [role, reach]));
  const editing = held.filter((one) => reachOf([one], "edit-records") !== null);
  return {
    focal: editing.some(({ role }) => reaches.get(role) === "province"),
    roots: [...new Set(editing.flatMap(({ unit }) => unit ?? []))],
  };
}
