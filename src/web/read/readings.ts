import { createContext, use, useSyncExternalStore } from "react";
import type { ReadAnswer, ReadDocumentAnswer } from "../../contract/read.ts";
import type { Failure, FailureCode } from "../../domain/basics/result.ts";
import { type Sending, sendFiles } from "./send-files.ts";

/** A line of the list: files on their way, or what became of them. */
export interface Reading {
  readonly id: number;
  readonly files: readonly File[];
  /** The files are one document, because the person said so. */
  readonly together: boolean;
  readonly step:
    | { readonly kind: "waiting" }
    | { readonly kind: "sending"; readonly share: number }
    | { readonly kind: "reading"; readonly since: number }
    | { readonly kind: "done"; readonly document: ReadDocumentAnswer }
    | { readonly kind: "failed"; readonly failure: Failure }
    | { readonly kind: "stopped" };
}

/** The documents given since the page was opened. They live in this page only, above the places, so that one may leave. */
export interface Readings {
  readonly subscribe: (changed: () => void) => () => void;
  readonly all: () => readonly Reading[];
  readonly add: (files: readonly File[], together: boolean) => void;
  readonly stop: (id: number) => void;
  readonly retry: (id: number) => void;
  readonly remove: (id: number) => void;
}

type Step = Reading["step"];

/** The store of this page's readings. One request runs at a time: the server reads one file after the other anyway. */
export function createReadings(send: typeof sendFiles = sendFiles): Readings {
  let readings: readonly Reading[] = [];
  let nextId = 1;
  let underWay: { readonly id: number; readonly sending: Sending } | null = null;
  const listeners = new Set<() => void>();

  const change = (next: readonly Reading[]) => {
    readings = next;
    for (const listener of listeners) listener();
  };
  const setStep = (id: number, step: Step) =>
    change(readings.map((reading) => (reading.id === id ? { ...reading, step } : reading)));
  const newLine = (files: readonly File[], together: boolean, step: Step): Reading => ({
    id: nextId++,
    files,
    together,
    step,
  });

  const startNext = () => {
    const next = readings.find((reading) => reading.step.kind === "waiting");
    if (underWay || !next) return;
    // What a stopped request still tells is not heard.
    const heard = (step: Step) => {
      if (underWay?.sending === sending) setStep(next.id, step);
    };
    const sending = send(next.files, next.together, {
      onProgress: (share) => heard({ kind: "sending", share }),
      onSent: () => heard({ kind: "reading", since: Date.now() }),
    });
    underWay = { id: next.id, sending };
    setStep(next.id, { kind: "sending", share: 0 });
    void sending.answer.then((answer) => {
      if (underWay?.sending !== sending) return;
      underWay = null;
      if (answer.ok) {
        const lines = linesOf(next, answer.value, newLine);
        change(readings.flatMap((reading) => (reading.id === next.id ? lines : [reading])));
      } else setStep(next.id, { kind: "failed", failure: answer.failure });
      startNext();
    });
  };
  const endSending = (id: number) => {
    if (underWay?.id !== id) return;
    underWay.sending.stop();
    underWay = null;
  };

  return {
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    all: () => readings,
    add: (files, together) => {
      if (files.length === 0) return;
      change([...readings, newLine(files, together, { kind: "waiting" })]);
      startNext();
    },
    stop: (id) => {
      endSending(id);
      setStep(id, { kind: "stopped" });
      startNext();
    },
    retry: (id) => {
      setStep(id, { kind: "waiting" });
      startNext();
    },
    remove: (id) => {
      endSending(id);
      change(readings.filter((reading) => reading.id !== id));
      startNext();
    },
  };
}

/** A line for each document and each unread file; the first keeps the number of the request's line. */
function linesOf(
  asked: Reading,
  answer: ReadAnswer,
  newLine: (files: readonly File[], together: boolean, step: Step) => Reading,
): readonly Reading[] {
  const filesNamed = (names: readonly string[]) =>
    asked.files.filter((file) => names.includes(file.name.normalize("NFC")));
  const done = answer.documents.map((document) =>
    newLine(filesNamed(document.output.files), document.output.files.length > 1, { kind: "done", document }),
  );
  const failed = answer.unread.map(({ file, error }) =>
    newLine(filesNamed([file]), false, {
      kind: "failed",
      // The server sends codes of the catalogue; an unknown one is said as such.
      failure: { code: error.code as FailureCode, detail: error.detail },
    }),
  );
  const [first, ...others] = [...done, ...failed];
  return first ? [{ ...first, id: asked.id }, ...others] : [];
}

export const ReadingsContext = createContext<Readings | null>(null);

/** The store, and what it holds now. */
export function useReadings(): { readonly readings: readonly Reading[]; readonly store: Readings } {
  const store = use(ReadingsContext);
  if (!store) throw new Error("no readings around this part");
  return { readings: useSyncExternalStore(store.subscribe, store.all), store };
}
