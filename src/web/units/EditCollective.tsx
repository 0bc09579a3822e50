import { Button, Checkbox, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { CollectiveRule, CollectivesAnswer } from "../../contract/collective.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { ListedUnit } from "../../contract/unit.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { useWords } from "../language.tsx";
import type { Settle } from "./settle.ts";
import { UnitField } from "./UnitField.tsx";
import styles from "./Units.module.css";

const nobodyYet: CollectiveRule = {
  ...{ kinds: [], relations: ["subordinate"], traits: [], under: null, only: [], except: [] },
};

/** Name and rule of a collective; without one a new one is made. */
export function EditCollective(props: {
  readonly collective: CollectivesAnswer["collectives"][number] | null;
  readonly units: readonly ListedUnit[];
  readonly settle: Settle;
  readonly onClose: () => void;
}) {
  const words = useWords(unitWords);
  const { collective } = props;
  const [name, setName] = useState(collective?.name ?? "");
  const [rule, setRule] = useState(collective?.rule ?? nobodyYet);
  const change = (changes: Partial<CollectiveRule>) => setRule((now) => ({ ...now, ...changes }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const body = { name, rule, version: collective?.version ?? 0 };
    const done = collective
      ? await props.settle("PUT", pathTo(apiPaths.collective, { id: collective.id }), body)
      : await props.settle("POST", apiPaths.collectives, body);
    if (done) props.onClose();
  };
  const kinds = Object.keys(words.kinds) as (keyof typeof words.kinds)[]; // the catalogue names each kind
  const traits = Object.keys(words.traits) as (keyof typeof words.traits)[]; // and each trait
  const group = words.group;
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <TextInput
        size="xs"
        label={group.name}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group
        size="xs"
        label={group.kinds}
        value={rule.kinds}
        onChange={(value) => change({ kinds: kinds.filter((kind) => value.includes(kind)) })}
      >
        <div className={styles.line}>
          {kinds.map((kind) => (
            <Checkbox key={kind} size="xs" value={kind} label={words.kinds[kind]} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox.Group
        size="xs"
        label={group.traits}
        value={rule.traits}
        onChange={(value) => change({ traits: traits.filter((trait) => value.includes(trait)) })}
      >
        <div className={styles.line}>
          {traits.map((trait) => (
            <Checkbox key={trait} size="xs" value={trait} label={words.traits[trait]} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox
        size="xs"
        label={group.ordered}
        checked={rule.relations.length > 0}
        onChange={(event) => change({ relations: event.currentTarget.checked ? ["subordinate"] : [] })}
      />
      <Listed label={group.only} ids={rule.only} units={props.units} onChange={(only) => change({ only })} />
      <Listed
        label={group.except}
        ids={rule.except}
        units={props.units}
        onChange={(except) => change({ except })}
      />
      <p className="small muted">{group.saveHint}</p>
      <div className={styles.line}>
        <Button size="xs" type="submit">
          {words.save}
        </Button>
        <Button size="xs" variant="default" onClick={props.onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

/** Units one by one. */
function Listed(props: {
  readonly label: string;
  readonly ids: readonly string[];
  readonly units: readonly ListedUnit[];
  readonly onChange: (ids: string[]) => void;
}) {
  const words = useWords(unitWords);
  const { ids, units } = props;
  return (
    <fieldset className={styles.box}>
      <legend>{props.label}</legend>
      {ids.map((id) => (
        <div key={id} className={styles.line}>
          {units.find((unit) => unit.id === id)?.name ?? id}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => props.onChange(ids.filter((one) => one !== id))}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      <UnitField
        hidesLabel
        key={ids.length}
        label={props.label}
        units={units.filter(({ id }) => !ids.includes(id))}
        value={null}
        none={words.wizard.choose}
        onChange={(id) => id && props.onChange([...ids, id])}
      />
    </fieldset>
  );
}
