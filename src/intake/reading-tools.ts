import type { Recogniser } from "./scan/recogniser.ts";

/** What a reader of files may ask of the program that started it. */
export interface ReadingTools {
  /** What reads letters off pictures; null when this machine has nothing that does. */
  readonly recogniser: () => Promise<Recogniser | null>;
  /** Tells how many of the pages that are read off pictures are done. */
  readonly progress: (page: number, pages: number) => void;
}

/** For files that need no pictures read, and for tests. */
export const noTools: ReadingTools = { recogniser: async () => null, progress: () => undefined };
