import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { DutyStep } from "../domain/duty/duty.ts";
import type { DutyFactKind, StandingDuty } from "../domain/duty/duty-fact.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { ProvinceId } from "./database.ts";
import { dutiesInSight } from "./duty-filter.ts";
import { jsonText } from "./json-text.ts";
import { type Sight, unitsWithin } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** A fact of a duty as it is written. */
export interface WrittenDutyFact {
  readonly id: string;
  readonly duty: string;
  readonly kind: DutyFactKind;
  readonly on: CalendarDate;
  readonly dueOn?: CalendarDate | null;
  readonly lastDay?: CalendarDate | null;
  readonly report?: string | null;
  /** The number of the document that it rests on. */
  readonly document?: string | null;
  readonly step?: DutyStep | null;
  readonly product?: string | null;
  readonly note?: string | null;
  /** Recorded of the whole occurrence at once. */
  readonly whole?: boolean;
}

/** A fact with what stands of its duty after it. */
export interface DutyMove {
  readonly fact: WrittenDutyFact;
  readonly standing: StandingDuty;
}

/** Writes facts, and beside their duties what stands after them; versions go up by one. Two statements. */
export async function saveDutyFacts(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  moves: readonly DutyMove[],
  { at, who }: { readonly at: Date; readonly who: string },
): Promise<void> {
  if (moves.length === 0) return;
  const facts = moves.map(({ fact }) => ({ whole: false, ...fact }));
  await sql`
    insert into duty_fact (province_id, id, duty_id, kind, on_day, due_on, last_day, report_id, document, step, product,
                           note, whole, at, who)
    select ${province}, w.id, w.duty, w.kind, w."on", w."dueOn", w."lastDay", w.report, w.document, w.step, w.product,
           w.note, w.whole, ${at}::timestamptz, ${who}
      from jsonb_to_recordset(${jsonText(facts)}::jsonb)
        as w (id uuid, duty uuid, kind text, "on" date, "dueOn" date, "lastDay" date, report uuid, document text,
              step text, product text, note text, whole boolean)`.execute(transaction);
  await saveStanding(
    transaction,
    province,
    moves.map(({ fact, standing }) => ({ id: fact.duty, ...standing })),
  );
}

/** Sets what stands of duties; versions go up by one. One statement. */
export async function saveStanding(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  duties: readonly (StandingDuty & { readonly id: string })[],
): Promise<void> {
  const rows = duties.map((duty) => ({ duty: duty.id, ...columnsOf(duty) }));
  await sql`
    update duty d
       set due_on = w.due_on, last_day = w.last_day, reported_on = w.reported_on, submitted_on = w.submitted_on,
           sent_back_on = w.sent_back_on, recorded_on = w.recorded_on, confirmed_on = w.confirmed_on,
           withdrawn_on = w.withdrawn_on, asked_on = w.asked_on, extensions = w.extensions, step = w.step,
           step_on = w.step_on, product = w.product, version = d.version + 1
      from jsonb_to_recordset(${jsonText(rows)}::jsonb)
        as w (duty uuid, due_on date, last_day date, reported_on date, submitted_on date, sent_back_on date,
              recorded_on date, confirmed_on date, withdrawn_on date, asked_on date, extensions smallint, step text,
              step_on date, product text)
     where d.province_id = ${province} and d.id = w.duty`.execute(transaction);
}

function columnsOf(standing: StandingDuty) {
  const { dueOn, lastDay, reportedOn, submittedOn, sentBackOn, recordedOn, confirmedOn, withdrawnOn } =
    standing;
  const { askedOn, extensions, step, stepOn, product } = standing;
  return {
    ...{ due_on: dueOn, last_day: lastDay, reported_on: reportedOn, submitted_on: submittedOn },
    ...{ sent_back_on: sentBackOn, recorded_on: recordedOn, confirmed_on: confirmedOn },
    ...{ withdrawn_on: withdrawnOn, asked_on: askedOn, extensions, step, step_on: stepOn, product },
  };
}

/** A duty for working on it: what stands of it, who it is and in which version. */
export interface LockedDuty extends StandingDuty {
  readonly id: string;
  readonly task: string;
  readonly occurrence: string;
  readonly unit: string;
  readonly holder: string;
  readonly owed: boolean;
  readonly unapprovedOn: CalendarDate | null;
  readonly provedOn: CalendarDate | null;
  readonly answers: boolean | null;
  readonly version: number;
}

/** The columns of `LockedDuty`, of the duty under `d`. */
export const standingColumns = sql`
  d.id, d.task_id as task, d.occurrence_id as occurrence, d.unit_id as unit, d.holder_id as holder, d.owed, d.answers,
  d.version, d.due_on as "dueOn", d.last_day as "lastDay", d.reported_on as "reportedOn", d.unapproved_on as "unapprovedOn",
  d.proved_on as "provedOn",  d.submitted_on as "submittedOn", d.sent_back_on as "sentBackOn", d.recorded_on as "recordedOn",
  d.confirmed_on as "confirmedOn", d.withdrawn_on as "withdrawnOn", d.asked_on as "askedOn", d.extensions, d.step,
  d.step_on as "stepOn", d.product`;

/** The duties of some occurrences; they stay as they are until the transaction ends. One statement. */
export async function lockDutiesOf(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  occurrences: readonly string[],
): Promise<readonly LockedDuty[]> {
  const { rows } = await sql<LockedDuty>`
    select ${standingColumns} from duty d
     where d.province_id = ${province} and d.occurrence_id = any (${occurrences}::uuid[])
     order by d.id for update`.execute(transaction);
  return rows;
}

/** Of some duties, those whose latest confirmation or withdrawal was recorded of the whole occurrence. One statement. */
export async function closedAsWhole(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  duties: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ duty: string }>`
    select latest.duty_id as duty from (
      select distinct on (f.duty_id) f.duty_id, f.whole from duty_fact f
       where f.province_id = ${province} and f.duty_id = any (${duties}::uuid[])
         and f.kind in ('confirmed', 'withdrawn')
       order by f.duty_id, f.at desc, f.id desc) latest
     where latest.whole`.execute(transaction);
  return new Set(rows.map(({ duty }) => duty));
}

/** Duties in sight by their ids; they stay as they are until the transaction ends. One statement. */
export async function lockDuties(
  transaction: ProvinceTransaction,
  sight: Sight,
  ids: readonly string[],
): Promise<readonly LockedDuty[]> {
  const { rows } = await sql<LockedDuty>`
    select ${standingColumns} from duty d
     where ${dutiesInSight(sight)} and d.id = any (${ids}::uuid[]) order by d.id for update`.execute(
    transaction,
  );
  return rows;
}

/** The units in which an actor has a post, with all below them. One statement. */
export async function unitsOfPosts(
  transaction: ProvinceTransaction,
  { province, held }: Actor,
): Promise<ReadonlySet<string>> {
  const roots = held.flatMap(({ unit }) => unit ?? []);
  if (roots.length === 0) return new Set();
  const { rows } = await sql<{
    id: string;
  }>`${unitsWithin({ province, reach: { kind: "units", roots } })}`.execute(transaction);
  return new Set(rows.map(({ id }) => id));
}
