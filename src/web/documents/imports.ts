import { createContext, use, useSyncExternalStore } from "react";
import type { ImportAnswer, ImportLine } from "../../contract/document.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { type Upload, type UploadTold, upload } from "../upload.ts";

/** Files on their way into the register, or what became of them. */
export interface Import {
  readonly id: number;
  readonly files: readonly File[];
  readonly together: boolean;
  /** Keys of duplicates that the person takes in all the same. */
  readonly force: readonly string[];
  readonly step:
    | { readonly kind: "waiting" }
    | { readonly kind: "sending"; readonly share: number }
    | { readonly kind: "reading"; readonly since: number }
    | { readonly kind: "done"; readonly line: ImportLine }
    | { readonly kind: "failed"; readonly failure: Failure }
    | { readonly kind: "stopped" }
    | { readonly kind: "leftOut" };
}

type Step = Import["step"];
type Send = (one: Import, told: UploadTold) => Upload<ImportAnswer>;

/** The imports of this page; they go on while the person looks at another place. */
export interface Imports {
  readonly subscribe: (changed: () => void) => () => void;
  readonly all: () => readonly Import[];
  readonly add: (files: readonly File[], together: boolean) => void;
  readonly takeAllTheSame: (id: number, key: string) => void;
  readonly leaveOut: (id: number) => void;
  readonly stop: (id: number) => void;
  readonly retry: (id: number) => void;
}

/** One file after the other, so that each has its own progress and its own line; `onImported` hears of each that entered. */
export function createImports(onImported: () => void, send: Send = sendImport): Imports {
  let imports: readonly Import[] = [];
  let nextId = 1;
  let underWay: { readonly id: number; readonly sending: Upload<ImportAnswer> } | null = null;
  const listeners = new Set<() => void>();
  const change = (next: readonly Import[]) => {
    imports = next;
    for (const listener of listeners) listener();
  };
  const set = (id: number, changes: Partial<Import>) =>
    change(imports.map((one) => (one.id === id ? { ...one, ...changes } : one)));
  const setStep = (id: number, step: Step) => set(id, { step });

  const startNext = () => {
    const next = imports.find((one) => one.step.kind === "waiting");
    if (underWay || !next) return;
    const heard = (step: Step) => {
      if (underWay?.sending === sending) setStep(next.id, step);
    };
    const sending = send(next, {
      onProgress: (share) => heard({ kind: "sending", share }),
      onSent: () => heard({ kind: "reading", since: Date.now() }),
    });
    underWay = { id: next.id, sending };
    setStep(next.id, { kind: "sending", share: 0 });
    void sending.answer.then((answer) => {
      if (underWay?.sending !== sending) return;
      underWay = null;
      if (answer.ok) {
        const lines = answer.value.lines.map((line, at) => ({
          ...next,
          id: at === 0 ? next.id : nextId++,
          step: { kind: "done", line } as const,
        }));
        change(imports.flatMap((one) => (one.id === next.id ? lines : [one])));
        if (answer.value.lines.some((line) => line.outcome === "imported")) onImported();
      } else setStep(next.id, { kind: "failed", failure: answer.failure });
      startNext();
    });
  };

  return {
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    all: () => imports,
    add: (files, together) => {
      const lots = together ? [files] : files.map((file) => [file]);
      const added = lots.filter((lot) => lot.length > 0).map((lot) => waiting(nextId++, lot, together));
      change([...imports, ...added]);
      startNext();
    },
    takeAllTheSame: (id, key) => {
      set(id, { force: [key], step: { kind: "waiting" } });
      startNext();
    },
    leaveOut: (id) => setStep(id, { kind: "leftOut" }),
    stop: (id) => {
      if (underWay?.id === id) {
        underWay.sending.stop();
        underWay = null;
      }
      setStep(id, { kind: "stopped" });
      startNext();
    },
    retry: (id) => {
      setStep(id, { kind: "waiting" });
      startNext();
    },
  };
}

function waiting(id: number, files: readonly File[], together: boolean): Import {
  return { id, files, together: together && files.length > 1, force: [], step: { kind: "waiting" } };
}

function sendImport({ files, together, force }: Import, told: UploadTold): Upload<ImportAnswer> {
  const query = new URLSearchParams();
  if (together) query.set("together", "true");
  if (force.length > 0) query.set("force", force.join(","));
  const asked = query.size > 0 ? `?${query}` : "";
  return upload(apiPaths.documents + asked, files, told);
}

export const ImportsContext = createContext<Imports | null>(null);

/** The store, and what it holds now. */
export function useImports(): { readonly imports: readonly Import[]; readonly store: Imports } {
  const store = use(ImportsContext);
  if (!store) throw new Error("no imports around this part");
  return { imports: useSyncExternalStore(store.subscribe, store.all), store };
}
