import { useEffect } from "react";
import styles from "./UndoBar.module.css";

const minute = 60_000;

/** What was just done, with a minute to take it back. */
export function UndoBar(props: {
  readonly said: string;
  readonly undo: string;
  readonly onUndo: () => void;
  readonly onOver: () => void;
}) {
  const { onOver, said } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new sentence starts a new minute
  useEffect(() => {
    const wait = setTimeout(onOver, minute);
    return () => clearTimeout(wait);
  }, [said]);
  return (
    <div className={styles.bar} role="status" data-screen-only>
      <span>{said}</span>
      <button type="button" onClick={props.onUndo}>
        {props.undo}
      </button>
    </div>
  );
}
