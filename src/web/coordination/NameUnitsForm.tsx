import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { CoordinationAnswer } from "../../contract/coordination.ts";
import { coordinationWords } from "../../domain/language/web-coordination.ts";
import styles from "../duties/Duties.module.css";
import { DayField, FormEnd } from "../duties/SmallForm.tsx";
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
      <DayField label={words.answerOn} value={on} onChange={setOn} />
      <TextInput
        size="xs"
        label={words.document}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
      <FormEnd busy={props.busy} onClose={props.onClose} />
    </form>
  );
}
