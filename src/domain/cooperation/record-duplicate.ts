import { editDistance } from "../text/edit-distance.ts";
import { foldedKey } from "../text/fold.ts";
import type { Declaration, Period, Values } from "./declaration.ts";

/** What two records are compared by. */
export interface Comparable {
  readonly title: string;
  readonly values: Values;
}

/** Words that say what kind of thing a name is of, so that "tỉnh Attapeu" and "Attapeu" are one. */
const kindWords =
  /\b(?:tinh|thanh pho|tp|quan|huyen|xa|lang|vung|bang|cong ty|tnhh|co phan|tap doan|to chuc|truong|dai hoc|province|city|district|prefecture|town|company|co|ltd|inc|corporation|corp|university|the|of)\b/g;

/** A name without marks, capitals and words of kind; the whole name when nothing else is left of it. */
export function bareName(title: string): string {
  const key = foldedKey(title);
  return foldedKey(key.replace(kindWords, " ")) || key;
}

/**
 * The records that are likely the same as another: their names are alike, and whatever else the declaration compares
 * agrees where both say it. At most `most`, the likeliest first.
 */
export function likelySame<Known extends Comparable>(
  declaration: Declaration,
  one: Comparable,
  known: readonly Known[],
  most = 5,
): readonly Known[] {
  const name = bareName(one.title);
  const fields = (declaration.likeness ?? []).filter((key) => key !== declaration.title);
  return known
    .filter((other) => fields.every((key) => agree(one.values[key], other.values[key])))
    .map((other) => ({ other, distance: nameDistance(name, bareName(other.title)) }))
    .filter(({ distance }) => distance !== null)
    .toSorted((a, b) => (a.distance ?? 0) - (b.distance ?? 0))
    .slice(0, most)
    .map(({ other }) => other);
}

/** Finds the records of a name, words of kind apart, among many: the first that agrees in whatever else is compared. */
export function sameFinder<Known extends Comparable>(
  declaration: Declaration,
): { readonly find: (one: Comparable) => Known | null; readonly add: (known: Known) => void } {
  const byName = new Map<string, Known[]>();
  const fields = (declaration.likeness ?? []).filter((key) => key !== declaration.title);
  return {
    find: (one) =>
      byName
        .get(bareName(one.title))
        ?.find((other) => fields.every((key) => agree(one.values[key], other.values[key]))) ?? null,
    add: (known) => {
      const name = bareName(known.title);
      byName.set(name, [...(byName.get(name) ?? []), known]);
    },
  };
}

function agree(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return true;
  if (isSpan(one) && isSpan(other)) return overlap(one, other);
  return JSON.stringify(one) === JSON.stringify(other);
}

function isSpan(value: unknown): value is Period {
  return typeof value === "object" && value !== null && "from" in value && "to" in value;
}

/** Two tell the days of one visit differently: one counts the journey, the other the meetings. */
function overlap(one: Period, other: Period): boolean {
  const [first, last] = [one.from ?? one.to ?? "", one.to ?? one.from ?? ""];
  return first <= (other.to ?? other.from ?? "") && (other.from ?? other.to ?? "") <= last;
}

/** 0 for the same name, 1 for a slip of the pen in a longer one; null for two names. Figures are never a slip. */
function nameDistance(one: string, other: string): number | null {
  if (one === other) return 0;
  if (one.replace(/\D/g, "") !== other.replace(/\D/g, "")) return null;
  if (Math.min(one.length, other.length) < 6 || Math.abs(one.length - other.length) > 1) return null;
  return editDistance(one, other) <= 1 ? 1 : null;
}
