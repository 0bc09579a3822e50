import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { AnsweringRequest, RegisteredTaskAnswer } from "../../contract/task.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { answeringWords } from "../../domain/language/web-answering.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Icon } from "../components/Icon.tsx";
import { UndoBar } from "../components/UndoBar.tsx";
import { sayDay } from "../day-words.ts";
import { useWords } from "../language.tsx";
import { useMay } from "../session.ts";
import styles from "./Duties.module.css";
import { DayField, FormEnd } from "./SmallForm.tsx";

type Said = Omit<AnsweringRequest, "version">;
type Lead = RegisteredTaskAnswer["addressees"][number];

/** Where several lead a task: which of them answers for the whole, or that nobody has said so; who may records it. */
export function Answering({ task }: { task: RegisteredTaskAnswer }) {
  const words = useWords(answeringWords);
  const mayRecord = useMay("edit-task");
  const [open, setOpen] = useState(false);
  const leads = task.addressees.filter(({ role }) => role === "lead" || role === "standing");
  const named = leads.find(({ answers }) => answers !== null);
  const recording = useRecording(task, named, () => setOpen(false));
  const isMissing = task.unclear.some(({ clear }) => clear === "responsible");
  if (new Set(leads.map(({ key }) => key)).size < 2) return null;
  if (!named && !isMissing && !mayRecord) return null;
  return (
    <div className={`${styles.form} ${styles.above}`}>
      {recording.failure && <FailureNote failure={recording.failure} />}
      {named ? (
        <p>
          {words.answers}: <strong>{named.name}</strong>
          {named.answers && <span className="small muted"> ({sayAnswering(named.answers, words)})</span>}
        </p>
      ) : (
        isMissing && (
          <p className={styles.missing}>
            <Icon name="warning" /> {words.missing}
          </p>
        )
      )}
      {open ? (
        <AnsweringForm
          leads={leads}
          today={task.today}
          busy={recording.busy}
          onRecord={(said) => void recording.record(said)}
          onClose={() => setOpen(false)}
        />
      ) : (
        mayRecord && (
          <div className={styles.buttons} data-screen-only>
            <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
              {named ? words.change : words.name}
            </Button>
            {named && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => void recording.record({ body: null, on: task.today })}
              >
                {words.takeBack}
              </Button>
            )}
          </div>
        )
      )}
      {recording.undo && (
        <UndoBar
          said={recording.undo.said}
          undo={words.undo}
          onUndo={() => void recording.takeBack()}
          onOver={recording.forget}
        />
      )}
    </div>
  );
}

function sayAnswering({ on, document }: NonNullable<Lead["answers"]>, words: (typeof answeringWords)["vi"]) {
  return [words.since(sayDay(on)), ...(document ? [words.byDocument(document)] : [])].join(", ");
}

/** How it is sent, what came back, and how to take it back. */
function useRecording(task: RegisteredTaskAnswer, named: Lead | undefined, onDone: () => void) {
  const words = useWords(answeringWords);
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [undo, setUndo] = useState<{ readonly said: string; readonly back: Said } | null>(null);
  const send = async (said: Said): Promise<boolean> => {
    setBusy(true);
    const request: AnsweringRequest = { version: task.version, ...said };
    const answer = await ask("PUT", pathTo(apiPaths.taskAnswering, { id: task.id }), request);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    await queries.invalidateQueries();
    return answer.ok;
  };
  const record = async (said: Said) => {
    const back: Said = named?.answers
      ? { body: named.key, ...named.answers }
      : { body: null, on: task.today };
    const name = task.addressees.find(({ key }) => key === said.body)?.name;
    if (!(await send(said))) return;
    setUndo({ said: name ? words.saved(name) : words.cleared, back });
    onDone();
  };
  const takeBack = async () => {
    if (undo && (await send(undo.back))) setUndo(null);
  };
  return { busy, failure, undo, record, takeBack, forget: () => setUndo(null) };
}

function AnsweringForm(props: {
  readonly leads: readonly Lead[];
  readonly today: string;
  readonly busy: boolean;
  readonly onRecord: (said: Said) => void;
  readonly onClose: () => void;
}) {
  const words = useWords(answeringWords);
  const [body, setBody] = useState("");
  const [on, setOn] = useState(props.today);
  const [document, setDocument] = useState("");
  const [tried, setTried] = useState(false);
  const bodies = new Map(
    props.leads.filter(({ collective }) => !collective).map(({ key, name }) => [key, name]),
  );
  return (
    <form
      className={`${styles.form} ${styles.panel}`}
      aria-label={words.name}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (body !== "" && on !== "" && !props.busy)
          props.onRecord({ body, on, document: document.trim() || null });
      }}
    >
      <NativeSelect
        size="xs"
        label={words.body}
        value={body}
        error={tried && body === "" && words.bodyMissing}
        data={[
          { value: "", label: words.choose },
          ...[...bodies].map(([value, label]) => ({ value, label })),
        ]}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <DayField label={words.on} value={on} onChange={setOn} />
      <TextInput
        size="xs"
        label={words.document}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
      <FormEnd busy={props.busy} onClose={props.onClose} />
    </form>
  );
}
