import type { Result } from "../domain/basics/result.ts";
import { succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { DocumentListLine } from "../domain/duty/registered-document.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import {
  countDocuments,
  type DocumentFacets,
  type DocumentFilter,
  type DocumentOrder,
  findDocuments,
} from "../store/document-list.ts";
import { sightOf } from "../store/sight.ts";
import type { RegisterWorld } from "./register.ts";

export interface DocumentPage extends DocumentFacets {
  readonly lines: readonly DocumentListLine[];
  readonly next: string | null;
}

export interface DocumentPageRequest {
  readonly filter: DocumentFilter;
  readonly order: DocumentOrder;
  /** `next` of the page before; null for the first. */
  readonly after: string | null;
  readonly limit: number;
}

/** A page of the list of documents. */
export async function listDocuments(
  actor: Actor,
  request: DocumentPageRequest,
  world: RegisterWorld,
): Promise<Result<DocumentPage>> {
  const allowed = permit(actor, "see-documents");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const page = await findDocuments(transaction, sight, request);
    const facets = await countDocuments(transaction, sight, request.filter);
    return succeed({ ...page, ...facets });
  });
}
