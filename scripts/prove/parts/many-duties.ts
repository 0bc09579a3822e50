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
    await run(reports, [province]);
    await run(urgings, [province]);
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

// Of what fell due before 20/5/2026 nine in ten were submitted, most of them confirmed; of the rest half were reported, and
// of those that were not, a third wait for the head of the unit. What stands in a row is what its facts say.
const duties = `
  insert into duty (province_id, id, task_id, occurrence_id, unit_id, holder_id, owed, first_due_on, given_due_on, due_on,
                    last_day, reported_on, unapproved_on, submitted_on, recorded_on, sent_back_on, confirmed_on, asked_on,
                    product)
  select $1, w.id, w.task, w.occurrence, w.unit, w.unit, w.h % 31 <> 0, w.due, w.due, w.due, w.due,
         case when w.reported then w.said end,
         case when not w.reported and w.h % 3 = 0 and w.due < date '2026-05-20' then date '2026-05-12' end,
         case when w.submitted then w.said end,
         case when w.submitted or w.reported and w.h % 11 <> 0 and w.h % 17 <> 0 then w.said + 3
              when w.reported and w.h % 11 <> 0 then w.said + 1 end,
         case when w.reported and not w.submitted and w.h % 11 = 0 then w.said end,
         case when w.submitted and w.h % 13 <> 0 then w.said + 9 end,
         case when not w.submitted and (w.h % 11 <> 0 or not w.reported) and w.h % 17 = 0 then date '2026-05-10' end,
         case when w.submitted then w.h % 900 || '/BC' end
    from (select ${madeOf("'duty ' || o.id || ' ' || k")} as id, o.task_id as task, o.id as occurrence, h,
                 ${id("unit", "(1 + ((hashtext(o.id::text) & 65535) + k * 7) % $2::int)")} as unit, o.last_day as due,
                 o.last_day - 20 + h % 40 as said, h % 20 <> 0 and o.last_day < date '2026-06-20' as reported,
                 h % 10 <> 0 and h % 20 <> 0 and o.last_day < date '2026-05-20' as submitted
            from occurrence o cross join generate_series(1, $3::int) k
            cross join lateral (select abs(hashtext(o.id || ' ' || k)) as h) hashed
           where o.province_id = $1) w
      on conflict do nothing`;

/** Five facts of each duty, of which the last ones leave what stands in its row. */
const facts = `
  insert into duty_fact (province_id, id, duty_id, kind, on_day, due_on, last_day, product, note, at, who)
  select $1, ${madeOf("'fact ' || d.id || ' ' || k")}, d.id, w.kind,
         case w.kind when 'confirmed' then d.confirmed_on when 'submitted' then d.submitted_on
           when 'sentBack' then coalesce(d.sent_back_on, d.last_day - 30)
           when 'recorded' then case when k = 2 and d.submitted_on is null then d.reported_on + 1 else d.recorded_on end
           when 'reported' then d.reported_on when 'asked' then coalesce(d.asked_on, d.last_day - 9)
           else d.last_day - 8 end,
         case when w.kind in ('asked', 'moved') then d.due_on end,
         case when w.kind in ('asked', 'moved') then d.last_day end,
         case when w.kind = 'submitted' then d.product end, 'ghi chú ' || k,
         timestamptz '2024-01-01 00:00Z' + k * interval '1 hour', 'proof'
    from duty d cross join generate_series(1, 5) k
    cross join lateral (select (case
      when d.confirmed_on is not null then array['reported', 'recorded', 'submitted', 'recorded', 'confirmed']
      when d.submitted_on is not null then array['reported', 'recorded', 'sentBack', 'submitted', 'recorded']
      when d.sent_back_on is not null then array['reported', 'recorded', 'asked', 'refused', 'sentBack']
      when d.reported_on is not null then array['reported', 'recorded', 'asked', 'refused',
                                                case when d.asked_on is null then 'recorded' else 'asked' end]
      else array['asked', 'refused', 'asked', 'refused', case when d.asked_on is null then 'moved' else 'asked' end]
      end)[k] as kind) w
   where d.province_id = $1`;

/** The reports that wait for the heads of their units. */
const reports = `
  insert into report (province_id, id, duty_id, number, text, claims_done, nothing, written_at, written_by)
  select $1, ${madeOf("'report ' || d.id")}, d.id, 1, 'Đang hoàn thiện', false, false,
         d.unapproved_on + time '09:00' at time zone 'Asia/Ho_Chi_Minh', 'proof'
    from duty d where d.province_id = $1 and d.unapproved_on is not null`;

/** Units were told of what is late: before its day, after it, and by a letter. */
const urgings = `
  insert into urging (province_id, duty_id, last_day, kind, days, on_day, outcome)
  select $1, d.id, d.last_day, w.kind, w.days, d.last_day + w.days, w.outcome
    from duty d cross join (values ('digest', -5, 'told'), ('reminder', 1, 'told'), ('letter', 15, 'letter'))
      as w (kind, days, outcome)
   where d.province_id = $1 and d.owed and d.submitted_on is null and d.last_day + w.days < date '2026-05-20'`;
