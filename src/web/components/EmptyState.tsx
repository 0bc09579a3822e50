import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

/** Says what will be here and how to begin. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <h2 className="subtitle">{title}</h2>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div>{action}</div>}
    </div>
  );
}
