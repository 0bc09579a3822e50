import { type Failure, fail, type Result, succeed } from "../domain/basics/result.ts";
import { pagesAMinute, secondsLeft } from "../domain/document/scan-progress.ts";
import { permit } from "../domain/duty/permission.ts";
import type { SignedHint } from "../domain/duty/signed-paper.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import type { Quarantined } from "../store/quarantine.ts";
import {
  endScan,
  insertScan,
  listScans,
  lockScan,
  removeScans,
  removeStrayPages,
  type Scan,
  scansBefore,
} from "../store/scans.ts";
import { longestQuarantine, readScanJob } from "./check-quarantine.ts";
import type { ImportOutcome } from "./import-document.ts";
import type { SignedOutcome } from "./keep-signed.ts";
import { noteDeclaration, type ScanWorld } from "./receive-documents.ts";
import { writeHistory } from "./register.ts";

/** Where a scan is. */
export type ScanStep =
  /** Its head waits to be read for marks of secrecy. */
  | { readonly kind: "checking" }
  /** Its head cannot be read: somebody has to declare it open before an instant, when it is removed. */
  | { readonly kind: "undeclared"; readonly until: Date }
  /** So many scans are before it; the time is that until its end, where it is known. */
  | {
      readonly kind: "waiting";
      readonly before: number;
      readonly pages: number;
      readonly secondsLeft: number | null;
    }
  | {
      readonly kind: "reading";
      readonly pages: number;
      readonly pagesRead: number;
      readonly pagesAMinute: number | null;
      readonly secondsLeft: number | null;
    }
  | { readonly kind: "done"; readonly outcomes: readonly (ImportOutcome | SignedOutcome)[] }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "cancelled" };

/** A scan as people see it. */
export interface ShownScan {
  readonly id: string;
  /** Empty where nothing of the files was kept. */
  readonly files: readonly string[];
  readonly sentAt: Date;
  /** Whether the person who looks sent it. */
  readonly own: boolean;
  /** Whether it can be read again without being sent again. */
  readonly canRetry: boolean;
  readonly step: ScanStep;
}

/**
 * The scans of a province, the newest first: documents of the register, or signed ones that units send back. Who works
 * for a unit sees those that he sent himself. Fails with `register.not-allowed`.
 */
export async function showScans(
  actor: Actor,
  world: ScanWorld,
  { signed = false }: { readonly signed?: boolean } = {},
): Promise<Result<readonly ShownScan[]>> {
  const allowed = permit(actor, signed ? "file-signed" : "import-document");
  if (!allowed.ok) return allowed;
  const isHis = ({ sentBy }: Pick<Scan, "sentBy">) =>
    allowed.value.kind === "province" || sentBy === actor.person;
  const waiting = (await world.quarantine.list()).filter(
    (entry) => entry.province === actor.province && (entry.signed !== undefined) === signed && isHis(entry),
  );
  return withProvince(world.kysely, actor.province, async (t) => {
    const scans = (await listScans(t, actor.province, { signed })).filter(isHis);
    const entered = new Set(scans.map(({ id }) => id));
    const pace = scans.reduce<number | null>((found, scan) => found ?? paceOf(scan), null);
    const shown: ShownScan[] = [];
    for (const scan of scans) {
      const before = isWaiting(scan) ? await scansBefore(t, scan.sentAt) : { scans: 0, pages: 0 };
      shown.push(shownScan(scan, actor, stepOf(scan, before, pace)));
    }
    const quarantined = waiting
      .filter(({ id }) => !entered.has(id))
      .map((entry) => shownScan({ ...entry, files: [] }, actor, quarantineStep(entry), entry.names));
    const newestFirst = (a: ShownScan, b: ShownScan) => b.sentAt.getTime() - a.sentAt.getTime();
    return succeed([...quarantined, ...shown].sort(newestFirst));
  });
}

/**
 * Whether an actor may work on a scan: who imports documents on every one, others on signed documents that they sent
 * themselves. Fails with `register.not-allowed`.
 */
function permitScan(
  actor: Actor,
  scan: { readonly sentBy: string; readonly signed?: SignedHint | null | undefined } | null,
): Result<unknown> {
  const own = scan?.signed != null && scan.sentBy === actor.person && permit(actor, "file-signed").ok;
  return own ? succeed(null) : permit(actor, "import-document");
}

function shownScan(
  scan: Pick<Scan, "id" | "sentAt" | "sentBy" | "files">,
  actor: Actor,
  step: ScanStep,
  names: readonly string[] = scan.files.map(({ name }) => name),
): ShownScan {
  const isOver = step.kind === "done" || step.kind === "failed" || step.kind === "cancelled";
  return {
    ...{ id: scan.id, files: names, sentAt: scan.sentAt, own: scan.sentBy === actor.person, step },
    canRetry: isOver && scan.files.length > 0,
  };
}

function quarantineStep({ headUnread, sentAt }: Quarantined): ScanStep {
  return headUnread
    ? { kind: "undeclared", until: new Date(sentAt.getTime() + longestQuarantine) }
    : { kind: "checking" };
}

