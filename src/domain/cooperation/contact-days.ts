import type { Values } from "./declaration.ts";

/** A day, and the record that tells it; null: it was typed into the record itself. */
export interface ContactDay<Told> {
  readonly on: string;
  readonly by: Told | null;
}

/** When somebody was first in contact, when the sides last met, and when they meet next. Days as `YYYY-MM-DD`. */
export interface ContactDays<Told> {
  readonly first: ContactDay<Told> | null;
  readonly lastMet: ContactDay<Told> | null;
  readonly nextMet: ContactDay<Told> | null;
}

/**
 * The days of contact from what other records tell, and from the fields `since` and `lastMet` of the record itself: the
 * earlier is the first, the later the last. What is typed and told alike is said with the record that tells it.
 */
export function contactDays<Told extends { readonly on: string }>(
  values: Values,
  told: { readonly first: Told | null; readonly lastMet: Told | null; readonly nextMet: Told | null },
): ContactDays<Told> {
  const typed = (key: string): ContactDay<Told> | null => {
    const value = values[key];
    return typeof value === "string" ? { on: value, by: null } : null;
  };
  const said = (by: Told | null): ContactDay<Told> | null => by && { on: by.on, by };
  const lastMet = one(said(told.lastMet), typed("lastMet"), (a, b) => b > a);
  const since = one(said(told.first), typed("since"), (a, b) => b < a);
  return { first: one(since, lastMet, (a, b) => b < a), lastMet, nextMet: said(told.nextMet) };
}

/** The first of two, unless the second goes before it. */
function one<Told>(
  a: ContactDay<Told> | null,
  b: ContactDay<Told> | null,
  goesBefore: (a: string, b: string) => boolean,
): ContactDay<Told> | null {
  if (a === null || b === null) return a ?? b;
  return goesBefore(a.on, b.on) ? b : a;
}
