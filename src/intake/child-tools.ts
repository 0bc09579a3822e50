import type { ChildMessage, ParentMessage, ReadingAids } from "./reading-messages.ts";
import type { ReadingTools } from "./reading-tools.ts";
import type { Recogniser } from "./scan/recogniser.ts";

/** The tools of a reading child: what it may not do itself it asks of its parent. */
export interface ChildTools {
  /** The tools for one file. */
  readonly toolsFor: (file: Pick<ReadingAids, "scans" | "pagesRead" | "copies">) => ReadingTools;
  /** Takes an answer of the parent. */
  readonly take: (message: ParentMessage) => void;
}

export function childTools(say: (message: ChildMessage) => void): ChildTools {
  const waiting = new Map<number, PromiseWithResolvers<string>>();
  let asked: PromiseWithResolvers<Recogniser | null> | null = null;
  let copyTaken: PromiseWithResolvers<void> | null = null;
  let last = 0;
  const recognise: Recogniser["recognise"] = (tiff, pictures) => {
    const id = ++last;
    const answer = Promise.withResolvers<string>();
    waiting.set(id, answer);
    say({ kind: "recognise", id, tiff, pictures });
    return answer.promise;
  };
  return {
    toolsFor: ({ scans, pagesRead = [], copies = false }) => ({
      recogniser: (pictures) => {
        asked = Promise.withResolvers();
        say({ kind: "askRecogniser", pictures });
        return asked.promise;
      },
      headOnly: scans === "head",
      readBefore: (page) => pagesRead.find((reading) => reading.page.number === page) ?? null,
      tellPage: (reading) => say({ kind: "pageRead", reading }),
      progress: (page, pages) => say({ kind: "progress", page, pages }),
      ...(copies && {
        handCopy: (number, copy) => {
          copyTaken = Promise.withResolvers();
          say({ kind: "pageCopy", number, copy });
          return copyTaken.promise;
        },
      }),
    }),
    take: (message) => {
      if (message.kind === "copyTaken") copyTaken?.resolve();
      else if (message.kind === "recogniser") {
        const { atATime } = message;
        asked?.resolve(atATime > 0 ? { atATime, recognise } : null);
      } else if (message.kind === "recognised" || message.kind === "unrecognised") {
        const answer = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.kind === "recognised") answer?.resolve(message.hocr);
        else answer?.reject(new Error(message.reason));
      }
    },
  };
}
