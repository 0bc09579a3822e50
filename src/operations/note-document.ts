import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { findNote, insertDirectives, removeDirectives, saveRefusal } from "../store/lineage.ts";
import { sightOf } from "../store/sight.ts";
import { type ShownProposal, shownProposals } from "./propose-lineage.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";
import { type ShownLineage, shownLineage } from "./show-lineage.ts";

/** A proposal for a whole document, by what tells it from others. */
export interface DocumentLink {
  readonly task: string;
  readonly kind: "issue" | "submission" | "report";
  /** The number of the paper by which it was submitted. */
  readonly number: string | null;
}

/**
 * Confirms that a document is what a task wanted, that its paper submitted it, or that it tells of it: a note enters the
 * chain. Only what is proposed can be confirmed. Fails with `register.document-unknown` and `register.not-proposed`.
 */
export async function noteDocument(
  actor: Actor,
  documentId: string,
  link: DocumentLink,
  world: RegisterWorld,
): Promise<Result<readonly ShownProposal[]>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const shown = await shownProposals(transaction, sight, documentId, world);
    if (shown === null) return fail("register.document-unknown", { id: documentId });
    const { source, proposals } = shown;
    const isMeant = ({ directive, task, kind, paper }: ShownProposal) =>
      directive === null &&
      task === link.task &&
      kind === link.kind &&
      (paper?.number ?? null) === link.number;
    const proposal = proposals.find(isMeant);
    if (!proposal) return fail("register.not-proposed");
    const { paper, said } = proposal;
    const note = {
      ...{
        id: world.newId(),
        task: link.task,
        kind: link.kind,
        finding: null,
        dueOn: null,
        strictlyBefore: false,
      },
      ...{ document: documentId, number: paper?.number ?? null },
      givenOn: paper ? paper.date : source.givenOn,
      ...{ words: said?.words ?? source.subject ?? "", places: said?.places ?? [] },
    };
    await insertDirectives(transaction, actor.province, [note], { at: world.clock(), by: actor.person });
    const what = "note-document";
    const after = { kind: link.kind, document: documentId, number: link.number };
    await writeHistory(transaction, actor, world, [
      { what, subject: `task:${link.task}`, before: null, after },
    ]);
    return succeed(proposals.filter((one) => !isMeant(one)));
  });
}

/** Notes that a link proposed for a whole document is wrong. Fails with `register.document-unknown`. */
export async function refuseDocumentLink(
  actor: Actor,
  documentId: string,
  task: string,
  world: RegisterWorld,
): Promise<Result<readonly ShownProposal[]>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const shown = await shownProposals(transaction, sight, documentId, world);
    if (shown === null) return fail("register.document-unknown", { id: documentId });
    const refusal = { document: documentId, subject: documentId, task };
    await saveRefusal(transaction, actor.province, refusal, { at: world.clock(), by: actor.person });
    await writeHistory(transaction, actor, world, [
      { what: "refuse-link", subject: `document:${documentId}`, before: null, after: { task } },
    ]);
    return succeed(shown.proposals.filter((one) => one.directive !== null || one.task !== task));
  });
}

/**
 * Takes a note out of the chain of its task that stands there for a whole document or a paper; those of findings are
 * taken back at their findings. Fails with `register.note-unknown`.
 */
export async function removeNote(
  actor: Actor,
  id: string,
  world: RegisterWorld,
): Promise<Result<ShownLineage>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const sight = sightOf(actor, allowed.value);
    const note = await findNote(transaction, sight, id);
    if (note === null) return fail("register.note-unknown");
    await removeDirectives(transaction, actor.province, [id]);
    const before = { kind: note.kind, number: note.number };
    await writeHistory(transaction, actor, world, [
      { what: "remove-note", subject: `task:${note.task}`, before, after: null },
    ]);
    return succeed(await shownLineage(transaction, sight, note.task));
  });
}
