import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Extract } from "../domain/document/extract.ts";
import { childTools } from "./child-tools.ts";
import { type ReadingLimits, refuseTooLarge } from "./limits.ts";
import {
  type ChildMessage,
  memoryLimitMark,
  type ParentMessage,
  type ReadingAids,
  type ReadingRequest,
} from "./reading-messages.ts";
import type { ReadingTools } from "./reading-tools.ts";

type Reader = (
  bytes: Uint8Array,
  limits: ReadingLimits,
  aids: ReadingAids,
  tools: ReadingTools,
) => Promise<Result<Extract>>;

/**
 * The life of a reading child: reads the files it is told, one after another, until the channel to its parent closes.
 * The limits stand as JSON in the first argument, the process id of the parent in the second.
 */
export function serveReading(read: Reader): void {
  const limits: ReadingLimits = JSON.parse(process.argv[2] ?? "");
  process.on("disconnect", () => process.exit(0));
  // A library's side branch that failed after its result was given up (pdfjs on damaged files): what the reader waits
  // for stands by itself, and what would never come is ended by the time limit. Not worth the child, nor the next file.
  process.on("unhandledRejection", (reason) => console.error("unhandled rejection:", reason));
  const { toolsFor, take } = childTools(say);
  process.on("message", (message: ParentMessage) => {
    if (message.kind === "file")
      answer(message.request, limits, (bytes) =>
        read(bytes, limits, message.request, toolsFor(message.request)),
      ).then(say, (error: unknown) => say(threw(error)));
    else take(message);
  });
  startWatchdog(limits.residentBytes, Number(process.argv[3]));
}

function say(message: ChildMessage): void {
  process.send?.(message);
}

async function answer(
  file: ReadingRequest,
  limits: ReadingLimits,
  read: (bytes: Uint8Array) => Promise<Result<Extract>>,
): Promise<ChildMessage> {
  const bytes = "bytes" in file ? succeed(file.bytes) : await load(file.path, limits);
  if (bytes.ok) say({ kind: "sha256", sha256: createHash("sha256").update(bytes.value).digest("hex") });
  const result = bytes.ok ? await read(bytes.value) : bytes;
  const memory = {
    residentBytes: process.memoryUsage.rss(),
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
  return { kind: "read", result, memory };
}

async function load(path: string, limits: ReadingLimits): Promise<Result<Uint8Array>> {
  try {
    const found = await stat(path);
    // A device or a pipe never ends.
    if (!found.isFile()) return fail("file.unreadable", { path });
    return refuseTooLarge(found.size, limits.fileBytes) ?? succeed(await readFile(path));
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return fail(missing ? "file.not-found" : "file.unreadable", { path });
  }
}

function threw(error: unknown): ChildMessage {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { kind: "threw", message, stack: stack ?? message };
}

/**
 * A reader that loops or swallows memory holds the main thread, so that neither messages nor timers come through. A
 * second thread therefore ends the process when it grows too large or when its parent is gone.
 */
function startWatchdog(residentBytes: number, parent: number): void {
  const source = `(${watch.toString()})(${residentBytes}, ${parent}, ${JSON.stringify(memoryLimitMark)})`;
  new Worker(source, { eval: true, stdout: false, stderr: false }).unref();
}

/** Runs in a thread of its own from its text: nothing of this module is in reach. */
function watch(residentBytes: number, parent: number, mark: string): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > residentBytes) {
      process.getBuiltinModule("node:fs").writeSync(2, mark);
      process.kill(process.pid, "SIGKILL");
    }
    if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
  }, 50);
}
