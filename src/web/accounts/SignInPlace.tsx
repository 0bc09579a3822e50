import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { SessionAnswer, SessionWays } from "../../contract/account.ts";
import { apiPaths, webPaths } from "../../contract/paths.ts";
import type { Failure, Result } from "../../domain/basics/result.ts";
import { accountWords } from "../../domain/language/web-accounts.ts";
import { ask, failureOf, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { CodeStep } from "./CodeStep.tsx";
import styles from "./Door.module.css";
import { canUsePasskeys, showPasskey } from "./passkey.ts";

/** Signing in: by password and, where there is one, a code; by passkey; by single sign-on. What was typed stays. */
export default function SignInPlace() {
  const words = useWords(accountWords);
  const queries = useQueryClient();
  const ways = useQuery({
    queryKey: ["sign-in-ways"],
    queryFn: () => fetchAnswer<SessionWays>(apiPaths.sessionWays),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [asksCode, setAsksCode] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(refusedElsewhere);
  const enter = (answer: Result<SessionAnswer>) => {
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    if (answer.value.gate === "code") setAsksCode(true);
    else queries.setQueryData(["session"], answer.value);
  };
  if (asksCode) return <CodeStep onEnter={enter} failure={failure} onBack={() => setAsksCode(false)} />;
  const { passwords = true, singleSignOn = null } = ways.data ?? {};
  return (
    <div className={styles.door}>
      <h1 className="title">{words.signInTitle}</h1>
      {failure && <FailureNote failure={failure} />}
      {passwords ? <PasswordForm onEnter={enter} /> : <p className="muted">{words.passwordsOff}</p>}
      {passwords && canUsePasskeys() && <PasskeyButton onEnter={enter} />}
      {singleSignOn !== null && (
        <Button component="a" variant={passwords ? "default" : "filled"} href={apiPaths.singleSignOn}>
          {words.withSingleSignOn(singleSignOn)}
        </Button>
      )}
      <p className="small">
        <Link href={webPaths.invitation}>{words.haveCode}</Link>
      </p>
      <p className="small muted">{words.noAccess}</p>
    </div>
  );
}

function PasswordForm({ onEnter }: { onEnter: (answer: Result<SessionAnswer>) => void }) {
  const words = useWords(accountWords);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const signIn = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() === "" || password === "") return;
    setBusy(true);
    const answer = await ask<SessionAnswer>("POST", apiPaths.session, { email, password });
    setBusy(false);
    onEnter(answer);
  };
  return (
    <form className={styles.fields} onSubmit={(event) => void signIn(event)} noValidate>
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

function PasskeyButton({ onEnter }: { onEnter: (answer: Result<SessionAnswer>) => void }) {
  const words = useWords(accountWords);
  const [busy, setBusy] = useState(false);
  const signIn = async () => {
    setBusy(true);
    const shown = await showPasskey();
    const answer = shown.ok
      ? await ask<SessionAnswer>("POST", apiPaths.sessionPasskey, { response: shown.value })
      : shown;
    setBusy(false);
    onEnter(answer);
  };
  return (
    <Button variant="default" loading={busy} onClick={() => void signIn()}>
      {words.withPasskey}
    </Button>
  );
}

/** What single sign-on refused stands behind "#" of the address that it came back to. */
function refusedElsewhere(): Failure | null {
  const given = Object.fromEntries(new URLSearchParams(window.location.hash.slice(1)));
  const { refused, ...detail } = given;
  return refused === undefined ? null : failureOf({ error: { code: refused, detail } });
}
