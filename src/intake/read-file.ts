import { fail } from "../domain/basics/result.ts";
import { type ReadingLimits, readingLimits, refuseTooLarge } from "./limits.ts";
import { conversionLimits, convert } from "./office/convert.ts";
import { asConverted, formatForOffice } from "./office/read-converted.ts";
import {
  type ChildOptions,
  type ReadFile,
  type ReadingChild,
  type ReadingTold,
  startChild,
} from "./reading-child.ts";
import type { FileToRead, ReadingRequest } from "./reading-messages.ts";

export type { ReadFile, ReadingTold } from "./reading-child.ts";
export type { FileToRead } from "./reading-messages.ts";

export interface ReadingOptions extends ChildOptions {
  readonly limits?: Partial<ReadingLimits>;
  /** The program file of LibreOffice; null where there is none. */
  readonly office?: string | null;
  /** Certificates of the authorities that signatures are judged by, as PEM text; none trusts nobody. */
  readonly trustList?: string;
  /** Starts the child now: a program that is about to read a file gets other things ready meanwhile. */
  readonly atOnce?: boolean;
}

/** Reads files one at a time in a child process; a dead child is replaced at the next file. */
export interface FileReading {
  /** The signal ends the reading of this file, also while it waits for its turn; it fails with `file.cancelled` then. */
  read(file: FileToRead, signal?: AbortSignal, told?: ReadingTold): Promise<ReadFile>;
  /** Another of the same kind, with a child of its own: for what takes long and must not hold up others. */
  apart(): FileReading;
  /** Ends the child. Not closing leaves nothing behind either: the child ends with its parent, and holds up no exit. */
  close(): void;
}

/** A bug, or a disk that is full: told whole, and a failure of this file alone. */
function afterBug(error: unknown, { onBug }: ReadingOptions): ReadFile {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  onBug?.(stack ?? message);
  return { extract: fail("file.reader-died", { reason: message.slice(0, 200) }), sha256: null, pictures: 0 };
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
 * `file.too-slow` ({ seconds }), `file.too-big-for-memory` ({ megabytes }), `file.reader-died` ({ reason }),
 * `file.cancelled`, and as `convert` does.
 */
export function startReading(options: ReadingOptions = {}): FileReading {
  const limits = { ...readingLimits, ...options.limits };
  const closing = new AbortController();
  let child: ReadingChild | null = options.atOnce ? startChild(limits, options) : null;
  let last: Promise<unknown> = Promise.resolve();
  const readInChild = async (
    request: ReadingRequest,
    signal: AbortSignal,
    told?: ReadingTold,
  ): Promise<ReadFile> => {
    const reader = child?.isAlive() ? child : startChild(limits, options);
    child = reader;
    signal.addEventListener("abort", reader.end);
    const read = await reader.read(request, told);
    signal.removeEventListener("abort", reader.end);
    return signal.aborted ? { ...read, extract: fail("file.cancelled") } : read;
  };
  const readNow = async (file: FileToRead, signal: AbortSignal, told?: ReadingTold): Promise<ReadFile> => {
    if (signal.aborted) return { extract: fail("file.cancelled"), sha256: null, pictures: 0 };
    const tooLarge = "bytes" in file ? refuseTooLarge(file.bytes.length, limits.fileBytes) : null;
    if (tooLarge) return { extract: tooLarge, sha256: null, pictures: 0 };
    const { office = null, trustList = "" } = options;
    const read = await readInChild({ ...file, office: office !== null, trustList }, signal, told);
    const format = office === null ? null : formatForOffice(read);
    if (office === null || format === null) return read;
    const converted = await convert(office, file, format, conversionLimits(limits, signal));
    if (!converted.ok) return { extract: converted, sha256: read.sha256, pictures: 0 };
    const { extract } = await readInChild({ bytes: converted.value, office: false, trustList }, signal);
    return { extract: asConverted(extract, format), sha256: read.sha256, pictures: 0 };
  };
  return {
    read: (file, signal, told) => {
      const either = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      const reading = last
        .then(() => readNow(file, either, told))
        .catch((error: unknown) => afterBug(error, options));
      last = reading;
      return reading;
    },
    apart: () => startReading({ ...options, atOnce: false }),
    close: () => {
      closing.abort();
      child?.end();
    },
  };
}
