import {
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import { type Alignment, line } from "./paragraph.ts";
import { sizes, twips } from "./statutory-measures.ts";

export interface AnnexColumn {
  readonly heading: string;
  /** In millimetres. */
  readonly width: number;
  readonly align: Alignment;
}

/** A heading over the rows that follow, or a row with one text for each column; a line break begins a paragraph. */
export type AnnexRow =
  | { readonly kind: "group"; readonly text: string }
  | { readonly kind: "row"; readonly cells: readonly string[] };

const solid = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const borders = { top: solid, bottom: solid, left: solid, right: solid } as const;
const cellMargins = {
  top: twips(0.8),
  bottom: twips(0.8),
  left: twips(1.5),
  right: twips(1.5),
  marginUnitType: WidthType.DXA,
} as const;

/** Lines of a row up to which it is kept on one page; a longer one would leave too much of the page empty. */
const wholeRowLines = 14;

/**
 * A table with lines, its heading repeated on every page, headings of groups merged over all columns. Short rows are
 * not parted over two pages.
 */
export function annexTable(columns: readonly AnnexColumn[], rows: readonly AnnexRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(columns.reduce((sum, column) => sum + column.width, 0)), type: WidthType.DXA },
    columnWidths: columns.map((column) => twips(column.width)),
    rows: [headingRow(columns), ...rows.map((row) => tableRow(columns, row))],
  });
}

function headingRow(columns: readonly AnnexColumn[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) =>
      cell([line(column.heading, { size: sizes.cell, bold: true }, { align: "centre" })], {
        width: column.width,
        middle: true,
      }),
    ),
  });
}

function tableRow(columns: readonly AnnexColumn[], row: AnnexRow): TableRow {
  if (row.kind === "group") return groupRow(columns, row.text);
  const lines = Math.max(...columns.map((column, at) => linesOf(row.cells[at] ?? "", column.width)));
  return new TableRow({
    cantSplit: lines <= wholeRowLines,
    children: columns.map((column, at) =>
      cell(
        (row.cells[at] ?? "")
          .split("\n")
          .map((text) => line(text, { size: sizes.cell }, { align: column.align })),
        { width: column.width },
      ),
    ),
  });
}

function groupRow(columns: readonly AnnexColumn[], text: string): TableRow {
  const lettering = { size: sizes.cell, bold: true };
  return new TableRow({
    cantSplit: true,
    children: [
      cell([line(text, lettering, { align: "left", keepWithNext: true })], {
        width: columns.reduce((sum, column) => sum + column.width, 0),
        columns: columns.length,
      }),
    ],
  });
}

/** Lines that a text is likely to take: a letter of 12 points is two millimetres wide on average. */
function linesOf(text: string, width: number): number {
  const letters = Math.max(1, Math.floor(width / 2));
  return text.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / letters)), 0);
}

function cell(
  children: readonly Paragraph[],
  shape: { readonly width: number; readonly columns?: number; readonly middle?: boolean },
): TableCell {
  return new TableCell({
    children,
    borders,
    margins: cellMargins,
    verticalAlign: shape.middle ? VerticalAlign.CENTER : VerticalAlign.TOP,
    width: { size: twips(shape.width), type: WidthType.DXA },
    ...(shape.columns === undefined ? {} : { columnSpan: shape.columns }),
  });
}
