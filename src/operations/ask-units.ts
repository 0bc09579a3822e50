import { fail, type Result } from "../domain/basics/result.ts";
import { checkedRequest, type GivenRequest } from "../domain/duty/coordination.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { insertRequests, loadCoordinating } from "../store/coordination.ts";
import { withProvince } from "../store/database.ts";
import { tellOfRequests } from "../store/messages.ts";
import { loadHolidays } from "../store/province-days.ts";
import { loadUnitPeople } from "../store/urging.ts";
import { takeDuties } from "./duty-work.ts";
import type { EventWorld } from "./record-event.ts";
import { writeHistory } from "./register.ts";
import { type ShownCoordination, shownCoordination } from "./show-coordination.ts";

/**
 * Asks units that co-ordinate in a task for something, for the duty of a lead: the lead itself does, or who follows it
 * records its letter. Fails with `duty.unknown`, `duty.fact-not-allowed` for a duty that is over,
 * `duty.request-nobody`, `duty.request-unit` for one that does not co-ordinate or is no unit of the province, and the
 * failures of `checkedRequest`.
 */
export async function askUnits(
  actor: Actor,
  duty: string,
  { units, ...given }: GivenRequest & { readonly units: readonly string[] },
  world: EventWorld,
): Promise<Result<ShownCoordination>> {
  const allowed = permit(actor, "coordinate");
  if (!allowed.ok) return allowed;
  if (units.length === 0) return fail("duty.request-nobody");
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const holidays = await loadHolidays(transaction, actor.province, world.holidays);
    const asked = checkedRequest(given, { today: world.today(), holidays });
    if (!asked.ok) return asked;
    const seen = [{ id: duty, version: null }];
    const work = await takeDuties(transaction, actor, { seen, reach: allowed.value }, world);
    if (!work.ok) return work;
    const [held] = work.value.duties;
    if (!held) return fail("duty.unknown", { id: duty });
    const { stage } = held.standing;
    if (stage === "confirmed" || stage === "withdrawn")
      return fail("duty.fact-not-allowed", { kind: "asked", stage });
    const { task } = held.duty;
    const coordinating = await loadCoordinating(transaction, actor.province, task);
    const byId = new Map(coordinating.map((unit) => [unit.id, unit]));
    const meant = new Set(units);
    for (const unit of meant) {
      const known = byId.get(unit);
      if (!known || known.outside) return fail("duty.request-unit", { name: known?.name ?? unit });
    }
    const entering = [...meant].map((unit) => ({ id: world.newId(), duty, unit }));
    const recording = { asked: asked.value, at: world.clock(), who: actor.person };
    await insertRequests(transaction, actor.province, entering, recording);
    const today = world.today();
    const people = await loadUnitPeople(transaction, actor.province, [...meant], today);
    const telling = entering.flatMap(({ id, unit }) =>
      people.flatMap((one) =>
        one.unit === unit ? [{ person: one.person, request: id, kind: "asked" as const }] : [],
      ),
    );
    const others = telling.filter(({ person }) => person !== actor.person);
    await tellOfRequests(transaction, actor.province, others, { on: today, newId: world.newId });
    await writeHistory(
      transaction,
      actor,
      world,
      entering.map(({ id, unit }) => ({
        ...{ what: "ask-unit", subject: `duty:${duty}`, before: null },
        after: { request: id, unit: byId.get(unit)?.name ?? unit, ...asked.value },
      })),
    );
    return shownCoordination(transaction, actor, task);
  });
}
