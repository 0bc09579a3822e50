import type { AlignedTable } from "./aligned.ts";
import { type AlignedRow, alignedRows } from "./aligned-rows.ts";
import type { Grid, GridCell } from "./grid-shape.ts";
import { aroundAll, type Line } from "./line.ts";
import { closedBy, partsOf, type Strip, splitAt } from "./strips.ts";

/** A table without ruling lines as a grid, so that its words go into cells as those of drawn tables do. */
export function gridOfAligned(table: AlignedTable, lines: readonly Line[]): Grid {
  const { strips, cover } = table;
  const rows = alignedRows(table, lines).flatMap((row) => withHeadSplit(row, strips));
  const columns = strips.length + 1;
  const [left, right] = [cover[0]?.[0] ?? 0, cover.at(-1)?.[1] ?? 0];
  const outer = aroundAll(lines.map((line) => line.box));
  return {
    xs: [
      Math.min(left, outer[0]) - 1,
      ...strips.map(([from, to]) => (from + to) / 2),
      Math.max(right, outer[2]) + 1,
    ],
    ys: boundaries(rows),
    cells: rows.flatMap((row, at) => cellsOf(row, at, columns, strips)),
    texts: textEdges(rows, strips),
  };
}

function cellsOf(row: AlignedRow, at: number, columns: number, strips: readonly Strip[]): GridCell[] {
  const cell = (columnFrom: number, columnTo: number): GridCell => ({
    rowFrom: at,
    rowTo: at + 1,
    columnFrom,
    columnTo,
  });
  if (row.kind === "span") return [cell(0, columns)];
  if (row.kind === "headed") return [cell(0, 1), cell(1, columns)];
  const merged = row.kind === "head" ? mergedColumns(row.lines, strips) : new Set<number>();
  const cells: GridCell[] = [];
  for (let from = 0; from < columns; ) {
    let to = from + 1;
    while (to < columns && merged.has(to - 1)) to++;
    cells.push(cell(from, to));
    from = to;
  }
  return cells;
}

/** Strips (from 0) that a text of the head reaches over: it stands above several columns. */
function mergedColumns(lines: readonly Line[], strips: readonly Strip[]): Set<number> {
  const closed = new Set<number>();
  for (const part of lines.flatMap(partsOf))
    for (const strip of closedBy(part, strips)) closed.add(strips.indexOf(strip));
  return closed;
}

/** A head with texts above several columns is two rows: down to the last of them, and what stands below. */
function withHeadSplit(row: AlignedRow, strips: readonly Strip[]): AlignedRow[] {
  if (row.kind !== "head") return [row];
  const last = row.lines.findLastIndex((line) =>
    partsOf(line).some((part) => closedBy(part, strips).length > 0),
  );
  if (last === -1 || last === row.lines.length - 1) return [row];
  return [
    { kind: "head", lines: row.lines.slice(0, last + 1) },
    { kind: "head", lines: row.lines.slice(last + 1) },
  ];
}

function boundaries(rows: readonly AlignedRow[]): number[] {
  const boxes = rows.map((row) => aroundAll(row.lines.map((line) => line.box)));
  const between = boxes.slice(1).map((box, i) => ((boxes[i]?.[3] ?? box[1]) + box[1]) / 2);
  return [(boxes[0]?.[1] ?? 0) - 1, ...between, (boxes.at(-1)?.[3] ?? 0) + 1];
}

/** Where the text of each column begins and ends at the furthest, in points. */
function textEdges(rows: readonly AlignedRow[], strips: readonly Strip[]): Strip[] {
  const edges = Array.from({ length: strips.length + 1 }, (): [number, number] => [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]);
  for (const row of rows)
    if (row.kind === "cells")
      for (const line of row.lines)
        splitAt(line, strips).forEach((cell, column) => {
          const edge = edges[column];
          if (!cell || !edge) return;
          edge[0] = Math.min(edge[0], cell.box[0]);
          edge[1] = Math.max(edge[1], cell.box[2]);
        });
  return edges;
}
