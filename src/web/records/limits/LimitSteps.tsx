import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import type { LimitSettingsAnswer } from "../../../contract/time-limit.ts";
import { stepStarts } from "../../../domain/cooperation/time-limit/limit-settings.ts";
import { type Counting, countings } from "../../../domain/cooperation/time-limit/time-limit.ts";
import { timeLimitWords } from "../../../domain/language/web-time-limits.ts";
import { PlainTable } from "../../components/PlainTable.tsx";
import { sayDay } from "../../day-words.ts";
import { useNumber, useWords } from "../../language.tsx";
import styles from "../../settings/Settings.module.css";

type Step = LimitSettingsAnswer["settings"]["steps"][number];

const noStart = "none";

/** The steps that the province's own rules ask of delegations: taken away one by one, and a line to add another. */
export function LimitSteps(props: {
  readonly steps: readonly Step[];
  readonly onSteps: (steps: Step[]) => void;
}) {
  const { steps, onSteps } = props;
  const all = useWords(timeLimitWords);
  const words = all.settings;
  const say = useNumber();
  const heads = [words.name, words.direction, words.matter, words.days, words.from, words.act];
  return (
    <section className={styles.part}>
      <h2 className="subtitle">{words.steps}</h2>
      <p className="small muted">{words.stepsHelp}</p>
      {steps.length === 0 ? (
        <p className="muted">{words.noSteps}</p>
      ) : (
        <PlainTable stacks heads={heads.map((title) => ({ title }))}>
          {steps.map((step) => (
            <tr key={step.key}>
              <td>{step.name}</td>
              <td>{step.direction ? words.directions[step.direction] : words.both}</td>
              <td>{step.matter ? words.matters[step.matter] : words.both}</td>
              <td>
                {step.limit
                  ? `${say(step.limit.days)} ${all.countings[step.limit.counting]} · ${words.starts[step.limit.start]}`
                  : words.starts.none}
              </td>
              <td className={styles.day}>{sayDay(step.from)}</td>
              <td>
                <button
                  type="button"
                  className="link-button"
                  aria-label={words.removeOf(step.name)}
                  onClick={() => onSteps(steps.filter(({ key }) => key !== step.key))}
                >
                  {words.remove}
                </button>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      <NewStep onAdd={(step) => onSteps([...steps, step])} />
    </section>
  );
}

function NewStep({ onAdd }: { readonly onAdd: (step: Step) => void }) {
  const all = useWords(timeLimitWords);
  const words = all.settings;
  const [name, setName] = useState("");
  const [direction, setDirection] = useState("");
  const [matter, setMatter] = useState("");
  const [start, setStart] = useState<string>(noStart);
  const [days, setDays] = useState("0");
  const [counting, setCounting] = useState<Counting>("days");
  const [from, setFrom] = useState("");
  const [tried, setTried] = useState(false);
  const count = countOf(days);
  const add = () => {
    setTried(true);
    const known = stepStarts.find((one) => one === start);
    if (name.trim() === "" || from === "" || (known && count === null)) return;
    const limit = known && count !== null ? { start: known, days: count, counting } : null;
    onAdd({
      // Never a key that another step had: what was done is kept by it.
      ...{
        key: `step-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`,
        name: name.trim(),
        from,
        limit,
      },
      direction: direction === "out" || direction === "in" ? direction : null,
      matter: matter === "official" || matter === "private" ? matter : null,
    });
    setName("");
    setTried(false);
  };
  const both = { value: "", label: words.both };
  return (
    <div className={styles.fieldsLine}>
      <TextInput
        size="xs"
        label={words.name}
        maxLength={200}
        value={name}
        error={tried && name.trim() === ""}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Choice
        {...{ label: words.direction, value: direction, onChange: setDirection }}
        data={[both, ...Object.entries(words.directions).map(([value, label]) => ({ value, label }))]}
      />
      <Choice
        {...{ label: words.matter, value: matter, onChange: setMatter }}
        data={[both, ...Object.entries(words.matters).map(([value, label]) => ({ value, label }))]}
      />
      <Choice
        {...{ label: words.start, value: start, onChange: setStart }}
        data={Object.entries(words.starts).map(([value, label]) => ({ value, label }))}
      />
      {start !== noStart && <StepDays {...{ days, counting }} onDays={setDays} onCounting={setCounting} />}
      <TextInput
        size="xs"
        type="date"
        label={words.from}
        value={from}
        error={tried && from === ""}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" onClick={add}>
        {words.add}
      </Button>
    </div>
  );
}

/** Whole days as they were typed; null: they are none. */
function countOf(text: string): number | null {
  return /^-?\d{1,3}$/.test(text.trim()) ? Number(text) : null;
}

/** How many days, and which ones. */
function StepDays(props: {
  readonly days: string;
  readonly counting: Counting;
  readonly onDays: (days: string) => void;
  readonly onCounting: (counting: Counting) => void;
}) {
  const all = useWords(timeLimitWords);
  return (
    <>
      <TextInput
        size="xs"
        className={styles.days}
        inputMode="numeric"
        label={all.settings.days}
        value={props.days}
        error={countOf(props.days) === null}
        onChange={(event) => props.onDays(event.currentTarget.value)}
      />
      <Choice
        {...{ label: all.settings.counting, value: props.counting }}
        data={countings.map((value) => ({ value, label: all.countings[value] }))}
        onChange={(value) => props.onCounting(countings.find((one) => one === value) ?? "days")}
      />
    </>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <NativeSelect
      size="xs"
      label={props.label}
      value={props.value}
      data={[...props.data]}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
