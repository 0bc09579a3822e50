import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { addDutyFact } from "../domain/duty/duty-fact.ts";
import type { GivenReport } from "../domain/duty/report.ts";
import { paperUnit } from "../domain/duty/signed-match.ts";
import type { KeptPaper } from "../domain/duty/signed-paper.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { unitsUnder } from "../domain/organisation/unit.ts";
import { loadChosenDuties } from "../store/duties.ts";
import { type DutyMove, type LockedDuty, saveDutyFacts } from "../store/duty-facts.ts";
import { loadRules } from "../store/province-settings.ts";
import { type Approval, latestReports, saveReports, type WrittenReport } from "../store/reports.ts";
import { wholeProvince } from "../store/sight.ts";
import {
  closeReport,
  reopenReports,
  type SignedAnswer,
  type StandingAnswer,
  type WaitingReport,
  waitingReports,
} from "../store/signed-answers.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { loadUnits } from "../store/units.ts";
import type { DutyWork } from "./duty-work.ts";
import type { RefusedDuty } from "./record-duty-fact.ts";
import type { RegisterWorld } from "./register.ts";
import { factsOf } from "./report-duty.ts";

/** As much of a signed document as answers duties. */
export type AnsweringPaper = Pick<KeptPaper, "subject" | "files" | "issuer" | "unit">;

/** The report of a duty that the paper closes: one that waited, or one that is made of the paper. */
export interface Closing extends SignedAnswer {
  readonly written: WrittenReport;
  readonly moves: readonly DutyMove[];
}

/** Duties that a signed document shall answer. `claimsDone`: of those without a report that waits, it says they are done. */
export interface Answering {
  readonly paper: AnsweringPaper;
  readonly work: DutyWork;
  readonly approval: Approval;
  readonly claimsDone: boolean;
}

/**
 * Answers duties by a signed document: of each the report that waits is approved by it, or a report is made of it, and its
 * files are the proof. A duty that it cannot answer is refused by itself: `duty.signed-other-unit`,
 * `duty.signed-too-early`, `duty.fact-not-allowed`.
 */
export async function answerDuties(
  transaction: ProvinceTransaction,
  actor: Actor,
  answering: Answering,
  world: RegisterWorld,
): Promise<{ readonly closing: readonly Closing[]; readonly refused: readonly RefusedDuty[] }> {
  const decided = await decide(transaction, actor, answering, world);
  if (decided.closing.length > 0)
    await close(transaction, actor, { ...answering, closing: decided.closing }, world);
  return decided;
}

async function decide(
  transaction: ProvinceTransaction,
  actor: Actor,
  { paper, work, approval, claimsDone }: Answering,
  world: RegisterWorld,
): Promise<{ readonly closing: readonly Closing[]; readonly refused: readonly RefusedDuty[] }> {
  const { province } = actor;
  const ids = work.duties.map(({ duty }) => duty.id);
  const waiting = await waitingReports(transaction, province, ids);
  const latest = await latestReports(transaction, province, ids);
  const unit = paperUnit(paper);
  const own =
    unit === null
      ? null
      : new Set(unitsUnder(await loadUnits(transaction, province), [unit]).map(({ id }) => id));
  const rules = await loadRules(transaction, province, world.today());
  const rows = await loadChosenDuties(transaction, wholeProvince(province), ids, rules);
  const given = new Map(rows.map(({ id, document }) => [id, document.issuedOn]));
  const closing: Closing[] = [];
  const refused: RefusedDuty[] = [];
  for (const { duty } of work.duties) {
    const issuedOn = given.get(duty.id) ?? null;
    const outside = own !== null && !own.has(duty.holder);
    const one = outside
      ? fail("duty.signed-other-unit")
      : issuedOn !== null && approval.on < issuedOn
        ? fail("duty.signed-too-early", { on: approval.on, given: issuedOn })
        : closingOf(
            duty,
            { waiting: waiting.get(duty.id), number: latest.get(duty.id)?.number ?? 0 },
            { paper, approval, claimsDone },
            world,
          );
    if (one.ok) closing.push(one.value);
    else refused.push({ id: duty.id, failure: one.failure });
  }
  return { closing, refused };
}

