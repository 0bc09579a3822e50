import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { EventRequest, RegisteredTaskAnswer } from "../../contract/task.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { eventWords } from "../../domain/language/web-task-events.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { DayField, FormEnd } from "../duties/SmallForm.tsx";
import { useWords } from "../language.tsx";
import styles from "./TaskPlace.module.css";

type Part = RegisteredTaskAnswer["waiting"][number];
type Term = EventRequest["term"];

const units: readonly Term["unit"][] = ["D", "workingDays", "W", "M", "Y"];

/** The events for which the terms of a task wait; each is recorded with its day and its document. */
export function WaitingEvents({ task }: { task: RegisteredTaskAnswer }) {
  const words = useWords(eventWords);
  if (task.waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title" className={styles.heading}>
        {words.title}
      </h2>
      <ul className={styles.strip}>
        {task.waiting.map((part) => (
          <WaitingEvent key={part.event} part={part} task={task} />
        ))}
      </ul>
    </section>
  );
}

function WaitingEvent({ part, task }: { part: Part; task: RegisteredTaskAnswer }) {
  const words = useWords(eventWords);
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.occurrence}>
      <p>{part.event}</p>
      {open ? (
        <EventForm part={part} task={task} onClose={() => setOpen(false)} />
      ) : (
        <div className={styles.factButtons} data-screen-only>
          <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
            {words.record}
          </Button>
        </div>
      )}
    </li>
  );
}

function EventForm(props: {
  readonly part: Part;
  readonly task: RegisteredTaskAnswer;
  readonly onClose: () => void;
}) {
  const { part, task } = props;
  const words = useWords(eventWords);
  const queries = useQueryClient();
  const [on, setOn] = useState(task.today);
  const [document, setDocument] = useState("");
  const [length, setLength] = useState(String(part.term?.length ?? ""));
  const [unit, setUnit] = useState<Term["unit"]>(part.term?.unit ?? "D");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const wrongLength = !/^\d{1,4}$/.test(length.trim());
  const record = async () => {
    if (on === "" || wrongLength || busy) return;
    setBusy(true);
    const event: EventRequest = {
      ...{ version: task.version, on, document, term: { length: Number(length), unit } },
    };
    const answer = await ask("POST", pathTo(apiPaths.taskEvents, { id: task.id }), event);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    await queries.invalidateQueries();
    if (answer.ok) props.onClose();
  };
  return (
    <form
      className={styles.factForm}
      aria-label={words.record}
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      {failure && <FailureNote failure={failure} />}
      <DayField label={words.on} value={on} autoFocus onChange={setOn} />
      <TextInput
        size="xs"
        label={words.document}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        inputMode="numeric"
        label={words.length}
        value={length}
        error={wrongLength ? words.lengthWrong : null}
        onChange={(event) => setLength(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={words.unit}
        value={unit}
        data={units.map((value) => ({ value, label: words.units[value] }))}
        onChange={(event) => setUnit(units.find((one) => one === event.currentTarget.value) ?? "D")}
      />
      <FormEnd busy={busy} onClose={props.onClose} />
    </form>
  );
}
