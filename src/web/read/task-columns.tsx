import type { AddresseeAnswer, TaskAnswer } from "../../contract/read.ts";
import { describeSchedule } from "../../domain/calendar/describe.ts";
import { sayTarget } from "../../domain/duty/target-words.ts";
import type { Language } from "../../domain/language/language.ts";
import type { ReadWords } from "../../domain/language/web-read-vi.ts";
import { Doubt } from "../components/Doubt.tsx";
import { Icon } from "../components/Icon.tsx";
import type { RegisterColumn } from "../components/Register.tsx";
import { saysTheSame } from "./schedule-words.ts";
import styles from "./TaskCells.module.css";
import { doubtFields, doubtOf, hasDoubt, nameOf, type TaskField } from "./task-view.ts";

type TaskColumn = RegisterColumn<TaskAnswer, TaskField>;

/** Columns beside the source, where room is short: two facts share a cell. */
export function narrowColumns(words: ReadWords, language: Language): readonly TaskColumn[] {
  const { label, content, leads, coordinators, time, result, unclear } = cells(words, language);
  return [
    { key: "label", title: words.columns.label, track: "64px", cell: label },
    { key: "content", title: words.columns.content, track: "minmax(0, 1.7fr)", cell: content },
    {
      key: "leads",
      title: words.columns.who,
      track: "minmax(0, 1fr)",
      cell: (task, selected) => (
        <>
          {leads(task)}
          {(task.coordinators.length > 0 || task.coordinatingText) && (
            <div className={`${styles.second} ${selected ? "" : styles.cut}`}>
              <span className="muted">{words.with} </span>
              {coordinators(task)}
            </div>
          )}
        </>
      ),
    },
    {
      key: "time",
      title: words.columns.when,
      track: "minmax(0, 1fr)",
      cell: (task, selected) => (
        <>
          {time(task)}
          <div className={`${styles.second} ${selected ? "" : styles.cut}`}>{result(task, selected)}</div>
        </>
      ),
    },
    { key: "unclear", title: words.columns.unclear, track: "112px", cell: unclear },
  ];
}

/** Columns with the source hidden, and on paper: a fact a column. */
export function wideColumns(words: ReadWords, language: Language): readonly TaskColumn[] {
  const { label, content, leads, coordinators, time, result, unclear } = cells(words, language);
  return [
    { key: "label", title: words.columns.label, track: "64px", cell: label },
    { key: "content", title: words.columns.content, track: "minmax(0, 2.2fr)", cell: content },
    { key: "leads", title: words.columns.leads, track: "minmax(0, 1fr)", cell: leads },
    {
      key: "coordinators",
      title: words.columns.coordinators,
      track: "minmax(0, 1.1fr)",
      cell: (task, selected) => <div className={selected ? "" : styles.cut}>{coordinators(task)}</div>,
    },
    { key: "time", title: words.columns.time, track: "minmax(0, 0.9fr)", cell: time },
    {
      key: "result",
      title: words.columns.result,
      track: "minmax(0, 1.3fr)",
      cell: (task, selected) => <div className={selected ? "" : styles.cut}>{result(task, selected)}</div>,
    },
    { key: "unclear", title: words.columns.unclear, track: "112px", cell: unclear },
  ];
}

function cells(words: ReadWords, language: Language) {
  const doubt = (task: TaskAnswer, field: TaskField) => doubtOf(task.doubts, doubtFields[field], words);
  return {
    label: (task: TaskAnswer) => (
      <Doubt reason={doubt(task, "label")}>
        <span className={styles.label}>{task.label ?? task.ref}</span>
      </Doubt>
    ),
    content: (task: TaskAnswer, selected: boolean) => (
      <div className={selected ? styles.whole : styles.cut}>
        <Doubt reason={doubt(task, "content")}>{task.content}</Doubt>
      </div>
    ),
    leads: (task: TaskAnswer) => (
      <Doubt reason={doubt(task, "leads")}>
        <Bodies bodies={task.leads} otherwise={task.leadText ?? words.missing} strong />
      </Doubt>
    ),
    coordinators: (task: TaskAnswer) => (
      <Doubt reason={doubt(task, "coordinators")}>
        <Bodies bodies={task.coordinators} otherwise={task.coordinatingText ?? ""} />
      </Doubt>
    ),
    time: (task: TaskAnswer) => (
      <Doubt reason={doubt(task, "time")}>
        <Time task={task} language={language} missing={words.missing} />
      </Doubt>
    ),
    result: (task: TaskAnswer, selected: boolean) => (
      <Doubt reason={doubt(task, "result")}>
        {task.result ?? ""}
        {selected && <Targets task={task} language={language} />}
      </Doubt>
    ),
    unclear: (task: TaskAnswer) => <Marks task={task} words={words} />,
  };
}

function Bodies(props: { bodies: readonly AddresseeAnswer[]; otherwise: string; strong?: boolean }) {
  if (props.bodies.length === 0) return <span className="muted">{props.otherwise}</span>;
  return (
    <span className={props.strong ? styles.strong : undefined}>{props.bodies.map(nameOf).join("; ")}</span>
  );
}

/** The time as written, and below it what was understood, unless that says the same. */
function Time({ task, language, missing }: { task: TaskAnswer; language: Language; missing: string }) {
  const understood = task.schedule && describeSchedule(task.schedule, language);
  if (task.time === null && understood === null) return <span className="muted">{missing}</span>;
  const same = understood !== null && saysTheSame(task.time ?? "", understood);
  return (
    <>
      <span>{task.time ?? understood}</span>
      {task.time !== null && understood !== null && !same && (
        <span className={styles.understood}>= {understood}</span>
      )}
    </>
  );
}

function Targets({ task, language }: { task: TaskAnswer; language: Language }) {
  return task.targets.map((target) => {
    const said = sayTarget(target, language);
    return (
      <span key={said} className={styles.understood}>
        = {said}
      </span>
    );
  });
}

/** What a person should look at: doubts of reading, faults of the text, general exhortations. */
function Marks({ task, words }: { task: TaskAnswer; words: ReadWords }) {
  return (
    <ul className={styles.marks}>
      {hasDoubt(task) && (
        <li className={styles.doubtful}>
          <Icon name="question" size={13} />
          {words.filters.doubtful.toLowerCase()}
        </li>
      )}
      {[...new Set(task.unclear.map((finding) => finding.clear))].map((clear) => (
        <li key={clear} className={styles.unclear}>
          <Icon name="unclear" size={13} />
          {words.unclearAbout[clear]}
        </li>
      ))}
      {task.general && <li className="muted">{words.filters.general.toLowerCase()}</li>}
    </ul>
  );
}
