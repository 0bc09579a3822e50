import type { ReactNode } from "react";
import styles from "./PlainTable.module.css";

/** A heading of a column; of numbers it stands to the right, as cells with `data-number` do. */
export interface PlainHead {
  readonly title: ReactNode;
  readonly isNumber?: boolean;
  readonly className?: string | undefined;
}

/**
 * A table of few rows that is read, not worked in; rows are given as they are. `stacks`: on a phone each cell stands
 * below the one before.
 */
export function PlainTable(props: {
  readonly heads?: readonly PlainHead[];
  readonly stacks?: boolean;
  readonly children: ReactNode;
}) {
  const { heads = [] } = props;
  return (
    <table className={styles.table} data-stacks={props.stacks || undefined}>
      {heads.length > 0 && (
        <thead>
          <tr>
            {heads.map(({ title, isNumber, className }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place
              <th key={at} scope="col" className={className} data-number={isNumber || undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>{props.children}</tbody>
    </table>
  );
}
