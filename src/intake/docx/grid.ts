/** What the file says of a cell. Widths in twips, null when not known. */
export interface CellShape {
  readonly span: number;
  readonly width: number | null;
  readonly vertical: "restart" | "continue" | null;
  /** The way of old files: a cell merged into its left neighbour is still there, but empty. */
  readonly horizontal: "restart" | "continue" | null;
}

export interface RowShape {
  /** Grid columns left out before the first and after the last cell. */
  readonly before: number;
  readonly after: number;
  readonly cells: readonly CellShape[];
}

/** A cell that begins in a row; `index` is its place among the cells of the file's row. */
export interface PlacedCell {
  readonly index: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface Grid {
  readonly columnCount: number;
  /** By row; cells merged into one above or to the left are left out. */
  readonly rows: readonly (readonly PlacedCell[])[];
}

interface Spot {
  readonly index: number;
  readonly vertical: CellShape["vertical"];
  width: number | null;
  span: number;
  column: number;
  rowSpan: number;
}

/** Word draws 63 columns at most; more in a file is a fault or an attack. */
const mostColumns = 256;

/**
 * Where each cell stands. Spans decide as long as the rows agree with the declared grid; a row that does not fill it
 * is fitted by the widths of its cells (a group row of one wide cell, written without its span). Grid columns in which
 * no cell begins are taken out, so that columns are counted as a reader counts them.
 */
export function layOutGrid(declaredWidths: readonly number[], rows: readonly RowShape[]): Grid {
  const spots = rows.map(spotsOf);
  const sums = rows.map(
    (row, i) => row.before + row.after + total((spots[i] ?? []).map((spot) => spot.span)),
  );
  const agree = sums.every((sum) => sum === sums[0]);
  const largest = sums.reduce((most, sum) => Math.max(most, sum), 0);
  const declared = declaredWidths.slice(0, mostColumns);
  const edges =
    declared.length >= largest && declared.some((width) => width > 0)
      ? edgesOf(declared)
      : unitedEdges(rows, spots);
  rows.forEach((row, i) => {
    const cells = spots[i] ?? [];
    const fits = agree || (declared.length >= largest && sums[i] === declared.length);
    if (fits || !edges || !fitByWidths(cells, row.before, edges)) fitBySpans(cells, row.before);
  });
  if (declared.length >= largest) closeSlivers(spots, declared);
  return mergeDown(spots, withoutUnusedColumns(spots));
}

/** Edges nearer than this, 3 mm in twips, are one edge to a reader. */
const sliver = 170;

/**
 * Takes out grid columns too narrow to be seen: they come from borders dragged a little in some rows, and would put
 * the same column of a reader at two places. One that is all that some cell has stays.
 */
function closeSlivers(spots: readonly (readonly Spot[])[], widths: readonly number[]): void {
  const cells = spots.flat();
  for (let column = widths.length - 1; column >= 0; column--) {
    if ((widths[column] ?? 0) >= sliver) continue;
    if (cells.some((cell) => cell.span === 1 && cell.column === column)) continue;
    for (const cell of cells) {
      if (cell.column > column) cell.column--;
      else if (cell.column + cell.span > column) cell.span--;
    }
  }
}

function spotsOf(row: RowShape): Spot[] {
  const spots: Spot[] = [];
  row.cells.forEach((cell, index) => {
    const span = Math.min(Math.max(1, cell.span), mostColumns);
    const left = spots.at(-1);
    if (cell.horizontal === "continue" && left) {
      left.span += span;
      left.width = left.width === null || cell.width === null ? null : left.width + cell.width;
    } else spots.push({ index, vertical: cell.vertical, width: cell.width, span, column: 0, rowSpan: 1 });
  });
  return spots;
}

function edgesOf(widths: readonly number[]): readonly number[] {
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + Math.max(0, width));
  return edges;
}

/** The edges of all rows put together, when every cell has a width; edges too near to be told apart are one. */
function unitedEdges(
  rows: readonly RowShape[],
  spots: readonly (readonly Spot[])[],
): readonly number[] | null {
  const found = new Set<number>();
  for (const [i, cells] of spots.entries()) {
    if (rows[i]?.before) return null;
    let right = 0;
    for (const cell of cells) {
      if (cell.width === null) return null;
      right += cell.width;
      found.add(right);
    }
  }
  const edges = [0];
  for (const edge of [...found].sort((a, b) => a - b))
    if (edge - (edges.at(-1) ?? 0) > sliver) edges.push(edge);
  return edges.length > mostColumns ? null : edges;
}

function fitBySpans(cells: readonly Spot[], before: number): void {
  let column = before;
  for (const cell of cells) {
    cell.column = column;
    column += cell.span;
  }
}

/** Puts each cell from edge to nearest edge; false when a width is missing or there are more cells than columns. */
function fitByWidths(cells: readonly Spot[], before: number, edges: readonly number[]): boolean {
  const last = edges.length - 1;
  if (before + cells.length > last || cells.some((cell) => cell.width === null)) return false;
  const width = total(cells.map((cell) => cell.width ?? 0));
  const room = (edges[last] ?? 0) - (edges[before] ?? 0);
  const scale = width > room * 1.05 ? room / width : 1;
  let column = before;
  let right = edges[before] ?? 0;
  cells.forEach((cell, i) => {
    right += (cell.width ?? 0) * scale;
    const latest = last - (cells.length - 1 - i);
    let end = column + 1;
    while (end < latest && Math.abs((edges[end + 1] ?? 0) - right) <= Math.abs((edges[end] ?? 0) - right))
      end++;
    cell.column = column;
    cell.span = end - column;
    column = end;
  });
  return true;
}

/** Renumbers columns to those in which a cell begins; gives their number. */
function withoutUnusedColumns(spots: readonly (readonly Spot[])[]): number {
  const used = new Set(spots.flatMap((cells) => cells.map((cell) => cell.column)));
  const columns = [...used].sort((a, b) => a - b);
  const place = new Map(columns.map((column, i) => [column, i]));
  const firstAtOrAfter = (column: number): number => {
    let low = 0;
    let high = columns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((columns[middle] ?? 0) < column) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  for (const cells of spots)
    for (const cell of cells) {
      const end = firstAtOrAfter(cell.column + cell.span);
      cell.column = place.get(cell.column) ?? 0;
      cell.span = end - cell.column;
    }
  return columns.length;
}

/** Joins cells continued from above to the cell that began; one that continues nothing begins itself. */
function mergeDown(spots: readonly (readonly Spot[])[], columnCount: number): Grid {
  let open = new Map<number, Spot>();
  const rows = spots.map((cells) => {
    const stillOpen = new Map<number, Spot>();
    const placed = cells.filter((cell) => {
      const above = cell.vertical === "continue" ? open.get(cell.column) : undefined;
      if (above) above.rowSpan++;
      if (cell.vertical) stillOpen.set(cell.column, above ?? cell);
      return !above;
    });
    open = stillOpen;
    return placed;
  });
  return {
    columnCount,
    rows: rows.map((cells) =>
      cells.map(({ index, column, span, rowSpan }) => ({ index, column, columnSpan: span, rowSpan })),
    ),
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
