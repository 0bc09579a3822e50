import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { changeFinding, type FindingChange } from "../domain/duty/finding-edit.ts";
import { mergeFindings, positionsBetween, splitFinding } from "../domain/duty/finding-parts.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { documentOfFinding, insertFindings, positionBehind, saveDecision } from "../store/findings.ts";
import {
  contextOf,
  type ReviewChange,
  type ReviewWorld,
  reviewDocument,
  reviewFinding,
  type SeenFinding,
  seenFindings,
  stillOpen,
} from "./review-findings.ts";

/**
 * Splits an undecided finding into parts, which await their own decisions; what a part does not say it takes from the
 * finding. Fails with `register.finding-decided`, with the failures of `changeFinding` and those of `reviewFinding`.
 */
export function splitIntoParts(
  actor: Actor,
  seen: SeenFinding,
  parts: readonly FindingChange[],
  world: ReviewWorld,
): Promise<Result<ReviewChange>> {
  return reviewFinding(actor, seen, world, async (step, finding) => {
    const open = stillOpen(finding);
    if (!open.ok) return open;
    const context = contextOf(step.document, world.gazetteer);
    const edits = parts.map((part) => changeFinding(finding, part, context));
    const wrong = edits.find((edit) => !edit.ok);
    if (wrong && !wrong.ok) return wrong;
    const next = await positionBehind(step.transaction, step.province, finding);
    const made = splitFinding(
      finding,
      edits.map((edit) => (edit.ok ? edit.value : null)),
      next,
    ).map((part) => ({ ...part, id: world.newId(), origin: "split" as const, parentId: finding.id }));
    await insertFindings(step.transaction, step.province, step.id, made);
    const ids = made.map(({ id }) => id);
    await saveDecision(step.transaction, step.province, [{ id: finding.id, taskId: null }], {
      ...{ decision: "split", reason: null, at: step.at, by: actor.person },
    });
    return succeed({
      changed: [finding.id, ...ids],
      history: [
        {
          ...{ what: "split-finding", subject: `finding:${finding.id}`, before: { edited: finding.edited } },
          after: { parts: made.map(({ id, ref, edited }) => ({ id, ref, edited })) },
        },
      ],
    });
  });
}

/**
 * Merges undecided findings of one document into one, in the order given; `change` replaces what joining gives. Fails
 * with `register.merge-too-few`, `register.different-documents`, `register.finding-decided`, with the failures of
 * `changeFinding` and those of `reviewFinding`.
 */
export async function mergeIntoOne(
  actor: Actor,
  seen: readonly SeenFinding[],
  change: FindingChange,
  world: ReviewWorld,
): Promise<Result<ReviewChange>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  const [first] = seen;
  if (!first || new Set(seen.map(({ id }) => id)).size < Math.max(2, seen.length))
    return fail("register.merge-too-few");
  const documentId = await withProvince(world.kysely, actor.province, (transaction) =>
    documentOfFinding(transaction, actor.province, first.id),
  );
  if (documentId === null) return fail("register.finding-unknown", { id: first.id });
  return reviewDocument(actor, documentId, world, async (step) => {
    const found = await seenFindings(step, seen);
    if (!found.ok) return found;
    const decided = found.value.map(stillOpen).find((open) => !open.ok);
    if (decided && !decided.ok) return decided;
    const merged = mergeFindings(found.value);
    const edited = changeFinding(merged, change, contextOf(step.document, world.gazetteer));
    if (!edited.ok) return edited;
    const last = found.value.reduce((a, b) => (b.position > a.position ? b : a));
    const next = await positionBehind(step.transaction, step.province, last);
    const [position = last.position] = positionsBetween(last.position, next, 1);
    const id = world.newId();
    const row = { ...merged, edited: edited.value, id, position, origin: "merge" as const, parentId: null };
    await insertFindings(step.transaction, step.province, documentId, [row]);
    await saveDecision(
      step.transaction,
      step.province,
      seen.map((finding) => ({ id: finding.id, taskId: null })),
      { decision: "merged", reason: null, at: step.at, by: actor.person, mergedInto: id },
    );
    return succeed({
      changed: [...seen.map((finding) => finding.id), id],
      history: found.value.map((finding) => ({
        ...{ what: "merge-findings", subject: `finding:${finding.id}`, before: { edited: finding.edited } },
        after: { into: id, edited: edited.value },
      })),
    });
  });
}
