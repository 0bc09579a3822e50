import { foldedKey } from "../text/fold.ts";
import type { Declaration, Field } from "./declaration.ts";

/** What a column of a sheet of records is: a field, or what names the row. */
export type SheetColumn =
  | { readonly kind: "field"; readonly key: string; readonly heading: string; readonly field: Field }
  /** `owner` is written and not read: who enters a list says for whom. */
  | { readonly kind: "id" | "source" | "owner"; readonly key: string; readonly heading: string };

/** Keys of the columns that are no fields; no field has a key like these. */
export const idColumn = "@id";
export const sourceColumn = "@source";
export const ownerColumn = "@owner";

/** The columns of an exported list of records, the same that are read when it comes back. */
export function sheetColumns({ fields }: Declaration): readonly SheetColumn[] {
  return [
    ...fields.map((field) => ({ kind: "field", key: field.key, heading: field.label.vi, field }) as const),
    { kind: "source", key: sourceColumn, heading: "Mã tại nguồn" },
    { kind: "owner", key: ownerColumn, heading: "Đơn vị nhập" },
    { kind: "id", key: idColumn, heading: "Mã" },
  ];
}

/** Which column each heading stands for: the key of a column, or null where it stands for none. */
export type SheetMapping = readonly (string | null)[];

/**
 * Proposes what headings stand for: as they were mapped the last time, else by the words of the declaration in either
 * language, accents or none. Each column once.
 */
export function proposeMapping(
  declaration: Declaration,
  headings: readonly string[],
  remembered: Readonly<Record<string, string | null>> = {},
): SheetMapping {
  const byWords = new Map(
    sheetColumns(declaration).flatMap((column) => [
      [foldedKey(column.heading), column.key] as const,
      ...(column.kind === "field"
        ? [
            [foldedKey(column.field.label.en), column.key] as const,
            [foldedKey(column.key), column.key] as const,
          ]
        : []),
    ]),
  );
  const known = new Set(sheetColumns(declaration).map(({ key }) => key));
  const taken = new Set<string>();
  return headings.map((heading) => {
    const folded = foldedKey(heading);
    const kept = remembered[folded];
    const key = kept === undefined ? (byWords.get(folded) ?? null) : kept;
    if (key === null || !known.has(key) || taken.has(key)) return null;
    taken.add(key);
    return key;
  });
}

/** How many of some cells are headings of a declaration. */
export function headingsIn(declaration: Declaration, cells: readonly string[]): number {
  return proposeMapping(declaration, cells).filter((key) => key !== null).length;
}

/** Under which name a mapping is remembered: lists with the same headings share it. */
export function headingsKey(headings: readonly string[]): string {
  return headings.map(foldedKey).join("|").slice(0, 2000);
}

/** A mapping by the folded headings, as it is remembered. */
export function rememberedMapping(
  headings: readonly string[],
  mapping: SheetMapping,
): Readonly<Record<string, string | null>> {
  return Object.fromEntries(headings.map((heading, at) => [foldedKey(heading), mapping[at] ?? null]));
}
