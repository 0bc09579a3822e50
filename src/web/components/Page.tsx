import type { ReactNode } from "react";
import styles from "./Page.module.css";

/** A place: its title, one line that says what is shown, its actions; below, the content. */
export function Page(props: {
  readonly title: ReactNode;
  readonly line?: ReactNode;
  readonly actions?: ReactNode;
  /** The content fills the window and scrolls by itself. */
  readonly fills?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.page} data-fills={props.fills || undefined}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1 className="title">{props.title}</h1>
          {props.line !== undefined && <p className="muted numbers">{props.line}</p>}
        </div>
        {props.actions && (
          <div className={styles.actions} data-screen-only>
            {props.actions}
          </div>
        )}
      </header>
      {props.children}
    </div>
  );
}
