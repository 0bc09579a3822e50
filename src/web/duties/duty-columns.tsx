import type { DutyRowAnswer } from "../../contract/duty.ts";
import type { Language } from "../../domain/language/language.ts";
import { sayNumber } from "../../domain/language/language.ts";
import type { DutyWords } from "../../domain/language/web-duties.ts";
import type { RegisterColumn } from "../components/Register.tsx";
import { RowMark } from "../components/RowMark.tsx";
import { sayDay, sayDistance } from "../day-words.ts";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "../tasks/TasksPlace.module.css";
import { DutyStateMark } from "./DutyStateMark.tsx";
import { HeartbeatMark } from "./HeartbeatMark.tsx";

export type DutyColumn = "label" | "content" | "unit" | "due" | "state" | "document";
type Column = RegisterColumn<DutyRowAnswer, DutyColumn>;

/** What the cells need beside the duty. */
export interface DutyColumnWorld {
  readonly words: DutyWords;
  readonly language: Language;
  readonly today: string;
  /** More than one unit stands in the list. */
  readonly withUnit: boolean;
  readonly marked: ReadonlySet<string>;
  readonly onMark: (marked: ReadonlySet<string>) => void;
}

/** The columns of a list of duties: what, whose, when, its state, its document. */
export function dutyColumns(world: DutyColumnWorld): readonly Column[] {
  const { words } = world;
  const content: Column = {
    ...{ key: "content", title: words.columns.content, track: "minmax(150px, 2.4fr)" },
    cell: (duty) => (
      <>
        <Link href={places.duty(duty.id)} className={styles.content}>
          {duty.task.content}
        </Link>
        {/^\d{4}/.test(duty.occurrence.key) && (
          <span className={styles.second}>{words.occurrence(duty.occurrence.key)}</span>
        )}
      </>
    ),
  };
  const unit: Column = {
    ...{ key: "unit", title: words.columns.unit, track: "minmax(96px, 1fr)" },
    cell: ({ holder }) => <span className={styles.lead}>{holder.name}</span>,
  };
  const document: Column = {
    ...{ key: "document", title: words.columns.document, track: "minmax(110px, 0.7fr)" },
    cell: ({ document: given }) => (
      <Link href={places.document(given.id)}>
        {given.number ?? (given.issuedOn && sayDay(given.issuedOn))}
      </Link>
    ),
  };
  return [
    markColumn(world),
    content,
    ...(world.withUnit ? [unit] : []),
    {
      ...{ key: "due", title: words.columns.due, track: "minmax(104px, 0.7fr)" },
      cell: (duty) => <Due duty={duty} world={world} />,
    },
    {
      ...{ key: "state", title: words.columns.state, track: "200px" },
      cell: (duty) => (
        <>
          <DutyStateMark state={duty.state} unapprovedOn={duty.unapprovedOn} />
          <HeartbeatMark heartbeat={duty.heartbeat} />
        </>
      ),
    },
    document,
  ];
}

function markColumn({ words, marked, onMark }: DutyColumnWorld): Column {
  const toggle = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    onMark(next);
  };
  return {
    key: "label",
    title: words.columns.mark,
    track: "64px",
    cell: (duty) => (
      <span className={styles.mark}>
        <RowMark
          label={words.choose(`${duty.holder.name}: ${duty.task.content}`)}
          checked={marked.has(duty.id)}
          onToggle={() => toggle(duty.id)}
        />
        <span className="muted numbers">{duty.task.label}</span>
      </span>
    ),
  };
}

/** The day, and how far it is; of what is over, how late it was. */
function Due({ duty, world: { words, language, today } }: { duty: DutyRowAnswer; world: DutyColumnWorld }) {
  const day = duty.lastDay ?? duty.dueOn;
  if (!day) return <span className="muted">{words.noDue}</span>;
  const far = duty.daysLeft === null ? null : sayDistance(day, today, language);
  const late =
    duty.daysLeft === null && duty.daysLate > 0 ? words.late(sayNumber(duty.daysLate, language)) : null;
  return (
    <>
      <span className="numbers">{sayDay(day)}</span>
      {(far ?? late) && <span className={styles.second}>{far ?? late}</span>}
    </>
  );
}
