import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { SessionAnswer } from "../../contract/account.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { accountWords } from "../../domain/language/web-accounts.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import styles from "./Door.module.css";

/** Signing in; what was typed stays when it fails. */
export default function SignInPlace() {
  const words = useWords(accountWords);
  const queries = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const signIn = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() === "" || password === "") return;
    setBusy(true);
    const answer = await ask<SessionAnswer>("POST", apiPaths.session, { email, password });
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) queries.setQueryData(["session"], answer.value);
  };
  return (
    <form className={styles.door} onSubmit={(event) => void signIn(event)} noValidate>
      <h1 className="title">{words.signInTitle}</h1>
      {failure && <FailureNote failure={failure} />}
      <TextInput
        label={words.email}
        type="email"
        autoComplete="username"
        value={email}
        error={tried && email.trim() === "" ? words.errors.emailMissing : null}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={words.password}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ "aria-label": words.showPassword }}
        value={password}
        error={tried && password === "" ? words.errors.passwordMissing : null}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy}>
        {words.signIn}
      </Button>
    </form>
  );
}
