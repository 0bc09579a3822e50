import type { PictureReading } from "../domain/document/extract.ts";
import type { PageCopy } from "./scan/page-image.ts";
import type { Recogniser } from "./scan/recogniser.ts";

/** What a reader of files may ask of the program that started it. */
export interface ReadingTools {
  /**
   * What reads letters off pictures; null when this machine has nothing that does, or pictures shall not be read now.
   * `pictures`: how many pages are to be read so.
   */
  readonly recogniser: (pictures: number) => Promise<Recogniser | null>;
  /** Only the first page shall be read off its picture: for marks in its head. */
  readonly headOnly: boolean;
  /** A page that was read off its picture before, or null. */
  readonly readBefore: (page: number) => PictureReading | null;
  /** Tells a page read off its picture as soon as it is. */
  readonly tellPage: (reading: PictureReading) => void;
  /** Tells how many of the pages that are read off pictures are done. */
  readonly progress: (page: number, pages: number) => void;
  /** Hands over the picture of a page, null when none can be made, and waits until it was taken; absent when nobody wants them. */
  readonly handCopy?: (number: number, copy: PageCopy | null) => Promise<void>;
}

/** For files that need no pictures read, and for tests. */
export const noTools: ReadingTools = {
  recogniser: async () => null,
  headOnly: false,
  readBefore: () => null,
  tellPage: () => undefined,
  progress: () => undefined,
};
