import { type Failure, fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Block } from "../domain/document/block.ts";
import type { Extract, ExtractNotice, PictureReading } from "../domain/document/extract.ts";
import { describePlace } from "../domain/document/place.ts";
import { writtenBlocks } from "../domain/document/respelled-blocks.ts";
import { restoredBlocks } from "../domain/document/restored-blocks.ts";
import { findMarkInReadings, findSecrecyMark } from "../domain/document/secrecy.ts";
import type { DocumentSignature, FileSignature } from "../domain/document/signature.ts";
import type { Gazetteer } from "../domain/organisation/gazetteer.ts";
import type { DocumentFindings } from "../domain/reading/findings.ts";
import { groupFiles } from "../domain/reading/grouping.ts";
import { readHead } from "../domain/reading/head.ts";
import { type LaidOut, layOut, readFindings } from "../domain/reading/read.ts";
import { inRestoredWording } from "../domain/reading/restored-wording.ts";
import type { RepairModel } from "../domain/text/repair-model.ts";
import type { FileReading, FileToRead } from "../intake/read-file.ts";

/** What `sauro read --json` prints for a document that could be read. */
export type ReadOutput = DocumentFindings & {
  readonly version: 1;
  readonly file: string;
  readonly files: readonly string[];
  readonly sha256: string;
  /** Digital signatures of its files; absent when no file bears one. */
  readonly signatures?: readonly FileSignature[];
  /** Paragraphs and tables of damaged text, and all there are; absent when none is damaged. */
  readonly damaged?: { readonly blocks: number; readonly of: number };
};

/** One document as read, with its laid-out source and what intake noticed on the way. */
export interface ReadDocument {
  readonly output: ReadOutput;
  readonly blocks: readonly Block[];
  readonly notices: readonly ExtractNotice[];
}

/** A file that could not be read, or must not be. `sha256` is null when its bytes could not be had. */
export interface UnreadFile {
  readonly file: string;
  readonly sha256: string | null;
  readonly failure: Failure;
}

export type NamedFile = FileToRead & { readonly name: string };

export interface ReadDocumentDependencies {
  readonly reading: FileReading;
  readonly gazetteer: Gazetteer;
  /** Restores damaged text beside what stands in the file; without it the text stays alone. Asked for when needed. */
  readonly repairModel?: () => RepairModel;
}

export interface ReadDocumentsOptions {
  /** All files are one document, the main text first. */
  readonly together?: boolean;
  /** Told, while pages are read off pictures, how many of them are done. */
  readonly onProgress?: (file: string, page: number, pages: number) => void;
  /** Aborted, the file under way and those after it are refused with `file.cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** Told each page that was read off a picture now, as soon as it is, with the place of its file among the files. */
  readonly onPage?: ((file: number, reading: PictureReading) => void) | undefined;
  /**
   * Numbers of documents that are known, of which a number that a file shows badly is rather one. Asked for only where a
   * text may show numbers badly.
   */
  readonly knownNumbers?: (() => Promise<ReadonlySet<string>>) | undefined;
}

/** What was read, and what could not be. */
export interface ReadFiles {
  readonly documents: readonly ReadDocument[];
  readonly unread: readonly UnreadFile[];
  /** How many pages of each file have to be read off pictures, in the order of the files. */
  readonly pictures: readonly number[];
}

interface TakenFile {
  readonly name: string;
  readonly sha256: string;
  readonly laidOut: LaidOut;
  readonly notices: readonly ExtractNotice[];
  readonly signatures: readonly DocumentSignature[];
}

/**
 * Reads files into documents. A main text and its appendices given together become one document (`together` says that
 * all of them are one, main text first). A file with a mark of state secrecy is refused before anything is read out of
 * it (Luật Bảo vệ bí mật nhà nước 117/2025/QH15); a file that fails harms no other.
 */
