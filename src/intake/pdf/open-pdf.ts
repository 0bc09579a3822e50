import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import type * as Pdfjs from "pdfjs-dist";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";

export type PdfDocument = Pdfjs.PDFDocumentProxy;
export type PdfPage = Pdfjs.PDFPageProxy;

/** An open file with the operator numbers of the library that opened it. `close` gives the memory back. */
export interface OpenPdf {
  readonly document: PdfDocument;
  readonly operators: typeof Pdfjs.OPS;
  readonly close: () => Promise<void>;
}

/**
 * Opens a PDF file for reading its content. Nothing in the file is executed and nothing is fetched: the library
 * runs in this thread, its tables of characters come from its own package folder, pictures are not decoded.
 * Fails with `file.encrypted` (a password is needed) or `file.damaged`.
 */
export async function openPdf(bytes: Uint8Array): Promise<Result<OpenPdf>> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // The library takes the buffer over and leaves it empty, so it gets a copy.
    data: bytes.slice(),
    cMapUrl: packageFolder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: packageFolder("standard_fonts"),
    useSystemFonts: false,
    // The outlines of letters are not needed: only codes and widths.
    disableFontFace: false,
    // Brings the names of fonts, which say bold and italic.
    fontExtraProperties: true,
    // No picture is decoded: where one stands is known from the transform before it.
    maxImageSize: 0,
    useWasm: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    ...{ isEvalSupported: false },
  });
  try {
    const document = await task.promise;
    return succeed({ document, operators: pdfjs.OPS, close: () => task.destroy() });
  } catch (reason) {
    await task.destroy().catch(() => undefined);
    const encrypted = reason instanceof Error && reason.name === "PasswordException";
    return fail(encrypted ? "file.encrypted" : "file.damaged");
  }
}

async function loadPdfjs(): Promise<typeof Pdfjs> {
  const [pdfjs, worker] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.min.mjs"),
    import("pdfjs-dist/legacy/build/pdf.worker.min.mjs"),
  ]);
  // The library looks here for a worker to run in the same thread before it searches for one by path.
  Object.assign(globalThis, { pdfjsWorker: worker });
  return pdfjs;
}

let packageRoot: string | null = null;

function packageFolder(name: string): string {
  packageRoot ??= dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return join(packageRoot, name) + sep;
}
