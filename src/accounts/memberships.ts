import type { Kysely } from "kysely";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { AccountsTables } from "./tables.ts";

/** A province or city as a person chooses it. */
export interface ProvinceChoice {
  readonly id: number;
  readonly name: string;
  readonly nameEn: string;
}

/** The provinces and cities there are, by name in Vietnamese order. */
export async function provincesIn(database: Kysely<AccountsTables>): Promise<readonly ProvinceChoice[]> {
  const found = await database.selectFrom("reference.province").select(["id", "name", "name_en"]).execute();
  return found
    .map(({ id, name, name_en }) => ({ id, name, nameEn: name_en }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "vi"));
}

/** The province that a person works for, the first of several; null when none was chosen. */
export async function provinceOfPerson(
  database: Kysely<AccountsTables>,
  person: string,
): Promise<ProvinceChoice | null> {
  const found = await database
    .selectFrom("accounts.memberships as membership")
    .innerJoin("reference.province as province", "province.id", "membership.province_id")
    .select(["province.id", "province.name", "province.name_en"])
    .where("membership.user_id", "=", person)
    .orderBy("province.id")
    .limit(1)
    .executeTakeFirst();
  return found ? { id: found.id, name: found.name, nameEn: found.name_en } : null;
}

/** The numbers of the provinces that a person works for, in order. */
export async function provincesOfPerson(
  database: Kysely<AccountsTables>,
  person: string,
): Promise<readonly number[]> {
  const found = await database
    .selectFrom("accounts.memberships")
    .select("province_id")
    .where("user_id", "=", person)
    .orderBy("province_id")
    .execute();
  return found.map((row) => row.province_id);
}

/** The provinces that anybody works for: where a command without a person may work. */
export async function provincesServed(database: Kysely<AccountsTables>): Promise<readonly number[]> {
  const found = await database
    .selectFrom("accounts.memberships")
    .select("province_id")
    .distinct()
    .orderBy("province_id")
    .execute();
  return found.map((row) => row.province_id);
}

/** Makes a person work for a province. Fails with `register.province-unknown`. */
export async function joinProvince(
  database: Kysely<AccountsTables>,
  person: string,
  province: number,
): Promise<Result<null>> {
  const known = await database
    .selectFrom("reference.province")
    .select("id")
    .where("id", "=", province)
    .executeTakeFirst();
  if (!known) return fail("register.province-unknown", { province: String(province) });
  await database
    .insertInto("accounts.memberships")
    .values({ user_id: person, province_id: province })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return succeed(null);
}

/** Lets every administrator who works for no province work for this one. */
export async function administratorsJoin(database: Kysely<AccountsTables>, province: number): Promise<void> {
  await database
    .insertInto("accounts.memberships")
    .columns(["user_id", "province_id"])
    .expression((from) =>
      from
        .selectFrom("accounts.users as person")
        .select(({ val }) => ["person.id", val(province).as("province_id")])
        .where("person.administrator", "=", true)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("accounts.memberships as held")
                .select("held.province_id")
                .whereRef("held.user_id", "=", "person.id"),
            ),
          ),
        ),
    )
    .execute();
}

/**
 * Lets an administrator who works for no province yet choose one; once. Fails with `register.not-administrator`,
 * `register.province-chosen` and `register.province-unknown`.
 */
export async function chooseProvince(
  database: Kysely<AccountsTables>,
  person: string,
  province: number,
): Promise<Result<null>> {
  return database.transaction().execute(async (transaction): Promise<Result<null>> => {
    const user = await transaction
      .selectFrom("accounts.users")
      .select("administrator")
      .where("id", "=", person)
      .forUpdate()
      .executeTakeFirst();
    if (!user?.administrator) return fail("register.not-administrator");
    const chosen = await provinceOfPerson(transaction, person);
    return chosen
      ? fail("register.province-chosen", { province: chosen.name })
      : joinProvince(transaction, person, province);
  });
}
