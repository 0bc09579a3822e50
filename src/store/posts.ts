import { sql, type Transaction } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { HeldRole, PostRole } from "../domain/organisation/rights.ts";
import { foldedKey } from "../domain/text/fold.ts";
import type { ProvinceId } from "./database.ts";
import { plainText } from "./json-text.ts";
import type { Tables } from "./schema.ts";
import "./unit-tables.ts";

/** A person of a province as entered. `id` is that of his account. */
export interface EnteringPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

/** A post as given. */
export interface EnteringPost {
  readonly id: string;
  readonly person: string;
  readonly unit: string | null;
  readonly role: PostRole;
  readonly title: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly actingFor: string | null;
  readonly document: string | null;
}

/** The roles that a person has on a day, his own and those in which he acts for somebody. One statement. */
export async function heldRolesOf(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  person: string,
  day: CalendarDate,
): Promise<readonly HeldRole[]> {
  const rows = await transaction
    .selectFrom("post as p")
    .leftJoin("post as absent", (join) =>
      join.onRef("absent.province_id", "=", "p.province_id").onRef("absent.id", "=", "p.acting_for"),
    )
    .select(["p.role", "p.unit_id as unit", "absent.person_id as actingFor"])
    .where("p.province_id", "=", province)
    .where("p.person_id", "=", person)
    .where("p.from_day", "<=", day)
    .where((where) => where.or([where("p.to_day", "is", null), where("p.to_day", ">=", day)]))
    .orderBy("p.from_day")
    .orderBy("p.id")
    .execute();
  return rows.map(({ role, unit, actingFor }) => ({ role, unit, actingFor }));
}

/** Whether anybody has, had or will have a post in the province. */
export async function hasPosts(transaction: Transaction<Tables>, province: ProvinceId): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from post where province_id = ${province}) as found`.execute(transaction);
  return rows[0]?.found ?? false;
}

/** Enters a person; one who is there already stays as he is. */
export async function enterPerson(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  { id, name, email, phone }: EnteringPerson,
): Promise<void> {
  await transaction
    .insertInto("person")
    .values({
      ...{ province_id: province, id, phone, name: plainText(name), folded: foldedKey(name) },
      email: email.toLowerCase(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Gives posts. */
export async function givePosts(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  posts: readonly EnteringPost[],
): Promise<void> {
  if (posts.length === 0) return;
  await transaction
    .insertInto("post")
    .values(
      posts.map(({ id, person, unit, role, title, from, to, actingFor, document }) => ({
        ...{ province_id: province, id, person_id: person, unit_id: unit, role, title, document },
        ...{ from_day: from, to_day: to, acting_for: actingFor },
      })),
    )
    .execute();
}
