import { bookStep, type LedgerStep, type Rejection } from "../basics/ledger.ts";
import type { Table } from "../document/block.ts";
import { labelKind, loneLabel, markerOf } from "../document/marker.ts";
import { describePlace, nowhere, type Place } from "../document/place.ts";
import { whyUnplaced } from "../language/unplaced-reasons.ts";
import { fold, foldedKey } from "../text/fold.ts";
import { type Column, type ColumnKind, givesOrders, looksLikeHeading, nameColumns } from "./columns.ts";
import {
  type GridCell,
  type GridRow,
  gridOf,
  ownCells,
  placesOfCell,
  placesOfRow,
  rowText,
} from "./table-grid.ts";

/** One row of an annex table that stands for an order, cells still as written. */
export interface OrderRow {
  readonly label: string | null;
  /** Heading rows above it, outermost first. */
  readonly groups: readonly string[];
  /** Index in the same list of the row it is a part of. */
  readonly parent: number | null;
  readonly cells: readonly {
    readonly column: Column;
    readonly text: string;
    readonly places: readonly Place[];
  }[];
  readonly places: readonly Place[];
  /** Cells that this row takes over from a row above ("như trên", or the lead of its parent). */
  readonly inherited: ReadonlySet<ColumnKind>;
}

export interface OrderTable {
  readonly columns: readonly Column[];
  readonly rows: readonly OrderRow[];
  readonly step: LedgerStep;
}

/**
 * Takes an order table apart into its rows: headings (stacked, numbered, repeated), group rows, sub-rows, merged
 * cells, rows that a page or a converter broke in two. Null when the table gives no orders. `inherited` are the
 * columns of the table before it, for a table that goes on without a heading of its own.
 */
export function readOrderTable(table: Table, inherited: readonly Column[] | null): OrderTable | null {
  const grid = gridOf(table);
  const heading =
    headingOf(grid, table.columnCount) ??
    (inherited?.length === table.columnCount ? { columns: inherited, rows: 0 } : null);
  if (!heading || !givesOrders(heading.columns)) return null;
  const sorter = new RowSorter(heading.columns, grid);
  for (const row of grid.slice(heading.rows)) sorter.take(row);
  return {
    columns: heading.columns,
    rows: sorter.rows,
    step: bookStep(
      "tableRows",
      grid.length,
      heading.rows + sorter.headings + sorter.groupRows + sorter.rows.length,
      sorter.rejected,
    ),
  };
}

/** The heading: up to three stacked rows among the first six, then a row of column numbers. */
function headingOf(
  grid: readonly GridRow[],
  columnCount: number,
): { columns: readonly Column[]; rows: number } | null {
  const first = grid.slice(0, 6).findIndex((row) => looksLikeHeading(ownCells(row).map((cell) => cell.text)));
  const top = grid[first];
  if (!top) return null;
  let rows = first + 1;
  while (rows < first + 3 && continuesHeading(grid[rows], top)) rows++;
  const stack = grid.slice(first, rows);
  const headings = Array.from({ length: columnCount }, (_, column) => {
    const texts = stack.map((row) => row.cells[column]?.text ?? "").filter((text) => text !== "");
    return [...new Set(texts)].join(" / ").replaceAll("\n", " ");
  });
  const next = grid[rows];
  return { columns: nameColumns(headings), rows: next && isNumberRow(next) ? rows + 1 : rows };
}

/** A second row of a stacked heading stands under a heading cell that is merged sideways or downwards. */
function continuesHeading(row: GridRow | undefined, top: GridRow): boolean {
  if (!row) return false;
  const own = ownCells(row).filter((cell) => cell.text !== "");
  const stacked =
    top.cells.some((cell) => cell !== null && cell.columnSpan > 1) ||
    row.cells.some((cell) => cell !== null && cell.fromRow === top.index);
  return (
    stacked &&
    own.length > 0 &&
    own.every((cell) => cell.text.length <= 60) &&
    !own.some((cell) => loneLabel(cell.text) !== null) &&
    !isNumberRow(row)
  );
}

/** "(1) (2) (3)" or "A B C" under a heading. */
function isNumberRow(row: GridRow): boolean {
  const texts = ownCells(row)
    .map((cell) => cell.text.trim())
    .filter((text) => text !== "");
  return texts.length >= 2 && texts.every((text) => /^\(?(?:\d{1,2}|[A-ZĐa-z])\)?(?:\s*=.*)?$/u.test(text));
}

