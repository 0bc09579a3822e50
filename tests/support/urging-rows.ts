import { type Kysely, sql } from "kysely";
import type { CalendarDate } from "../../src/domain/basics/calendar-date.ts";
import type { PostRole } from "../../src/domain/organisation/rights.ts";
import { type ProvinceId, withProvince } from "../../src/store/database.ts";
import { enterPerson, givePosts } from "../../src/store/posts.ts";
import type { Tables } from "../../src/store/schema.ts";
import { fillRegister, madeId } from "./register-rows.ts";
import { fillUnits, unitNumber } from "./unit-rows.ts";

/** A duty to be made: the nth unit owes it by a day. */
export interface MadeDuty {
  readonly unit: number;
  readonly lastDay: CalendarDate;
}

/** The id of the nth made duty, from 0. */
export const dutyNumber = (n: number): string => madeId("duty", n);

const tasks = 40;

/** Fills a province with units, and with duties of theirs, each of an occurrence of its own. */
export async function fillDuties(
  kysely: Kysely<Tables>,
  province: ProvinceId,
  { units, duties, today }: { units: number; duties: readonly MadeDuty[]; today: CalendarDate },
): Promise<void> {
  await fillRegister(kysely, province, { documents: 1, tasksEach: tasks, units: 6, today });
  await fillUnits(kysely, province, units);
  const rows = duties.map(({ unit, lastDay }, n) => ({
    ...{ id: dutyNumber(n), occurrence: madeId("duty occurrence", n), task: madeId("task", n % tasks) },
    ...{ unit: unitNumber(unit), last: lastDay, key: `made ${n}` },
  }));
  const made = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as w (id uuid, occurrence uuid, task uuid, unit uuid, last date, key text)`;
  await withProvince(kysely, province, async (transaction) => {
    await sql`
      insert into occurrence (province_id, id, task_id, key, due_on, last_day, due_basis)
      select ${province}, w.occurrence, w.task, w.key, w.last, w.last, 'written' from ${made}`.execute(
      transaction,
    );
    await sql`
      insert into duty (province_id, id, task_id, occurrence_id, unit_id, holder_id, owed, first_due_on, given_due_on,
                        due_on, last_day)
      select ${province}, w.id, w.task, w.occurrence, w.unit, w.unit, true, w.last, w.last, w.last, w.last
        from ${made}`.execute(transaction);
  });
}

/** Somebody with a post in the nth unit from a day. */
export interface MadePost {
  readonly person: string;
  readonly unit: number;
  readonly role: PostRole;
  /** Number of the post (from 0) whose holder he acts for. */
  readonly actingFor?: number;
}

/** Enters people, each with the address "<id>@vd.gov.vn", and gives them posts. */
export async function fillPosts(
  kysely: Kysely<Tables>,
  province: ProvinceId,
  posts: readonly MadePost[],
  from: CalendarDate,
): Promise<void> {
  await withProvince(kysely, province, async (transaction) => {
    for (const id of new Set(posts.map(({ person }) => person)))
      await enterPerson(transaction, province, { id, name: id, email: `${id}@vd.gov.vn`, phone: null });
    await givePosts(
      transaction,
      province,
      posts.map(({ person, unit, role, actingFor }, n) => ({
        ...{ id: madeId("urged post", n), person, unit: unitNumber(unit), role, title: null, from, to: null },
        ...{ actingFor: actingFor === undefined ? null : madeId("urged post", actingFor), document: null },
      })),
    );
  });
}

/** Turns urging on, by the usual ladder from 8 to 17 o'clock. */
export async function beginUrging(
  kysely: Kysely<Tables>,
  province: ProvinceId,
  from: CalendarDate,
): Promise<void> {
  await withProvince(kysely, province, (transaction) =>
    sql`insert into province_setting (province_id, urging_from) values (${province}, ${from}::date)
        on conflict (province_id) do update set urging_from = excluded.urging_from`.execute(transaction),
  );
}
