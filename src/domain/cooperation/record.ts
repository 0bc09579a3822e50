import type { ComputedColumn, Declaration, Field, Values } from "./declaration.ts";
import { sensitivityOf } from "./declaration.ts";

/** What a link leads to, with its name as the reader may know it. */
export interface RecordLink {
  /** The key of a register, or what it is in the register of tasks. */
  readonly kind: string;
  readonly id: string;
  /** Null: the reader may not know of it. */
  readonly name: string | null;
}

/** One row of a register of cooperation. */
export interface RegisteredRecord {
  readonly id: string;
  readonly register: string;
  readonly title: string;
  readonly values: Values;
  /** By the key of the field, in order. */
  readonly links: Readonly<Record<string, readonly RecordLink[]>>;
  /** Who enters it; null: the focal body. */
  readonly owner: { readonly id: string; readonly name: string } | null;
  /** What it is called in the system it comes from. */
  readonly sourceKey: string | null;
  /** What other parts of the program work out, by the keys of the columns. */
  readonly computed: Readonly<Record<string, string | null>>;
  readonly version: number;
}

/** What of a record somebody sees beside what is open or internal. */
export interface RecordSight {
  readonly personal: boolean;
  readonly restricted: boolean;
}

/** Whether somebody sees a field. */
export function seesField(declaration: Declaration, field: Field, sight: RecordSight): boolean {
  const sensitivity = sensitivityOf(declaration, field);
  if (sensitivity === "personal") return sight.personal && (sight.restricted || !declaration.restricted);
  return sensitivity !== "restricted" || sight.restricted;
}

/** A record as somebody sees it. `hidden`: the keys of fields that hold something which he may not see. */
export interface MaskedRecord extends RegisteredRecord {
  readonly hidden: readonly string[];
}

/**
 * Takes out of a record what somebody may not see, before it leaves an operation in any form; null when he may not know
 * that it is there.
 */
export function maskRecord(
  declaration: Declaration,
  record: RegisteredRecord,
  sight: RecordSight,
): MaskedRecord | null {
  if (declaration.restricted && !sight.restricted) return null;
  const seen = new Set(
    declaration.fields.filter((field) => seesField(declaration, field, sight)).map(({ key }) => key),
  );
  const only = <Held>(held: Readonly<Record<string, Held>>) =>
    Object.fromEntries(Object.entries(held).filter(([key]) => seen.has(key)));
  const held = [...Object.keys(record.values), ...Object.keys(record.links)];
  return {
    ...record,
    ...{ values: only(record.values), links: only(record.links) },
    hidden: declaration.fields.map(({ key }) => key).filter((key) => held.includes(key) && !seen.has(key)),
  };
}

/** A column of a list: of a field, or worked out. */
export type ListColumn =
  | { readonly kind: "field"; readonly field: Field }
  | { readonly kind: "computed"; readonly column: ComputedColumn };

/** The columns of a list behind the one that names the record, in order. */
export function listColumns({ fields, computed = [], title }: Declaration): readonly ListColumn[] {
  return [
    ...computed.map((column) => ({ kind: "computed", column }) as const),
    ...fields
      .filter(({ key, inList }) => inList !== undefined && key !== title)
      .map((field) => ({ kind: "field", field }) as const),
  ];
}

/** Parts of a record as the log keeps them: what not everybody may see stands apart, under its sensitivity. */
export interface LoggedRecord {
  readonly register: string;
  readonly title?: string;
  readonly values: Readonly<Record<string, string>>;
  readonly personal?: Readonly<Record<string, string>>;
  readonly restricted?: Readonly<Record<string, string>>;
}

/** What somebody typed to look through a register, as the log keeps it: of a restricted one it stands apart. */
export function loggedSearch(
  declaration: Declaration | null,
  typed: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return declaration?.restricted ? { restricted: typed } : typed;
}

/**
 * What the log keeps of a record, or of some of its fields: `written` are their values in words, by the keys of the
 * fields.
 */
export function loggedRecord(
  declaration: Declaration,
  { title, written }: { readonly title: string; readonly written: Readonly<Record<string, string>> },
): LoggedRecord {
  const of = (sensitivities: readonly string[]) =>
    Object.fromEntries(
      declaration.fields
        .filter((field) => sensitivities.includes(sensitivityOf(declaration, field)))
        .flatMap(({ key }) => (written[key] === undefined ? [] : [[key, written[key]]])),
    );
  const [personal, restricted] = [of(["personal"]), of(["restricted"])];
  return {
    ...{ register: declaration.key, values: of(["open", "internal"]) },
    ...(declaration.restricted ? {} : { title }),
    ...(Object.keys(personal).length > 0 ? { personal } : {}),
    ...(Object.keys(restricted).length > 0 ? { restricted } : {}),
  };
}
