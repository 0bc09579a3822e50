import type { RegisteredTaskAnswer } from "../../contract/task.ts";
import type { JoinPreviewAnswer } from "../../contract/task-join.ts";
import { joinWords } from "../../domain/language/web-joins.ts";
import { sayDay } from "../day-words.ts";
import { DocumentName } from "../documents/document-name.tsx";
import { useNumber, useWords } from "../language.tsx";
import styles from "./JoinTask.module.css";
import { TaskState } from "./TaskState.tsx";

type Units = JoinPreviewAnswer["units"];

/** Two tasks side by side, field by field; on a phone one above the other. */
export function JoinPair(props: {
  readonly kept: RegisteredTaskAnswer;
  readonly gone: RegisteredTaskAnswer;
  readonly units: Units;
}) {
  const words = useWords(joinWords);
  return (
    <div className={styles.pair}>
      <Side title={words.kept} task={props.kept} units={props.units} of="kept" />
      <Side title={words.gone} task={props.gone} units={props.units} of="gone" />
    </div>
  );
}

function Side(props: {
  readonly title: string;
  readonly task: RegisteredTaskAnswer;
  readonly units: Units;
  readonly of: "kept" | "gone";
}) {
  const words = useWords(joinWords);
  const say = useNumber();
  const { task, title } = props;
  const names = (leading: boolean) =>
    task.addressees.filter(({ role }) => (role !== "with") === leading).map(({ name }) => name);
  const held = props.units.filter((unit) => unit[props.of] > 0);
  const duties = held.map((unit) => `${unit.name} (${say(unit[props.of])})`);
  const list = (all: readonly string[]) => (all.length === 0 ? words.nothing : shortened(all).join("; "));
  return (
    <section className={styles.side} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <dl className={styles.facts}>
        <Fact name={words.rows.content}>{task.content}</Fact>
        <Fact name={words.rows.document}>
          <DocumentName of={task.document} /> · {task.ref}
        </Fact>
        <Fact name={words.rows.leads}>{list(names(true))}</Fact>
        <Fact name={words.rows.others}>{list(names(false))}</Fact>
        <Fact name={words.rows.time}>
          {task.timeWords ?? (task.current?.dueOn ? sayDay(task.current.dueOn) : words.nothing)}
        </Fact>
        <Fact name={words.rows.result}>{task.result ?? words.nothing}</Fact>
        <Fact name={words.rows.duties}>{list(duties)}</Fact>
        <Fact name={words.rows.state}>
          <TaskState state={task.state} />
        </Fact>
      </dl>
    </section>
  );
}

/** A collective is so many units that the first say enough. */
function shortened(all: readonly string[]): readonly string[] {
  const most = 6;
  return all.length <= most ? all : [...all.slice(0, most), `+${all.length - most}`];
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What joining will make of the two, in sentences. */
export function JoinOutcome({ preview }: { preview: JoinPreviewAnswer }) {
  const words = useWords(joinWords);
  const say = useNumber();
  const day = (on: string | null) => (on === null ? words.noDay : sayDay(on));
  const { kept, occurrences, coming, units, addressees, timeWords } = preview;
  const times = occurrences.flatMap(({ keptDue, goneDue, dueOn, firstDueOn, doneOn }) => [
    keptDue === goneDue ? words.unchanged(day(dueOn)) : words.holds(day(keptDue), day(goneDue), day(dueOn)),
    ...(firstDueOn === null ? [] : [words.firstStays(sayDay(firstDueOn))]),
    ...(doneOn === null ? [] : [words.doneStays(sayDay(doneOn))]),
  ]);
  const held = units.flatMap(({ name, gone, met }) => [
    ...(met > 0 ? [words.meets(name)] : []),
    ...(gone > met ? [words.comes(name, say(gone - met))] : []),
  ]);
  const sentences = [
    words.stays(kept.ref),
    ...shortened(times),
    ...(coming.length === 0 ? [] : [words.coming(coming.length, day(coming[0]?.dueOn ?? null))]),
    ...(timeWords === null ? [] : [words.rhythm(timeWords)]),
    ...shortened(held),
    ...(addressees.length === 0 ? [] : [words.bodies(addressees.join("; "))]),
  ];
  return (
    <section aria-label={words.after}>
      <h3 className={styles.heading}>{words.after}</h3>
      <ul className={styles.outcome}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
