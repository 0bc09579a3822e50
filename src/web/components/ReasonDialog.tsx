import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "./Dialog.tsx";
import styles from "./ReasonDialog.module.css";

/** What the window says. */
export interface ReasonWords {
  readonly title: string;
  /** Common reasons, each taken with one press. */
  readonly reasons: readonly string[];
  readonly label: string;
  readonly help: string;
  readonly missing: string;
  readonly action: string;
}

/** Asks why something is put aside: a common reason, or own words; Enter takes them. */
export function ReasonDialog(props: {
  readonly words: ReasonWords;
  readonly longest?: number;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const { words, onReason } = props;
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const take = () => {
    setTried(true);
    if (reason.trim() !== "") onReason(reason.trim());
  };
  return (
    <Dialog title={words.title} onClose={props.onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <div className={styles.actions}>
          {words.reasons.map((common) => (
            <Button key={common} size="compact-sm" variant="default" onClick={() => onReason(common)}>
              {common}
            </Button>
          ))}
        </div>
        <Textarea
          size="sm"
          rows={2}
          autoFocus
          data-autofocus
          label={words.label}
          description={words.help}
          {...(props.longest !== undefined && { maxLength: props.longest })}
          value={reason}
          error={tried && reason.trim() === "" ? words.missing : null}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey) return;
            event.preventDefault();
            take();
          }}
        />
        <div className={styles.actions}>
          <Button size="xs" type="submit">
            {words.action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
