import { longestMisreading, type Sight, sightOf } from "./confusion.ts";

/** A word or phrase that a text may be expected to hold. */
export interface Phrase {
  /**
   * NFC, with its capitals where it is a name. Punctuation inside may be missing in the text. "#" stands for a number, a
   * date or the number of a document: "số #".
   */
  readonly text: string;
  /** How surprising it is, in nats: 5 for the commonest word, 12 for the name of a commune. */
  readonly cost: number;
}

/** Letters of all syllables as a tree: words with the same beginning are compared with a misread word once. */
interface Letters {
  readonly children: Map<string, Letters>;
  syllable: string | null;
}

/** Phrases as a tree of syllables, small letters. */
export interface PhraseNode {
  readonly children: Map<string, PhraseNode>;
  /** The phrase that ends here, the likeliest; null when none does. */
  phrase: Phrase | null;
  /** A mark of punctuation may stand before the syllable that leads here. */
  pause: boolean;
}

export interface Lexicon {
  readonly phrases: PhraseNode;
  /** The syllables of the lexicon that a word of a damaged text may have been, the likeliest first. */
  readonly candidates: (word: string) => readonly Candidate[];
}

export interface Candidate {
  /** Small letters, NFC. */
  readonly syllable: string;
  /** Cost in nats of seeing the word where the syllable was written. */
  readonly cost: number;
}

/** What is written for a number in a phrase. */
export const numberSlot = "#";

const syllables = /[\p{L}\p{M}]+|#/gu;
/** Words asked about before; a document has some thousand different ones. */
const mostRemembered = 50_000;

/** Builds a lexicon; of one phrase given several times the cheapest counts. Nothing is asked of the order. */
export function buildLexicon(phrases: Iterable<Phrase>): Lexicon {
  const root = emptyNode();
  const letters: Letters = { children: new Map(), syllable: null };
  for (const phrase of phrases) addPhrase(root, letters, phrase);
  const known = new Map<string, readonly Candidate[]>();
  return {
    phrases: root,
    candidates: (word) => {
      let found = known.get(word);
      if (!found) {
        if (known.size > mostRemembered) known.clear();
        found = candidatesIn(letters, word);
        known.set(word, found);
      }
      return found;
    },
  };
}

function emptyNode(): PhraseNode {
  return { children: new Map(), phrase: null, pause: false };
}

function addPhrase(root: PhraseNode, letters: Letters, phrase: Phrase): void {
  let node = root;
  let before = 0;
  for (const match of phrase.text.matchAll(syllables)) {
    const syllable = match[0].toLowerCase();
    let next = node.children.get(syllable);
    if (!next) {
      next = emptyNode();
      node.children.set(syllable, next);
    }
    if (/[^\s]/.test(phrase.text.slice(before, match.index))) next.pause = true;
    before = match.index + match[0].length;
    node = next;
    if (syllable !== numberSlot) addSyllable(letters, syllable);
  }
  if (node !== root && (node.phrase === null || node.phrase.cost > phrase.cost)) node.phrase = phrase;
}

function addSyllable(letters: Letters, syllable: string): void {
  let node = letters;
  for (const letter of syllable) {
    let next = node.children.get(letter);
    if (!next) {
      next = { children: new Map(), syllable: null };
      node.children.set(letter, next);
    }
    node = next;
  }
  node.syllable = syllable;
}

/** Worse than this a word is not recognised, however well its neighbours are. */
function mostCost(word: string): number {
  return Math.min(11.5, 5.5 + 1.6 * word.length);
}

function candidatesIn(letters: Letters, word: string): readonly Candidate[] {
  const best = new Map<string, number>();
  const search = { sight: sightOf(word), most: mostCost(word), length: word.length, rows: [] };
  for (const shape of shapesOf(word)) walk(letters, search.sight.start, shape, 0, search, best);
  return [...best]
    .map(([syllable, cost]) => ({ syllable, cost }))
    .sort((a, b) => a.cost - b.cost || (a.syllable < b.syllable ? -1 : 1))
    .slice(0, 60);
}

/** How the letters meant may have been cased: all small, the first a capital, all capitals. */
type Shape = "small" | "capital" | "capitals";

function shapesOf(word: string): readonly Shape[] {
  const first = word[0] ?? "";
  if (/^\p{Ll}/u.test(first)) return ["small"];
  const capitals = (word.match(/\p{Lu}/gu) ?? []).length;
  if (/^\p{Lu}/u.test(first)) return capitals > 1 ? ["capital", "capitals"] : ["capital"];
  // A digit or a sign in place of the first letter ("1anh", "¢", "6ng") does not say how it was cased.
  return capitals > 0 ? ["small", "capital", "capitals"] : ["small", "capital"];
}

interface Search {
  readonly sight: Sight;
  readonly most: number;
  readonly length: number;
  /** Costs behind the letter of each depth of the tree, used again and again. */
  readonly rows: Float64Array[];
}

function walk(
  node: Letters,
  costs: Float64Array,
  shape: Shape,
  depth: number,
  search: Search,
  best: Map<string, number>,
): void {
  search.rows[depth] ??= new Float64Array(search.length + 1);
  const after = search.rows[depth];
  for (const [letter, next] of node.children) {
    const cased = shape === "small" ? letter : letter.toUpperCase();
    if (search.sight.step(costs, cased, after) > search.most) continue;
    const whole = after[search.length] ?? Number.POSITIVE_INFINITY;
    if (
      next.syllable !== null &&
      whole <= search.most &&
      whole < (best.get(next.syllable) ?? search.most + 1)
    )
      best.set(next.syllable, whole);
    walk(next, after, shape === "capital" ? "small" : shape, depth + 1, search, best);
  }
}

/** The longest word that can be one syllable seen badly; anything longer is a name or a code. */
export const longestWord = 7 * longestMisreading;