const totals = /^(?:tong cong|tong so|tong|cong)\b/;
const asAbove = /^(?:["”“″]|''|-?\s*nt\s*-?|nhu tren)$/;

/** Sorts the rows under a heading into groups, orders, continuations and rejects. Groups nest by first appearance. */
class RowSorter {
  readonly rows: OrderRow[] = [];
  readonly rejected: Rejection[] = [];
  headings = 0;
  groupRows = 0;
  private readonly columns: readonly Column[];
  private readonly grid: readonly GridRow[];
  private outerLabels: ReadonlySet<string> | null = null;
  private groups: readonly { readonly kind: string; readonly text: string; readonly label: string | null }[] =
    [];

  constructor(columns: readonly Column[], grid: readonly GridRow[]) {
    this.columns = columns;
    this.grid = grid;
  }

  take(row: GridRow): void {
    const text = rowText(row);
    if (text === "") this.reject(row, whyUnplaced("emptyRow"));
    else if (this.repeatsHeading(row)) this.headings++;
    else if (totals.test(fold(text)) && !this.cell(row, "lead")?.text)
      this.reject(row, whyUnplaced("totalRow"));
    else if (this.isGroup(row)) this.openGroup(row);
    else if (this.continuesRowAbove(row)) this.join(row);
    else this.rows.push(this.order(row));
  }

  private cell(row: GridRow, kind: ColumnKind): GridCell | null {
    const column = this.columns.findIndex((candidate) => candidate.kind === kind);
    return column < 0 ? null : (row.cells[column] ?? null);
  }

  private own(row: GridRow, kind: ColumnKind): string {
    const cell = this.cell(row, kind);
    return cell && cell.fromRow === row.index ? cell.text : "";
  }

  private repeatsHeading(row: GridRow): boolean {
    if (row.repeatsAsHeading || isNumberRow(row)) return true;
    const known = this.columns.filter(
      (column, i) =>
        foldedKey(row.cells[i]?.text ?? "") === foldedKey(column.heading) && column.heading !== "",
    ).length;
    return known >= 2 && known >= ownCells(row).filter((cell) => cell.text !== "").length - 1;
  }

  private isGroup(row: GridRow): boolean {
    const filled = ownCells(row).filter((cell) => cell.text !== "");
    const [only] = filled;
    if (filled.length === 1 && only && only.columnSpan > 1 && only.columnSpan * 2 >= this.columns.length)
      return true;
    const meant = filled.filter(
      (cell) => !["label", "content"].includes(this.columns[cell.fromColumn]?.kind ?? "other"),
    );
    if (this.isTitledBesideLabel(row, filled)) return true;
    if (meant.length > 0 || this.own(row, "content") === "" || this.coversLead(row))
      return this.isTitle(filled);
    const label = loneLabel(this.own(row, "label"));
    if (label === null)
      return this.own(row, "label") === "" && !/^[-+•\p{Ll}]/u.test(this.own(row, "content"));
    return (
      ["roman", "capital"].includes(labelKind(label)) || this.hasSubRows(row, label) || this.isInner(label)
    );
  }

  /** "A | Nhiệm vụ có thời hạn" where the title stands in a column that means nothing for orders. */
  private isTitledBesideLabel(row: GridRow, filled: readonly GridCell[]): boolean {
    const label = loneLabel(this.own(row, "label"));
    const title = filled[1];
    if (label === null || !title || filled.length !== 2 || !["roman", "capital"].includes(labelKind(label)))
      return false;
    return !["lead", "coordinating", "time"].includes(this.columns[title.fromColumn]?.kind ?? "other");
  }

  /** "I. …" written into the first cells while the others are empty, in tables whose converter lost the merging. */
  private isTitle(filled: readonly GridCell[]): boolean {
    const [only] = filled;
    return (
      filled.length === 1 &&
      only !== undefined &&
      only.fromColumn <= 1 &&
      markerOf(only.text)?.kind === "roman"
    );
  }

  /** A lead merged down from above speaks for a row that has none of its own. */
  private coversLead(row: GridRow): boolean {
    const lead = this.cell(row, "lead");
    return lead !== null && lead.text !== "" && lead.fromRow < row.index;
  }

  private hasSubRows(row: GridRow, label: string): boolean {
    const next = this.grid[row.index + 1];
    if (!next) return false;
    const below = loneLabel(this.own(next, "label"));
    if (below === null) return /^[-+•]/u.test(this.own(next, "content")) && this.own(next, "lead") !== "";
    return below.startsWith(`${label}.`) || (labelKind(label) === "arabic" && labelKind(below) === "letter");
  }

  /** "1.2" without cells of its own between "1" and "1.2.1". */
  private isInner(label: string): boolean {
    if (labelKind(label) !== "decimal") return false;
    this.outerLabels ??= this.labelsWithParts();
    return this.outerLabels.has(label);
  }

  /** "1" and "1.2" for a row "1.2.1": what stands before a point of any label of the table. */
  private labelsWithParts(): ReadonlySet<string> {
    return new Set(
      this.grid.flatMap((row) => {
        const label = loneLabel(this.own(row, "label")) ?? "";
        return [...label.matchAll(/\./g)].map((point) => label.slice(0, point.index));
      }),
    );
  }

  private openGroup(row: GridRow): void {
    this.groupRows++;
    const text = ownCells(row)
      .map((cell) => cell.text.replaceAll("\n", " "))
      .filter((part) => part !== "")
      .join(" ");
    const label = loneLabel(this.own(row, "label"));
    const kind = label === null ? (markerOf(text)?.kind ?? "plain") : groupKindOf(label);
    const known = this.groups.findIndex((group) => group.kind === kind);
    this.groups = [...(known < 0 ? this.groups : this.groups.slice(0, known)), { kind, text, label }];
  }

  /** A row without number that a page end or a converter cut off from the one above. */
  private continuesRowAbove(row: GridRow): boolean {
    const above = this.rows.at(-1);
    if (!above || !this.columns.some((column) => column.kind === "label") || this.own(row, "label") !== "")
      return false;
    const label = this.cell(row, "label");
    if (label && label.text !== "" && label.fromRow < row.index) return false;
    const content = this.own(row, "content");
    if (content === "") return true;
    const before = above.cells.find((cell) => cell.column.kind === "content")?.text ?? "";
    return /^[\p{Ll},;)]/u.test(content) && !/[.;:]$/u.test(before);
  }

  private join(row: GridRow): void {
    const above = this.rows.pop();
    if (!above) return;
    const cells = above.cells.map((cell, column) => {
      const more = row.cells[column];
      if (!more || more.fromRow !== row.index || more.fromColumn !== column || more.text === "") return cell;
      return {
        ...cell,
        text: `${cell.text} ${more.text}`.trim(),
        places: [...cell.places, ...placesOfCell(more)],
      };
    });
    this.rows.push({ ...above, cells, places: [...above.places, ...placesOfRow(row)] });
    this.reject(row, whyUnplaced("rowGoesOn"));
  }

  private order(row: GridRow): OrderRow {
    const labelText = this.cell(row, "label")?.text ?? "";
    this.closeGroupsBeside(loneLabel(labelText));
    const parent = this.parentOf(row, loneLabel(labelText));
    const inherited = new Set<ColumnKind>();
    const cells = this.columns.map((column, i) => {
      const cell = row.cells[i];
      // A cell merged sideways belongs to the first column it covers.
      const text = cell && (cell.fromColumn === i || cell.columnSpan === 1) ? cell.text : "";
      const taken = this.takenOver(column, i, text, parent);
      if (taken !== null) inherited.add(column.kind);
      return { column, text: taken ?? text, places: cell ? placesOfCell(cell) : [] };
    });
    return {
      label: labelText === "" ? null : trimLabel(labelText),
      groups: this.groups.map((group) => group.text),
      parent,
      cells,
      places: placesOfRow(row),
      inherited,
    };
  }

  /** Row 3 stands beside group 2, not in it: a group of the numbering column closes at the row that counts on. */
  private closeGroupsBeside(label: string | null): void {
    if (label === null) return;
    const beside = this.groups.findIndex(
      (group) => group.label !== null && group.kind === groupKindOf(label) && group.kind !== "roman",
    );
    if (beside >= 0) this.groups = this.groups.slice(0, beside);
  }

  /** "nt" repeats the row above; a sub-row without a lead has the lead of its parent. */
  private takenOver(column: Column, i: number, text: string, parent: number | null): string | null {
    if (asAbove.test(fold(text))) return this.rows.at(-1)?.cells[i]?.text ?? null;
    if (text !== "" || parent === null || column.kind !== "lead") return null;
    return this.rows[parent]?.cells[i]?.text || null;
  }

  private parentOf(row: GridRow, label: string | null): number | null {
    const above = this.cell(row, "label");
    if (above && above.text !== "" && above.fromRow < row.index)
      return this.lastWith(
        (candidate) => candidate.label === trimLabel(above.text) && candidate.parent === null,
      );
    if (label === null)
      return this.columns.some((column) => column.kind === "label")
        ? this.lastWith((candidate) => candidate.label !== null)
        : null;
    if (labelKind(label) === "decimal") {
      const outer = label.slice(0, label.lastIndexOf("."));
      return this.lastWith((candidate) => candidate.label === outer);
    }
    return labelKind(label) === "letter"
      ? this.lastWith((candidate) => candidate.label !== null && labelKind(candidate.label) === "arabic")
      : null;
  }

  /** The last row with this property, within the present group. */
  private lastWith(test: (row: OrderRow) => boolean): number | null {
    const groups = this.groups.map((group) => group.text).join("\n");
    const found = this.rows.findLastIndex((row) => test(row) && row.groups.join("\n") === groups);
    return found < 0 ? null : found;
  }

  private reject(row: GridRow, why: string): void {
    const place = placesOfRow(row)[0] ?? nowhere;
    this.rejected.push({
      what: rowText(row).slice(0, 120) || `dòng ${row.index + 1} của bảng`,
      where: describePlace(place),
      why,
    });
  }
}

/** Numbers of one depth are one kind of group: "1.2" is not "1". */
function groupKindOf(label: string): string {
  return labelKind(label) === "decimal" ? `decimal${label.split(".").length}` : labelKind(label);
}

/** "5." → "5", "a)" → "a", "(1)" → "1"; anything else as written. */
function trimLabel(text: string): string {
  return loneLabel(text) ?? text.trim();
}
