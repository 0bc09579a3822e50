import { addDays, formatVietnamese } from "../../src/domain/basics/calendar-date.ts";
import {
  type Declaration,
  type Field,
  type FieldKind,
  type LinkTarget,
  sensitivityOf,
} from "../../src/domain/cooperation/declaration.ts";
import { day } from "../support/register-rows.ts";

/** A field whose contents not everybody who reads may see, with what a walk finds it by: `n` stands in all its values. */
export interface SensitiveField {
  readonly n: number;
  readonly register: string;
  readonly field: Field;
  /** The rights that somebody needs to see it. */
  readonly needs: readonly ("see-personal-data" | "see-restricted-records")[];
  /** Whether the value itself carries the number; else only the key of the field betrays it. */
  readonly isMarked: boolean;
}

const kinds: readonly FieldKind["kind"][] = [
  ...(["text", "longText", "integer", "decimal", "money", "date", "period", "year", "choice"] as const),
  ...(["choices", "yesNo", "country", "email", "phone", "url"] as const),
];
const targets: readonly LinkTarget[] = [{ register: "partners" }, "unit", "document", "task"];

/**
 * Registers as they are, each with a personal and a restricted field of every kind more, and an internal link to a case,
 * which is restricted: what no register has today is walked before one has it.
 */
export function withSensitiveFields(declarations: readonly Declaration[]): readonly Declaration[] {
  let n = 0;
  return declarations.map((declaration) => {
    const added = (["personal", "restricted"] as const).flatMap((sensitivity) => {
      const base = () => {
        const at = numbered(++n);
        return { key: `zqk${at}`, label: { vi: `zqh${at}`, en: `zqe${at}` }, sensitivity, inList: 100 };
      };
      return [
        ...kinds.map((kind) => ofKind(kind, base())),
        ...targets.map((to): Field => ({ ...base(), kind: "link", to, many: true })),
      ];
    });
    const hint: Field = {
      ...{ kind: "link", key: caseLink, label: { vi: "Vụ việc zq", en: "Case zq" }, inList: 100 },
      to: { register: "cases" },
    };
    return { ...declaration, fields: [...declaration.fields, ...added, hint] };
  });
}

/** The key of the link to a restricted record that everybody knows to be there, but not what it leads to. */
export const caseLink = "zqCase";

function ofKind(kind: FieldKind["kind"], base: Omit<Field, "kind">): Field {
  if (kind === "choice" || kind === "choices") {
    const at = base.key.slice(3);
    const choices = [
      { key: `zqv${at}`, vi: `zqv${at} chọn`, en: `zqv${at} chosen` },
      { key: `other${at}`, vi: `Khác ${at}`, en: `Other ${at}` },
    ];
    return { ...base, kind, choices };
  }
  if (kind === "link") throw new Error("links have targets");
  return { ...base, kind };
}

function numbered(n: number): string {
  return String(n).padStart(4, "0");
}

const firstAdded = 5000;

/** Every field of registers whose contents not everybody may see, with numbers that no two of them share. */
export function sensitiveFields(declarations: readonly Declaration[]): readonly SensitiveField[] {
  let own = firstAdded;
  return declarations.flatMap((declaration) =>
    declaration.fields.flatMap((field): readonly SensitiveField[] => {
      const sensitivity = sensitivityOf(declaration, field);
      if (sensitivity === "open" || sensitivity === "internal" || field.key === caseLink) return [];
      const added = /^zqk(\d{4})$/.exec(field.key)?.[1];
      const n = added === undefined ? ++own : Number(added);
      const needs = [
        ...(sensitivity === "personal" ? (["see-personal-data"] as const) : []),
        ...(sensitivity === "restricted" || declaration.restricted
          ? (["see-restricted-records"] as const)
          : []),
      ];
      const isMarked = !["year", "yesNo", "country", "link"].includes(field.kind) && !isForeignChoice(field);
      return [{ n, register: declaration.key, field, needs, isMarked }];
    }),
  );
}

function isForeignChoice(field: Field): boolean {
  return (field.kind === "choice" || field.kind === "choices") && !field.key.startsWith("zqk");
}

/** Days that stand in nothing else of the tests. */
const firstDay = day("2045-01-01");
/** A workbook holds days as a count from the last but one of 1899. */
const firstSerial = Math.round((Date.parse(firstDay) - Date.UTC(1899, 11, 30)) / 86_400_000);

/** A text that a plain field takes, with the number of the field in it where the kind can carry one. */
export function markedText(field: Field, n: number): string {
  const at = numbered(n);
  switch (field.kind) {
    case "text":
    case "longText":
      return `zqv${at} chữ`;
    case "email":
      return `zqv${at}@vd.vn`;
    case "url":
      return `https://zqv${at}.vn`;
    case "phone":
      return `+84 9${at} 7755`;
    case "integer":
    case "decimal":
      return `77${at}33`;
    case "money":
      return `77${at}33 VND`;
    case "date":
      return formatVietnamese(addDays(firstDay, n));
    case "period":
      return `${formatVietnamese(addDays(firstDay, n))} – ${formatVietnamese(addDays(firstDay, n))}`;
    case "choice":
    case "choices":
      return field.choices[0]?.key ?? "";
    default:
      return { year: "2026", yesNo: "có", country: "Lào", link: "" }[field.kind];
  }
}

/** Numbers of the fields whose values, or the keys of which with a value, stand in a text. */
export function numbersIn(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  const all = (pattern: RegExp, number: (match: RegExpExecArray) => number) => {
    for (const match of text.matchAll(pattern)) found.add(number(match));
  };
  all(/zqv(\d{4})/g, ([, at]) => Number(at));
  all(/\+84 9(\d{4}) 7755/g, ([, at]) => Number(at));
  all(/(?<![\w-])77[.,]?(\d{3})[.,]?(\d)33(?![\w-])/g, ([, a, b]) => Number(`${a}${b}`));
  all(/(?<!\d)(20[4-6]\d)-(\d\d)-(\d\d)/g, ([, y, m, d]) => since(`${y}-${m}-${d}`));
  all(/(?<!\d)(\d\d)\/(\d\d)\/(20[4-6]\d)/g, ([, d, m, y]) => since(`${y}-${m}-${d}`));
  all(/<v>(5[2-9]\d{3})<\/v>/g, ([, serial]) => Number(serial) - firstSerial);
  // A key of a field with what stands in it, in JSON or in JSON within a string or a cell; or that it links here.
  all(/zqk(\d{4})[\\"]+\s*:/g, ([, at]) => Number(at));
  all(/"field[\\"]+\s*:\s*[\\"]+zqk(\d{4})/g, ([, at]) => Number(at));
  return found;
}

function since(text: string): number {
  return Math.round((Date.parse(text) - Date.parse(firstDay)) / 86_400_000);
}
