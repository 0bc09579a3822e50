import type { RecognisedWord } from "./hocr.ts";
import { filledBlanks, headShare, sure, surest } from "./pen-blanks.ts";
import type { CutPage } from "./second-look.ts";
import type { StripReader } from "./strip-reader.ts";
import { pieceAt, type StripPlaces, stripsOf } from "./strips.ts";
import type { Strip } from "./tiff.ts";

/** What a recogniser makes of figures written by hand: some figure, and signs that look like others. */
const looksLikeFigures = /^(?=.*\d)[\d|!§€$&#@?()[\]{}lIOoQSBZ]{1,5}$/u;
/** So many of the renderings must show the same figures. */
const majority = 3;

/**
 * Reads the doubtful figures in the head of a first page again: as handwriting where they fill a blank of its form, else
 * alone, in several renderings of their picture, of which what most show stays. None is sure then. Takes and gives the
 * words of each strip. Throws when the recogniser fails.
 */
export async function votedFigures(
  page: CutPage,
  places: readonly StripPlaces[],
  before: readonly (readonly RecognisedWord[])[],
  reader: StripReader,
): Promise<readonly (readonly RecognisedWord[])[]> {
  const { picture, letters } = page;
  const read = filledBlanks(page, places, before);
  const doubted = read.flatMap((words, strip) =>
    words.flatMap((word) => {
      const place = places[strip];
      if (
        !place ||
        !before[strip]?.includes(word) ||
        word.confidence >= sure ||
        !looksLikeFigures.test(word.text)
      )
        return [];
      const { dx, dy } = pieceAt(place, (word.left + word.right) / 2);
      const area = {
        ...{ left: word.left + dx, right: word.right + dx },
        ...{ top: word.top + dy, bottom: word.bottom + dy },
      };
      return area.bottom < headShare * picture.height ? [{ word, area }] : [];
    }),
  );
  if (doubted.length === 0) return read;
  const regions = doubted.map(({ area }) => ({ areas: [area], letters: null }));
  const strips = stripsOf(picture, regions, letters).flatMap((strip) =>
    renderings.map((rendering) => rendering(strip)),
  );
  const seen = await reader.readLater(strips, picture.dotsPerInch);
  const answers = seen.map((words) => words.map(({ text }) => text).join(""));
  const voted = new Map(
    doubted.flatMap(({ word }, i) => {
      const text = winner(answers.slice(i * renderings.length, (i + 1) * renderings.length));
      return text === null ? [] : [[word, text] as const];
    }),
  );
  return read.map((words) =>
    words.map((word) => {
      const text = voted.get(word);
      return text === undefined ? word : { ...word, text, confidence: Math.min(surest, word.confidence) };
    }),
  );
}

/** The figures that most renderings show; null when there are none. */
function winner(answers: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const answer of answers)
    if (/^\d{1,5}$/.test(answer)) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= majority ? best[0] : null;
}

const renderings: readonly ((strip: Strip) => Strip)[] = [
  (strip) => strip,
  (strip) => scaled(strip, 0.7),
  (strip) => scaled(strip, 0.5),
  (strip) => stroked(strip, Math.min),
  (strip) => stroked(strip, Math.max),
];

/** The picture made smaller; each point is the mean of those it stands for. */
function scaled({ width, height, gray }: Strip, factor: number): Strip {
  const size = { width: Math.round(width * factor), height: Math.round(height * factor) };
  const to = new Uint8Array(size.width * size.height);
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      const [left, right] = [Math.floor(x / factor), Math.min(width, Math.ceil((x + 1) / factor))];
      const [top, bottom] = [Math.floor(y / factor), Math.min(height, Math.ceil((y + 1) / factor))];
      let sum = 0;
      for (let row = top; row < bottom; row++)
        for (let column = left; column < right; column++) sum += gray[row * width + column] ?? 255;
      to[y * size.width + x] = Math.round(sum / ((right - left) * (bottom - top)));
    }
  return { ...size, gray: to };
}

/** Strokes made thicker (the darkest of a point and its neighbours) or thinner (the lightest). */
function stroked({ width, height, gray }: Strip, choose: (...values: readonly number[]) => number): Strip {
  const to = gray.slice();
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      // Inside the picture.
      to[i] = choose(
        gray[i] as number,
        gray[i - 1] as number,
        gray[i + 1] as number,
        gray[i - width] as number,
        gray[i + width] as number,
      );
    }
  return { width, height, gray: to };
}
