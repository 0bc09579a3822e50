import styles from "./FilterChip.module.css";
import { Icon } from "./Icon.tsx";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A filter in words: what is filtered and by what; the empty value is "all". */
export function FilterChip(props: {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}) {
  const known = props.value === "" || props.choices.some((choice) => choice.value === props.value);
  return (
    <label className={styles.chip} data-set={props.value !== "" || undefined}>
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
        <option value="">{props.all}</option>
        {!known && <option value={props.value}>{props.value}</option>}
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="more" size={12} />
    </label>
  );
}
