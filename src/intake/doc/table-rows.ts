import type { XmlElement } from "../docx/xml.ts";
import { element, setting } from "./element.ts";
import { code, propertiesIn } from "./property.ts";

/** A paragraph and what its mark says of the table it stands in. */
export interface MarkedParagraph {
  readonly element: XmlElement;
  /** 0 outside tables, 1 in a table, 2 in a table inside a cell, and so on. */
  readonly depth: number;
  readonly endsCell: boolean;
  /** Ends the row; holds no text, and its properties are those of the row. */
  readonly endsRow: boolean;
  readonly properties: Buffer;
}

const deepest = 16;

/** Paragraphs as blocks: those of tables become rows and cells. */
export function blocksOf(paragraphs: readonly MarkedParagraph[], depth = 0): readonly XmlElement[] {
  const blocks: XmlElement[] = [];
  for (let i = 0; i < paragraphs.length; ) {
    const paragraph = paragraphs[i];
    if (!paragraph) break;
    if (paragraph.depth <= depth || depth >= deepest) {
      blocks.push(paragraph.element);
      i++;
      continue;
    }
    let end = i;
    while ((paragraphs[end]?.depth ?? 0) > depth) end++;
    blocks.push(tableOf(paragraphs.slice(i, end), depth + 1));
    i = end;
  }
  return blocks;
}

interface RawRow {
  readonly cells: readonly (readonly XmlElement[])[];
  readonly properties: Buffer;
}

function tableOf(paragraphs: readonly MarkedParagraph[], depth: number): XmlElement {
  const rows: RawRow[] = [];
  let cells: (readonly XmlElement[])[] = [];
  let cell: MarkedParagraph[] = [];
  const closeCell = (): void => {
    cells.push(blocksOf(cell, depth));
    cell = [];
  };
  for (const paragraph of paragraphs) {
    const isOfRow = paragraph.depth === depth;
    if (isOfRow && paragraph.endsRow) {
      if (cell.length > 0) closeCell();
      rows.push({ cells, properties: paragraph.properties });
      cells = [];
      continue;
    }
    cell.push(paragraph);
    if (isOfRow && paragraph.endsCell) closeCell();
  }
  // Marks that were lost: the text stays, as a row of its own.
  if (cell.length > 0) closeCell();
  if (cells.length > 0) rows.push({ cells, properties: Buffer.alloc(0) });
  return writeTable(rows);
}

/** What the end of a row says of its cells. */
interface RowShape {
  /** Left and right edges of the cells in twips, one more than cells; empty when it does not say. */
  readonly edges: readonly number[];
  readonly merges: readonly CellMerge[];
  readonly isHeading: boolean;
}

interface CellMerge {
  vertical: "restart" | "continue" | null;
  horizontal: "restart" | "continue" | null;
}

function shapeOf(properties: Buffer): RowShape {
  let edges: readonly number[] = [];
  let merges: CellMerge[] = [];
  let isHeading = false;
  for (const { code: found, operand } of propertiesIn(properties)) {
    if (found === code.defineTable && operand.length > 0) ({ edges, merges } = definitionOf(operand));
    else if (found === code.headingRow) isHeading = operand[0] === 1;
    else if (found === code.mergeDown) {
      const merge = merges[operand[0] ?? -1];
      if (merge) merge.vertical = verticalOf(operand[1] ?? 0);
    } else if (found === code.mergeCells) {
      const [first = 0, end = 0] = operand;
      for (const [i, merge] of merges.entries())
        if (i >= first && i < end) merge.horizontal = i === first ? "restart" : "continue";
    }
  }
  return { edges, merges, isHeading };
}

function verticalOf(flags: number): CellMerge["vertical"] {
  return flags === 3 ? "restart" : flags === 1 ? "continue" : null;
}

const cellSize = 20;

/** MS-DOC 2.9.322 (TDefTableOperand): number of cells, their edges, then 20 bytes for each, of which some may be left out. */
function definitionOf(operand: Buffer): { edges: readonly number[]; merges: CellMerge[] } {
  const count = operand[0] ?? 0;
  const start = 1 + (count + 1) * 2;
  if (operand.length < start) return { edges: [], merges: [] };
  const edges = Array.from({ length: count + 1 }, (_, i) => operand.readInt16LE(1 + i * 2));
  const merges = Array.from({ length: count }, (_, i): CellMerge => {
    const at = start + i * cellSize;
    const flags = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
    return {
      horizontal: flags & 0x01 ? "restart" : flags & 0x02 ? "continue" : null,
      vertical: flags & 0x40 ? "restart" : flags & 0x20 ? "continue" : null,
    };
  });
  return { edges, merges };
}

function writeTable(rows: readonly RawRow[]): XmlElement {
  const shapes = rows.map((row) => shapeOf(row.properties));
  const fits = rows.every((row, i) => shapes[i]?.edges.length === row.cells.length + 1);
  const grid = fits ? [...new Set(shapes.flatMap((shape) => shape.edges))].sort((a, b) => a - b) : [];
  const columns = grid
    .slice(1)
    .map((edge, i) => element("w:gridCol", { "w:w": String(edge - (grid[i] ?? 0)) }));
  const column = new Map(grid.map((edge, i) => [edge, i]));
  const written = rows.map((row, i) => writeRow(row, shapes[i] ?? shapeOf(row.properties), column));
  return element("w:tbl", {}, [element("w:tblPr"), element("w:tblGrid", {}, columns), ...written]);
}

function writeRow(row: RawRow, shape: RowShape, column: ReadonlyMap<number, number>): XmlElement {
  const { edges, merges, isHeading } = shape;
  const place = (i: number): number => column.get(edges[i] ?? 0) ?? 0;
  const cells = row.cells.map((blocks, i) => {
    const width = (edges[i + 1] ?? 0) - (edges[i] ?? 0);
    const span = place(i + 1) - place(i);
    const merge = merges[i];
    const properties = [
      ...(width > 0 ? [element("w:tcW", { "w:w": String(width), "w:type": "dxa" })] : []),
      ...(span > 1 ? [setting("w:gridSpan", span)] : []),
      ...(merge?.vertical ? [setting("w:vMerge", merge.vertical)] : []),
      ...(merge?.horizontal ? [setting("w:hMerge", merge.horizontal)] : []),
    ];
    return element("w:tc", {}, [element("w:tcPr", {}, properties), ...blocks]);
  });
  const after = column.size > 0 ? column.size - 1 - place(edges.length - 1) : 0;
  const properties = [
    ...(isHeading ? [element("w:tblHeader")] : []),
    ...(column.size > 0 && place(0) > 0 ? [setting("w:gridBefore", place(0))] : []),
    ...(after > 0 ? [setting("w:gridAfter", after)] : []),
  ];
  return element("w:tr", {}, [element("w:trPr", {}, properties), ...cells]);
}
