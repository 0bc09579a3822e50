import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { reviewWords } from "../../domain/language/web-review.ts";
import { Dialog } from "../components/Dialog.tsx";
import { useWords } from "../language.tsx";
import styles from "./FindingForm.module.css";

/** Asks why a row is dropped: a common reason by its number, or own words. */
export function DropDialog({ onDrop, onClose }: { onDrop: (reason: string) => void; onClose: () => void }) {
  const words = useWords(reviewWords);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const drop = () => {
    setTried(true);
    if (reason.trim() !== "") onDrop(reason.trim());
  };
  return (
    <Dialog title={words.dropTitle} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          drop();
        }}
      >
        <div className={styles.actions}>
          {words.reasons.map((common) => (
            <Button key={common} size="compact-sm" variant="default" onClick={() => onDrop(common)}>
              {common}
            </Button>
          ))}
        </div>
        <Textarea
          size="sm"
          rows={2}
          autoFocus
          data-autofocus
          label={words.dropReason}
          description={words.dropReasonHelp}
          value={reason}
          error={tried && reason.trim() === "" ? words.reasonMissing : null}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey) return;
            event.preventDefault();
            drop();
          }}
        />
        <div className={styles.actions}>
          <Button size="xs" type="submit">
            {words.actions.drop}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
