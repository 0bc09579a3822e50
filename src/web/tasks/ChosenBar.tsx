import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { FillRequest, TaskRowAnswer } from "../../contract/task.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { overviewWords } from "../../domain/language/web-overview.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { GiveChosen } from "../people/GiveChosen.tsx";
import { useMay } from "../session.ts";
import styles from "./TasksPlace.module.css";

/** What can be done with the selected tasks: their list as words to paste into a message. */
export function ChosenBar(props: {
  readonly tasks: readonly TaskRowAnswer[];
  readonly marked: ReadonlySet<string>;
  readonly onOver: () => void;
}) {
  const words = useWords(taskWords);
  const say = useNumber();
  const [copied, setCopied] = useState(false);
  const chosen = props.tasks.filter((task) => props.marked.has(task.id));
  const copy = async () => {
    const lines = chosen.map((task, at) => `${at + 1}. ${lineOf(task)}`);
    await navigator.clipboard.writeText(lines.join("\n"));
    setCopied(true);
  };
  return (
    <div className={styles.chosen} role="status" data-screen-only>
      <span>{words.chosenCount(say(props.marked.size))}</span>
      <Button size="compact-sm" variant="default" onClick={() => void copy()}>
        {words.copyChosen}
      </Button>
      <GiveChosen tasks={chosen.map(({ id, content }) => ({ id, content, version: null }))} />
      <FillChosen tasks={chosen} />
      {copied && <span className="muted">{words.copied}</span>}
      <button type="button" className="link-button" onClick={props.onOver}>
        {words.unchoose}
      </button>
    </div>
  );
}

/** Records what fell due before the start day, for the chosen tasks that have such. */
function FillChosen({ tasks }: { tasks: readonly TaskRowAnswer[] }) {
  const words = useWords(overviewWords).settings;
  const say = useNumber();
  const queries = useQueryClient();
  const [filled, setFilled] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const may = useMay("record-fact");
  const before = tasks.filter((task) => task.state === "beforeStart").map(({ id }) => id);
  const fill = async () => {
    const request: FillRequest = { kind: "done", on: null, tasks: before };
    const answer = await ask<{ filled: number }>("POST", apiPaths.occurrencesFill, request);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setFilled(answer.value.filled);
    await queries.invalidateQueries();
  };
  return (
    <>
      {may && before.length > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => void fill()}>
          {words.fillChosen(say(before.length))}
        </Button>
      )}
      {filled !== null && <span className="muted">{words.filled(say(filled))}</span>}
      {failure && <FailureNote failure={failure} />}
    </>
  );
}

function lineOf(task: TaskRowAnswer): string {
  const due = task.current?.lastDay ?? null;
  return [
    task.content,
    task.leads.map((lead) => lead.name).join("; "),
    due === null ? task.timeWords : sayDay(due),
    task.document.number,
  ]
    .filter(Boolean)
    .join(" – ");
}
