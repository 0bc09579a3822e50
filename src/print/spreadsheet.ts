import writeExcelFile, { type Cell, type Sheet } from "write-excel-file/node";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { foldedKey } from "../domain/text/fold.ts";

/** How the values of a column are shown. `text` is never taken for a number or a formula by Excel. */
export type ColumnKind = "text" | "number" | "wholeNumber" | "percent" | "date";

export interface SpreadsheetColumn {
  readonly heading: string;
  readonly kind: ColumnKind;
  /** In characters of the usual width. */
  readonly width: number;
}

/** A value of a cell: text, a number (0.25 under `percent` is 25 %), a day, or nothing. */
export type SpreadsheetValue = string | number | null;

export interface SpreadsheetSheet {
  readonly name: string;
  readonly columns: readonly SpreadsheetColumn[];
  /** One value for each column; a number or a day that its column does not expect is written as text. */
  readonly rows: readonly (readonly (SpreadsheetValue | CalendarDate)[])[];
}

const formats: Readonly<Record<Exclude<ColumnKind, "text" | "date">, string>> = {
  number: "#,##0.##",
  wholeNumber: "#,##0",
  percent: "0.0%",
};

/** The most characters that Excel takes into one cell; a longer text is cut there, with an ellipsis. */
const longestText = 32_767;

/**
 * Writes a workbook with a bold heading row that stays in sight. Texts are always string cells: one that begins with
 * "=", "+", "-" or "@" stays a text, so that nothing a stranger wrote is ever computed.
 */
export async function writeSpreadsheet(sheets: readonly SpreadsheetSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map((sheet) => sheet.name));
  const written = sheets.map(
    (sheet, index): Sheet<never> => ({
      data: [
        sheet.columns.map(headingCell),
        ...sheet.rows.map((row) => sheet.columns.map((column, at) => cell(row[at], column))),
      ],
      sheet: names[index] ?? "",
      columns: sheet.columns.map((column) => ({ width: column.width })),
      stickyRowsCount: 1,
      orientation: "landscape",
    }),
  );
  return writeExcelFile(written, { fontFamily: "Times New Roman", fontSize: 12 }).toBuffer();
}

function headingCell(column: SpreadsheetColumn): Cell {
  return {
    value: clean(column.heading),
    type: String,
    fontWeight: "bold",
    align: "center",
    alignVertical: "center",
    backgroundColor: "#E8EEF4",
    borderStyle: "thin",
    wrap: true,
  };
}

function cell(value: SpreadsheetValue | undefined, column: SpreadsheetColumn): Cell {
  const shared = { borderStyle: "thin", alignVertical: "top", wrap: true } as const;
  if (value === null || value === undefined || value === "") return shared;
  if (typeof value === "number" && Number.isFinite(value) && column.kind !== "text" && column.kind !== "date")
    return { ...shared, value, type: Number, format: formats[column.kind] };
  const day = column.kind === "date" ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value)) : null;
  // Days are written as midnight in UTC, which the writer turns into a whole serial number. Excel has none before 1900.
  if (day && Number(day[1]) > 1900)
    return { ...shared, value: new Date(`${day[0]}T00:00:00Z`), type: Date, format: "dd/mm/yyyy" };
  return { ...shared, value: clean(String(value)), type: String, format: "@" };
}

/** Without the control characters that XML cannot hold, lone halves of a character mended, within Excel's length. */
function clean(text: string): string {
  const printable = [...text.toWellFormed()]
    .filter((character) => character >= " " || character === "\n" || character === "\t")
    .join("")
    .replace(/[\ufffe\uffff]/g, "");
  return printable.length > longestText
    ? `${printable.slice(0, longestText - 1).toWellFormed()}…`
    : printable;
}

/** Names that Excel accepts: at most 31 characters, none of : \ / ? * [ ], no apostrophe at an end, no two alike. */
function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const allowed = clean(name)
      .replace(/[:\\/?*[\]\n\t]/g, " ")
      .replace(/^['\s]+|['\s]+$/g, "");
    const base = (allowed || `Trang ${index + 1}`).slice(0, 27).trim();
    let unique = allowed.length > 0 && allowed.length <= 31 ? allowed : base;
    for (let count = 2; taken.has(foldedKey(unique)); count++) unique = `${base} (${count})`;
    taken.add(foldedKey(unique));
    return unique;
  });
}
