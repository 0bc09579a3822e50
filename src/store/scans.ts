import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Failure } from "../domain/basics/result.ts";
import type { PictureReading } from "../domain/document/extract.ts";
import type { SignedHint } from "../domain/duty/signed-paper.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import type { Tables } from "./schema.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./scan-tables.ts";

/** A file of a scan; its content is in the file store. */
export interface ScanFile {
  readonly position: number;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

/** A scan on its way, or at its end. */
export interface Scan {
  readonly id: string;
  readonly sentAt: Date;
  /** The person's id, and the network address that he sent it from. */
  readonly sentBy: string;
  readonly sentFrom: string | null;
  readonly together: boolean;
  /** Keys of duplicates that are taken in all the same. */
  readonly force: readonly string[];
  readonly declaredOpen: boolean;
  /** Pages to be read off pictures, and those that were. */
  readonly pages: number;
  readonly pagesRead: number;
  readonly begunAt: Date | null;
  readonly begunPages: number;
  readonly pageAt: Date | null;
  /** How often reading began since a page was read. */
  readonly tries: number;
  /** What became of the files, document by document, as the import told it. */
  readonly outcomes: readonly unknown[];
  readonly endedAt: Date | null;
  readonly failure: Failure | null;
  readonly cancelledAt: Date | null;
  /** None where nothing was kept of the files, not even their names. */
  readonly files: readonly ScanFile[];
  /** It is a signed document that a unit sends back; null: a document of the register. */
  readonly signed: SignedHint | null;
}

export type EnteringScan = Pick<
  Scan,
  "id" | "sentAt" | "sentBy" | "sentFrom" | "together" | "force" | "declaredOpen" | "pages" | "files"
> & {
  readonly endedAt: Date | null;
  readonly failure: Failure | null;
  readonly signed?: SignedHint | null | undefined;
};

/** Enters a scan; gives false when it is there already. */
export async function insertScan(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  scan: EnteringScan,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto("scan")
    .values({
      ...{ province_id: province, id: scan.id, sent_at: scan.sentAt, sent_by: scan.sentBy },
      ...{ sent_from: scan.sentFrom, together: scan.together, force: [...scan.force] },
      ...{ declared_open: scan.declaredOpen, pages: scan.pages, ended_at: scan.endedAt },
      failure: scan.failure && jsonText(scan.failure),
      signed: scan.signed ? jsonText(scan.signed) : null,
    })
    .onConflict((conflict) => conflict.columns(["province_id", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  if (scan.files.length > 0)
    await transaction
      .insertInto("scan_file")
      .values(
        scan.files.map(({ name, ...file }) => ({
          ...{ province_id: province, scan_id: scan.id, name: plainText(name), ...file },
        })),
      )
      .execute();
  return true;
}

/**
 * The scans of a province, the newest first: those under way and those that ended; documents of the register, or signed
 * ones that units send back.
 */
export async function listScans(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { signed = false }: { readonly signed?: boolean } = {},
): Promise<readonly Scan[]> {
  return scansWhere(transaction, province, signed ? sql`s.signed is not null` : sql`s.signed is null`);
}

/** One scan, locked until the transaction ends; null when there is none. */
export async function lockScan(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  id: string,
): Promise<Scan | null> {
  await sql`select 1 from scan where province_id = ${province} and id = ${id} for update`.execute(
    transaction,
  );
  const [scan] = await scansWhere(transaction, province, sql`s.id = ${id}`);
  return scan ?? null;
}

async function scansWhere(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  condition: RawBuilder<unknown>,
): Promise<readonly Scan[]> {
  const { rows } = await sql<Scan>`
    select s.id, s.sent_at as "sentAt", s.sent_by as "sentBy", s.sent_from as "sentFrom", s.together, s.force,
           s.declared_open as "declaredOpen", s.pages, s.pages_read as "pagesRead", s.begun_at as "begunAt",
           s.begun_pages as "begunPages", s.page_at as "pageAt", s.tries, s.outcomes, s.ended_at as "endedAt",
           s.failure, s.cancelled_at as "cancelledAt", s.signed,
           coalesce((select jsonb_agg(jsonb_build_object('position', f.position, 'name', f.name, 'sha256', f.sha256,
                                                         'size', f.size) order by f.position)
                       from scan_file f where f.province_id = s.province_id and f.scan_id = s.id), '[]') as files
      from scan s
     where s.province_id = ${province} and ${condition}
     order by s.sent_at desc, s.id desc`.execute(transaction);
  return rows;
}

/** How many scans of all provinces stand before one sent at an instant, and how many pages of them are still to be read. */
export async function scansBefore(
  transaction: ProvinceTransaction,
  sentAt: Date,
): Promise<{ readonly scans: number; readonly pages: number }> {
  const { rows } = await sql<{ scans: string; pages: string }>`
    select scans, pages from scans_before(${sentAt})`.execute(transaction);
  return { scans: Number(rows[0]?.scans ?? 0), pages: Number(rows[0]?.pages ?? 0) };
}

/** Begins to read a scan of which so many pages are read, under a token of the reader: whoever had it before loses it. */
export async function claimScan(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  scan: { readonly id: string; readonly claim: string; readonly at: Date; readonly pagesRead: number },
): Promise<void> {
  const { id, claim, at, pagesRead } = scan;
  await sql`
    update scan set claim = ${claim}, begun_at = ${at}, pages_read = ${pagesRead}, begun_pages = ${pagesRead},
                    page_at = null, tries = tries + 1
     where province_id = ${province} and id = ${id}`.execute(transaction);
}

/** Gives a scan back that was not read to its end through no fault of its own: the try does not count. */
export async function releaseScan(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  { id, claim }: { readonly id: string; readonly claim: string },
): Promise<void> {
  await sql`
    update scan set tries = greatest(tries - 1, 0), begun_at = null
     where province_id = ${province} and id = ${id} and claim = ${claim}`.execute(transaction);
}

/**
 * Keeps a page that was read for a scan. Gives false when whoever read it has the scan no longer: it was called off, or
 * another reader has it.
 */
export async function keepPage(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  page: {
    readonly scan: string;
    readonly claim: string;
    readonly sha256: string;
    readonly reading: PictureReading;
    readonly at: Date;
  },
): Promise<boolean> {
  const { rows } = await sql<{ sent_at: Date }>`
    update scan set pages_read = least(pages_read + 1, pages), page_at = ${page.at}, tries = 0
     where province_id = ${province} and id = ${page.scan} and claim = ${page.claim} and ended_at is null
    returning sent_at`.execute(transaction);
  if (rows.length === 0) return false;
  await insertPage(transaction, province, page);
  return true;
}

/** Keeps a page of a file that was read off its picture; what was read of it before is given up. */
export async function insertPage(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  page: { readonly sha256: string; readonly reading: PictureReading; readonly at: Date },
): Promise<void> {
  const { sha256, reading, at } = page;
  await sql`
    insert into file_page (province_id, sha256, page, reading, read_at)
    values (${province}, ${sha256}, ${reading.page.number}, ${jsonText(reading)}::jsonb, ${at})
    on conflict (province_id, sha256, page) do update
       set reading = excluded.reading, read_at = excluded.read_at`.execute(transaction);
}

/** Pages of a file that were read off their pictures since an instant, in order. */
export async function pagesRead(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { sha256, since }: { readonly sha256: string; readonly since: Date },
): Promise<readonly PictureReading[]> {
  const { rows } = await sql<{ reading: PictureReading }>`
    select reading from file_page
     where province_id = ${province} and sha256 = ${sha256} and read_at >= ${since} order by page`.execute(
    transaction,
  );
  return rows.map(({ reading }) => reading);
}

/**
 * Adds what became of documents of a scan, in the transaction in which it became so. Gives false when whoever read it has
 * the scan no longer.
 */
export async function addOutcomes(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  scan: { readonly id: string; readonly claim: string; readonly outcomes: readonly unknown[] },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update scan set outcomes = outcomes || ${jsonText(scan.outcomes)}::jsonb
     where province_id = ${province} and id = ${scan.id} and claim = ${scan.claim} and ended_at is null`.execute(
    transaction,
  );
  return numAffectedRows === 1n;
}

/** Notes the end of a scan. */
export async function endScan(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  end: {
    readonly id: string;
    readonly at: Date;
    readonly failure?: Failure;
    readonly cancelled?: boolean;
  },
): Promise<void> {
  const { id, at, failure = null, cancelled = false } = end;
  await sql`
    update scan set ended_at = ${at}, failure = ${failure && jsonText(failure)}::jsonb,
                    cancelled_at = ${cancelled ? at : null}::timestamptz, claim = null
     where province_id = ${province} and id = ${id} and ended_at is null`.execute(transaction);
}

/** Takes the names of the files away, as if they had never been here. */
export async function forgetFiles(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  id: string,
): Promise<void> {
  await sql`delete from scan_file where province_id = ${province} and scan_id = ${id}`.execute(transaction);
}

/** Takes away scans: one, or those that ended before an instant. */
export async function removeScans(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  which: { readonly id: string } | { readonly endedBefore: Date },
): Promise<number> {
  const condition = "id" in which ? sql`id = ${which.id}` : sql`ended_at < ${which.endedBefore}`;
  const { numAffectedRows } = await sql`
    delete from scan where province_id = ${province} and ended_at is not null and ${condition}`.execute(
    transaction,
  );
  return Number(numAffectedRows ?? 0);
}

/** Takes away pages of files that no document and no scan has any more. */
export async function removeStrayPages(
  transaction: Transaction<Tables>,
  province: ProvinceId,
): Promise<void> {
  await sql`
    delete from file_page p where p.province_id = ${province}
       and not exists (select 1 from document_file f where f.province_id = ${province} and f.sha256 = p.sha256)
       and not exists (select 1 from scan_file f where f.province_id = ${province} and f.sha256 = p.sha256)`.execute(
    transaction,
  );
}
