import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { LimitStanding } from "../domain/cooperation/time-limit/limit-standing.ts";
import { travelAuthority } from "../domain/cooperation/time-limit/travel-approval.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import type { RecordTransaction } from "../store/record-rows.ts";
import { loadRecord } from "../store/records.ts";
import { dropProof, saveProof } from "../store/time-limits.ts";
import { askingOf, focalName } from "./records.ts";
import { writeHistory } from "./register.ts";
import { type LimitWorld, loadStandings } from "./time-limits.ts";

/** What a record owes by when, and what the province says of its permission. */
export interface ShownLimits {
  readonly standings: readonly LimitStanding[];
  /** Who permits the journey by the levels of the province; null: nothing is set for it. */
  readonly authority: string | null;
  readonly mayEdit: boolean;
}

interface RecordKey {
  readonly register: string;
  readonly id: string;
}

/** What is recorded as done: once for a record, or for a period of it. */
export interface ProofKey extends RecordKey {
  readonly limit: string;
  readonly occurrence: string;
}

/** What a record owes by when. Fails with `record.unknown`. Three statements. */
export async function showRecordLimits(
  actor: Actor,
  key: RecordKey,
  world: LimitWorld,
): Promise<Result<ShownLimits>> {
  const allowed = permit(actor, "see-records");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, (transaction) => shown(transaction, actor, key, world));
}

async function shown(
  transaction: RecordTransaction,
  actor: Actor,
  key: RecordKey,
  world: LimitWorld,
): Promise<Result<ShownLimits>> {
  const found = await loadRecord(transaction, askingOf(actor), key);
  const loaded = await loadStandings(transaction, actor, key, world);
  if (!found || !loaded.ok) return fail("record.unknown");
  const { standings, settings } = loaded.value;
  return succeed({
    ...{ standings, mayEdit: found.mayEdit },
    authority: key.register === "delegations" ? travelAuthority(found.record.values, settings.travel) : null,
  });
}

/**
 * Records the day on which something was done and the number of its document (null: not done after all). Where a field of
 * the record has that day, the record itself is changed. Fails with `record.unknown`, `record.not-owner`,
 * `record.limit-unknown` and `record.proof-early` (a day that is still to come).
 */
export async function recordProof(
  actor: Actor,
  key: ProofKey,
  proof: { readonly on: CalendarDate; readonly documentNumber: string | null } | null,
  world: LimitWorld,
): Promise<Result<ShownLimits>> {
  const allowed = permit(actor, "edit-records");
  if (!allowed.ok) return allowed;
  if (proof !== null && proof.on > world.today()) return fail("record.proof-early");
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const found = await loadRecord(transaction, askingOf(actor), key, { locked: true });
    if (!found) return fail("record.unknown");
    if (!found.mayEdit) return fail("record.not-owner", { owner: found.record.owner?.name ?? focalName });
    const loaded = await loadStandings(transaction, actor, key, world);
    if (!loaded.ok) return loaded;
    const standing = loaded.value.standings.find(
      ({ limit, key: occurrence }) => limit.key === key.limit && occurrence === key.occurrence,
    );
    if (!standing || standing.limit.done !== null) return fail("record.limit-unknown");
    const at = { record: key.id, limit: key.limit, occurrence: key.occurrence };
    if (proof === null) await dropProof(transaction, actor.province, at);
    else
      await saveProof(
        transaction,
        actor.province,
        { ...at, ...proof },
        {
          at: world.clock(),
          person: actor.person,
        },
      );
    const told = (one: { on: CalendarDate | null; documentNumber: string | null }) => ({
      ...{ register: key.register, limit: standing.limit.name.vi, occurrence: key.occurrence },
      ...{ on: one.on, documentNumber: one.documentNumber },
    });
    const before = standing.doneOn === null ? null : told({ ...standing, on: standing.doneOn });
    await writeHistory(transaction, actor, world, [
      { what: "record-proof", subject: `record:${key.id}`, before, after: proof && told(proof) },
    ]);
    return shown(transaction, actor, key, world);
  });
}
