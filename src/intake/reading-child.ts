import { type ChildProcess, fork } from "node:child_process";
import { fail, type Result } from "../domain/basics/result.ts";
import type { Extract as FileExtract, PictureReading } from "../domain/document/extract.ts";
import type { ReadingLimits } from "./limits.ts";
import {
  type ChildMessage,
  type MemoryUse,
  memoryLimitMark,
  type ParentMessage,
  type ReadingRequest,
} from "./reading-messages.ts";
import type { NativeRecogniser } from "./scan/native-recogniser.ts";
import type { PageCopy } from "./scan/page-image.ts";
import { serveChild } from "./serve-child.ts";

/** What is told while a file is read. */
export interface ReadingTold {
  /** How many of the pages that are read off pictures are done. */
  readonly onProgress?: ((page: number, pages: number) => void) | undefined;
  /** A page read off its picture now. */
  readonly onPage?: ((reading: PictureReading) => void) | undefined;
  /** The picture of a page, where copies are wanted, page by page; the next comes when this one was taken. */
  readonly onCopy?: ((number: number, copy: PageCopy | null) => Promise<void>) | undefined;
}

/** A file as it was read: what it holds or why it could not be read, and the hash of its bytes when they were seen. */
export interface ReadFile {
  readonly extract: Result<FileExtract>;
  /** Hexadecimal, lower case; null when the file could not be opened or is too large. */
  readonly sha256: string | null;
  /** How many of its pages have to be read off pictures. */
  readonly pictures: number;
}

export interface ChildOptions {
  /** Environment of the child; none by default, so that a hostile file finds no secret in it. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Told of each bug that a reader threw, with its stack, and of the last words of a child that died. */
  readonly onBug?: (stack: string) => void;
  /** Told after each file that was read or refused what memory the child took. */
  readonly onMemory?: (use: MemoryUse) => void;
  /** Finds what reads letters off pictures, null when this machine has nothing that does; asked once, when needed. */
  readonly recogniser?: () => Promise<NativeRecogniser | null>;
  /** The program of the child, for tests of what happens when it misbehaves. */
  readonly script?: URL;
}

/** A process that reads files, one at a time. */
export interface ReadingChild {
  /** False once it ended, was ended, or shall not be given another file. */
  isAlive(): boolean;
  read(file: ReadingRequest, told?: ReadingTold): Promise<ReadFile>;
  end(): void;
}

export function startChild(limits: ReadingLimits, options: ChildOptions): ReadingChild {
  const child = forkChild(limits, options);
  const errors = tailOfErrors(child);
  let alive = true;
  let recogniser: Promise<NativeRecogniser | null> | null = null;
  const findRecogniser = (): Promise<NativeRecogniser | null> => {
    recogniser ??= options.recogniser?.() ?? Promise.resolve(null);
    return recogniser;
  };
  const end = (): void => {
    alive = false;
    child.kill("SIGKILL");
    // Whatever it cannot find cannot run.
    recogniser?.then((found) => found?.close()).catch(() => undefined);
  };
  child.on("exit", () => {
    alive = false;
  });
  child.on("error", end);
  return {
    isAlive: () => alive && child.connected,
    end,
    read: async (request, told = {}) => {
      const { milliseconds } = limits;
      const outcome = await converse(child, request, { milliseconds, findRecogniser, told });
      const extract = judge(outcome, errors(), limits, options);
      if (outcome.kind === "read") options.onMemory?.(outcome.memory);
      // What one file left in memory is not the next one's fault.
      if (outcome.kind !== "read" || outcome.memory.residentBytes * 2 > limits.residentBytes) end();
      return { extract, sha256: outcome.sha256, pictures: outcome.pictures };
    },
  };
}

/** How a file ended: the child's last message, or what befell the child. */
type Outcome = { readonly sha256: string | null; readonly pictures: number } & (
  | Extract<ChildMessage, { kind: "read" | "threw" }>
  | { readonly kind: "died"; readonly reason: string }
  | { readonly kind: "tooSlow" }
);

interface Conversation {
  readonly milliseconds: number;
  readonly findRecogniser: () => Promise<NativeRecogniser | null>;
  readonly told: ReadingTold;
}

/**
 * Sends the file, does what the child asks for, and waits for the end, whichever comes first: an answer, a death, an
 * error of the channel, the time. A scan of many pages takes long: the time is that from one page to the next.
 */
