import type { ReactNode } from "react";
import type { RecordAnswer } from "../../contract/record.ts";
import { type Declaration, fieldOf, stateColumnOf } from "../../domain/cooperation/declaration.ts";
import { declarationOf, declarations } from "../../domain/cooperation/declarations.ts";
import { writeWhere } from "../../domain/cooperation/record-query.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { sayDay } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import page from "../tasks/TaskPlace.module.css";
import styles from "./Records.module.css";
import { shownComputed } from "./value-words.tsx";

type Linked = RecordAnswer["linked"];

/** What the province has with what a record tells of: each group with its number, how it stands, and the latest of it. */
export function LinkedRecords({ declaration, record }: { declaration: Declaration; record: RecordAnswer }) {
  const words = useWords(recordWords);
  const { language } = useSpeech();
  const { groups, tasks, documents } = record.linked;
  const turn = (key: string) => declarations.findIndex((one) => one.key === key);
  const sorted = groups.toSorted((a, b) => turn(a.register) - turn(b.register));
  const isEmpty = groups.length + tasks.count + documents.count === 0;
  return (
    <section aria-labelledby="linked-title">
      <h2 id="linked-title" className={page.heading}>
        {words.whatWeHave(declaration.one[language])}
      </h2>
      {isEmpty && <p className="muted">{words.nothingLinked}</p>}
      {sorted.map((group) => (
        <Records key={`${group.register} ${group.field}`} group={group} id={record.id} />
      ))}
      <Work title={words.tasks} work={tasks} list={places.tasks({ record: record.id })} place={places.task} />
      <Work
        title={words.documents}
        work={documents}
        list={places.documents({ record: record.id })}
        place={places.document}
      />
    </section>
  );
}

function Records({ group, id }: { group: Linked["groups"][number]; id: string }) {
  const { language } = useSpeech();
  const say = useNumber();
  const linking = declarationOf(group.register);
  if (!linking) return null;
  const field = fieldOf(linking, group.field);
  const column = stateColumnOf(linking);
  const state = (key: string) => column && shownComputed(column, key, language);
  const back = field?.kind === "link" ? field.back?.[language] : undefined;
  return (
    <Group
      title={back ? `${linking.name[language]}, ${back}` : linking.name[language]}
      count={group.count}
      list={places.records(group.register, { where: writeWhere({ [group.field]: [id] }) })}
      states={group.states.map((one) => (
        <span key={one.state} className={styles.whole}>
          {state(one.state)} <span className="numbers">{say(one.count)}</span>
        </span>
      ))}
      lines={group.latest.map((one) => ({
        ...{ id: one.id, name: one.name, on: one.on, href: places.record(group.register, one.id) },
        state: one.state && state(one.state),
      }))}
    />
  );
}

function Work(props: {
  readonly title: string;
  readonly work: Linked["tasks"];
  readonly list: string;
  readonly place: (id: string) => string;
}) {
  const { title, work, list, place } = props;
  if (work.count === 0) return null;
  const lines = work.latest.map(({ id, name, on }) => ({ id, name, on, href: place(id), state: null }));
  return <Group title={title} count={work.count} list={list} states={[]} lines={lines} />;
}

function Group(props: {
  readonly title: string;
  readonly count: number;
  /** Where exactly these are listed. */
  readonly list: string;
  readonly states: readonly ReactNode[];
  readonly lines: readonly {
    readonly id: string;
    readonly name: string;
    readonly on: string | null;
    readonly href: string;
    readonly state: ReactNode;
  }[];
}) {
  const { title, count, states, lines } = props;
  const say = useNumber();
  return (
    <div className={styles.linked}>
      <h3>
        <Link href={props.list}>
          {title} <span className="numbers">({say(count)})</span>
        </Link>
      </h3>
      {states.length > 0 && <p className={styles.states}>{states}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            {line.on && <span className="small muted numbers">{sayDay(line.on)}</span>}
            <Link href={line.href}>{line.name}</Link>
            {line.state && <span className={styles.whole}>{line.state}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
