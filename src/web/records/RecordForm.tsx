import { Button, NativeSelect } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { RecordLinkAnswer } from "../../contract/record.ts";
import type { Failure, Result } from "../../domain/basics/result.ts";
import type { Declaration, Field } from "../../domain/cooperation/declaration.ts";
import { seesField } from "../../domain/cooperation/record.ts";
import { checkRecord, readValues } from "../../domain/cooperation/record-check.ts";
import { isPlain, parseValue } from "../../domain/cooperation/record-value.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import listStyles from "../components/List.module.css";
import { useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { DraftNotes } from "../review/DraftNotes.tsx";
import { useDraft } from "../review/use-draft.ts";
import { FieldInput } from "./FieldInput.tsx";
import { LinkInput } from "./LinkInput.tsx";
import styles from "./Records.module.css";

/** A record as it is typed: texts by field, links by field, and for whom a new one is entered. */
export interface TypedRecord {
  readonly texts: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, readonly RecordLinkAnswer[]>>;
  readonly owner: string;
}

interface RecordFormProps {
  readonly declaration: Declaration;
  /** Under which what is typed is kept in this browser. */
  readonly draftKey: string;
  readonly version: number;
  readonly initial: TypedRecord;
  /** Fields that the person may not see, which are not his to fill. */
  readonly hidden: readonly string[];
  /** For whom the person enters records; with one or none there is nothing to choose. */
  readonly owners: readonly { readonly value: string; readonly label: string }[];
  readonly onSave: (typed: TypedRecord, sure: boolean) => Promise<Result<unknown>>;
  readonly onClose: () => void;
}

/** The form of a register, as its declaration says: what is wrong is said where it is typed, after leaving the field. */
export function RecordForm(props: RecordFormProps) {
  const words = useWords(recordWords);
  const { declaration, owners } = props;
  const form = useRecordForm(props);
  const { typed, change } = form;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void form.save(false);
      }}
    >
      <DraftNotes draft={form.draft} />
      {declaration.warnsOfSecrets && <p className={styles.warn}>{words.noSecrets}</p>}
      {owners.length > 1 && (
        <NativeSelect
          size="xs"
          label={words.owner}
          description={words.ownerHelp}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={typed.owner}
          data={[...owners]}
          onChange={(event) => change({ owner: event.currentTarget.value })}
        />
      )}
      <Sections declaration={declaration} form={form} />
      <NotKept declaration={declaration} shown={form.shown} />
      {form.failure && (
        <Refused {...{ failure: form.failure, declaration, onSure: () => void form.save(true) }} />
      )}
      <div className={listStyles.filters}>
        <Button size="xs" type="submit" loading={form.busy}>
          {words.save}
        </Button>
        <Button size="xs" variant="default" onClick={form.giveUp}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

/** What a form of a record does: what is typed, what is wrong with it, and saving it. */
function useRecordForm(props: RecordFormProps) {
  const queries = useQueryClient();
  const { declaration, hidden } = props;
  const { fields, change, ...draft } = useDraft(props.draftKey, props.version, props.initial, (all) =>
    keepable(declaration, all),
  );
  const typed = over(props.initial, fields);
  const [faults, setFaults] = useState<Readonly<Record<string, Failure>>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const shown = declaration.fields.filter(({ key }) => !hidden.includes(key));
  const giveUp = () => {
    draft.drop();
    props.onClose();
  };
  const refused = (found: Failure) => {
    const { at } = found.detail;
    setFailure(typeof at === "string" ? null : found);
    if (typeof at !== "string") return;
    setFaults({ [at]: found });
    focusField(at);
  };
  const save = async (sure: boolean) => {
    const wrong = faultsOf({ ...declaration, fields: shown }, typed);
    setFaults(wrong);
    const [first] = shown.filter(({ key }) => wrong[key]);
    if (first) return focusField(first.key);
    setBusy(true);
    const answer = await props.onSave(typed, sure);
    setBusy(false);
    if (!answer.ok) return refused(answer.failure);
    draft.drop();
    await queries.invalidateQueries();
    props.onClose();
  };
  const leave = (field: Field) => {
    const fault = isPlain(field) ? faultOfText(field, typed.texts[field.key] ?? "") : null;
    setFaults(({ [field.key]: _, ...others }) => (fault ? { ...others, [field.key]: fault } : others));
  };
  return { typed, change, draft, shown, faults, failure, busy, save, leave, giveUp };
}

