import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { paragraphsOf, placesWithin } from "../domain/document/block.ts";
import { currentFinding } from "../domain/duty/finding-edit.ts";
import { type LineageProposal, type NewDirective, proposeLinks } from "../domain/duty/lineage.ts";
import { dueOfSchedule } from "../domain/duty/lineage-chain.ts";
import {
  type DocumentProposal,
  proposeIssued,
  proposeReported,
  type ReportedText,
} from "../domain/duty/lineage-document.ts";
import { LineagePool, type PooledText } from "../domain/duty/lineage-likeness.ts";
import { pairsSought } from "../domain/duty/lineage-pairs.ts";
import { type OccurrenceState, occurrenceState, type StateRules } from "../domain/duty/occurrence-state.ts";
import { proposeSteps } from "../domain/duty/own-plan.ts";
import { permit } from "../domain/duty/permission.ts";
import type { ReviewedFinding } from "../domain/duty/review.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { TaskFinding } from "../domain/reading/findings.ts";
import { foldedKey } from "../domain/text/fold.ts";
import { withProvince } from "../store/database.ts";
import { loadBlocks } from "../store/document-details.ts";
import { loadFindings } from "../store/findings.ts";
import {
  earlierTasksOf,
  type FoundTask,
  type LineageSource,
  loadFoundTasks,
  loadLineageSource,
  tasksOfDocuments,
} from "../store/lineage-search.ts";
import { loadOwnPlan, loadPlanOrders, type OwnPlan, tasksLedBy } from "../store/own-plans.ts";
import { loadRules } from "../store/province-settings.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import { findByPairs } from "../store/task-pairs.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { pairTasks } from "./pair-tasks.ts";
import type { RegisterWorld } from "./register.ts";

/** A proposed link with the earlier task as a person sees it. */
export interface ShownProposal extends LineageProposal {
  readonly earlier: FoundTask & { readonly state: OccurrenceState };
  readonly said: DocumentProposal["said"];
  readonly paper: DocumentProposal["paper"];
}

/**
 * The links that the program proposes between a document under review and earlier tasks: of its findings that nobody has
 * put aside, and of the document as a whole. Fails with `register.document-unknown`.
 */
export async function proposeLineage(
  actor: Actor,
  documentId: string,
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<readonly ShownProposal[]>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const shown = await shownProposals(transaction, sight, documentId, world);
    return shown === null ? fail("register.document-unknown", { id: documentId }) : succeed(shown.proposals);
  });
}

/** The proposals as the transaction sees them, without those that stand already or were refused; null: no document. */
export async function shownProposals(
  transaction: ProvinceTransaction,
  sight: Sight,
  documentId: string,
  world: Pick<RegisterWorld, "today">,
): Promise<{ readonly source: LineageSource; readonly proposals: readonly ShownProposal[] } | null> {
  const source = await loadLineageSource(transaction, sight.province, documentId);
  if (source === null) return null;
  const findings = await loadFindings(transaction, sight.province, { document: documentId });
  const rules = await loadRules(transaction, sight.province, world.today());
  const found = await findProposals(transaction, sight, { source, findings });
  const byId = new Map(found.tasks.map((task) => [task.id, task]));
  const refused = new Set(source.refused);
  const proposals = found.proposals.flatMap((proposal) => {
    const earlier = byId.get(proposal.task);
    const subject = proposal.directive ?? documentId;
    if (!earlier || refused.has(`${subject} ${proposal.task}`) || isNoted(earlier, proposal, documentId))
      return [];
    const { said = null, paper = null } = proposal;
    return [{ ...proposal, said, paper, earlier: { ...earlier, state: stateOf(earlier, rules) } }];
  });
  return { source, proposals };
}

type AnyProposal = LineageProposal & Partial<Pick<DocumentProposal, "said" | "paper">>;

async function findProposals(
  transaction: ProvinceTransaction,
  sight: Sight,
  { source, findings }: { readonly source: LineageSource; readonly findings: readonly ReviewedFinding[] },
): Promise<{ readonly tasks: readonly FoundTask[]; readonly proposals: readonly AnyProposal[] }> {
  const directives = findings.filter(isDirective).map((finding) => directiveOf(finding, source));
  const plan = await loadOwnPlan(transaction, sight.province, source.id);
  if (plan !== null) return stepsOf(transaction, sight, { directives, plan });
  const reported = source.kind === "BC" ? await reportedTexts(transaction, sight, source.id) : [];
  const tasks = await candidatesOf(transaction, sight, { source, directives, reported });
  const earlier = tasks.flatMap(earlierTasksOf);
  const bodies = [
    ...tasks.flatMap(({ addressees }) => addressees.map(({ name }) => foldedKey(name))),
    ...directives.flatMap(({ leads, coordinators }) => [...leads, ...coordinators]),
  ];
  const subjects = [source.subject, ...tasks.map(({ given }) => given.subject)].flatMap((one) => one ?? []);
  const pool = new LineagePool([...directives, ...earlier], [...new Set(subjects)], bodies);
  const issued = proposeIssued(source, earlier, { pool, citations: source.citations });
  const ofTask = new Map(tasks.map((task) => [task.id, task.document.id]));
  const grounds = new Set([...source.grounds, ...issued.flatMap(({ task }) => ofTask.get(task) ?? [])]);
  const all = [
    ...issued,
    ...proposeReported(source, reported, earlier, pool),
    ...proposeLinks(source, directives, earlier, { pool, grounds }),
  ];
  return { tasks, proposals: likeliestOfEach(all) };
}

