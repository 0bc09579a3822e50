import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { addDutyFact, type DutyFactKind } from "../domain/duty/duty-fact.ts";
import { permit } from "../domain/duty/permission.ts";
import { checkedReport, type GivenReport } from "../domain/duty/report.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { reachOf } from "../domain/organisation/rights.ts";
import { withProvince } from "../store/database.ts";
import { type DutyMove, type LockedDuty, saveDutyFacts } from "../store/duty-facts.ts";
import {
  type Approval,
  approveReport,
  type LatestReport,
  latestReports,
  saveReports,
  type WrittenReport,
} from "../store/reports.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { type DutyWork, type SeenDuty, takeDuties } from "./duty-work.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";
import { type ShownDuty, shownDuty } from "./show-duty.ts";

/** The signed document that came back and stands for the head's approval. */
export interface SignedDocument {
  readonly number: string;
  readonly on: CalendarDate;
}

/** How a report is sent: kept for the head, approved by him at once, or approved by a signed document. */
export type Sending = "kept" | "approved" | SignedDocument;

/**
 * Writes a report of a duty. One that waits for approval is written over; after an approval it is a new one, and what
 * was approved counts no more. Fails with `duty.unknown`, `duty.changed`, `duty.fact-not-allowed` for a duty that is
 * over, `duty.not-yours` for who may not approve, `duty.fact-in-future` and the failures of `checkedReport`.
 */
export async function writeReport(
  actor: Actor,
  seen: SeenDuty,
  { report, sending }: { readonly report: GivenReport; readonly sending: Sending },
  world: RegisterWorld,
): Promise<Result<ShownDuty>> {
  const checked = checkedReport(report);
  if (!checked.ok) return checked;
  return onDuties(actor, [seen], world, async (transaction, work) => {
    const written = await writeAll(transaction, actor, { work, given: checked.value, sending }, world);
    return written.ok ? shownDuty(transaction, actor, seen.id, world) : written;
  });
}

/**
 * "Không phát sinh" for some duties at once, all or none; gives how many. Fails as `writeReport` does.
 */
export async function reportNothing(
  actor: Actor,
  seen: readonly SeenDuty[],
  world: RegisterWorld,
): Promise<Result<number>> {
  const given = { text: "", claimsDone: false, nothing: true, measured: [], proofs: [] };
  return onDuties(actor, seen, world, (transaction, work) =>
    writeAll(transaction, actor, { work, given, sending: "kept" }, world),
  );
}

async function onDuties<T>(
  actor: Actor,
  seen: readonly SeenDuty[],
  world: RegisterWorld,
  act: (transaction: ProvinceTransaction, work: DutyWork) => Promise<Result<T>>,
): Promise<Result<T>> {
  const allowed = permit(actor, "report-duty");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const work = await takeDuties(transaction, actor, { seen, reach: allowed.value }, world);
    return work.ok ? act(transaction, work.value) : work;
  });
}

async function writeAll(
  transaction: ProvinceTransaction,
  actor: Actor,
  {
    work,
    given,
    sending,
  }: { readonly work: DutyWork; readonly given: GivenReport; readonly sending: Sending },
  world: RegisterWorld,
): Promise<Result<number>> {
  const approval = approvalBy(actor, { given, sending }, work, world);
  if (!approval.ok) return approval;
  const ids = work.duties.map(({ duty }) => duty.id);
  const latest = await latestReports(transaction, actor.province, ids);
  const reports: WrittenReport[] = [];
  const moves: DutyMove[] = [];
  for (const { duty, standing } of work.duties) {
    if (standing.stage === "confirmed" || standing.stage === "withdrawn")
      return fail("duty.fact-not-allowed", { kind: "reported", stage: standing.stage });
    const before = latest.get(duty.id);
    const written = nextReport(duty, before, { given, approval: approval.value }, world);
    reports.push(written);
    const said = factsOf(duty, written, world);
    if (!said.ok) return said;
    moves.push(...said.value);
  }
  const at = world.clock();
  await saveReports(transaction, actor.province, reports, { at, who: actor.person, newId: world.newId });
  await saveDutyFacts(transaction, actor.province, moves, { at, who: actor.person });
  await writeHistory(
    transaction,
    actor,
    world,
    reports.map(({ id, duty, number, given: what, approval: how }) => ({
      ...{ what: "report-duty", subject: `duty:${duty}`, before: latest.get(duty) ?? null },
      after: { report: id, number, ...what, approval: how },
    })),
  );
  return succeed(reports.length);
}

