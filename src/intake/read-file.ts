import { type ReadingLimits, readingLimits, refuseTooLarge } from "./limits.ts";
import { type ChildOptions, type ReadFile, type ReadingChild, startChild } from "./reading-child.ts";
import type { FileToRead } from "./reading-messages.ts";

export type { ReadFile } from "./reading-child.ts";
export type { FileToRead } from "./reading-messages.ts";

export interface ReadingOptions extends ChildOptions {
  readonly limits?: Partial<ReadingLimits>;
  /** Starts the child now: a program that is about to read a file gets other things ready meanwhile. */
  readonly atOnce?: boolean;
}

/** Reads files one at a time in a child process; a dead child is replaced at the next file. */
export interface FileReading {
  read(file: FileToRead): Promise<ReadFile>;
  /** Ends the child. Not closing leaves nothing behind either: the child ends with its parent, and holds up no exit. */
  close(): void;
}

/** Reads one file in a child process of its own. Fails as `FileReading.read` does. */
export async function readFileInChild(file: FileToRead, options: ReadingOptions = {}): Promise<ReadFile> {
  const reading = startReading(options);
  try {
    return await reading.read(file);
  } finally {
    reading.close();
  }
}

/**
 * Gets ready to read files in a child process, which starts at the first file unless told otherwise. Beside the failures of the readers, a
 * file may fail with `file.not-found`, `file.unreadable` ({ path }), `file.too-large` ({ megabytes, limit }),
 * `file.too-slow` ({ seconds }), `file.too-big-for-memory` ({ megabytes }) and `file.reader-died` ({ reason }).
 */
export function startReading(options: ReadingOptions = {}): FileReading {
  const limits = { ...readingLimits, ...options.limits };
  let child: ReadingChild | null = options.atOnce ? startChild(limits, options) : null;
  let last: Promise<unknown> = Promise.resolve();
  const readNow = async (file: FileToRead): Promise<ReadFile> => {
    const tooLarge = "bytes" in file ? refuseTooLarge(file.bytes.length, limits.fileBytes) : null;
    if (tooLarge) return { extract: tooLarge, sha256: null };
    child = child?.isAlive() ? child : startChild(limits, options);
    return child.read(file);
  };
  return {
    read: (file) => {
      const reading = last.then(() => readNow(file));
      last = reading;
      return reading;
    },
    close: () => child?.end(),
  };
}
