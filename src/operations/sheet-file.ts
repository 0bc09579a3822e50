import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type Block, type Table, textOfBlocks } from "../domain/document/block.ts";
import { readCsv } from "../domain/text/csv.ts";
import type { FileReading } from "../intake/read-file.ts";
import { recognise } from "../intake/recognise.ts";
import { wholeText } from "../intake/txt/read-txt.ts";

/** One row of a sheet: its line in the file, and its cells in order. */
export interface SheetLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table of a sheet, and the lines behind it: a blank row parts them from it, and columns are no longer certain. */
export interface SheetTable {
  readonly rows: readonly SheetLine[];
  readonly apart: readonly { readonly line: number; readonly text: string }[];
}

/** Kinds of workbooks; those of other programs are read where LibreOffice is there. */
const workbooks: readonly string[] = ["xlsx", "xls", "ods"];

/**
 * The tables of a sheet in order, by what the file is and not by its name: of a workbook, or of a file of text as one
 * table, whatever its encoding and whether commas, semicolons or tabs part its cells. Fails with
 * `register.sheet-format`, `register.sheet-broken` ({ line }), and as reading a file does.
 */
export async function readSheetTables(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  reading: FileReading,
): Promise<Result<readonly SheetTable[]>> {
  const format = recognise(bytes);
  if (!format.ok) return format;
  if (format.value === "txt") {
    const rows = readCsv(wholeText(bytes));
    return rows.ok ? succeed([{ rows: rows.value, apart: [] }]) : rows;
  }
  if (!workbooks.includes(format.value)) return fail("register.sheet-format", { name });
  const { extract } = await reading.read({ bytes });
  if (!extract.ok) return extract;
  const { content } = extract.value;
  if (content.kind !== "blocks") return fail("register.sheet-format", { name });
  const tables = content.blocks.filter((block) => block.kind === "table").map(plainRows);
  return succeed(tables.map((rows) => ({ rows, apart: linesBehind(content.blocks, rows) })));
}

function plainRows(table: Table): readonly SheetLine[] {
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
function linesBehind(blocks: readonly Block[], table: readonly SheetLine[]): SheetTable["apart"] {
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
