import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type MaskedRecord, maskRecord } from "../domain/cooperation/record.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { shownParts } from "../domain/organisation/log-sight.ts";
import { withProvince } from "../store/database.ts";
import { loadHistory, type ThingChange } from "../store/history.ts";
import { type Linked, loadLinked } from "../store/linked-records.ts";
import { loadRecord } from "../store/records.ts";
import { askingOf, type RecordWorld, registerFor } from "./records.ts";

/** One record with its life: what links to it, and what was done to it. */
export interface ShownRecord {
  readonly record: MaskedRecord;
  readonly mayEdit: boolean;
  readonly linked: Linked;
  readonly changes: readonly ThingChange[];
}

/** One record as the person may see it. Fails with `record.register-unknown` and `record.unknown`. Three statements. */
export async function showRecord(
  actor: Actor,
  { register, id }: { readonly register: string; readonly id: string },
  { kysely, computed, today }: Pick<RecordWorld, "kysely" | "computed" | "today">,
): Promise<Result<ShownRecord>> {
  const found = registerFor(actor, "see-records", register);
  if (!found.ok) return found;
  const declaration = found.value;
  const asking = askingOf(actor);
  return withProvince(kysely, actor.province, async (transaction) => {
    const worked = computed?.[register];
    const loaded = await loadRecord(
      transaction,
      asking,
      { register, id },
      worked ? { computed: worked } : {},
    );
    const record = loaded && maskRecord(declaration, loaded.record, loaded.sight);
    if (!loaded || !record) return fail("record.unknown");
    const linked = await loadLinked(transaction, asking, id, {
      ...(computed && { computed }),
      today: today(),
    });
    const history = await loadHistory(transaction, actor.province, `record:${id}`);
    const changes = history.map((change) => ({
      ...change,
      before: shownParts(loaded.sight, change.before).record,
      after: shownParts(loaded.sight, change.after).record,
    }));
    return succeed({ record, mayEdit: loaded.mayEdit, linked, changes });
  });
}