function isWaiting({ endedAt, begunAt }: Scan): boolean {
  return endedAt === null && begunAt === null;
}

function paceOf(scan: Scan): number | null {
  const { pages, begunPages, pagesRead, begunAt, pageAt } = scan;
  const instants = { begunAt: begunAt?.getTime() ?? null, pageAt: pageAt?.getTime() ?? null };
  return pagesAMinute({ pages, begunPages, pagesRead, ...instants });
}

function stepOf(
  scan: Scan,
  before: { readonly scans: number; readonly pages: number },
  pace: number | null,
): ScanStep {
  const { pages } = scan;
  if (scan.cancelledAt !== null) return { kind: "cancelled" };
  if (scan.failure !== null) return { kind: "failed", failure: scan.failure };
  // Written by the job that read it.
  if (scan.endedAt !== null)
    return { kind: "done", outcomes: scan.outcomes as readonly (ImportOutcome | SignedOutcome)[] };
  if (isWaiting(scan))
    return {
      kind: "waiting",
      before: before.scans,
      pages,
      secondsLeft: secondsLeft(before.pages + pages, pace),
    };
  const own = paceOf(scan);
  return {
    ...{ kind: "reading", pages, pagesRead: scan.pagesRead, pagesAMinute: own },
    secondsLeft: secondsLeft(pages - scan.pagesRead, own ?? pace),
  };
}

/** Calls a scan off: nothing of it is taken in any more. Fails with `scan.not-found` and `scan.over`. */
export async function cancelScan(actor: Actor, id: string, world: ScanWorld): Promise<Result<null>> {
  const entry = await quarantinedOf(actor, id, world);
  return withProvince(world.kysely, actor.province, async (t) => {
    const scan = await lockScan(t, actor.province, id);
    const allowed = permitScan(actor, scan ?? entry);
    if (!allowed.ok) return allowed;
    if (entry) world.quarantine.remove(id);
    if (scan === null) return entry ? succeed(null) : fail("scan.not-found");
    if (scan.endedAt !== null) return fail("scan.over");
    await endScan(t, actor.province, { id, at: world.clock(), cancelled: true });
    await writeHistory(t, actor, world, [
      { what: "cancel-scan", subject: `scan:${id}`, before: null, after: { pagesRead: scan.pagesRead } },
    ]);
    return succeed(null);
  });
}

/** Declares that a scan whose head cannot be read holds no state secrets. Fails with `scan.not-found`. */
export async function declareScan(actor: Actor, id: string, world: ScanWorld): Promise<Result<null>> {
  const entry = await quarantinedOf(actor, id, world);
  const allowed = permitScan(actor, entry);
  if (!allowed.ok) return allowed;
  const content = entry && (await world.quarantine.read(entry));
  if (!content) return fail("scan.not-found");
  await noteDeclaration(actor, { scan: id, files: content.map((bytes) => ({ bytes })) }, world);
  world.quarantine.update({ ...entry, declaredOpen: true, headUnread: false });
  world.checkSoon();
  return succeed(null);
}

async function quarantinedOf(actor: Actor, id: string, world: ScanWorld): Promise<Quarantined | null> {
  const entries = await world.quarantine.list();
  return entries.find((entry) => entry.id === id && entry.province === actor.province) ?? null;
}

/**
 * Has a scan that ended read once more, `force` taking in what is there already. Pages that were read are not read
 * again. Fails with `scan.not-found`, and with `scan.over` when its files were not kept, or it is under way.
 */
export async function retryScan(
  actor: Actor,
  { id, force }: { readonly id: string; readonly force: readonly string[] },
  world: ScanWorld,
): Promise<Result<{ readonly scan: string }>> {
  const scan = world.newId();
  return withProvince(world.kysely, actor.province, async (t) => {
    const former = await lockScan(t, actor.province, id);
    const allowed = permitScan(actor, former);
    if (!allowed.ok) return allowed;
    if (former === null) return fail("scan.not-found");
    if (former.endedAt === null || former.files.length === 0) return fail("scan.over");
    await insertScan(t, actor.province, {
      ...{ ...former, id: scan, endedAt: null, failure: null },
      force: [...new Set([...former.force, ...force])],
    });
    await removeScans(t, actor.province, { id });
    await world.queue.request(t, actor.province, {
      ...{ id: world.newId(), kind: readScanJob, subject: scan, on: world.today(), at: world.clock() },
    });
    return succeed({ scan });
  });
}

/** Takes the line of a scan that ended off the list. Fails with `scan.not-found` and, under way, `scan.over`. */
export async function removeScan(actor: Actor, id: string, world: ScanWorld): Promise<Result<null>> {
  return withProvince(world.kysely, actor.province, async (t) => {
    const scan = await lockScan(t, actor.province, id);
    const allowed = permitScan(actor, scan);
    if (!allowed.ok) return allowed;
    if (scan === null) return fail("scan.not-found");
    if (scan.endedAt === null) return fail("scan.over");
    await removeScans(t, actor.province, { id });
    await removeStrayPages(t, actor.province);
    return succeed(null);
  });
}
