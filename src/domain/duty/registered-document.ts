import type { Ledger } from "../basics/ledger.ts";
import type { Citation, CitationRelation } from "../document/citation.ts";
import type { ExtractNotice } from "../document/extract.ts";
import type { Place } from "../document/place.ts";
import type { FileSignature } from "../document/signature.ts";
import type { DocumentHead } from "../reading/findings.ts";
import { foldedKey } from "../text/fold.ts";

/** A document as others point to it. */
export interface DocumentReferenceLine {
  readonly id: string;
  readonly number: string | null;
  readonly kindName: string | null;
  readonly issuer: string | null;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string | null;
  readonly subject: string | null;
  readonly fileName: string;
}

/** A file of a document; `size` in bytes. */
export interface DocumentFile {
  readonly position: number;
  readonly name: string;
  readonly format: string;
  readonly sha256: string;
  readonly size: number;
}

/** A citation as it was stored, with the registered document that it points to. */
export interface RegisteredCitation extends Omit<Citation, "line" | "candidates"> {
  readonly document: DocumentReferenceLine | null;
}

/** Another document of the register that cites this one. */
export interface CitedBy {
  readonly document: DocumentReferenceLine;
  readonly relation: CitationRelation;
  readonly asWritten: string;
  readonly place: Place;
}

/** A task of a document, in short. */
export interface DocumentTask {
  readonly id: string;
  readonly ref: string;
  readonly content: string;
  readonly leads: readonly string[];
  readonly timeWords: string | null;
  readonly general: boolean;
  readonly unclear: number;
}

/** A document of the register. */
export interface RegisteredDocument {
  readonly id: string;
  readonly head: DocumentHead;
  readonly fileName: string;
  readonly sha256: string;
  readonly importedAt: Date;
  /** The person's name, else the id that was noted. */
  readonly importedBy: string;
  readonly reviewedAt: Date | null;
  readonly duplicateOf: DocumentReferenceLine | null;
  readonly files: readonly DocumentFile[];
  readonly ledger: Ledger;
  readonly notices: readonly ExtractNotice[];
  readonly signatures: readonly FileSignature[];
  /** How many tasks were read. */
  readonly tasksRead: number;
}

/** A line of the list of documents. */
export interface DocumentListLine extends DocumentReferenceLine {
  readonly kind: string | null;
  readonly importedAt: Date;
  readonly reviewedAt: Date | null;
  readonly findings: number;
  readonly open: number;
  readonly tasks: number;
  readonly duplicateOf: string | null;
}

/** Why a document is taken for one that is there: the same bytes, or the same number, issuer and day. */
export type DuplicateReason = "sameFile" | "sameNumber";

/** The words of a document by which it is found, folded; no day, whose figures are those of numbers. */
export function documentSearchText(head: DocumentHead, fileNames: readonly string[], restored = ""): string {
  const words = [
    ...[head.number, head.kindName, head.issuer, head.subject, head.place],
    ...[head.signer?.name, ...fileNames, restored],
  ];
  const keys = words.map((text) => foldedKey(text ?? "")).filter((key) => key !== "");
  return [...new Set(keys)].join(" ");
}
