import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { renderSVG } from "uqr";
import type { AppBegun, WrittenCodes } from "../../contract/account.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { ownAccountWords } from "../../domain/language/web-own-account.ts";
import { ask } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import styles from "./Account.module.css";

/** Turning an app on: its picture, its first code, then the codes to be put away. */
export function EnrolApp(props: { readonly begun: AppBegun; readonly onEnd: () => void }) {
  const words = useWords(ownAccountWords).enrol;
  const [code, setCode] = useState("");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (codes !== null) return <CodesDialog codes={codes} onEnd={props.onEnd} />;
  const turnOn = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await ask<WrittenCodes>("PUT", apiPaths.accountApp, { code: code.trim() });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setCodes(answer.value.codes);
  };
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(props.begun.uri, { border: 2 }))}`;
  return (
    <Dialog title={words.title} onClose={props.onEnd}>
      <form className={styles.fields} onSubmit={(event) => void turnOn(event)}>
        <p>{words.scan}</p>
        <img className={styles.picture} src={picture} alt={words.picture} />
        <p>
          <span className="small muted">{words.type}</span>
          <br />
          <span className={styles.secret}>{props.begun.secret.replace(/(.{4})(?=.)/g, "$1 ")}</span>
        </p>
        {failure && <FailureNote failure={failure} />}
        <TextInput
          data-autofocus
          label={words.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!/^\d{6}$/.test(code.trim())}>
          {words.turnOn}
        </Button>
      </form>
    </Dialog>
  );
}

/** Codes that stand in for the phone, shown once. */
export function CodesDialog(props: { readonly codes: readonly string[]; readonly onEnd: () => void }) {
  const words = useWords(ownAccountWords).enrol;
  return (
    <Dialog title={words.codesTitle} onClose={props.onEnd}>
      <div className={styles.fields}>
        <p>{words.codesText}</p>
        <ul className={styles.codes}>
          {props.codes.map((code) => (
            <li key={code} className={styles.secret}>
              {code}
            </li>
          ))}
        </ul>
        <Button onClick={props.onEnd}>{words.done}</Button>
        <Button variant="default" onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
    </Dialog>
  );
}
