import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { bookStep, type LedgerStep } from "../domain/basics/ledger.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { parseDocumentNumber } from "../domain/document/number.ts";
import { permit } from "../domain/duty/permission.ts";
import type { KeptPaper } from "../domain/duty/signed-paper.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { Reach } from "../domain/organisation/rights.ts";
import { withProvince } from "../store/database.ts";
import type { Approval } from "../store/reports.ts";
import { sightOf } from "../store/sight.ts";
import { insertAnswers, loadAnswers, removeAnswers } from "../store/signed-answers.ts";
import { loadPaper, settlePaper } from "../store/signed-papers.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { answerDuties, type Closing, takeAnswersBack } from "./answer-duties.ts";
import { type SeenDuty, takeDuties } from "./duty-work.ts";
import type { RefusedDuty } from "./record-duty-fact.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** A signed document in the version that a person saw. */
export interface SeenPaper {
  readonly id: string;
  readonly version: number;
}

/** Which duties a signed document answers, as a person confirms it. */
export interface MatchRequest {
  /** Number and day as the document has them. */
  readonly number: string;
  readonly on: CalendarDate;
  readonly duties: readonly SeenDuty[];
  /** For duties without a report that waits: the document says that the work is done. */
  readonly claimsDone: boolean;
}

/** The books: duties chosen = answered + refused, each with its reason. */
export interface MatchedPaper {
  readonly answered: readonly string[];
  readonly refused: readonly RefusedDuty[];
  readonly ledger: LedgerStep;
}

/**
 * Confirms which duties a signed document answers: of each the report that waits is approved by it, or a report is made of
 * it; its files are the proof, its number and day stand in the facts. A duty that it cannot answer is refused by itself;
 * when none is left the document waits on. Fails with `duty.signed-unknown`, `duty.signed-changed`,
 * `duty.signed-other-province`, `duty.signed-number-missing`, `duty.fact-in-future`, `duty.unknown` and `duty.changed`.
 */
export async function matchSigned(
  actor: Actor,
  seen: SeenPaper,
  request: MatchRequest,
  world: RegisterWorld,
): Promise<Result<MatchedPaper>> {
  const { on } = request;
  const typed = request.number.trim();
  if (typed === "") return fail("duty.signed-number-missing");
  const today = world.today();
  if (on > today) return fail("duty.fact-in-future", { on, today });
  const number = parseDocumentNumber(typed)?.text ?? typed;
  return withPaper(actor, seen, world, async (transaction, paper, reach) => {
    if (paper.outcome !== null) return fail("duty.signed-changed");
    if (paper.issuer.kind === "otherProvince") return fail("duty.signed-other-province");
    const work = await takeDuties(transaction, actor, { seen: request.duties, reach }, world);
    if (!work.ok) return work;
    const approval: Approval = { on, by: actor.person, signed: { number, on } };
    const { claimsDone } = request;
    const answering = { paper, work: work.value, approval, claimsDone };
    const { closing, refused } = await answerDuties(transaction, actor, answering, world);
    if (closing.length > 0) await settle(transaction, actor, { paper, closing, number, on }, world);
    const rejected = refused.map(({ id, failure }) => ({
      what: id,
      where: `signed:${paper.id}`,
      why: failure.code,
    }));
    return succeed({
      answered: closing.map(({ duty }) => duty),
      refused,
      ledger: bookStep("signedAnswers", request.duties.length, closing.length, rejected),
    });
  });
}

/** Does something with a paper in sight, in the version seen and locked. */
async function withPaper<T>(
  actor: Actor,
  { id, version }: SeenPaper,
  world: RegisterWorld,
  act: (transaction: ProvinceTransaction, paper: KeptPaper, reach: Reach) => Promise<Result<T>>,
): Promise<Result<T>> {
  const allowed = permit(actor, "file-signed");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const sight = sightOf(actor, allowed.value);
    const paper = await loadPaper(transaction, sight, actor.person, { id, lock: true });
    if (paper === null) return fail("duty.signed-unknown", { id });
    return paper.version === version ? act(transaction, paper, allowed.value) : fail("duty.signed-changed");
  });
}

