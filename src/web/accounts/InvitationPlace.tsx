import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { InvitationCheckAnswer, SessionAnswer } from "../../contract/account.ts";
import { apiPaths, webPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { accountWords } from "../../domain/language/web-accounts.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useWords } from "../language.tsx";
import { Link, useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import { useSession } from "../session.ts";
import { CodeForm } from "./CodeForm.tsx";
import styles from "./Door.module.css";
import { isChosen, NewPassword } from "./NewPassword.tsx";
import { useCode } from "./use-code.ts";

/** Where the link of an invitation leads, and where its printed code is typed. */
export default function InvitationPlace() {
  const words = useWords(accountWords);
  const { code, setCode, answer } = useCode<InvitationCheckAnswer>(apiPaths.invitationCheck);
  if (code !== "" && answer === null) return <Waiting />;
  if (answer?.ok) return <Acceptance code={code} invited={answer.value} />;
  return (
    <>
      <CodeForm title={words.invitationTitle} failure={answer?.failure ?? null} onCode={setCode} />
      <p className={styles.below}>
        <Link href={webPaths.recovery}>{words.recoveryTitle}</Link>
      </p>
    </>
  );
}

function Acceptance(props: { readonly code: string; readonly invited: InvitationCheckAnswer }) {
  const { code, invited } = props;
  const words = useWords(accountWords);
  const queries = useQueryClient();
  const go = useGo();
  const signedIn = useSession().data?.user?.email === invited.email;
  const [name, setName] = useState(invited.name);
  const [chosen, setChosen] = useState({ password: "", again: "" });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isNew = !invited.hasAccount;
  const accept = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isNew && (!isChosen(chosen) || name.trim() === "")) return;
    setBusy(true);
    const request = { code, name: isNew ? name.trim() : null, password: isNew ? chosen.password : null };
    const answer = await ask<SessionAnswer>("POST", apiPaths.invitationAccept, request);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    queries.clear();
    queries.setQueryData(["session"], answer.value);
    go(places.first);
  };
  return (
    <form className={styles.door} onSubmit={(event) => void accept(event)} noValidate>
      <h1 className="title">{words.invitationTitle}</h1>
      <p>{words.invitationFor(invited.name, invited.province)}</p>
      {failure && <FailureNote failure={failure} />}
      {isNew ? (
        <>
          <TextInput
            label={words.email}
            type="email"
            autoComplete="username"
            value={invited.email}
            readOnly
          />
          <TextInput
            label={words.name}
            autoComplete="name"
            maxLength={120}
            value={name}
            error={tried && name.trim() === "" ? words.errors.nameMissing : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NewPassword value={chosen} tried={tried} onChange={setChosen} />
        </>
      ) : (
        !signedIn && <p className="muted">{words.invitationHasAccount(invited.email)}</p>
      )}
      {isNew || signedIn ? (
        <Button type="submit" loading={busy}>
          {isNew ? words.invitationAccept : words.invitationJoin}
        </Button>
      ) : (
        <Link href={places.first}>{words.toSignIn}</Link>
      )}
    </form>
  );
}
