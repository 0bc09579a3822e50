import { type Block, paragraphAt, type Table } from "../document/block.ts";
import { nowhere } from "../document/place.ts";

// Heads of invented documents, for tests.

export const paragraphs = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text) => paragraphAt(text, nowhere));

/** A borderless table of one row: what word processors use for the head and the closing. */
export function columns(...cells: readonly (readonly string[])[]): Table {
  return {
    kind: "table",
    columnCount: cells.length,
    role: "body",
    rows: [
      {
        repeatsAsHeading: false,
        cells: cells.map((texts, column) => ({
          column,
          columnSpan: 1,
          rowSpan: 1,
          blocks: paragraphs(...texts),
        })),
      },
    ],
  };
}

export const nation = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"];
export const body =
  "Thực hiện chương trình công tác năm, cơ quan ban hành văn bản này với các nội dung sau đây để các đơn vị biết.";
