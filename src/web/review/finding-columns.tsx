import type { FindingAnswer } from "../../contract/review.ts";
import type { Language } from "../../domain/language/language.ts";
import type { ReadWords } from "../../domain/language/web-read-vi.ts";
import type { ReviewWords } from "../../domain/language/web-review.ts";
import type { IconName } from "../components/Icon.tsx";
import type { RegisterColumn } from "../components/Register.tsx";
import { State } from "../components/State.tsx";
import { narrowColumns } from "../read/task-columns.tsx";
import type { TaskField } from "../read/task-view.ts";
import styles from "./ReviewPlace.module.css";

export type FindingColumn = RegisterColumn<FindingAnswer, TaskField>;

const icons: Readonly<Record<NonNullable<FindingAnswer["decision"]>, IconName>> = {
  accepted: "check",
  general: "check",
  dropped: "rejected",
  split: "more",
  merged: "more",
  linked: "check",
};

/** The columns of the reading screen, the last of them with what was decided. */
export function findingColumns(
  words: ReviewWords,
  read: ReadWords,
  language: Language,
  marks: {
    readonly marked: ReadonlySet<string>;
    readonly drafts: ReadonlySet<string>;
    /** The column whose chosen cell stands open; null while a form is open below the row. */
    readonly unfolded: TaskField | null;
  },
): readonly FindingColumn[] {
  return narrowColumns(read, language).map(({ key, title, track, cell }) => ({
    key,
    title: key === "unclear" ? words.column : title,
    track: key === "unclear" ? "132px" : track,
    cell: (finding, selected) =>
      key === "unclear" ? (
        <div className={styles.standing}>
          {finding.decision ? (
            <State
              tone={finding.decision === "accepted" || finding.decision === "general" ? "done" : "open"}
              icon={icons[finding.decision]}
            >
              {words.decisions[finding.decision]}
            </State>
          ) : (
            cell(finding.task, selected)
          )}
          {marks.marked.has(finding.id) && <strong className="small">{words.marked}</strong>}
          {marks.drafts.has(finding.id) && <strong className="small">{words.unsaved}</strong>}
          {finding.edited.length > 0 && <span className="small muted">{words.changed}</span>}
          {finding.origin !== "read" && <span className="small muted">{words.origins[finding.origin]}</span>}
        </div>
      ) : (
        <div
          data-decided={finding.decision ?? undefined}
          data-folded={(selected && key !== marks.unfolded) || undefined}
          className={styles.fact}
        >
          {cell(finding.task, selected && key === marks.unfolded)}
        </div>
      ),
  }));
}
