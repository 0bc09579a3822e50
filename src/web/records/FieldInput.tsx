import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useId } from "react";
import { countryCodes, countryName } from "../../domain/cooperation/country.ts";
import type { FieldOf } from "../../domain/cooperation/declaration.ts";
import type { PlainField } from "../../domain/cooperation/record-value.ts";
import type { Language } from "../../domain/language/language.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { useSpeech, useWords } from "../language.tsx";
import styles from "./Records.module.css";

/** What an input of a field is given: the text that is typed, and what is wrong with it. */
export interface FieldInputProps<Of extends PlainField> {
  readonly field: Of;
  readonly text: string;
  readonly error: string | null;
  readonly onChange: (text: string) => void;
  /** The field is left. */
  readonly onLeave: () => void;
}

/** The input that fits the kind of a field; whatever is typed is a text that `parseValue` reads. */
export function FieldInput(props: FieldInputProps<PlainField>) {
  const { language } = useSpeech();
  const words = useWords(recordWords);
  const { field, text, onChange } = props;
  const shared = useShared(props);
  switch (field.kind) {
    case "longText":
      return <Textarea {...shared} autosize={false} rows={3} wrapperProps={{ "data-wide": true }} />;
    case "choice":
      return (
        <NativeSelect
          {...shared}
          data={[
            { value: "", label: words.choose },
            ...field.choices.map((choice) => ({ value: choice.key, label: choice[language] })),
          ]}
        />
      );
    case "yesNo":
      return (
        <NativeSelect
          {...shared}
          data={[
            { value: "", label: words.choose },
            { value: "true", label: words.yes },
            { value: "false", label: words.no },
          ]}
        />
      );
    case "choices":
      return <ChoicesInput {...props} field={field} />;
    case "period":
      return <PeriodInput {...props} field={field} />;
    case "country":
      return <CountryInput {...props} field={field} />;
    case "date":
      return (
        <TextInput
          {...shared}
          type="date"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return <TextInput {...shared} {...(field.kind in modes && { inputMode: modes[field.kind] })} />;
  }
}

const modes: Readonly<Partial<Record<string, "decimal" | "numeric" | "email" | "tel" | "url">>> = {
  ...{ integer: "numeric", year: "numeric", decimal: "decimal", email: "email", phone: "tel", url: "url" },
};

/** What a field is called, with that it may be left empty. */
export function useLabel(): (field: {
  readonly label: Record<Language, string>;
  readonly required?: true;
}) => string {
  const { language } = useSpeech();
  const words = useWords(recordWords);
  return ({ label, required }) => (required ? label[language] : `${label[language]} (${words.optional})`);
}

function useShared({ field, text, error, onChange, onLeave }: FieldInputProps<PlainField>) {
  const { language } = useSpeech();
  const label = useLabel()(field);
  return {
    // What was typed into one record is nothing that the browser should propose for another.
    ...{ size: "xs", label, error, value: text, id: `field-${field.key}`, autoComplete: "off" },
    inputWrapperOrder: ["label", "input", "description", "error"] as (
      | "label"
      | "input"
      | "description"
      | "error"
    )[],
    ...(field.help && { description: field.help[language] }),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange(event.currentTarget.value),
    onBlur: onLeave,
  };
}

function ChoicesInput(props: FieldInputProps<FieldOf<"choices">>) {
  const { language } = useSpeech();
  const { field, text, error, onChange } = props;
  const label = useLabel()(field);
  const chosen = text.split(";").filter(Boolean);
  return (
    <Checkbox.Group
      data-wide
      size="xs"
      label={label}
      error={error}
      id={`field-${field.key}`}
      value={chosen}
      onChange={(keys) => onChange(keys.join(";"))}
    >
      <div className={styles.choices}>
        {field.choices.map((choice) => (
          <Checkbox key={choice.key} size="xs" value={choice.key} label={choice[language]} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** "2026-08-05 – 2026-08-08", "từ 2026-08-05", "đến 2026-08-08": a span as its text. */
function spanText(from: string, to: string): string {
  if (from && to) return `${from} – ${to}`;
  return from ? `từ ${from}` : to ? `đến ${to}` : "";
}

function PeriodInput(props: FieldInputProps<FieldOf<"period">>) {
  const words = useWords(recordWords);
  const { field, text, error, onChange, onLeave } = props;
  const label = useLabel()(field);
  const [first = "", last = ""] = text.match(/\d{4}-\d\d-\d\d/g) ?? [];
  const [from, to] = text.startsWith("đến") ? ["", first] : [first, last];
  return (
    <fieldset className={styles.span}>
      <legend>{`${label}: ${words.from.toLowerCase()} – ${words.to.toLowerCase()}`}</legend>
      <TextInput
        size="xs"
        type="date"
        id={`field-${field.key}`}
        aria-label={words.from}
        value={from}
        error={error}
        onBlur={onLeave}
        onChange={(event) => onChange(spanText(event.currentTarget.value, to))}
      />
      <TextInput
        size="xs"
        type="date"
        aria-label={words.to}
        value={to}
        onBlur={onLeave}
        onChange={(event) => onChange(spanText(from, event.currentTarget.value))}
      />
    </fieldset>
  );
}

/** A country is typed, with accents or without, and the browser proposes names. */
function CountryInput(props: FieldInputProps<FieldOf<"country">>) {
  const { language } = useSpeech();
  const shared = useShared(props);
  const list = useId();
  return (
    <>
      <TextInput {...shared} list={list} />
      <datalist id={list}>
        {countryCodes.map((code) => (
          <option key={code} value={countryName(code, language)} />
        ))}
      </datalist>
    </>
  );
}
