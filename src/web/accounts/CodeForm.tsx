import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Failure } from "../../domain/basics/result.ts";
import { accountWords } from "../../domain/language/web-accounts.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./Door.module.css";

/** Where a printed code is typed. */
export function CodeForm(props: {
  readonly title: string;
  readonly failure: Failure | null;
  readonly onCode: (code: string) => void;
}) {
  const words = useWords(accountWords);
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (typed.trim() !== "") props.onCode(typed.trim());
  };
  return (
    <form className={styles.door} onSubmit={send} noValidate>
      <h1 className="title">{props.title}</h1>
      {props.failure && <FailureNote failure={props.failure} />}
      <TextInput
        label={words.printedCode}
        description={words.printedHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        autoComplete="off"
        maxLength={40}
        value={typed}
        error={tried && typed.trim() === "" ? words.printedMissing : null}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit">{words.confirm}</Button>
      <Link href={places.first}>{words.toSignIn}</Link>
    </form>
  );
}