export async function readDocuments(
  files: readonly NamedFile[],
  { reading, gazetteer, repairModel }: ReadDocumentDependencies,
  { together = false, onProgress, signal, onPage, knownNumbers }: ReadDocumentsOptions = {},
): Promise<ReadFiles> {
  const taken: TakenFile[] = [];
  const unread: UnreadFile[] = [];
  const wanted: number[] = [];
  for (const [at, file] of files.entries()) {
    const { extract, sha256, pictures } = await reading.read(file, signal, {
      onProgress: (page, pages) => onProgress?.(file.name, page, pages),
      onPage: onPage && ((page) => onPage(at, page)),
    });
    wanted.push(pictures);
    const laidOut = extract.ok ? layOutOpenly(extract.value, gazetteer, file.declaredOpen ?? false) : extract;
    if (laidOut.ok && extract.ok && sha256 !== null)
      taken.push({
        ...{ name: file.name, sha256, laidOut: laidOut.value },
        notices: [...extract.value.notices, ...noticesOf(laidOut.value)],
        signatures: extract.value.signatures ?? [],
      });
    else if (!laidOut.ok) unread.push({ file: file.name, sha256, failure: laidOut.failure });
  }
  // One file is one document, whatever its head says.
  const groups =
    together || taken.length === 1
      ? [taken.map((_, index) => index)].filter((group) => group.length > 0)
      : groupFiles(
          taken.map((file) => ({ name: file.name, head: readHead(file.laidOut.blocks, { gazetteer }) })),
        );
  const known = taken.some(mayShowNumbersBadly) ? await knownNumbers?.() : undefined;
  const documents = groups.map((group) =>
    readTaken(
      group.flatMap((index) => taken[index] ?? []),
      { gazetteer, repairModel, known },
    ),
  );
  return { documents: documents.flatMap((document) => document ?? []), unread, pictures: wanted };
}

/** Reads files that are one document. Fails when any of them cannot be read: a document with a part missing is none. */
export async function readDocument(
  files: readonly NamedFile[],
  dependencies: ReadDocumentDependencies,
): Promise<Result<ReadDocument>> {
  const { documents, unread } = await readDocuments(files, dependencies, { together: true });
  const [first] = unread;
  if (first) return { ok: false, failure: first.failure };
  const [document] = documents;
  return document ? succeed(document) : fail("file.empty");
}

/**
 * Lays a file out, unless it carries a mark of state secrecy, or unless its head is a picture that could not be read and
 * nobody declared that it is open.
 */
function layOutOpenly(extract: Extract, gazetteer: Gazetteer, declaredOpen: boolean): Result<LaidOut> {
  const marked = findMarkInReadings(extract.headReadings ?? []);
  if (marked) return fail("secrecy.marked", { mark: marked.mark, where: describePlace(marked.place) });
  const unread = extract.notices.find(({ code, place }) => code === "scannedPages" && place?.page === 1);
  if (unread && !declaredOpen) return fail("secrecy.head-unread");
  const laidOut = layOut(extract, gazetteer);
  // In a damaged text a mark may show in what stood there as well as in what was meant.
  const mark =
    findSecrecyMark(laidOut.blocks, false) ??
    (laidOut.damaged > 0 ? findSecrecyMark(writtenBlocks(laidOut.blocks), false) : null);
  return mark
    ? fail("secrecy.marked", { mark: mark.mark, where: describePlace(mark.place) })
    : succeed(laidOut);
}

/** What a recogniser read, of whatever language, may have figures and letters wrong. */
function mayShowNumbersBadly({ laidOut, notices }: TakenFile): boolean {
  return laidOut.damaged > 0 || notices.some(({ code }) => code === "recognisedPages");
}

/** A damaged text is read, and said to be damaged: reading the scan again gives more. */
function noticesOf({ damaged, decoded }: LaidOut): readonly ExtractNotice[] {
  const notices: readonly ExtractNotice[] = [
    { code: "damagedText", count: damaged, place: null },
    { code: "legacyFont", count: decoded, place: null },
  ];
  return notices.filter(({ count }) => count > 0);
}

function readTaken(
  files: readonly TakenFile[],
  how: {
    readonly gazetteer: Gazetteer;
    readonly repairModel: (() => RepairModel) | undefined;
    readonly known: ReadonlySet<string> | undefined;
  },
): ReadDocument | null {
  const { gazetteer, repairModel, known } = how;
  const [main] = files;
  if (!main) return null;
  const {
    findings,
    blocks: written,
    respelled,
  } = readFindings(
    files.map((file) => file.laidOut),
    gazetteer,
    known && { known },
  );
  const { blocks, step } = repairModel
    ? restoredBlocks(written, repairModel)
    : { blocks: written, step: null };
  const signatures = files.flatMap((file) =>
    file.signatures.map((signature) => ({ file: file.name, ...signature })),
  );
  const damaged = files.reduce((sum, { laidOut }) => sum + laidOut.damaged, 0);
  const of = files.reduce((sum, { laidOut }) => sum + laidOut.blocks.length, 0);
  return {
    output: {
      version: 1,
      file: main.name,
      files: files.map((file) => file.name),
      sha256: main.sha256,
      ...findings,
      tasks: inRestoredWording(findings.tasks, respelled, blocks),
      ...(step && { ledger: { steps: [...findings.ledger.steps, step] } }),
      ...(signatures.length > 0 && { signatures }),
      ...(damaged > 0 ? { damaged: { blocks: damaged, of } } : {}),
    },
    blocks,
    notices: files.flatMap((file) => file.notices),
  };
}
