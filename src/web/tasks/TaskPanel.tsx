import { frameWords } from "../../domain/language/web-frame.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { FailureError } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Icon } from "../components/Icon.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { Occurrences } from "./Occurrences.tsx";
import { TaskFacts } from "./TaskFacts.tsx";
import styles from "./TasksPlace.module.css";
import { useTask } from "./use-task.ts";

/** The chosen task beside the table: its facts and its occurrences; the whole is one key away. */
export function TaskPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useWords(taskWords);
  const frame = useWords(frameWords);
  const task = useTask(id);
  return (
    <aside className={styles.panel} aria-label={words.panel} data-screen-only>
      <div className={styles.panelHead}>
        <Link href={places.task(id)}>{words.openPage}</Link>
        <button type="button" aria-label={frame.close} className={styles.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {task.error instanceof FailureError ? (
        <FailureNote failure={task.error.failure} onRetry={() => void task.refetch()} />
      ) : task.data ? (
        <>
          <h2 className={styles.panelTitle}>{task.data.content}</h2>
          <TaskFacts task={task.data} />
          <Occurrences task={task.data} />
        </>
      ) : (
        <Waiting />
      )}
    </aside>
  );
}