async function settle(
  transaction: ProvinceTransaction,
  actor: Actor,
  {
    paper,
    closing,
    number,
    on,
  }: {
    readonly paper: KeptPaper;
    readonly closing: readonly Closing[];
    readonly number: string;
    readonly on: CalendarDate;
  },
  world: RegisterWorld,
): Promise<void> {
  await insertAnswers(transaction, actor.province, paper.id, closing);
  await settlePaper(transaction, actor.province, paper.id, {
    ...{ outcome: "matched", at: world.clock(), by: actor.person, reason: null, number, issuedOn: on },
  });
  await writeHistory(transaction, actor, world, [
    ...closing.map(({ duty, report }) => ({
      ...{ what: "match-signed", subject: `duty:${duty}`, before: null },
      after: { signed: paper.id, number, on, report },
    })),
    {
      ...{ what: "match-signed", subject: `signed:${paper.id}`, before: { number: paper.number } },
      after: { number, duties: closing.map(({ duty }) => duty) },
    },
  ]);
}

/**
 * Takes a match back: the duties are as they were before, their reports wait again, and the paper waits for its place.
 * Fails with `duty.signed-worked-on` when anything was said of one of the duties since, and as `matchSigned` does.
 */
export async function unmatchSigned(
  actor: Actor,
  seen: SeenPaper,
  world: RegisterWorld,
): Promise<Result<null>> {
  return withPaper(actor, seen, world, async (transaction, paper, reach) => {
    if (paper.outcome !== "matched") return fail("duty.signed-changed");
    const answers = await loadAnswers(transaction, actor.province, paper.id);
    const duties = answers.map(({ duty }) => ({ id: duty, version: null }));
    const work = await takeDuties(transaction, actor, { seen: duties, reach }, world);
    if (!work.ok) return work;
    const { number, files } = paper;
    const taken = await takeAnswersBack(
      transaction,
      actor,
      { answers, work: work.value, number, files },
      world,
    );
    if (!taken.ok) return taken;
    await removeAnswers(transaction, actor.province, paper.id);
    await settlePaper(transaction, actor.province, paper.id, null);
    await writeHistory(transaction, actor, world, [
      ...answers.map(({ duty }) => ({
        ...{ what: "unmatch-signed", subject: `duty:${duty}`, before: { signed: paper.id }, after: null },
      })),
      {
        ...{ what: "unmatch-signed", subject: `signed:${paper.id}`, after: null },
        before: { duties: answers.map(({ duty }) => duty) },
      },
    ]);
    return succeed(null);
  });
}

/** Puts a paper aside that answers nothing. Fails with `duty.reason-needed` and as `matchSigned` does. */
export async function putSignedAside(
  actor: Actor,
  seen: SeenPaper,
  reason: string,
  world: RegisterWorld,
): Promise<Result<null>> {
  const why = reason.trim();
  if (why === "") return fail("duty.reason-needed");
  return withPaper(actor, seen, world, async (transaction, paper) => {
    if (paper.outcome !== null) return fail("duty.signed-changed");
    const end = { outcome: "aside", at: world.clock(), by: actor.person, reason: why } as const;
    await settlePaper(transaction, actor.province, paper.id, end);
    await writeHistory(transaction, actor, world, [
      { what: "put-signed-aside", subject: `signed:${paper.id}`, before: null, after: { reason: why } },
    ]);
    return succeed(null);
  });
}

/** Lets a paper that was put aside wait again. Fails as `matchSigned` does. */
export async function restoreSigned(
  actor: Actor,
  seen: SeenPaper,
  world: RegisterWorld,
): Promise<Result<null>> {
  return withPaper(actor, seen, world, async (transaction, paper) => {
    if (paper.outcome !== "aside") return fail("duty.signed-changed");
    await settlePaper(transaction, actor.province, paper.id, null);
    await writeHistory(transaction, actor, world, [
      {
        what: "restore-signed",
        subject: `signed:${paper.id}`,
        before: { reason: paper.reason },
        after: null,
      },
    ]);
    return succeed(null);
  });
}
