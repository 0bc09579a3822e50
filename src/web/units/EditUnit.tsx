import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { UnitAnswer, UnitEdit } from "../../contract/unit.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import styles from "./Units.module.css";

type Code = UnitAnswer["codes"][number];

/** The fields as they are typed. */
type Fields = ReturnType<typeof fieldsOf>;

function fieldsOf({ unit, codes, contact }: UnitAnswer) {
  return {
    ...{ shortName: unit.shortName ?? "", symbol: unit.symbol ?? "", aliases: unit.aliases.join("\n") },
    ...{ kind: unit.kind, relation: unit.relation, traits: unit.traits, codes, contact },
  };
}

interface PartProps {
  readonly fields: Fields;
  readonly change: (changes: Partial<Fields>) => void;
}

/** The fields of a unit that need no dated change. */
export function EditUnit({ shown, onClose }: { shown: UnitAnswer; onClose: () => void }) {
  const words = useWords(unitWords);
  const queries = useQueryClient();
  const { unit } = shown;
  const [fields, setFields] = useState(() => fieldsOf(shown));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (changes: Partial<typeof fields>) => setFields((now) => ({ ...now, ...changes }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const edit: UnitEdit = {
      ...{ ...fields, version: shown.version, aliases: fields.aliases.split("\n") },
      ...{ shortName: fields.shortName || null, symbol: fields.symbol || null },
    };
    setBusy(true);
    const answer = await ask("PATCH", pathTo(apiPaths.unit, { id: unit.id }), edit);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    await queries.invalidateQueries();
    onClose();
  };
  const traits = Object.keys(words.traits) as (typeof unit.traits)[number][]; // the catalogue names each trait
  return (
    <form className={styles.form} aria-label={words.editTitle} onSubmit={(event) => void save(event)}>
      <p className="small muted">{words.editHint}</p>
      {failure && <FailureNote failure={failure} />}
      <NameAndKind {...{ fields, change }} />
      <Textarea
        size="xs"
        autosize={false}
        rows={Math.max(2, unit.aliases.length + 1)}
        label={words.facts.aliases}
        description={words.aliasesHelp}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={fields.aliases}
        onChange={(event) => change({ aliases: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={words.trait}
        size="xs"
        value={[...fields.traits]}
        onChange={(value) => change({ traits: traits.filter((trait) => value.includes(trait)) })}
      >
        <div className={styles.line}>
          {traits.map((trait) => (
            <Checkbox key={trait} size="xs" value={trait} label={words.traits[trait]} />
          ))}
        </div>
      </Checkbox.Group>
      <Codes codes={fields.codes} onChange={(codes) => change({ codes })} />
      <Contact {...{ fields, change }} />
      <div className={styles.line}>
        <Button size="xs" type="submit" loading={busy}>
          {words.save}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

function NameAndKind({ fields, change }: PartProps) {
  const words = useWords(unitWords);
  return (
    <div className={styles.two}>
      <TextInput
        size="xs"
        label={words.facts.shortName}
        value={fields.shortName}
        onChange={(event) => change({ shortName: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={words.facts.symbol}
        value={fields.symbol}
        onChange={(event) => change({ symbol: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={words.kind}
        value={fields.kind}
        data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
        // The choices are the kinds of the catalogue.
        onChange={(event) => change({ kind: event.currentTarget.value as Fields["kind"] })}
      />
      <NativeSelect
        size="xs"
        label={words.relation}
        value={fields.relation}
        data={Object.entries(words.relations).map(([value, label]) => ({ value, label }))}
        // The choices are the relations of the catalogue.
        onChange={(event) => change({ relation: event.currentTarget.value as Fields["relation"] })}
      />
    </div>
  );
}

function Contact({ fields, change }: PartProps) {
  const words = useWords(unitWords);
  const contact = (part: keyof UnitAnswer["contact"], label: string) => (
    <TextInput
      size="xs"
      label={label}
      value={fields.contact[part] ?? ""}
      onChange={(event) => change({ contact: { ...fields.contact, [part]: event.currentTarget.value } })}
    />
  );
  return (
    <div className={styles.two}>
      {contact("person", words.contactPerson)}
      {contact("phone", words.contactPhone)}
      {contact("email", words.contactEmail)}
      {contact("address", words.contactAddress)}
    </div>
  );
}

function Codes({ codes, onChange }: { codes: readonly Code[]; onChange: (codes: Code[]) => void }) {
  const words = useWords(unitWords);
  const set = (at: number, changes: Partial<Code>) =>
    onChange(codes.map((code, index) => (index === at ? { ...code, ...changes } : code)));
  return (
    <fieldset className={styles.box}>
      <legend>{words.facts.codes}</legend>
      {codes.map((code, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a code that is typed has no name of its own yet
        <div key={at} className={styles.code}>
          <NativeSelect
            size="xs"
            aria-label={words.facts.codes}
            value={code.system}
            data={Object.entries(words.codeSystems).map(([value, label]) => ({ value, label }))}
            // The choices are the systems of the catalogue.
            onChange={(event) => set(at, { system: event.currentTarget.value as Code["system"] })}
          />
          <TextInput
            size="xs"
            aria-label={words.codeSystems[code.system]}
            value={code.code}
            onChange={(event) => set(at, { code: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            type="date"
            aria-label={words.codeFrom}
            value={code.from ?? ""}
            onChange={(event) => set(at, { from: event.currentTarget.value || null })}
          />
          <TextInput
            size="xs"
            type="date"
            aria-label={words.codeTo}
            value={code.to ?? ""}
            onChange={(event) => set(at, { to: event.currentTarget.value || null })}
          />
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onChange(codes.filter((_, index) => index !== at))}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onChange([...codes, { system: "qcvn102", code: "", from: null, to: null }])}
        >
          {words.addCode}
        </Button>
      </div>
    </fieldset>
  );
}
