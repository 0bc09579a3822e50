import type { ReactNode } from "react";
import type { RecordLinkAnswer, RecordValue } from "../../contract/record.ts";
import { countryName } from "../../domain/cooperation/country.ts";
import type { ComputedColumn, Field, StateChoice } from "../../domain/cooperation/declaration.ts";
import { declarationOf } from "../../domain/cooperation/declarations.ts";
import { type Language, sayNumber } from "../../domain/language/language.ts";
import { type RecordWords, recordWords } from "../../domain/language/web-records.ts";
import type { IconName } from "../components/Icon.tsx";
import { State } from "../components/State.tsx";
import { sayDay } from "../day-words.ts";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";

/** A value in plain words of the language on screen. */
export function sayValue(field: Field, value: RecordValue, language: Language): string {
  const words = recordWords[language];
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return field.kind === "year" ? String(value) : sayNumber(value, language, 4);
  if (Array.isArray(value)) return value.map((key) => sayChoice(field, key, language)).join("; ");
  if (typeof value === "string") return sayText(field, value, language);
  if ("currency" in value) {
    const worth = value.dong === null ? "" : ` = ${sayNumber(value.dong, language)} VND`;
    return `${sayNumber(value.amount, language, 2)} ${value.currency}${worth}`;
  }
  const [from, to] = [value.from && sayDay(value.from), value.to && sayDay(value.to)];
  if (from && to) return from === to ? from : `${from} – ${to}`;
  return from ? `${words.from.toLowerCase()} ${from}` : `${words.to.toLowerCase()} ${to ?? ""}`;
}

function sayText(field: Field, value: string, language: Language): string {
  if (field.kind === "choice") return sayChoice(field, value, language);
  if (field.kind === "country") return countryName(value, language);
  return field.kind === "date" ? sayDay(value) : value;
}

function sayChoice(field: Field, key: string, language: Language): string {
  const choices = field.kind === "choice" || field.kind === "choices" ? field.choices : [];
  return choices.find((choice) => choice.key === key)?.[language] ?? key;
}

/** A value as a page shows it: web addresses lead there. */
export function shownValue(field: Field, value: RecordValue, language: Language): ReactNode {
  const said = sayValue(field, value, language);
  if (field.kind === "url")
    return (
      <a href={said} target="_blank" rel="noreferrer">
        {said}
      </a>
    );
  return field.kind === "email" ? <a href={`mailto:${said}`}>{said}</a> : said;
}

const icons: Readonly<Record<NonNullable<StateChoice["tone"]>, IconName>> = {
  ...{ done: "check", open: "running", dueSoon: "clock", late: "warning", noDeadline: "past" },
};

/** A state by colour, picture and word. */
export function StateWord({
  tone,
  children,
}: {
  tone: NonNullable<StateChoice["tone"]>;
  children: ReactNode;
}) {
  return (
    <State tone={tone} icon={icons[tone]}>
      {children}
    </State>
  );
}

/** What another part of the program worked out for a record; null when there is nothing. */
export function shownComputed(
  { isDay, isDong, choices = [] }: ComputedColumn,
  value: string | null | undefined,
  language: Language,
): ReactNode {
  if (!value) return null;
  if (isDay) return <span className="numbers">{sayDay(value)}</span>;
  if (isDong) return <span className="numbers">{`${sayNumber(Number(value), language)} VND`}</span>;
  const choice = choices.find(({ key }) => key === value);
  if (!choice) return value;
  return choice.tone ? <StateWord tone={choice.tone}>{choice[language]}</StateWord> : choice[language];
}

/** Where a link of a record leads. */
export function addressOf({ kind, id }: Pick<RecordLinkAnswer, "kind" | "id">): string | null {
  switch (kind) {
    case "unit":
      return places.unit(id);
    case "document":
      return places.document(id);
    case "task":
      return places.task(id);
    default:
      return declarationOf(kind) ? places.record(kind, id) : null;
  }
}

/** A link of a record, by its name as far as the person may know it. */
export function LinkedName({ link, words }: { link: RecordLinkAnswer; words: RecordWords }) {
  const address = addressOf(link);
  if (link.name === null || address === null) return <span className="muted">{words.outOfSight}</span>;
  return <Link href={address}>{link.name}</Link>;
}
