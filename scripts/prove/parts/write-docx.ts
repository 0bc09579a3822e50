import { buildDocx, para } from "../../../src/intake/docx/docx-fixture.ts";
import type { LongBlock } from "./long-decision.ts";

/** The document as a Word file. */
export function writeDocx(blocks: readonly LongBlock[]): Uint8Array {
  return buildDocx({
    body: blocks.map((block) => (block.kind === "paragraph" ? paragraph(block) : table(block.rows))).join(""),
  });
}

function paragraph({ text, centred }: { readonly text: string; readonly centred: boolean }): string {
  return para(text, centred ? '<w:jc w:val="center"/>' : "");
}

function table(rows: readonly (readonly string[])[]): string {
  const grid = (rows[0] ?? []).map(() => '<w:gridCol w:w="1500"/>').join("");
  const written = rows.map((row) => {
    const cells = row.map(
      (text) => `<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/></w:tcPr>${para(text)}</w:tc>`,
    );
    return `<w:tr>${cells.join("")}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${written.join("")}</w:tbl>`;
}
