import styles from "./Register.module.css";

/** The box that marks a row for what is done with many. Every row has one, so it is the browser's own. */
export function RowMark(props: {
  readonly label: string;
  readonly checked: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <input
      type="checkbox"
      className={styles.rowMark}
      data-screen-only
      aria-label={props.label}
      checked={props.checked}
      onChange={props.onToggle}
    />
  );
}
