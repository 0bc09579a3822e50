import { type CollectiveRule, everyUnit } from "./collective-rule.ts";
import type { Unit } from "./unit.ts";

/** A collective that every province speaks of. */
export interface NamedRule {
  readonly name: string;
  readonly rule: CollectiveRule;
}

const ordered: CollectiveRule = { ...everyUnit, relations: ["subordinate"] };

const standard: readonly NamedRule[] = [
  { name: "Các sở, ban, ngành thuộc tỉnh", rule: { ...ordered, kinds: ["department"] } },
  { name: "UBND các xã, phường, đặc khu", rule: { ...ordered, kinds: ["commune"] } },
  { name: "UBND các xã biên giới", rule: { ...ordered, kinds: ["commune"], traits: ["border"] } },
  { name: "UBND các đặc khu, xã đảo", rule: { ...ordered, kinds: ["commune"], traits: ["island"] } },
  {
    name: "Các cơ quan, đơn vị, địa phương thuộc tỉnh",
    rule: { ...ordered, kinds: ["department", "serviceUnit", "commune"] },
  },
  { name: "Mặt trận Tổ quốc và các đoàn thể", rule: { ...everyUnit, kinds: ["massOrganisation"] } },
  { name: "Các cơ quan Đảng của tỉnh", rule: { ...everyUnit, kinds: ["party"] } },
  { name: "Các cơ quan Trung ương trên địa bàn", rule: { ...everyUnit, kinds: ["centralBody"] } },
];

/** The collectives that a province begins with: those of traits only where a unit has the trait. */
export function standardCollectives(units: readonly Pick<Unit, "traits">[]): readonly NamedRule[] {
  return standard.filter(({ rule }) =>
    rule.traits.every((trait) => units.some(({ traits }) => traits.includes(trait))),
  );
}
