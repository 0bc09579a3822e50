import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { fieldOf } from "../domain/cooperation/declaration.ts";
import type { RecordLink } from "../domain/cooperation/record.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { findTargets } from "../store/record-links.ts";
import { askingOf, type RecordWorld, registerFor } from "./records.ts";

const most = 20;

/** What a field of links may lead to, by words of its name; at most 20. Fails with `record.field-unknown`. */
export async function findLinkTargets(
  actor: Actor,
  {
    register,
    field: key,
    words,
  }: { readonly register: string; readonly field: string; readonly words: string },
  { kysely }: Pick<RecordWorld, "kysely">,
): Promise<Result<readonly RecordLink[]>> {
  const found = registerFor(actor, "see-records", register);
  if (!found.ok) return found;
  const field = fieldOf(found.value, key);
  if (field?.kind !== "link") return fail("record.field-unknown", { field: key });
  return withProvince(kysely, actor.province, async (transaction) =>
    succeed(await findTargets(transaction, askingOf(actor), field.to, { words, ids: null, most })),
  );
}
