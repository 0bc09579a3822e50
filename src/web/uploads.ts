import type { Failure, Result } from "../domain/basics/result.ts";
import type { Upload, UploadTold } from "./upload.ts";

/** How far files are that a person gave. `Done` is what came of them. */
export type UploadStep<Done> =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending"; readonly share: number }
  | { readonly kind: "reading"; readonly since: number }
  | ({ readonly kind: "done" } & Done)
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "stopped" }
  /** The person does not want it after all. */
  | { readonly kind: "leftOut" };

/** A line of a list of uploads. */
export interface UploadLine<Done> {
  readonly id: number;
  readonly files: readonly File[];
  readonly together: boolean;
  readonly step: UploadStep<Done>;
}

/** Uploads of this page; they live above the places, so that they go on while the person looks at another one. */
export interface Uploads<Line> {
  readonly subscribe: (changed: () => void) => () => void;
  readonly all: () => readonly Line[];
  readonly stop: (id: number) => void;
  readonly retry: (id: number) => void;
  readonly remove: (id: number) => void;
}

/** The same for the store that is made of it. */
interface UploadDesk<Line> extends Uploads<Line> {
  readonly add: (lines: readonly Omit<Line, "id" | "step">[]) => void;
  readonly change: (id: number, changes: Partial<Line>) => void;
}

export interface UploadRules<Line, Answer> {
  readonly send: (line: Line, told: UploadTold) => Upload<Answer>;
  /** The lines that take the place of the one that was sent; the first keeps its number. */
  readonly answered: (line: Line, answer: Answer) => readonly Line[];
}

/**
 * A list of uploads. One request runs at a time, so that each has its own progress; what a stopped one still tells is not
 * heard.
 */
export function createUploads<Done, Line extends UploadLine<Done>, Answer>({
  send,
  answered,
}: UploadRules<Line, Answer>): UploadDesk<Line> {
  let lines: readonly Line[] = [];
  let nextId = 1;
  let underWay: { readonly id: number; readonly sending: Upload<Answer> } | null = null;
  const listeners = new Set<() => void>();
  const show = (next: readonly Line[]) => {
    lines = next;
    for (const listener of listeners) listener();
  };
  const change = (id: number, changes: Partial<Line>) => {
    show(lines.map((line) => (line.id === id ? { ...line, ...changes } : line)));
    startNext();
  };
  // A step is part of every line, which a type with further parts does not show.
  const step = (id: number, to: UploadStep<Done>) => change(id, { step: to } as Partial<Line>);
  const startNext = () => {
    const next = lines.find((line) => line.step.kind === "waiting");
    if (underWay || !next) return;
    const heard = (to: UploadStep<Done>) => {
      if (underWay?.sending === sending) step(next.id, to);
    };
    const sending = send(next, {
      onProgress: (share) => heard({ kind: "sending", share }),
      onSent: () => heard({ kind: "reading", since: Date.now() }),
    });
    underWay = { id: next.id, sending };
    step(next.id, { kind: "sending", share: 0 });
    void sending.answer.then((answer: Result<Answer>) => {
      if (underWay?.sending !== sending) return;
      underWay = null;
      if (!answer.ok) return step(next.id, { kind: "failed", failure: answer.failure });
      const came = answered(next, answer.value).map((line, at) => ({
        ...line,
        id: at === 0 ? next.id : nextId++,
      }));
      show(lines.flatMap((line) => (line.id === next.id ? came : [line])));
      startNext();
    });
  };
  const end = (id: number) => {
    if (underWay?.id !== id) return;
    underWay.sending.stop();
    underWay = null;
  };
  return {
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    all: () => lines,
    add: (added) => {
      // What a line is made of is what was left out of it here.
      const waiting = added.map((line) => ({ ...line, id: nextId++, step: { kind: "waiting" } }) as Line);
      show([...lines, ...waiting]);
      startNext();
    },
    change,
    stop: (id) => {
      end(id);
      step(id, { kind: "stopped" });
    },
    retry: (id) => step(id, { kind: "waiting" }),
    remove: (id) => {
      end(id);
      show(lines.filter((line) => line.id !== id));
      startNext();
    },
  };
}
