import { lazy, Suspense, useState } from "react";
import { sampleWords } from "../../domain/language/web-sample.ts";
import { useWords } from "../language.tsx";
import styles from "./SampleNote.module.css";
import { useSample } from "./use-sample.ts";

const ClearDialog = lazy(() => import("./ClearDialog.tsx"));

/** Says quietly in the frame that the register is a sample; pressed, it tells more and can clear it away. */
export function SampleNote() {
  const words = useWords(sampleWords);
  const sample = useSample(true);
  const [open, setOpen] = useState(false);
  if (!sample || sample.state === "none") return null;
  return (
    <>
      <button
        type="button"
        className={styles.note}
        aria-label={words.note}
        title={words.noteTitle}
        disabled={sample.state === "filling"}
        onClick={() => setOpen(true)}
      >
        <span className={styles.long}>{words.note}</span>
        <span className={styles.short}>{words.noteShort}</span>
      </button>
      {open && (
        <Suspense>
          <ClearDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
