import { countStretch, type Grams, numeral, stranger } from "./repair-grams.ts";
import { piecesOf } from "./repair-pieces.ts";
import { canonicalSyllable } from "./repair-syllable.ts";

/** The words of clean text as numbers of the model, cut where sentences end. */
export function stretchesOf(grams: Grams, text: string): readonly (readonly number[])[] {
  const stretches: number[][] = [];
  for (const piece of piecesOf(text.normalize("NFC"))) {
    if (piece.breaks || stretches.length === 0) stretches.push([]);
    if (piece.kind === "sign") continue;
    stretches.at(-1)?.push(piece.kind === "number" ? numeral : numberOfWord(grams, piece.core));
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

/** The number of a word as written; that of a stranger for what the model does not have. */
export function numberOfWord(grams: Grams, written: string): number {
  return grams.numberOf.get(canonicalSyllable(written.toLowerCase())) ?? stranger;
}

/**
 * Lets the model learn how words follow each other in clean text, `times` times as strongly as in its own: the documents of
 * a province say best how its next document goes on. Changes the counts given; keep the shipped ones by `copyOfGrams`.
 */
export function learn(counts: Grams, text: string, times = 1): void {
  for (const stretch of stretchesOf(counts, text)) countStretch(counts, stretch, times);
}
