import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Place } from "../domain/document/place.ts";
import { permit } from "../domain/duty/permission.ts";
import {
  type CountedUnplaced,
  type UnplacedFilter,
  type UnplacedKey,
  type UnplacedPart,
  wholeWords,
} from "../domain/duty/unplaced.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadBlocks } from "../store/document-details.ts";
import { sightOf } from "../store/sight.ts";
import { type AfterUnplaced, countUnplaced, findUnplaced, loadUnplaced } from "../store/unplaced.ts";
import type { RegisterWorld } from "./register.ts";

export type { AfterUnplaced } from "../store/unplaced.ts";

/** One page of what readings left out, and all of it counted. */
export interface UnplacedList {
  readonly parts: readonly UnplacedPart[];
  readonly next: AfterUnplaced | null;
  readonly counts: readonly CountedUnplaced[];
}

/** What the readings of documents in sight left out, page by page, with its counts by document, reason and mark. */
export async function listUnplaced(
  actor: Actor,
  request: { readonly filter: UnplacedFilter; readonly after: AfterUnplaced | null; readonly limit: number },
  world: Pick<RegisterWorld, "kysely">,
): Promise<Result<UnplacedList>> {
  const allowed = permit(actor, "see-documents");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) =>
    succeed({
      ...(await findUnplaced(transaction, sight, request)),
      counts: await countUnplaced(transaction, sight),
    }),
  );
}

/** One part with all its words, as the laid-out source has them, and where they stand. */
export interface ShownUnplaced extends UnplacedPart {
  readonly content: string;
  readonly sources: readonly Place[];
}

/** One part that the reading of a document left out. Fails with `register.unplaced-unknown`. */
export async function showUnplaced(
  actor: Actor,
  key: UnplacedKey,
  world: Pick<RegisterWorld, "kysely">,
): Promise<Result<ShownUnplaced>> {
  const allowed = permit(actor, "see-documents");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<ShownUnplaced>> => {
    const [part] = await loadUnplaced(transaction, sight, [key]);
    if (!part) return fail("register.unplaced-unknown");
    const blocks = await loadBlocks(transaction, sight, key.document);
    return succeed({ ...part, ...wholeWords(blocks ?? [], part) });
  });
}
