import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { LettersAnswer } from "../../contract/urging.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { urgingWords } from "../../domain/language/web-urging.ts";
import { ask } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { useNumber, useWords } from "../language.tsx";
import styles from "./Duties.module.css";

/** Records number and day of a letter that was issued. */
export function IssuedLetterDialog(props: {
  readonly letter: LettersAnswer["due"][number];
  readonly today: string;
  readonly onClose: () => void;
}) {
  const { unit, kind, items } = props.letter;
  const words = useWords(urgingWords);
  const { cancel } = useWords(dutyWords);
  const say = useNumber();
  const queries = useQueryClient();
  const [number, setNumber] = useState("");
  const [issuedOn, setIssuedOn] = useState(props.today);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const record = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (number.trim() === "" || issuedOn === "") return;
    const request = { kind, number: number.trim(), issuedOn, duties: items.map(({ id }) => id) };
    const answer = await ask("POST", apiPaths.urgingLetters, request);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    await queries.invalidateQueries({ queryKey: ["duties"] });
    props.onClose();
  };
  return (
    <Dialog title={words.recordOf(unit.name)} onClose={props.onClose}>
      <form className={styles.form} onSubmit={(event) => void record(event)} noValidate>
        <p>{words.letterOf(say(items.length), unit.name)}</p>
        {failure && <FailureNote failure={failure} />}
        <TextInput
          label={words.number}
          maxLength={100}
          data-autofocus
          value={number}
          error={tried && number.trim() === "" ? words.numberNeeded : null}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={words.issuedOn}
          value={issuedOn}
          error={issuedOn === "" ? words.dayNeeded : null}
          onChange={(event) => setIssuedOn(event.currentTarget.value)}
        />
        <p className="small muted">{words.recordHelp}</p>
        <div className={styles.buttons}>
          <Button size="sm" type="submit">
            {words.save}
          </Button>
          <Button size="sm" variant="default" onClick={props.onClose}>
            {cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
