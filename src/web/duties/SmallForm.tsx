import { Button, TextInput } from "@mantine/core";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { useWords } from "../language.tsx";
import styles from "./Duties.module.css";

/** The day of what a small form within a page records; it is missed as soon as it is empty. */
export function DayField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly autoFocus?: boolean;
}) {
  const { dayMissing } = useWords(taskWords);
  return (
    <TextInput
      size="xs"
      type="date"
      label={props.label}
      value={props.value}
      autoFocus={props.autoFocus ?? false}
      error={props.value === "" && dayMissing}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** What ends such a form: it is recorded, under its own word if it has one, or left. */
export function FormEnd(props: {
  readonly send?: string;
  readonly busy: boolean;
  readonly onClose: () => void;
}) {
  const { record, cancel } = useWords(taskWords);
  return (
    <div className={styles.buttons}>
      <Button size="compact-sm" type="submit" loading={props.busy}>
        {props.send ?? record}
      </Button>
      <Button size="compact-sm" variant="default" onClick={props.onClose}>
        {cancel}
      </Button>
    </div>
  );
}
