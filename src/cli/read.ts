import { parseArgs } from "node:util";
import { rejectionsOf } from "../domain/basics/ledger.ts";
import { sayFailure } from "../domain/language/failures.ts";
import type { Language } from "../domain/language/language.ts";
import { sayProgress } from "../domain/language/reading-progress.ts";
import type { NamedFile, ReadDocument, UnreadFile } from "../operations/read-document.ts";
import { describeDocument } from "./read-text.ts";
import { restoredJson, restoredText } from "./restored-text.ts";

/** What `sauro read` stands on; `main.ts` makes it. */
export interface ReadCommandDependencies {
  readonly readDocuments: (
    files: readonly NamedFile[],
    options: {
      readonly together: boolean;
      readonly repair: boolean;
      readonly onProgress: (file: string, page: number, pages: number) => void;
    },
  ) => Promise<{ readonly documents: readonly ReadDocument[]; readonly unread: readonly UnreadFile[] }>;
  /** Writes what was read as a spreadsheet to a path. */
  readonly writeSpreadsheet: (path: string, documents: readonly ReadDocument[]) => Promise<void>;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Columns of the terminal, for the readable table. */
  readonly width: number;
  readonly language: Language;
}

export const readUsage = `sauro read FILE… [--json] [--repair] [--xlsx FILE] [--together]
  reads documents and prints the orders found, with the balance of what was read
  --json       one JSON object a line for each document
  --repair     the text itself, with what a wrong OCR language damaged restored; with --json each word that was
               changed or is doubtful
  --xlsx FILE  the same as a spreadsheet
  --together   all files are one document, the main text first`;

/** Exit code: 0 read, 1 read with things rejected, 2 a file that cannot be read (or a wrong call). */
export async function runRead(
  args: readonly string[],
  dependencies: ReadCommandDependencies,
): Promise<0 | 1 | 2> {
  const call = parseCall(args);
  if (call === null || call.files.length === 0) {
    dependencies.complain(readUsage);
    return 2;
  }
  const files = call.files.map((path) => ({ path, name: path }));
  const { documents, unread } = await dependencies.readDocuments(files, {
    together: call.together,
    repair: call.repair,
    onProgress: (file, page, pages) => {
      if (isWorthSaying(page, pages))
        dependencies.complain(`${file}: ${sayProgress(page, pages, dependencies.language)}`);
    },
  });
  for (const document of documents) dependencies.print(printed(document, call, dependencies.width));
  for (const file of unread) complainOf(file, call.json, dependencies);
  if (call.xlsx !== null && documents.length > 0) await dependencies.writeSpreadsheet(call.xlsx, documents);
  if (unread.length > 0) return 2;
  return documents.some((document) => rejectionsOf(document.output.ledger).length > 0) ? 1 : 0;
}

function printed(document: ReadDocument, { json, repair }: Call, width: number): string {
  if (repair) return json ? JSON.stringify(restoredJson(document)) : restoredText(document);
  return json ? JSON.stringify(document.output) : describeDocument(document, width);
}

/** Ten times in a long scan, for each page of a short one. */
function isWorthSaying(page: number, pages: number): boolean {
  const tenths = (of: number): number => Math.floor((of * 10) / pages);
  return tenths(page) > tenths(page - 1);
}

interface Call {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly repair: boolean;
  readonly xlsx: string | null;
  readonly together: boolean;
}

function parseCall(args: readonly string[]): Call | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        repair: { type: "boolean" },
        xlsx: { type: "string" },
        together: { type: "boolean" },
      },
    });
    return {
      files: positionals,
      json: values.json ?? false,
      repair: values.repair ?? false,
      xlsx: values.xlsx ?? null,
      together: values.together ?? false,
    };
  } catch {
    return null;
  }
}

function complainOf(
  { file, sha256, failure }: UnreadFile,
  json: boolean,
  { print, complain, language }: ReadCommandDependencies,
): void {
  const message = sayFailure(failure, language);
  if (json) print(JSON.stringify({ version: 1, file, sha256, error: { code: failure.code, message } }));
  else complain(`${file}: ${message}`);
}
