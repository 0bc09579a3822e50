import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Declaration } from "../domain/cooperation/declaration.ts";
import { declarations } from "../domain/cooperation/declarations.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { isUnitWithin } from "../store/people.ts";
import { countByRegister } from "../store/record-counts.ts";
import {
  loadOwners,
  loadOwnUnits,
  moveRecords,
  type RegisterOwner,
  saveOwner,
} from "../store/record-owners.ts";
import { wholeProvince } from "../store/sight.ts";
import { askingOf, type RecordWorld, registerFor } from "./records.ts";
import { writeHistory } from "./register.ts";

/** A register with how much stands in it for the person, who owns it, and whether he may enter records. */
export interface ListedRegister {
  readonly declaration: Declaration;
  readonly count: number;
  /** Null where each unit enters its own. */
  readonly owner: RegisterOwner | null;
  readonly mayEnter: boolean;
}

/** All registers, and for whom the person enters records of those that each unit has its own of. */
export interface RegisterList {
  readonly registers: readonly ListedRegister[];
  readonly enters: { readonly focal: boolean; readonly units: readonly { id: string; name: string }[] };
  readonly mayName: boolean;
}

/** The registers of the database of cooperation, without those that the person may not know of. */
export async function listRegisters(
  actor: Actor,
  { kysely }: Pick<RecordWorld, "kysely">,
): Promise<Result<RegisterList>> {
  const allowed = permit(actor, "see-records");
  if (!allowed.ok) return allowed;
  const asking = askingOf(actor);
  const { focal } = asking.entering;
  return withProvince(kysely, actor.province, async (transaction) => {
    const counts = await countByRegister(transaction, asking);
    const owners = await loadOwners(transaction, actor.province);
    const units = await loadOwnUnits(transaction, asking.entering.units);
    const own = new Set(units.map(({ id }) => id));
    const registers = declarations
      .filter(({ restricted }) => !restricted || asking.restricted !== null)
      .map((declaration): ListedRegister => {
        const { key, owned } = declaration;
        const owner = owned === "one" ? (owners.get(key) ?? unnamed(key)) : null;
        const entersOwn = owner?.unit ? own.has(owner.unit.id) : focal;
        const mayEnter = owned === "one" ? entersOwn : focal || units.length > 0;
        return { declaration, count: counts.get(key) ?? 0, owner, mayEnter };
      });
    return succeed({ registers, enters: { focal, units }, mayName: permit(actor, "own-registers").ok });
  });
}

/** Who owns a register of which nobody said anything: the focal body. */
function unnamed(register: string): RegisterOwner {
  return { register, unit: null, sourceSystem: null, version: 0 };
}

/**
 * Names the unit that enters a register (null: the focal body) and the system that its records come from; all its records
 * are that unit's from now on. Gives how many. Fails with `record.register-unknown`, `record.owner-needed` where each
 * unit enters its own or the unit is not known, and `record.changed`.
 */
export async function nameOwner(
  actor: Actor,
  request: {
    readonly register: string;
    readonly unit: string | null;
    readonly sourceSystem: string | null;
    readonly version: number;
  },
  world: RecordWorld,
): Promise<Result<number>> {
  const found = registerFor(actor, "own-registers", request.register);
  if (!found.ok) return found;
  const { register, unit, sourceSystem, version } = request;
  if (found.value.owned === "each") return fail("record.owner-needed");
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const sight = wholeProvince(actor.province);
    if (unit !== null && !(await isUnitWithin(transaction, sight, unit))) return fail("record.owner-needed");
    const before = (await loadOwners(transaction, actor.province)).get(register) ?? unnamed(register);
    if (before.version !== version) return fail("record.changed", { now: before.version, yours: version });
    await saveOwner(transaction, actor.province, { register, unit, sourceSystem });
    const moved = await moveRecords(transaction, actor.province, register, unit);
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "own-register", subject: `register:${register}` },
        before: { unit: before.unit?.id ?? null, sourceSystem: before.sourceSystem },
        after: { unit, sourceSystem, count: moved },
      },
    ]);
    return succeed(moved);
  });
}
