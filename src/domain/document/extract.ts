import type { LedgerStep, Rejection } from "../basics/ledger.ts";
import type { Block } from "./block.ts";
import type { Page } from "./page.ts";
import type { Place } from "./place.ts";
import type { DocumentSignature } from "./signature.ts";

export type FileFormat = "docx" | "pdf" | "xlsx" | "html" | "txt" | "doc" | "picture" | OfficeFormat;

/** Kinds that are read only by way of an office program, which turns them into .docx or .xlsx. */
export type OfficeFormat = "rtf" | "odt" | "xls" | "ods";

/** Whether a kind of file is a workbook: its sheets are lists, not a text. */
export function isWorkbook(format: FileFormat): boolean {
  return format === "xlsx" || format === "xls" || format === "ods";
}

/** What taking a file apart found worth saying; none of it stops the reading. */
export interface ExtractNotice {
  readonly code:
    | "trackedChanges"
    | "comments"
    | "legacyFont"
    | "notComposed"
    | "hiddenText"
    | "scannedPages"
    | "recognisedPages"
    | "annotationText"
    | "digitalSignature"
    | "hiddenRows"
    | "encodingGuessed"
    | "damagedText"
    | "partSkipped"
    | "oldWordWithoutPages"
    | "convertedByOffice";
  /** How many, where the thing can be counted. */
  readonly count: number;
  readonly place: Place | null;
}

/** A line read off the head of a scanned first page in one of several ways; looked through for marks, no text of the document. */
export interface HeadReading {
  readonly text: string;
  readonly place: Place;
}

/** A page read off a picture, and the books of its words: those on the page and those that are no text. */
export interface PictureReading {
  readonly page: Page;
  /** The head of a first page in other readings. */
  readonly headReadings: readonly HeadReading[];
  readonly rejected: readonly Rejection[];
}

/** A file taken apart, without any meaning read into it. */
export interface Extract {
  readonly format: FileFormat;
  readonly pageCount: number | null;
  readonly content:
    | { readonly kind: "blocks"; readonly blocks: readonly Block[] }
    | { readonly kind: "pages"; readonly pages: readonly Page[] }
    | { readonly kind: "lines"; readonly lines: readonly TextLine[] };
  readonly notices: readonly ExtractNotice[];
  /** Digital signatures as they were judged, of kinds of files whose signatures are judged. */
  readonly signatures?: readonly DocumentSignature[];
  /** For a scanned first page: its head in other readings than that of its page. */
  readonly headReadings?: readonly HeadReading[];
  /** Parts, pages, sheets or lines taken in and handed on. */
  readonly steps: readonly LedgerStep[];
}

/** One line of a text file, from 1, without its line end; white space inside is kept as it was. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}
