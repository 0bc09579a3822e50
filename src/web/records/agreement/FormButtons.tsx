import { Button } from "@mantine/core";
import { agreementWords } from "../../../domain/language/web-agreements.ts";
import { useWords } from "../../language.tsx";
import styles from "./Agreement.module.css";

/** What ends a form of an agreement: it is sent, under its own word or "save", or left. */
export function FormButtons(props: {
  readonly send?: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
}) {
  const words = useWords(agreementWords);
  return (
    <div className={styles.buttons}>
      <Button type="submit" loading={props.busy}>
        {props.send ?? words.save}
      </Button>
      <Button variant="default" onClick={props.onCancel}>
        {words.cancel}
      </Button>
    </div>
  );
}
