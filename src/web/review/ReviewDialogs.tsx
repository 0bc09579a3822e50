import { Button } from "@mantine/core";
import { reviewWords } from "../../domain/language/web-review.ts";
import { Dialog } from "../components/Dialog.tsx";
import { KeysList } from "../components/KeysList.tsx";
import { UndoBar } from "../components/UndoBar.tsx";
import { useNumber, useWords } from "../language.tsx";
import { DropDialog } from "./DropDialog.tsx";
import { FindingForm } from "./FindingForm.tsx";
import { editOf, emptyFields } from "./finding-fields.ts";
import styles from "./ReviewPlace.module.css";
import { draftKey } from "./use-draft.ts";
import type { Review } from "./use-review.ts";
import type { ReviewDesk } from "./use-review-desk.ts";

interface Shown {
  readonly id: string;
  readonly review: Review;
  readonly desk: ReviewDesk;
}

/** What opens over the list: why a row is dropped, which rows are merged, a new row, the keys; and the minute for undo. */
export function ReviewDialogs({ id, review, desk }: Shown) {
  const words = useWords(reviewWords);
  const say = useNumber();
  const close = () => desk.setForm(null);
  return (
    <>
      {desk.form?.kind === "drop" && <DropDialog onDrop={desk.dropFor} onClose={close} />}
      {desk.form?.kind === "merge" && <MergeDialog id={id} review={review} desk={desk} />}
      {desk.form?.kind === "keys" && <KeysDialog onClose={close} />}
      {desk.form?.kind === "add" && (
        <Dialog title={words.addTitle} wide onClose={close}>
          <FindingForm
            draft={draftKey.add(id)}
            version={0}
            initial={emptyFields}
            saveLabel={words.addSave}
            onClose={close}
            onSave={async (fields) => {
              const answer = await review.add(
                { ...editOf(emptyFields, fields), content: fields.content.trim() },
                desk.chosen?.row ?? null,
              );
              desk.choose(answer?.findings.find((one) => one.origin === "added")?.id ?? null);
              return answer !== null;
            }}
          />
        </Dialog>
      )}
      {desk.undoing ? (
        <p className={styles.undoing} role="status">
          {words.said.undoing(say(desk.undoing.done), say(desk.undoing.all))}
        </p>
      ) : (
        desk.done && (
          <UndoBar
            said={
              desk.done.what === "clear" || desk.done.what === "tied"
                ? words.said[desk.done.what](say(desk.done.ids.length))
                : words.said[desk.done.what]
            }
            undo={words.actions.undo}
            onUndo={() => desk.takeBack(desk.done?.ids ?? [], desk.done?.task)}
            onOver={() => desk.setDone(null)}
          />
        )
      )}
    </>
  );
}

function MergeDialog({ review, desk }: Shown) {
  const words = useWords(reviewWords);
  const say = useNumber();
  const close = () => desk.setForm(null);
  const parts = (review.findings.data?.findings ?? [])
    .filter((one) => desk.marked.has(one.id) && one.decision === null)
    .toSorted((a, b) => a.position - b.position);
  const merge = async () => {
    const answer = await review.merge(parts.map((one) => one.id));
    close();
    if (!answer) return;
    desk.unmark();
    const made = answer.findings.find((one) => one.decision === null);
    const first = answer.findings.find((one) => one.decision === "merged");
    if (first) desk.setDone({ what: "merged", ids: [first.id] });
    desk.choose(made?.id ?? null);
  };
  return (
    <Dialog title={words.mergeTitle} wide onClose={close}>
      {parts.length < 2 ? (
        <p>{words.mergeFew}</p>
      ) : (
        <div className={styles.merge}>
          <p>{words.mergeText(say(parts.length))}</p>
          <ol>
            {parts.map((one) => (
              <li key={one.id}>{one.task.content}</li>
            ))}
          </ol>
          <Button size="xs" autoFocus data-autofocus onClick={() => void merge()}>
            {words.mergeSave}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

function KeysDialog({ onClose }: { onClose: () => void }) {
  const all = useWords(reviewWords);
  const words = all.keyNames;
  return (
    <Dialog title={all.keys} onClose={onClose}>
      <KeysList
        keys={[
          [["J"], words.next],
          [["K"], words.previous],
          [["Enter"], words.accept],
          [["L"], words.link],
          [["G"], words.general],
          [["X"], words.drop],
          [["E"], words.edit],
          [["S"], words.split],
          [[all.space], words.mark],
          [["M"], words.merge],
          [["A"], words.add],
          [["U"], words.undo],
          [["C"], words.clear],
          [["V"], words.source],
          [["?"], words.help],
        ]}
      />
    </Dialog>
  );
}
