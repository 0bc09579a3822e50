import { Button } from "@mantine/core";
import { useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { urgingSettingsWords } from "../../domain/language/web-urging-settings.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import styles from "./Settings.module.css";

/** Whether mail goes out, and a letter to oneself to see that it arrives. */
export function TrialLetter({ mail }: { mail: boolean }) {
  const words = useWords(urgingSettingsWords);
  const [busy, setBusy] = useState(false);
  const [to, setTo] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async () => {
    setBusy(true);
    const answer = await ask<{ to: string }>("POST", apiPaths.urgingTrial);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    setTo(answer.ok ? answer.value.to : null);
  };
  return (
    <section className={styles.part}>
      <h2 className="subtitle">{words.mail}</h2>
      <p>{mail ? words.mailOn : words.mailOff}</p>
      {failure && <FailureNote failure={failure} />}
      {mail && (
        <div className={styles.line}>
          <Button size="xs" variant="default" loading={busy} onClick={() => void send()}>
            {words.trial}
          </Button>
          {to !== null && <span role="status">{words.trialSent(to)}</span>}
        </div>
      )}
    </section>
  );
}
