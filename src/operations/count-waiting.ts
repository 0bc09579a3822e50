import { type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { countWaitingProposals } from "../store/change-proposals.ts";
import { readsCountry } from "../store/country.ts";
import { withProvince } from "../store/database.ts";
import { countUnread } from "../store/messages.ts";
import { sightOf } from "../store/sight.ts";
import { countWaitingPapers } from "../store/signed-papers.ts";
import type { RegisterWorld } from "./register.ts";

/** What waits for a person in the places of the frame; null: the place is none of his. */
export interface WaitingCounts {
  readonly unread: number;
  /** Signed documents that wait for their place among the duties. */
  readonly signed: number | null;
  /** Obstacles and proposals that wait for a decision. */
  readonly proposals: number | null;
  /** He may look across provinces. */
  readonly readsCountry: boolean;
}

/** Counts what waits for a person. Four statements, each from an index. */
export async function countWaiting(
  actor: Actor,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<WaitingCounts>> {
  const allowed = permit(actor, "see-duties");
  if (!allowed.ok) return allowed;
  const { province, person } = actor;
  const [files, decides] = [permit(actor, "file-signed"), permit(actor, "edit-task")];
  return withProvince(kysely, province, async (transaction) =>
    succeed({
      unread: await countUnread(transaction, province, person),
      signed: files.ok ? await countWaitingPapers(transaction, sightOf(actor, files.value), person) : null,
      proposals: decides.ok ? await countWaitingProposals(transaction, sightOf(actor, allowed.value)) : null,
      readsCountry: await readsCountry(transaction, person),
    }),
  );
}
