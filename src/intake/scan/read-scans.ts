import type { Rejection } from "../../domain/basics/ledger.ts";
import type { PictureReading } from "../../domain/document/extract.ts";
import { describePlace, onPage } from "../../domain/document/place.ts";
import { whyUnplaced } from "../../domain/language/unplaced-reasons.ts";
import type { ReadingTools } from "../reading-tools.ts";
import type { Picture } from "./picture.ts";
import { preparePicture, wordsRead } from "./read-picture.ts";
import type { Recogniser } from "./recogniser.ts";
import { stripReader } from "./strip-reader.ts";

/** The pages of a file that are read off pictures: their numbers, and a picture of each, null when none can be made. */
export interface Pictures {
  readonly numbers: readonly number[];
  readonly picture: (number: number) => Promise<Picture | null>;
}

/** Pages read off their pictures by number, and those that were not, with the reason. */
export interface ScansRead {
  readonly read: ReadonlyMap<number, PictureReading>;
  readonly failed: ReadonlyMap<number, Rejection>;
}

/** Where all pages were read before, nothing is left to recognise. */
export const unasked: Recogniser = {
  atATime: 1,
  recognise: () => Promise.reject(new Error("a page that was read before is not read again")),
};

/** Two pages go together as long as more than so many for each call are left: at the end all calls have work. */
const pairedBefore = 3;

/**
 * Reads pages off pictures, as many at a time as the recogniser does. The next page is made ready meanwhile; no more,
 * because pictures are large. A page that fails is told and harms no other. Pages read before are taken as they were, and
 * each that is read now is told as soon as it is.
 */
export async function readScans(
  pictures: Pictures,
  recogniser: Recogniser,
  { progress, readBefore, tellPage }: Pick<ReadingTools, "progress" | "readBefore" | "tellPage">,
): Promise<ScansRead> {
  const read = new Map<number, PictureReading>();
  const failed = new Map<number, Rejection>();
  const reader = stripReader(recogniser);
  const under: Promise<void>[] = [];
  let done = 0;
  const finish = (): void => progress(++done, pictures.numbers.length);
  const fail = (number: number, why: string): void => {
    failed.set(number, { what: `trang ${number}`, where: describePlace(onPage(number, null)), why });
  };
  for (const [at, number] of pictures.numbers.entries()) {
    const before = readBefore(number);
    if (before !== null) {
      read.set(number, before);
      finish();
      continue;
    }
    const picture = await pictures.picture(number);
    if (picture === null) {
      fail(number, whyUnplaced("pictureUnopened"));
      finish();
      continue;
    }
    const prepared = preparePicture(picture, number);
    const waits = at % 2 === 0 && pictures.numbers.length - at > pairedBefore * recogniser.atATime;
    if (!waits) await reader.turn();
    under.push(
      wordsRead(prepared, reader, { waits })
        .then(
          (page) => {
            read.set(number, page);
            tellPage(page);
          },
          (error: unknown) =>
            fail(
              number,
              whyUnplaced("notRecognised", error instanceof Error ? error.message : String(error)),
            ),
        )
        .then(finish),
    );
  }
  reader.end();
  await Promise.all(under);
  return { read, failed };
}
