import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { FileSignature } from "../domain/document/signature.ts";
import type { SignedIssuer } from "../domain/duty/signed-issuer.ts";
import type { OpenDuty } from "../domain/duty/signed-match.ts";
import type { KeptPaper, PaperFile, PaperMail, PaperOutcome } from "../domain/duty/signed-paper.ts";
import type { Signer } from "../domain/reading/findings.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import { isWithin, type Sight } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** A signed document that is going to be kept; its files are in the file store. */
export interface EnteringPaper {
  readonly id: string;
  readonly sentAt: Date;
  readonly sentBy: string;
  readonly mail: PaperMail | null;
  readonly unit: string | null;
  readonly duty: string | null;
  readonly number: string | null;
  readonly kind: string | null;
  readonly issuerName: string | null;
  readonly issuedOn: CalendarDate | null;
  readonly subject: string | null;
  readonly signer: Signer | null;
  readonly cites: KeptPaper["cites"];
  readonly text: readonly string[];
  readonly signatures: readonly FileSignature[];
  readonly issuer: SignedIssuer;
  readonly files: readonly PaperFile[];
}

/** Keeps a signed document with its files. Two statements. */
export async function insertPaper(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  paper: EnteringPaper,
): Promise<void> {
  const { issuer } = paper;
  const text = (words: string | null) => words && plainText(words);
  const [unit, doubt] = issuer.kind === "unit" ? [issuer.unit, issuer.doubt] : [null, 0];
  await sql`
    insert into signed_paper (province_id, id, sent_at, sent_by, came_by, mail, unit_id, duty_id, number, kind, issuer,
                              issued_on, subject, signer, cites, paragraphs, signatures, issuer_kind, issuer_id,
                              issuer_doubt)
    values (${province}, ${paper.id}, ${paper.sentAt}, ${paper.sentBy}, ${paper.mail === null ? "page" : "mail"},
            ${paper.mail && jsonText(paper.mail)}, ${paper.unit}, ${paper.duty}, ${text(paper.number)},
            ${text(paper.kind)}, ${text(paper.issuerName)}, ${paper.issuedOn}, ${text(paper.subject)},
            ${paper.signer && jsonText(paper.signer)}, ${jsonText(paper.cites)}, ${jsonText(paper.text)},
            ${jsonText(paper.signatures)}, ${issuer.kind}, ${unit}, ${doubt})`.execute(transaction);
  const files = paper.files.map((file, position) => ({ ...file, position }));
  await sql`
    insert into signed_paper_file (province_id, paper_id, position, name, sha256, size)
    select ${province}, ${paper.id}, f.position, f.name, f.sha256, f.size
      from jsonb_to_recordset(${jsonText(files)}::jsonb)
        as f (position smallint, name text, sha256 text, size bigint)`.execute(transaction);
}

/**
 * A paper that is here already: with a file of the same bytes, or with the number, the day and the issuer of this one;
 * one that was put aside does not count. One statement.
 */
export async function findSamePaper(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { files, number, issuedOn, issuer }: Pick<EnteringPaper, "files" | "number" | "issuedOn" | "issuer">,
): Promise<{ readonly number: string | null; readonly issuedOn: CalendarDate | null } | null> {
  const unit = issuer.kind === "unit" ? issuer.unit : null;
  const { rows } = await sql<{ number: string | null; issuedOn: CalendarDate | null }>`
    select p.number, p.issued_on as "issuedOn" from signed_paper p
     where p.province_id = ${province} and p.outcome is distinct from 'aside'
       and (p.id in (select f.paper_id from signed_paper_file f where f.province_id = ${province}
                      and f.sha256 = any (${files.map(({ sha256 }) => sha256)}))
            or (p.number = ${number} and p.issued_on = ${issuedOn}::date and p.issuer_id = ${unit}::uuid))
     order by p.sent_at limit 1`.execute(transaction);
  return rows[0] ?? null;
}

/** The papers in sight: of units in sight, come by their pages, or sent by the person himself. */
function papersWithin(sight: Sight, person: string): RawBuilder<unknown> {
  if (sight.reach.kind === "province") return sql`p.province_id = ${sight.province}`;
  return sql`p.province_id = ${sight.province} and (p.sent_by = ${person} or ${isWithin(sight, sql`p.issuer_id`)}
    or (p.issuer_id is null and ${isWithin(sight, sql`p.unit_id`)}))`;
}

