import type { ChildProcess } from "node:child_process";
import type { ChildMessage, ParentMessage } from "./reading-messages.ts";
import type { NativeRecogniser } from "./scan/native-recogniser.ts";

/** Does for a reading child what it may not do itself: has letters recognised by the program of this machine. */
export function serveChild(
  child: ChildProcess,
  message: Extract<ChildMessage, { kind: "askRecogniser" | "recognise" }>,
  findRecogniser: () => Promise<NativeRecogniser | null>,
): void {
  const tell = (answer: ParentMessage): void => {
    // A child that ended meanwhile is told nothing.
    if (child.connected) child.send(answer, () => undefined);
  };
  if (message.kind === "askRecogniser")
    findRecogniser().then(
      (recogniser) => tell({ kind: "recogniser", atATime: recogniser?.atATime ?? 0 }),
      () => tell({ kind: "recogniser", atATime: 0 }),
    );
  else
    findRecogniser()
      .then((recogniser) => {
        if (recogniser === null) throw new Error("no recogniser");
        return recogniser.recognise(message.tiff, message.pictures);
      })
      .then(
        (hocr) => tell({ kind: "recognised", id: message.id, hocr }),
        (error: unknown) =>
          tell({
            kind: "unrecognised",
            id: message.id,
            reason: error instanceof Error ? error.message : String(error),
          }),
      );
}
