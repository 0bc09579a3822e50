import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type Block, type Table, textOfBlocks } from "../domain/document/block.ts";
import { columnsIn, type SheetColumn, taskSheetColumns } from "../domain/duty/task-sheet.ts";
import { readCsv } from "../domain/text/csv.ts";
import type { FileReading } from "../intake/read-file.ts";

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

interface PlainRow {
  readonly line: number;
  readonly cells: readonly string[];
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
  { name, bytes }: SheetFile,
  columns: readonly C[],
  reading: FileReading,
): Promise<Result<ReadSheet<C>>> {
  if (/\.csv$/i.test(name)) {
    const rows = readCsv(new TextDecoder().decode(bytes));
    return rows.ok ? sheetOf(columns, rows.value, []) : rows;
  }
  if (!/\.xlsx$/i.test(name)) return fail("register.sheet-format", { name });
  const { extract } = await reading.read({ bytes });
  if (!extract.ok) return extract;
  const { content } = extract.value;
  if (extract.value.format !== "xlsx" || content.kind !== "blocks")
    return fail("register.sheet-format", { name });
  const tables = content.blocks.filter((block) => block.kind === "table").map(plainRows);
  const at = tables.findIndex((rows) => rows.some(({ cells }) => columnsIn(cells, columns) !== null));
  return sheetOf(columns, tables[at] ?? [], at < 0 ? [] : linesBehind(content.blocks, tables[at] ?? []));
}

function plainRows(table: Table): readonly PlainRow[] {
  return table.rows.map((row) => {
    const cells = Array.from({ length: table.columnCount }, () => "");
    for (const { column, blocks } of row.cells) cells[column] = textOfBlocks(blocks);
    return { line: lineOf(row.cells.flatMap(({ blocks }) => blocks)) ?? 0, cells };
  });
}

/** The row of the sheet on which blocks stand. */
function lineOf(blocks: readonly Block[]): number | null {
  for (const block of blocks)
    if (block.kind === "paragraph") {
      const line = block.spans[0]?.place.lineFrom;
      if (line) return line;
    }
  return null;
}

/** What the reader found behind the table: a blank row parts it from the sheet, and columns are no longer certain. */
function linesBehind(blocks: readonly Block[], table: readonly PlainRow[]): ReadSheet["apart"] {
  const last = table.at(-1)?.line ?? 0;
  const behind = blocks
    .flatMap((block) =>
      block.kind === "table"
        ? plainRows(block)
        : [{ line: lineOf([block]) ?? 0, cells: [textOfBlocks([block])] }],
    )
    .filter(({ line }) => line > last);
  // A row that stands alone comes as one paragraph for each cell.
  return [...Map.groupBy(behind, ({ line }) => line)].map(([line, parts]) => ({
    line,
    text: parts
      .flatMap(({ cells }) => cells)
      .filter((cell) => cell !== "")
      .join(" | "),
  }));
}

/** The rows below the row of headings; rows without anything in them are no rows. */
function sheetOf<C extends Column>(
  all: readonly C[],
  rows: readonly PlainRow[],
  apart: ReadSheet["apart"],
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
