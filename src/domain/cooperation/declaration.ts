import type { Failure } from "../basics/result.ts";
import type { Bilingual } from "../language/language.ts";

/**
 * Who sees a field: everybody who reads the database of cooperation; for work inside the province; people with the right
 * to personal data (Luật 91/2025/QH15); people with the right to restricted records.
 */
export type Sensitivity = "open" | "internal" | "personal" | "restricted";

/** One of the values that a field may have. */
export interface Choice extends Bilingual {
  /** Kept in the rows, so it never changes. */
  readonly key: string;
}

/** What a link leads to: a record of a register, or something of the register of tasks. */
export type LinkTarget = { readonly register: string } | "unit" | "document" | "task";

interface FieldBase {
  /** Kept in the rows, so it never changes; letters and digits, from a small letter on. */
  readonly key: string;
  readonly label: Bilingual;
  readonly help?: Bilingual;
  /** Begins a section of form and page under this heading. */
  readonly heading?: Bilingual;
  readonly required?: true;
  /** `internal` when nothing is said. */
  readonly sensitivity?: Sensitivity;
  /** Goes onto the open data portal; only an `open` field. */
  readonly published?: true;
  /** Width of its column in lists, in pixels; left out of lists when nothing is said. */
  readonly inList?: number;
}

interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** What kind of value a field has, with the rules of the kind. */
export type FieldKind =
  /** At most 500 characters when nothing is said. `pattern` matches the whole text; `like` shows how it is written. */
  | { readonly kind: "text"; readonly most?: number; readonly pattern?: RegExp; readonly like?: string }
  /** At most 10,000 characters. */
  | { readonly kind: "longText" }
  | ({ readonly kind: "integer" } & Range)
  /** Four digits behind the mark are kept. */
  | ({ readonly kind: "decimal" } & Range)
  /** An amount in a currency, two digits behind the mark, and beside a foreign one its worth in đồng. */
  | { readonly kind: "money"; readonly currency?: string }
  /** `after`: the key of another field of days that it may not come before. */
  | { readonly kind: "date"; readonly after?: string }
  /** From a day to a day, either of which may be open. */
  | { readonly kind: "period" }
  | { readonly kind: "year" }
  | { readonly kind: "choice"; readonly choices: readonly Choice[] }
  | { readonly kind: "choices"; readonly choices: readonly Choice[] }
  | { readonly kind: "yesNo" }
  | { readonly kind: "country" }
  | { readonly kind: "email" }
  | { readonly kind: "phone" }
  | { readonly kind: "url" }
  /** `back`: what the link is called where it leads to, beside the name of the register. */
  | { readonly kind: "link"; readonly to: LinkTarget; readonly many?: true; readonly back?: Bilingual };

export type Field = FieldBase & FieldKind;
export type KindOfField = FieldKind["kind"];
export type FieldOf<Kind extends KindOfField> = FieldBase & Extract<FieldKind, { readonly kind: Kind }>;

/** An amount: at most 9·10¹³ units with two digits behind the mark. `dong`: its worth in đồng as the owner gives it. */
export interface Money {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly dong: number | null;
}

/** Days as `YYYY-MM-DD`; at least one of the two is there. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * A value as rows keep it: days as `YYYY-MM-DD`, countries and choices by their keys, links as ids in order. What is not
 * given is not there.
 */
export type Value = string | number | boolean | readonly string[] | Money | Period;
export type Values = Readonly<Record<string, Value>>;

/** What is wrong with one field. */
export interface FieldFault {
  readonly field: string;
  readonly failure: Failure;
}

/** A column that another part of the program works out for each record; its SQL comes from the composition root. */
export interface ComputedColumn {
  readonly key: string;
  readonly label: Bilingual;
  readonly width: number;
  /** Its values are days as `YYYY-MM-DD`. */
  readonly isDay?: true;
  /** Its values are whole amounts of đồng, as digits. */
  readonly isDong?: true;
  /** Its values, when lists can be narrowed by it. */
  readonly choices?: readonly StateChoice[];
}

/** A value that is a state, with how pressing it is: shown by colour, picture and word. */
export interface StateChoice extends Choice {
  readonly tone?: "done" | "open" | "dueSoon" | "late" | "noDeadline";
}

/** Days by which the records of a register stand in the calendar of cooperation. */
export interface CalendarMark {
  /** A field of days or spans that is open or internal, or a worked-out column of days. */
  readonly key: string;
  /** What happens on the day, where it is not that the thing itself takes place: "Registration ends". */
  readonly label?: Bilingual;
  /** It comes back each year: expected on the same days of the years after. */
  readonly isYearly?: true;
}

