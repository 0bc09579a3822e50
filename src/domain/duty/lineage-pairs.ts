import type { PooledText } from "./lineage-likeness.ts";
import { isSharedSyllable, lineageWords } from "./lineage-words.ts";

/**
 * The pairs of neighbours by which a task is found among many, each as a number of 32 bits: of its folded words those that
 * tell something. Two pairs of one number are as rare as they are harmless: what is found is looked at closely.
 */
export function pairsOfFolded(folded: string): readonly number[] {
  return distinctNumbers(pairsOf(folded.split(" ")));
}

/** The pairs by which tasks like a text are sought; `bodies` are names of bodies, folded, which are judged apart. */
export function pairsSought(text: PooledText, bodies: readonly string[]): readonly number[] {
  const { terms, names } = lineageWords(text, bodies);
  return distinctNumbers([
    ...[...terms].flatMap((term) => pairsOf(term.split(" "))),
    ...[...names.keys()].flatMap((name) => pairsOf(name.split(" "))),
  ]);
}

function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).flatMap((word, at) => {
    const before = words[at] ?? "";
    const tells = !(isSharedSyllable(before) && isSharedSyllable(word)) && !/^\d|^$/.test(word);
    return tells && !/^\d|^$/.test(before) ? [`${before} ${word}`] : [];
  });
}

function distinctNumbers(pairs: readonly string[]): readonly number[] {
  return [...new Set(pairs.map(numberOf))];
}

/** FNV-1a (draft-eastlake-fnv) over UTF-16 units, as PostgreSQL's integer holds it. */
function numberOf(pair: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < pair.length; at++) hash = Math.imul(hash ^ pair.charCodeAt(at), 0x01000193);
  return hash | 0;
}
