import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { CoordinationAnswer } from "../../contract/coordination.ts";
import { coordinationWords } from "../../domain/language/web-coordination.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import styles from "../duties/Duties.module.css";
import { useWords } from "../language.tsx";
import { type ChosenUnit, UnitsChoice } from "../units/UnitsChoice.tsx";

/** Chooses the units that words of a document mean which name none. */
export function NameUnitsForm(props: {
  readonly part: CoordinationAnswer["parts"][number];
  readonly today: string;
  readonly busy: boolean;
  readonly onName: (units: readonly string[], on: string, document: string | null) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { part } = props;
  const words = useWords(coordinationWords);
  const common = useWords(taskWords);
  const [units, setUnits] = useState<readonly ChosenUnit[]>(part.units);
  const [on, setOn] = useState(props.today);
  const [document, setDocument] = useState(part.document ?? "");
  const [tried, setTried] = useState(false);
  return (
    <form
      className={`${styles.form} ${styles.panel}`}
      aria-label={words.nameTitle(part.name)}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (units.length > 0 && on !== "" && !props.busy)
          void props.onName(
            units.map(({ id }) => id),
            on,
            document.trim() || null,
          );
      }}
    >
      <strong>{words.nameTitle(part.name)}</strong>
      <UnitsChoice chosen={units} onChange={setUnits} />
      {tried && units.length === 0 && (
        <p role="alert" className="small">
          {words.unitsMissing}
        </p>
      )}
      <TextInput
        size="xs"
        type="date"
        label={words.answerOn}
        value={on}
        error={on === "" && common.dayMissing}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label={words.document}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button size="compact-sm" type="submit" loading={props.busy}>
          {common.record}
        </Button>
        <Button size="compact-sm" variant="default" onClick={props.onClose}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
}
