import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { Unit } from "../domain/organisation/unit.ts";
import { overlap, parseUnitCodes, type UnitCode } from "../domain/organisation/unit-code.ts";
import { foldedKey } from "../domain/text/fold.ts";
import { withProvince } from "../store/database.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { lockTree } from "../store/unit-changes.ts";
import {
  loadSameCodes,
  loadUnitDetails,
  type PlainFields,
  replaceCodes,
  savePlainFields,
  type UnitDetails,
} from "../store/unit-record.ts";
import { loadUnits } from "../store/units.ts";
import { findParties } from "./find-parties.ts";
import { type ShownUnit, showUnit } from "./list-units.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** What of a unit is corrected; what is left out stays. */
export type UnitEdit = Partial<PlainFields> & {
  /** As the person saw it. */
  readonly version: number;
  readonly codes?: readonly UnitCode[];
};

/**
 * Corrects fields of a unit that need no dated event, in the version that the person saw. Other spellings that tasks
 * know it by are looked up at once. Fails with `unit.unknown`, `unit.changed-meanwhile`, the failures of
 * `parseUnitCodes` and `unit.code-taken`.
 */
export async function editUnit(
  actor: Actor,
  id: string,
  edit: UnitEdit,
  world: RegisterWorld,
): Promise<Result<ShownUnit>> {
  const allowed = permit(actor, "change-units");
  if (!allowed.ok) return allowed;
  const codes = edit.codes && parseUnitCodes(edit.codes);
  if (codes?.ok === false) return codes;
  const { version, codes: _, ...fields } = edit;
  const saved = await withProvince(
    world.kysely,
    actor.province,
    async (transaction): Promise<Result<null>> => {
      await lockTree(transaction, actor.province);
      const units = await loadUnits(transaction, actor.province);
      const unit = units.find((one) => one.id === id);
      const details =
        unit &&
        (await loadUnitDetails(transaction, actor.province, id, { day: world.today(), locked: true }));
      if (!unit || !details) return fail("unit.unknown", { id });
      if (details.version !== version) return fail("unit.changed-meanwhile", { name: unit.name });
      if (fields.standing && !units.some((one) => one.id === fields.standing))
        return fail("unit.unknown", { id: fields.standing });
      const taken = codes && (await findTakenCode(transaction, actor, id, codes.value));
      if (taken) return fail("unit.code-taken", taken);
      await writeEdit(transaction, actor, { unit, details, fields, codes: codes?.value ?? null }, world);
      return succeed(null);
    },
  );
  return saved.ok ? showUnit(actor, id, world) : saved;
}

async function findTakenCode(
  transaction: ProvinceTransaction,
  { province }: Actor,
  id: string,
  codes: readonly UnitCode[],
): Promise<{ code: string; name: string } | null> {
  if (codes.length === 0) return null;
  const others = await loadSameCodes(transaction, province, id, codes);
  const taken = others.find((other) =>
    codes.some((one) => one.system === other.system && one.code === other.code && overlap(one, other)),
  );
  return taken ? { code: taken.code, name: taken.name } : null;
}

/** Writes what differs, with its history; nothing when nothing does. */
async function writeEdit(
  transaction: ProvinceTransaction,
  actor: Actor,
  {
    unit,
    details,
    fields,
    codes,
  }: {
    readonly unit: Unit;
    readonly details: UnitDetails;
    readonly fields: Partial<PlainFields>;
    readonly codes: readonly UnitCode[] | null;
  },
  world: RegisterWorld,
): Promise<void> {
  const old = plainFieldsOf(unit, details);
  const now = cleaned({ ...old, ...fields });
  const before = { ...old, codes: details.codes };
  const after = { ...now, codes: codes ?? details.codes };
  const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  if (changed.length === 0) return;
  await savePlainFields(transaction, actor.province, unit, now);
  if (codes !== null) await replaceCodes(transaction, actor.province, unit.id, codes);
  const pick = (all: typeof after) => Object.fromEntries(changed.map((field) => [field, all[field]]));
  await writeHistory(transaction, actor, world, [
    { what: "edit-unit", subject: `unit:${unit.id}`, before: pick(before), after: pick(after) },
  ]);
  const names = [now.shortName ?? "", ...now.aliases].map(foldedKey).filter((key) => key !== "");
  await findParties(transaction, actor, { names }, world);
}

function plainFieldsOf(unit: Unit, { contact }: UnitDetails): PlainFields {
  const { shortName, symbol, aliases, traits, relation, kind, standing } = unit;
  return { shortName, symbol, aliases, traits, relation, kind, standing, contact };
}

/** Without empty words; each other spelling once. */
function cleaned(fields: PlainFields): PlainFields {
  const word = (text: string | null) => text?.trim() || null;
  const spellings = new Map(fields.aliases.map((alias) => [foldedKey(alias), alias.trim()]));
  spellings.delete("");
  const contact = Object.fromEntries(
    Object.entries(fields.contact).flatMap(([part, text]) => (text?.trim() ? [[part, text.trim()]] : [])),
  );
  return {
    ...fields,
    shortName: word(fields.shortName),
    symbol: word(fields.symbol),
    aliases: [...spellings.values()],
    contact,
  };
}
