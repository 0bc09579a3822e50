import { Checkbox } from "@mantine/core";
import { useMemo } from "react";
import type { TaskRowAnswer } from "../../contract/task.ts";
import type { Language } from "../../domain/language/language.ts";
import { type TaskWords, taskWords } from "../../domain/language/web-tasks.ts";
import { Register, type RegisterColumn } from "../components/Register.tsx";
import { sayDay, sayDistance } from "../day-words.ts";
import { DocumentName } from "../documents/document-name.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link, useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import { TaskState } from "./TaskState.tsx";
import styles from "./TasksPlace.module.css";

type Column = "label" | "content" | "lead" | "due" | "state" | "document";

/** The register's one table: what, who, when, its state, its document. */
export function TaskTable(props: {
  readonly tasks: readonly TaskRowAnswer[];
  readonly total: number;
  readonly today: string;
  readonly sort: string | undefined;
  readonly onSort: (column: string) => void;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly marked: ReadonlySet<string>;
  readonly onMark: (marked: ReadonlySet<string>) => void;
  readonly onEnd: () => void;
}) {
  const words = useWords(taskWords);
  const { language } = useSpeech();
  const say = useNumber();
  const go = useGo();
  const { tasks, marked, onMark, sort, onSort, chosen } = props;
  const rows = useMemo(() => tasks.map((item) => ({ kind: "item", key: item.id, item }) as const), [tasks]);
  const columns = useMemo(
    () => [
      markColumn(words, marked, onMark),
      ...taskColumns(words, language, props.today, sort ?? "due", onSort),
    ],
    [words, language, props.today, sort, onSort, marked, onMark],
  );
  const place = useMemo(
    () => (chosen === null ? null : { row: chosen, column: "content" as const }),
    [chosen],
  );
  if (tasks.length === 0) return <p className={styles.none}>{words.noneFound}</p>;
  return (
    <div className={styles.table}>
      <Register<TaskRowAnswer, Column>
        label={words.title}
        columns={columns}
        rows={rows}
        chosen={place}
        onChoose={({ row, column }) => {
          if (column !== "label") props.onChoose(row);
        }}
        onOpen={(task) => go(places.task(task.id))}
        {...(rows.length < props.total && { onEnd: props.onEnd })}
      />
      {rows.length < props.total && (
        <p className={styles.partly}>{words.partly(say(rows.length), say(props.total))}</p>
      )}
      {rows.length < props.total && (
        <button type="button" className="link-button" onClick={props.onEnd} data-screen-only>
          {words.more}
        </button>
      )}
    </div>
  );
}

function markColumn(
  words: TaskWords,
  marked: ReadonlySet<string>,
  onMark: (marked: ReadonlySet<string>) => void,
): RegisterColumn<TaskRowAnswer, Column> {
  const toggle = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    onMark(next);
  };
  return {
    key: "label",
    title: words.columns.label,
    track: "64px",
    cell: (task) => (
      <span className={styles.mark}>
        <Checkbox
          size="xs"
          data-screen-only
          aria-label={`${words.choose} ${task.label ?? task.ref}`}
          checked={marked.has(task.id)}
          onChange={() => toggle(task.id)}
        />
        <span className="muted numbers">{task.label}</span>
      </span>
    ),
  };
}

function taskColumns(
  words: TaskWords,
  language: Language,
  today: string,
  sort: string,
  onSort: (column: string) => void,
): readonly RegisterColumn<TaskRowAnswer, Column>[] {
  const sorted = (column: string) => ({
    order: sort === column ? ("ascending" as const) : sort === `-${column}` ? ("descending" as const) : null,
    onSort: () => onSort(column),
  });
  return [
    {
      key: "content",
      title: words.columns.content,
      track: "minmax(0, 2.4fr)",
      sort: sorted("content"),
      cell: (task) => (
        <Link href={places.task(task.id)} className={styles.content}>
          {task.content}
        </Link>
      ),
    },
    {
      key: "lead",
      title: words.columns.leads,
      track: "minmax(0, 1.1fr)",
      sort: sorted("lead"),
      cell: (task) => <Bodies task={task} words={words} />,
    },
    {
      key: "due",
      title: words.columns.due,
      track: "minmax(104px, 0.7fr)",
      sort: sorted("due"),
      cell: (task) => <Due task={task} words={words} today={today} language={language} />,
    },
    {
      key: "state",
      title: words.columns.state,
      track: "214px",
      cell: (task) =>
        task.general ? (
          <span className="muted">{words.filters.general}</span>
        ) : (
          <TaskState state={task.state} />
        ),
    },
    {
      key: "document",
      title: words.columns.document,
      track: "minmax(110px, 0.7fr)",
      sort: sorted("document"),
      cell: ({ document }) => (
        <Link href={places.document(document.id)} title={document.subject ?? undefined}>
          <DocumentName of={document} short />
        </Link>
      ),
    },
  ];
}

function Bodies({ task, words }: { task: TaskRowAnswer; words: TaskWords }) {
  return (
    <>
      {task.leads.length === 0 ? (
        <span className="muted">{words.noLead}</span>
      ) : (
        <span className={styles.lead}>{task.leads.map((lead) => lead.name).join("; ")}</span>
      )}
      {task.coordinators.length > 0 && (
        <span className={styles.second}>
          {words.with} {task.coordinators.map((body) => body.name).join("; ")}
        </span>
      )}
    </>
  );
}

function Due(props: { task: TaskRowAnswer; words: TaskWords; today: string; language: Language }) {
  const { task, words, today, language } = props;
  const due = task.current?.lastDay ?? task.current?.dueOn;
  const isOpen = task.state === "late" || task.state === "dueSoon" || task.state === "open";
  if (!due) return <span className="muted">{task.timeWords ?? words.noTime}</span>;
  return (
    <>
      <span>{sayDay(due)}</span>
      {isOpen && <span className={styles.second}>{sayDistance(due, today, language)}</span>}
    </>
  );
}
