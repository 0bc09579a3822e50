import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { MessageChannel, Worker } from "node:worker_threads";
import type * as Pdfjs from "pdfjs-dist";

/**
 * A thread of its own in which the library takes files apart. Damage can make the library loop or fill the memory for
 * a single page (one line of a table of characters may name millions of them); then the thread ends, not the reading.
 */
export interface PdfThread {
  /** The library's own name for what it sends its work to. */
  readonly worker: Pdfjs.PDFWorker;
  /** Has a listener told when the thread is no more, whatever ended it; gives what takes the listener away. */
  onEnd(listener: (reason: Error) => void): () => void;
  isAlive(): boolean;
  end(): void;
}

type PdfWorkerOptions = ConstructorParameters<typeof Pdfjs.PDFWorker>[0];

/** Objects of a file that the thread may hold, in megabytes; the longest decision with annexes takes a tenth of it. */
const heapMegabytes = 600;

/**
 * What runs in the thread, as text, because builds and test runners rewrite imports in functions. Branches of the
 * library that fail after their result was given up are of no interest. What the library takes for the decoder of a
 * browser (WebCodecs) decodes nothing: it gives back the JPEG file, for its receiver decodes that in a fifth of the time.
 */
const program = `
  const { workerData } = require("node:worker_threads");
  process.on("unhandledRejection", () => undefined);
  globalThis.ImageDecoder = class {
    static isTypeSupported = async (type) => type === "image/jpeg";
    constructor({ data }) { this.data = data; }
    decode = async () => ({ image: new Uint8Array(this.data).buffer });
    close() {}
  };
  import(workerData.library).then(({ WorkerMessageHandler }) =>
    WorkerMessageHandler.initializeFromPort(workerData.port));
`;

/** The thread of the last file, for the next one. */
let idle: PdfThread | null = null;

/** A thread that nobody uses. Give it back with `returnThread`. */
export function borrowThread(pdfjs: typeof Pdfjs): PdfThread {
  const thread = idle?.isAlive() ? idle : startThread(pdfjs);
  idle = null;
  return thread;
}

/** Keeps a thread for the next file, or ends it when there is one already. */
export function returnThread(thread: PdfThread): void {
  if (idle?.isAlive()) thread.end();
  else if (thread.isAlive()) idle = thread;
}

function startThread(pdfjs: typeof Pdfjs): PdfThread {
  const { port1, port2 } = new MessageChannel();
  const library = createRequire(import.meta.url).resolve("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
  const thread = new Worker(program, {
    eval: true,
    workerData: { port: port2, library: pathToFileURL(library).href },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    // What the library prints of damage must not mix with the program's own output.
    stdout: true,
    stderr: true,
  });
  const listeners = new Set<(reason: Error) => void>();
  let alive = true;
  const end = (reason: Error): void => {
    alive = false;
    for (const listener of listeners) listener(reason);
    port1.close();
  };
  thread.once("error", end).once("exit", () => end(new Error("thread ended")));
  // Waits of the reading have timers, which keep the process; an idle thread must not.
  thread.unref();
  const options = { port: port1, verbosity: pdfjs.VerbosityLevel.ERRORS };
  // The library's types leave no port but that of a browser; this one has all that is asked of it.
  const worker = new pdfjs.PDFWorker(options as unknown as PdfWorkerOptions);
  port1.unref();
  return {
    worker,
    onEnd: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    isAlive: () => alive,
    end: () => {
      end(new Error("thread ended"));
      void thread.terminate();
    },
  };
}
