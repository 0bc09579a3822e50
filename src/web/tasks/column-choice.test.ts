import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  movedColumn,
  readColumns,
  taskColumnNames,
  toggledColumn,
  usualColumns,
  writeColumns,
} from "./column-choice.ts";

const chosen = fc.uniqueArray(fc.constantFrom(...taskColumnNames), { minLength: 1 });

describe("columns of the register", () => {
  it("come back from their word in the order chosen", () => {
    fc.assert(
      fc.property(chosen, (columns) => {
        expect(readColumns(writeColumns(columns))).toEqual(columns);
      }),
    );
  });

  const words: readonly (readonly [string, readonly string[] | null, string])[] = [
    ["", null, "nothing was chosen"],
    ["secret,<b>", null, "names that are no columns"],
    ["due,due,nothing,content", ["due", "content"], "each once, what is unknown left out"],
  ];
  it.each(words)("%s gives %j: %s", (word, columns) => {
    expect(readColumns(word)).toEqual(columns);
  });

  it("the last column stays, for a table without any shows nothing", () => {
    expect(toggledColumn(["due"], "due")).toEqual(["due"]);
    expect(toggledColumn(usualColumns, "due")).not.toContain("due");
    expect(toggledColumn(["due"], "lead")).toEqual(["due", "lead"]);
  });

  it("moving loses and doubles none, and stops at the ends", () => {
    fc.assert(
      fc.property(chosen, fc.nat(), fc.integer({ min: -20, max: 20 }), (columns, at, by) => {
        const column = columns[at % columns.length] ?? "due";
        const moved = movedColumn(columns, column, by);
        expect(moved.toSorted()).toEqual(columns.toSorted());
        expect(moved.filter((one) => one !== column)).toEqual(columns.filter((one) => one !== column));
      }),
    );
    expect(movedColumn(["due", "lead"], "due", 5)).toEqual(["lead", "due"]);
  });
});
