import { Button, Checkbox } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { RecoveryCheckAnswer } from "../../contract/account.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { accountWords } from "../../domain/language/web-accounts.ts";
import { ask } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { CodeForm } from "./CodeForm.tsx";
import styles from "./Door.module.css";
import { isChosen, NewPassword } from "./NewPassword.tsx";
import { useCode } from "./use-code.ts";

/** A new password by a code that an administrator gave. */
export default function RecoveryPlace() {
  const words = useWords(accountWords);
  const { code, setCode, answer } = useCode<RecoveryCheckAnswer>(apiPaths.recoveryCheck);
  if (code !== "" && answer === null) return <Waiting />;
  if (answer?.ok && answer.value.kind === "recovery")
    return <RecoveryForm code={code} person={answer.value} />;
  const failure = answer?.ok === false ? answer.failure : null;
  return <CodeForm title={words.recoveryTitle} failure={failure} onCode={setCode} />;
}

function RecoveryForm({ code, person }: { code: string; person: RecoveryCheckAnswer }) {
  const words = useWords(accountWords);
  const [chosen, setChosen] = useState({ password: "", again: "" });
  const [dropFactors, setDropFactors] = useState(false);
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (done)
    return (
      <EmptyState title={words.recoveryDone} action={<Link href={places.first}>{words.toSignIn}</Link>}>
        {null}
      </EmptyState>
    );
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isChosen(chosen)) return;
    const request = { code, password: chosen.password, dropFactors };
    const answer = await ask("POST", apiPaths.recoveryUse, request);
    setFailure(answer.ok ? null : answer.failure);
    setDone(answer.ok);
  };
  return (
    <form className={styles.door} onSubmit={(event) => void send(event)} noValidate>
      <h1 className="title">{words.recoveryTitle}</h1>
      <p>{words.recoveryFor(person.name, person.email)}</p>
      {failure && <FailureNote failure={failure} />}
      <NewPassword value={chosen} tried={tried} onChange={setChosen} />
      <Checkbox
        label={words.recoveryDrop}
        checked={dropFactors}
        onChange={(event) => setDropFactors(event.currentTarget.checked)}
      />
      <Button type="submit">{words.recoverySet}</Button>
    </form>
  );
}
