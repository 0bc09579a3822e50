import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { columnsIn, type SheetColumn, taskSheetColumns } from "../domain/duty/task-sheet.ts";
import type { FileReading } from "../intake/read-file.ts";
import { readSheetTables, type SheetLine, type SheetTable } from "./sheet-file.ts";

/** What reading needs of a column: its heading, and whether a row is known by it. */
type Column = Pick<SheetColumn, "heading" | "use">;

/** One row of a sheet that came back: its line in the file, and its cells by column. */
export interface SheetRow<C extends Column = SheetColumn> {
  readonly line: number;
  readonly cells: ReadonlyMap<C, string>;
}

/** The rows of a sheet in a file, and the lines that stand apart from them. */
export interface ReadSheet<C extends Column = SheetColumn> {
  readonly rows: readonly SheetRow<C>[];
  readonly apart: readonly { readonly line: number; readonly text: string }[];
}

/** Reads a sheet of tasks (.xlsx or .csv). Fails as `readSheet` does. */
export function readTaskSheet(file: SheetFile, reading: FileReading): Promise<Result<ReadSheet>> {
  return readSheet(file, taskSheetColumns, reading);
}

/** A file that a person sent. */
export interface SheetFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a sheet with these columns (.xlsx or .csv). Fails with `register.sheet-format`, `register.sheet-broken` ({ line }),
 * `register.sheet-unknown` ({ columns }) when the columns that name a row are missing, and as reading a file does.
 */
export async function readSheet<C extends Column>(
  file: SheetFile,
  columns: readonly C[],
  reading: FileReading,
): Promise<Result<ReadSheet<C>>> {
  const tables = await readSheetTables(file, reading);
  if (!tables.ok) return tables;
  const found = tables.value.find(({ rows }) => rows.some(({ cells }) => columnsIn(cells, columns) !== null));
  return sheetOf(columns, found?.rows ?? [], found?.apart ?? []);
}

/** The rows below the row of headings; rows without anything in them are no rows. */
function sheetOf<C extends Column>(
  all: readonly C[],
  rows: readonly SheetLine[],
  apart: SheetTable["apart"],
): Result<ReadSheet<C>> {
  const heading = rows.findIndex(({ cells }) => columnsIn(cells, all) !== null);
  const columns = columnsIn(rows[heading]?.cells ?? [], all) ?? [];
  const missing = all.filter((column) => column.use === "key" && !columns.includes(column));
  if (missing.length > 0)
    return fail("register.sheet-unknown", {
      columns: missing.map((column) => column.heading).join(", "),
    });
  const filled = rows.slice(heading + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  return succeed({
    apart,
    rows: filled.map(({ line, cells }) => ({
      line,
      cells: new Map(columns.flatMap((column, at) => (column ? [[column, cells[at] ?? ""] as const] : []))),
    })),
  });
}
