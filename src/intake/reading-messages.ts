import type { Result } from "../domain/basics/result.ts";
import type { Extract, PictureReading } from "../domain/document/extract.ts";
import type { PageCopy } from "./scan/page-image.ts";

/** A file to be read: where it lies, or its bytes. */
export type FileToRead = ({ readonly path: string } | { readonly bytes: Uint8Array }) & {
  /**
   * The sender declares that the file holds no state secrets. Only then is a scan taken whose head cannot be read; a
   * mark that is read counts all the same.
   */
  readonly declaredOpen?: boolean;
  /** Which pages are read off pictures: none, the first alone (for marks in its head); all when nothing is said. */
  readonly scans?: "none" | "head";
  /** Pages that were read off pictures before; they are not read again. */
  readonly pagesRead?: readonly PictureReading[];
  /** Pictures of all pages shall be handed over too, those that were read off pictures straightened. */
  readonly copies?: boolean;
};

/**
 * A file as the child is told to read it. `office` says that there is LibreOffice for what no reader here can read: the
 * child, which may start no program, gives such files back with the failure `file.needs-office` ({ format }).
 */
export type ReadingRequest = FileToRead & ReadingAids;

export interface ReadingAids {
  readonly office: boolean;
  /** Certificates of the authorities that signatures are judged by, as PEM text. */
  readonly trustList: string;
  readonly declaredOpen?: boolean;
  readonly scans?: "none" | "head";
  readonly pagesRead?: readonly PictureReading[];
  readonly copies?: boolean;
}

/** What the reading child is told. */
export type ParentMessage =
  | { readonly kind: "file"; readonly request: ReadingRequest }
  /** Answers `askRecogniser`: how many pages can be recognised at a time, 0 when none can. */
  | { readonly kind: "recogniser"; readonly atATime: number }
  | { readonly kind: "recognised"; readonly id: number; readonly hocr: string }
  | { readonly kind: "unrecognised"; readonly id: number; readonly reason: string }
  /** Answers `pageCopy`: it was taken, and the next may come. */
  | { readonly kind: "copyTaken" };

/** What the reading child says while it reads a file: `sha256` once the bytes are known, `read` or `threw` at the end. */
export type ChildMessage =
  | { readonly kind: "sha256"; readonly sha256: string }
  | { readonly kind: "read"; readonly result: Result<Extract>; readonly memory: MemoryUse }
  /** A reader threw: a bug, told whole. */
  | { readonly kind: "threw"; readonly message: string; readonly stack: string }
  /** There are pages to be read off pictures, so many. */
  | { readonly kind: "askRecogniser"; readonly pictures: number }
  /** Pictures of text for the recogniser, as pages of a TIFF file: the child itself may start no program. */
  | {
      readonly kind: "recognise";
      readonly id: number;
      readonly tiff: Uint8Array;
      readonly pictures: number;
    }
  | { readonly kind: "pageRead"; readonly reading: PictureReading }
  /** The picture of a page; null when none can be made. */
  | { readonly kind: "pageCopy"; readonly number: number; readonly copy: PageCopy | null }
  | { readonly kind: "progress"; readonly page: number; readonly pages: number };

export interface MemoryUse {
  /** Held after the file was read, in bytes. */
  readonly residentBytes: number;
  /** Most that was held since the child started, in bytes. */
  readonly peakBytes: number;
}

/** Written by the child's watchdog to its error output before it ends the child. */
export const memoryLimitMark = "resident memory limit reached";
