import { Button } from "@mantine/core";
import { useState } from "react";
import type { TaskRowAnswer } from "../../contract/task.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
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
  const copy = async () => {
    const lines = props.tasks
      .filter((task) => props.marked.has(task.id))
      .map((task, at) => `${at + 1}. ${lineOf(task)}`);
    await navigator.clipboard.writeText(lines.join("\n"));
    setCopied(true);
  };
  return (
    <div className={styles.chosen} role="status" data-screen-only>
      <span>{words.chosenCount(say(props.marked.size))}</span>
      <Button size="compact-sm" variant="default" onClick={() => void copy()}>
        {words.copyChosen}
      </Button>
      {copied && <span className="muted">{words.copied}</span>}
      <button type="button" className="link-button" onClick={props.onOver}>
        {words.unchoose}
      </button>
    </div>
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
