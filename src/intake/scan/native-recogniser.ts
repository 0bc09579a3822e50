import { type ChildProcess, spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import type { Recogniser } from "./recogniser.ts";

/** How Tesseract is called on this machine. */
export interface NativeProgram {
  /** Name or path of the program. */
  readonly program: string;
  /** Environment of the program: where programs and its data lie, and no more. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A recogniser that holds processes; `close` ends those under way, whose pages then fail. */
export interface NativeRecogniser extends Recogniser {
  readonly close: () => void;
}

/** A page takes a second or two; one that takes longer than this (ms) is noise that the program sees letters in. */
const patience = 60_000;
/** What a page of words is written in, at most (bytes of hOCR). */
const mostOutput = 20_000_000;

/** The languages that the program has data for; null when there is no such program. */
export function nativeLanguages({ program, environment }: NativeProgram): Promise<readonly string[] | null> {
  return new Promise((resolve) => {
    const child = spawn(program, ["--list-langs"], {
      env: { ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
      timeout: 10_000,
    });
    let text = "";
    const take = (part: Buffer): void => {
      text += part.toString("utf8");
    };
    child.stdout.on("data", take);
    // Before version 4 the list went to the error output.
    child.stderr.on("data", take);
    child.on("error", () => resolve(null));
    child.on("close", (code) => resolve(code === 0 ? text.split(/\s+/) : null));
  });
}

/**
 * Reads with the Tesseract of this machine and its Vietnamese data, one process a page. Null when the program or its
 * Vietnamese data is not there.
 */
export async function nativeRecogniser(
  native: NativeProgram,
  milliseconds = patience,
): Promise<NativeRecogniser | null> {
  const languages = await nativeLanguages(native);
  if (!languages?.includes("vie")) return null;
  const running = new Set<ChildProcess>();
  return {
    atATime: availableParallelism(),
    recognise: (tiff) => recognise(native, tiff, milliseconds, running),
    close: () => {
      for (const child of running) child.kill("SIGKILL");
    },
  };
}

/**
 * One block of text a picture; words with boxes, base lines and confidence as hOCR on the output. Letters are dark on
 * paper: that they might be light is not tried.
 */
const words = ["stdin", "stdout", "-l", "vie", "--psm", "6"].concat(
  ["tessedit_create_hocr=1", "tessedit_do_invert=0"].flatMap((setting) => ["-c", setting]),
);

function recognise(
  { program, environment }: NativeProgram,
  tiff: Uint8Array,
  milliseconds: number,
  running: Set<ChildProcess>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      // Threads inside one process cost more than they give; the cores are used by pages side by side.
      env: { ...environment, OMP_THREAD_LIMIT: "1" },
      stdio: ["pipe", "pipe", "ignore"],
      windowsHide: true,
    });
    running.add(child);
    const parts: Buffer[] = [];
    let size = 0;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, milliseconds);
    child.stdout.on("data", (part: Buffer) => {
      size += part.length;
      if (size > mostOutput) child.kill("SIGKILL");
      else parts.push(part);
    });
    // The program may end before it has taken all of the picture; what it says tells why.
    child.stdin.on("error", () => undefined);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      running.delete(child);
      if (code === 0) resolve(Buffer.concat(parts).toString("utf8"));
      else reject(new Error(late ? "took too long" : `ended with ${code ?? "a signal"}`));
    });
    child.stdin.end(tiff);
  });
}
