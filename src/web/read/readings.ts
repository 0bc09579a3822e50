import { createContext, use, useSyncExternalStore } from "react";
import type { ReadAnswer, ReadDocumentAnswer } from "../../contract/read.ts";
import type { FailureCode } from "../../domain/basics/result.ts";
import { createUploads, type UploadLine, type Uploads } from "../uploads.ts";
import { sendFiles } from "./send-files.ts";

/** A line of the list: files on their way, or what became of them. `together`: one document, as the person said. */
export type Reading = UploadLine<{ readonly document: ReadDocumentAnswer }>;

/** The documents given since the page was opened; they live in this page only. */
export interface Readings extends Uploads<Reading> {
  readonly add: (files: readonly File[], together: boolean) => void;
}

/** The store of this page's readings: all files given at a time go in one request. */
export function createReadings(send: typeof sendFiles = sendFiles): Readings {
  const { add, subscribe, all, stop, retry, remove } = createUploads<
    { readonly document: ReadDocumentAnswer },
    Reading,
    ReadAnswer
  >({
    send: ({ files, together }, told) => send(files, together, told),
    answered: linesOf,
  });
  return {
    ...{ subscribe, all, stop, retry, remove },
    add: (files, together) => {
      if (files.length > 0) add([{ files, together }]);
    },
  };
}

/** A line for each document and each unread file. */
function linesOf(asked: Reading, answer: ReadAnswer): readonly Reading[] {
  const filesNamed = (names: readonly string[]) =>
    asked.files.filter((file) => names.includes(file.name.normalize("NFC")));
  const done = answer.documents.map((document): Reading => {
    const { files } = document.output;
    const step = { kind: "done", document } as const;
    return { ...asked, files: filesNamed(files), together: files.length > 1, step };
  });
  const failed = answer.unread.map(({ file, error }): Reading => {
    // The server sends codes of the catalogue; an unknown one is said as such.
    const failure = { code: error.code as FailureCode, detail: error.detail };
    return { ...asked, files: filesNamed([file]), together: false, step: { kind: "failed", failure } };
  });
  return [...done, ...failed];
}

export const ReadingsContext = createContext<Readings | null>(null);

/** The store, and what it holds now. */
export function useReadings(): { readonly readings: readonly Reading[]; readonly store: Readings } {
  const store = use(ReadingsContext);
  if (!store) throw new Error("no readings around this part");
  return { readings: useSyncExternalStore(store.subscribe, store.all), store };
}
