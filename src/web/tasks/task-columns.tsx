import type { TaskRowAnswer } from "../../contract/task.ts";
import type { Language } from "../../domain/language/language.ts";
import type { TaskWords } from "../../domain/language/web-tasks.ts";
import type { RegisterColumn } from "../components/Register.tsx";
import { sayDay, sayDistance } from "../day-words.ts";
import { DocumentName } from "../documents/document-name.tsx";
import { HeartbeatMark } from "../duties/HeartbeatMark.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import type { TaskColumn } from "./column-choice.ts";
import { TaskState } from "./TaskState.tsx";
import styles from "./TasksPlace.module.css";

type Column = RegisterColumn<TaskRowAnswer, TaskColumn>;

/** What the cells of the register need beside the task. */
export interface ColumnWorld {
  readonly words: TaskWords;
  readonly language: Language;
  readonly today: string;
  readonly sort: string;
  readonly onSort: (column: string) => void;
}

/** The chosen columns in the order chosen. */
export function taskColumns(chosen: readonly TaskColumn[], world: ColumnWorld): readonly Column[] {
  const { words } = world;
  const text = (key: TaskColumn, track: string, cell: Column["cell"]): Column => ({
    ...{ key, title: words.columns[key], track, cell },
  });
  const all: Readonly<Record<TaskColumn, Column>> = {
    ref: text("ref", "minmax(64px, 0.4fr)", (task) => <span className="numbers">{task.ref}</span>),
    with: text("with", "minmax(110px, 0.9fr)", (task) => <Bodies of={task.coordinators} />),
    group: {
      ...text("group", "minmax(110px, 0.9fr)", (task) => <Cut>{task.group}</Cut>),
      sort: sorted("group", world),
    },
    schedule: text("schedule", "minmax(104px, 0.8fr)", (task) => <Cut>{task.timeWords}</Cut>),
    product: text("product", "minmax(110px, 0.9fr)", (task) => <Cut>{task.result}</Cut>),
    approver: text("approver", "minmax(104px, 0.8fr)", (task) => <Cut>{task.approver}</Cut>),
    ...usual(chosen, world),
  };
  return chosen.map((column) => all[column]);
}

/** Room for the longest state beside its icon. */
const stateTrack: Readonly<Record<Language, string>> = { vi: "214px", en: "176px" };

function sorted(column: string, { sort, onSort }: ColumnWorld) {
  const order = sort === column ? "ascending" : sort === `-${column}` ? "descending" : null;
  return { order, onSort: () => onSort(column) } as const;
}

function usual(
  chosen: readonly TaskColumn[],
  world: ColumnWorld,
): Readonly<Record<"content" | "lead" | "due" | "state" | "document", Column>> {
  const { words } = world;
  const ownColumn = chosen.includes("with");
  return {
    content: {
      ...{ key: "content", title: words.columns.content, track: "minmax(150px, 2.4fr)" },
      sort: sorted("content", world),
      cell: (task) => (
        <Link href={places.task(task.id)} className={styles.content}>
          {task.content}
        </Link>
      ),
    },
    lead: {
      ...{ key: "lead", title: words.columns.lead, track: "minmax(96px, 1.1fr)" },
      sort: sorted("lead", world),
      cell: (task) => <Leads task={task} words={words} withOthers={!ownColumn} />,
    },
    due: {
      ...{ key: "due", title: words.columns.due, track: "minmax(104px, 0.7fr)" },
      sort: sorted("due", world),
      cell: (task) => <Due task={task} world={world} />,
    },
    state: {
      ...{ key: "state", title: words.columns.state, track: stateTrack[world.language] },
      cell: (task) =>
        task.general ? (
          <span className="muted">{words.filters.general}</span>
        ) : (
          <>
            <TaskState state={task.state} />
            <HeartbeatMark heartbeat={task.heartbeat} />
          </>
        ),
    },
    document: {
      ...{ key: "document", title: words.columns.document, track: "minmax(140px, 0.7fr)" },
      sort: sorted("document", world),
      cell: ({ document }) => (
        <Link href={places.document(document.id)} title={document.subject ?? undefined}>
          <DocumentName of={document} short />
        </Link>
      ),
    },
  };
}

function Cut({ children }: { readonly children: string | null }) {
  return <span className={styles.cut}>{children}</span>;
}

function Bodies({ of }: { readonly of: TaskRowAnswer["leads"] }) {
  return <Cut>{of.map((body) => body.name).join("; ")}</Cut>;
}

function Leads(props: { task: TaskRowAnswer; words: TaskWords; withOthers: boolean }) {
  const { task, words } = props;
  return (
    <>
      {task.leads.length === 0 ? (
        <span className="muted">{words.noLead}</span>
      ) : (
        <span className={styles.lead}>{task.leads.map((lead) => lead.name).join("; ")}</span>
      )}
      {props.withOthers && task.coordinators.length > 0 && (
        <span className={styles.second}>
          {words.with} {task.coordinators.map((body) => body.name).join("; ")}
        </span>
      )}
    </>
  );
}

function Due({ task, world }: { task: TaskRowAnswer; world: ColumnWorld }) {
  const due = task.current?.lastDay ?? task.current?.dueOn;
  const isOpen = task.state === "late" || task.state === "dueSoon" || task.state === "open";
  if (!due) return <span className="muted">{task.timeWords ?? world.words.noTime}</span>;
  return (
    <>
      <span>{sayDay(due)}</span>
      {isOpen && <span className={styles.second}>{sayDistance(due, world.today, world.language)}</span>}
    </>
  );
}
