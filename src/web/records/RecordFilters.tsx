import { useState } from "react";
import type { RecordListAnswer } from "../../contract/record.ts";
import type { Declaration, Field } from "../../domain/cooperation/declaration.ts";
import { filterFields, noneGiven, readWhere, writeWhere } from "../../domain/cooperation/record-query.ts";
import type { Language } from "../../domain/language/language.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { FilterChip } from "../components/FilterChip.tsx";
import listStyles from "../components/List.module.css";
import { SearchBox } from "../components/SearchBox.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import { sayValue } from "./value-words.tsx";

/** What stands behind "?" of a list of records. */
export const recordSearchNames = ["q", "owner", "where", "sort"] as const;
export type AskedRecords = Partial<Record<(typeof recordSearchNames)[number], string>>;

type Facet = NonNullable<RecordListAnswer["facets"]>[number];

/** One thing to narrow by: a field, a worked-out column. */
interface Chip {
  readonly key: string;
  readonly label: string;
  readonly isUsual: boolean;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** The filters of a register in words: those of its columns, the others on demand. */
export function RecordFilters(props: {
  readonly declaration: Declaration;
  readonly asked: AskedRecords;
  readonly facets: readonly Facet[];
}) {
  const { declaration, asked, facets } = props;
  const words = useWords(recordWords);
  const say = useNumber();
  const { language } = useSpeech();
  const go = useGo();
  const [isOpen, setIsOpen] = useState(false);
  const read = readWhere(declaration, asked.where ?? "");
  const fields = read.ok ? read.value : {};
  const set = (changes: AskedRecords) => go(places.records(declaration.key, { ...asked, ...changes }));
  const narrow = (key: string, value: string) =>
    set({ where: writeWhere({ ...fields, [key]: value === "" ? [] : [value] }) });
  const chips = chipsOf(declaration, facets, { language, none: words.none, say });
  const shown = chips.filter(({ key, isUsual }) => isOpen || isUsual || fields[key]);
  const owners = facets.filter(({ field }) => field === "owner");
  return (
    <search className={listStyles.filters} data-screen-only>
      <SearchBox label={words.search} value={asked.q ?? ""} onSearch={(q) => set({ q })} />
      {shown.map(({ key, label, choices }) => (
        <FilterChip
          key={key}
          {...{ label, choices, all: words.all, value: fields[key]?.[0] ?? "" }}
          onChange={(value) => narrow(key, value)}
        />
      ))}
      {(owners.length > 1 || asked.owner) && (
        <FilterChip
          label={words.owner}
          all={words.all}
          value={asked.owner ?? ""}
          choices={owners.map(({ value, name, count }) => ({
            value,
            label: `${name ?? words.focal} (${say(count)})`,
          }))}
          onChange={(owner) => set({ owner })}
        />
      )}
      {shown.length < chips.length && (
        <button type="button" className="link-button" onClick={() => setIsOpen(true)}>
          {words.moreFilters}
        </button>
      )}
      {(asked.q || asked.owner || asked.where) && (
        <button type="button" className="link-button" onClick={() => go(places.records(declaration.key))}>
          {words.clear}
        </button>
      )}
    </search>
  );
}

function chipsOf(
  declaration: Declaration,
  facets: readonly Facet[],
  speech: { readonly language: Language; readonly none: string; readonly say: (value: number) => string },
): readonly Chip[] {
  const { language, none, say } = speech;
  const choicesOf = (key: string, name: (facet: Facet) => string) =>
    facets
      .filter(({ field }) => field === key)
      .map((facet) => ({
        value: facet.value,
        label: `${facet.value === noneGiven ? none : name(facet)} (${say(facet.count)})`,
      }));
  const computed = (declaration.computed ?? []).map(
    ({ key, label, choices = [] }): Chip => ({
      ...{ key, label: label[language], isUsual: true },
      choices: choicesOf(
        key,
        ({ value }) => choices.find((choice) => choice.key === value)?.[language] ?? value,
      ),
    }),
  );
  const fields = filterFields(declaration).map(
    (field): Chip => ({
      ...{ key: field.key, label: field.label[language], isUsual: field.inList !== undefined },
      choices: choicesOf(field.key, (facet) => facetName(field, facet, language)),
    }),
  );
  // Nothing is to be chosen where no record says anything.
  return [...computed, ...fields].filter(({ choices }) => choices.some(({ value }) => value !== noneGiven));
}

function facetName(field: Field, { value, name }: Facet, language: Language): string {
  if (name !== null) return name;
  if (field.kind === "yesNo") return sayValue(field, value === "true", language);
  return field.kind === "date" || field.kind === "period" ? value : sayValue(field, value, language);
}
