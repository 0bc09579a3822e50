import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { type Failure, fail, type Result, succeed } from "../domain/basics/result.ts";
import type { DutyStep } from "../domain/duty/duty.ts";
import { addDutyFact, type DutyFactKind } from "../domain/duty/duty-fact.ts";
import { mayRecord } from "../domain/duty/duty-rights.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { type DutyMove, type LockedDuty, saveDutyFacts } from "../store/duty-facts.ts";
import type { DutySettings } from "../store/duty-settings.ts";
import { closeOccurrences } from "./close-occurrences.ts";
import { type DutyWork, type SeenDuty, takeDuties } from "./duty-work.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** What is said of duties. `dueOn`: the new day, of "asked" and "extended". */
export interface DutyFactRequest {
  readonly kind: DutyFactKind;
  readonly on: CalendarDate;
  readonly dueOn: CalendarDate | null;
  readonly document: string | null;
  readonly step: DutyStep | null;
  readonly product: string | null;
  readonly note: string | null;
}

/** A duty of which the fact was not recorded, and why. */
export interface RefusedDuty {
  readonly id: string;
  readonly failure: Failure;
}

/** The books: asked = recorded + refused. */
export interface RecordedDuties {
  readonly recorded: readonly string[];
  readonly refused: readonly RefusedDuty[];
}

/** Kinds that need their reason said. */
const needReason: readonly DutyFactKind[] = ["sentBack", "withdrawn", "asked", "refused"];

/**
 * Records one fact of each of some duties; a duty that cannot take it is refused by itself. An occurrence all of whose
 * duties are confirmed is done with them, and open again when one of them is. Fails with `duty.unknown`,
 * `duty.changed` and `duty.reason-needed`; refuses with `duty.not-yours`, `duty.extension-limit` and the failures of
 * `addDutyFact`.
 */
export async function recordDutyFact(
  actor: Actor,
  seen: readonly SeenDuty[],
  request: DutyFactRequest,
  world: RegisterWorld,
): Promise<Result<RecordedDuties>> {
  const allowed = permit(actor, "see-duties");
  if (!allowed.ok) return allowed;
  if (needReason.includes(request.kind) && !request.note?.trim()) return fail("duty.reason-needed");
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const work = await takeDuties(transaction, actor, { seen, reach: allowed.value }, world);
    if (!work.ok) return work;
    const { moves, refused } = decide(actor, work.value, request, world);
    await saveDutyFacts(transaction, actor.province, moves, { at: world.clock(), who: actor.person });
    const held = new Map(work.value.duties.map(({ duty }) => [duty.id, duty]));
    const recorded = moves.flatMap(({ fact }) => held.get(fact.duty) ?? []);
    await writeHistory(
      transaction,
      actor,
      world,
      moves.map(({ fact: { id, duty, ...said } }) => ({
        ...{ what: "record-duty-fact", subject: `duty:${duty}`, before: null, after: { fact: id, ...said } },
      })),
    );
    if (request.kind === "confirmed" || request.kind === "reopened" || request.kind === "withdrawn")
      await closeOccurrences(
        transaction,
        actor,
        recorded.map(({ occurrence }) => occurrence),
        world,
      );
    return succeed({ recorded: recorded.map(({ id }) => id), refused });
  });
}

function decide(
  actor: Actor,
  { duties, settings }: DutyWork,
  request: DutyFactRequest,
  { newId, today }: RegisterWorld,
): { readonly moves: readonly DutyMove[]; readonly refused: readonly RefusedDuty[] } {
  const moves: DutyMove[] = [];
  const refused: RefusedDuty[] = [];
  for (const { duty, standing } of duties) {
    const next = mayRecord(actor, request.kind, standing)
      ? decideOne(duty, request, settings, today())
      : fail("duty.not-yours", { kind: request.kind });
    if (!next.ok) refused.push({ id: duty.id, failure: next.failure });
    else moves.push({ fact: { ...request, id: newId(), duty: duty.id }, standing: next.value });
  }
  return { moves, refused };
}

function decideOne(
  duty: LockedDuty,
  request: DutyFactRequest,
  { extensionLimit }: DutySettings,
  today: CalendarDate,
): Result<LockedDuty> {
  if (request.kind === "extended" && extensionLimit !== null && duty.extensions >= extensionLimit)
    return fail("duty.extension-limit", { count: duty.extensions });
  return addDutyFact(duty, request, today);
}
