import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import type * as Pdfjs from "pdfjs-dist";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import { borrowThread, type PdfThread, returnThread } from "./pdf-thread.ts";

export type PdfDocument = Pdfjs.PDFDocumentProxy;
export type PdfPage = Pdfjs.PDFPageProxy;

/** What becomes of pictures: JPEG is handed over as it is stored and all else decoded, all is decoded, or nothing is. */
type Pictures = "stored" | "decoded" | "none";

/** An open file with the operator numbers of the library that opened it. */
export interface OpenPdf {
  readonly document: PdfDocument;
  readonly operators: typeof Pdfjs.OPS;
  /**
   * Waits for the library, but not longer than this (ms). Rejects when the time is over or the memory full; then the
   * file is closed and has to be opened again.
   */
  readonly waitFor: <T>(milliseconds: number, promise: Promise<T>) => Promise<T>;
  readonly isOpen: () => boolean;
  /** Gives the memory back. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a PDF file for reading its content, in at most this time (ms). Nothing in the file is executed and nothing is
 * fetched: the library runs in a thread of this process, its tables of characters come from its own package folder.
 * Fails with `file.encrypted` (a password is needed) or `file.damaged`.
 */
export async function openPdf(
  bytes: Uint8Array,
  milliseconds: number,
  pictures: Pictures = "none",
): Promise<Result<OpenPdf>> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.min.mjs");
  const thread = borrowThread(pdfjs);
  const task = pdfjs.getDocument({
    // The library takes the buffer over and leaves it empty, so it gets a copy.
    data: bytes.slice(),
    worker: thread.worker,
    cMapUrl: packageFolder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: packageFolder("standard_fonts"),
    useSystemFonts: false,
    // The outlines of letters are not needed: only codes and widths.
    disableFontFace: false,
    // Brings the names of fonts, which say bold and italic.
    fontExtraProperties: true,
    // Where a picture stands that is not decoded is known from the transform before it.
    maxImageSize: pictures === "none" ? 0 : mostPoints,
    useWasm: pictures !== "none",
    isImageDecoderSupported: pictures === "stored",
    wasmUrl: packageFolder("wasm"),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    ...{ isEvalSupported: false },
  });
  const close = async (): Promise<void> => {
    if (thread.isAlive()) await within(closing, thread, task.destroy()).catch(() => undefined);
    returnThread(thread);
  };
  try {
    const document = await within(milliseconds, thread, task.promise);
    return succeed({
      document,
      operators: pdfjs.OPS,
      waitFor: (most, promise) => within(most, thread, promise),
      isOpen: thread.isAlive,
      close,
    });
  } catch (reason) {
    await close();
    const encrypted = reason instanceof Error && reason.name === "PasswordException";
    return fail(encrypted ? "file.encrypted" : "file.damaged");
  }
}

/** The largest picture that is decoded: an A3 sheet at 600 dots an inch. */
const mostPoints = 72_000_000;

/** Closing is quick; a thread that does not answer (ms) is ended. */
const closing = 2000;

/**
 * Waits for what a thread works on; ends the thread when the time (ms) is over. No race with a promise that lives as long
 * as the thread: it would hold the picture of every page.
 */
function within<T>(milliseconds: number, thread: PdfThread, promise: Promise<T>): Promise<T> {
  const { promise: answer, resolve, reject } = Promise.withResolvers<T>();
  const forget = thread.onEnd(reject);
  const timer = setTimeout(() => {
    reject(new Error("took too long"));
    thread.end();
  }, milliseconds);
  if (!thread.isAlive()) reject(new Error("thread ended"));
  promise.then(resolve, reject);
  return answer.finally(() => {
    clearTimeout(timer);
    forget();
  });
}

let packageRoot: string | null = null;

function packageFolder(name: string): string {
  packageRoot ??= dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return join(packageRoot, name) + sep;
}
