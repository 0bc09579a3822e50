import type { PooledText } from "./lineage-likeness.ts";
import { isSharedSyllable, lineageWords } from "./lineage-words.ts";

/** How many tasks are looked at closely for one directive. */
const mostForOne = 12;

/**
 * Finds, among many tasks that pass by once as folded text, the few that share rare words with directives. What a word
 * tells is known only when all have passed, so that the words of each task are noted by number until then.
 */
export class CandidateSearch {
  private readonly wanted = new Map<string, number>();
  /** First words of wanted pairs: only behind them a pair is looked for. */
  private readonly heads = new Set<string>();
  private readonly directives: readonly (readonly number[])[];
  private readonly holders: number[] = [];
  private readonly seen: { readonly id: string; readonly terms: readonly number[] }[] = [];
  private passed = 0;

  constructor(directives: readonly PooledText[], bodies: readonly string[]) {
    this.directives = directives.map((directive) => {
      const { terms, names } = lineageWords(directive, bodies);
      const pairs = [...terms, ...[...names.keys()].flatMap((name) => pairsOf(name.split(" ")))];
      return [...new Set(pairs)].map((term) => this.numberOf(term));
    });
  }

  /** Looks at one task: the folded words by which it is found. */
  look(id: string, folded: string): void {
    this.passed++;
    const words = folded.split(" ");
    const terms = new Set<number>();
    words.forEach((word, at) => {
      const single = this.wanted.get(word);
      if (single !== undefined) terms.add(single);
      const pair = this.heads.has(word) ? this.wanted.get(`${word} ${words[at + 1] ?? ""}`) : undefined;
      if (pair !== undefined) terms.add(pair);
    });
    for (const term of terms) this.holders[term] = (this.holders[term] ?? 0) + 1;
    if (terms.size > 1) this.seen.push({ id, terms: [...terms] });
  }

  /** The tasks that are worth a closer look, at most a dozen for each directive. */
  best(): ReadonlySet<string> {
    const weights = this.holders.map((count) => Math.max(0, Math.log((this.passed + 1) / (count + 0.5))));
    const found = this.directives.flatMap((terms) => {
      const own = new Set(terms);
      return this.seen
        .map(({ id, terms: held }) => ({
          id,
          weight: held.reduce((sum, term) => sum + (own.has(term) ? (weights[term] ?? 0) : 0), 0),
        }))
        .filter(({ weight }) => weight > 0)
        .toSorted((a, b) => b.weight - a.weight)
        .slice(0, mostForOne)
        .map(({ id }) => id);
    });
    return new Set(found);
  }

  private numberOf(term: string): number {
    const known = this.wanted.get(term);
    if (known !== undefined) return known;
    this.wanted.set(term, this.wanted.size);
    const space = term.indexOf(" ");
    if (space > 0) this.heads.add(term.slice(0, space));
    this.holders.push(0);
    return this.wanted.size - 1;
  }
}

function pairsOf(words: readonly string[]): readonly string[] {
  if (words.length === 1) return words;
  return words.slice(1).flatMap((word, at) => {
    const before = words[at] ?? "";
    return isSharedSyllable(before) && isSharedSyllable(word) ? [] : [`${before} ${word}`];
  });
}
