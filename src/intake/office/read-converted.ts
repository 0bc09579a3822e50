import { type Result, succeed } from "../../domain/basics/result.ts";
import type { Extract } from "../../domain/document/extract.ts";
import type { ReadFile } from "../reading-child.ts";
import { type ConvertibleFormat, convertibleNamed } from "./convertible.ts";

/** The kind of a file that the reading child gave back for LibreOffice; null for any other outcome. */
export function formatForOffice({ extract }: ReadFile): ConvertibleFormat | null {
  if (extract.ok || extract.failure.code !== "file.needs-office") return null;
  return convertibleNamed(extract.failure.detail.format);
}

/** What came of LibreOffice's copy of a file, as of a file of its own kind, with a notice that it was converted. */
export function asConverted(extract: Result<Extract>, format: ConvertibleFormat): Result<Extract> {
  if (!extract.ok) return extract;
  const notice = { code: "convertedByOffice", count: 1, place: null } as const;
  return succeed({ ...extract.value, format, notices: [...extract.value.notices, notice] });
}
