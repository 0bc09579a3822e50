import type { RegisteredTaskAnswer } from "../../contract/task.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { heartbeatWords } from "../../domain/language/web-heartbeat.ts";
import { FailureError } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { useMay } from "../session.ts";
import record from "../tasks/TaskPlace.module.css";
import { Answering } from "./Answering.tsx";
import styles from "./Duties.module.css";
import { DutyStateMark } from "./DutyStateMark.tsx";
import { useDutyFacets } from "./use-duties.ts";

/** How the units stand with a task: how many duties in each state; every number opens its list. */
export function TaskDuties({ task }: { task: RegisteredTaskAnswer }) {
  return useMay("see-duties") ? <Counted task={task} /> : null;
}

function Counted({ task: whole }: { task: RegisteredTaskAnswer }) {
  const task = whole.id;
  const words = useWords(dutyWords);
  const say = useNumber();
  const list = useDutyFacets({ task }, true);
  const first = list.data;
  if (list.error instanceof FailureError) return <FailureNote failure={list.error.failure} />;
  if (!first) return null;
  return (
    <section aria-labelledby="duties-title">
      <h2 id="duties-title" className={record.heading}>
        {words.ofTask}
      </h2>
      <Answering task={whole} />
      {first.total === 0 ? (
        <p className="muted">{words.ofTaskNone}</p>
      ) : (
        <ul className={styles.life}>
          {(first.facets?.states ?? []).map(({ value, count }) => (
            <li key={value} className={styles.proof}>
              <DutyStateMark state={value} />
              <Link href={places.duties({ task, state: value })}>{words.count(say(count))}</Link>
            </li>
          ))}
        </ul>
      )}
      {whole.heartbeat && <Quiet task={task} />}
    </section>
  );
}

/** How many units have proven nothing of it for long, as a way to their list. */
function Quiet({ task }: { task: string }) {
  const words = useWords(heartbeatWords);
  const say = useNumber();
  const total = useDutyFacets({ task, quiet: "1" }, true).data?.total ?? 0;
  if (total === 0) return null;
  return (
    <p>
      <Link href={places.duties({ task, quiet: "1" })}>{words.quietOf(say(total))}</Link>
    </p>
  );
}