type PaperRow = Omit<KeptPaper, "issuer"> & {
  readonly issuerKind: SignedIssuer["kind"];
  readonly issuerDoubt: number;
};

const paperColumns = sql`
  p.id, p.sent_at as "sentAt", coalesce(w.name, p.sent_by) as "sentBy", p.mail, p.unit_id as unit, p.duty_id as duty,
  p.number, p.issuer as "issuerName", p.issued_on as "issuedOn", p.subject, p.signer, p.cites, p.paragraphs as text,
  p.signatures, p.issuer_kind as "issuerKind", p.issuer_doubt as "issuerDoubt", p.outcome,
  p.settled_at as "settledAt", coalesce(s.name, p.settled_by) as "settledBy", p.reason, p.version,
  case when u.id is not null then json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) end as owner,
  (select json_agg(json_build_object('name', f.name, 'sha256', f.sha256, 'size', f.size) order by f.position)
     from signed_paper_file f where f.province_id = p.province_id and f.paper_id = p.id) as files,
  (select coalesce(json_agg(json_build_object('duty', d.id, 'content', t.content, 'holder',
            json_build_object('id', h.id, 'name', h.name, 'shortName', h.short_name)) order by t.ref, h.position), '[]')
     from signed_answer a
     join duty d on d.province_id = a.province_id and d.id = a.duty_id
     join task t on t.province_id = d.province_id and t.id = d.task_id
     join unit h on h.province_id = d.province_id and h.id = d.holder_id
    where a.province_id = p.province_id and a.paper_id = p.id) as answers`;

const paperJoins = sql`
  left join unit u on u.province_id = p.province_id and u.id = p.issuer_id
  left join person w on w.province_id = p.province_id and w.id = p.sent_by
  left join person s on s.province_id = p.province_id and s.id = p.settled_by`;

/** Which papers a list shows: those that wait for a place, or those that ended in one way. */
export type PaperState = "waiting" | PaperOutcome;

export interface PaperFilter {
  readonly state: PaperState;
  /** Of this unit with all below it; null: of all. */
  readonly unit: string | null;
  readonly limit: number;
}

/** Papers in sight, the newest first, and how many of each state there are. Two statements. */
export async function findPapers(
  transaction: ProvinceTransaction,
  sight: Sight,
  person: string,
  { state, unit, limit }: PaperFilter,
): Promise<{ readonly papers: readonly KeptPaper[]; readonly counts: Readonly<Record<PaperState, number>> }> {
  const within = sql`${papersWithin(sight, person)} and ${
    unit === null
      ? sql`true`
      : isWithin(
          { province: sight.province, reach: { kind: "units", roots: [unit] } },
          sql`coalesce(p.issuer_id, p.unit_id)`,
        )
  }`;
  const chosen = state === "waiting" ? sql`p.outcome is null` : sql`p.outcome = ${state}`;
  const { rows } = await sql<PaperRow>`
    select ${paperColumns} from signed_paper p ${paperJoins} where ${within} and ${chosen}
     order by coalesce(p.settled_at, p.sent_at) desc, p.id desc limit ${limit}`.execute(transaction);
  const counted = await sql<{ state: PaperState; count: number }>`
    select coalesce(p.outcome, 'waiting') as state, count(*)::int as count from signed_paper p
     where ${within} group by 1`.execute(transaction);
  const count = (of: PaperState) => counted.rows.find((row) => row.state === of)?.count ?? 0;
  return {
    papers: rows.map(paperOf),
    counts: { waiting: count("waiting"), matched: count("matched"), aside: count("aside") },
  };
}

