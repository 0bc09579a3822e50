import type pg from "pg";

/** Units of a province, and duties of a task, of the generated registers. */
export const unitsEach = 120;
const leadsEach = 30;

/**
 * Fills provinces with duties, and each with five facts: 120 units, tasks that 30 of them lead, a day of five years, and
 * a history that leaves every state. By the owner of the tables, set by set; the same numbers make the same rows.
 */
export async function fillDuties(
  owner: pg.Client,
  provinces: readonly number[],
  dutiesEach: number,
): Promise<{ readonly duties: number; readonly facts: number }> {
  const tasks = Math.round(dutiesEach / leadsEach);
  const made = { duties: 0, facts: 0 };
  for (const province of provinces) {
    await owner.query("begin");
    await owner.query("select set_config('app.province', $1, true)", [String(province)]);
    const run = async (statement: string, values: readonly unknown[]) =>
      (await owner.query(statement, [...values])).rowCount ?? 0;
    await run(units, [province, unitsEach]);
    await run(documents, [province, Math.floor(tasks / 70) + 1]);
    await run(tasksOf, [province, tasks]);
    await run(occurrences, [province]);
    made.duties += await run(duties, [province, unitsEach, leadsEach]);
    made.facts += await run(facts, [province]);
    await owner.query("commit");
  }
  await owner.query("vacuum analyze");
  return made;
}

/** An id made of words, in the form of a UUID v7: always the same. */
const madeOf = (words: string) =>
  `overlay(overlay(md5(${words}) placing '7' from 13) placing '8' from 17)::uuid`;

/** The nth id of a kind in a province. */
const id = (kind: string, n: string) => madeOf(`'${kind} ' || $1::int || ' ' || ${n}`);

const units = `
  insert into unit (province_id, id, kind, relation, name, position, name_key, folded)
  select $1, ${id("unit", "n")}, case when n <= 20 then 'department' else 'commune' end, 'subordinate',
         case when n <= 20 then 'Sở số ' else 'UBND xã số ' end || n, n, 'don vi so ' || n, 'don vi so ' || n
    from generate_series(1, $2::int) n`;

const documents = `
  insert into document (province_id, id, number, kind, issuer, issued_on, subject, file_name, sha256, imported_at,
                        imported_by, folded)
  select $1, ${id("document", "n")}, n || '/KH-UBND', 'KH', 'Ủy ban nhân dân tỉnh', date '2024-01-01' + n % 900,
         'Kế hoạch số ' || n, n || '.docx', md5('' || n), now(), 'proof', 'ke hoach so ' || n
    from generate_series(1, $2::int) n`;

const tasksOf = `
  insert into task (province_id, id, document_id, ref, group_title, content, assigned_on, accepted_at, accepted_by,
                    schedule, schedule_kind, folded)
  select $1, ${id("task", "n")}, ${id("document", "(1 + n / 70)")}, 'a.' || n, 'Nhóm nhiệm vụ số ' || n % 7,
         'Tổ chức thực hiện nội dung số ' || n || ' về hợp tác quốc tế', date '2024-01-01', now(), 'proof',
         '{"kind":"once","from":null,"to":"2026-12-31"}', 'once', 'to chuc thuc hien noi dung so ' || n || ' hop tac quoc te'
    from generate_series(1, $2::int) n`;

const occurrences = `
  insert into occurrence (province_id, id, task_id, key, due_on, last_day, due_basis)
  select $1, ${madeOf("'occurrence ' || id")}, id, 'once', due, due, 'written'
    from (select id, date '2024-01-01' + abs(hashtext(id::text)) % 1826 as due from task where province_id = $1) t`;

// Of what fell due before 20/5/2026 nine in ten were submitted, most of them confirmed; of the rest one in five.
const duties = `
  insert into duty (province_id, id, task_id, occurrence_id, unit_id, holder_id, owed, first_due_on, given_due_on, due_on,
                    last_day, reported_on, submitted_on, sent_back_on, confirmed_on, product)
  select $1, w.id, w.task, w.occurrence, w.unit, w.unit, w.h % 31 <> 0, w.due, w.due, w.due, w.due,
         case when w.reported then w.said end, case when w.submitted then w.said end,
         case when w.reported and not w.submitted and w.h % 11 = 0 then w.said end,
         case when w.submitted and w.h % 13 <> 0 then w.said + 9 end,
         case when w.submitted then w.h % 900 || '/BC' end
    from (select ${madeOf("'duty ' || o.id || ' ' || k")} as id, o.task_id as task, o.id as occurrence, h,
                 ${id("unit", "(1 + ((hashtext(o.id::text) & 65535) + k * 7) % $2::int)")} as unit, o.last_day as due,
                 o.last_day - 20 + h % 40 as said, h % 20 <> 0 and o.last_day < date '2026-06-20' as reported,
                 h % 10 <> 0 and h % 20 <> 0 and o.last_day < date '2026-05-20' as submitted
            from occurrence o cross join generate_series(1, $3::int) k
            cross join lateral (select abs(hashtext(o.id || ' ' || k)) as h) hashed
           where o.province_id = $1) w
      on conflict do nothing`;

const facts = `
  insert into duty_fact (province_id, id, duty_id, kind, on_day, note, at, who)
  select $1, ${madeOf("'fact ' || d.id || ' ' || k")}, d.id,
         (array['reported', 'recorded', 'sentBack', 'submitted', 'confirmed'])[k], d.last_day - 30 + k * 8, 'ghi chú ' || k,
         now(), 'proof'
    from duty d cross join generate_series(1, 5) k where d.province_id = $1`;
