import { Textarea } from "@mantine/core";
import { useState } from "react";
import type { ProofRequest } from "../../contract/duty.ts";
import { coordinationWords } from "../../domain/language/web-coordination.ts";
import styles from "../duties/Duties.module.css";
import { ProofFields } from "../duties/ProofFields.tsx";
import { DayField, FormEnd } from "../duties/SmallForm.tsx";
import { useWords } from "../language.tsx";

/** The answer to a request with what it rests on, or the reason why it is declined. */
export function AnswerForm(props: {
  readonly kind: "answered" | "declined";
  readonly today: string;
  readonly busy: boolean;
  readonly onSend: (said: { on: string; text: string; proofs: ProofRequest[] }) => void;
  readonly onClose: () => void;
}) {
  const words = useWords(coordinationWords);
  const [on, setOn] = useState(props.today);
  const [text, setText] = useState("");
  const [proofs, setProofs] = useState<readonly ProofRequest[]>([]);
  const [tried, setTried] = useState(false);
  const answers = props.kind === "answered";
  const isEmpty = text.trim() === "" && (!answers || proofs.length === 0);
  return (
    <form
      className={`${styles.form} ${styles.panel}`}
      aria-label={words.act[props.kind]}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isEmpty && on !== "" && !props.busy) props.onSend({ on, text, proofs: [...proofs] });
      }}
    >
      <Textarea
        size="xs"
        rows={3}
        label={answers ? words.answer : words.reason}
        value={text}
        error={tried && isEmpty && (answers ? words.answerNeeded : words.reasonNeeded)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {answers && <ProofFields proofs={proofs} onChange={setProofs} />}
      <DayField label={words.answerOn} value={on} onChange={setOn} />
      <FormEnd send={words.act[props.kind]} busy={props.busy} onClose={props.onClose} />
    </form>
  );
}
