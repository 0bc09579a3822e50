import { countStretch, emptyGrams, type Grams } from "../../src/domain/text/repair-grams.ts";
import { piecesOf } from "../../src/domain/text/repair-pieces.ts";
import { stretchesOf } from "../../src/domain/text/repair-stretches.ts";
import { canonicalSyllable, partsOfSyllable } from "../../src/domain/text/repair-syllable.ts";
import { names, ownSentences, phrases, syllables } from "./texts.ts";

/** How much a phrase, a sentence of our own, a name count beside a sentence of a program. */
const [phraseTimes, ownTimes, nameTimes] = [8, 4, 1];
/** A word of programs that is no listed syllable is a word from so many uses on. */
const leastUses = 2;

/** Counts of words in a row over all texts that the model may be made of. */
export function learnGrams(software: readonly string[]): Grams {
  const grams = emptyGrams(vocabulary(software));
  feed(grams, software, 1, false);
  feed(grams, ownSentences(), ownTimes, false);
  feed(grams, phrases(), phraseTimes, true);
  feed(grams, names(), nameTimes, true);
  return grams;
}

function feed(grams: Grams, texts: readonly string[], times: number, open: boolean): void {
  for (const text of texts)
    for (const stretch of stretchesOf(grams, text)) countStretch(grams, stretch, times, open);
}

/** All syllables of the list, those that the texts use besides, and the words of other languages in our phrases. */
function vocabulary(software: readonly string[]): readonly string[] {
  const listed = new Set(syllables());
  const uses = new Map<string, number>();
  const note = (texts: readonly string[], times: number, isWord: (word: string) => boolean) => {
    for (const text of texts)
      for (const piece of piecesOf(text)) {
        const word = canonicalSyllable(piece.core.toLowerCase());
        if (piece.kind === "word" && isWord(word)) uses.set(word, (uses.get(word) ?? 0) + times);
      }
  };
  const isSyllable = (word: string) => partsOfSyllable(word) !== null;
  note(phrases(), leastUses, (word) => isSyllable(word) || /^\p{L}{2,}$/u.test(word));
  note([...ownSentences(), ...names(), ...software], 1, isSyllable);
  return [
    ...new Set([...listed, ...[...uses].filter(([, count]) => count >= leastUses).map(([word]) => word)]),
  ];
}
