import { sql } from "kysely";
import type { GivenReport } from "../domain/duty/report.ts";
import type { PaperFile } from "../domain/duty/signed-paper.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
import type { Approval } from "./reports.ts";
import { approveReport, noteWaiting } from "./reports.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** A report that waits for approval. */
export interface WaitingReport {
  readonly id: string;
  readonly duty: string;
  readonly number: number;
  readonly given: GivenReport;
}

/** The reports of some duties that wait for approval, by duty. One statement. */
export async function waitingReports(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  duties: readonly string[],
): Promise<ReadonlyMap<string, WaitingReport>> {
  const { rows } = await sql<WaitingReport>`
    select r.id, r.duty_id as duty, r.number, json_build_object('text', r.text, 'claimsDone', r.claims_done,
             'nothing', r.nothing, 'measured', r.measured, 'proofs',
             (select coalesce(json_agg(json_build_object('kind', p.kind, 'reference', p.reference, 'title', p.title,
                       'issuedOn', p.issued_on, 'sha256', p.sha256, 'size', p.size) order by p.position), '[]')
                from report_proof p where p.province_id = r.province_id and p.report_id = r.id)) as given
      from report r
     where r.province_id = ${province} and r.duty_id = any (${duties}::uuid[]) and r.approved_on is null
       and r.number = (select max(n.number) from report n where n.province_id = r.province_id and n.duty_id = r.duty_id)`.execute(
    transaction,
  );
  return new Map(rows.map((row) => [row.duty, row]));
}

/** Closes a report that waits by the signed document: it is approved, and the files prove it. */
export async function closeReport(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  {
    report,
    approval,
    proofs,
  }: {
    readonly report: string;
    readonly approval: Approval;
    readonly proofs: readonly (PaperFile & { readonly id: string })[];
  },
): Promise<void> {
  await approveReport(transaction, province, report, approval);
  await sql`
    insert into report_proof (province_id, id, report_id, position, kind, reference, sha256, size)
    select ${province}, w.id, ${report},
           (select coalesce(max(p.position), -1) from report_proof p
             where p.province_id = ${province} and p.report_id = ${report}) + row_number() over (order by w.id),
           'file', w.name, w.sha256, w.size
      from jsonb_to_recordset(${jsonText(proofs)}::jsonb) as w (id uuid, name text, sha256 text, size bigint)`.execute(
    transaction,
  );
}

/** A duty that a paper answers, by the report that the paper closed. */
export interface SignedAnswer {
  readonly duty: string;
  readonly report: string;
  readonly made: boolean;
}

/** Notes which duties a paper answers. One statement. */
export async function insertAnswers(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  paper: string,
  answers: readonly SignedAnswer[],
): Promise<void> {
  await sql`
    insert into signed_answer (province_id, paper_id, duty_id, report_id, made)
    select ${province}, ${paper}, a.duty, a.report, a.made
      from jsonb_to_recordset(${jsonText(answers)}::jsonb) as a (duty uuid, report uuid, made boolean)`.execute(
    transaction,
  );
}

/** An answer as it stands; `latest`: nothing was reported of the duty since. */
export type StandingAnswer = SignedAnswer & { readonly latest: boolean };

/** The columns of a `StandingAnswer`, of the row under `a`. */
export const answerColumns = sql`a.duty_id as duty, a.report_id as report, a.made,
  not exists (select from report n join report r on r.province_id = n.province_id and r.id = a.report_id
               where n.province_id = a.province_id and n.duty_id = a.duty_id and n.number > r.number) as latest`;

/** The duties that a paper answers. One statement. */
export async function loadAnswers(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  paper: string,
): Promise<readonly StandingAnswer[]> {
  const { rows } = await sql<StandingAnswer>`
    select ${answerColumns} from signed_answer a where a.province_id = ${province} and a.paper_id = ${paper}::uuid`.execute(
    transaction,
  );
  return rows;
}

/** Notes that a paper answers nothing. One statement. */
export async function removeAnswers(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  paper: string,
): Promise<void> {
  await sql`delete from signed_answer where province_id = ${province} and paper_id = ${paper}::uuid`.execute(
    transaction,
  );
}

/**
 * Opens what a signed document had closed: reports that waited wait again without its files, and those that were made of
 * it are gone. Four statements.
 */
export async function reopenReports(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  answers: readonly SignedAnswer[],
  files: readonly PaperFile[],
): Promise<void> {
  const made = answers.flatMap(({ report, made: own }) => (own ? [report] : []));
  const waited = answers.flatMap(({ report, made: own }) => (own ? [] : [report]));
  const hashes = files.map(({ sha256 }) => sha256);
  await sql`
    delete from report_proof p where p.province_id = ${province} and (p.report_id = any (${made}::uuid[])
       or (p.report_id = any (${waited}::uuid[]) and p.sha256 = any (${hashes})))`.execute(transaction);
  await sql`delete from report where province_id = ${province} and id = any (${made}::uuid[])`.execute(
    transaction,
  );
  await sql`
    update report set approved_on = null, approved_by = null, signed_number = null, signed_on = null,
                      version = version + 1
     where province_id = ${province} and id = any (${waited}::uuid[])`.execute(transaction);
  await noteWaiting(
    transaction,
    province,
    answers.map(({ duty }) => duty),
  );
}
