import { bookStep } from "../domain/basics/ledger.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { currentFinding } from "../domain/duty/finding-edit.ts";
import { stageOf } from "../domain/duty/occurrence-fact.ts";
import type { RegisteredOccurrence } from "../domain/duty/registered-task.ts";
import type { ReviewBalance, ReviewedFinding } from "../domain/duty/review.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { printPlanDocument } from "../print/plan-document.ts";
import { withProvince } from "../store/database.ts";
import { saveSampleFilled } from "../store/sample.ts";
import { wholeProvince } from "../store/sight.ts";
import { loadTask } from "../store/task-record.ts";
import { acceptClear, decideFinding } from "./accept-findings.ts";
import { type ImportWorld, importDocuments } from "./import-document.ts";
import { changeSettings, showSettings } from "./province-settings.ts";
import { recordFact } from "./record-fact.ts";
import { writeHistory } from "./register.ts";
import type { ReviewWorld } from "./review-findings.ts";
import { showFindings } from "./review-findings.ts";
import {
  beginSample,
  type SampleContent,
  type SampleDocument,
  type SampleFact,
  type SampleProgress,
} from "./sample.ts";
import { addRecord } from "./save-record.ts";

/** What filling stands on: reading, files and review. */
export type SampleWorld = ImportWorld & ReviewWorld;

/** The books of a filling: findings = accepted + general + dropped + open; facts = recorded + later. */
export interface SampleBalance {
  readonly documents: number;
  readonly findings: number;
  readonly accepted: number;
  readonly general: number;
  readonly dropped: number;
  /** Left to be reviewed. */
  readonly open: number;
  readonly facts: number;
  readonly recorded: number;
  /** Of a day that has not come yet. */
  readonly later: number;
}

/**
 * Fills an empty register with a sample: prints its documents, reads them as any other, reviews them, records what was
 * done, and sets the start day. Each step is an operation of its own, so a filling that was broken off goes on where it
 * stopped: what is there is not taken in, decided or recorded again. Null where it was done before. Fails as the
 * operations do, and with `register.sample-not-empty`.
 */
export async function fillSample(
  actor: Actor,
  content: SampleContent,
  world: SampleWorld,
  onProgress: (progress: SampleProgress) => void = () => undefined,
): Promise<Result<SampleBalance | null>> {
  const begun = await beginSample(actor, content.name, world);
  if (!begun.ok) return begun;
  if (begun.value === "filled") return succeed(null);
  const started = await setStartDay(actor, content, world);
  if (!started.ok) return started;
  const entered = await enterPartners(actor, content, world);
  if (!entered.ok) return entered;
  const of = content.documents.length;
  const taken: Taken[] = [];
  for (const document of content.documents) {
    onProgress({ step: "reading", done: taken.length, of });
    const id = await takeIn(actor, document, world);
    if (!id.ok) return id;
    taken.push({ document, id: id.value });
  }
  for (const [done, one] of taken.entries()) {
    onProgress({ step: "reviewing", done, of });
    const reviewed = await review(actor, one, world);
    if (!reviewed.ok) return reviewed;
  }
  let recorded = 0;
  for (const [done, one] of taken.entries()) {
    onProgress({ step: "recording", done, of });
    const counted = await record(actor, one, world);
    if (!counted.ok) return counted;
    recorded += counted.value;
  }
  return finish(actor, taken, recorded, world);
}

interface Taken {
  readonly document: SampleDocument;
  readonly id: string;
}

/** Sets the start day over that of the register's first day, unless somebody chose another since. */
async function setStartDay(
  actor: Actor,
  { startDay }: SampleContent,
  world: SampleWorld,
): Promise<Result<unknown>> {
  const shown = await showSettings(actor, world);
  if (!shown.ok || shown.value.version > 1 || shown.value.startDay === startDay) return shown;
  const { soonDays, version } = shown.value;
  return changeSettings(actor, { startDay, soonDays, version }, world);
}

/** Enters the partners of cooperation; one that is there already stays. */
async function enterPartners(
  actor: Actor,
  { partners }: SampleContent,
  world: SampleWorld,
): Promise<Result<null>> {
  for (const values of partners) {
    const record = { register: "partners", values, links: {}, owner: null, sure: false };
    const added = await addRecord(actor, record, world);
    if (!added.ok && added.failure.code !== "record.likely-same") return added;
  }
  return succeed(null);
}

/** Prints a document and imports it; one that is there already keeps its id. The same facts print the same bytes. */
async function takeIn(
  actor: Actor,
  { file, printed }: SampleDocument,
  world: SampleWorld,
): Promise<Result<string>> {
  const files = [{ name: file, bytes: await printPlanDocument(printed) }];
  const outcomes = await importDocuments(actor, { files, together: true, force: new Set() }, world);
  if (!outcomes.ok) return outcomes;
  const [outcome] = outcomes.value;
  switch (outcome?.outcome) {
    case "imported":
      return succeed(outcome.document.id);
    case "duplicate":
      return succeed(outcome.of.id);
    case "refused":
      return { ok: false, failure: outcome.failure };
    default:
      return fail("file.empty");
  }
}