/** The rows of a unit's own plan are steps of tasks of the document that it carries out, and of nothing else. */
async function stepsOf(
  transaction: ProvinceTransaction,
  sight: Sight,
  { directives, plan }: { readonly directives: readonly NewDirective[]; readonly plan: OwnPlan },
): Promise<{ readonly tasks: readonly FoundTask[]; readonly proposals: readonly AnyProposal[] }> {
  const orders = (await loadPlanOrders(transaction, sight, plan.parent.id)).filter(({ asks }) => !asks);
  const ids = orders.map(({ task }) => task);
  const tasks = (await loadFoundTasks(transaction, sight, ids)).filter(({ general }) => !general);
  const led = await tasksLedBy(transaction, sight.province, { unit: plan.unit.id, tasks: ids });
  const parents = tasks.flatMap((task) =>
    earlierTasksOf(task)
      .slice(0, 1)
      .map((own) => ({ ...own, label: task.label, led: led.has(task.id) })),
  );
  const bodies = [foldedKey(plan.unit.name), ...parents.flatMap(({ leads }) => leads)];
  const pool = new LineagePool(
    [...directives, ...parents],
    plan.parent.subject ? [plan.parent.subject] : [],
    bodies,
  );
  return { tasks, proposals: proposeSteps(directives, parents, pool) };
}

/** A task is compared in the words of each of its directives: of several proposals for one thing the likeliest stands. */
function likeliestOfEach(proposals: readonly AnyProposal[]): readonly AnyProposal[] {
  const best = new Map<string, AnyProposal>();
  for (const proposal of proposals) {
    const { directive, task, kind, paper } = proposal;
    const key = `${directive} ${task} ${directive === null ? `${kind} ${paper?.number}` : ""}`;
    const known = best.get(key);
    if (!known || proposal.score > known.score) best.set(key, proposal);
  }
  return [...best.values()];
}

/** What nobody has put aside: it is open, or a task of its own that may stand in a chain beside. */
function isDirective({ decision }: ReviewedFinding): boolean {
  return decision === null || decision === "accepted";
}

function directiveOf(finding: ReviewedFinding, { subject }: LineageSource): NewDirective {
  const task = currentFinding(finding);
  return {
    ...{ id: finding.id, content: task.content, result: task.result, timeWords: task.time },
    ...{ heading: task.group, subject, row: task.origin === "table", general: task.general },
    ...dueOfSchedule(task.schedule),
    ...{ leads: unitsOf(task.leads), coordinators: unitsOf(task.coordinators) },
    collectiveLeads: task.leads.some((lead) => "collective" in lead),
  };
}

function unitsOf(addressees: TaskFinding["leads"]): readonly string[] {
  return addressees.flatMap((one) => ("unit" in one ? [foldedKey(one.unit)] : []));
}

/** A paragraph of fewer letters says too little to tell of a task. */
const leastReportedLength = 60;

async function reportedTexts(
  transaction: ProvinceTransaction,
  sight: Sight,
  document: string,
): Promise<readonly ReportedText[]> {
  const blocks = (await loadBlocks(transaction, sight, document)) ?? [];
  return [...paragraphsOf(blocks)].flatMap((paragraph) => {
    const words = paragraph.restored?.text ?? paragraph.text;
    return words.length < leastReportedLength ? [] : [{ words, places: placesWithin(paragraph) }];
  });
}

/** Tasks worth a closer look: those that share rare words, and those of documents that are named. */
async function candidatesOf(
  transaction: ProvinceTransaction,
  sight: Sight,
  {
    source,
    directives,
    reported,
  }: {
    readonly source: LineageSource;
    readonly directives: readonly NewDirective[];
    readonly reported: readonly ReportedText[];
  },
): Promise<readonly FoundTask[]> {
  const plain = { result: null, timeWords: null, heading: null, subject: null };
  const open = { leads: [], coordinators: [], collectiveLeads: false };
  const texts = [
    ...directives,
    ...reported.map(({ words }) => ({ ...plain, ...open, content: words })),
    ...(source.subject === null ? [] : [{ ...plain, ...open, content: source.subject }]),
  ];
  return candidatesFor(transaction, sight, { document: source.id, texts, grounds: source.grounds });
}

/** The tasks of other documents that share rare words with texts, and those of documents that are named. */
export async function candidatesFor(
  transaction: ProvinceTransaction,
  sight: Sight,
  {
    document,
    texts,
    grounds = [],
  }: {
    readonly document: string;
    readonly texts: readonly PooledText[];
    readonly grounds?: readonly string[];
  },
): Promise<readonly FoundTask[]> {
  await pairTasks(transaction, sight.province);
  const bodies = texts.flatMap(({ leads }) => leads);
  const sought = texts.map((text) => pairsSought(text, bodies));
  const like = await findByPairs(transaction, sight, document, sought);
  const named = await tasksOfDocuments(transaction, sight, grounds);
  return loadFoundTasks(transaction, sight, [...new Set([...like, ...named])]);
}

/** The chain of the task has the note already. */
function isNoted({ notes }: FoundTask, { directive, kind }: AnyProposal, document: string): boolean {
  return notes.some((note) =>
    directive === null
      ? note.kind === kind && (note.documentId === document || kind === "submission")
      : note.finding === directive,
  );
}

/** The state of a found task. */
export function stateOf({ lastDay, doneOn, withdrawnOn }: FoundTask, rules: StateRules): OccurrenceState {
  return occurrenceState(lastDay, { doneOn, withdrawnOn }, rules);
}
