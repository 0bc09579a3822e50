import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type Declaration, fieldOf, sensitivityOf } from "../domain/cooperation/declaration.ts";
import { declarationOf } from "../domain/cooperation/declarations.ts";
import { readWhere } from "../domain/cooperation/record-query.ts";
import { permit } from "../domain/duty/permission.ts";
import type { TargetSource } from "../domain/duty/target-source.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { isUnitWithin } from "../store/people.ts";
import { sightOf, wholeProvince } from "../store/sight.ts";
import { dropSource, saveSource } from "../store/target-sources.ts";
import { loadTask } from "../store/task-record.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";
import { judgedTargets, type ShownTargets } from "./task-targets.ts";

/** What a target is to be counted from; null: from reports. `version`: of what was seen, null: reports. */
export interface AskedSource {
  readonly target: string;
  readonly source: Omit<TargetSource, "target" | "version"> | null;
  readonly version: number | null;
}

/**
 * Says from which records a target of a task is counted, and gives the targets as they then stand. Fails with
 * `register.task-unknown`, `register.target-unknown`, `register.source-changed`, `register.source-unfit` for a register
 * that is restricted or a field that it has not, and `record.field-unknown`.
 */
export async function setTargetSource(
  actor: Actor,
  task: string,
  { target, source, version }: AskedSource,
  world: RegisterWorld,
): Promise<Result<ShownTargets>> {
  const allowed = permit(actor, "edit-task");
  if (!allowed.ok) return allowed;
  const { province } = actor;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, province, async (transaction): Promise<Result<ShownTargets>> => {
    await loadTask(transaction, sight, task, { locked: true });
    const found = await judgedTargets(transaction, actor, sight, task, world);
    if (!found.ok) return found;
    const one = found.value.judged.find(({ key }) => key === target);
    if (!one) return fail("register.target-unknown", { target });
    if ((one.source?.version ?? null) !== version) return fail("register.source-changed");
    if (source === null) await dropSource(transaction, province, task, target);
    else {
      const fits = await checkSource(transaction, actor, source);
      if (!fits.ok) return fits;
      const written = { ...source, target, version: 0, id: world.newId(), task };
      await saveSource(transaction, province, written, { at: world.clock(), who: actor.person });
    }
    const said = (of: AskedSource["source"]) =>
      of && { register: declarationOf(of.register)?.name.vi ?? of.register, where: of.where, day: of.day };
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "set-target-source", subject: `task:${task}` },
        before: { target: one.target.measure, source: said(one.source) },
        after: { target: one.target.measure, source: said(source) },
      },
    ]);
    return judgedTargets(transaction, actor, sight, task, world);
  });
}

async function checkSource(
  transaction: ProvinceTransaction,
  actor: Actor,
  { register, where, day, owner, summed }: NonNullable<AskedSource["source"]>,
): Promise<Result<null>> {
  const declaration = declarationOf(register);
  if (!declaration || declaration.restricted) return fail("register.source-unfit", { field: register });
  for (const [key, kinds] of [
    [day, ["date", "period"]],
    ...(summed === null ? [] : [[summed, ["integer"]] as const]),
  ] as const)
    if (!isTold(declaration, key, kinds)) return fail("register.source-unfit", { field: key });
  const read = readWhere(declaration, where);
  if (!read.ok) return read;
  const isKnown = owner === null || (await isUnitWithin(transaction, wholeProvince(actor.province), owner));
  return isKnown ? succeed(null) : fail("record.owner-needed");
}

/** Whether a register has a field of one of some kinds that everybody who reads may see. */
function isTold(declaration: Declaration, key: string, kinds: readonly string[]): boolean {
  const field = fieldOf(declaration, key);
  return (
    field !== null &&
    kinds.includes(field.kind) &&
    ["open", "internal"].includes(sensitivityOf(declaration, field))
  );
}