/** How a year of a register is summed up: tables by one or two things that lists can be narrowed by. */
export interface YearlySums {
  /** The day, span or year whose year counts. */
  readonly year: string;
  readonly by: readonly (readonly [string] | readonly [string, string])[];
  /** Fields of whole numbers, or of money: in its one currency, else in đồng as far as its worth is given. */
  readonly sums: readonly string[];
  /** Of two of the sums, what is left of the first when the second is taken from it. */
  readonly balance?: readonly [string, string];
}

/** By what two records of different owners are proposed as telling of one thing. */
export interface TwinRule {
  /** The field of days or spans of which either end is at most so many days off. */
  readonly when: string;
  readonly within: number;
  /** Fields that have to agree where both say something. */
  readonly same: readonly string[];
  /** Fields that speak for it where they agree, and against it where they do not. */
  readonly alike: readonly string[];
}

/** A register of the database of cooperation, described: list, form, page, import, export and search come from it. */
export interface Declaration {
  /** Kept in the rows and in addresses, so it never changes. */
  readonly key: string;
  /** Many of them, and one of them. */
  readonly name: Bilingual;
  readonly one: Bilingual;
  /** One line that says what stands here. */
  readonly about: Bilingual;
  /** The key of the text field that names a record; open or internal, or the whole register is restricted. */
  readonly title: string;
  readonly fields: readonly Field[];
  /** `one`: one unit owns the register and enters all of it; `each`: each unit enters its own records. */
  readonly owned: "one" | "each";
  /** Records are shown only to people with the right to restricted ones. */
  readonly restricted?: true;
  /** The form warns that state secrets must not be typed. */
  readonly warnsOfSecrets?: true;
  /** Fields that make two records likely to be the same when all that are given agree; the title when nothing is said. */
  readonly likeness?: readonly string[];
  /** What several units may tell of, each by its own record: these are proposed as one. */
  readonly toldTwice?: TwinRule;
  /** The order of a list when none is asked for: a field, with "-" before it for the last first. The title otherwise. */
  readonly order?: string;
  /** On its days the province meets whom a record links to: a visit, an event. */
  readonly isMeeting?: true;
  /** The province meets whom a record names: its page tells the first contact, the last meeting and the next. */
  readonly isMet?: true;
  readonly computed?: readonly ComputedColumn[];
  /** Fields of whole numbers, or of money in one currency, that a list adds up below its title. */
  readonly summed?: readonly string[];
  /** A day of which a list says in how many of its records it stands: the share that is done. */
  readonly share?: { readonly field: string; readonly label: Bilingual };
  /** By which of its days a record stands in the calendar of cooperation. */
  readonly calendar?: readonly CalendarMark[];
  /** How a year of the register is summed up. */
  readonly yearly?: YearlySums;
  /** What the values may not be together: special code beside the declaration. */
  readonly rule?: (values: Values) => readonly FieldFault[];
  /** Something to look at that is no fault, in words: special code beside the declaration. */
  readonly remarks?: (values: Values) => readonly Bilingual[];
}

/** The field of a key; null when there is none. */
export function fieldOf({ fields }: Declaration, key: string): Field | null {
  return fields.find((field) => field.key === key) ?? null;
}

/** The field of days by which its records are told in time: the one they are ordered by, else the first; null: none. */
export function dayFieldOf({ fields, order }: Declaration): string | null {
  const days = fields.filter(
    ({ kind, sensitivity = "internal" }) =>
      (kind === "date" || kind === "period") && (sensitivity === "open" || sensitivity === "internal"),
  );
  return (days.find(({ key }) => order === `-${key}`) ?? days[0])?.key ?? null;
}

/** The column that says how the records of a register stand: the first whose values are known; null: none. */
export function stateColumnOf({ computed = [] }: Declaration): ComputedColumn | null {
  return computed.find(({ choices }) => choices) ?? null;
}

/** Who sees a field of a register. */
export function sensitivityOf(declaration: Declaration, field: Field): Sensitivity {
  return declaration.restricted && field.sensitivity !== "personal"
    ? "restricted"
    : (field.sensitivity ?? "internal");
}

/** Whether a text found in the field leads to its record: words that everybody who reads may see. */
export function isSearched(declaration: Declaration, field: Field): boolean {
  const sensitivity = sensitivityOf(declaration, field);
  return (
    ["text", "country", "choice"].includes(field.kind) &&
    (sensitivity === "open" || sensitivity === "internal" || field.key === declaration.title)
  );
}
