import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type RungKind, rungAudience } from "../../domain/duty/ladder.ts";
import { urgingSettingsWords } from "../../domain/language/web-urging-settings.ts";
import { PlainTable } from "../components/PlainTable.tsx";
import { useWords } from "../language.tsx";
import styles from "./Settings.module.css";
import { channels, channelsWith, faultOf, type StepFields } from "./step-fields.ts";

const sides = ["before", "at", "after"] as const;
// The names of the kinds are those of the table of audiences.
const kinds = Object.keys(rungAudience) as readonly RungKind[];

/** The steps of the ladder, each to be changed in its row. */
export function UrgingSteps(props: {
  readonly steps: readonly StepFields[];
  readonly onChange: (steps: readonly StepFields[]) => void;
}) {
  const { steps, onChange } = props;
  const words = useWords(urgingSettingsWords);
  const { when, kind, who, remove } = words.stepColumns;
  const change = (key: number, to: Partial<StepFields>) =>
    onChange(steps.map((step) => (step.key === key ? { ...step, ...to } : step)));
  const add = () => {
    const key = Math.max(0, ...steps.map((step) => step.key)) + 1;
    onChange([...steps, { key, kind: "digest", side: "after", days: "1" }]);
  };
  return (
    <section className={styles.part}>
      <h2 className="subtitle">{words.steps}</h2>
      <p className="small muted">{words.stepsHelp}</p>
      <PlainTable stacks heads={[when, kind, who, remove].map((title) => ({ title }))}>
        {steps.map((step, at) => (
          <StepRow
            key={step.key}
            step={step}
            fault={faultOf(steps, at, words)}
            onChange={(to) => change(step.key, to)}
            onRemove={() => onChange(steps.filter(({ key }) => key !== step.key))}
          />
        ))}
      </PlainTable>
      {steps.length === 0 && <p className={styles.fault}>{words.none}</p>}
      <div className={styles.line}>
        <Button size="xs" variant="default" disabled={steps.length >= 20} onClick={add}>
          {words.addStep}
        </Button>
      </div>
    </section>
  );
}

function StepRow(props: {
  readonly step: StepFields;
  readonly fault: string | null;
  readonly onChange: (to: Partial<StepFields>) => void;
  readonly onRemove: () => void;
}) {
  const { step, fault, onChange } = props;
  const words = useWords(urgingSettingsWords);
  const isTold = rungAudience[step.kind] === "officer" || rungAudience[step.kind] === "head";
  const named = `${step.side === "at" ? "" : `${step.days} `}${words[step.side]}, ${words.kinds[step.kind]}`;
  return (
    <tr>
      <td>
        <div className={styles.when}>
          {step.side !== "at" && (
            <TextInput
              size="xs"
              className={styles.days}
              inputMode="numeric"
              aria-label={words.days}
              value={step.days}
              error={fault !== null}
              onChange={(event) => onChange({ days: event.currentTarget.value })}
            />
          )}
          <NativeSelect
            size="xs"
            aria-label={words.side}
            value={step.side}
            data={sides.map((value) => ({ value, label: words[value] }))}
            onChange={(event) => {
              const side = sides.find((one) => one === event.currentTarget.value) ?? "after";
              onChange({ side, ...(step.days === "0" ? { days: "1" } : {}) });
            }}
          />
        </div>
        {fault !== null && <span className={`small ${styles.fault}`}>{fault}</span>}
      </td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={words.kind}
          value={step.kind}
          data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(event) =>
            onChange({ kind: kinds.find((one) => one === event.currentTarget.value) ?? "digest" })
          }
        />
      </td>
      <td>
        {words.who[step.kind]}
        {isTold && (
          <div className={styles.channels}>
            {channels.map((channel) => (
              <Checkbox
                key={channel}
                size="sm"
                label={words.by[channel]}
                checked={(step.by ?? channels).includes(channel)}
                onChange={(event) =>
                  onChange({ by: channelsWith(step.by, channel, event.currentTarget.checked) })
                }
              />
            ))}
          </div>
        )}
      </td>
      <td>
        <button
          type="button"
          className="link-button"
          aria-label={words.removeStep(named)}
          onClick={props.onRemove}
        >
          {words.stepColumns.remove}
        </button>
      </td>
    </tr>
  );
}