/** Who approves it: a head himself, a signed document, or nobody where nothing is to be reported and the province lets it. */
function approvalBy(
  actor: Actor,
  { given, sending }: { readonly given: GivenReport; readonly sending: Sending },
  { settings }: DutyWork,
  { today }: RegisterWorld,
): Result<Approval | null> {
  const isHead = reachOf(actor.held, "approve-report") !== null;
  if (sending === "approved" && !isHead) return fail("duty.not-yours", { kind: "approved" });
  if (typeof sending === "object")
    return sending.on > today()
      ? fail("duty.fact-in-future", { on: sending.on, today: today() })
      : succeed({ on: sending.on, by: actor.person, signed: sending });
  const goes = sending === "approved" || (given.nothing && (isHead || settings.nothingUnapproved));
  return succeed(goes ? { on: today(), by: actor.person, signed: null } : null);
}

function nextReport(
  { id: duty }: LockedDuty,
  before: LatestReport | undefined,
  { given, approval }: { readonly given: GivenReport; readonly approval: Approval | null },
  { newId }: RegisterWorld,
): WrittenReport {
  const waits = before !== undefined && before.approvedOn === null;
  return waits
    ? { id: before.id, duty, number: before.number, given, approval }
    : { id: newId(), duty, number: (before?.number ?? 0) + 1, given, approval };
}

/**
 * What a report says of its duty: nothing until it is approved, but that what was submitted before counts no more; of a
 * signed document its number too.
 */
export function factsOf(
  duty: LockedDuty,
  { id: report, given, approval }: WrittenReport,
  { newId, today }: RegisterWorld,
): Result<readonly DutyMove[]> {
  const moves: DutyMove[] = [];
  let standing = duty;
  const add = (kind: DutyFactKind, on: CalendarDate, product: string | null): Result<null> => {
    const next = addDutyFact(standing, { kind, on, product }, today());
    if (!next.ok) return next;
    standing = next.value;
    const document = kind === "reopened" ? null : (approval?.signed?.number ?? null);
    moves.push({ fact: { id: newId(), duty: duty.id, kind, on, report, product, document }, standing });
    return succeed(null);
  };
  if (standing.submittedOn !== null) {
    const taken = add("reopened", today(), null);
    if (!taken.ok) return taken;
  }
  if (approval !== null) {
    const kind = given.claimsDone || given.nothing ? "submitted" : "reported";
    const product = given.claimsDone ? productOf(given) : null;
    const said = add(kind, approval.on, product);
    if (!said.ok) return said;
  }
  return succeed(moves);
}

/** The product in one line: its document, file, link or record, else the measured values. */
export function productOf({ proofs, measured }: Pick<GivenReport, "proofs" | "measured">): string | null {
  const named = proofs.map(({ title, reference }) => title ?? reference);
  const values = measured.map(({ measure, typed }) => `${measure}: ${typed}`);
  const all = named.length > 0 ? named : values;
  return all.length > 0 ? all.join("; ") : null;
}

/**
 * Approves the report that waits, by the head's click or by the signed document that came back. Fails with
 * `duty.report-unknown`, `duty.not-yours` and the failures of `writeReport`.
 */
export async function approveDutyReport(
  actor: Actor,
  seen: SeenDuty,
  sending: Exclude<Sending, "kept">,
  world: RegisterWorld,
): Promise<Result<ShownDuty>> {
  return onDuties(actor, [seen], world, async (transaction, work) => {
    const shown = await shownDuty(transaction, actor, seen.id, world);
    if (!shown.ok) return shown;
    const [report] = shown.value.duty.reports;
    const [held] = work.duties;
    if (!held || !report || report.approvedOn !== null) return fail("duty.report-unknown");
    const approval = approvalBy(actor, { given: report, sending }, work, world);
    if (!approval.ok) return approval;
    if (approval.value === null) return fail("duty.report-unknown");
    const written = { ...report, duty: seen.id, given: report, approval: approval.value };
    const said = factsOf(held.duty, written, world);
    if (!said.ok) return said;
    await approveReport(transaction, actor.province, report.id, approval.value);
    await saveDutyFacts(transaction, actor.province, said.value, { at: world.clock(), who: actor.person });
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "approve-report", subject: `duty:${seen.id}`, before: { report: report.id } },
        after: { approval: approval.value },
      },
    ]);
    return shownDuty(transaction, actor, seen.id, world);
  });
}
