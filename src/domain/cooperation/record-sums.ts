import type { Language } from "../language/language.ts";
import { recordSumWords } from "../language/web-record-sums.ts";
import { countryName } from "./country.ts";
import { type Declaration, fieldOf } from "./declaration.ts";
import { noneGiven } from "./record-query.ts";

/** What a column of sums is called: the field, and the currency of money. */
export function sumHeading(declaration: Declaration, key: string, language: Language): string {
  const field = fieldOf(declaration, key);
  if (!field) return declaration.computed?.find((column) => column.key === key)?.label[language] ?? key;
  return field.kind === "money"
    ? `${field.label[language]} (${field.currency ?? "VND"})`
    : field.label[language];
}

/** What a line is of, in words. */
export function saySummed(
  declaration: Declaration,
  key: string,
  { value, name }: { readonly value: string; readonly name: string | null },
  language: Language,
): string {
  if (value === noneGiven) return recordSumWords[language].none;
  if (name !== null) return name;
  const field = fieldOf(declaration, key);
  if (field?.kind === "country") return countryName(value, language);
  if (field?.kind === "link") return recordSumWords[language].outOfSight;
  const choices =
    field?.kind === "choice" || field?.kind === "choices"
      ? field.choices
      : (declaration.computed?.find((column) => column.key === key)?.choices ?? []);
  return choices.find((choice) => choice.key === value)?.[language] ?? value;
}
