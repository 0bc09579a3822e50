import { Button, NativeSelect } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RecordLinkAnswer } from "../../contract/record.ts";
import type { SourceRequest, TargetSourceAnswer } from "../../contract/target.ts";
import type { Failure } from "../../domain/basics/result.ts";
import {
  type Declaration,
  dayFieldOf,
  type FieldOf,
  sensitivityOf,
} from "../../domain/cooperation/declaration.ts";
import { declarationOf, declarations } from "../../domain/cooperation/declarations.ts";
import { readWhere, writeWhere } from "../../domain/cooperation/record-query.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import { ask } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useSpeech, useWords } from "../language.tsx";
import { useUnits } from "../people/PostFields.tsx";
import { LinkInput } from "../records/LinkInput.tsx";
import styles from "./Targets.module.css";
import { useTargetsChanged } from "./use-targets.ts";

/** Registers whose records everybody sees, with a day. */
const counted = declarations.filter((one) => !one.restricted && dayFieldOf(one) !== null);

type Fields = Readonly<Record<string, readonly string[]>>;

/** From which register a target is counted: its records of some kind, of a partner, of a unit. */
export default function SourceForm(props: {
  readonly task: string;
  readonly target: string;
  readonly source: TargetSourceAnswer | null;
  readonly onClose: () => void;
}) {
  const { task, target, source, onClose } = props;
  const words = useWords(targetWords);
  const { language } = useSpeech();
  const changed = useTargetsChanged(task);
  const [key, setKey] = useState(source?.register ?? "events");
  const [fields, setFields] = useState<Fields>(() => fieldsOf(source));
  const [partners, setPartners] = useState<readonly RecordLinkAnswer[]>([]);
  const [owner, setOwner] = useState(source?.owner ?? "");
  const [summed, setSummed] = useState(source?.summed ?? "");
  const [failure, setFailure] = useState<Failure | null>(null);
  const declaration = declarationOf(key);
  if (!declaration) return null;
  const partner = partnerField(declaration);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = partners.length > 0 ? { ...fields, partners: partners.map(({ id }) => id) } : fields;
    const body: SourceRequest = {
      ...{ target, version: source?.version ?? null },
      source: {
        ...{ register: key, where: writeWhere(chosen), day: dayFieldOf(declaration) ?? "" },
        ...{ owner: owner || null, summed: summed || null },
      },
    };
    const answer = await ask("PUT", pathTo(apiPaths.taskTargetSource, { id: task }), body);
    setFailure(answer.ok ? null : answer.failure);
    await changed();
    if (answer.ok) onClose();
  };
  return (
    <form data-screen-only onSubmit={(event) => void save(event)}>
      {failure && <FailureNote failure={failure} />}
      <div className={styles.planForm}>
        <NativeSelect
          size="xs"
          label={words.source.register}
          value={key}
          data={counted.map((one) => ({ value: one.key, label: one.name[language] }))}
          onChange={(event) => {
            setKey(event.currentTarget.value);
            setFields({});
            setPartners([]);
            setSummed("");
          }}
        />
        <Choices declaration={declaration} fields={fields} onChange={setFields} />
        <Owner owner={owner} onChange={setOwner} />
        {(declaration.summed ?? []).length > 0 && (
          <NativeSelect
            size="xs"
            label={words.source.counts}
            value={summed}
            data={[
              { value: "", label: words.source.each },
              ...wholeNumbers(declaration).map((field) => ({
                value: field.key,
                label: field.label[language],
              })),
            ]}
            onChange={(event) => setSummed(event.currentTarget.value)}
          />
        )}
        {partner && (
          <LinkInput register={key} field={partner} links={partners} error={null} onChange={setPartners} />
        )}
        <Button size="xs" type="submit">
          {words.save}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

/** One list for each field of choices: the kind of record that counts. */
function Choices(props: {
  readonly declaration: Declaration;
  readonly fields: Fields;
  readonly onChange: (fields: Fields) => void;
}) {
  const { declaration, fields } = props;
  const words = useWords(targetWords);
  const { language } = useSpeech();
  return choiceFields(declaration).map((field) => (
    <NativeSelect
      key={field.key}
      size="xs"
      label={field.label[language]}
      value={fields[field.key]?.[0] ?? ""}
      data={[
        { value: "", label: words.source.all },
        ...field.choices.map((choice) => ({ value: choice.key, label: choice[language] })),
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        props.onChange({ ...fields, [field.key]: value ? [value] : [] });
      }}
    />
  ));
}

/** Whose records count. */
function Owner({ owner, onChange }: { owner: string; onChange: (owner: string) => void }) {
  const words = useWords(targetWords);
  const units = useUnits();
  return (
    <NativeSelect
      size="xs"
      label={words.source.owner}
      value={owner}
      data={[
        { value: "", label: words.source.anybody },
        ...(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function fieldsOf(source: TargetSourceAnswer | null): Fields {
  const declaration = source && declarationOf(source.register);
  const read = declaration && readWhere(declaration, source.where);
  return read?.ok ? read.value : {};
}

const isTold = (declaration: Declaration, field: Declaration["fields"][number]) =>
  ["open", "internal"].includes(sensitivityOf(declaration, field));

function choiceFields(declaration: Declaration): readonly FieldOf<"choice">[] {
  return declaration.fields.filter(
    (field): field is FieldOf<"choice"> => field.kind === "choice" && isTold(declaration, field),
  );
}

function wholeNumbers(declaration: Declaration) {
  return declaration.fields.filter(
    (field) =>
      field.kind === "integer" && declaration.summed?.includes(field.key) && isTold(declaration, field),
  );
}

function partnerField({ fields }: Declaration): FieldOf<"link"> | null {
  return (
    fields.find((field): field is FieldOf<"link"> => field.key === "partners" && field.kind === "link") ??
    null
  );
}
