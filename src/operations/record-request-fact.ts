import { fail, type Result } from "../domain/basics/result.ts";
import { addRequestFact, type GivenRequestFact } from "../domain/duty/coordination.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { type LockedRequest, lockRequest, saveRequest } from "../store/coordination.ts";
import { withProvince } from "../store/database.ts";
import { unitsOfPosts } from "../store/duty-facts.ts";
import { tellOfRequests } from "../store/messages.ts";
import { sightOf } from "../store/sight.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { loadUnitPeople } from "../store/urging.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";
import { type ShownCoordination, shownCoordination, sidesOf } from "./show-coordination.ts";

/**
 * Records that a request was answered, declined or taken back, or opens it again, in the version that the person saw.
 * Fails with `duty.request-unknown`, `duty.request-changed` and the failures of `addRequestFact`.
 */
export async function recordRequestFact(
  actor: Actor,
  id: string,
  { version, ...given }: GivenRequestFact & { readonly version: number },
  world: RegisterWorld,
): Promise<Result<ShownCoordination>> {
  const allowed = permit(actor, "coordinate");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const request = await lockRequest(transaction, sightOf(actor, allowed.value), id);
    if (request === null) return fail("duty.request-unknown", { id });
    if (request.version !== version)
      return fail("duty.request-changed", { now: request.version, yours: version });
    const sides = sidesOf(actor, await unitsOfPosts(transaction, actor), request);
    const next = addRequestFact(request, given, sides, world.today());
    if (!next.ok) return next;
    await saveRequest(transaction, actor.province, { id, ...next.value }, world.newId);
    if (given.kind === "answered" || given.kind === "declined")
      await tellAsker(transaction, actor, { request, kind: given.kind }, world);
    const { answeredOn, declinedOn, withdrawnOn, answer } = request;
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "record-request-fact", subject: `duty:${request.duty}` },
        before: { request: id, answeredOn, declinedOn, withdrawnOn, answer },
        after: { request: id, ...given },
      },
    ]);
    return shownCoordination(transaction, actor, request.task);
  });
}

/** Tells who asked what became of it; where he recorded it for the lead, its people too. */
async function tellAsker(
  transaction: ProvinceTransaction,
  { person: self, province }: Actor,
  { request, kind }: { readonly request: LockedRequest; readonly kind: "answered" | "declined" },
  { today, newId }: RegisterWorld,
): Promise<void> {
  const { id, from, askedBy } = request;
  const people = (await loadUnitPeople(transaction, province, [from], today())).map(({ person }) => person);
  const told = people.includes(askedBy) ? [askedBy] : [...new Set([askedBy, ...people])];
  const telling = told.filter((person) => person !== self).map((person) => ({ person, request: id, kind }));
  await tellOfRequests(transaction, province, telling, { on: today(), newId });
}
