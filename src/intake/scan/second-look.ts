import { type RecognisedWord, wordsOfHocr } from "./hocr.ts";
import type { Picture } from "./picture.ts";
import type { Recogniser } from "./recogniser.ts";
import { linesIn, type Measure, type Region } from "./regions.ts";
import { pieceAt, type StripPlaces, stripsOf } from "./strips.ts";
import { writeTiff } from "./tiff.ts";

/** What a page was cut into, for those parts that are read once more. */
export interface CutPage {
  readonly picture: Picture;
  readonly regions: readonly Region[];
  readonly usual: number;
}

/** A word with less confidence than this is looked at again, with all that was read beside it. */
const doubtful = 0.7;
/** A second reading may have lost so much of the letters of the first, which are then signs seen between the lines. */
const kept = 0.75;

/** A part of a strip, and where it lies among the words of the whole strip. */
interface Part {
  readonly region: Region;
  readonly strip: number;
  /** For parts laid beside each other: which of them. */
  readonly piece: number | null;
}

/**
 * Reads once more what the recogniser was unsure of: running text line by line, because it takes the marks of one line
 * for a line of their own, and short cells each by itself. The surer reading stays. Takes and gives the words of each
 * strip in points of the strip. Throws when the recogniser fails.
 */
export async function secondLook(
  { picture, regions, usual }: CutPage,
  places: readonly StripPlaces[],
  first: readonly (readonly RecognisedWord[])[],
  recogniser: Recogniser,
): Promise<readonly (readonly RecognisedWord[])[]> {
  const measure = { dotsPerInch: picture.dotsPerInch, usual };
  const parts = regions.flatMap((region, strip) =>
    partsOf(region, strip, places[strip], first[strip] ?? [], measure),
  );
  if (parts.length === 0) return first;
  const strips = stripsOf(
    picture,
    parts.map(({ region }) => region),
  );
  const hocr = await recogniser.recognise(writeTiff(strips, picture.dotsPerInch), strips.length);
  const read = wordsOfHocr(hocr, strips.length);
  const found = parts.map((part, i) => ({
    part,
    words: moved(read[i] ?? [], strips[i], places[part.strip], part.piece ?? 0, i),
  }));
  return first.map((words, strip) => {
    const own = found.filter(({ part }) => part.strip === strip);
    const place = places[strip];
    if (own.length === 0 || !place) return words;
    const blocks = own.filter(({ part }) => part.piece === null).flatMap((entry) => entry.words);
    if (blocks.length > 0) return surer(words, blocks);
    return place.pieces.flatMap((piece, at) => {
      const before = words.filter((word) => pieceAt(place, (word.left + word.right) / 2) === piece);
      const again = own.find(({ part }) => part.piece === at);
      return again ? surer(before, again.words) : before;
    });
  });
}

function partsOf(
  region: Region,
  strip: number,
  place: StripPlaces | undefined,
  words: readonly RecognisedWord[],
  measure: Measure,
): readonly Part[] {
  if (region.letters) {
    if (!words.some(isDoubtful)) return [];
    const lines = linesIn(region.letters, measure);
    return lines.length > 1 ? lines.map((line) => ({ region: line, strip, piece: null })) : [];
  }
  if (!place) return [];
  const areas = [...(region.company ? [null] : []), ...region.areas];
  return areas.flatMap((area, piece) => {
    if (area === null) return [];
    const own = words.filter((word) => pieceAt(place, (word.left + word.right) / 2) === place.pieces[piece]);
    if (own.length > 0 && !own.some(isDoubtful)) return [];
    return [{ region: { areas: [area], letters: null }, strip, piece }];
  });
}

function isDoubtful(word: RecognisedWord): boolean {
  return word.confidence < doubtful;
}

/** Words of a part in points of the strip that it is a part of, on lines of their own. */
function moved(
  words: readonly RecognisedWord[],
  from: StripPlaces | undefined,
  to: StripPlaces | undefined,
  piece: number,
  part: number,
): readonly RecognisedWord[] {
  const [own, whole] = [from?.pieces[0], to?.pieces[piece]];
  if (!own || !whole) return [];
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

function surer(one: readonly RecognisedWord[], other: readonly RecognisedWord[]): readonly RecognisedWord[] {
  const letters = (words: readonly RecognisedWord[]): number =>
    words.reduce((sum, { text, confidence }) => sum + (confidence < doubtful ? 0 : text.length), 0);
  const sureness = (words: readonly RecognisedWord[]): number =>
    words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) /
    Math.max(
      1,
      words.reduce((sum, { text }) => sum + text.length, 0),
    );
  return sureness(other) > sureness(one) && letters(other) >= kept * letters(one) ? other : one;
}