function closingOf(
  duty: LockedDuty,
  before: { readonly waiting: WaitingReport | undefined; readonly number: number },
  how: { readonly paper: AnsweringPaper; readonly approval: Approval; readonly claimsDone: boolean },
  world: RegisterWorld,
): Result<Closing> {
  const { paper, approval, claimsDone } = how;
  const { waiting, number } = before;
  const allowed = addDutyFact(duty, { kind: "reported", on: approval.on }, world.today());
  // Only what is open is answered: what was handed in waits for others, and is taken back first.
  if (!allowed.ok) return allowed;
  const given = waiting
    ? withPaperProduct(waiting.given, paper, approval)
    : reportOf(paper, approval, claimsDone);
  const written: WrittenReport = waiting
    ? { id: waiting.id, duty: duty.id, number: waiting.number, given, approval }
    : { id: world.newId(), duty: duty.id, number: number + 1, given, approval };
  const facts = factsOf(duty, written, world);
  if (!facts.ok) return facts;
  const made = waiting === undefined;
  // A report that the match makes goes with the match when it is taken back; no fact may hold on to it.
  const moves = facts.value.map(({ fact, standing }) => ({
    ...{ fact: made ? { ...fact, report: null } : fact, standing },
  }));
  return succeed({ duty: duty.id, report: written.id, made, written, moves });
}

/** A report of completion that names no product has the signed document for it. */
/** Answers by a signed document that shall be taken back, with their duties locked. */
export interface TakenBack {
  readonly answers: readonly StandingAnswer[];
  readonly work: DutyWork;
  /** The number and the files of the document. */
  readonly number: string | null;
  readonly files: AnsweringPaper["files"];
}

/**
 * Takes answers by a signed document back: the duties are open as before, reports that waited wait again, and those made
 * of the document are gone. Fails with `duty.signed-worked-on` when anything was said of one of the duties since; then
 * nothing is written.
 */
export async function takeAnswersBack(
  transaction: ProvinceTransaction,
  { province, person }: Actor,
  { answers, work, number, files }: TakenBack,
  { today, clock, newId }: RegisterWorld,
): Promise<Result<null>> {
  const moves: DutyMove[] = [];
  for (const { duty, standing } of work.duties) {
    const latest = answers.find((one) => one.duty === duty.id)?.latest;
    if (!latest || standing.stage === "confirmed" || standing.stage === "withdrawn")
      return fail("duty.signed-worked-on");
    if (standing.stage !== "submitted") continue;
    const fact = { kind: "reopened", on: today() } as const;
    const back = addDutyFact(duty, fact, today());
    if (!back.ok) return back;
    moves.push({ fact: { ...fact, id: newId(), duty: duty.id, document: number }, standing: back.value });
  }
  await reopenReports(transaction, province, answers, files);
  await saveDutyFacts(transaction, province, moves, { at: clock(), who: person });
  return succeed(null);
}

function withPaperProduct(given: GivenReport, paper: AnsweringPaper, approval: Approval): GivenReport {
  return given.claimsDone && given.proofs.length === 0 && given.measured.length === 0
    ? { ...given, proofs: productsOf(paper, approval) }
    : given;
}

function reportOf(paper: AnsweringPaper, approval: Approval, claimsDone: boolean): GivenReport {
  const proofs = [...productsOf(paper, approval), ...filesOf(paper)];
  return { text: paper.subject ?? "", claimsDone, nothing: false, measured: [], proofs };
}

function productsOf({ subject }: AnsweringPaper, { signed }: Approval): GivenReport["proofs"] {
  if (signed === null) return [];
  return [
    {
      ...{ kind: "document", reference: signed.number, issuedOn: signed.on, sha256: null, size: null },
      title: subject === null ? signed.number : `${signed.number}: ${subject}`,
    },
  ];
}

function filesOf({ files }: AnsweringPaper): GivenReport["proofs"] {
  return files.map(({ name, sha256, size }) => ({
    ...{ kind: "file" as const, reference: name, title: name, issuedOn: null, sha256, size },
  }));
}

async function close(
  transaction: ProvinceTransaction,
  { province, person }: Actor,
  { paper, closing, approval }: Answering & { readonly closing: readonly Closing[] },
  { clock, newId }: RegisterWorld,
): Promise<void> {
  const writing = { at: clock(), who: person, newId };
  const made = closing.filter((one) => one.made);
  if (made.length > 0)
    await saveReports(
      transaction,
      province,
      made.map(({ written }) => written),
      writing,
    );
  for (const { report } of closing.filter((one) => !one.made)) {
    const proofs = paper.files.map((file) => ({ ...file, id: newId() }));
    await closeReport(transaction, province, { report, approval, proofs });
  }
  await saveDutyFacts(
    transaction,
    province,
    closing.flatMap(({ moves }) => moves),
    writing,
  );
}
