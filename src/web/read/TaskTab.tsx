import { Checkbox } from "@mantine/core";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { TaskAnswer } from "../../contract/read.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { Register, rowFrom } from "../components/Register.tsx";
import type { Chosen } from "../components/register-row.ts";
import { usePrinting } from "../components/use-printing.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { TaskDetail } from "./TaskDetail.tsx";
import styles from "./TaskTab.module.css";
import { narrowColumns, wideColumns } from "./task-columns.tsx";
import { passes, type TaskField, type TaskFilter, taskRows } from "./task-view.ts";
import { useKeys } from "./use-keys.ts";

/** The tasks: filters in words, the register, and the keys for going through it. */
export function TaskTab(props: {
  readonly tasks: readonly TaskAnswer[];
  readonly besideSource: boolean;
  readonly chosen: Chosen<TaskField> | null;
  readonly onChoose: (chosen: Chosen<TaskField> | null) => void;
  readonly onShowSource: () => void;
}) {
  const { tasks, chosen, onChoose } = props;
  const words = useWords(readWords);
  const { language } = useSpeech();
  const printing = usePrinting();
  const [filter, setFilter] = useState<TaskFilter>("all");
  const [doubtfulFirst, setDoubtfulFirst] = useState(false);
  const wanted = useDeferredValue(filter);
  const rows = useMemo(() => taskRows(tasks, wanted, doubtfulFirst), [tasks, wanted, doubtfulFirst]);
  const wide = printing || !props.besideSource;
  const columns = useMemo(
    () => (wide ? wideColumns : narrowColumns)(words, language),
    [wide, words, language],
  );
  const known = chosen && columns.some((column) => column.key === chosen.column) ? chosen : asContent(chosen);
  const go = (step: number) => {
    const next = rowFrom(known ?? { row: "", column: "content" }, known ? step : 1, rows);
    if (next) onChoose(next);
  };
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    d: () => setFilter((now) => (now === "doubtful" ? "all" : "doubtful")),
  });
  useEffect(() => {
    if (chosen && !rows.some((row) => row.key === chosen.row)) onChoose(null);
  }, [chosen, rows, onChoose]);
  if (tasks.length === 0)
    return (
      <EmptyState title={words.noTasks}>
        <p>{words.noTasksText}</p>
      </EmptyState>
    );
  return (
    <>
      <div className={styles.bar} data-screen-only>
        <Filters tasks={tasks} filter={filter} onFilter={setFilter} />
        <Checkbox
          size="xs"
          label={words.filters.doubtfulFirst}
          checked={doubtfulFirst}
          onChange={(event) => setDoubtfulFirst(event.currentTarget.checked)}
        />
      </div>
      {rows.length === 0 ? (
        <p className={styles.none}>
          {words.filters.none}{" "}
          <button type="button" className="link-button" onClick={() => setFilter("all")}>
            {words.filters.showAll}
          </button>
        </p>
      ) : (
        <div className={styles.scroller}>
          <Register
            label={words.register}
            columns={columns}
            rows={rows}
            chosen={known}
            onChoose={onChoose}
            detail={(task) => <TaskDetail task={task} onShowSource={props.onShowSource} />}
          />
        </div>
      )}
    </>
  );
}

/** A cell of a column that is not shown now: the content of its row instead. */
function asContent(chosen: Chosen<TaskField> | null): Chosen<TaskField> | null {
  return chosen && { row: chosen.row, column: "content" };
}

function Filters(props: {
  readonly tasks: readonly TaskAnswer[];
  readonly filter: TaskFilter;
  readonly onFilter: (filter: TaskFilter) => void;
}) {
  const words = useWords(readWords).filters;
  const say = useNumber();
  const filters = (["all", "doubtful", "unclear", "general"] as const).map((key) => ({
    key,
    count: props.tasks.filter((task) => passes(task, key)).length,
  }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame
    <div role="group" aria-label={words.label} className={styles.filters}>
      {filters
        .filter(({ key, count }) => key === "all" || count > 0 || key === props.filter)
        .map(({ key, count }) => (
          <button
            key={key}
            type="button"
            className={styles.filter}
            aria-pressed={props.filter === key}
            onClick={() => props.onFilter(key)}
          >
            {words[key]} <span className="numbers">{say(count)}</span>
          </button>
        ))}
    </div>
  );
}
