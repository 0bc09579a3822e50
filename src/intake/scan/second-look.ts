import type { Component } from "./components.ts";
import type { RecognisedWord } from "./hocr.ts";
import type { Picture } from "./picture.ts";
import { linesIn, type Measure, type Region } from "./regions.ts";
import type { StripReader } from "./strip-reader.ts";
import { pieceAt, type StripPlaces, stripsOf } from "./strips.ts";

/** What a page was cut into, for those parts that are read once more. */
export interface CutPage {
  readonly picture: Picture;
  readonly letters: readonly Component[];
  readonly regions: readonly Region[];
  readonly usual: number;
}

/** A word with less confidence than this is looked at again, with all that was read beside it. */
const doubtful = 0.7;
/** A second reading may have lost so much of the letters of the first, which are then signs seen between the lines. */
const kept = 0.75;

/** A part of a strip to be read again, with the words that were read in it. */
interface Part {
  readonly region: Region;
  readonly strip: number;
  readonly piece: StripPlaces["pieces"][number];
  readonly before: readonly RecognisedWord[];
}

/**
 * Reads once more what the recogniser was unsure of: lines of running text one by one, because it takes the marks of a
 * line for a line of their own, and short cells each by itself. The surer reading of each stays. Takes and gives the
 * words of each strip in points of the strip. Throws when the recogniser fails.
 */
export async function secondLook(
  { picture, letters, regions, usual }: CutPage,
  places: readonly StripPlaces[],
  first: readonly (readonly RecognisedWord[])[],
  reader: StripReader,
): Promise<readonly (readonly RecognisedWord[])[]> {
  const measure = { dotsPerInch: picture.dotsPerInch, usual };
  const parts = regions
    .flatMap((region, strip) => partsOf(region, strip, places[strip], first[strip] ?? [], measure))
    .filter(({ before }) => before.some(isDoubtful));
  if (parts.length === 0) return first;
  const strips = stripsOf(
    picture,
    parts.map(({ region }) => region),
    letters,
  );
  const read = await reader.readLater(strips, picture.dotsPerInch);
  const words = first.map((each) => [...each]);
  parts.forEach((part, i) => {
    const again = moved(read[i] ?? [], strips[i], part.piece, i);
    const own = words[part.strip];
    if (!own || !isSurer(again, part.before)) return;
    const at = own.findIndex((word) => part.before.includes(word));
    const rest = own.filter((word) => !part.before.includes(word));
    rest.splice(at < 0 ? rest.length : at, 0, ...again);
    words[part.strip] = rest;
  });
  return words;
}

/** The lines of running text, or the parts laid beside each other, each with its words. */
function partsOf(
  region: Region,
  strip: number,
  place: StripPlaces | undefined,
  words: readonly RecognisedWord[],
  measure: Measure,
): readonly Part[] {
  const [only, ...others] = place?.pieces ?? [];
  if (!place || !only) return [];
  if (region.letters) {
    if (!words.some(isDoubtful)) return [];
    const lines = linesIn(region.letters, measure);
    const middles = lines.map(({ areas: [area] }) => (area ? (area.top + area.bottom) / 2 - only.dy : 0));
    const lineOf = ({ top, bottom }: RecognisedWord): number => nearest(middles, (top + bottom) / 2);
    return lines.length < 2
      ? []
      : lines.map((line, i) => ({
          ...{ region: line, strip, piece: only },
          before: words.filter((word) => lineOf(word) === i),
        }));
  }
  return (
    [only, ...others]
      .filter(({ counts }) => counts)
      .map((piece, i) => ({
        ...{ region: { areas: region.areas.slice(i, i + 1), letters: null }, strip, piece },
        before: words.filter((word) => pieceAt(place, (word.left + word.right) / 2) === piece),
      }))
      // A figure by itself is read worse than in company.
      .filter(({ before }) => before.every(({ text }) => /\p{L}{2}/u.test(text)))
  );
}

function nearest(places: readonly number[], to: number): number {
  const distances = places.map((place) => Math.abs(place - to));
  return distances.indexOf(Math.min(...distances));
}

function isDoubtful(word: RecognisedWord): boolean {
  return word.confidence < doubtful;
}

/** Words of a part in points of the strip that it is a part of, on lines of their own. */
function moved(
  words: readonly RecognisedWord[],
  strip: StripPlaces | undefined,
  whole: Part["piece"],
  part: number,
): readonly RecognisedWord[] {
  const [own] = strip?.pieces ?? [];
  if (!own) return [];
  const [dx, dy] = [own.dx - whole.dx, own.dy - whole.dy];
  return words.map((word) => ({
    ...word,
    left: word.left + dx,
    right: word.right + dx,
    top: word.top + dy,
    bottom: word.bottom + dy,
    baseline: word.baseline + dy,
    line: (part + 1) * linesApart + word.line,
  }));
}

/** More than a strip has lines. */
const linesApart = 1000;

function isSurer(again: readonly RecognisedWord[], before: readonly RecognisedWord[]): boolean {
  return sureness(again) > sureness(before) && sureLetters(again) >= kept * sureLetters(before);
}

function sureLetters(words: readonly RecognisedWord[]): number {
  return words.reduce((sum, word) => sum + (isDoubtful(word) ? 0 : word.text.length), 0);
}

/** The mean confidence of letters. */
function sureness(words: readonly RecognisedWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return (
    words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / Math.max(1, letters)
  );
}
