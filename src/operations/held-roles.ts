import type { ProvinceNumber } from "../domain/organisation/actor.ts";
import type { HeldRole } from "../domain/organisation/rights.ts";
import { withProvince } from "../store/database.ts";
import { heldRolesOf } from "../store/posts.ts";
import type { RegisterWorld } from "./register.ts";

/** The roles that a person has in a province today. */
export function heldRoles(
  person: string,
  province: ProvinceNumber,
  { kysely, today }: Pick<RegisterWorld, "kysely" | "today">,
): Promise<readonly HeldRole[]> {
  return withProvince(kysely, province, (transaction) => heldRolesOf(transaction, province, person, today()));
}
