import type { CalendarDate } from "../basics/calendar-date.ts";
import { foldedKey } from "../text/fold.ts";
import { type CollectiveRule, resolveCollective } from "./collective-rule.ts";
import { existsOn } from "./gazetteer.ts";
import { type Unit, unitsUnder } from "./unit.ts";
import { heirsToday } from "./unit-change.ts";

/** An addressee of a task as kept: a named unit, or a collective in the words of its document. */
export interface PartyAddressee {
  readonly position: number;
  readonly name: string;
  readonly nameKey: string;
  readonly collective: boolean;
  /** Its id in the gazetteer, when the reading knows it. */
  readonly gazetteerId: string | null;
  /** The units that its lead has named for words that name none; absent or empty: nobody was. */
  readonly named?: readonly string[];
}

/** A unit that an addressee is: as it was given, and who holds it today. */
export interface Party {
  readonly position: number;
  readonly unit: string;
  readonly holder: string;
  /** The unit was split: a person says which heir holds it, and until then the one that takes the rest does. */
  readonly toChoose: boolean;
}

/** An addressee that is no unit yet: its words are bound to no rule, the rule means nobody, or no unit has the name. */
export interface OpenAddressee {
  readonly position: number;
  readonly name: string;
  readonly reason: "unbound" | "nobody" | "unknown";
}

/** What is known of a province when its addressees are looked up. */
export interface PartyContext {
  /** All units, those that ended too. */
  readonly units: readonly Unit[];
  /** Former names of units, folded. */
  readonly formerNames: ReadonlyMap<string, readonly string[]>;
  /** Rules by the key of the words that are bound to them. */
  readonly wordings: ReadonlyMap<string, CollectiveRule>;
  /** Who takes over from units that ended. */
  readonly heirs: ReadonlyMap<string, readonly string[]>;
}

/**
 * The units that the addressees of a task are on the day that it was given. `issuer` is the issuing body or the
 * one above it as the document writes it, which tells bodies of two former provinces apart. Every addressee gives parties or is listed as open.
 */
export function partiesOf(
  addressees: readonly PartyAddressee[],
  { day, issuer }: { readonly day: CalendarDate; readonly issuer: string | null },
  context: PartyContext,
): { readonly parties: readonly Party[]; readonly open: readonly OpenAddressee[] } {
  const parties: Party[] = [];
  const open: OpenAddressee[] = [];
  const present = presentUnits(context.units, day, issuer);
  for (const addressee of addressees) {
    const { position, name } = addressee;
    const found = addressee.collective
      ? collectiveUnits(addressee, present, day, context)
      : namedUnit(addressee, present, context);
    if (typeof found === "string") open.push({ position, name, reason: found });
    else
      for (const { id } of found) {
        const [holder, ...others] = heirsToday(id, context.heirs);
        parties.push({ position, unit: id, holder, toChoose: others.length > 0 });
      }
  }
  return { parties, open };
}

/** The units of a day; when two provinces share them, those of the province that issued the document, if it is one. */
function presentUnits(units: readonly Unit[], day: CalendarDate, issuer: string | null): readonly Unit[] {
  const present = units.filter((unit) => existsOn(unit, day));
  const roots = present.filter(({ kind, parent }) => kind === "peoplesCommittee" && parent === null);
  if (roots.length < 2 || issuer === null) return present;
  const words = ` ${foldedKey(issuer)} `;
  const own = roots.find(({ name }) => words.includes(` ${placeOf(name)} `));
  return own ? unitsUnder(present, [own.id]) : present;
}

/** "binh dinh" of "Ủy ban nhân dân tỉnh Bình Định". */
function placeOf(committee: string): string {
  return foldedKey(committee).replace(/^(?:uy ban nhan dan|ubnd) (?:tinh|thanh pho) /, "");
}

function collectiveUnits(
  { nameKey, named = [] }: PartyAddressee,
  present: readonly Unit[],
  day: CalendarDate,
  { wordings, units: all }: PartyContext,
): readonly Unit[] | OpenAddressee["reason"] {
  // A person chose them for this task, which goes before any rule; they may be younger than the task.
  if (named.length > 0) return all.filter(({ id }) => named.includes(id));
  const rule = wordings.get(nameKey);
  if (!rule) return "unbound";
  const units = resolveCollective(rule, present, day);
  return units.length > 0 ? units : "nobody";
}

/** By the gazetteer's id first, then by name, short name, other spellings and former names. One unit, or it is open. */
function namedUnit(
  { gazetteerId, nameKey }: PartyAddressee,
  present: readonly Unit[],
  { formerNames }: PartyContext,
): readonly Unit[] | OpenAddressee["reason"] {
  const byId = gazetteerId === null ? [] : present.filter((unit) => unit.gazetteerId === gazetteerId);
  if (byId.length === 1) return byId;
  const byName = (byId.length > 1 ? byId : present).filter((unit) =>
    [unit.name, unit.shortName ?? "", ...unit.aliases].some((name) => foldedKey(name) === nameKey),
  );
  if (byName.length === 1) return byName;
  const former = formerNames.get(nameKey) ?? [];
  const byFormer = present.filter(({ id }) => former.includes(id));
  return byFormer.length === 1 ? byFormer : "unknown";
}
