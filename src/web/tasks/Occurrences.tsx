import { Button, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { FactRequest, OccurrenceAnswer, RegisteredTaskAnswer } from "../../contract/task.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { lineageWords } from "../../domain/language/web-lineage.ts";
import { reviewWords } from "../../domain/language/web-review.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { usePrinting } from "../components/use-printing.ts";
import { sayDay, sayDistance } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { DraftNotes } from "../review/DraftNotes.tsx";
import { useDraft } from "../review/use-draft.ts";
import styles from "./TaskPlace.module.css";
import { TaskState } from "./TaskState.tsx";

type FactKind = FactRequest["kind"];

/** Open occurrences that stand unfolded: what is asked next, not all years to come. */
const openShown = 3;

/**
 * The occurrences of a task, each with its state and the facts that may be set: what is open first, by its day; behind it
 * what is over, newest first. Long runs of either are folded.
 */
export function Occurrences({ task }: { task: RegisteredTaskAnswer }) {
  const words = useWords(taskWords);
  const say = useNumber();
  const open = task.occurrences.filter(isOpen);
  const over = task.occurrences.filter((one) => !isOpen(one)).toReversed();
  return (
    <section aria-labelledby="occurrences-title">
      <h2 id="occurrences-title" className={styles.heading}>
        {words.occurrences}
      </h2>
      {task.occurrences.length === 0 ? (
        <p className="muted">{words.noOccurrence}</p>
      ) : (
        <>
          <Strip of={open.slice(0, openShown)} task={task} />
          <Folded of={open.slice(openShown)} task={task} title={words.laterOccurrences} say={say} />
          {open.length === 0 && <Strip of={over.slice(0, 1)} task={task} />}
          <Folded
            of={open.length === 0 ? over.slice(1) : over}
            task={task}
            title={words.pastOccurrences}
            say={say}
          />
        </>
      )}
    </section>
  );
}

/** Whether something is still asked for: neither done nor withdrawn, and not from before the system was used. */
function isOpen({ state }: OccurrenceAnswer): boolean {
  return state === "late" || state === "dueSoon" || state === "open" || state === "noDeadline";
}

function Strip({ of, task }: { of: readonly OccurrenceAnswer[]; task: RegisteredTaskAnswer }) {
  if (of.length === 0) return null;
  return (
    <ul className={styles.strip}>
      {of.map((one) => (
        <Occurrence key={one.id} one={one} task={task} />
      ))}
    </ul>
  );
}

function Folded(props: {
  readonly of: readonly OccurrenceAnswer[];
  readonly task: RegisteredTaskAnswer;
  readonly title: (count: string) => string;
  readonly say: (value: number) => string;
}) {
  const printing = usePrinting();
  if (props.of.length === 0) return null;
  return (
    <details className={styles.folded} open={printing || undefined}>
      <summary>{props.title(props.say(props.of.length))}</summary>
      <Strip of={props.of} task={props.task} />
    </details>
  );
}

function Occurrence({ one, task }: { one: OccurrenceAnswer; task: RegisteredTaskAnswer }) {
  const words = useWords(taskWords);
  const { language } = useSpeech();
  const [setting, setSetting] = useState<FactKind | null>(null);
  const day = one.lastDay ?? one.dueOn;
  return (
    <li className={styles.occurrence} data-state={one.state}>
      <p className={styles.occurrenceHead}>
        <strong className="numbers">{day ? words.due(sayDay(day)) : words.noDue}</strong>
        <TaskState state={one.state} />
        {one.daysLeft !== null && day && (
          <span className="small muted">{sayDistance(day, task.today, language)}</span>
        )}
        {one.firstDueOn !== null && <FirstDue one={one} today={task.today} />}
      </p>
      <Known one={one} />
      {setting ? (
        <FactForm one={one} task={task} kind={setting} onClose={() => setSetting(null)} />
      ) : (
        <div className={styles.factButtons} data-screen-only>
          {one.allowed.map((kind) => (
            <Button key={kind} size="compact-xs" variant="default" onClick={() => setSetting(kind)}>
              {words.facts[kind]}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

/** The day that was set first, and how late it is since then while it is open. */
function FirstDue({ one, today }: { one: OccurrenceAnswer; today: string }) {
  const words = useWords(lineageWords);
  const { language } = useSpeech();
  if (one.firstDueOn === null) return null;
  const day = sayDay(one.firstDueOn);
  const distance = isOpen(one) ? sayDistance(one.firstDueOn, today, language) : null;
  return (
    <span className="small muted numbers">
      {words.firstDue(day)}
      {distance !== null && `, ${distance}`}
    </span>
  );
}

/** What was recorded of an occurrence: its latest days, its product and the notes. */
function Known({ one }: { one: OccurrenceAnswer }) {
  const words = useWords(taskWords);
  const parts = [
    ...(one.startedOn ? [words.started(sayDay(one.startedOn))] : []),
    ...(one.doneOn ? [words.doneOn(sayDay(one.doneOn))] : []),
    ...(one.withdrawnOn ? [words.withdrawnOn(sayDay(one.withdrawnOn))] : []),
    ...(one.eventDocument ? [one.eventDocument] : []),
    ...(one.product ? [one.product] : []),
    ...one.facts.flatMap((fact) => (fact.note ? [fact.note] : [])),
  ];
  return parts.length === 0 ? null : <p className="small numbers">{parts.join(" · ")}</p>;
}

interface FactFields {
  readonly on: string;
  readonly product: string;
  readonly note: string;
}

/** A dated fact to be recorded; what is typed is kept until it is recorded or thrown away. */
function FactForm(props: {
  readonly one: OccurrenceAnswer;
  readonly task: RegisteredTaskAnswer;
  readonly kind: FactKind;
  readonly onClose: () => void;
}) {
  const { one, task, kind } = props;
  const words = useWords(taskWords);
  const review = useWords(reviewWords);
  const queries = useQueryClient();
  const draft = useDraft<FactFields>(`fact.${one.id}.${kind}`, one.version, {
    ...{ on: task.today, product: "", note: "" },
  });
  const { fields, change } = draft;
  const { on, product, note } = fields;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const end = () => {
    draft.drop();
    props.onClose();
  };
  const record = async () => {
    if (on === "" || busy) return;
    setBusy(true);
    const fact: FactRequest = {
      version: one.version,
      kind,
      on,
      ...(kind === "done" && product.trim() !== "" ? { product: product.trim() } : {}),
      ...(note.trim() === "" ? {} : { note: note.trim() }),
    };
    const answer = await ask("POST", pathTo(apiPaths.occurrenceFacts, { id: one.id }), fact);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    // Whatever the answer: another's change is what should be seen next.
    await Promise.all(
      [["task", task.id], ["tasks"], ["overview"], ["history", task.id]].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
    if (answer.ok) end();
  };
  return (
    <form
      className={styles.factForm}
      aria-label={words.factTitle[kind]}
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <DraftNotes draft={draft} />
      {failure && <FailureNote failure={failure} />}
      <FactInputs kind={kind} fields={fields} change={change} />
      <div className={styles.factButtons}>
        <Button size="compact-sm" type="submit" loading={busy}>
          {words.record}
        </Button>
        <Button size="compact-sm" variant="default" onClick={props.onClose}>
          {words.cancel}
        </Button>
        {draft.touched && (
          <button type="button" className="link-button" onClick={end}>
            {review.discard}
          </button>
        )}
      </div>
    </form>
  );
}

function FactInputs(props: {
  readonly kind: FactKind;
  readonly fields: FactFields;
  readonly change: (changes: Partial<FactFields>) => void;
}) {
  const { kind, fields, change } = props;
  const words = useWords(taskWords);
  return (
    <>
      <TextInput
        size="xs"
        type="date"
        label={words.on}
        value={fields.on}
        autoFocus
        error={fields.on === "" ? words.dayMissing : null}
        onChange={(event) => change({ on: event.currentTarget.value })}
      />
      {kind === "done" && (
        <TextInput
          size="xs"
          label={`${words.factProduct} (${words.optional})`}
          value={fields.product}
          onChange={(event) => change({ product: event.currentTarget.value })}
        />
      )}
      <Textarea
        size="xs"
        rows={2}
        label={`${words.note} (${words.optional})`}
        value={fields.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </>
  );
}
