import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Failure } from "../../domain/basics/result.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { urgingWords } from "../../domain/language/web-urging.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import styles from "../duties/Duties.module.css";
import { useWords } from "../language.tsx";
import { saveDraft } from "../save-draft.ts";

/** Drafts a document that tells what the page tells, for one of those who may issue it. */
export function NoticeDraft(props: {
  readonly path: string;
  /** What is asked beside who issues it. */
  readonly request?: object;
  /** The file's name. */
  readonly saved: string;
  readonly words: { readonly title: string; readonly text: string };
}) {
  const { path, request, saved, words } = props;
  const { from: fromLabel, issuers, draft: draftWord } = useWords(urgingWords);
  const { cancel } = useWords(dutyWords);
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState("committee");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const draft = async () => {
    setBusy(true);
    const refused = await saveDraft(path, { ...request, from }, saved);
    setBusy(false);
    setFailure(refused);
    if (!refused) setOpen(false);
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {words.title}
      </Button>
      {open && (
        <Dialog title={words.title} onClose={() => setOpen(false)}>
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy) void draft();
            }}
          >
            <p>{words.text}</p>
            {failure && <FailureNote failure={failure} />}
            <NativeSelect
              label={fromLabel}
              value={from}
              data={Object.entries(issuers).map(([value, label]) => ({ value, label }))}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <div className={styles.buttons}>
              <Button size="sm" type="submit" loading={busy} data-autofocus>
                {draftWord}
              </Button>
              <Button size="sm" variant="default" onClick={() => setOpen(false)}>
                {cancel}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
