import { Button } from "@mantine/core";
import { useState } from "react";
import type { DutyRowAnswer } from "../../contract/duty.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { ask } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { useNumber, useWords } from "../language.tsx";
import styles from "./Duties.module.css";
import { useDutyChanged } from "./use-duties.ts";

/** Asks once and sends "không phát sinh" for one duty or many. */
export function NothingDialog(props: {
  readonly duties: readonly Pick<DutyRowAnswer, "id" | "version" | "task">[];
  readonly onSent: () => void;
  readonly onClose: () => void;
}) {
  const { duties } = props;
  const words = useWords(dutyWords);
  const say = useNumber();
  const changed = useDutyChanged();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async () => {
    setBusy(true);
    const seen = duties.map(({ id, version }) => ({ id, version }));
    const answer = await ask<{ reported: number }>("POST", apiPaths.dutiesNothing, { duties: seen });
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    await changed();
    if (answer.ok) props.onSent();
  };
  const title = duties.length === 1 ? words.nothingAsk : words.nothingAskMany(say(duties.length));
  return (
    <Dialog title={title} onClose={props.onClose}>
      <div className={styles.form}>
        {duties.length === 1 && <p>{duties[0]?.task.content}</p>}
        {failure && <FailureNote failure={failure} />}
        <div className={styles.buttons}>
          <Button size="sm" loading={busy} data-autofocus onClick={() => void send()}>
            {words.send}
          </Button>
          <Button size="sm" variant="default" onClick={props.onClose}>
            {words.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