/** How many papers in sight wait for their place. One statement. */
export async function countWaitingPapers(
  transaction: ProvinceTransaction,
  sight: Sight,
  person: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from signed_paper p
     where ${papersWithin(sight, person)} and p.outcome is null`.execute(transaction);
  return rows[0]?.count ?? 0;
}

/** One paper in sight, locked until the transaction ends when `lock` is set; null: none of this id. One statement. */
export async function loadPaper(
  transaction: ProvinceTransaction,
  sight: Sight,
  person: string,
  { id, lock = false }: { readonly id: string; readonly lock?: boolean },
): Promise<KeptPaper | null> {
  const { rows } = await sql<PaperRow>`
    select ${paperColumns} from signed_paper p ${paperJoins}
     where ${papersWithin(sight, person)} and p.id = ${id}::uuid ${lock ? sql`for update of p` : sql``}`.execute(
    transaction,
  );
  return rows[0] ? paperOf(rows[0]) : null;
}

function paperOf({ issuerKind, issuerDoubt, ...row }: PaperRow): KeptPaper {
  const issuer: SignedIssuer =
    issuerKind === "unit"
      ? { kind: "unit", unit: row.owner?.id ?? "", doubt: issuerDoubt }
      : { kind: issuerKind };
  return { ...row, issuer };
}

/** The open duties of units with all below them, or with a report that waits and names a number. One statement. */
export async function openDutiesFor(
  transaction: ProvinceTransaction,
  sight: Sight,
  { units, numbers }: { readonly units: readonly string[]; readonly numbers: readonly string[] },
): Promise<readonly (OpenDuty & { readonly roots: readonly string[] })[]> {
  const { province } = sight;
  const { rows } = await sql<OpenDuty & { readonly roots: readonly string[] }>`
    with recursive below (root, id) as (
      select u.id, u.id from unit u where u.province_id = ${province} and u.id = any (${units}::uuid[])
      union
      select b.root, u.id from below b join unit u on u.province_id = ${province} and u.parent_id = b.id)
    select d.id, d.holder_id as holder, h.name as "holderName", t.content, t.result, t.group_title as "group", t.label,
           json_build_object('number', e.number, 'issuedOn', coalesce(e.issued_on, e.meeting_on)) as given,
           array(select distinct coalesce(n.document_number, o.number) from task_directive n
                   left join document o on o.province_id = n.province_id and o.id = n.document_id
                  where n.province_id = d.province_id and n.task_id = d.task_id
                    and coalesce(n.document_number, o.number) is not null) as chain,
           (select coalesce(array_agg(p.reference) filter (where p.kind = 'document'), '{}')
              from report r left join report_proof p on p.province_id = r.province_id and p.report_id = r.id
             where r.province_id = d.province_id and r.duty_id = d.id and r.approved_on is null
            having count(r.id) > 0) as draft,
           array(select b.root from below b where b.id = d.holder_id) as roots
      from duty d
      join task t on t.province_id = d.province_id and t.id = d.task_id
      join document e on e.province_id = t.province_id and e.id = t.document_id
      join unit h on h.province_id = d.province_id and h.id = d.holder_id
     where d.province_id = ${province} and ${isWithin(sight, sql`d.holder_id`)}
       and d.confirmed_on is null and d.withdrawn_on is null and d.submitted_on is null
       and (d.holder_id in (select id from below) or d.id in (
         select r.duty_id from report_proof p join report r on r.province_id = p.province_id and r.id = p.report_id
          where p.province_id = ${province} and p.kind = 'document' and p.reference = any (${numbers}::text[])
            and r.approved_on is null))
     order by d.last_day nulls last, t.ref`.execute(transaction);
  return rows;
}

/** A file of a paper in sight by its place; null: there is none. One statement. */
export async function findPaperFile(
  transaction: ProvinceTransaction,
  sight: Sight,
  person: string,
  { id, position }: { readonly id: string; readonly position: number },
): Promise<PaperFile | null> {
  const { rows } = await sql<PaperFile>`
    select f.name, f.sha256, f.size::int as size
      from signed_paper_file f join signed_paper p on p.province_id = f.province_id and p.id = f.paper_id
     where ${papersWithin(sight, person)} and p.id = ${id}::uuid and f.position = ${position}`.execute(
    transaction,
  );
  return rows[0] ?? null;
}

/** Ends a paper, or (null) lets it wait again. One statement. */
export async function settlePaper(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
  end: {
    readonly outcome: PaperOutcome;
    readonly at: Date;
    readonly by: string;
    readonly reason: string | null;
    /** As the person who settled it says it reads. */
    readonly number?: string;
    readonly issuedOn?: CalendarDate;
  } | null,
): Promise<void> {
  await sql`
    update signed_paper
       set outcome = ${end?.outcome ?? null}, settled_at = ${end?.at ?? null}, settled_by = ${end?.by ?? null},
           reason = ${end?.reason ?? null}, number = coalesce(${end?.number ?? null}, number),
           issued_on = coalesce(${end?.issuedOn ?? null}::date, issued_on), version = version + 1
     where province_id = ${province} and id = ${id}`.execute(transaction);
}
