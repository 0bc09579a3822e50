import { useMemo, useState } from "react";
import type { TaskRowAnswer } from "../../contract/task.ts";
import { type TaskWords, taskWords } from "../../domain/language/web-tasks.ts";
import { Register, type RegisterColumn } from "../components/Register.tsx";
import { RowMark } from "../components/RowMark.tsx";
import type { RegisterRow } from "../components/register-row.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import type { TaskColumn } from "./column-choice.ts";
import styles from "./TasksPlace.module.css";
import { taskColumns } from "./task-columns.tsx";

type Column = "label" | TaskColumn;

/** The register's one table: what, who, when, its state, its document. */
export function TaskTable(props: {
  readonly rows: readonly RegisterRow<TaskRowAnswer>[];
  readonly total: number;
  readonly today: string;
  readonly shown: readonly TaskColumn[];
  readonly sort: string | undefined;
  readonly onSort: (column: string) => void;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly marked: ReadonlySet<string>;
  readonly onMark: (marked: ReadonlySet<string>) => void;
  /** Asks for further rows; null when all are there, or come with their groups. */
  readonly onEnd: (() => void) | null;
}) {
  const words = useWords(taskWords);
  const { language } = useSpeech();
  const say = useNumber();
  const go = useGo();
  const { rows, marked, onMark, sort, onSort, chosen, shown, onEnd } = props;
  // A task may stand in two groups: the row that was pressed is the chosen one.
  const [pressed, setPressed] = useState<string | null>(null);
  const columns = useMemo(
    () => [
      markColumn(words, marked, onMark),
      ...taskColumns(shown, { words, language, today: props.today, sort: sort ?? "due", onSort }),
    ],
    [words, language, props.today, shown, sort, onSort, marked, onMark],
  );
  const place = useMemo(() => {
    const its = rows.filter((row) => row.kind === "item" && row.item.id === chosen);
    const row = its.find(({ key }) => key === pressed) ?? its[0];
    return row ? { row: row.key, column: shown[0] ?? ("content" as const) } : null;
  }, [chosen, shown, rows, pressed]);
  if (rows.length === 0) return <p className={styles.none}>{words.noneFound}</p>;
  return (
    <div className={styles.table}>
      <Register<TaskRowAnswer, Column>
        label={words.title}
        columns={columns}
        rows={rows}
        chosen={place}
        onChoose={({ row, column }) => {
          const found = rows.find(({ key }) => key === row);
          if (column === "label" || found?.kind !== "item") return;
          setPressed(row);
          props.onChoose(found.item.id);
        }}
        onOpen={(task) => go(places.task(task.id))}
        {...(onEnd && { onEnd })}
      />
      {onEnd && <p className={styles.partly}>{words.partly(say(rows.length), say(props.total))}</p>}
      {onEnd && (
        <button type="button" className="link-button" onClick={onEnd} data-screen-only>
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
        <RowMark
          label={`${words.choose} ${task.label ?? task.ref}`}
          checked={marked.has(task.id)}
          onToggle={() => toggle(task.id)}
        />
        <span className="muted numbers">{task.label}</span>
      </span>
    ),
  };
}
