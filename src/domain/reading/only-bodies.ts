import type { Addressee } from "../organisation/addressee.ts";
import { readAddressees } from "../organisation/addressees.ts";
import { findAddressees } from "../organisation/mentions.ts";
import type { ReadingContext } from "./context.ts";

/**
 * The bodies of a text that names bodies and nothing else, else null. The list reader takes any words for a body, as
 * it must in a column of bodies; here names that would be known in running text have to make up `share` (0…1) of it.
 */
export function onlyBodies(
  text: string,
  { gazetteer, addressing }: ReadingContext,
  share: number,
): readonly Addressee[] | null {
  if (text.length > 600) return null;
  const known = findAddressees(text, gazetteer, addressing).reduce(
    (sum, { start, end }) => sum + end - start + 2,
    0,
  );
  if (known < text.length * share) return null;
  const { addressees, unplaced, doubt } = readAddressees(text, gazetteer, addressing);
  return addressees.length > 0 && unplaced.length === 0 && doubt < 0.5 ? addressees : null;
}
