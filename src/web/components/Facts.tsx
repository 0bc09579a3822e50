import type { ReactNode } from "react";
import styles from "./Facts.module.css";

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Facts with their labels above, side by side as far as the width goes. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles.fact}>
          <dt className="small muted">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
