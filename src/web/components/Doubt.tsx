import type { ReactNode } from "react";
import styles from "./Doubt.module.css";

/**
 * Words that may have been read wrongly: dotted underline and a small "?" that carries the reason. Without a reason
 * the words stand as they are.
 */
export function Doubt({ reason, children }: { reason: string | null; children: ReactNode }) {
  if (reason === null) return children;
  return (
    <span className={styles.doubt}>
      <span className={styles.words}>{children}</span>
      {/* A word joiner: the mark never stands alone on the next line. */}
      {"\u2060"}
      <span className={styles.mark} title={reason}>
        <span aria-hidden="true">?</span>
        <span className="unseen">{reason}</span>
      </span>
    </span>
  );
}
