import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { loggedRecord } from "../domain/cooperation/record.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { countBacklinks } from "../store/record-links.ts";
import { findSources, markRemoved } from "../store/records.ts";
import { askingOf, type RecordWorld, registerFor } from "./records.ts";
import { writeHistory } from "./register.ts";
import { takeRecord } from "./save-record.ts";

interface SeenRecord {
  readonly register: string;
  readonly id: string;
  readonly version: number;
}

/**
 * Takes a record out of its register; it can be put back. Fails as `takeRecord` does, and with `record.linked` ({ count })
 * while others link to it.
 */
export async function removeRecord(
  actor: Actor,
  seen: SeenRecord,
  world: RecordWorld,
): Promise<Result<null>> {
  return mark(actor, seen, { what: "remove-record", removed: false }, world);
}

/**
 * Puts a record back that was taken out, in the version that taking out left. Fails as `takeRecord` does, and with
 * `record.source-taken` ({ key, title }) when another has its id at the source by now.
 */
export async function restoreRecord(
  actor: Actor,
  seen: SeenRecord,
  world: RecordWorld,
): Promise<Result<null>> {
  return mark(actor, seen, { what: "restore-record", removed: true }, world);
}

async function mark(
  actor: Actor,
  seen: SeenRecord,
  { what, removed }: { readonly what: string; readonly removed: boolean },
  world: RecordWorld,
): Promise<Result<null>> {
  const declaration = registerFor(actor, "edit-records", seen.register);
  if (!declaration.ok) return declaration;
  const asking = askingOf(actor);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const taken = await takeRecord(transaction, asking, seen, { removed });
    if (!taken.ok) return taken;
    const count = removed ? 0 : await countBacklinks(transaction, asking, seen.id);
    if (count > 0) return fail("record.linked", { count });
    const { sourceKey: key, owner } = taken.value.record;
    if (removed && key !== null) {
      const holders = await findSources(transaction, asking, seen.register, [key]);
      const holder = holders.find((one) => one.owner === (owner?.id ?? null));
      if (holder) return fail("record.source-taken", { key, title: holder.title });
    }
    const at = world.clock();
    await markRemoved(transaction, actor.province, [seen.id], { removedAt: removed ? null : at, at });
    const { title } = taken.value.record;
    const logged = loggedRecord(declaration.value, { title, written: {} });
    const entry = removed ? { before: null, after: logged } : { before: logged, after: null };
    await writeHistory(transaction, actor, world, [{ what, subject: `record:${seen.id}`, ...entry }]);
    return succeed(null);
  });
}
