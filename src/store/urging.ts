import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Failure } from "../domain/basics/result.ts";
import type { RungKind, Urge, UrgedDuty } from "../domain/duty/ladder.ts";
import type { UrgingOutcome, UrgingSettings, UrgingState } from "../domain/duty/urging.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** How the province urges, with the day before which duties are from before its start; null: it does not urge. */
export type StandingUrging = UrgingSettings & { readonly startDay: CalendarDate | null };

/** The settings of urging; locked, only one run at a time takes the steps of a province. One statement. */
export async function loadUrgingSettings(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<StandingUrging | null> {
  const { rows } = await sql<StandingUrging>`
    select ladder, urging_from as "from", urging_from_hour as "fromHour", urging_to_hour as "toHour",
           start_day as "startDay"
      from province_setting where province_id = ${province} and urging_from is not null
      ${locked ? sql`for update` : sql``}`.execute(transaction);
  return rows[0] ?? null;
}

/** A duty that waits for its unit, with whom it is, and the steps of its climb that were done. */
export interface WaitingDuty extends UrgedDuty {
  readonly task: string;
  readonly holder: string;
  readonly done: readonly { readonly kind: RungKind; readonly days: number }[];
}

/** The duty under `d` waits for its unit: owed, not submitted, not confirmed, not withdrawn. */
export const waitsForUnit = sql`d.owed and d.submitted_on is null and d.confirmed_on is null and d.withdrawn_on is null`;

/** The duties with a last day in a span of days that wait for their unit, by their last day. One statement. */
export async function loadWaitingDuties(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<readonly WaitingDuty[]> {
  const { rows } = await sql<WaitingDuty>`
    select d.id, d.task_id as task, d.holder_id as holder, d.last_day as "lastDay", u.done
      from duty d
      cross join lateral (
        select coalesce(json_agg(json_build_object('kind', u.kind, 'days', u.days)), '[]') as done from urging u
         where u.province_id = d.province_id and u.duty_id = d.id and u.last_day = d.last_day) u
     where d.province_id = ${province} and ${waitsForUnit} and d.last_day between ${from}::date and ${to}::date
     order by d.last_day, d.id`.execute(transaction);
  return rows;
}

const stands = (post: string, day: CalendarDate) => sql`
  ${sql.ref(`${post}.from_day`)} <= ${day}::date
  and (${sql.ref(`${post}.to_day`)} is null or ${sql.ref(`${post}.to_day`)} >= ${day}::date)`;

/** Somebody who speaks for a unit. */
export interface UnitPerson {
  readonly unit: string;
  readonly role: "unitOfficer" | "unitHead";
  readonly person: string;
}

/**
 * The officers and heads of units on a day. Who is stood in for is not among them, but who acts for him. One statement.
 */
export async function loadUnitPeople(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  units: readonly string[],
  day: CalendarDate,
): Promise<readonly UnitPerson[]> {
  const { rows } = await sql<UnitPerson>`
    select distinct p.unit_id as unit, p.role, p.person_id as person
      from post p join person h on h.province_id = p.province_id and h.id = p.person_id
     where p.province_id = ${province} and p.unit_id = any (${units}::uuid[])
       and p.role in ('unitOfficer', 'unitHead') and ${stands("p", day)}
       and (h.left_on is null or h.left_on >= ${day}::date)
       and not exists (select from post a where a.province_id = p.province_id and a.acting_for = p.id
                          and ${stands("a", day)})
     order by 1, 2, 3`.execute(transaction);
  return rows;
}

/**
 * Whom the steps of duties speak to on a day: the officer in charge of the task in the unit that holds the duty, as long
 * as he has a post there, else its officers; and its heads. Who is stood in for is not spoken to, but who acts for him.
 * Two statements.
 */
export async function loadAddressees(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  duties: readonly WaitingDuty[],
  day: CalendarDate,
): Promise<(duty: UrgedDuty, audience: "officer" | "head") => readonly string[]> {
  const holders = [...new Set(duties.map(({ holder }) => holder))];
  const posts = await loadUnitPeople(transaction, province, holders, day);
  const { rows: charges } = await sql<{ task: string; unit: string; person: string }>`
    select a.task_id as task, a.unit_id as unit, a.officer as person
      from task_assignment a join person h on h.province_id = a.province_id and h.id = a.officer
     where a.province_id = ${province} and a.unit_id = any (${holders}::uuid[])
       and a.task_id = any (${duties.map(({ task }) => task)}::uuid[])
       and (h.left_on is null or h.left_on >= ${day}::date)
       and exists (select from post p where p.province_id = a.province_id and p.person_id = a.officer
                      and ${stands("p", day)}
                      and p.unit_id = any ((select units_under(${province}::int, array[a.unit_id]))::uuid[]))`.execute(
    transaction,
  );
  const holding = Map.groupBy(posts, ({ unit, role }) => `${unit} ${role}`);
  const inCharge = new Map(charges.map(({ task, unit, person }) => [`${task} ${unit}`, person]));
  const dutyOf = new Map(duties.map((duty) => [duty.id, duty]));
  return ({ id }, audience) => {
    const duty = dutyOf.get(id);
    if (!duty) throw new Error(`nobody asked for the people of the duty ${id}`);
    const officer = inCharge.get(`${duty.task} ${duty.holder}`);
    if (audience === "officer" && officer) return [officer];
    const role = audience === "officer" ? "unitOfficer" : "unitHead";
    return (holding.get(`${duty.holder} ${role}`) ?? []).map(({ person }) => person);
  };
}

/** A message as it stands. */
export interface StandingMessage {
  readonly id: string;
  readonly person: string;
  readonly on: CalendarDate;
  readonly urges: readonly Urge[];
  readonly state: UrgingState;
}

const messageColumns = sql`m.id, m.person_id as person, m.on_day as "on", m.urges, m.state`;

/** The messages of a day, and those of earlier days that did not reach their people; locked. One statement. */
export async function loadMessages(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  day: CalendarDate,
): Promise<readonly StandingMessage[]> {
  const { rows } = await sql<StandingMessage>`
    select ${messageColumns} from urging_message m
     where m.province_id = ${province}
       and (m.on_day = ${day}::date or m.on_day < ${day}::date and m.state in ('planned', 'unsent'))
     order by m.on_day, m.id for update`.execute(transaction);
  return rows;
}

/** Books steps of the ladder as done. One statement. */
export async function insertUrging(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  steps: readonly (Urge & { readonly outcome: UrgingOutcome })[],
  day: CalendarDate,
): Promise<void> {
  const rows = steps.map(({ duty, rung, outcome }) => ({
    ...{ duty: duty.id, last: duty.lastDay, kind: rung.kind, days: rung.days, outcome },
  }));
  await sql`
    insert into urging (province_id, duty_id, last_day, kind, days, on_day, outcome)
    select ${province}, w.duty, w.last, w.kind, w.days, ${day}::date, w.outcome
      from jsonb_to_recordset(${jsonText(rows)}::jsonb)
        as w (duty uuid, last date, kind text, days smallint, outcome text)`.execute(transaction);
}

/** Puts in the messages of a day. One statement. */
export async function insertMessages(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  messages: readonly StandingMessage[],
): Promise<void> {
  await sql`
    insert into urging_message (province_id, id, person_id, on_day, urges, state)
    select ${province}, w.id, w.person, w."on", w.urges, w.state
      from jsonb_to_recordset(${jsonText(messages)}::jsonb)
        as w (id uuid, person text, "on" date, urges jsonb, state text)`.execute(transaction);
}

/** What became of messages that were not handed to a server. One statement. */
export async function closeMessages(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  ids: readonly string[],
  state: Extract<UrgingState, "carried" | "needless" | "shown">,
): Promise<void> {
  await sql`
    update urging_message set state = ${state}
     where province_id = ${province} and id = any (${ids}::uuid[])`.execute(transaction);
}

/** What became of a message that was handed to a server. One statement. */
export async function bookTry(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
  {
    state,
    at,
    failure,
  }: { readonly state: UrgingState; readonly at: Date; readonly failure: Failure | null },
): Promise<void> {
  await sql`
    update urging_message
       set state = ${state}, tries = tries + 1, tried_at = ${at},
           failure = ${failure && jsonText(failure)}::jsonb
     where province_id = ${province} and id = ${id}::uuid`.execute(transaction);
}

/** A message with the person it is for. */
export type MessageToSend = StandingMessage & { readonly name: string; readonly email: string };

/** A message that is to be sent, locked; null: it is not open any more. One statement. */
export async function loadOpenMessage(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
): Promise<MessageToSend | null> {
  const { rows } = await sql<MessageToSend>`
    select ${messageColumns}, h.name, h.email
      from urging_message m join person h on h.province_id = m.province_id and h.id = m.person_id
     where m.province_id = ${province} and m.id = ${id}::uuid and m.state in ('planned', 'unsent')
       for update of m`.execute(transaction);
  return rows[0] ?? null;
}

/** A duty as a message tells of it. */
export interface ToldDuty {
  readonly id: string;
  readonly lastDay: CalendarDate;
  readonly content: string;
  readonly unit: string;
  readonly document: string | null;
}

/** Of the duties of a message, those that wait for their unit with the same last day, as they are told. One statement. */
export async function loadToldDuties(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  urges: readonly Urge[],
): Promise<readonly ToldDuty[]> {
  const told = urges.map(({ duty }) => ({ id: duty.id, last: duty.lastDay }));
  const { rows } = await sql<ToldDuty>`
    select distinct d.id, d.last_day as "lastDay", t.content, h.name as unit, e.number as document
      from jsonb_to_recordset(${jsonText(told)}::jsonb) as w (id uuid, last date)
      join duty d on d.province_id = ${province} and d.id = w.id and d.last_day = w.last
      join task t on t.province_id = d.province_id and t.id = d.task_id
      join document e on e.province_id = t.province_id and e.id = t.document_id
      join unit h on h.province_id = d.province_id and h.id = d.holder_id
     where ${waitsForUnit} order by d.last_day, d.id`.execute(transaction);
  return rows;
}
