import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { AccountAnswer } from "../../contract/account.ts";
import { shortestPassword } from "../../contract/limits.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { accountWords } from "../../domain/language/web-accounts.ts";
import { frameWords } from "../../domain/language/web-frame.ts";
import { ownAccountWords } from "../../domain/language/web-own-account.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useSpeech, useWords } from "../language.tsx";
import styles from "./Account.module.css";
import { Factors } from "./Factors.tsx";
import { Sessions } from "./Sessions.tsx";

/** The own account: name and language, password, second factors, sessions. */
export default function AccountPlace() {
  const words = useWords(ownAccountWords);
  const queries = useQueryClient();
  const account = useQuery({
    queryKey: ["account"],
    queryFn: () => fetchAnswer<AccountAnswer>(apiPaths.account),
    staleTime: 0,
  });
  if (account.error instanceof FailureError)
    return <FailureNote failure={account.error.failure} onRetry={() => void account.refetch()} />;
  if (!account.data) return <Waiting />;
  const changed = () =>
    void Promise.all(["account", "session"].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  return (
    <Page title={words.title} line={words.line(account.data.email)}>
      <div className={styles.parts}>
        <section className={styles.part} aria-label={words.name}>
          <NameForm name={account.data.name} onChange={changed} />
        </section>
        <section className={styles.part}>
          <h2 className="subtitle">{words.password.title}</h2>
          {account.data.hasPassword ? (
            <PasswordForm onChange={changed} />
          ) : (
            <p className="muted">{words.password.none}</p>
          )}
        </section>
        <section className={styles.part}>
          <h2 className="subtitle">{words.factors.title}</h2>
          <p className="muted">{words.factors.text}</p>
          <Factors account={account.data} onChange={changed} />
        </section>
        <section className={styles.part}>
          <h2 className="subtitle">{words.sessions.title}</h2>
          <Sessions sessions={account.data.sessions} onChange={changed} />
        </section>
      </div>
    </Page>
  );
}

function NameForm(props: { readonly name: string; readonly onChange: () => void }) {
  const words = useWords(ownAccountWords);
  const frame = useWords(frameWords);
  const { switchLanguage } = useSpeech();
  const [name, setName] = useState(props.name);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    const answer = await ask("PATCH", apiPaths.account, { name: name.trim() });
    setFailure(answer.ok ? null : answer.failure);
    setSaved(answer.ok);
    if (answer.ok) props.onChange();
  };
  return (
    <form className={styles.fields} onSubmit={(event) => void save(event)}>
      {failure && <FailureNote failure={failure} />}
      <TextInput
        label={words.name}
        autoComplete="name"
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={styles.row}>
        <Button type="submit">{words.save}</Button>
        {saved && <span role="status">{words.saved}</span>}
      </div>
      <div className={styles.row}>
        <span className="muted">{words.language}</span>
        <Button variant="default" onClick={switchLanguage}>
          {frame.otherLanguage}
        </Button>
      </div>
    </form>
  );
}

const none = { old: "", password: "", again: "" };

function PasswordForm({ onChange }: { onChange: () => void }) {
  const words = useWords(ownAccountWords).password;
  const door = useWords(accountWords);
  const [fields, setFields] = useState(none);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [changed, setChanged] = useState(false);
  const length = [...fields.password].length;
  const faults = {
    old: fields.old === "" ? door.errors.passwordMissing : null,
    password: length < shortestPassword ? door.errors.passwordShort(shortestPassword, length) : null,
    again: fields.again === fields.password ? null : door.errors.passwordDiffers,
  };
  const change = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setChanged(false);
    if (Object.values(faults).some((fault) => fault !== null)) return;
    const { old, password } = fields;
    const answer = await ask("PUT", apiPaths.accountPassword, { old, password });
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setFields(none);
    setTried(false);
    setChanged(true);
    onChange();
  };
  const field = (name: keyof typeof none) => ({
    value: fields[name],
    error: tried ? faults[name] : null,
    visibilityToggleButtonProps: { "aria-label": door.showPassword },
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setFields((now) => ({ ...now, [name]: value }));
    },
  });
  return (
    <form className={styles.fields} onSubmit={(event) => void change(event)} noValidate>
      {failure && <FailureNote failure={failure} />}
      <PasswordInput label={words.old} autoComplete="current-password" {...field("old")} />
      <PasswordInput
        label={words.fresh}
        description={door.passwordHelp(shortestPassword)}
        inputWrapperOrder={["label", "input", "description", "error"]}
        autoComplete="new-password"
        {...field("password")}
      />
      <PasswordInput label={words.again} autoComplete="new-password" {...field("again")} />
      <div className={styles.row}>
        <Button type="submit" variant="default">
          {words.change}
        </Button>
        {changed && <span role="status">{words.changed}</span>}
      </div>
    </form>
  );
}
