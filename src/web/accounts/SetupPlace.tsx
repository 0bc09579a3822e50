import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { SessionAnswer, SetupCheckAnswer } from "../../contract/account.ts";
import { shortestPassword } from "../../contract/limits.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { accountWords } from "../../domain/language/web-accounts.ts";
import { frameWords } from "../../domain/language/web-frame.ts";
import { ask } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import { Link, useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./Door.module.css";
import { orderProvinces, ProvinceField } from "./ProvincePlace.tsx";
import { faultsOf, type SetupFields } from "./setup-faults.ts";

/** Where a one-time link leads: the first administrator is made here. The token stands behind "#" of the address. */
export default function SetupPlace() {
  const words = useWords(accountWords);
  const frame = useWords(frameWords);
  const [token] = useState(() => window.location.hash.slice(1));
  const link = useQuery({
    queryKey: ["setup", token],
    queryFn: () => ask<SetupCheckAnswer>("POST", apiPaths.setupCheck, { token }),
    enabled: token !== "",
    retry: false,
  });
  if (token === "")
    return (
      <EmptyState title={words.setupTitle} action={<Link href={places.first}>{words.toSignIn}</Link>}>
        <p>{words.linkMissing}</p>
      </EmptyState>
    );
  if (!link.data)
    return (
      <p className="muted" role="status">
        {words.checkingLink}
      </p>
    );
  if (!link.data.ok)
    return (
      <div className={styles.door}>
        <h1 className="title">{words.setupTitle}</h1>
        <FailureNote failure={link.data.failure} />
        <Link href={places.first}>{frame.backToRead}</Link>
      </div>
    );
  return <SetupForm token={token} provinces={link.data.value.provinces} />;
}

const empty: SetupFields = { name: "", email: "", password: "", again: "" };

function SetupForm(props: { readonly token: string; readonly provinces: SetupCheckAnswer["provinces"] }) {
  const { token } = props;
  const provinces = orderProvinces(props.provinces);
  const [province, setProvince] = useState(String(provinces[0]?.id ?? ""));
  const words = useWords(accountWords);
  const queries = useQueryClient();
  const go = useGo();
  const [fields, setFields] = useState(empty);
  const [left, setLeft] = useState<ReadonlySet<keyof SetupFields>>(new Set());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const faults = faultsOf(fields, words);
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setLeft(new Set(["name", "email", "password", "again"]));
    if (Object.keys(faults).length > 0) return;
    setBusy(true);
    const { name, email, password } = fields;
    const answer = await ask<SessionAnswer>("POST", apiPaths.setup, {
      token,
      name: name.trim(),
      email: email.trim(),
      password,
      ...(province === "" ? {} : { province: Number(province) }),
    });
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    queries.setQueryData(["session"], answer.value);
    go(places.first);
  };
  const field = (name: keyof SetupFields) => ({
    value: fields[name],
    error: left.has(name) ? (faults[name] ?? null) : null,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setFields((now) => ({ ...now, [name]: value }));
    },
    onBlur: () => setLeft((now) => new Set([...now, name])),
  });
  const eye = { "aria-label": words.showPassword };
  return (
    <form className={styles.door} onSubmit={(event) => void create(event)} noValidate>
      <h1 className="title">{words.setupTitle}</h1>
      <p className="muted">{words.setupText}</p>
      {failure && <FailureNote failure={failure} />}
      <TextInput label={words.name} autoComplete="name" {...field("name")} />
      <TextInput
        label={words.email}
        description={words.emailHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        type="email"
        autoComplete="username"
        {...field("email")}
      />
      <PasswordInput
        label={words.password}
        description={words.passwordHelp(shortestPassword)}
        inputWrapperOrder={["label", "input", "description", "error"]}
        autoComplete="new-password"
        visibilityToggleButtonProps={eye}
        {...field("password")}
      />
      <PasswordInput
        label={words.passwordAgain}
        autoComplete="new-password"
        visibilityToggleButtonProps={eye}
        {...field("again")}
      />
      <ProvinceField provinces={provinces} value={province} onChange={setProvince} help />
      <Button type="submit" loading={busy}>
        {words.create}
      </Button>
    </form>
  );
}
