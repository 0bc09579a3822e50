import { Checkbox } from "@mantine/core";
import type { TaskImportAnswer } from "../../contract/task-change.ts";
import { describeSchedule } from "../../domain/calendar/describe.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { taskImportWords } from "../../domain/language/web-task-import.ts";
import { failureOf } from "../api.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./ImportTasksPlace.module.css";

type Changed = TaskImportAnswer["changed"][number];

/** Each task that changes, as it is and as it becomes; with `onChoose`, which of them are taken. */
export function ChangedRows(props: {
  readonly rows: readonly Changed[];
  readonly chosen?: ReadonlySet<number>;
  readonly onChoose?: (chosen: ReadonlySet<number>) => void;
}) {
  const words = useWords(taskImportWords);
  const say = useNumber();
  const { rows, chosen, onChoose } = props;
  const toggle = (line: number) => {
    const next = new Set(chosen);
    if (!next.delete(line)) next.add(line);
    onChoose?.(next);
  };
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <li key={row.line}>
          {onChoose && (
            <Checkbox
              size="xs"
              aria-label={`${words.lineOf(say(row.line))}: ${row.content.slice(0, 80)}`}
              checked={chosen?.has(row.line) ?? false}
              onChange={() => toggle(row.line)}
            />
          )}
          <div>
            <p>
              <span className="small muted numbers">
                {words.lineOf(say(row.line))} · {row.ref}
              </span>{" "}
              <Link href={places.task(row.id)} className={styles.name}>
                {row.content}
              </Link>
            </p>
            <dl className={styles.changes}>
              {row.changes.map(({ column, before, after }) => (
                <div key={column}>
                  <dt>{column}</dt>
                  <dd>
                    <del>{before ?? words.empty}</del> → <ins>{after ?? words.empty}</ins>
                    {column === "Thời gian" && <Timing row={row} />}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Timing({ row: { timing } }: { row: Changed }) {
  const words = useWords(taskImportWords);
  const { language } = useSpeech();
  const say = useNumber();
  if (!timing) return null;
  const schedule = timing.schedule ? describeSchedule(timing.schedule, language) : words.noSchedule;
  return (
    <p className="small muted">
      {words.understood}: {schedule};{" "}
      {words.timing(say(timing.added), say(timing.moved), say(timing.removed))}
    </p>
  );
}

/** Rows that are not taken: where, in which column, and why. */
export function RefusedRows({ rows }: { rows: TaskImportAnswer["refused"] }) {
  const words = useWords(taskImportWords);
  const { language } = useSpeech();
  const say = useNumber();
  if (rows.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="refused-title">
      <h2 id="refused-title" className="subtitle">
        {words.refusedTitle}
      </h2>
      <table className={styles.refused}>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, column, what, error }) => (
            <tr key={line}>
              <td>
                <span className="small muted numbers">{words.lineOf(say(line))}</span> {what}
              </td>
              <td>{column}</td>
              <td>{sayFailure(failureOf({ error }), language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
