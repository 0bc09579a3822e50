import fc from "fast-check";
import { expect, it } from "vitest";
import { layOutGrid, type RowShape } from "./grid.ts";

const shape = fc.record({
  span: fc.integer({ min: -1, max: 4 }),
  width: fc.option(fc.integer({ min: 1, max: 5000 })),
  vertical: fc.option(fc.constantFrom("restart" as const, "continue" as const)),
  horizontal: fc.option(fc.constantFrom("restart" as const, "continue" as const), { freq: 5 }),
});
const row: fc.Arbitrary<RowShape> = fc.record({
  before: fc.integer({ min: 0, max: 2 }),
  after: fc.integer({ min: 0, max: 2 }),
  cells: fc.array(shape, { minLength: 1, maxLength: 6 }),
});
const grid = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 8 });

it("keeps cells of a row apart, in order and inside the grid, whatever the file says", () => {
  fc.assert(
    fc.property(grid, fc.array(row, { maxLength: 8 }), (widths, rows) => {
      const laidOut = layOutGrid(widths, rows);
      laidOut.rows.forEach((cells, i) => {
        let free = 0;
        for (const cell of cells) {
          expect(cell.column).toBeGreaterThanOrEqual(free);
          expect(cell.columnSpan).toBeGreaterThanOrEqual(1);
          expect(i + cell.rowSpan).toBeLessThanOrEqual(rows.length);
          free = cell.column + cell.columnSpan;
        }
        expect(free).toBeLessThanOrEqual(laidOut.columnCount);
      });
    }),
  );
});

it("has a cell beginning in every column", () => {
  fc.assert(
    fc.property(grid, fc.array(row, { minLength: 1, maxLength: 8 }), (widths, rows) => {
      const unmerged = rows.map((one) => ({
        ...one,
        cells: one.cells.map((cell) => ({ ...cell, vertical: null })),
      }));
      const laidOut = layOutGrid(widths, unmerged);
      const used = new Set(laidOut.rows.flat().map((cell) => cell.column));
      expect(used.size).toBe(laidOut.columnCount);
    }),
  );
});
