import { bookStep } from "../domain/basics/ledger.ts";
import { type Failure, fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import { planTaskChange } from "../domain/duty/task-change.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import {
  loadAnswers,
  removeAnswer,
  type ShownAnswer,
  saveAnswer,
  type TaskQuestion,
} from "../store/document-questions.ts";
import { loadReviewed } from "../store/documents.ts";
import { removeWithdrawal } from "../store/lineage.ts";
import { loadDueSettings } from "../store/province-settings.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import { findJoinOf } from "../store/task-joins.ts";
import { loadTask } from "../store/task-record.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { questionsOf, type ShownQuestions } from "./document-questions.ts";
import { changeContext, writeTaskChange } from "./edit-task.ts";
import { loadSides, takeJoinBack, writeJoin } from "./join-tasks.ts";
import { type ReadingWorld, writeHistory } from "./register.ts";

/** What became of several answers: asked for = done + refused. */
export interface AnswersOutcome {
  readonly done: readonly string[];
  readonly refused: readonly { readonly task: string; readonly failure: Failure }[];
  readonly left: ShownQuestions;
}

/** Answers of one document, in one transaction that stays locked to it. */
interface AnsweringStep {
  readonly transaction: ProvinceTransaction;
  readonly actor: Actor;
  readonly sight: Sight;
  readonly document: string;
  readonly world: ReadingWorld;
}

/**
 * Carries half-done tasks of a replaced document over to tasks of the new one: what was said and proven of them, and the
 * day set first, go on there, and the day of the new one holds. A pair that cannot be is refused by itself. Fails with
 * `register.document-unknown`; refuses with `register.not-asked` and the failures of joining.
 */
export function carryOver(
  actor: Actor,
  document: string,
  pairs: readonly { readonly task: string; readonly into: string }[],
  world: ReadingWorld,
): Promise<Result<AnswersOutcome>> {
  return answerEach(actor, document, pairs, world, async (step) => {
    const shown = await questionsOf(step.transaction, step.sight, document, world);
    const asked = new Set(
      shown?.asked.flatMap(({ question, task }) => (question === "replaced" ? [task.id] : [])),
    );
    const own = new Set(shown?.into.map(({ id }) => id));
    return ({ task, into }) =>
      asked.has(task) && own.has(into)
        ? carryOne(step, { task, into })
        : Promise.resolve(fail("register.not-asked"));
  });
}

async function carryOne(
  { transaction, actor, sight, document, world }: AnsweringStep,
  { task, into }: { readonly task: string; readonly into: string },
): Promise<Result<null>> {
  const seen = [
    { id: into, version: null },
    { id: task, version: null },
  ] as const;
  const sides = await loadSides(transaction, sight, seen, { locked: true });
  if (!sides.ok) return sides;
  const [kept, gone] = sides.value;
  const joined = await writeJoin(transaction, actor, { kept, gone, words: "kept", because: document }, world);
  if (!joined.ok) return joined;
  const answer = { task, document, question: "replaced", answer: "carriedOver", into, reason: null } as const;
  await saveAnswer(transaction, actor.province, answer, { at: world.clock(), by: actor.person });
  return succeed(null);
}

/**
 * Takes answers back: what was carried over parts again, what was withdrawn is open again, and all are asked anew. Refuses
 * with `register.not-asked` where no such answer stands, and with `register.join-in-use`.
 */
export function takeAnswersBack(
  actor: Actor,
  document: string,
  answers: readonly { readonly task: string; readonly question: TaskQuestion }[],
  world: ReadingWorld,
): Promise<Result<AnswersOutcome>> {
  return answerEach(actor, document, answers, world, async (step) => {
    const standing = await loadAnswers(step.transaction, step.sight, document);
    return async ({ task, question }) => {
      const answer = standing.find((one) => one.task === task && one.question === question);
      if (!answer) return fail("register.not-asked");
      const undone = await undoAnswer(step, answer);
      if (!undone.ok) return undone;
      await removeAnswer(step.transaction, actor.province, { document, task, question });
      const before = { question, answer: answer.answer };
      await writeHistory(step.transaction, actor, world, [
        { what: "take-answer-back", subject: `task:${task}`, before, after: null },
      ]);
      return undone;
    };
  });
}

async function undoAnswer(
  { transaction, actor, sight, document, world }: AnsweringStep,
  { task: id, answer }: ShownAnswer,
): Promise<Result<unknown>> {
  if (answer === "kept") return succeed(null);
  if (answer === "carriedOver") {
    const join = await findJoinOf(transaction, actor.province, id);
    return join === null ? fail("register.join-unknown") : takeJoinBack(transaction, actor, join, world);
  }
  const task = await loadTask(transaction, sight, id, { locked: true });
  if (task === null) return fail("register.task-unknown", { id });
  const due = await loadDueSettings(transaction, actor.province);
  const plan = planTaskChange(task, { withdrawnOn: null }, changeContext(actor, world, due));
  if (!plan.ok) return plan;
  await writeTaskChange(transaction, actor, { task, plan: plan.value, what: "take-answer-back" }, world);
  await removeWithdrawal(transaction, actor.province, { task: id, document });
  return succeed(null);
}

async function answerEach<T extends { readonly task: string }>(
  actor: Actor,
  document: string,
  given: readonly T[],
  world: ReadingWorld,
  ready: (step: AnsweringStep) => Promise<(one: T) => Promise<Result<unknown>>>,
): Promise<Result<AnswersOutcome>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    if (!(await loadReviewed(transaction, actor.province, document, { lock: true })))
      return fail("register.document-unknown", { id: document });
    const answer = await ready({ transaction, actor, sight, document, world });
    const done: string[] = [];
    const refused: { task: string; failure: Failure }[] = [];
    for (const one of given) {
      const outcome = await answer(one);
      if (outcome.ok) done.push(one.task);
      else refused.push({ task: one.task, failure: outcome.failure });
    }
    const rejected = refused.map(({ task, failure }) => ({ what: task, where: document, why: failure.code }));
    bookStep("answers", given.length, done.length, rejected);
    const left = await questionsOf(transaction, sight, document, world);
    return left ? succeed({ done, refused, left }) : fail("register.document-unknown", { id: document });
  });
}
