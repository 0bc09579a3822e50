import type { FileFormat, OfficeFormat } from "../../domain/document/extract.ts";

/** Kinds that LibreOffice turns into one that is read here; .doc has a reader of its own besides. */
export type ConvertibleFormat = "doc" | OfficeFormat;

export const conversionTargets: Readonly<Record<ConvertibleFormat, "docx" | "xlsx">> = {
  doc: "docx",
  rtf: "docx",
  odt: "docx",
  xls: "xlsx",
  ods: "xlsx",
};

/** True for the kinds that LibreOffice turns into others. */
export function isConvertible(format: FileFormat): format is ConvertibleFormat {
  return Object.hasOwn(conversionTargets, format);
}

/** The kind as people write it: ".doc". */
export function nameOf(format: ConvertibleFormat): string {
  return `.${format}`;
}

/** The kind that is so written; null for any other text. */
export function convertibleNamed(name: unknown): ConvertibleFormat | null {
  const formats: readonly ConvertibleFormat[] = ["doc", "rtf", "odt", "xls", "ods"];
  return formats.find((format) => nameOf(format) === name) ?? null;
}
