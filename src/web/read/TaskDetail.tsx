import type { TaskAnswer } from "../../contract/read.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { useWords } from "../language.tsx";
import styles from "./TaskDetail.module.css";
import { doubtOf, sayPlace } from "./task-view.ts";

/** Below the chosen task: why it is marked, where it stands, and the columns of its row that no cell shows. */
export function TaskDetail({ task, onShowSource }: { task: TaskAnswer; onShowSource: () => void }) {
  const words = useWords(readWords);
  const doubt = doubtOf(task.doubts, Object.keys(task.doubts), words);
  const lines: readonly (readonly [label: string, text: string])[] = [
    ...task.unclear.map((finding) => [words.clears[finding.clear], finding.reason] as const),
    ...(doubt ? [[words.filters.doubtful, doubt] as const] : []),
    ...(task.general ? [[words.filters.general, words.general] as const] : []),
    ...(task.approver ? [[words.approver, task.approver] as const] : []),
    ...(task.alsoAt.length > 0
      ? [[words.alsoAt, task.alsoAt.map((place) => sayPlace(place, words)).join("; ")] as const]
      : []),
    [words.at, task.sources.map((place) => sayPlace(place, words)).join("; ") || words.noPlace],
  ];
  return (
    <dl className={styles.detail}>
      {lines.map(([label, text]) => (
        <div key={label + text}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      <div className={styles.phone}>
        <dt className="unseen">{words.sourceTitle}</dt>
        <dd>
          <button type="button" className="link-button" onClick={onShowSource}>
            {words.showSource}
          </button>
        </dd>
      </div>
    </dl>
  );
}
