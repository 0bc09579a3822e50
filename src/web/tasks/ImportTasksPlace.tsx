import { Button, Checkbox } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { ImportUndoAnswer, TaskImportAnswer } from "../../contract/task-change.ts";
import { type Failure, fail, type Result } from "../../domain/basics/result.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import { taskImportWords } from "../../domain/language/web-task-import.ts";
import { ask, failureOf } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { FileDrop } from "../components/FileDrop.tsx";
import { Page } from "../components/Page.tsx";
import { UndoBar } from "../components/UndoBar.tsx";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { takeSheet } from "./handed-sheet.ts";
import { ChangedRows, RefusedRows } from "./ImportedRows.tsx";
import styles from "./ImportTasksPlace.module.css";

/** Which sheet comes back: a list of tasks, or plans of their targets. */
export type SheetKind = "tasks" | "plans";

const importPaths = { tasks: apiPaths.tasksImport, plans: apiPaths.plansImport } as const;

/** Sends a sheet with the lines that are taken; a trial writes nothing. */
async function sendSheet(
  kind: SheetKind,
  file: File,
  { dry, lines }: { readonly dry: boolean; readonly lines?: readonly number[] },
): Promise<Result<TaskImportAnswer>> {
  const form = new FormData();
  form.append("files", file, file.name);
  if (lines) form.append("lines", lines.join(","));
  try {
    const response = await fetch(`${importPaths[kind]}${dry ? "?dry=1" : ""}`, {
      method: "POST",
      body: form,
    });
    const answer: unknown = await response.json();
    // The contract's own answer: server and page are built from the same schema.
    return response.ok
      ? { ok: true, value: answer as TaskImportAnswer }
      : { ok: false, failure: failureOf(answer) };
  } catch {
    return fail("server.unreachable");
  }
}

/** A list that comes back: what it would change, which of it is taken, what came of it, and the way back. */
export default function ImportTasksPlace() {
  return <ImportSheet kind="tasks" />;
}

/** The same for each kind of sheet. */
export function ImportSheet({ kind }: { kind: SheetKind }) {
  const words = useSheetWords(kind);
  const [file, setFile] = useState<File | null>(null);
  const [trial, setTrial] = useState<TaskImportAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const compare = useCallback(
    async (chosen: File | undefined) => {
      if (!chosen) return;
      setBusy(true);
      setTrial(null);
      // A copy: what is compared is what is written, whatever becomes of the file meanwhile.
      const copy = new File([await chosen.arrayBuffer()], chosen.name);
      const answer = await sendSheet(kind, copy, { dry: true });
      setBusy(false);
      setFile(copy);
      setFailure(answer.ok ? null : answer.failure);
      setTrial(answer.ok ? answer.value : null);
    },
    [kind],
  );
  useEffect(() => void compare(takeSheet() ?? undefined), [compare]);
  return (
    <Page title={words.title} line={words.line}>
      <FileDrop
        title={trial ? words.other : words.drop}
        or={words.or}
        choose={words.choose}
        help={words.help}
        accept=".xlsx,.csv"
        compact={trial !== null}
        onFiles={([first]) => void compare(first)}
      />
      {busy && <p role="status">{words.reading}</p>}
      {failure && <FailureNote failure={failure} />}
      {trial && file && <Trial key={trial.id} kind={kind} trial={trial} file={file} />}
    </Page>
  );
}

/** The words of the place; those that speak of tasks are others for plans. */
function useSheetWords(kind: SheetKind) {
  const words = useWords(taskImportWords);
  const plans = useWords(targetWords).sheet;
  return kind === "plans" ? { ...words, ...plans } : words;
}

function Trial({ kind, trial, file }: { kind: SheetKind; trial: TaskImportAnswer; file: File }) {
  const words = useSheetWords(kind);
  const say = useNumber();
  const queries = useQueryClient();
  const lines = trial.changed.map(({ line }) => line);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(lines));
  const [done, setDone] = useState<TaskImportAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const write = async () => {
    setBusy(true);
    const answer = await sendSheet(kind, file, {
      dry: false,
      lines: lines.filter((line) => chosen.has(line)),
    });
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setDone(answer.value);
    await queries.invalidateQueries();
  };
  if (done) return <Done kind={kind} done={done} trial={trial} />;
  return (
    <>
      <Books answer={trial} />
      {failure && <FailureNote failure={failure} />}
      {trial.changed.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <section className={styles.part} aria-labelledby="changed-title">
          <div className={styles.head}>
            <h2 id="changed-title" className="subtitle">
              {words.changedTitle}
            </h2>
            <Checkbox
              size="xs"
              label={words.all}
              checked={chosen.size === lines.length}
              indeterminate={chosen.size > 0 && chosen.size < lines.length}
              onChange={() => setChosen(new Set(chosen.size === lines.length ? [] : lines))}
            />
            <Button size="xs" disabled={chosen.size === 0} loading={busy} onClick={() => void write()}>
              {words.take(say(chosen.size))}
            </Button>
          </div>
          <ChangedRows rows={trial.changed} chosen={chosen} onChoose={setChosen} />
        </section>
      )}
      <RefusedRows rows={trial.refused} />
    </>
  );
}

function Books({ answer }: { answer: TaskImportAnswer }) {
  const words = useWords(taskImportWords);
  const say = useNumber();
  const { rows, changed, unchanged, refused, left } = answer;
  return (
    <p className="numbers" role="status">
      {words.balance(say(rows), say(changed.length), say(unchanged), say(refused.length))}
      {left > 0 && words.left(say(left))}
    </p>
  );
}

function Done(props: {
  readonly kind: SheetKind;
  readonly done: TaskImportAnswer;
  readonly trial: TaskImportAnswer;
}) {
  const { kind, done, trial } = props;
  const words = useSheetWords(kind);
  const say = useNumber();
  const queries = useQueryClient();
  const [over, setOver] = useState(false);
  const [undone, setUndone] = useState<ImportUndoAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const undo = async () => {
    const answer = await ask<ImportUndoAnswer>("POST", pathTo(apiPaths.tasksImportUndo, { id: done.id }), {});
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setUndone(answer.value);
    await queries.invalidateQueries();
  };
  // The lines that were not chosen were refused in the trial; here they are only left.
  const refused = done.refused.length > 0 ? done.refused : trial.refused;
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      {undone ? (
        <section role="status" className={styles.part}>
          <p>{words.undone(say(undone.undone))}</p>
          {undone.kept.length > 0 && (
            <>
              <p>{words.kept}</p>
              <ul>
                {undone.kept.map(({ id, error }) => (
                  <li key={id}>
                    <Link href={places.task(id)}>{error.message}</Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      ) : (
        <>
          <Books answer={done} />
          <ChangedSummary done={done} />
          {kind === "tasks" && !over && done.changed.length > 0 && (
            <>
              <p className="small muted">{words.undoHelp}</p>
              <UndoBar
                said={words.taken(say(done.changed.length))}
                undo={words.undo}
                onUndo={() => void undo()}
                onOver={() => setOver(true)}
              />
            </>
          )}
        </>
      )}
      <RefusedRows rows={refused} />
      <p>
        <Link href={places.tasks()}>{words.openRegister}</Link>
      </p>
    </>
  );
}

function ChangedSummary({ done }: { done: TaskImportAnswer }) {
  const words = useWords(taskImportWords);
  return (
    <section className={styles.part} aria-labelledby="done-title">
      <h2 id="done-title" className="subtitle">
        {words.doneTitle}
      </h2>
      <ChangedRows rows={done.changed} />
    </section>
  );
}
