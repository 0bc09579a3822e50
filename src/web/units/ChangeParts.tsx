import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useId } from "react";
import type { ListedUnit, UnitListAnswer } from "../../contract/unit.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { useWords } from "../language.tsx";
import { heirLike, type TypedChange, type TypedHeir } from "./change-form.ts";
import { UnitField } from "./UnitField.tsx";
import styles from "./Units.module.css";

interface PartsProps {
  readonly typed: TypedChange;
  readonly tree: UnitListAnswer;
  readonly change: (changes: Partial<TypedChange>) => void;
}

/** The units before and after, as the kind of change asks for them. */
export function ChangeParts(props: PartsProps) {
  const words = useWords(unitWords).wizard;
  const { typed, tree, change } = props;
  const { units } = tree;
  if (typed.kind === "created") return <Heirs {...props} />;
  if (typed.kind === "merged")
    return (
      <>
        <Merging {...props} />
        <Heirs {...props} />
      </>
    );
  return (
    <>
      <UnitField
        label={words.unit}
        units={units}
        value={typed.units[0] ?? null}
        onChange={(unit) => {
          const known = units.find(({ id }) => id === unit);
          const heirs =
            typed.kind === "renamed" && known
              ? [
                  {
                    ...heirLike(known),
                    name: known.name,
                    shortName: known.shortName ?? "",
                    symbol: known.symbol ?? "",
                  },
                ]
              : typed.heirs;
          change({ units: [unit], heirs, given: {} });
        }}
      />
      {typed.kind === "moved" && (
        <UnitField
          label={words.parent}
          units={units}
          value={typed.other}
          none={words.noParent}
          onChange={(other) => change({ other })}
        />
      )}
      {typed.kind === "abolished" && (
        <UnitField
          label={words.heir}
          units={units}
          value={typed.other}
          none={words.noHeir}
          onChange={(other) => change({ other })}
        />
      )}
      {typed.kind === "split" && (
        <Checkbox
          size="xs"
          label={words.keeps}
          checked={typed.keeps}
          onChange={(event) => {
            const keeps = event.currentTarget.checked;
            change({
              keeps,
              given: {},
              heirs: keeps ? typed.heirs.slice(0, 1) : [...typed.heirs, ...typed.heirs].slice(0, 2),
            });
          }}
        />
      )}
      {(typed.kind === "split" || typed.kind === "renamed") && <Heirs {...props} />}
    </>
  );
}

function Merging({ typed, tree, change }: PartsProps) {
  const words = useWords(unitWords);
  const set = (at: number, unit: string | null) =>
    change({ units: typed.units.map((one, index) => (index === at ? unit : one)) });
  return (
    <fieldset className={styles.box}>
      <legend>{words.wizard.units}</legend>
      {typed.units.map((unit, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field that is empty has no name of its own yet
        <div key={at} className={styles.line}>
          <UnitField
            hidesLabel
            label={`${words.wizard.unit} ${at + 1}`}
            units={tree.units}
            value={unit}
            onChange={(value) => set(at, value)}
          />
          {typed.units.length > 1 && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => change({ units: typed.units.filter((_, index) => index !== at) })}
            >
              {words.remove}
            </Button>
          )}
        </div>
      ))}
      <div>
        <Button size="compact-xs" variant="default" onClick={() => change({ units: [...typed.units, null] })}>
          {words.wizard.addUnit}
        </Button>
      </div>
    </fieldset>
  );
}

function Heirs({ typed, tree, change }: PartsProps) {
  const words = useWords(unitWords);
  const isSplit = typed.kind === "split";
  const mayExist = isSplit || typed.kind === "merged";
  const known = tree.units.find(({ id }) => id === typed.units[0]);
  const set = (at: number, changes: Partial<TypedHeir>) =>
    change({ heirs: typed.heirs.map((heir, index) => (index === at ? { ...heir, ...changes } : heir)) });
  return (
    <>
      {isSplit && (
        <p className="small muted">
          {words.wizard.heirs}: {words.wizard.heirsHelp}
        </p>
      )}
      {typed.heirs.map((heir, at) => (
        <Heir
          // biome-ignore lint/suspicious/noArrayIndexKey: a unit that is typed has no name of its own yet
          key={at}
          {...{ heir, mayExist }}
          units={tree.units}
          onlyNames={typed.kind === "renamed"}
          title={`${typed.kind === "merged" ? words.wizard.into : words.wizard.newOne}${isSplit ? ` ${at + 1 + Number(typed.keeps)}` : ""}`}
          onChange={(changes) => set(at, changes)}
        />
      ))}
      {isSplit && (
        <div>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => change({ heirs: [...typed.heirs, heirLike(known)], given: {} })}
          >
            {words.wizard.addHeir}
          </Button>
        </div>
      )}
    </>
  );
}

function Heir(props: {
  readonly heir: TypedHeir;
  readonly title: string;
  readonly units: readonly ListedUnit[];
  readonly mayExist: boolean;
  readonly onlyNames: boolean;
  readonly onChange: (changes: Partial<TypedHeir>) => void;
}) {
  const words = useWords(unitWords);
  const name = useId();
  const { heir, onChange, mayExist, onlyNames } = props;
  return (
    <fieldset className={styles.box}>
      <legend>{props.title}</legend>
      {mayExist && (
        <div className={styles.line}>
          {([true, false] as const).map((isNew) => (
            <label key={String(isNew)} className={styles.line}>
              <input
                type="radio"
                name={name}
                checked={heir.isNew === isNew}
                onChange={() => onChange({ isNew })}
              />
              {isNew ? words.wizard.newOne : words.wizard.existing}
            </label>
          ))}
        </div>
      )}
      {heir.isNew ? (
        <NewUnit {...{ heir, onChange, onlyNames }} units={props.units} />
      ) : (
        <UnitField
          label={words.wizard.existing}
          units={props.units}
          value={heir.existing}
          onChange={(existing) => onChange({ existing })}
        />
      )}
    </fieldset>
  );
}

function NewUnit(props: {
  readonly heir: TypedHeir;
  readonly units: readonly ListedUnit[];
  readonly onlyNames: boolean;
  readonly onChange: (changes: Partial<TypedHeir>) => void;
}) {
  const words = useWords(unitWords);
  const { heir, onChange } = props;
  return (
    <>
      <TextInput
        size="xs"
        label={words.wizard.name}
        description={words.wizard.nameHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={heir.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <div className={styles.two}>
        <TextInput
          size="xs"
          label={`${words.wizard.shortName} (${words.optional})`}
          value={heir.shortName}
          onChange={(event) => onChange({ shortName: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label={`${words.wizard.symbol} (${words.optional})`}
          value={heir.symbol}
          onChange={(event) => onChange({ symbol: event.currentTarget.value })}
        />
        {!props.onlyNames && (
          <>
            <NativeSelect
              size="xs"
              label={words.kind}
              value={heir.kind}
              data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
              // The choices are the kinds of the catalogue.
              onChange={(event) => onChange({ kind: event.currentTarget.value as TypedHeir["kind"] })}
            />
            <NativeSelect
              size="xs"
              label={words.relation}
              value={heir.relation}
              data={Object.entries(words.relations).map(([value, label]) => ({ value, label }))}
              // The choices are the relations of the catalogue.
              onChange={(event) => onChange({ relation: event.currentTarget.value as TypedHeir["relation"] })}
            />
          </>
        )}
      </div>
      {!props.onlyNames && (
        <UnitField
          label={words.wizard.parent}
          units={props.units}
          value={heir.parent}
          none={words.wizard.noParent}
          onChange={(parent) => onChange({ parent })}
        />
      )}
    </>
  );
}
