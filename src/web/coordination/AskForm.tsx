import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { AskUnitsRequest } from "../../contract/coordination.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import { coordinationWords } from "../../domain/language/web-coordination.ts";
import { foldedKey } from "../../domain/text/fold.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import styles from "../duties/Duties.module.css";
import { DayField, FormEnd } from "../duties/SmallForm.tsx";
import { useWords } from "../language.tsx";
import type { ChosenUnit } from "../units/UnitsChoice.tsx";
import { useSending } from "./use-coordination.ts";

/** Working days within which an answer is asked for as long as nothing else is said. */
const usualDays = "5";

/** Units beyond which the list has a filter. */
const manyUnits = 10;

interface AskFormProps {
  readonly duty: string;
  readonly units: readonly ChosenUnit[];
  readonly today: string;
  readonly onClose: () => void;
}

/** Asks units in writing: a letter with its day, or the words of what is asked, and until when. */
export function AskForm(props: AskFormProps) {
  const words = useWords(coordinationWords);
  const form = useAskForm(props);
  const { sending, chosen, faults, tried } = form;
  return (
    <form
      className={`${styles.form} ${styles.panel}`}
      aria-label={words.ask}
      onSubmit={(event) => {
        event.preventDefault();
        void form.send();
      }}
    >
      <strong>{words.ask}</strong>
      {sending.failure && <FailureNote failure={sending.failure} />}
      <Units units={props.units} chosen={chosen} onChange={form.setChosen} />
      {tried && faults.units && (
        <p role="alert" className="small">
          {words.unitsMissing}
        </p>
      )}
      <Asked form={form} />
      <FormEnd send={words.ask} busy={sending.busy} onClose={props.onClose} />
    </form>
  );
}

/** The fields of a request, what is missing in them, and how they are sent. */
function useAskForm(props: AskFormProps) {
  const { units, today } = props;
  const sending = useSending();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(units.length === 1 ? units.map(({ id }) => id) : []),
  );
  const [fields, setFields] = useState({
    ...{ content: "", document: "", documentOn: "", on: today, workingDays: usualDays },
  });
  const [tried, setTried] = useState(false);
  const set = (changes: Partial<typeof fields>) => setFields({ ...fields, ...changes });
  const days = Number(fields.workingDays);
  const faults = {
    units: chosen.size === 0,
    content: fields.content.trim() === "" && fields.document.trim() === "",
    documentOn: fields.document.trim() !== "" && fields.documentOn === "",
    on: fields.on === "",
    days: !/^\d{1,3}$/.test(fields.workingDays.trim()) || days < 1 || days > 120,
  };
  const send = async () => {
    setTried(true);
    if (sending.busy || Object.values(faults).some(Boolean)) return;
    const request: AskUnitsRequest = {
      ...{ units: [...chosen], content: fields.content, on: fields.on, workingDays: days },
      ...{ document: fields.document.trim() || null, documentOn: fields.documentOn || null },
    };
    if (await sending.send("POST", pathTo(apiPaths.dutyRequests, { id: props.duty }), request))
      props.onClose();
  };
  return { sending, chosen, setChosen, fields, faults, tried, set, send };
}

/** What is asked, by which letter and until when. */
function Asked({ form }: { form: ReturnType<typeof useAskForm> }) {
  const words = useWords(coordinationWords);
  const { fields, faults, tried, set } = form;
  return (
    <>
      <Textarea
        size="xs"
        rows={3}
        label={words.content}
        description={words.contentHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={fields.content}
        error={tried && faults.content && words.wordsMissing}
        onChange={(event) => set({ content: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        <TextInput
          size="xs"
          label={words.document}
          value={fields.document}
          onChange={(event) => set({ document: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          type="date"
          label={words.documentOn}
          value={fields.documentOn}
          error={tried && faults.documentOn && words.documentDayMissing}
          onChange={(event) => set({ documentOn: event.currentTarget.value })}
        />
      </div>
      <div className={styles.pair}>
        <TextInput
          size="xs"
          inputMode="numeric"
          label={words.workingDays}
          value={fields.workingDays}
          error={faults.days && words.daysWrong}
          onChange={(event) => set({ workingDays: event.currentTarget.value })}
        />
        <DayField label={words.on} value={fields.on} onChange={(on) => set({ on })} />
      </div>
    </>
  );
}

function Units(props: {
  readonly units: readonly ChosenUnit[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const { units, chosen, onChange } = props;
  const words = useWords(coordinationWords);
  const [typed, setTyped] = useState("");
  const wanted = foldedKey(typed);
  const shown = units.filter(({ name }) => foldedKey(name).includes(wanted));
  return (
    <fieldset className={styles.form}>
      <legend className="small">{words.whom}</legend>
      {units.length > manyUnits && (
        <TextInput
          size="xs"
          aria-label={words.filter}
          placeholder={words.filter}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {shown.length > 1 && (
        <button
          type="button"
          className="link-button"
          onClick={() => onChange(new Set([...chosen, ...shown.map(({ id }) => id)]))}
        >
          {words.all}
        </button>
      )}
      <div className={styles.choices}>
        {shown.map(({ id, name }) => (
          <Checkbox
            key={id}
            size="xs"
            label={name}
            checked={chosen.has(id)}
            onChange={() => {
              const next = new Set(chosen);
              if (!next.delete(id)) next.add(id);
              onChange(next);
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
