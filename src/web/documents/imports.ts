import { createContext, use, useSyncExternalStore } from "react";
import type { ImportAnswer, ImportLine } from "../../contract/document.ts";
import { apiPaths } from "../../contract/paths.ts";
import { type Upload, type UploadTold, upload } from "../upload.ts";
import { createUploads, type UploadLine, type Uploads } from "../uploads.ts";

/** Files on their way into the register, or what became of them. */
export interface Import extends UploadLine<{ readonly line: ImportLine }> {
  /** Keys of duplicates that the person takes in all the same. */
  readonly force: readonly string[];
  /** The person declares that the files hold no state secrets. */
  readonly declaredOpen: boolean;
}

type Send = (one: Import, told: UploadTold) => Upload<ImportAnswer>;

/** How files are given. */
export interface GivenFiles {
  readonly together: boolean;
  readonly declaredOpen: boolean;
}

/** The imports of this page. */
export interface Imports extends Uploads<Import> {
  readonly add: (files: readonly File[], how: GivenFiles) => void;
  readonly takeAllTheSame: (id: number, key: string) => void;
  readonly leaveOut: (id: number) => void;
  /** The names of the files of a scan that was sent from this page; none for another. */
  readonly namesOf: (scan: string) => readonly string[];
}

/**
 * One file after the other, so that each has its own progress and its own line. `onChanged` hears of each that entered,
 * and of each that waits to be read: such a scan goes on in the list of scans.
 */
export function createImports(onChanged: () => void, send: Send = sendImport): Imports {
  const scans = new Map<string, readonly string[]>();
  const desk = createUploads<{ readonly line: ImportLine }, Import, ImportAnswer>({
    send,
    answered: (sent, { lines }) => {
      for (const line of lines) if (line.outcome === "waiting") scans.set(line.scan, line.files);
      if (lines.some(({ outcome }) => outcome === "imported" || outcome === "waiting")) onChanged();
      return lines
        .filter(({ outcome }) => outcome !== "waiting")
        .map((line) => ({ ...sent, step: { kind: "done", line } as const }));
    },
  });
  const { subscribe, all, stop, retry, remove, change } = desk;
  return {
    ...{ subscribe, all, stop, retry, remove },
    add: (files, { together, declaredOpen }) => {
      const lots = together ? [files] : files.map((file) => [file]);
      desk.add(
        lots
          .filter((lot) => lot.length > 0)
          .map((lot) => ({ files: lot, together: together && lot.length > 1, force: [], declaredOpen })),
      );
    },
    takeAllTheSame: (id, key) => change(id, { force: [key], step: { kind: "waiting" } }),
    leaveOut: (id) => change(id, { step: { kind: "leftOut" } }),
    namesOf: (scan) => scans.get(scan) ?? [],
  };
}

function sendImport(
  { files, together, force, declaredOpen }: Import,
  told: UploadTold,
): Upload<ImportAnswer> {
  const query = new URLSearchParams();
  if (together) query.set("together", "true");
  if (declaredOpen) query.set("declaredOpen", "true");
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
