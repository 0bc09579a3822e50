import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { SessionAnswer } from "../../contract/account.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure, Result } from "../../domain/basics/result.ts";
import { accountWords } from "../../domain/language/web-accounts.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import styles from "./Door.module.css";

/** The second step of signing in: the code of the app, or one of those that were written down. */
export function CodeStep(props: {
  readonly onEnter: (answer: Result<SessionAnswer>) => void;
  readonly onBack: () => void;
  readonly failure: Failure | null;
}) {
  const words = useWords(accountWords);
  const [kind, setKind] = useState<"app" | "written">("app");
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (code.trim().length < 4) return;
    setBusy(true);
    const answer = await ask<SessionAnswer>("POST", apiPaths.sessionCode, { code: code.trim(), kind });
    setBusy(false);
    setCode("");
    props.onEnter(answer);
  };
  const isApp = kind === "app";
  return (
    <form className={styles.door} onSubmit={(event) => void send(event)} noValidate>
      <h1 className="title">{words.codeTitle}</h1>
      <p className="muted">{isApp ? words.codeText : words.writtenText}</p>
      {props.failure && <FailureNote failure={props.failure} />}
      <TextInput
        key={kind}
        autoFocus
        label={isApp ? words.codeLabel : words.writtenLabel}
        inputMode={isApp ? "numeric" : "text"}
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy}>
        {words.confirm}
      </Button>
      <Button variant="subtle" onClick={() => setKind(isApp ? "written" : "app")}>
        {isApp ? words.useWritten : words.useApp}
      </Button>
      <Button variant="subtle" onClick={props.onBack}>
        {words.back}
      </Button>
    </form>
  );
}
