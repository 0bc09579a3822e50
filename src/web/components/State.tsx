import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./State.module.css";

export type Tone = "done" | "doneLate" | "late" | "silent" | "dueSoon" | "open" | "noDeadline";

/** A state: its colour always with its icon and its word. */
export function State(props: { tone: Tone; icon: IconName; children: ReactNode }) {
  return (
    <span className={styles.state} data-tone={props.tone}>
      <Icon name={props.icon} size={14} />
      {props.children}
    </span>
  );
}
