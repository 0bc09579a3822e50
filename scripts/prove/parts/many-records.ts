import type { Kysely } from "kysely";
import { sql } from "kysely";
import { declarations } from "../../../src/domain/cooperation/declarations.ts";
import { type ProvinceId, withProvince } from "../../../src/store/database.ts";
import type { Tables } from "../../../src/store/schema.ts";
import { insertUnits } from "../../../src/store/units.ts";
import { fillRecords, type RecordGround } from "../../../tests/support/record-rows.ts";
import { day, fillRegister, madeId } from "../../../tests/support/register-rows.ts";
import { madeUnit, unitNumber } from "../../../tests/support/unit-rows.ts";

/** How many records a register has beside the others; 100 when nothing is said. */
const weights: Readonly<Record<string, number>> = {
  ...{ delegations: 1500, partners: 1200, events: 800, news: 600, "aid-payments": 300 },
  ...{ agreements: 200, aid: 200, conferences: 150, grants: 150 },
};
const unitsEach = 120;
const size = { documents: 20, tasksEach: 20, units: unitsEach, today: day("2026-05-20") };

/** What a province has that is as large as `records` in all registers together. */
export function groundOf(records: number): RecordGround {
  const of = (key: string) => weights[key] ?? 100;
  const all = declarations.reduce((sum, { key }) => sum + of(key), 0);
  return {
    counts: new Map(declarations.map(({ key }) => [key, Math.round((records * of(key)) / all)])),
    units: Array.from({ length: unitsEach }, (_, n) => unitNumber(n + 1)),
    documents: Array.from({ length: size.documents }, (_, n) => madeId("document", n)),
    tasks: Array.from({ length: size.documents * size.tasksEach }, (_, n) => madeId("task", n)),
  };
}

/** Fills a province with units, tasks of documents, and records of every register; gives how many records. */
export async function fillProvince(
  kysely: Kysely<Tables>,
  province: ProvinceId,
  ground: RecordGround,
): Promise<number> {
  const units = ground.units.map((_, n) => madeUnit(n + 1, null));
  await withProvince(kysely, province, (transaction) => insertUnits(transaction, province, units));
  await fillRegister(kysely, province, size);
  await fillRecords(kysely, province, ground);
  await withProvince(kysely, province, async (transaction) => {
    for (const life of lives) await life(province).execute(transaction);
  });
  return [...ground.counts.values()].reduce((sum, count) => sum + count, 0);
}

/** An id made of words, in the form of a UUID v7: always the same. */
const madeOf = (words: string) =>
  sql.raw(`overlay(overlay(md5(${words}) placing '7' from 13) placing '8' from 17)::uuid`);

/** The day on which the agreement of the record under `r` was proposed. */
const begun = sql`(date '2016-01-01' + abs(hashtext(r.id::text)) % 3700)`;

/** Of agreements what happened to them: four in five were signed after opinions were asked and given. */
const lives = [
  (province: ProvinceId) => sql`
    insert into agreement (province_id, record_id, proposed_on, asked_on, decided_on, signed_on, notified_on, ended_on)
    select r.province_id, r.id, ${begun}, ${begun} + 1, case when h % 5 > 0 then ${begun} + 20 end,
           case when h % 5 > 0 then ${begun} + 27 end, case when h % 5 > 0 then ${begun} + 60 end,
           case when h % 10 = 1 then ${begun} + 900 end
      from record r cross join lateral (select abs(hashtext(r.id || ' life')) as h) hashed
     where r.province_id = ${province} and r.register = 'agreements'`,
  (province: ProvinceId) => sql`
    insert into agreement_proceeding (province_id, id, record_id, position, purpose, only_outcome, begun_on)
    select r.province_id, ${madeOf("'proceeding ' || r.id")}, r.id, 0, 'conclude', false, ${begun}
      from record r where r.province_id = ${province} and r.register = 'agreements'`,
  (province: ProvinceId) => sql`
    insert into agreement_action (province_id, id, proceeding_id, kind, "on", body, body_name, answer, recorded_at,
                                  recorded_by)
    select p.province_id, ${madeOf("'action ' || p.id || ' ' || w.turn")}, p.id, w.kind, p.begun_on + w.days, w.body,
           case w.body when 'concerned' then 'Công an tỉnh' end, w.answer, now(), 'proof'
      from agreement_proceeding p join agreement a on a.province_id = p.province_id and a.record_id = p.record_id
     cross join (values (1, 'proposed', 0, null, null), (2, 'opinionAsked', 1, 'foreignMinistry', null),
       (3, 'opinionAsked', 1, 'concerned', null), (4, 'opinionGiven', 12, 'foreignMinistry', 'agrees'),
       (5, 'opinionGiven', 15, 'concerned', 'comments'), (6, 'decided', 20, null, null), (7, 'signed', 27, null, null))
       as w (turn, kind, days, body, answer)
     where p.province_id = ${province} and (w.turn < 6 or a.signed_on is not null)`,
  (province: ProvinceId) => sql`
    insert into agreement_clause (province_id, id, record_id, position, label, content, party)
    select a.province_id, ${madeOf("'clause ' || a.record_id || ' ' || n")}, a.record_id, n, 'Điều ' || n,
           'Mỗi bên cử đầu mối và thông báo cho nhau kết quả thực hiện nội dung số ' || n, 'ours'
      from agreement a cross join generate_series(1, 6) n where a.province_id = ${province}`,
  (province: ProvinceId) => sql`
    insert into agreement_evaluation (province_id, id, record_id, year, field, verdict, content, recorded_at, recorded_by)
    select a.province_id, ${madeOf("'evaluation ' || a.record_id || ' ' || n")}, a.record_id, 2022 + n, 'education',
           'partly', 'Đã cử học viên, chưa trao đổi giáo viên', now(), 'proof'
      from agreement a cross join generate_series(1, 3) n where a.province_id = ${province}`,
];