function converse(child: ChildProcess, request: ReadingRequest, how: Conversation): Promise<Outcome> {
  return new Promise((resolve) => {
    let sha256: string | null = null;
    let pictures = 0;
    let timer: NodeJS.Timeout | undefined;
    const finish = (outcome: Outcome): void => {
      clearTimeout(timer);
      child.off("message", onMessage).off("close", onClose).off("error", onError);
      resolve(outcome);
    };
    // The timer holds the parent's event loop while a file is read; the child itself never does.
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => finish({ kind: "tooSlow", sha256, pictures }), how.milliseconds);
    };
    const onMessage = (message: ChildMessage): void => {
      if (message.kind === "sha256") sha256 = message.sha256;
      else if (message.kind === "read" || message.kind === "threw") finish({ ...message, sha256, pictures });
      else if (message.kind === "progress") {
        wait();
        how.told.onProgress?.(message.page, message.pages);
      } else if (message.kind === "pageRead") how.told.onPage?.(message.reading);
      else if (message.kind === "pageCopy") {
        // Whoever takes it may be slow, and is not the reader's fault.
        clearTimeout(timer);
        const taken = how.told.onCopy?.(message.number, message.copy) ?? Promise.resolve();
        taken.then(
          () => {
            wait();
            if (child.connected) child.send({ kind: "copyTaken" } satisfies ParentMessage, () => undefined);
          },
          (error: unknown) => finish({ kind: "died", reason: String(error), sha256, pictures }),
        );
      } else {
        if (message.kind === "askRecogniser") pictures = message.pictures;
        serveChild(child, message, request.scans === "none" ? async () => null : how.findRecogniser);
      }
    };
    const onClose = (code: number | null, signal: NodeJS.Signals | null): void =>
      finish({ kind: "died", reason: signal ?? `exit ${code}`, sha256, pictures });
    const onError = (error: Error): void => finish({ kind: "died", reason: error.message, sha256, pictures });
    wait();
    child.on("message", onMessage).on("close", onClose).on("error", onError);
    const message: ParentMessage = { kind: "file", request };
    // A channel closed by a dying child tells of it here first; the cause is known at its close.
    child.send(message, (error) => error && !child.pid && onError(error));
  });
}

function judge(
  outcome: Outcome,
  errors: string,
  limits: ReadingLimits,
  options: ChildOptions,
): Result<FileExtract> {
  switch (outcome.kind) {
    case "read":
      return outcome.result;
    case "tooSlow":
      return fail("file.too-slow", { seconds: Math.round(limits.milliseconds / 1000) });
    case "threw":
      options.onBug?.(outcome.stack);
      return fail("file.reader-died", { reason: firstLine(outcome.message) });
    case "died":
      if (errors.includes(memoryLimitMark))
        return fail("file.too-big-for-memory", { megabytes: Math.round(limits.residentBytes / 1e6) });
      // V8 writes this before it ends a process whose heap is full.
      if (errors.includes("heap out of memory") || errors.includes("Reached heap limit"))
        return fail("file.too-big-for-memory", { megabytes: limits.heapMegabytes });
      if (errors !== "") options.onBug?.(errors);
      return fail("file.reader-died", { reason: firstLine(outcome.reason) });
  }
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").slice(0, 200);
}

function forkChild(limits: ReadingLimits, options: ChildOptions): ChildProcess {
  const child = fork(options.script ?? ownScript(), [JSON.stringify(limits), String(process.pid)], {
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, ...confinement()],
    env: options.environment ?? {},
    serialization: "advanced",
    // No input; what libraries print must not mix with the parent's own output.
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  child.unref();
  child.channel?.unref();
  return child;
}

/**
 * The child may read files, start its watchdog and load the library that decodes pictures, but write no file and start
 * no program, where Node can forbid it.
 */
function confinement(): readonly string[] {
  return process.allowedNodeEnvironmentFlags.has("--permission")
    ? ["--permission", "--allow-fs-read=*", "--allow-worker", "--allow-addons"]
    : [];
}

/** Bundled, the reader lies beside the program as a file of its own; unbundled, it is the source file. */
function ownScript(): URL {
  return import.meta.url.endsWith(".ts")
    ? new URL("./worker.ts", import.meta.url)
    : new URL("./intake-worker.js", import.meta.url);
}

/** Keeps the end of what the child writes to its error output. */
function tailOfErrors(child: ChildProcess): () => string {
  let tail = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    tail = (tail + text).slice(-20_000);
  });
  // A pipe is a socket, though its type does not say so; unread, it must not hold the parent either.
  const stderr = child.stderr;
  if (stderr && "unref" in stderr && typeof stderr.unref === "function") stderr.unref();
  return () => tail;
}
