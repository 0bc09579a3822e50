import { reviewWords } from "../../domain/language/web-review.ts";
import { useWords } from "../language.tsx";
import styles from "./FindingForm.module.css";
import type { DraftState } from "./use-draft.ts";

/** What a form has to say of what is typed in it: it came back, the row changed meanwhile, it cannot be kept. */
export function DraftNotes({ draft }: { draft: DraftState }) {
  const words = useWords(reviewWords);
  return (
    <>
      {draft.restored && <p className="small muted">{words.restored}</p>}
      {draft.otherVersion && (
        <p className={styles.warning} role="alert">
          {words.otherVersion}
        </p>
      )}
      {draft.notKept && (
        <p className={styles.warning} role="alert">
          {words.notKept}
        </p>
      )}
    </>
  );
}
