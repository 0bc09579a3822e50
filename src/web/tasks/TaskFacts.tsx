import type { ReactNode } from "react";
import type { RegisteredTaskAnswer } from "../../contract/task.ts";
import { describeSchedule } from "../../domain/calendar/describe.ts";
import { sayTarget } from "../../domain/duty/target-words.ts";
import { heartbeatWords } from "../../domain/language/web-heartbeat.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { sayDay, sayMoment } from "../day-words.ts";
import { DocumentName } from "../documents/document-name.tsx";
import { HeartbeatMark } from "../duties/HeartbeatMark.tsx";
import { useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { saysTheSame } from "../read/schedule-words.ts";
import styles from "./TaskPlace.module.css";
import { TaskState } from "./TaskState.tsx";

/** Who, what, when, which product: in the order in which people ask. */
export function TaskFacts(props: {
  readonly task: RegisteredTaskAnswer;
  /** False where they have a place of their own. */
  readonly withTargets?: boolean;
}) {
  const { task, withTargets = true } = props;
  const words = useWords(taskWords);
  const heartbeat = useWords(heartbeatWords);
  const { language } = useSpeech();
  const understood = task.schedule && describeSchedule(task.schedule, language);
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    [words.columns.state, task.general ? words.generalTask : <TaskState key="state" state={task.state} />],
    ...(task.heartbeat === null
      ? []
      : [[heartbeat.title, <HeartbeatMark key="heartbeat" heartbeat={task.heartbeat} />] as const]),
    [words.addressees, <Addressees key="addressees" task={task} />],
    [
      words.when,
      <span key="when">
        {task.timeWords ?? <span className="muted">{words.noTime}</span>}
        {understood && !saysTheSame(task.timeWords ?? "", understood) && (
          <span className={styles.second}>
            {words.understood}: {understood}
          </span>
        )}
      </span>,
    ],
    ...(task.result ? [[words.product, task.result] as const] : []),
    ...(withTargets && task.targets.length > 0
      ? [[words.targets, task.targets.map((target) => sayTarget(target, language)).join("; ")] as const]
      : []),
    ...(task.approver ? [[words.approver, task.approver] as const] : []),
    ...(task.group ? [[words.group, task.group] as const] : []),
    [
      words.inDocument,
      <Link key="document" href={places.document(task.document.id)}>
        <DocumentName of={task.document} />
      </Link>,
    ],
    [words.assigned, sayDay(task.assignedOn)],
    [words.accepted, `${sayMoment(task.acceptedAt, language)}, ${task.acceptedBy}`],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Addressees({ task }: { task: RegisteredTaskAnswer }) {
  const words = useWords(taskWords);
  if (task.addressees.length === 0) return <span className="muted">{task.leadText ?? words.noLead}</span>;
  return (
    <ul>
      {task.addressees.map((body) => (
        <li key={`${body.role} ${body.key} ${body.written}`}>
          <span className="muted">{words.addresseeRoles[body.role]}: </span>
          <Link href={places.tasks({ unit: body.key })}>{body.name}</Link>
          {body.share && (
            <span className="muted">
              {" "}
              ({words.share}: {body.share})
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