function Sections(props: {
  readonly declaration: Declaration;
  readonly form: ReturnType<typeof useRecordForm>;
}) {
  const { language } = useSpeech();
  const { declaration, form } = props;
  const { typed, change } = form;
  const errorOf = (key: string) => {
    const fault = form.faults[key];
    return fault ? sayFailure(fault, language) : null;
  };
  return sectionsOf(form.shown).map(({ heading, fields }) => (
    <fieldset key={fields[0]?.key} className={styles.fields}>
      {heading && <legend className={styles.heading}>{heading[language]}</legend>}
      {fields.map((field) =>
        isPlain(field) ? (
          <FieldInput
            key={field.key}
            field={field}
            text={typed.texts[field.key] ?? ""}
            error={errorOf(field.key)}
            onChange={(text) => change({ texts: { ...typed.texts, [field.key]: text } })}
            onLeave={() => form.leave(field)}
          />
        ) : (
          <LinkInput
            key={field.key}
            register={declaration.key}
            field={field}
            links={typed.links[field.key] ?? []}
            error={errorOf(field.key)}
            onChange={(links) => change({ links: { ...typed.links, [field.key]: links } })}
          />
        ),
      )}
    </fieldset>
  ));
}

/** That what is personal or restricted is not kept in this browser while it is typed. */
function NotKept({ declaration, shown }: { declaration: Declaration; shown: readonly Field[] }) {
  const words = useWords(recordWords);
  if (declaration.restricted) return <p className="small muted">{words.nothingKept}</p>;
  if (shown.every((field) => isKept(declaration, field))) return null;
  return <p className="small muted">{words.personalNotKept}</p>;
}

/** Whether a field may be kept in the browser: what everybody who reads records sees. */
function isKept(declaration: Declaration, field: Field): boolean {
  return seesField(declaration, field, { personal: false, restricted: false });
}

/** Of what is typed what may be kept in the browser; null: nothing. */
export function keepable(declaration: Declaration, { texts, links, owner }: TypedRecord): TypedRecord | null {
  if (declaration.restricted) return null;
  const kept = new Set(
    declaration.fields.filter((field) => isKept(declaration, field)).map(({ key }) => key),
  );
  const only = <Held,>(held: Readonly<Record<string, Held>>) =>
    Object.fromEntries(Object.entries(held).filter(([key]) => kept.has(key)));
  return { texts: only(texts), links: only(links), owner };
}

/** What is typed, over what stood there first: a draft that came back lacks what may not be kept. */
function over(initial: TypedRecord, { texts, links, owner }: TypedRecord): TypedRecord {
  return { texts: { ...initial.texts, ...texts }, links: { ...initial.links, ...links }, owner };
}

/** Why the record was not saved; one that is much like another may be opened, or saved all the same. */
function Refused(props: {
  readonly failure: Failure;
  readonly declaration: Declaration;
  readonly onSure: () => void;
}) {
  const words = useWords(recordWords);
  const { failure, declaration } = props;
  const { title, id } = failure.detail;
  return (
    <>
      <FailureNote failure={failure} />
      {failure.code === "record.likely-same" && (
        <div className={listStyles.filters}>
          <Link href={places.record(declaration.key, String(id))}>{words.openLikely(String(title))}</Link>
          <Button size="xs" variant="default" onClick={props.onSure}>
            {words.saveAnyway}
          </Button>
        </div>
      )}
    </>
  );
}

/** The fields in sections, each from one that has a heading to the next. */
export function sectionsOf(
  fields: readonly Field[],
): readonly { readonly heading: Field["heading"]; readonly fields: readonly Field[] }[] {
  const sections: { heading: Field["heading"]; fields: Field[] }[] = [];
  for (const field of fields) {
    const last = sections.at(-1);
    if (last && !field.heading) last.fields.push(field);
    else sections.push({ heading: field.heading, fields: [field] });
  }
  return sections;
}

function faultOfText(
  field: Extract<Field, { kind: Exclude<Field["kind"], "link"> }>,
  text: string,
): Failure | null {
  const parsed = parseValue(field, text);
  if (!parsed.ok) return parsed.failure;
  return field.required && parsed.value === null ? { code: "record.value-missing", detail: {} } : null;
}

/** Everything that is wrong with what is typed, by field: the same checks that the server makes. */
function faultsOf(
  declaration: Declaration,
  { texts, links }: TypedRecord,
): Readonly<Record<string, Failure>> {
  const read = readValues(declaration, texts);
  const linked = Object.keys(links).filter((key) => (links[key] ?? []).length > 0);
  const faults = read.ok
    ? checkRecord(declaration, { values: read.value.values, linked })
    : read.failure.faults;
  return Object.fromEntries(faults.map(({ field, failure }) => [field, failure]));
}

function focusField(key: string): void {
  document.getElementById(`field-${key}`)?.focus();
}
