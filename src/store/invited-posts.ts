import { sql, type Transaction } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { ProvinceId } from "./database.ts";
import type { Tables } from "./schema.ts";

/** A unit that a post is to be in. */
export interface PostUnit {
  readonly id: string;
  readonly name: string;
  /** It is one of the given roots, or below one. */
  readonly within: boolean;
}

/** The units of these ids that are open on a day, and whether they lie within `roots`. One statement. */
export async function unitsForPosts(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  ids: readonly string[],
  { roots, day }: { readonly roots: readonly string[]; readonly day: CalendarDate },
): Promise<readonly PostUnit[]> {
  const { rows } = await sql<PostUnit>`
    select u.id, u.name, u.id = any (units_under(${province}, ${sql.val([...roots])}::uuid[])) as within
      from unit u
     where u.province_id = ${province} and u.id = any (${sql.val([...ids])}::uuid[])
       and (u.to_day is null or u.to_day >= ${day})`.execute(transaction);
  return rows;
}

/** Which of these posts are there already. */
export async function postsThere(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from post where province_id = ${province} and id = any (${sql.val([...ids])}::uuid[])`.execute(
    transaction,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Writes down that the posts of an invitation were given, in the transaction that gives them: neither stands alone. */
export async function markInvitationEntered(
  transaction: Transaction<Tables>,
  id: string,
  at: Date,
): Promise<void> {
  await sql`update accounts.invitations set entered_at = ${at} where id = ${id}`.execute(transaction);
}
