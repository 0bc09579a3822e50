import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { changeFinding, type FindingChange } from "../domain/duty/finding-edit.ts";
import { positionsBetween } from "../domain/duty/finding-parts.ts";
import { emptyFinding, refOfAdded } from "../domain/duty/review.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { insertFindings, loadFindings, saveEdited } from "../store/findings.ts";
import {
  contextOf,
  type ReviewChange,
  type ReviewWorld,
  reviewDocument,
  reviewFinding,
  type SeenFinding,
  stillOpen,
} from "./review-findings.ts";

/**
 * Changes fields of an undecided finding. Fails with `register.finding-decided`, with the failures of `changeFinding`
 * and those of `reviewFinding`.
 */
export function editFinding(
  actor: Actor,
  seen: SeenFinding,
  change: FindingChange,
  world: ReviewWorld,
): Promise<Result<ReviewChange>> {
  const yours = change.content?.slice(0, 300);
  return reviewFinding(actor, { ...seen, yours }, world, async (step, finding) => {
    const open = stillOpen(finding);
    if (!open.ok) return open;
    const edited = changeFinding(finding, change, contextOf(step.document, world.gazetteer));
    if (!edited.ok) return edited;
    await saveEdited(step.transaction, step.province, { ...finding, edited: edited.value });
    return succeed({
      changed: [finding.id],
      history: [
        {
          ...{ what: "edit-finding", subject: `finding:${finding.id}` },
          ...{ before: finding.edited, after: edited.value },
        },
      ],
    });
  });
}

/**
 * Adds a finding that the reading missed, behind another one or at the end. Fails with `register.document-unknown`,
 * `register.finding-unknown` and the failures of `changeFinding`.
 */
export function addFinding(
  actor: Actor,
  documentId: string,
  { change, after }: { readonly change: FindingChange; readonly after: string | null },
  world: ReviewWorld,
): Promise<Result<ReviewChange>> {
  return reviewDocument(actor, documentId, world, async (step) => {
    const all = await loadFindings(step.transaction, step.province, { document: documentId });
    const at = after === null ? all.length - 1 : all.findIndex(({ id }) => id === after);
    if (after !== null && at < 0) return fail("register.finding-unknown", { id: after });
    const ref = refOfAdded(all.map((finding) => finding.ref));
    const read = emptyFinding(ref);
    const edited = changeFinding({ read, edited: null }, change, contextOf(step.document, world.gazetteer));
    if (!edited.ok) return edited;
    if (edited.value === null) return fail("register.content-empty");
    const [position = 0] = positionsBetween(all[at]?.position ?? 0, all[at + 1]?.position ?? null, 1);
    const id = world.newId();
    const finding = {
      id,
      position,
      ref,
      origin: "added" as const,
      read,
      edited: edited.value,
      parentId: null,
    };
    await insertFindings(step.transaction, step.province, documentId, [finding]);
    return succeed({
      changed: [id],
      history: [{ what: "add-finding", subject: `finding:${id}`, before: null, after: edited.value }],
    });
  });
}
