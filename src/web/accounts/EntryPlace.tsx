import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RecoveryCheckAnswer, SessionAnswer } from "../../contract/account.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { accountWords } from "../../domain/language/web-accounts.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useWords } from "../language.tsx";
import { useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import { CodeForm } from "./CodeForm.tsx";
import styles from "./Door.module.css";
import { useCode } from "./use-code.ts";

/** Where the code of the command line lets an administrator in. */
export default function EntryPlace() {
  const words = useWords(accountWords);
  const queries = useQueryClient();
  const go = useGo();
  const { code, setCode, answer } = useCode<RecoveryCheckAnswer>(apiPaths.recoveryCheck);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (code !== "" && answer === null) return <Waiting />;
  if (!answer?.ok || answer.value.kind !== "entry")
    return (
      <CodeForm
        title={words.entryTitle}
        failure={answer?.ok === false ? answer.failure : null}
        onCode={setCode}
      />
    );
  const enter = async () => {
    const opened = await ask<SessionAnswer>("POST", apiPaths.entry, { code });
    setFailure(opened.ok ? null : opened.failure);
    if (!opened.ok) return;
    queries.clear();
    queries.setQueryData(["session"], opened.value);
    go(places.first);
  };
  return (
    <div className={styles.door}>
      <h1 className="title">{words.entryTitle}</h1>
      <p>
        {answer.value.name} ({answer.value.email})
      </p>
      {failure && <FailureNote failure={failure} />}
      <Button onClick={() => void enter()}>{words.entryEnter}</Button>
    </div>
  );
}
