import { type RecognisedWord, wordsOfHocr } from "./hocr.ts";
import type { Recogniser } from "./recogniser.ts";
import { type Strip, writeTiff } from "./tiff.ts";

/** The words of each strip, in points of the strip. */
export type StripWords = readonly (readonly RecognisedWord[])[];

/**
 * Reads parts of pages. To start a recogniser takes as long as to read two lines, so that what is not in a hurry is read
 * together with what comes next. All of it fails when the recogniser does.
 */
export interface StripReader {
  /** Reads strips at once, and with them all that wait. */
  readonly read: (strips: readonly Strip[], dotsPerInch: number) => Promise<StripWords>;
  /** Reads strips with the next that are read. */
  readonly readLater: (strips: readonly Strip[], dotsPerInch: number) => Promise<StripWords>;
  /** Waits until fewer calls are under way than the recogniser takes at a time. */
  readonly turn: () => Promise<void>;
  /** Nothing more comes that others may wait for: what waits is read, and what is asked for later is not kept waiting. */
  readonly end: () => void;
}

/** Strips of one who asked, and where to tell their words. */
interface Part {
  readonly strips: readonly (Strip & { readonly dotsPerInch: number })[];
  readonly resolve: (words: StripWords) => void;
  readonly reject: (reason: unknown) => void;
}

/** A reader by this recogniser. */
export function stripReader(recogniser: Recogniser): StripReader {
  const waiting: Part[] = [];
  const running = new Set<Promise<void>>();
  let ended = false;
  const begin = (parts: readonly Part[]): void => {
    const call: Promise<void> = readParts(recogniser, parts).then(() => {
      running.delete(call);
      goOn();
    });
    running.add(call);
  };
  const goOn = (): void => {
    while (ended && running.size < recogniser.atATime) {
      const part = waiting.shift();
      if (!part) return;
      begin([part]);
    }
  };
  const asked = (
    strips: readonly Strip[],
    dotsPerInch: number,
    take: (part: Part) => void,
  ): Promise<StripWords> => {
    if (strips.length === 0) return Promise.resolve([]);
    const { promise, resolve, reject } = Promise.withResolvers<StripWords>();
    take({ strips: strips.map((strip) => ({ ...strip, dotsPerInch })), resolve, reject });
    return promise;
  };
  return {
    read: (strips, dotsPerInch) =>
      asked(strips, dotsPerInch, (part) => begin([part, ...waiting.splice(0, waiting.length)])),
    readLater: (strips, dotsPerInch) =>
      asked(strips, dotsPerInch, (part) => {
        waiting.push(part);
        goOn();
      }),
    turn: async () => {
      while (running.size >= recogniser.atATime) await Promise.race(running);
    },
    end: () => {
      ended = true;
      goOn();
    },
  };
}

/** Reads parts in one call. When that fails each is read by itself, so that none takes another along. Never rejects. */
async function readParts(recogniser: Recogniser, parts: readonly Part[]): Promise<void> {
  try {
    const strips = parts.flatMap((part) => part.strips);
    const words = wordsOfHocr(await recogniser.recognise(writeTiff(strips), strips.length), strips.length);
    let at = 0;
    for (const part of parts) {
      const end = at + part.strips.length;
      part.resolve(words.slice(at, end));
      at = end;
    }
  } catch (reason) {
    const [only, ...others] = parts;
    if (others.length === 0) only?.reject(reason);
    else for (const part of parts) await readParts(recogniser, [part]);
  }
}
