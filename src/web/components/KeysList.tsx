import styles from "./KeysList.module.css";

/** Keys and what each does. */
export function KeysList({ keys }: { keys: readonly (readonly [names: readonly string[], what: string])[] }) {
  return (
    <dl className={styles.keys}>
      {keys.map(([names, what]) => (
        <div key={what}>
          <dt>
            {names.map((name) => (
              <kbd key={name}>{name}</kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
