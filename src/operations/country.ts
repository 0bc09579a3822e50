import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Country } from "../domain/duty/country-figures.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { loadCountry, readsCountry } from "../store/country.ts";
import type { RegisterWorld } from "./register.ts";

/**
 * The figures of the country, of one group of tasks or of all (null), for who was made a reader of them at the machine
 * itself: no right of a province reaches over others. Fails with `register.not-country-reader`.
 */
export async function showCountry(
  actor: Actor,
  group: string | null,
  { kysely, today }: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<Country>> {
  if (!(await readsCountry(kysely, actor.person))) return fail("register.not-country-reader");
  return succeed(await loadCountry(kysely, actor.person, today(), group));
}
