/** A cell of a grid: rows and columns from…to (exclusive). */
export interface GridCell {
  readonly rowFrom: number;
  readonly rowTo: number;
  readonly columnFrom: number;
  readonly columnTo: number;
}

/** A table as its lines draw it. `xs` and `ys` are the places of the column and row boundaries, in points. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** Where the text of each column begins and ends, for a table without lines; absent where the lines say it. */
  readonly texts?: readonly (readonly [left: number, right: number])[];
}
