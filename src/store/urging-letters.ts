import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import type { IssuedLetter, LetterKind, UrgedItem } from "../domain/duty/urged-item.ts";
import type { ProvinceId } from "./database.ts";
import { dutiesInSight } from "./duty-filter.ts";
import { daysLateSql } from "./duty-state.ts";
import { jsonText, plainText } from "./json-text.ts";
import type { Sight } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import { waitsForUnit } from "./urging.ts";

/**
 * How often the unit of the duty under `d` was urged over it: steps that were told to its people, by all the days that
 * the duty was ever given, and letters that were issued. A piece of SQL for any statement about duties.
 */
export const timesUrged: RawBuilder<number> = sql<number>`(
  (select count(*) from urging x where x.province_id = d.province_id and x.duty_id = d.id and x.outcome = 'told')
  + (select count(*) from urging_letter_duty x where x.province_id = d.province_id and x.duty_id = d.id))::int`;

/** A letter of this kind, or one above it, was issued over the last day that has passed. */
const isIssued = sql`exists (
  select from urging_letter_duty w join urging_letter l on l.province_id = w.province_id and l.id = w.letter_id
   where w.province_id = u.province_id and w.duty_id = u.duty_id and w.last_day = u.last_day
     and l.kind in (u.kind, 'upperLetter'))`;

/**
 * The duties in sight whose climb has come to a letter that is not issued, or to the chair's meeting, and that still wait
 * for their unit: by unit, the longest late first. A duty for which two letters are due stands with the higher. One
 * statement.
 */
export async function findUrgedItems(
  transaction: ProvinceTransaction,
  sight: Sight,
  outcome: "letter" | "meeting",
  rules: Pick<StateRules, "today" | "startDay">,
): Promise<readonly UrgedItem[]> {
  const { rows } = await sql<UrgedItem>`
    with reached as materialized (
      select distinct on (u.duty_id) u.duty_id, u.kind, u.on_day
        from urging u join duty d on d.province_id = u.province_id and d.id = u.duty_id and d.last_day = u.last_day
       where ${dutiesInSight(sight)} and u.outcome = ${outcome} and ${waitsForUnit}
         and not (u.outcome = 'letter' and ${isIssued})
       order by u.duty_id, u.kind = 'upperLetter' desc, u.on_day)
    select d.id, r.kind, r.on_day as since, d.last_day as "lastDay", ${daysLateSql(rules)} as "daysLate",
           d.reported_on is null as silent, t.content,
           json_build_object('number', e.number, 'issuedOn', e.issued_on) as document,
           json_build_object('id', h.id, 'name', h.name) as unit, ${timesUrged} as "timesUrged"
      from reached r
      join duty d on d.province_id = ${sight.province} and d.id = r.duty_id
      join task t on t.province_id = d.province_id and t.id = d.task_id
      join document e on e.province_id = t.province_id and e.id = t.document_id
      join unit h on h.province_id = d.province_id and h.id = d.holder_id
     order by h.position, h.id, d.last_day, d.id`.execute(transaction);
  return rows;
}

/** Keeps a letter that was issued over some duties. Two statements. */
export async function insertLetter(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  letter: Pick<IssuedLetter, "id" | "number" | "issuedOn" | "kind"> & {
    readonly unit: string;
    readonly at: Date;
    readonly by: string;
    readonly duties: readonly { readonly id: string; readonly lastDay: CalendarDate }[];
  },
): Promise<void> {
  const { id, unit, kind, number, issuedOn, at, by, duties } = letter;
  await sql`
    insert into urging_letter (province_id, id, unit_id, kind, number, issued_on, recorded_at, recorded_by)
    values (${province}, ${id}, ${unit}, ${kind}, ${plainText(number)}, ${issuedOn}::date, ${at}, ${by})`.execute(
    transaction,
  );
  await sql`
    insert into urging_letter_duty (province_id, letter_id, duty_id, last_day)
    select ${province}, ${id}, w.id, w."lastDay"
      from jsonb_to_recordset(${jsonText(duties)}::jsonb) as w (id uuid, "lastDay" date)`.execute(
    transaction,
  );
}

const letterColumns = sql`l.id, l.kind, l.number, l.issued_on as "issuedOn", json_build_object('id', h.id, 'name', h.name) as unit,
  (select count(*)::int from urging_letter_duty w where w.province_id = l.province_id and w.letter_id = l.id) as duties`;

const mostShown = 50;

/** The letters that were issued, the newest first, 50 at most. One statement. */
export async function findLetters(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<readonly IssuedLetter[]> {
  const { rows } = await sql<IssuedLetter>`
    select ${letterColumns} from urging_letter l join unit h on h.province_id = l.province_id and h.id = l.unit_id
     where l.province_id = ${province} order by l.issued_on desc, l.id desc limit ${mostShown}`.execute(
    transaction,
  );
  return rows;
}

/** Takes away a letter that was recorded by mistake; null when there is none with this id. One statement. */
export async function deleteLetter(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
): Promise<{ readonly number: string; readonly unit: string; readonly kind: LetterKind } | null> {
  const { rows } = await sql<{ number: string; unit: string; kind: LetterKind }>`
    delete from urging_letter where province_id = ${province} and id = ${id}::uuid
    returning number, unit_id as unit, kind`.execute(transaction);
  return rows[0] ?? null;
}

/** How often a duty was urged, and by which letters. */
export interface UrgedSoFar {
  readonly times: number;
  readonly letters: readonly { readonly number: string; readonly issuedOn: CalendarDate }[];
}

/** How often a duty was urged, and by which letters, the newest first. One statement. */
export async function loadUrgedSoFar(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  duty: string,
): Promise<UrgedSoFar> {
  const { rows } = await sql<UrgedSoFar>`
    select ${timesUrged} as times,
           (select coalesce(json_agg(json_build_object('number', l.number, 'issuedOn', l.issued_on)
                                     order by l.issued_on desc), '[]')
              from urging_letter_duty w join urging_letter l on l.province_id = w.province_id and l.id = w.letter_id
             where w.province_id = d.province_id and w.duty_id = d.id) as letters
      from duty d where d.province_id = ${province} and d.id = ${duty}::uuid`.execute(transaction);
  return rows[0] ?? { times: 0, letters: [] };
}
