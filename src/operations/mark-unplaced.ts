import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { positionsBetween } from "../domain/duty/finding-parts.ts";
import { permit } from "../domain/duty/permission.ts";
import { type ReviewedFinding, refOfAdded } from "../domain/duty/review.ts";
import { findingOfWords, type UnplacedKey, type UnplacedPart, wholeWords } from "../domain/duty/unplaced.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadBlocks } from "../store/document-details.ts";
import { loadReviewed } from "../store/documents.ts";
import { insertFindings, loadFindings, removeFindings } from "../store/findings.ts";
import { wholeProvince } from "../store/sight.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { loadUnplaced, lockUnplaced, removeMarks, saveMarks } from "../store/unplaced.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";
import {
  contextOf,
  type ReviewChange,
  type ReviewWorld,
  reviewDocument,
  reviewStep,
} from "./review-findings.ts";

/**
 * Says of parts that a reading left out that a person looked at them and there is nothing to follow; gives how many. Fails
 * with `register.unplaced-unknown`, and with `register.unplaced-marked` when somebody said something of one before.
 */
export async function skipUnplaced(
  actor: Actor,
  { parts: keys, reason }: { readonly parts: readonly UnplacedKey[]; readonly reason: string },
  world: RegisterWorld,
): Promise<Result<number>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<number>> => {
    const found = await wantedParts(transaction, actor, keys);
    if (!found.ok) return found;
    const marked = found.value.find((part) => part.marked !== null);
    if (marked) return fail("register.unplaced-marked", { words: marked.what.slice(0, 120) });
    const said = { mark: "seen" as const, reason, findingId: null, at: world.clock(), who: actor.person };
    await saveMarks(transaction, actor.province, found.value.map(keyOf), said);
    const after = { mark: "seen", reason };
    await writeHistory(
      transaction,
      actor,
      world,
      found.value.map((part) => ({ ...historyOf("skip-unplaced", part), before: null, after })),
    );
    return succeed(found.value.length);
  });
}

/**
 * Makes an undecided finding of a part that the reading left out: bodies and time are read from its words. It is reviewed
 * like any other. Fails with `register.unplaced-unknown`, `register.unplaced-marked` and those of `reviewDocument`.
 */
export function placeUnplaced(
  actor: Actor,
  key: UnplacedKey,
  world: ReviewWorld,
): Promise<Result<ReviewChange>> {
  return reviewDocument(actor, key.document, world, async (step) => {
    const { transaction, province } = step;
    const found = await wantedParts(transaction, actor, [key]);
    const [part] = found.ok ? found.value : [];
    if (!found.ok) return found;
    if (!part) return fail("register.unplaced-unknown");
    if (part.marked) return fail("register.unplaced-marked", { words: part.what.slice(0, 120) });
    const blocks = await loadBlocks(transaction, wholeProvince(province), key.document);
    const all = await loadFindings(transaction, province, { document: key.document });
    const ref = refOfAdded(all.map((finding) => finding.ref));
    const read = findingOfWords(
      wholeWords(blocks ?? [], part),
      ref,
      contextOf(step.document, world.gazetteer),
    );
    const [position = 0] = positionsBetween(all.at(-1)?.position ?? 0, null, 1);
    const id = world.newId();
    const finding = { id, position, ref, origin: "added" as const, read, edited: null, parentId: null };
    await insertFindings(transaction, province, key.document, [finding]);
    const said = { mark: "task" as const, reason: null, findingId: id, at: step.at, who: actor.person };
    await saveMarks(transaction, province, [key], said);
    const after = { mark: "task", finding: id };
    return succeed({
      changed: [id],
      history: [
        { ...historyOf("place-unplaced", part), before: null, after },
        { what: "add-finding", subject: `finding:${id}`, before: null, after: read },
      ],
    });
  });
}

/**
 * Takes back what was said of parts, of all or of none: a finding made of one goes while nobody decided it. Gives how many. Fails with
 * `register.unplaced-unknown`, `register.unplaced-open`, and `register.finding-decided`.
 */
export async function undoUnplaced(
  actor: Actor,
  keys: readonly UnplacedKey[],
  world: ReviewWorld,
): Promise<Result<number>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<number>> => {
    const found = await wantedParts(transaction, actor, keys);
    if (!found.ok) return found;
    const open = found.value.find((part) => part.marked === null);
    if (open) return fail("register.unplaced-open", { words: open.what.slice(0, 120) });
    const made = found.value.filter((part) => part.marked?.findingId != null);
    const decided = await decidedOf(transaction, actor, made);
    if (decided) return fail("register.finding-decided", { ref: decided.ref });
    for (const part of made) await takeBackFinding(transaction, actor, part, world);
    const seen = found.value.filter((part) => part.marked?.mark === "seen");
    await removeMarks(transaction, actor.province, seen.map(keyOf));
    await writeHistory(transaction, actor, world, seen.map(undoneOf));
    return succeed(found.value.length);
  });
}

/** The first finding made of these parts that somebody decided already; their documents are locked before it is looked for. */
async function decidedOf(
  transaction: ProvinceTransaction,
  { province }: Actor,
  made: readonly UnplacedPart[],
): Promise<ReviewedFinding | undefined> {
  if (made.length === 0) return undefined;
  for (const document of new Set(made.map((part) => part.document.id)))
    await loadReviewed(transaction, province, document, { lock: true });
  const ids = made.flatMap((part) => part.marked?.findingId ?? []);
  return (await loadFindings(transaction, province, { ids })).find(({ decision }) => decision !== null);
}

function takeBackFinding(
  transaction: ProvinceTransaction,
  actor: Actor,
  part: UnplacedPart,
  world: ReviewWorld,
): Promise<Result<ReviewChange>> {
  const findingId = part.marked?.findingId ?? "";
  return reviewStep(transaction, actor, part.document.id, world, async ({ province }) => {
    await removeFindings(transaction, province, [findingId]);
    await removeMarks(transaction, province, [keyOf(part)]);
    return succeed({ changed: [], removed: [findingId], history: [undoneOf(part)] });
  });
}

/** The parts of these keys, each once; others who mark parts of the same documents wait. */
async function wantedParts(
  transaction: ProvinceTransaction,
  actor: Actor,
  keys: readonly UnplacedKey[],
): Promise<Result<readonly UnplacedPart[]>> {
  const once = [...new Map(keys.map((key) => [`${key.document}/${key.position}`, key])).values()];
  await lockUnplaced(transaction, actor.province, [...new Set(once.map((key) => key.document))]);
  const parts = await loadUnplaced(transaction, wholeProvince(actor.province), once);
  return parts.length === once.length ? succeed(parts) : fail("register.unplaced-unknown");
}

function keyOf(part: UnplacedPart): UnplacedKey {
  return { document: part.document.id, position: part.position };
}

function historyOf(what: string, part: UnplacedPart) {
  return { what, subject: `unplaced:${part.document.id}/${part.position}` };
}

function undoneOf(part: UnplacedPart) {
  const { mark, reason, findingId: finding } = part.marked ?? { mark: null, reason: null, findingId: null };
  return { ...historyOf("undo-unplaced", part), before: { mark, reason, finding }, after: null };
}
