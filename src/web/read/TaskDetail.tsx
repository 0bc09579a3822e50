import type { TaskAnswer } from "../../contract/read.ts";
import type { PlaceAnswer } from "../../contract/source.ts";
import { readWords } from "../../domain/language/web-read.ts";
import type { ReadWords } from "../../domain/language/web-read-vi.ts";
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
    ...placesLine(words.alsoAt, task.alsoAt, words),
    ...placesLine(words.at, task.sources, words),
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

/** Places that are known; a Word document has neither pages nor lines, there the lit source says it. */
function placesLine(
  label: string,
  places: readonly PlaceAnswer[],
  words: ReadWords,
): readonly (readonly [label: string, text: string])[] {
  const known = places.filter((place) => place.page !== null || place.lineFrom !== null);
  return known.length === 0 ? [] : [[label, known.map((place) => sayPlace(place, words)).join("; ")]];
}
