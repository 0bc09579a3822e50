import type { CalendarDate } from "../basics/calendar-date.ts";
import { foldedKey } from "../text/fold.ts";
import { type Unit, type UnitKind, type UnitRelation, type UnitTrait, unitsOn, unitsUnder } from "./unit.ts";

/**
 * Which units of the tree "các sở, ban, ngành" or "UBND các xã biên giới" are. An empty list asks for nothing; units
 * outside the province's reach belong to a collective only when they are named in `only`.
 */
export interface CollectiveRule {
  readonly kinds: readonly UnitKind[];
  readonly relations: readonly UnitRelation[];
  /** All of them. */
  readonly traits: readonly UnitTrait[];
  /** A unit whose lower units are meant. */
  readonly under: string | null;
  /** Just these, whatever else the rule says. */
  readonly only: readonly string[];
  readonly except: readonly string[];
}

/** A rule that asks for nothing: every unit of the province. */
export const everyUnit: CollectiveRule = {
  ...{ kinds: [], relations: [], traits: [], under: null, only: [], except: [] },
};

/**
 * The units that a rule means on a day, in the order of the tree. Inner parts of a unit are meant only when the rule
 * asks for their kind: an order to departments is not one to each of their rooms.
 */
export function resolveCollective(
  rule: CollectiveRule,
  units: readonly Unit[],
  day: CalendarDate,
): readonly Unit[] {
  const except = new Set(rule.except);
  const present = unitsOn(units, day).filter(({ id }) => !except.has(id));
  if (rule.only.length > 0) return present.filter(({ id }) => rule.only.includes(id));
  const below =
    rule.under === null
      ? null
      : new Set(unitsUnder(units, [rule.under]).flatMap(({ id }) => (id === rule.under ? [] : id)));
  return present.filter(
    (unit) =>
      (rule.kinds.length === 0 ? unit.kind !== "subdivision" : rule.kinds.includes(unit.kind)) &&
      (rule.relations.length === 0 ? unit.relation !== "outside" : rule.relations.includes(unit.relation)) &&
      rule.traits.every((trait) => unit.traits.includes(trait)) &&
      (below === null || below.has(unit.id)),
  );
}

const meanings: readonly { readonly words: RegExp; readonly kinds: readonly UnitKind[] }[] = [
  { words: /\b(so|cac so|ban|nganh|co quan chuyen mon|co quan cap tinh)\b/, kinds: ["department"] },
  { words: /\b(xa|phuong|dac khu|dia phuong|cap xa)\b/, kinds: ["commune"] },
  { words: /\b(doan the|to chuc chinh tri|mat tran)\b/, kinds: ["massOrganisation"] },
  { words: /\bdon vi su nghiep\b/, kinds: ["serviceUnit"] },
  { words: /\b(co quan dang|ban dang|ban xay dung dang|dang uy)\b/, kinds: ["party"] },
  { words: /\b(co quan trung uong|nganh doc)\b/, kinds: ["centralBody"] },
];

/** Words that leave open who is meant until the leading unit names them: "các đơn vị liên quan". */
const openEnded = /\b(lien quan|co lien quan|theo chuc nang|huu quan)\b/;

/** Whether the words leave open who is meant until the leading unit names them: such words are bound to no rule. */
export function isOpenEnded(wording: string): boolean {
  return openEnded.test(` ${foldedKey(wording)} `);
}

/**
 * The rule that the words of a collective most likely mean, for a person to confirm; null when they leave it open
 * ("các cơ quan liên quan") or say nothing of kinds. "Các cơ quan, đơn vị, địa phương" means departments, their service
 * units and communes: all that the province orders.
 */
export function proposedRule(wording: string): CollectiveRule | null {
  const key = ` ${foldedKey(wording)} `;
  if (openEnded.test(key)) return null;
  const kinds = meanings.flatMap(({ words, kinds: meant }) => (words.test(key) ? meant : []));
  const unitsMeant = /\b(co quan|don vi)\b/.test(key) && !/\bdon vi su nghiep\b/.test(key);
  const all = new Set<UnitKind>([...kinds, ...(unitsMeant ? (["department", "serviceUnit"] as const) : [])]);
  if (all.size === 0) return null;
  return {
    ...everyUnit,
    kinds: [...all],
    traits: /\bbien gioi\b/.test(key) ? ["border"] : [],
    relations:
      all.has("massOrganisation") || all.has("party") || all.has("centralBody") ? [] : ["subordinate"],
  };
}