/** Decides what nobody decided yet: first what is dropped or general, then all that is clear, then the rest one by one. */
async function review(actor: Actor, { document, id }: Taken, world: SampleWorld): Promise<Result<null>> {
  const shown = await showFindings(actor, id, world);
  if (!shown.ok) return shown;
  const { findings } = shown.value;
  for (const ref of [...document.general, ...document.leave, ...document.drop.map((drop) => drop.ref)])
    if (findings.every((finding) => finding.ref !== ref))
      throw new Error(`${document.file} has no finding ${ref}`);
  const isSpoken = (finding: ReviewedFinding) => decisionOf(document, finding).decision !== "accepted";
  const isLeft = ({ ref }: ReviewedFinding) => document.leave.includes(ref);
  const undecided = findings.filter((finding) => finding.decision === null && !isLeft(finding));
  for (const finding of undecided.filter(isSpoken)) {
    const decided = await decideFinding(actor, finding, decisionOf(document, finding), world);
    if (!decided.ok) return decided;
  }
  const clear = document.leave.length > 0 ? null : await acceptClear(actor, id, world);
  if (clear !== null && !clear.ok) return clear;
  const accepted = new Set(clear?.value.findings.map((finding) => finding.id));
  for (const finding of undecided.filter((one) => !isSpoken(one) && !accepted.has(one.id))) {
    const decided = await decideFinding(actor, finding, decisionOf(document, finding), world);
    if (!decided.ok) return decided;
  }
  return succeed(null);
}

function decisionOf(document: SampleDocument, finding: ReviewedFinding) {
  const dropped = document.drop.find(({ ref }) => ref === finding.ref);
  if (dropped) return { decision: "dropped", reason: dropped.reason } as const;
  const isGeneral = currentFinding(finding).general || document.general.includes(finding.ref);
  return { decision: isGeneral ? "general" : "accepted", reason: null } as const;
}

/** Records the facts of a document's tasks whose day has come; gives how many stand. */
async function record(actor: Actor, { document, id }: Taken, world: SampleWorld): Promise<Result<number>> {
  const shown = await showFindings(actor, id, world);
  if (!shown.ok) return shown;
  const today = world.today();
  let standing = 0;
  for (const { ref, occurrence: key, ...fact } of document.facts.filter(({ on }) => on <= today)) {
    const found = await occurrenceOf(actor, shown.value.findings, { ref, key }, world);
    if (found === null) throw new Error(`${document.file} has no task ${ref} with an occurrence ${key}`);
    if (!isTold(found, fact)) {
      const told = await recordFact(actor, found.id, { ...fact, version: found.version }, world);
      if (!told.ok) return told;
    }
    standing += 1;
  }
  return succeed(standing);
}

/** Whether an occurrence is past what the fact tells of it. */
function isTold(occurrence: RegisteredOccurrence, { kind }: Pick<SampleFact, "kind">): boolean {
  const stage = stageOf(occurrence);
  return stage === kind || stage === "done" || stage === "withdrawn";
}

async function occurrenceOf(
  { province }: Actor,
  findings: readonly ReviewedFinding[],
  { ref, key }: { readonly ref: string; readonly key: string },
  { kysely }: SampleWorld,
): Promise<RegisteredOccurrence | null> {
  const taskId = findings.find((finding) => finding.ref === ref)?.taskId;
  if (!taskId) return null;
  const task = await withProvince(kysely, province, (transaction) =>
    loadTask(transaction, wholeProvince(province), taskId),
  );
  return task?.occurrences.find((occurrence) => occurrence.key === key) ?? null;
}

/** Balances the books and notes that the filling is done. */
async function finish(
  actor: Actor,
  taken: readonly Taken[],
  recorded: number,
  world: SampleWorld,
): Promise<Result<SampleBalance>> {
  const reviews: ReviewBalance[] = [];
  for (const { id } of taken) {
    const shown = await showFindings(actor, id, world);
    if (!shown.ok) return shown;
    reviews.push(shown.value.balance);
  }
  const sum = (field: keyof ReviewBalance) => reviews.reduce((all, one) => all + one[field], 0);
  const facts = taken.flatMap(({ document }) => document.facts);
  const today = world.today();
  const later = facts.filter(({ on }) => on > today);
  bookStep(
    "sampleFacts",
    facts.length,
    recorded,
    later.map(({ ref, on }) => ({ what: ref, where: on, why: "a day to come" })),
  );
  const balance: SampleBalance = {
    ...{ documents: taken.length, findings: sum("total"), accepted: sum("accepted") },
    ...{ general: sum("general"), dropped: sum("dropped"), open: sum("open") },
    ...{ facts: facts.length, recorded, later: later.length },
  };
  await withProvince(world.kysely, actor.province, async (transaction) => {
    await saveSampleFilled(transaction, actor.province, world.clock());
    await writeHistory(transaction, actor, world, [
      { what: "fill-sample", subject: `sample:${actor.province}`, before: null, after: balance },
    ]);
  });
  return succeed(balance);
}
