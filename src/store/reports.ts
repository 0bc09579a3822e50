import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { GivenReport } from "../domain/duty/report.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** The latest report of a duty, as far as writing on needs it; null: none was written. */
export interface LatestReport {
  readonly id: string;
  readonly duty: string;
  readonly number: number;
  readonly claimsDone: boolean;
  readonly nothing: boolean;
  readonly approvedOn: CalendarDate | null;
}

/** The latest report of each of some duties. One statement. */
export async function latestReports(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  duties: readonly string[],
): Promise<ReadonlyMap<string, LatestReport>> {
  const { rows } = await sql<LatestReport>`
    select distinct on (r.duty_id) r.id, r.duty_id as duty, r.number, r.claims_done as "claimsDone", r.nothing,
           r.approved_on as "approvedOn"
      from report r where r.province_id = ${province} and r.duty_id = any (${duties}::uuid[])
     order by r.duty_id, r.number desc`.execute(transaction);
  return new Map(rows.map((row) => [row.duty, row]));
}

/** How a report was approved: by a person's click, or by the signed document that came back. */
export interface Approval {
  readonly on: CalendarDate;
  readonly by: string;
  readonly signed: { readonly number: string; readonly on: CalendarDate } | null;
}

/** A report that is going to be kept. */
export interface WrittenReport {
  readonly id: string;
  readonly duty: string;
  readonly number: number;
  readonly given: GivenReport;
  readonly approval: Approval | null;
}

/** Keeps reports with their proofs; one with the number of an unapproved one takes its place. Four statements. */
export async function saveReports(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  reports: readonly WrittenReport[],
  { at, who, newId }: { readonly at: Date; readonly who: string; readonly newId: () => string },
): Promise<void> {
  const rows = reports.map(({ id, duty, number, given, approval }) => ({
    ...{ id, duty, number, text: plainText(given.text), claims: given.claimsDone, nothing: given.nothing },
    ...{ measured: given.measured, approved_on: approval?.on ?? null, approved_by: approval?.by ?? null },
    ...{ signed_number: approval?.signed?.number ?? null, signed_on: approval?.signed?.on ?? null },
  }));
  await sql`
    insert into report (province_id, id, duty_id, number, text, claims_done, nothing, measured, written_at, written_by,
                        approved_on, approved_by, signed_number, signed_on)
    select ${province}, w.id, w.duty, w.number, w.text, w.claims, w.nothing, w.measured, ${at}::timestamptz, ${who},
           w.approved_on, w.approved_by, w.signed_number, w.signed_on
      from jsonb_to_recordset(${jsonText(rows)}::jsonb)
        as w (id uuid, duty uuid, number int, text text, claims boolean, nothing boolean, measured jsonb,
              approved_on date, approved_by text, signed_number text, signed_on date)
    on conflict (province_id, id) do update
       set text = excluded.text, claims_done = excluded.claims_done, nothing = excluded.nothing,
           measured = excluded.measured, written_at = excluded.written_at, written_by = excluded.written_by,
           approved_on = excluded.approved_on, approved_by = excluded.approved_by,
           signed_number = excluded.signed_number, signed_on = excluded.signed_on, version = report.version + 1`.execute(
    transaction,
  );
  await sql`delete from report_proof where province_id = ${province}
     and report_id = any (${reports.map(({ id }) => id)}::uuid[])`.execute(transaction);
  const proofs = reports.flatMap(({ id: report, given }) =>
    given.proofs.map((proof, position) => ({ ...proof, id: newId(), report, position })),
  );
  if (proofs.length > 0)
    await sql`
    insert into report_proof (province_id, id, report_id, position, kind, reference, title, issued_on, sha256, size)
    select ${province}, w.id, w.report, w.position, w.kind, w.reference, w.title, w."issuedOn", w.sha256, w.size
      from jsonb_to_recordset(${jsonText(proofs)}::jsonb)
        as w (id uuid, report uuid, position smallint, kind text, reference text, title text, "issuedOn" date,
              sha256 text, size bigint)`.execute(transaction);
  await noteWaiting(
    transaction,
    province,
    reports.map(({ duty }) => duty),
  );
}

/** The report `r` is approved and proves something: with a document, a file, a link, a record or a measured value. */
export const provesSomething = sql`(r.approved_on is not null and (r.measured <> '[]' or exists (
  select from report_proof p where p.province_id = r.province_id and p.report_id = r.id)))`;

/**
 * Notes beside duties since when their latest report waits for the head of the unit, if it does, and when an approved one
 * proved something last: with a document, a file, a link or a measured value. One statement.
 */
export async function noteWaiting(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  duties: readonly string[],
): Promise<void> {
  await sql`
    update duty d
       set unapproved_on = (select case when r.approved_on is null
                                     then (r.written_at at time zone 'Asia/Ho_Chi_Minh')::date end
                              from report r where r.province_id = d.province_id and r.duty_id = d.id
                             order by r.number desc limit 1),
           proved_on = (select max(r.approved_on) from report r
                         where r.province_id = d.province_id and r.duty_id = d.id and ${provesSomething})
     where d.province_id = ${province} and d.id = any (${duties}::uuid[])`.execute(transaction);
}

/** Approves a report that waits for it. Two statements. */
export async function approveReport(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  report: string,
  { on, by, signed }: Approval,
): Promise<void> {
  const { rows } = await sql<{
    duty: string;
  }>`update report set approved_on = ${on}::date, approved_by = ${by}, signed_number = ${signed?.number ?? null},
                   signed_on = ${signed?.on ?? null}::date, version = version + 1
     where province_id = ${province} and id = ${report}
    returning duty_id as duty`.execute(transaction);
  await noteWaiting(
    transaction,
    province,
    rows.map(({ duty }) => duty),
  );
}
