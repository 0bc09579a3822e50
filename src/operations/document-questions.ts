import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { paragraphsOf } from "../domain/document/block.ts";
import { type CarryProposal, proposeCarryOver } from "../domain/duty/lineage-carry.ts";
import { givesTask } from "../domain/duty/lineage-chain.ts";
import { droppedOrders } from "../domain/duty/lineage-dropped.ts";
import { LineagePool } from "../domain/duty/lineage-likeness.ts";
import { occurrenceState } from "../domain/duty/occurrence-state.ts";
import { permit } from "../domain/duty/permission.ts";
import { planTaskChange } from "../domain/duty/task-change.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { foldedKey } from "../domain/text/fold.ts";
import { withProvince } from "../store/database.ts";
import { loadBlocks } from "../store/document-details.ts";
import {
  loadAnswers,
  loadForerunners,
  loadLaterWords,
  type QuestionAnswer,
  type ShownAnswer,
  saveAnswer,
  type TaskQuestion,
} from "../store/document-questions.ts";
import { loadReviewed } from "../store/documents.ts";
import { insertDirectives } from "../store/lineage.ts";
import { earlierTasksOf, type FoundTask, loadFoundTasks, tasksOfDocuments } from "../store/lineage-search.ts";
import { loadOwnPlan } from "../store/own-plans.ts";
import { loadDueSettings, loadRules } from "../store/province-settings.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import { loadTask } from "../store/task-record.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { changeContext, writeTaskChange } from "./edit-task.ts";
import type { ShownProposal } from "./propose-lineage.ts";
import { type ReadingWorld, writeHistory } from "./register.ts";

/** A task about which a document raises a question that nobody has answered. */
export interface AskedTask {
  readonly question: TaskQuestion;
  readonly task: ShownProposal["earlier"];
  /** The task of the document in which it likely goes on. */
  readonly carry: CarryProposal | null;
  /** What an order wants to be formed and nothing later names; null: nothing speaks of the order at all. */
  readonly thing: string | null;
}

/** What a document asks, and the balance: of so many tasks so many are answered. */
export interface ShownQuestions {
  readonly asked: readonly AskedTask[];
  readonly answers: readonly ShownAnswer[];
  /** The tasks of the document, in which those of a replaced one may go on. */
  readonly into: readonly FoundTask[];
}

/** A person's answer about one task. */
export type GivenAnswer = Pick<QuestionAnswer, "task" | "question" | "reason"> & {
  readonly answer: "kept" | "withdrawn";
};

/**
 * What a document asks about tasks of earlier ones: those half done of a document that it replaces, and the orders of
 * notices on which it stands that dropped out of it and of everything later. Fails with `register.document-unknown`.
 */
export async function showQuestions(
  actor: Actor,
  documentId: string,
  world: ReadingWorld,
): Promise<Result<ShownQuestions>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const shown = await questionsOf(transaction, sightOf(actor, allowed.value), documentId, world);
    return shown ? succeed(shown) : fail("register.document-unknown", { id: documentId });
  });
}

/**
 * Keeps a task as it is, or withdraws it, because of a document, with a reason. Fails with `register.document-unknown`
 * and with `register.not-asked` where the document asks nothing about the task.
 */
export async function answerQuestion(
  actor: Actor,
  documentId: string,
  given: GivenAnswer,
  world: ReadingWorld,
): Promise<Result<ShownQuestions>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const document = await loadReviewed(transaction, actor.province, documentId, { lock: true });
    if (!document) return fail("register.document-unknown", { id: documentId });
    const before = await questionsOf(transaction, sight, documentId, world);
    const isAsked = before?.asked.some(
      ({ question, task: { id } }) => question === given.question && id === given.task,
    );
    const task = isAsked ? await loadTask(transaction, sight, given.task, { locked: true }) : null;
    if (task === null) return fail("register.not-asked");
    const recording = { at: world.clock(), by: actor.person };
    if (given.answer === "withdrawn" && task.withdrawnOn === null) {
      const due = await loadDueSettings(transaction, actor.province);
      const context = changeContext(actor, world, due);
      const plan = planTaskChange(task, { withdrawnOn: world.today() }, context);
      if (!plan.ok) return plan;
      await writeTaskChange(transaction, actor, { task, plan: plan.value, what: "answer-question" }, world);
      const note = {
        ...{
          id: world.newId(),
          task: task.id,
          kind: "withdraws" as const,
          document: documentId,
          number: null,
        },
        ...{ finding: null, givenOn: document.givenOn, dueOn: null, strictlyBefore: false, places: [] },
        words: given.reason ?? document.reference.subject ?? "",
      };
      await insertDirectives(transaction, actor.province, [note], recording);
    }
    const answer = { ...given, document: documentId, into: null };
    await saveAnswer(transaction, actor.province, answer, recording);
    const after = { question: given.question, answer: given.answer, note: given.reason };
    await writeHistory(transaction, actor, world, [
      { what: "answer-question", subject: `task:${given.task}`, before: null, after },
    ]);
    const shown = await questionsOf(transaction, sight, documentId, world);
    return shown ? succeed(shown) : fail("register.document-unknown", { id: documentId });
  });
}

