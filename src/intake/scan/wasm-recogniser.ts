import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { NativeRecogniser } from "./native-recogniser.ts";

export interface WasmRequest {
  readonly tiff: Uint8Array;
}

export type WasmAnswer = { readonly hocr: string } | { readonly reason: string };

/** A page that takes longer than this (ms) is noise that letters are seen in; this reader is slower than the native one. */
const patience = 180_000;

/**
 * Reads with Tesseract compiled to WebAssembly and a Vietnamese model, both packages of npm, in threads of this process,
 * one a core: about half as fast as the program itself. Null when the packages are not there.
 */
export function wasmRecogniser(milliseconds = patience): NativeRecogniser | null {
  if (!isInstalled()) return null;
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let isClosed = false;
  const end = (worker: Worker) => {
    all.delete(worker);
    void worker.terminate();
  };
  const startOne = () => {
    const worker = new Worker(ownScript());
    // A waiting thread holds up no exit.
    worker.unref();
    all.add(worker);
    return worker;
  };
  return {
    atATime: availableParallelism(),
    recognise: async (tiff) => {
      if (isClosed) throw new Error("ended");
      const worker = idle.pop() ?? startOne();
      try {
        const answer = await ask(worker, { tiff }, milliseconds);
        if (!("hocr" in answer)) throw new Error(answer.reason);
        idle.push(worker);
        return answer.hocr;
      } catch (error) {
        end(worker);
        throw error;
      }
    },
    close: () => {
      isClosed = true;
      for (const worker of all) end(worker);
    },
  };
}

function ask(worker: Worker, request: WasmRequest, milliseconds: number): Promise<WasmAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(() => reject(new Error("took too long"))), milliseconds);
    const onExit = () => finish(() => reject(new Error("ended")));
    const onError = (error: Error) => finish(() => reject(error));
    const onMessage = (answer: WasmAnswer) => finish(() => resolve(answer));
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      worker.off("exit", onExit).off("error", onError).off("message", onMessage);
      settle();
    };
    worker.on("exit", onExit).on("error", onError).on("message", onMessage);
    worker.postMessage(request);
  });
}

function isInstalled(): boolean {
  const { resolve } = createRequire(import.meta.url);
  try {
    resolve("tesseract.js-core/tesseract-core-simd-lstm");
    resolve("@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz");
    return true;
  } catch {
    return false;
  }
}

/** Bundled, the thread's program lies beside ours as a file of its own; unbundled, it is the source file. */
function ownScript(): URL {
  return import.meta.url.endsWith(".ts")
    ? new URL("./wasm-worker.ts", import.meta.url)
    : new URL("./recogniser-worker.js", import.meta.url);
}
