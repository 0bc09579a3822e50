import type { Body, Gazetteer } from "../organisation/gazetteer.ts";
import { foldedKey } from "../text/fold.ts";
import type { SearchNames } from "../text/search-query.ts";
import { documentKinds } from "./kind.ts";

/** Abbreviations of fewer letters are those of too much: "VP", "TT", "CT". */
const shortestAbbreviation = 3;
/** What more bodies than these are called tells none of them. */
const mostBodies = 2;
/** A syllable of the language without its marks: "cat", "tu" and "bao" are words before they are abbreviations. */
const syllable = /^[bcdghklmnpqrstvx]{0,3}[aeiouy]{1,3}(?:ch?|m|n[gh]?|p|t)?$/;

const made = new WeakMap<Gazetteer, SearchNames>();

/** The other names by which a search finds bodies and documents, as the gazetteer and the kinds of document have them. */
export function searchNamesOf(gazetteer: Gazetteer): SearchNames {
  const known = made.get(gazetteer);
  if (known) return known;
  const names = makeNames(gazetteer);
  made.set(gazetteer, names);
  return names;
}

function makeNames({ bodies }: Gazetteer): SearchNames {
  // A province and a commune have bodies of the same names; they are one here.
  const groups = [...new Map(bodies.map(namesOf).map((names) => [names[0], names])).values()];
  const holders = new Map<string, (readonly string[])[]>();
  for (const group of groups)
    for (const name of group.filter((one) => !isCommon(one, group, groups)))
      holders.set(name, [...(holders.get(name) ?? []), group]);
  const sameAs = new Map(
    [...holders].flatMap(([name, found]) => {
      const all = withoutLonger([...new Set(found.flat())].filter((one) => holders.has(one)));
      return found.length > mostBodies || all.length < 2 ? [] : [[name, all] as const];
    }),
  );
  const kinds = new Map(
    // Of an abbreviation with two names, and a name with two abbreviations, the commoner stands first.
    documentKinds.toReversed().flatMap(({ abbreviation, name }) => {
      const short = foldedKey(abbreviation);
      return [[foldedKey(name), short] as const, [short, short] as const];
    }),
  );
  return { sameAs, kinds, longest: Math.max(0, ...[...sameAs.keys()].map((name) => name.split(" ").length)) };
}

/** "BQL" opens what many boards of other full names are called, so that it tells none; all that "BHXH" opens is one. */
function isCommon(name: string, group: readonly string[], groups: readonly (readonly string[])[]): boolean {
  if (name.includes(" ")) return false;
  const opened = groups.filter(
    (names) => !names[0]?.startsWith(group[0] ?? "") && names.some((one) => one.startsWith(`${name} `)),
  );
  return opened.length >= mostBodies;
}

/** What a body is called, folded and without its place, the full name first. */
function namesOf({ fullName, name, aliases, symbols }: Body): readonly string[] {
  const bare = [fullName, name, ...aliases, ...symbols].map((one) => foldedKey(one.replace(/\{\w\}/g, " ")));
  return [...new Set(bare)].filter(
    (one) => one.includes(" ") || (one.length >= shortestAbbreviation && !syllable.test(one)),
  );
}

/** Names that hold another one find nothing that this does not find. */
function withoutLonger(names: readonly string[]): readonly string[] {
  return names.filter((one) => !names.some((other) => other !== one && ` ${one} `.includes(` ${other} `)));
}