/** What a document asks as the transaction sees it; null: no such document. */
export async function questionsOf(
  transaction: ProvinceTransaction,
  sight: Sight,
  documentId: string,
  world: ReadingWorld,
): Promise<ShownQuestions | null> {
  if (!(await loadReviewed(transaction, sight.province, documentId, { lock: false }))) return null;
  const { replaced, grounds } = await loadForerunners(transaction, sight.province, documentId);
  const answers = await loadAnswers(transaction, sight, documentId);
  const answered = new Set(answers.map(({ question, task }) => `${question} ${task}`));
  const rules = await loadRules(transaction, sight.province, world.today());
  const found = async (documents: readonly string[]) => {
    const ids = await tasksOfDocuments(transaction, sight, documents);
    const tasks = await loadFoundTasks(transaction, sight, ids);
    return tasks.toSorted((a, b) => a.ref.localeCompare(b.ref, "vi", { numeric: true }));
  };
  const halfDone = (await found(replaced)).filter(
    ({ id, doneOn, general }) => doneOn === null && !general && !answered.has(`replaced ${id}`),
  );
  // A unit's own plan takes up what the unit leads, and drops nothing of the whole.
  const isOwn = (await loadOwnPlan(transaction, sight.province, documentId)) !== null;
  const dropped = isOwn
    ? []
    : await droppedOf(transaction, sight, { documentId, tasks: await found(grounds) });
  const into = halfDone.length === 0 ? [] : await found([documentId]);
  const carries = proposeCarries(halfDone, into);
  const asked = [
    ...halfDone.map((task) => ({
      ...{ question: "replaced" as const, task, thing: null, carry: carries.get(task.id) ?? null },
    })),
    ...dropped
      .filter(({ task }) => !answered.has(`droppedOut ${task.id}`))
      .map((one) => ({ question: "droppedOut" as const, ...one, carry: null })),
  ];
  return {
    ...{ answers, into: into.filter(({ general }) => !general) },
    asked: asked.map(({ task, ...rest }) => ({
      ...rest,
      task: { ...task, state: occurrenceState(task.lastDay, task, rules) },
    })),
  };
}

/** Half-done tasks and the tasks of the new document in which they likely go on, by the id of the former. */
function proposeCarries(
  halfDone: readonly FoundTask[],
  into: readonly FoundTask[],
): ReadonlyMap<string, CarryProposal> {
  const document = into[0]?.given;
  if (!document) return new Map();
  const earlier = halfDone.flatMap(earlierTasksOf);
  const directives = into.flatMap((task) =>
    earlierTasksOf(task)
      .slice(0, 1)
      .map((own) => ({ ...own, row: false, strictlyBefore: task.strictlyBefore })),
  );
  const subjects = [...new Set([...halfDone, ...into].flatMap(({ given }) => given.subject ?? []))];
  const bodies = [...halfDone, ...into].flatMap(({ addressees }) =>
    addressees.map(({ name }) => foldedKey(name)),
  );
  const pool = new LineagePool([...directives, ...earlier], subjects, bodies);
  return new Map(proposeCarryOver(document, directives, earlier, pool).map((one) => [one.task, one]));
}

/** The orders of the grounds that the document and everything later pass over. */
async function droppedOf(
  transaction: ProvinceTransaction,
  sight: Sight,
  { documentId, tasks }: { readonly documentId: string; readonly tasks: readonly FoundTask[] },
): Promise<readonly { readonly task: FoundTask; readonly thing: string | null }[]> {
  if (tasks.length === 0) return [];
  const blocks = (await loadBlocks(transaction, sight, documentId)) ?? [];
  const paragraphs = [...paragraphsOf(blocks)].map((one) => ({
    content: one.restored?.text ?? one.text,
    result: null,
  }));
  const words = [...paragraphs, ...(await loadLaterWords(transaction, sight.province, documentId))];
  const later = words.map((one) => ({
    ...{ ...one, timeWords: null, heading: null, subject: null },
    ...{ leads: [], coordinators: [], collectiveLeads: false },
  }));
  const earlier = tasks.flatMap((task) => earlierTasksOf(task).slice(0, 1));
  const subjects = [...new Set(tasks.flatMap(({ given }) => given.subject ?? []))];
  const bodies = tasks.flatMap(({ addressees }) => addressees.map(({ name }) => foldedKey(name)));
  const pool = new LineagePool([...earlier, ...later], subjects, bodies);
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return droppedOrders(earlier, later, pool).flatMap(({ task: id, thing }) => {
    const task = byId.get(id);
    return task && (thing !== null || !wentOn(task)) ? [{ task, thing }] : [];
  });
}

/** The chain of the task went on after it was given. */
function wentOn({ notes }: FoundTask): boolean {
  return notes.some(({ kind }) => kind !== "first" && (givesTask(kind) || kind !== "order"));
}
