import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { unplacedWords } from "../../domain/language/web-unplaced.ts";
import { Dialog } from "../components/Dialog.tsx";
import { useNumber, useWords } from "../language.tsx";
import styles from "./UnplacedPlace.module.css";

/** Asks why parts are left: a common reason, or own words. */
export function SkipDialog(props: {
  readonly count: number;
  readonly onSkip: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const words = useWords(unplacedWords);
  const say = useNumber();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const skip = () => {
    setTried(true);
    if (reason.trim() !== "") props.onSkip(reason.trim());
  };
  return (
    <Dialog title={words.skipTitle(say(props.count))} onClose={props.onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          skip();
        }}
      >
        <div className={styles.actions}>
          {words.reasons.map((common) => (
            <Button key={common} size="compact-sm" variant="default" onClick={() => props.onSkip(common)}>
              {common}
            </Button>
          ))}
        </div>
        <Textarea
          size="sm"
          rows={2}
          autoFocus
          data-autofocus
          label={words.skipReason}
          description={words.skipHelp}
          maxLength={1000}
          value={reason}
          error={tried && reason.trim() === "" ? words.reasonMissing : null}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey) return;
            event.preventDefault();
            skip();
          }}
        />
        <div className={styles.actions}>
          <Button size="xs" type="submit">
            {words.skip}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
